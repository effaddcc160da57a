//! One alarm: rings once, at an instant.

use gloo::timers::callback::Timeout;

use super::clock::now;
use crate::domain::time::Instant;

/// The longest that is waited at a stretch: browsers count timers in 32 bits, and a machine that
/// slept is noticed sooner. An alarm that rings early only makes the program look again.
const LONGEST: i64 = 60 * 60 * 1000;

/// Rings at `instant`, at the latest after an hour. Dropping it turns it off.
pub(super) fn alarm(instant: Instant, ring: impl FnOnce() + 'static) -> Timeout {
    let wait = instant.since(now()).0.clamp(0, LONGEST);
    Timeout::new(u32::try_from(wait).unwrap_or(0), ring)
}
