//! The button that undoes the last change of a session's clock.

use super::action::Action;
use crate::domain::timing::{Change, Log};
use crate::program::event::Press;
use crate::text::Env;
use crate::text::message::Message;

/// Returns the button that undoes the last change of a session's clock; `None` if the log of changes is
/// empty.
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
