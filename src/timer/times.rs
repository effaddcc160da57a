//! The times of day at which items begin and end, and the minutes between them as a person reads both.

use super::reading::{ItemReading, Phase, Reading, Standing};
use crate::domain::time::{Instant, Span};

/// The times at which an item begins and ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Times {
    /// The item began at the first instant, and the two left it at the second.
    Past(Instant, Instant),
    /// The item began at the first instant, and is expected to end at the second.
    Current(Instant, Instant),
    /// The item is expected to begin and to end at these instants.
    Coming(Instant, Instant),
}

/// Returns the times of each item, in the order of the agenda; `None` for an item that took no time and is not to come.
/// While the clock is paused nobody can expect a time, so only the past items have some.
#[must_use]
pub fn times(reading: &Reading) -> Vec<Option<Times>> {
    let is_open = |item: &ItemReading| matches!(item.standing, Standing::Current | Standing::Ahead);
    let open = reading.items.iter().filter(|item| is_open(item));
    let left = open.fold(Span::ZERO, |sum, item| sum.plus(item.remaining()));
    let mut from = reading.expected_finish.minus(left);
    let mut times = Vec::new();
    for item in &reading.items {
        let begin = from;
        if is_open(item) {
            from = from.plus(item.remaining());
        }
        let is_running = reading.phase == Phase::Running;
        times.push(match (item.standing, item.began, item.left) {
            (Standing::Current, Some(began), _) if is_running => Some(Times::Current(began, from)),
            (Standing::Ahead, ..) if is_running => Some(Times::Coming(begin, from)),
            (Standing::Done | Standing::Skipped, Some(began), Some(left)) if item.spent > Span::ZERO => {
                Some(Times::Past(began, left))
            }
            _ => None,
        });
    }
    times
}

/// Returns the minutes spent on each item, in the order of the agenda. They are those between the two times of an item as
/// clocks show them without seconds, so they add up to the minutes of the session.
#[must_use]
pub fn shown_minutes(reading: &Reading) -> Vec<i64> {
    let mut until = Instant(reading.started.map_or(0, |started| started.0.rem_euclid(Span::minutes(1).0)));
    let mut shown = Vec::new();
    for item in &reading.items {
        let from = until.minutes();
        until = until.plus(item.spent);
        shown.push(until.minutes().saturating_sub(from));
    }
    shown
}
