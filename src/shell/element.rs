//! What the wasm module offers to `element.js`, which defines `<coaching-session>`.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};
use yew::{AppHandle, AttrValue};

use super::app::{App, AppProps, Told};
use super::stylesheet;
use crate::program::event::Event;

/// A widget on the page.
#[wasm_bindgen]
pub struct Mounted(AppHandle<App>);

/// Puts a widget into `place`, an element of the shadow root `root`.
#[wasm_bindgen]
#[must_use]
pub fn mount(root: ShadowRoot, place: Element, instance: String, lang: String) -> Mounted {
    stylesheet::adopt(&root);
    let props = AppProps { root, instance: instance.into(), lang: AttrValue::from(lang) };
    Mounted(yew::Renderer::<App>::with_root_and_props(place, props).render())
}

#[wasm_bindgen]
impl Mounted {
    /// Tells the widget that the person opened a file with that text.
    pub fn opens(&self, text: String) {
        self.0.send_message(Told::Happened(Event::FileOpened(text)));
    }

    /// Tells the widget that the person reads another language.
    pub fn reads(&self, lang: String) {
        self.0.send_message(Told::Reads(lang.into()));
    }

    /// Takes the widget off the page. What was typed last is saved by the loss of focus before.
    pub fn unmount(self) {
        self.0.destroy();
    }
}
