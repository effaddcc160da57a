//! The clock face of a session that is running. Its dial alone changes each second; the rest of the screen
//! changes when something has happened.

use std::rc::Rc;

use super::signals::Numbers;
use crate::domain::agenda::ItemId;
use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::{Baseline, Log};
use crate::text::message::Message;
use crate::text::{Env, Words, duration};
use crate::timer::clock_state::{ClockState, clock_state};
use crate::timer::reading::{Reading, reading};

/// The clock face of a running session: its name, and the data from which the time is read.
#[derive(Clone, Debug, PartialEq)]
pub struct FaceView {
    /// Accessible name of the clock face, for a screen reader.
    pub name: Words,
    numbers: Numbers,
    baseline: Baseline,
    log: Log,
    close: Option<ItemId>,
}

/// The contents of the clock face at one instant.
#[derive(Clone, Debug, PartialEq)]
pub struct Dial {
    /// Minutes and seconds left for the current item. Once they are used up, the time over, behind a plus
    /// sign. Empty in the mode without numbers.
    pub digits: Words,
    /// Words below the digits: the item's minutes, that its time is up, or that the clock is paused.
    pub caption: Words,
    /// Length of the drawn arc, from 0 to [`RING_STEPS`]: the share of the item's time that is left. The ring
    /// is full again once the time is up.
    pub steps: i64,
    /// State of the clock, by which the dial is coloured.
    pub state: ClockState,
}

/// Number of steps in the full ring of the clock face. The ring moves less often than the digits, so most
/// seconds change one text and nothing else.
pub const RING_STEPS: i64 = 60;

/// Returns the clock face of a session with the planned minutes in `baseline` and the changes in `log`. `close` is the
/// item that closes the session.
pub(crate) fn face(
    env: &Env<'_>,
    numbers: Numbers,
    (baseline, log): (&Baseline, &Log),
    close: Option<ItemId>,
) -> Rc<FaceView> {
    let name = env.say(&Message::TimerName);
    Rc::new(FaceView { name, numbers, baseline: baseline.clone(), log: log.clone(), close })
}

impl FaceView {
    /// Returns the contents of the clock face at `now`.
    #[must_use]
    pub fn dial(&self, env: &Env<'_>, now: Instant) -> Dial {
        let reading = reading(&self.baseline, &self.log, now);
        dial(env, self.numbers, &reading, clock_state(&reading, self.close))
    }
}

fn dial(env: &Env<'_>, numbers: Numbers, reading: &Reading, state: ClockState) -> Dial {
    let current = reading.current();
    let (left, over) = current.map(|item| (item.remaining(), item.overrun())).unwrap_or_default();
    let allotted = current.map_or(Minutes(0), |item| item.allotted());
    let time = current.map_or(Span::ZERO, |item| item.time());
    let is_up = current.is_some() && left == Span::ZERO;
    let caption = match (state, over.0 / 60_000) {
        (ClockState::Paused, _) => Message::TimePaused,
        (ClockState::Nearing, _) => Message::TimeNears,
        (ClockState::Closing, _) => Message::TimeClosing,
        (ClockState::Over, 0) => Message::OverJust,
        (ClockState::Over, 1..) if numbers == Numbers::Hidden => Message::TimeOver,
        (ClockState::Over, _) => Message::OverThe { minutes: allotted },
        (ClockState::NotStarted | ClockState::Running | ClockState::Ended, _) => match numbers {
            Numbers::Hidden => Message::TimeLeft,
            Numbers::Minutes | Numbers::All => Message::LeftOf { minutes: allotted },
        },
    };
    let digits = match numbers {
        Numbers::Hidden => Words::default(),
        _ if is_up => format!("+{}", duration::gone(over)).into(),
        Numbers::Minutes if left > Span::minutes(1) => {
            env.say(&Message::Minutes { minutes: whole_minutes(left) })
        }
        Numbers::Minutes | Numbers::All => duration::left(left).into(),
    };
    let steps = if is_up { RING_STEPS } else { steps(left, time) };
    Dial { digits, caption: env.say(&caption), steps, state }
}

/// Returns the time left in whole minutes, rounded up.
fn whole_minutes(left: Span) -> Minutes {
    Minutes(u16::try_from(left.0.saturating_add(59_999) / 60_000).unwrap_or(u16::MAX))
}

/// Returns the length of the arc for the time left of the item's `time`, in steps. It is rounded up, so
/// the ring starts full.
fn steps(left: Span, time: Span) -> i64 {
    let whole = time.0.max(1);
    left.0.saturating_mul(RING_STEPS).saturating_add(whole - 1) / whole
}
