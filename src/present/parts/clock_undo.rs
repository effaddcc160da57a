//! The action that takes back the last entry of the log.

use super::action::Action;
use crate::domain::timing::{Change, Log};
use crate::program::event::Press;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the action that takes back the last entry of the log; `None` if the log is empty.
pub(crate) fn undo(env: &Env<'_>, log: &Log) -> Option<Action> {
    let label = match log.last()?.change {
        Change::Started => Message::ClockUndoStart,
        Change::MovedTo(_) => Message::ClockUndoMove,
        Change::SkippedTo(_) => Message::ClockUndoSkip,
        Change::Extended(_, minutes) => Message::ClockUndoExtend { minutes },
        Change::Paused => Message::ClockUndoPause,
        Change::Resumed => Message::ClockUndoResume,
        Change::Jumped { .. } | Change::Stayed => Message::ClockUndoAnswer,
        Change::Ended => Message::ClockUndoEnd,
    };
    Some(Action::new(env, &label, Press::ClockUndone))
}
