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
    /// The state of the clock.
    pub state: DialState,
}

/// The state of the clock on the dial.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialState {
    /// The item has time left.
    Running,
    /// The time of the item is up.
    Over,
    /// The session is paused, before or after the time was up.
    Paused,
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
    let is_up = current.is_some() && left == Span::ZERO;
    let state = match is_up {
        _ if reading.phase == Phase::Paused => DialState::Paused,
        true => DialState::Over,
        false => DialState::Running,
    };
    let caption = match (state, over.0 / 60_000) {
        (DialState::Paused, _) => Message::TimePaused,
        (DialState::Running, _) => Message::LeftOf { minutes: allotted },
        (DialState::Over, 0) => Message::OverJust,
        (DialState::Over, minutes) => Message::OverBy { minutes },
    };
    let digits = if is_up { format!("+{}", duration::gone(over)) } else { duration::left(left) };
    let steps = if is_up { RING_STEPS } else { steps(left, allotted) };
    Dial { digits: digits.into(), caption: env.say(&caption), steps, state }
}

/// Returns the part of the ring for the time left, rounded up, so that the ring starts full.
fn steps(left: Span, allotted: Minutes) -> i64 {
    let whole = allotted.span().0.max(1);
    left.0.saturating_mul(RING_STEPS).saturating_add(whole - 1) / whole
}
