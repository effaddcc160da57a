//! The open screen.

use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::{Model, UNDO_LIMIT, Undo};

/// Opens a screen, with the focus on its heading.
pub(super) fn put_up(model: &mut Model, screen: Screen, effects: &mut Vec<Effect>) {
    model.show(screen);
    move_focus(effects, Focus::Heading);
}

/// Remembers a change for undo; beyond the limit the oldest is forgotten.
pub(super) fn remember(model: &mut Model, change: Undo) {
    model.undo.push(change);
    if model.undo.len() > UNDO_LIMIT {
        model.undo.remove(0);
    }
}
