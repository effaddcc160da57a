//! The button that undoes the last change of a session's clock.

use super::action::Action;
use crate::domain::timing::{Change, Log};
use crate::program::event::Press;
use crate::text::Env;
use crate::text::message::Message;
use crate::timer::catch_up::last_act;

/// Returns the button that undoes the last change of a session's clock that a person made; `None` if there is
/// none.
pub(crate) fn undo(env: &Env<'_>, log: &Log) -> Option<Action> {
    let label = match log.0.get(last_act(log)?)?.change {
        Change::Started => Message::ClockUndoStart,
        Change::MovedTo(_) | Change::MovedSince(..) => Message::ClockUndoMove,
        Change::BeganAt(_) => Message::ClockUndoBegan,
        Change::SkippedTo(_) => Message::ClockUndoSkip,
        Change::Extended(_, minutes) => Message::ClockUndoExtend { minutes },
        Change::Shortened(..) => Message::ClockUndoShorten,
        Change::Dropped(_) => Message::ClockUndoDrop,
        Change::Paused => Message::ClockUndoPause,
        Change::PausedFor(_) => Message::ClockUndoReason,
        Change::Resumed => Message::ClockUndoResume,
        Change::Jumped { .. } | Change::Stayed => Message::ClockUndoAnswer,
        Change::Interrupted | Change::Ended => Message::ClockUndoEnd,
    };
    Some(Action::new(env, &label, Press::ClockUndone))
}
