//! Time that passed unseen: the page was closed, the machine slept, or somebody set its clock.
//! The clock tells what the wall clock says; whether that is the truth only the two can say.

use super::reading::{Phase, reading};
use crate::domain::time::{Instant, Span};
use crate::domain::timing::{Baseline, Log};

/// Shorter gaps are not asked about: people look away from a screen while they talk.
pub const GAP: Span = Span::minutes(5);

/// A session this far beyond its expected finish, with nothing done since, was left running rather
/// than overrun.
pub const LEFT_RUNNING: Span = Span::minutes(60);

/// What there is to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchUp {
    /// An item's end went by unseen: "were you away, or did the clock change?"
    Unseen {
        /// The last instant at which the page was known to be awake.
        seen: Instant,
        /// How much went by since.
        gap: Span,
    },
    /// The session was left running, or paused: "it ended at ...".
    LeftRunning {
        /// The last sign of life.
        seen: Instant,
        /// When it would have ended, going by what was known then.
        probable_end: Instant,
    },
}

/// What there is to ask at `now`, where the page was last known to be awake at `seen`; the last
/// entry of the log counts as a sign of life as well. `None` most of the time.
///
/// That the page is awake does not mean that anybody is there: a page stays open over night. So a
/// session counts as left running also when nothing was done for long enough.
#[must_use]
pub fn catch_up(baseline: &Baseline, log: &Log, seen: Option<Instant>, now: Instant) -> Option<CatchUp> {
    let touched = log.last()?.at;
    let seen = seen.filter(|seen| *seen <= now).map_or(touched, |seen| seen.max(touched));
    let left_at = |seen| {
        let probable_end = probable_end(baseline, log, seen)?;
        (now.since(probable_end) >= LEFT_RUNNING).then_some(CatchUp::LeftRunning { seen, probable_end })
    };
    let left = left_at(seen).or_else(|| left_at(touched));
    if left.is_some() {
        return left;
    }
    let then = reading(baseline, log, seen);
    let up = then.current().is_some_and(|item| seen.plus(item.remaining()).plus(GAP) <= now);
    (then.phase == Phase::Running && up).then_some(CatchUp::Unseen { seen, gap: now.since(seen) })
}

/// When the session would have ended, going by what was known at `seen`; `None` of one that is not
/// on.
fn probable_end(baseline: &Baseline, log: &Log, seen: Instant) -> Option<Instant> {
    let then = reading(baseline, log, seen);
    match then.phase {
        Phase::Running => Some(then.expected_finish.max(seen)),
        Phase::Paused => Some(seen),
        Phase::Waiting | Phase::Ended => None,
    }
}
