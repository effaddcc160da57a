//! Listeners for events of the browser: changes by other windows, and the visibility of the page.
//!
//! Must not act on an event, only translate it.

use std::rc::Rc;

use wasm_bindgen::JsCast as _;
use web_sys::{EventTarget, StorageEvent};

use super::bus::Seat;
use super::handle::Handle;
use super::platform::Platform;
use super::storage::Prefix;
use crate::program::event::{AlonePress, Changed, Event, Press};

/// Attaches the listeners of one widget; dropping the returned handles detaches them.
pub(super) fn listen(platform: &Platform, seat: &Rc<Seat>) -> Vec<Handle> {
    let (Some(window), Some(document)) = (web_sys::window(), super::document()) else { return Vec::new() };
    let mut listeners = Vec::new();
    let mut on = |target: &EventTarget, name: &str, translate: Translate| {
        let seat = seat.clone();
        listeners.push(Handle::listener(platform, target, name, move |event| {
            if let Some(event) = translate(&event, &seat.prefix) {
                seat.dispatch.send(event);
            }
        }));
    };
    on(&window, "storage", |event, keys| {
        let event = event.dyn_ref::<StorageEvent>().filter(|event| keys.is_told(event))?;
        // An event without a name tells that another window cleared all of storage.
        let Some(name) = event.key() else { return Some(Event::StorageDoubted) };
        let place = keys.parse(&name)?;
        Some(Event::ChangedElsewhere(Box::new(Changed { place, record: event.new_value() })))
    });
    on(&document, "visibilitychange", |_, _| {
        Some(if super::is_hidden() { Event::PageHidden } else { Event::PageShown })
    });
    on(&window, "focus", |_, _| Some(Event::StorageDoubted));
    // Another window or tab takes the release of a held button.
    on(&window, "blur", |_, _| Some(Press::Alone(AlonePress::Released).into()));
    on(&window, "pagehide", |_, _| Some(Event::PageHidden));
    if platform.owns_history() {
        let (seat, own) = (seat.clone(), platform.clone());
        listeners.push(Handle::listener(platform, &window, "popstate", move |event| {
            if let Some(place) = own.place_in(&event) {
                seat.dispatch.send(Event::PlaceRecalled(place));
            }
        }));
    }
    listeners
}

/// Turns an event of the browser into one of the program, for a widget that stores under the prefix; `None`
/// if the event does not concern the widget.
type Translate = fn(&web_sys::Event, &Prefix) -> Option<Event>;
