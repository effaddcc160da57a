//! When the one alarm rings.

use super::clock::now;
use crate::domain::time::Instant;

/// The longest that is waited at a stretch: browsers count timers in 32 bits, and a machine that
/// slept is noticed sooner. An alarm that rings early only makes the program look again.
const LONGEST: i64 = 60 * 60 * 1000;

/// How many milliseconds an alarm for `instant` waits: an hour at the most.
pub(super) fn wait(instant: Instant) -> u32 {
    let wait = instant.since(now()).0.clamp(0, LONGEST);
    u32::try_from(wait).unwrap_or(0)
}
