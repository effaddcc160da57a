//! The browser's clock. The only reader of the time of day.

use std::cell::Cell;

use crate::domain::time::Instant;
use crate::timer::reading::JITTER;

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

/// How many milliseconds the next full second is off; a timer that repeats by itself would drift
/// across it.
pub(super) fn to_full_second() -> u32 {
    let wait = 1000_i64.saturating_sub(now().0.rem_euclid(1000));
    u32::try_from(wait).unwrap_or(1000)
}
