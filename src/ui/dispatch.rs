//! The way of an event from a listener to the program.

use std::cell::Cell;
use std::rc::Rc;

use yew::Callback;

use super::pace::Pace;
use crate::domain::note::Readers;
use crate::program::event::{Event, Hotkeys, NotePress, Press};

/// The channel from a listener to the program. A clone is equal to its original, so properties that hold one
/// stay equal.
#[derive(Clone)]
pub struct Dispatch(Rc<Channel<dyn Fn(Event)>>);

struct Channel<Take: ?Sized> {
    hotkeys: Cell<Hotkeys>,
    pace: Pace,
    take: Take,
}

impl Dispatch {
    /// Returns a channel that hands each event to `take`.
    pub fn new(take: impl Fn(Event) + 'static) -> Self {
        Self(Rc::new(Channel { hotkeys: Cell::default(), pace: Pace::default(), take }))
    }

    /// Hands one event to the program.
    pub fn send(&self, event: impl Into<Event>) {
        (self.0.take)(event.into());
    }

    /// Sets the state of the keys of one letter for the screens that are drawn from now on.
    pub fn let_keys(&self, hotkeys: Hotkeys) {
        self.0.hotkeys.set(hotkeys);
    }

    /// Returns the state of the keys of one letter.
    pub(super) fn hotkeys(&self) -> Hotkeys {
        self.0.hotkeys.get()
    }

    /// Returns the pace of the presses on this widget.
    #[must_use]
    pub fn pace(&self) -> &Pace {
        &self.0.pace
    }

    /// Returns a listener for the browser, which hands to the program what `event` makes of each event of the
    /// browser.
    pub fn callback<In, Out: Into<Event>>(&self, event: impl Fn(In) -> Out + 'static) -> Callback<In> {
        let dispatch = self.clone();
        Callback::from(move |happened| dispatch.send(event(happened)))
    }

    /// Returns a listener that hands `press` to the program when a form is submitted, and keeps the browser
    /// from sending the form. For the form, and for its button: Enter in a field presses the button, and a frame
    /// that may send no forms reports nothing after that.
    pub(super) fn submit<Reported: AsRef<web_sys::Event> + 'static>(
        &self,
        press: Press,
    ) -> Callback<Reported> {
        self.callback(move |event: Reported| {
            event.as_ref().prevent_default();
            press
        })
    }

    /// Returns a listener that keeps the line for notes, which is for these readers, when its form is submitted, or
    /// its button pressed: see [`Self::submit`].
    pub(super) fn keep_line<Reported: AsRef<web_sys::Event> + 'static>(
        &self,
        readers: Readers,
    ) -> Callback<Reported> {
        let pace = self.clone();
        self.callback(move |event: Reported| {
            let event = event.as_ref();
            event.prevent_default();
            pace.pace().keep(event.time_stamp(), readers);
            Press::Note(NotePress::Kept)
        })
    }
}

impl PartialEq for Dispatch {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
