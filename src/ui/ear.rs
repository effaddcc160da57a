//! What is done to an element, and what that brings about. One type hears all: a closure for each
//! place, with a type of listener for each kind of event, weighs more in the download.

use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event as DomEvent, HtmlInputElement, KeyboardEvent};
use yew::TargetCast as _;
use yew::virtual_dom::{Listener, ListenerKind};

use super::Dispatch;
use crate::program::event::{Event, Press};
use crate::program::field::Field;

/// What is listened for, and what it brings about.
pub(super) enum Hears {
    /// A click.
    Click(Press),
    /// A form that is sent off: from any field, by the enter key.
    Submit(Press),
    /// One of these keys, held like that. With `None` a key is taken, and brings nothing about.
    Keys(Held, Vec<(&'static str, Option<Press>)>),
    /// Something is typed into that field, or chosen in it.
    Typing(Field),
    /// A field loses the focus.
    Leaving,
}

/// How keys are to be held.
pub(super) enum Held {
    /// In any way.
    Anyhow,
    /// With the alt key.
    WithAlt,
    /// Alone, and while nobody types: a letter in a field is a letter.
    Alone,
}

/// Hears one kind of event of an element.
pub(super) struct Ear {
    /// Who is told.
    pub(super) dispatch: Dispatch,
    /// What is listened for.
    pub(super) hears: Hears,
}

impl Listener for Ear {
    fn kind(&self) -> ListenerKind {
        match self.hears {
            Hears::Click(_) => ListenerKind::onclick,
            Hears::Submit(_) => ListenerKind::onsubmit,
            Hears::Keys(..) => ListenerKind::onkeydown,
            Hears::Typing(_) => ListenerKind::oninput,
            Hears::Leaving => ListenerKind::onfocusout,
        }
    }

    fn handle(&self, event: DomEvent) {
        match &self.hears {
            Hears::Click(press) => self.dispatch.send(*press),
            Hears::Submit(press) => {
                event.prevent_default();
                self.dispatch.send(*press);
            }
            Hears::Keys(held, keys) => self.key(event, held, keys),
            Hears::Typing(field) => {
                // A field of several lines is no such element, and its value is read in the same way.
                if let Some(target) = event.target() {
                    let text = target.unchecked_into::<HtmlInputElement>().value();
                    self.dispatch.send(Event::Typed(*field, text));
                }
            }
            Hears::Leaving => self.dispatch.send(Event::FieldLeft),
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

impl Ear {
    fn key(&self, event: DomEvent, held: &Held, keys: &[(&'static str, Option<Press>)]) {
        let around = event.target_dyn_into::<Element>().map(|target| target.tag_name());
        let is_typing = matches!(around.as_deref(), Some("INPUT" | "TEXTAREA"));
        let event: KeyboardEvent = event.unchecked_into();
        let is_held = match held {
            Held::Anyhow => true,
            Held::WithAlt => event.alt_key(),
            Held::Alone => !is_typing && !event.alt_key() && !event.ctrl_key() && !event.meta_key(),
        };
        let key = event.key();
        if is_held && let Some((_, press)) = keys.iter().find(|(own, _)| *own == key) {
            // Else a letter would be the first of what is written in the field that opens.
            event.prevent_default();
            if let Some(press) = press {
                self.dispatch.send(*press);
            }
        }
    }
}
