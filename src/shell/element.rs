//! What the wasm module offers to `element.js`, which defines `<coaching-session>`.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};
use yew::{AppHandle, AttrValue};

use super::answer::meant;
use super::app::{App, AppProps, Told};
use super::stylesheet;

/// A widget on the page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<App>);

/// Puts a widget into `place`, an element of the shadow root `root`; it opens what `link` holds.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    root: ShadowRoot,
    place: Element,
    instance: String,
    lang: String,
    link: Option<String>,
) -> Mounted {
    stylesheet::adopt(&root);
    let link = link.map(AttrValue::from);
    let props = AppProps { root, instance: instance.into(), lang: lang.into(), link };
    Mounted(yew::Renderer::<App>::with_root_and_props(place, props).render())
}

#[wasm_bindgen]
impl Mounted {
    /// Tells the widget something by its name: `lang`, what the person reads; else see `answer.rs`.
    /// `said` is missing where something went wrong.
    pub fn hears(&self, name: &str, said: Option<String>) {
        let told = match (name, said) {
            ("lang", Some(lang)) => Some(Told::Reads(lang.into())),
            (name, said) => meant(name, said).map(Told::Happened),
        };
        told.into_iter().for_each(|told| self.0.send_message(told));
    }

    /// Takes the widget off the page. What was typed last is saved by the loss of focus before.
    pub fn unmount(self) {
        self.0.destroy();
    }
}
