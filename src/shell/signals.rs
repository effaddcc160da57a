//! The signals of a running session in the browser: the class `Signals` of `signals.ts`.

use js_sys::Promise;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// The chime, the title of the tab, and the screen that stays on.
    pub type Signals;

    /// Sounds a soft chime once: `up`, or the shorter one `nearing`.
    #[wasm_bindgen(method)]
    pub(super) fn chime(this: &Signals, kind: &str);

    /// Gives the browser's tab a title; its own one again for `None`.
    #[wasm_bindgen(method, js_name = nameTab)]
    pub(super) fn name_tab(this: &Signals, title: Option<&str>);

    /// Keeps the screen of the device on, or lets it sleep again. Rejects if the browser refuses.
    #[wasm_bindgen(method, js_name = keepAwake)]
    pub(super) fn keep_awake(this: &Signals, is_kept: bool) -> Promise;

    /// Returns true if the browser can keep the screen of the device on.
    #[wasm_bindgen(method, js_name = canStayAwake)]
    pub(super) fn can_stay_awake(this: &Signals) -> bool;
}
