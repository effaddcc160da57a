//! The pace of a session: its expected finish compared with the booked one, in the minutes that a person sees.

use super::reading::Reading;
use crate::domain::time::{Instant, Span};
use crate::domain::timing::{Baseline, Log};

/// Largest difference between the booked and the actual start of a session that is late or early; a session that
/// starts further off was moved.
pub const MOVED: Span = Span::minutes(60);

/// Least number of minutes behind or ahead of the plan that is news to the two.
pub const NOTABLE: i64 = 3;

/// The expected finish of a session beside the planned one. Minutes are those of the two times as they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Planned finish: the booked one, or that of a session as long as planned, if it began more than [`MOVED`] from the
    /// booked start.
    pub planned: Instant,
    /// Minutes by which the expected finish lies after the planned one; negative if it lies before.
    pub late: i64,
    /// Minutes that the two saved so far; zero or less if there are none. Time before the booked start was not saved.
    pub saved: i64,
    /// True if the session began at the booked start, or at most [`MOVED`] after it.
    pub is_as_booked: bool,
}

/// Returns the pace of a session that is booked to begin at `booked`, from a reading of its clock.
#[must_use]
pub fn pace(booked: Instant, baseline: &Baseline, log: &Log, reading: &Reading) -> Pace {
    let begun = log.began().unwrap_or(reading.expected_finish);
    let late = begun.since(booked);
    let is_as_booked = late.rounded_minutes() >= 0 && late.0 <= MOVED.0;
    let late = if late.0.saturating_abs() <= MOVED.0 { late } else { Span::ZERO };
    let length = baseline.minutes().span();
    let planned = begun.minus(late).plus(length);
    let minutes_after =
        |instant: Instant| reading.expected_finish.minutes().saturating_sub(instant.minutes());
    let late = minutes_after(planned);
    let saved = minutes_after(begun.plus(length)).max(late).saturating_neg();
    Pace { planned, late, saved, is_as_booked }
}
