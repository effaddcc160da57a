//! The browser's clock. No other file reads the time of day.

use std::cell::{Cell, RefCell};

use super::platform::Platform;
use crate::domain::time::{Instant, Span};
use crate::timer::steps::{Look, Step, step};

thread_local! {
    /// Platform of the last mounted widget, whose clock is that of the device; `None` before the first.
    static PLATFORM: RefCell<Option<Platform>> = const { RefCell::new(None) };
}

/// Reads the clock through `platform` from now on: a script of the host page may put another `Date` in the place of the
/// browser's.
pub(super) fn read_from(platform: &Platform) {
    PLATFORM.set(Some(platform.clone()));
}

/// Returns the time of `Date.now()`: that of the device's clock, which a person or a program can set.
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub(super) fn now() -> Instant {
    let read = PLATFORM.with_borrow(|platform| platform.as_ref().map(Platform::now));
    Instant(read.unwrap_or_else(js_sys::Date::now) as i64)
}

/// Returns the time of `performance.now()`, which nobody can set; `None` before the first widget.
#[expect(clippy::cast_possible_truncation, reason = "milliseconds, far below 2^53")]
fn steady() -> Option<Span> {
    PLATFORM.with_borrow(|platform| platform.as_ref().map(|platform| Span(platform.steady() as i64)))
}

/// A watch over the device's clock: finds its steps. Each look compares with the look before.
#[derive(Debug, Default)]
pub(super) struct Watch {
    last: Cell<Option<Look>>,
    /// The steps that were found and not taken yet, as one.
    step: Cell<Option<Step>>,
}

impl Watch {
    /// Looks at the clock; returns true if it made a step that was not taken yet. Called at each event, and
    /// every second while a clock face is visible.
    pub(super) fn look(&self) -> bool {
        let Some(steady) = steady() else { return false };
        let look = Look { shown: now(), steady, is_visible: !super::is_hidden() };
        let found = self.last.replace(Some(look)).and_then(|last| step(&last, &look));
        let before = self.step.take();
        self.step.set(match (before, found) {
            (Some(before), Some(found)) => Some(before.then(found)),
            (before, found) => before.or(found),
        });
        self.step.get().is_some()
    }

    /// Looks at the clock, and returns the steps since the last call, as one; `None` if there were none.
    pub(super) fn take(&self) -> Option<Step> {
        self.look();
        self.step.take()
    }
}

/// Returns the milliseconds until the next full second. A repeating timer would drift across it.
pub(super) fn to_full_second() -> u32 {
    let wait = 1000_i64.saturating_sub(now().0.rem_euclid(1000));
    u32::try_from(wait).unwrap_or(1000)
}

/// Returns a random seed from the browser's cryptographic source.
pub(super) fn seed(platform: &Platform) -> u64 {
    let bytes: [u8; 8] = platform.random(8).try_into().unwrap_or_default();
    u64::from_le_bytes(bytes)
}
