//! The floating clock in the browser: the class `Float` of `float.ts`.
//!
//! Must not decide what it shows: that is `present`.

use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::domain::time::Instant;
use crate::present::parts::float::FloatView;
use crate::text::Env;
use crate::ui::{dashes, face_class};

#[wasm_bindgen]
extern "C" {
    /// A small window above all others.
    pub type Float;

    /// Opens the window, and tells its news: `tick`, `closed`, `next` or `step`. Rejects if the browser refuses.
    #[wasm_bindgen(method)]
    pub(super) fn open(this: &Float, hear: &Closure<dyn FnMut(String)>) -> Promise;

    /// Closes the window.
    #[wasm_bindgen(method)]
    pub(super) fn close(this: &Float);

    /// Brings the page to the front.
    #[wasm_bindgen(method, js_name = toPage)]
    pub(super) fn to_page(this: &Float);

    #[wasm_bindgen(method)]
    fn show(this: &Float, shown: &Object);
}

/// Draws the contents of the window at `now`, in the language `lang`.
pub(super) fn show(float: &Float, view: &FloatView, env: &Env<'_>, now: Instant, lang: &str) {
    let dial = view.face.dial(env, now);
    let (next, title) = match &view.next {
        Some((label, title)) => (&**label, &**title),
        None => ("", ""),
    };
    let shown = Object::new();
    for (name, text) in [
        ("lang", lang),
        ("name", &view.name),
        ("item", &view.item),
        ("face", face_class(&dial)),
        ("dashes", &dashes(&dial)),
        ("digits", &dial.digits),
        ("caption", &dial.caption),
        ("question", view.question.as_deref().unwrap_or_default()),
        ("next", next),
        ("title", title),
        ("step", &view.step),
    ] {
        // A new object takes each property.
        drop(Reflect::set(&shown, &JsValue::from_str(name), &JsValue::from_str(text)));
    }
    float.show(&shown);
}
