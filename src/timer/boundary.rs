//! The next instant at which more than the clock face changes. The shell sets its alarm to it.

use super::reading::{Phase, Reading};
use crate::domain::time::{Instant, Span};

/// The step in which an overrun moves the expected finish on the screen.
const OVERRUN_STEP: Span = Span::minutes(1);

/// The time before the end of an item in which the screen says that the end is near.
pub const NEARING: Span = Span::minutes(1);

/// Returns the next instant after `now` at which more than the clock face changes: the current item nears its end,
/// reaches it, or has overrun for another minute. `None` while the clock does not run.
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
