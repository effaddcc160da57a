//! The browser as the program sees it: the class `Platform` of `platform.ts`, which the element hands over.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Storage;

#[wasm_bindgen]
extern "C" {
    /// One widget's access to the browser.
    #[derive(Clone, Debug, PartialEq)]
    pub type Platform;

    /// Says that the program panicked, so that the element tells the person.
    #[wasm_bindgen(method)]
    pub(super) fn panicked(this: &Platform);

    /// The time zone of this device, where the browser names one.
    #[wasm_bindgen(method, js_name = ownZone)]
    pub(super) fn own_zone(this: &Platform) -> Option<String>;

    /// Offset of the clocks in a zone from UTC, in milliseconds, positive to the east; zero for a zone that the
    /// browser does not know.
    #[wasm_bindgen(method)]
    pub(super) fn offset(this: &Platform, zone: &str, instant: f64) -> f64;

    /// The words with that id; `pairs` holds the name of each variable, and behind it the value.
    #[wasm_bindgen(method)]
    pub(super) fn say(this: &Platform, id: &str, pairs: &Array) -> String;

    /// A date, in UTC, with `long` or `short` names.
    #[wasm_bindgen(method, js_name = sayDate)]
    pub(super) fn say_date(this: &Platform, tag: &str, instant: f64, names: &str, with_year: bool) -> String;

    /// A time of day, in UTC.
    #[wasm_bindgen(method, js_name = sayTime)]
    pub(super) fn say_time(this: &Platform, tag: &str, instant: f64) -> String;

    /// Moves a record of storage to another name without reading it; returns true if it did.
    #[wasm_bindgen(method, js_name = moveRecord)]
    pub(super) fn move_record(this: &Platform, storage: &Storage, from: &str, to: &str) -> bool;

    /// Opens the browser's way to save a file; returns the address that keeps its bytes.
    #[wasm_bindgen(method, js_name = offerFile)]
    pub(super) fn offer_file(this: &Platform, name: &str, text: &str) -> Option<String>;

    /// Frees the bytes behind the address of a file.
    #[wasm_bindgen(method, js_name = freeFile)]
    pub(super) fn free_file(this: &Platform, address: &str);

    /// Forgets the link by which the page was opened: a reload shall not open it again.
    #[wasm_bindgen(method, js_name = forgetLink)]
    pub(super) fn forget_link(this: &Platform);

    /// The address that links point to, without query and fragment, where there is one on the web.
    #[wasm_bindgen(method, js_name = shareUrl)]
    pub(super) fn share_url(this: &Platform) -> Option<String>;

    /// Returns true if the browser has a share sheet.
    #[wasm_bindgen(method, js_name = canShare)]
    pub(super) fn can_share(this: &Platform) -> bool;

    /// Returns true if the browser encrypts, which it does on secure pages alone.
    #[wasm_bindgen(method, js_name = canLock)]
    pub(super) fn can_lock(this: &Platform) -> bool;

    /// Copies a text.
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &Platform, text: &str) -> Promise;

    /// Hands words, and perhaps a link, to the share sheet.
    #[wasm_bindgen(method)]
    pub(super) fn share(this: &Platform, title: &str, text: &str, link: Option<&str>) -> Promise;

    /// Opens the mail program with a subject and a body.
    #[wasm_bindgen(method)]
    pub(super) fn mail(this: &Platform, title: &str, text: &str);

    /// Encrypts bytes by a password; resolves to bytes.
    #[wasm_bindgen(method)]
    pub(super) fn lock(this: &Platform, password: &str, plain: Uint8Array) -> Promise;

    /// Decrypts what `lock` made; resolves to bytes.
    #[wasm_bindgen(method)]
    pub(super) fn unlock(this: &Platform, password: &str, sealed: Uint8Array) -> Promise;
}
