//! A file offered for download, made on the spot: nothing is sent anywhere.

use js_sys::Array;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// A file on offer. The browser keeps its bytes until this is dropped.
pub(super) struct OfferedFile {
    address: String,
}

impl OfferedFile {
    /// Opens the browser's way of saving a file of that name; `None` where there is none.
    pub(super) fn offer(name: &str, text: &str) -> Option<Self> {
        let options = BlobPropertyBag::new();
        options.set_type("application/json");
        let blob =
            Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options).ok()?;
        let address = Url::create_object_url_with_blob(&blob).ok()?;
        let link: HtmlAnchorElement = super::document()?.create_element("a").ok()?.dyn_into().ok()?;
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Some(Self { address })
    }
}

impl Drop for OfferedFile {
    fn drop(&mut self) {
        // A browser that forgot the address already has nothing left to free.
        drop(Url::revoke_object_url(&self.address));
    }
}
