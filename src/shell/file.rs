//! A file offered for download. Its bytes are made in the page and sent nowhere.

use super::platform::Platform;

/// An offered file. The browser holds its bytes until this value is dropped.
pub(super) struct OfferedFile {
    platform: Platform,
    address: String,
}

impl OfferedFile {
    /// Starts a download; `None` if the browser cannot save files.
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
