//! Undoing the last change of the open screen.

use super::thrown::keep_words;
use super::{agenda, choose, list, new_session, note, standing};
use crate::domain::time::Instant;
use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::program::state::screen::{OpenScreen, SessionChange};

/// Undoes the last change on the open screen, if there is one.
pub(super) fn undo(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    match model.screen {
        OpenScreen::Home(_) | OpenScreen::Pair(..) => list::undo(model, effects),
        OpenScreen::Session(_, ref state) if matches!(state.undo.last(), Some(SessionChange::Choice(_))) => {
            choose::undo(model, effects);
        }
        OpenScreen::Session(_, ref state) if matches!(state.undo.last(), Some(SessionChange::Booked(..))) => {
            new_session::unbook(model, now, effects);
        }
        OpenScreen::Session(..) => {
            if let Some((session, gone, readers)) = note::undo(model, effects) {
                keep_words(model, now, session, &gone, readers);
            }
        }
        OpenScreen::Agenda(..) => agenda::undo(model, effects),
        OpenScreen::Standing(..) => standing::undo_end(model, effects),
        _ => {}
    }
}
