//! The next instant at which the screen of a running session changes, apart from the seconds on the clock
//! face. The shell sets its alarm to that instant.

use super::clock_state::nearing;
use super::reading::{Phase, Reading};
use crate::domain::time::{Instant, Minutes, Span};

/// Step in which the screen counts the overrun of an item: one minute.
const OVERRUN_STEP: Span = Span::minutes(1);

/// Minutes by which the start can be corrected.
pub const BEGAN: [Minutes; 3] = [Minutes(2), Minutes(5), Minutes(10)];

/// Minutes by which the end of an item can be corrected.
pub const ENDED: [Minutes; 4] = [Minutes(1), Minutes(2), Minutes(5), Minutes(10)];

/// Returns the next instant after `now` at which more than the clock face changes: the current item nears its
/// end, reaches it, or has overrun for another minute, or other corrections become possible. `None` unless the clock runs
/// for an item.
#[must_use]
pub fn next_boundary(reading: &Reading, now: Instant) -> Option<Instant> {
    let boundary = next_stage(reading, now)?;
    Some(next_correction(reading, now).map_or(boundary, |change| change.min(boundary)))
}

/// Returns the next instant after `now` at which other corrections are possible; `None` if these stay the same.
fn next_correction(reading: &Reading, now: Instant) -> Option<Instant> {
    let item = reading.current()?;
    let ends = ENDED.map(|ago| now.plus(ago.span().minus(item.spent)));
    let started = reading.started.filter(|_| reading.current_index() == Some(0));
    let begins = started.into_iter().flat_map(|started| BEGAN.map(|ago| started.plus(ago.span())));
    ends.into_iter().chain(begins).filter(|at| *at > now).min()
}

fn next_stage(reading: &Reading, now: Instant) -> Option<Instant> {
    let item = reading.current().filter(|_| reading.phase == Phase::Running)?;
    for ahead in [nearing(item), Span::ZERO] {
        if item.remaining() > ahead {
            return Some(now.plus(item.remaining().minus(ahead)));
        }
    }
    let into = Span(item.overrun().0.checked_rem(OVERRUN_STEP.0).unwrap_or(0));
    Some(now.plus(OVERRUN_STEP.minus(into)))
}
