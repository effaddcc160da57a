//! The clock face: the one thing on the screen that a second changes.

use crate::domain::time::{Minutes, Span};
use crate::text::message::Message;
use crate::text::{Env, Words, duration};
use crate::timer::reading::{Phase, Reading};

/// The clock face: the one thing on the screen that a second changes.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceView {
    /// What the face is called.
    pub name: Words,
    /// The time left, or the time over.
    pub digits: Words,
    /// What the digits are.
    pub caption: Words,
    /// How much of the ring is left, in steps: see [`RING_STEPS`].
    pub steps: i64,
    /// Whether the item's time is over.
    pub is_over: bool,
    /// Whether time stands still.
    pub is_paused: bool,
}

/// In how many steps the ring goes round: it moves less often than the digits, so that most ticks
/// change one text and nothing else.
pub const RING_STEPS: i64 = 60;

/// The clock face of a session that is on.
pub(crate) fn face(env: &Env<'_>, reading: &Reading) -> FaceView {
    let current = reading.current();
    let (left, over) = current.map(|item| (item.remaining(), item.overrun())).unwrap_or_default();
    let allotted = current.map_or(Minutes(0), |item| item.allotted());
    let is_over = current.is_some() && left == Span::ZERO;
    let is_paused = reading.phase == Phase::Paused;
    let caption = match over.0 / 60_000 {
        _ if is_paused => Message::TimePaused,
        _ if !is_over => Message::LeftOf { minutes: allotted },
        0 => Message::OverJust,
        minutes => Message::OverBy { minutes },
    };
    let digits = if is_over { format!("+{}", duration::gone(over)) } else { duration::left(left) };
    // A step that has begun to go is still there, so that a full ring is whole at first.
    let (whole, left) = (allotted.span().0.max(1), left.0.saturating_mul(RING_STEPS));
    let steps = if is_over { RING_STEPS } else { left.saturating_add(whole - 1) / whole };
    let name = env.say(&Message::TimerName);
    FaceView { name, digits: digits.into(), caption: env.say(&caption), steps, is_over, is_paused }
}
