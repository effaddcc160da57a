//! A file offered for download, made on the spot: nothing is sent anywhere.

use super::platform::Platform;

/// A file on offer. The browser keeps its bytes until this value is dropped.
pub(super) struct OfferedFile {
    platform: Platform,
    address: String,
}

impl OfferedFile {
    /// Opens the browser's way to save a file of that name; `None` where there is none.
    pub(super) fn offer(platform: &Platform, name: &str, text: &str) -> Option<Self> {
        let address = platform.offer_file(name, text)?;
        Some(Self { platform: platform.clone(), address })
    }
}

impl Drop for OfferedFile {
    fn drop(&mut self) {
        self.platform.free_file(&self.address);
    }
}
