//! The waiting time of the alarm.
//!
//! Must not decide what the alarm is for.

use super::clock::now;
use crate::domain::time::Instant;

/// Upper bound of a wait, in milliseconds. Browsers count timers in 32 bits, and a shorter timer notices
/// sooner that the machine slept. An early alarm only makes the program check the time again.
const LONGEST: i64 = 60 * 60 * 1000;

/// Returns the wait of an alarm for `instant`, in milliseconds: at most an hour.
pub(super) fn wait(instant: Instant) -> u32 {
    let wait = instant.since(now()).0.clamp(0, LONGEST);
    u32::try_from(wait).unwrap_or(0)
}
