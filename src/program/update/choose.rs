//! The choice between two concurrent versions of a session, and its undo.

use super::keep;
use super::screen::remember;
use crate::domain::id::{SessionId, WriterId};
use crate::domain::join::Join;
use crate::domain::register::{Content, Register, Written};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::program::state::screen::{SessionChange, VersionChoice};
use crate::wire::key::Key;

/// Keeps one of several concurrent versions of a session, and remembers both for undo. `choice` is 0 for the
/// shown version, from 1 for the others.
pub(super) fn choose(model: &mut Model, id: SessionId, choice: usize, effects: &mut Vec<Effect>) {
    let before = model.session(id).cloned().map(Box::new);
    keep::choose(model, id, choice);
    let after = model.session(id).cloned().map(Box::new);
    if let (Some(before), Some(after), Some(state)) = (before, after, model.screen.session_mut())
        && before != after
    {
        let place = choice.saturating_sub(1);
        remember(&mut state.undo, SessionChange::Choice(VersionChoice { before, after, place }));
        move_focus(effects, Focus::Heading);
    }
}

/// Undoes the last choice: both versions wait again, with every change since the choice.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(state) = model.screen.session_mut() else { return };
    let Some(SessionChange::Choice(VersionChoice { before, after, place })) = state.undo.pop() else {
        return;
    };
    let writer = model.writer;
    let Some(kept) = model.kept.get_mut(&Key::Session(before.id)) else { return };
    let Value::Session(session) = kept.edit() else { return };
    if !before.manager.others().is_empty() {
        session.manager = reopened(&session.manager, &before.manager, &after.manager, place, writer);
    } else if let (Some(now), Some(before), Some(after)) = (&session.seller, &before.seller, &after.seller) {
        session.seller = Some(reopened(now, before, after, place, writer));
    }
    move_focus(effects, Focus::Heading);
}

/// Returns the register `now` with the two versions of `before` in place of the one that was chosen in
/// `after`.
fn reopened<C: Content + Join>(
    now: &Register<C>,
    before: &Register<C>,
    after: &Register<C>,
    place: usize,
    writer: WriterId,
) -> Register<C> {
    let since = |written: &Written<C>| match (written, after.content(), now.content()) {
        (Written::Content(version), Some(chosen), Some(now)) => {
            Written::Content(C::join(chosen, version, now))
        }
        _ => written.clone(),
    };
    let other = before.others().get(place);
    let parts = std::iter::once(before.shown()).chain(other).map(|version| since(&version.written));
    let parted = now.parted(writer, parts.collect());
    // Versions that came meanwhile may leave no room for the two.
    if parted.fits() { parted } else { now.clone() }
}
