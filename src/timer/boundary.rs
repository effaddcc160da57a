//! The next instant at which the screen of a running session changes, apart from the seconds on the clock
//! face. The shell sets its alarm to that instant.

use super::clock_state::nearing;
use super::reading::{Phase, Reading};
use crate::domain::time::{Instant, Span};

/// Step in which the screen counts the overrun of an item: one minute.
const OVERRUN_STEP: Span = Span::minutes(1);

/// Returns the next instant after `now` at which more than the clock face changes: the current item nears its
/// end, reaches it, or has overrun for another minute. `None` unless the clock runs for an item.
#[must_use]
pub fn next_boundary(reading: &Reading, now: Instant) -> Option<Instant> {
    let item = reading.current().filter(|_| reading.phase == Phase::Running)?;
    for ahead in [nearing(item), Span::ZERO] {
        if item.remaining() > ahead {
            return Some(now.plus(item.remaining().minus(ahead)));
        }
    }
    let into = Span(item.overrun().0.checked_rem(OVERRUN_STEP.0).unwrap_or(0));
    Some(now.plus(OVERRUN_STEP.minus(into)))
}
