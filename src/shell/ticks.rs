//! The browser's clock behind the port of `ui`: ticks at each full second while the page is visible. Each
//! tick also reports a clock that was set back, and records that are missing in storage.

use std::any::Any;
use std::rc::Rc;

use yew::Callback;

use super::bus::Seat;
use super::clock::{Watch, now, to_full_second};
use super::handle::Handle;
use super::intl::Browser;
use super::storage::Store;
use crate::domain::time::Instant;
use crate::program::event::Event;
use crate::text::Env;
use crate::ui::{Clock, Dispatch, Time};

/// The browser's clock. Each tick also reports a step of the device's clock, and storage that was cleared.
pub(super) struct Ticks {
    /// Translator and rules of time zones, for the words of the clock face.
    pub browser: Rc<Browser>,
    /// Watch that finds the steps of the device's clock.
    pub watch: Rc<Watch>,
    /// Channel to the program for the reports of a step and of cleared storage.
    pub dispatch: Dispatch,
    /// Storage that is asked at each tick if a record of this window is missing.
    pub store: Rc<Store>,
}

/// Returns the clock that the clock face reads, in the words of `browser`.
pub(super) fn clock(browser: &Rc<Browser>, watch: &Rc<Watch>, seat: &Seat, store: &Rc<Store>) -> Clock {
    let (browser, watch, dispatch) = (browser.clone(), watch.clone(), seat.dispatch.clone());
    Clock::new(Ticks { browser, watch, dispatch, store: store.clone() })
}

impl Time for Ticks {
    fn now(&self) -> Instant {
        now()
    }

    fn env(&self) -> Env<'_> {
        self.browser.env()
    }

    fn next_second(&self, tick: Callback<()>) -> Box<dyn Any> {
        let (watch, dispatch, store) = (self.watch.clone(), self.dispatch.clone(), self.store.clone());
        let tick_if_visible = Callback::from(move |()| {
            if super::is_hidden() {
                return;
            }
            if watch.look() {
                // The step goes to the program before this event.
                dispatch.send(Event::AlarmRang);
            }
            if store.has_lost() {
                dispatch.send(Event::StorageDoubted);
            }
            tick.emit(());
        });
        let at_shown = super::document().map(|document| {
            let tick = tick_if_visible.clone();
            Handle::listener(&self.browser.platform, &document, "visibilitychange", move |_| tick.emit(()))
        });
        let at_second =
            Handle::timer(&self.browser.platform, to_full_second(), move || tick_if_visible.emit(()));
        Box::new((at_shown, at_second))
    }
}
