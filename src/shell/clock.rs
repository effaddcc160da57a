//! The browser's clock. No other file reads the time of day.

use std::cell::Cell;

use crate::domain::time::Instant;
use crate::timer::reading::JITTER;

/// Returns the time of `Date.now()`, and remembers it for [`last_before_set_back`].
#[expect(clippy::disallowed_methods, reason = "this is the one reader of the clock")]
#[expect(clippy::cast_possible_truncation, reason = "whole milliseconds, far below 2^53")]
pub(super) fn now() -> Instant {
    let now = Instant(js_sys::Date::now() as i64);
    LAST.set(now);
    now
}

/// Returns the last reading if the clock has gone back by more than [`JITTER`] since; `None` otherwise. Each call
/// takes a new reading, so each step back is reported once. Called at each event, and every second while a clock
/// face is visible.
pub(super) fn last_before_set_back() -> Option<Instant> {
    let seen = LAST.get();
    (seen.since(now()) > JITTER).then_some(seen)
}

thread_local! {
    static LAST: Cell<Instant> = const { Cell::new(Instant(0)) };
}

/// Returns the milliseconds until the next full second. A repeating timer would drift across it.
pub(super) fn to_full_second() -> u32 {
    let wait = 1000_i64.saturating_sub(now().0.rem_euclid(1000));
    u32::try_from(wait).unwrap_or(1000)
}
