//! The browser's own question before the page goes while storage does not hold what the person typed.
//!
//! Listens only while something waits to be stored: a page with such a listener may lose its place in the browser's
//! cache for going back.

use std::cell::Cell;
use std::rc::Rc;

use super::bus::Seat;
use super::handle::Handle;
use super::platform::Platform;
use crate::program::event::Event;
use crate::program::state::model::Model;
use crate::program::update::unsaved::{Unsaved, unsaved};

/// Name of the browser's event before the page goes.
const BEFORE_UNLOAD: &str = "beforeunload";

/// The listeners that save before the page goes, and then have the browser ask if storage refused.
#[derive(Default)]
pub(super) struct Leaving {
    /// True once storage refused words.
    is_refused: Rc<Cell<bool>>,
    /// Attached listeners in the order in which the browser calls them; empty while storage holds everything.
    listeners: Vec<Handle>,
}

impl Leaving {
    /// Attaches the listeners while words are not stored, and detaches them once all are.
    pub(super) fn follow(&mut self, model: &Model, platform: &Platform, seat: &Rc<Seat>) {
        let unsaved = unsaved(model);
        self.is_refused.set(unsaved == Unsaved::Refused);
        if unsaved == Unsaved::Nothing {
            self.listeners.clear();
        } else if self.listeners.is_empty()
            && let Some(window) = web_sys::window()
        {
            let seat = seat.clone();
            let save = move |_| seat.dispatch.send(Event::SaveCame);
            self.listeners.push(Handle::listener(platform, &window, BEFORE_UNLOAD, save));
            // The program saves between the two listeners. A page that stores everything by then asks nothing.
            let is_refused = self.is_refused.clone();
            let ask = move |event: web_sys::Event| {
                if is_refused.get() {
                    event.prevent_default();
                }
            };
            self.listeners.push(Handle::listener(platform, &window, BEFORE_UNLOAD, ask));
        }
    }
}
