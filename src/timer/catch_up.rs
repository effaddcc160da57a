//! Time that passed unseen: the page was closed, the machine slept, or somebody set the device's clock.
//!
//! Only the two know how much of that time belongs to the session, so the program asks them.

use super::reading::{Phase, reading};
use crate::domain::time::{Instant, Span};
use crate::domain::timing::{Baseline, Log};

/// Time beyond the expected end of the current item from which the program asks about unseen time: 5 minutes.
/// People look away from the screen while they talk.
pub const GAP: Span = Span::minutes(5);

/// Time beyond the expected finish after which a session without any action counts as left running: 60
/// minutes. For a paused session the time counts from the last sign of life.
pub const LEFT_RUNNING: Span = Span::minutes(60);

/// A question to the two about time that passed unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchUp {
    /// Time passed unseen while the clock ran. The two say if they stayed, were away, or the device's clock
    /// changed.
    Unseen {
        /// The last instant at which the page was known to be awake.
        seen: Instant,
        /// Length of the unseen time, from `seen` on; more than zero.
        gap: Span,
    },
    /// The session was left running or paused. The two say if it ended at `probable_end`.
    LeftRunning {
        /// Last sign of life: an instant at which the page was known to be awake, or the last entry of the
        /// log.
        seen: Instant,
        /// Expected finish of the session at the last sign of life; for a paused session the sign of life
        /// itself.
        probable_end: Instant,
    },
}

/// Returns the question to ask at `now`; `None` most of the time. The page was last known to be awake at
/// `seen`, which is `None` if unknown; a `seen` after `now` is ignored. The last entry of the log is a sign
/// of life, too.
///
/// A page may stay open over night. So a session counts as left running on an awake page, too, if nobody did
/// anything for long enough.
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

/// Returns the expected finish as known at `seen`; `None` for a session that neither runs nor is paused.
fn probable_end(baseline: &Baseline, log: &Log, seen: Instant) -> Option<Instant> {
    let then = reading(baseline, log, seen);
    match then.phase {
        Phase::Running => Some(then.expected_finish.max(seen)),
        Phase::Paused => Some(seen),
        Phase::Waiting | Phase::Ended => None,
    }
}
