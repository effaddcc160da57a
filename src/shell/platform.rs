//! What `platform.js` and `element.js` do for the module. Saying dates, offering a file and putting on looks take
//! objects and constructors of the browser, each a crossing with glue of its own: one call to a few
//! lines of JavaScript weighs 1.7 KB less in the download.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{ShadowRoot, Storage};

// The file is in the page already under this very address, so it is neither loaded nor run again.
#[wasm_bindgen(raw_module = "./element.js")]
extern "C" {
    /// Opens the browser's way of saving a file; returns the address that keeps its bytes.
    #[wasm_bindgen(js_name = offerFile)]
    pub(super) fn offer_file(name: &str, text: &str) -> Option<String>;

    /// Gives a shadow root its looks, where the browser has constructed stylesheets.
    pub(super) fn adopt(root: &ShadowRoot, looks: &str);

    /// The link by which the page was opened is dealt with: a reload shall not open it again. What takes
    /// nothing would be asked for past the glue, whose names are shortened: hence the root.
    #[wasm_bindgen(js_name = forgetLink)]
    pub(super) fn forget_link(root: &ShadowRoot);
}

#[wasm_bindgen(raw_module = "./platform.js")]
extern "C" {
    /// The time zone of this device, where the browser names one.
    #[wasm_bindgen(js_name = ownZone)]
    pub(super) fn own_zone() -> Option<String>;

    /// By how many milliseconds clocks in a zone are ahead of UTC; zero for one that the browser
    /// does not know.
    pub(super) fn offset(zone: &str, instant: f64) -> f64;

    /// A date, in UTC, with `long` or `short` names.
    #[wasm_bindgen(js_name = sayDate)]
    pub(super) fn say_date(tag: &str, instant: f64, names: &str, with_year: bool) -> String;

    /// A time of day, in UTC.
    #[wasm_bindgen(js_name = sayTime)]
    pub(super) fn say_time(tag: &str, instant: f64) -> String;

    /// Moves a record of storage to another name without reading it; says whether it did.
    #[wasm_bindgen(js_name = move)]
    pub(super) fn move_record(storage: &Storage, from: &str, to: &str) -> bool;

    /// Frees the bytes behind the address of a file.
    #[wasm_bindgen(js_name = freeFile)]
    pub(super) fn free_file(address: &str);

    /// The address that links point to, without query and fragment, where there is one on the web.
    #[wasm_bindgen(js_name = shareUrl)]
    pub(super) fn share_url(root: &ShadowRoot) -> Option<String>;

    /// Whether the browser can do that here: `share` by its share sheet, `lock` by a password.
    pub(super) fn can(what: &str) -> bool;

    /// Copies a text. What came of it the widget hears under this name, as of the two below that take a
    /// root: see `answer.rs`.
    pub(super) fn copy(root: &ShadowRoot, text: &str);

    /// Hands words, and perhaps a link, to the share sheet.
    pub(super) fn share(root: &ShadowRoot, title: &str, text: &str, link: Option<&str>);

    /// Does what `ways.js` exports under that name with a text and bytes; loads it where it has to.
    pub(super) fn ask(root: &ShadowRoot, what: &str, text: &str, bytes: &[u8]);

    /// Opens the mail program with a subject and a body.
    pub(super) fn mail(title: &str, text: &str);
}
