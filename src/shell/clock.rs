//! The browser's clock. The only reader of the time of day.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;

use crate::domain::time::Instant;
use crate::program::event::Event;
use crate::timer::reading::JITTER;
use crate::ui::{Clock, Dispatch, Ticking};

/// Now, as `Date.now()` has it.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub(super) fn now() -> Instant {
    let now = Instant(js_sys::Date::now() as i64);
    LAST.set(now);
    now
}

/// Reads the clock, and returns what it showed before where it was set back since: every second
/// while a clock face is seen, and at each event. Only one reader is told of each step.
pub(super) fn look() -> Option<Instant> {
    let seen = LAST.get();
    (seen.since(now()) > JITTER).then_some(seen)
}

thread_local! {
    static LAST: Cell<Instant> = const { Cell::new(Instant(0)) };
}

/// The clock that the clock face reads.
pub(super) struct BrowserClock {
    dispatch: Dispatch,
}

impl BrowserClock {
    /// A clock that tells when it was set back.
    pub(super) fn new(dispatch: Dispatch) -> Self {
        Self { dispatch }
    }
}

impl Clock for BrowserClock {
    fn now(&self) -> Instant {
        now()
    }

    fn each_second(&self, tick: Box<dyn Fn()>) -> Ticking {
        let ticker = Rc::new(Ticker { tick, dispatch: self.dispatch.clone(), next: RefCell::new(None) });
        let listener = {
            let ticker = ticker.clone();
            super::document()
                .map(|document| EventListener::new(&document, "visibilitychange", move |_| ticker.look()))
        };
        ticker.schedule();
        Ticking::until_dropped((listener, Stop(ticker)))
    }
}

/// Ticks on each full second while the page is visible.
struct Ticker {
    tick: Box<dyn Fn()>,
    dispatch: Dispatch,
    next: RefCell<Option<Timeout>>,
}

impl Ticker {
    /// Waits for the next full second; a timer that repeats by itself would drift across it.
    fn schedule(self: &Rc<Self>) {
        let ticker = self.clone();
        let wait = 1000_i64.saturating_sub(now().0.rem_euclid(1000));
        let timeout = Timeout::new(u32::try_from(wait).unwrap_or(1000), move || ticker.look());
        self.next.replace(Some(timeout));
    }

    /// Ticks and goes on where the page is visible, else stops until it is.
    fn look(self: &Rc<Self>) {
        if super::is_hidden() {
            self.next.replace(None);
        } else {
            if let Some(seen) = look() {
                self.dispatch.send(Event::ClockSetBack { seen });
            }
            (self.tick)();
            self.schedule();
        }
    }
}

/// Stops a ticker when dropped: the pending timeout holds the ticker, so it has to go first.
struct Stop(Rc<Ticker>);

impl Drop for Stop {
    fn drop(&mut self) {
        self.0.next.replace(None);
    }
}
