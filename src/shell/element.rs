//! The exports of the WebAssembly module to `widget.ts`, which starts the widget of each `<coaching-session>`.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};
use yew::{AppHandle, AttrValue};

use super::app::{App, AppProps, Told};
use super::clock;
use super::panic;
pub use super::platform::Platform;
pub use super::writer::Writer;
use crate::outgoing::summary::Form;
use crate::program::event::{Call, Event};
use crate::program::state::request::RequestId;

/// A running widget, which `widget.ts` holds.
#[wasm_bindgen]
pub struct Widget(AppHandle<App>);

/// Starts a widget in `place`, an element of the shadow root `root`. `instance` separates the data of several
/// widgets of one origin; `lang` is the BCP 47 tag of the reader's language. `link` is the text by which the
/// page was opened; `None` if no link opened it. `writer` holds the widget's slot, the number by which the
/// widget writes records of its own.
#[wasm_bindgen]
#[must_use]
pub fn mount(
    root: ShadowRoot,
    place: Element,
    instance: String,
    lang: String,
    link: Option<String>,
    platform: Platform,
    writer: &Writer,
) -> Widget {
    panic::report_to(&platform);
    clock::read_from(&platform);
    let link = link.map(AttrValue::from);
    let (slot, living) = (writer.slot(), writer.living().map(Rc::from));
    let props = AppProps { root, instance: instance.into(), lang: lang.into(), link, platform, slot, living };
    Widget(yew::Renderer::<App>::with_root_and_props(place, props).render())
}

#[wasm_bindgen]
impl Widget {
    /// Hands the widget a text that may hold a link, such as the page's new address.
    #[wasm_bindgen(js_name = openLink)]
    pub fn open_link(&self, text: String) {
        self.0.send_message(Told::Happened(Event::LinkOpened(text)));
    }

    /// Hands the widget the next part of a chosen file's text. Files are numbered in the order in which they
    /// are chosen.
    #[wasm_bindgen(js_name = readPart)]
    pub fn read_part(&self, file: u32, text: String) {
        self.0.send_message(Told::Happened(Event::FileCame(RequestId(file), text)));
    }

    /// Ends the text of a chosen file. `name` is that of the file; `None` if a part could not be read.
    #[wasm_bindgen(js_name = endFile)]
    pub fn end_file(&self, file: u32, name: Option<String>) {
        self.0.send_message(Told::Happened(Event::FileOpened(RequestId(file), name)));
    }

    /// Hands the widget the text of the company's file of content, which came after the start.
    pub fn configure(&self, file: String) {
        self.0.send_message(Told::Happened(Event::Configured(file)));
    }

    /// Calls a method for the host page. The answer carries the number `call`. An unknown name is ignored. `around` is the
    /// origin of the page around the frame if it called and is of another origin; then the person is asked before data go
    /// out or are removed.
    pub fn call(&self, call: u32, name: &str, text: String, around: Option<String>) {
        let asked = match name {
            "link" => Call::Link,
            "calendar" => Call::Calendar,
            "summary" => Call::Summary(if text == "text" { Form::Plain } else { Form::Markdown }),
            "export" => Call::Export,
            "import" => Call::Import(text),
            "delete" => Call::Delete,
            _ => return,
        };
        let (request, asked) = (RequestId(call), Box::new(asked));
        self.0.send_message(Told::Happened(match around {
            Some(origin) => Event::CalledAround(request, asked, origin),
            None => Event::Called(request, asked),
        }));
    }

    /// Reads the attributes of the element again, one of which the host page changed.
    #[wasm_bindgen(js_name = hostChanged)]
    pub fn host_changed(&self) {
        self.0.send_message(Told::Wishes);
    }

    /// Changes the reader's language to a BCP 47 tag.
    #[wasm_bindgen(js_name = setLang)]
    pub fn set_lang(&self, lang: String) {
        self.0.send_message(Told::Reads(lang.into()));
    }

    /// Calls `answer` after everything that was sent before is handled: a sign of life.
    pub fn ask(&self, answer: Function) {
        self.0.send_message(Told::Asked(answer));
    }

    /// Removes the widget from the page. Unsaved changes are saved first, as if the page were hidden.
    pub fn unmount(self) {
        // As a message, since yew would destroy first and create afterwards if the component is not created
        // yet.
        let component = self.0.clone();
        component.send_message(Told::Removed(self.0));
    }
}
