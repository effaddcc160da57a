//! Undoing the last change of the open screen.

use super::{agenda, choose, list, note};
use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::program::state::screen::{OpenScreen, SessionChange};

/// Undoes the last change on the open screen, if there is one.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.screen {
        OpenScreen::Home(_) | OpenScreen::Pair(..) => list::undo(model, effects),
        OpenScreen::Session(_, ref state) if matches!(state.undo.last(), Some(SessionChange::Choice(_))) => {
            choose::undo(model, effects);
        }
        OpenScreen::Session(..) => note::undo(model, effects),
        OpenScreen::Agenda(..) => agenda::undo(model, effects),
        _ => {}
    }
}
