//! Time that passed unseen: the page was closed, the machine slept, or somebody set the device's clock.
//!
//! Only the two know how much of that time belongs to the session, so the program asks them.

use super::reading::{JITTER, Phase, reading};
use super::steps::Step;
use crate::domain::time::{Instant, Span};
use crate::domain::timing::{Baseline, Cause, Change, Entry, Leap, Log};

/// Time beyond the expected end of the current item from which the program asks about unseen time: 5 minutes.
/// People look away from the screen while they talk. A shorter step forward of the device's clock is no leap.
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
        /// Last sign of life: an instant at which the page was known to be awake, or the last entry of the
        /// log before the unseen time.
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

/// Returns the question about a leap, as it stands at `now`. `None` if the clock did not run when the leap
/// began, unless the session was left paused.
///
/// A session in which nobody did anything since the leap counts as left running [`LEFT_RUNNING`] after its
/// probable end.
#[must_use]
pub fn question(baseline: &Baseline, log: &Log, leap: &Leap, now: Instant) -> Option<CatchUp> {
    let before = log.first(leap.after);
    let is_over = reading(baseline, log, now).phase == Phase::Ended;
    let is_touched = log.0.iter().skip(leap.after).any(|entry| !is_automatic(entry));
    let probable_end = probable_end(baseline, &before, leap.from)
        .filter(|end| !is_over && !is_touched && now.since(*end) >= LEFT_RUNNING);
    if let Some(probable_end) = probable_end {
        return Some(CatchUp::LeftRunning { seen: leap.from, probable_end });
    }
    let then = reading(baseline, &before, leap.from);
    (then.phase == Phase::Running).then(|| CatchUp::Unseen { seen: leap.from, gap: leap.gap() })
}

/// Returns true if the log holds the answer about the leap already, because another window gave it.
#[must_use]
pub fn is_answered(log: &Log, leap: &Leap) -> bool {
    let is_ended =
        |entry: &Entry| entry.change == Change::Ended && leap.from <= entry.at && entry.at < leap.to;
    if log.0.get(leap.after).is_some_and(is_ended) {
        return true;
    }
    log.0.iter().skip(leap.after).any(|entry| match entry.change {
        Change::Jumped { seen, .. } => {
            is_near(entry.at.since(seen), leap.gap(), JITTER)
                && is_near(seen.since(leap.from), Span::ZERO, GAP)
        }
        // Nobody answers what was not asked: the entry is about a later leap.
        Change::Stayed => leap.is_asked && entry.at.plus(JITTER) >= leap.to,
        _ => false,
    })
}

/// Returns true if one of these entries of a log is the step, because another window noticed it. `now` is the time that
/// the device's clock shows after the step.
///
/// A clock that is set back shows a time twice, and may be set back once more at the same time: entries that this window
/// knew before the step are no entries about it.
#[must_use]
pub fn knows_step<'a>(entries: impl IntoIterator<Item = &'a Entry>, step: &Step, now: Instant) -> bool {
    let (last, unset) = (step.last.minus(JITTER), now.minus(step.by).plus(JITTER));
    entries.into_iter().any(|entry| match entry.change {
        Change::Jumped { seen, cause: Cause::ClockChanged } => {
            is_near(entry.at.since(seen), step.by, JITTER) && (last..=unset).contains(&seen)
        }
        _ => false,
    })
}

/// Returns true if two spans differ by at most `by`.
fn is_near(one: Span, other: Span, by: Span) -> bool {
    let difference = one.minus(other);
    difference <= by && difference >= Span::ZERO.minus(by)
}

/// Returns true if the entry tells that the device's clock was set.
#[must_use]
pub fn is_step(entry: &Entry) -> bool {
    matches!(entry.change, Change::Jumped { cause: Cause::ClockChanged, .. })
}

/// Returns true if the program made the entry by itself: the device's clock was set back, or forward by less
/// than [`GAP`].
#[must_use]
pub fn is_automatic(entry: &Entry) -> bool {
    matches!(entry.change, Change::Jumped { seen, cause: Cause::ClockChanged } if entry.at.since(seen) < GAP)
}

/// Returns the index of the last entry that a person made; `None` if there is none.
#[must_use]
pub fn last_act(log: &Log) -> Option<usize> {
    log.0.iter().rposition(|entry| !is_automatic(entry))
}

/// Returns the expected finish as known at `seen`, at `seen` at the earliest; for a paused session `seen`
/// itself. `None` for a session that neither runs nor is paused.
fn probable_end(baseline: &Baseline, log: &Log, seen: Instant) -> Option<Instant> {
    let then = reading(baseline, log, seen);
    match then.phase {
        Phase::Running => Some(then.expected_finish.max(seen)),
        Phase::Paused => Some(seen),
        Phase::Waiting | Phase::Ended => None,
    }
}
