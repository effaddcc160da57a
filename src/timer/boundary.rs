//! The one moment to wake for: until then nothing but the clock face changes.

use super::reading::{Phase, Reading};
use crate::domain::time::{Instant, Span};

/// How often an overrun moves the expected finish on the screen.
const OVERRUN_STEP: Span = Span::minutes(1);

/// How long before its end an item is nearing it.
pub const NEARING: Span = Span::minutes(1);

/// The next moment after `now` at which more than the clock face changes: the current item is nearing
/// its end, is up, or has been over for another minute. `None` while time does not count.
#[must_use]
pub fn next_boundary(reading: &Reading, now: Instant) -> Option<Instant> {
    let item = reading.current().filter(|_| reading.phase == Phase::Running)?;
    for ahead in [NEARING, Span::ZERO] {
        if item.remaining() > ahead {
            return Some(now.plus(item.remaining().minus(ahead)));
        }
    }
    let into = Span(item.overrun().0.checked_rem(OVERRUN_STEP.0).unwrap_or(0));
    Some(now.plus(OVERRUN_STEP.minus(into)))
}
