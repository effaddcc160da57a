//! The reading of the open session's clock.

use crate::domain::half::Course;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::timer::reading::{Phase, Reading, reading};

/// Returns the reading of the open session's clock at `now`; `None` if no session is open, or it has not
/// begun.
pub(super) fn read(model: &Model, now: Instant) -> Option<Reading> {
    match &model.half(model.open_session()?)?.course {
        Course::Planned => None,
        Course::Begun { baseline, log } => Some(reading(baseline, log, now)),
    }
}

/// Returns true while the clock of the open session runs or is paused.
pub(super) fn runs(model: &Model, now: Instant) -> bool {
    read(model, now).is_some_and(|reading| matches!(reading.phase, Phase::Running | Phase::Paused))
}
