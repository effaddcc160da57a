//! A file offered for download, made on the spot: nothing is sent anywhere.

use super::platform;

/// A file on offer. The browser keeps its bytes until this is dropped.
pub(super) struct OfferedFile {
    address: String,
}

impl OfferedFile {
    /// Opens the browser's way of saving a file of that name; `None` where there is none.
    pub(super) fn offer(name: &str, text: &str) -> Option<Self> {
        platform::offer_file(name, text).map(|address| Self { address })
    }
}

impl Drop for OfferedFile {
    fn drop(&mut self) {
        platform::free_file(&self.address);
    }
}
