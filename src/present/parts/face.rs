//! The clock face of a session that is running. Its dial alone depends on the second; the rest of the screen
//! changes when something has happened.

use std::rc::Rc;

use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::{Baseline, Log};
use crate::text::message::Message;
use crate::text::{Env, Words, duration};
use crate::timer::reading::{Phase, Reading, reading};

/// The clock face: its name, and the clock that it reads.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceView {
    /// The name of the face, for a screen reader.
    pub name: Words,
    baseline: Baseline,
    log: Log,
}

/// The clock face at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// The time left, or the time over.
    pub digits: Words,
    /// The words below the digits.
    pub caption: Words,
    /// The part of the ring that is left, from 0 to [`RING_STEPS`].
    pub steps: i64,
    /// True if the time of the item is over.
    pub is_over: bool,
    /// True if the clock is paused.
    pub is_paused: bool,
}

/// The steps in which the ring goes round. It moves less often than the digits, so that most seconds change
/// one text and nothing else.
pub const RING_STEPS: i64 = 60;

/// Returns the clock face of a session that began with `baseline`.
pub(crate) fn face(env: &Env<'_>, baseline: &Baseline, log: &Log) -> Rc<FaceView> {
    let name = env.say(&Message::TimerName);
    Rc::new(FaceView { name, baseline: baseline.clone(), log: log.clone() })
}

impl FaceView {
    /// Returns the dial at `now`.
    #[must_use]
    pub fn dial(&self, env: &Env<'_>, now: Instant) -> Dial {
        dial(env, &reading(&self.baseline, &self.log, now))
    }
}

fn dial(env: &Env<'_>, reading: &Reading) -> Dial {
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
    // A step stays until its whole time has passed, so that the ring starts full.
    let (whole, left) = (allotted.span().0.max(1), left.0.saturating_mul(RING_STEPS));
    let steps = if is_over { RING_STEPS } else { left.saturating_add(whole - 1) / whole };
    Dial { digits: digits.into(), caption: env.say(&caption), steps, is_over, is_paused }
}
