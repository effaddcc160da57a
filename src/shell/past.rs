//! The browser's history, where it is the widget's: one entry for each screen that a press opened.
//!
//! Must not decide what a screen is: the program names its place.

use super::platform::Platform;
use crate::program::event::Event;
use crate::program::state::model::Model;
use crate::program::update::past::{is_list, is_screen, place};

/// The way in which an event may lead to another screen.
pub(super) enum Way {
    /// The person pressed a button.
    Pressed,
    /// The person went back or forward in the browser's history. Holds the place of the entry there.
    Recalled(String),
    /// Something else happened, such as a link that was opened.
    Other,
}

impl Way {
    /// Returns the way of an event.
    pub(super) fn of(event: &Event) -> Self {
        match event {
            Event::Pressed(_) => Self::Pressed,
            Event::PlaceRecalled(place) => Self::Recalled(place.clone()),
            _ => Self::Other,
        }
    }
}

/// Returns the place of the shown screen, for [`follow`] after the event; `None` where the history is not the widget's.
pub(super) fn before(platform: &Platform, model: &Model) -> Option<String> {
    platform.owns_history().then(|| place(model))
}

/// Brings the browser's history in line with the shown screen. `before` is the place of the screen before the event.
pub(super) fn follow(platform: &Platform, model: &Model, way: Way, before: &str) {
    let now = place(model);
    let is_same = now == before;
    match way {
        Way::Pressed | Way::Other if is_same => {}
        // An opened link or file lies above the screen: Back leads to that screen.
        Way::Pressed | Way::Other if is_screen(before) && !is_screen(&now) => platform.cover_place(&now),
        // An opened link or file gives its entry to the screen that follows.
        Way::Pressed if is_screen(before) => platform.add_place(&now),
        // The screen stays, as with text that cannot be kept: the person is ahead of the entry again. The list, which keeps
        // everything, stands for a screen that is gone.
        Way::Recalled(to) if is_same && now != to && !is_list(model) => platform.add_place(&now),
        Way::Pressed | Way::Recalled(_) | Way::Other => platform.keep_place(&now),
    }
}

/// Stores the place of the first screen in the current entry of the browser's history.
pub(super) fn begin(platform: &Platform, model: &Model) {
    if platform.owns_history() {
        platform.keep_place(&place(model));
    }
}
