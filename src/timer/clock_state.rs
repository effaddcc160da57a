//! The state of the clock of a session, as the clock face shows it in words, ring and colour.

use super::reading::{ItemReading, Phase, Reading};
use crate::domain::agenda::ItemId;
use crate::domain::time::Span;

/// Least time before the end of an item from which the item nears its end: one minute.
const LEAST_NEARING: Span = Span::minutes(1);

/// The state of the clock of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockState {
    /// The session has not begun.
    NotStarted,
    /// The current item has time left.
    Running,
    /// The current item has little time left; see [`nearing`].
    Nearing,
    /// The time of the current item is used up.
    Over,
    /// The clock is paused.
    Paused,
    /// The two close the session, and the close has time left.
    Closing,
    /// The session is over.
    Ended,
}

/// Returns the time before the end of an item from which the item nears its end: the last fifth of its time, at least a
/// minute.
#[must_use]
pub fn nearing(item: &ItemReading) -> Span {
    Span(item.time().0.checked_div(5).unwrap_or_default()).max(LEAST_NEARING)
}

/// Returns the state of the clock. `close` is the item that closes it; `None` for an agenda without one.
#[must_use]
pub fn clock_state(reading: &Reading, close: Option<ItemId>) -> ClockState {
    match (reading.phase, reading.current()) {
        (Phase::Waiting, _) => ClockState::NotStarted,
        (Phase::Ended, _) => ClockState::Ended,
        (Phase::Paused, _) => ClockState::Paused,
        (Phase::Running, Some(item)) if item.remaining() == Span::ZERO => ClockState::Over,
        (Phase::Running, Some(item)) if Some(item.item) == close => ClockState::Closing,
        (Phase::Running, Some(item)) if item.remaining() <= nearing(item) => ClockState::Nearing,
        (Phase::Running, _) => ClockState::Running,
    }
}
