//! Undo of the person's changes.

use super::note;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::{Model, Undo};

/// Undoes the last change.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.undo.pop() {
        None => {}
        Some(Undo::Deletion { before, .. }) => {
            for (key, before) in before {
                if let Some(kept) = model.kept.get_mut(&key) {
                    kept.set(kept.value().restored(model.device, &before));
                }
            }
            move_focus(effects, Focus::Heading);
        }
        Some(Undo::Note { session, id, before, place }) => {
            note::undo(model, session, id, before.as_deref(), place, effects);
        }
        Some(Undo::Agenda { session, before, .. }) => {
            model.typed.clear();
            model.misfit = None;
            model.change(session, &mut |half| half.plan.agenda.clone_from(&before));
            if model.undo.is_empty() {
                move_focus(effects, Focus::Items);
            }
        }
    }
}
