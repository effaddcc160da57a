//! The choice between two concurrent versions of a session, and its undo.

use super::screen::remember;
use crate::domain::half::Versioned;
use crate::domain::id::{SessionId, WriterId};
use crate::domain::join::Join;
use crate::domain::note::Note;
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::domain::register::{Content, Register, Written};
use crate::domain::session::Session;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::program::state::screen::{SessionChange, VersionChoice};
use crate::wire::key::Key;

/// Keeps one of several concurrent versions of a session, and remembers both for undo. `choice` is 0 for the
/// shown version, from 1 for the others.
pub(super) fn choose(model: &mut Model, id: SessionId, choice: usize, effects: &mut Vec<Effect>) {
    let before = model.session(id).cloned().map(Box::new);
    keep(model, id, choice);
    let after = model.session(id).cloned().map(Box::new);
    if let (Some(before), Some(after), Some(state)) = (before, after, model.screen.session_mut())
        && before != after
    {
        let place = choice.saturating_sub(1);
        remember(&mut state.undo, SessionChange::Choice(VersionChoice { before, after, place }));
        move_focus(effects, Focus::Heading);
    }
}

/// Keeps one of several concurrent versions of a session, as the person chose: 0 for the shown one. Chooses
/// among those of the manager's half, the plan and the record, if there are several; else among those of the
/// seller's half, the preparation.
fn keep(model: &mut Model, id: SessionId, choice: usize) {
    let writer = model.writer;
    let Some(kept) = model.kept.get_mut(&Key::Session(id)) else { return };
    let Some(session) = kept.value().session() else { return };
    let is_managers = !session.manager.others().is_empty();
    let manager = chosen(&session.manager, writer, choice);
    let seller = session.seller.as_ref().map(|half| chosen(half, writer, choice));
    let shown = session.clone();
    if let Value::Session(session) = kept.edit() {
        if is_managers {
            session.manager = manager;
        } else {
            session.seller = seller;
        }
    }
    // Held-back content stays held back, whichever version has it; what was shared here stays shared.
    if is_managers {
        let Private { held, .. } = model.private(id, Party::Manager);
        let shared = shown.manager_half().map(|half| half.notes.clone()).unwrap_or_default();
        let is_shared = |note: &Note| shared.get(note.id).is_some_and(|shared| shared.words == note.words);
        model.change(id, &mut |half| {
            half.notes.all.retain(|note| is_shared(note) || !held.came_from(note));
        });
    } else if let Some(mut half) = model.session(id).and_then(Session::seller_half).cloned() {
        let mut private = model.private(id, Party::Seller);
        if private.held.take_out_of(&mut half, shown.seller_half()) {
            model.keep_private(id, Party::Seller, private);
        }
        model.change_seller(id, half);
    }
}

/// Returns the half, what one party writes of a session, after the choice of a version. The choice covers
/// plan and preparation: the answers at the close of both versions stay.
fn chosen<C: Versioned>(half: &Register<C>, writer: WriterId, choice: usize) -> Register<C> {
    // Choices 0 and 1 are the shown version and the first waiting one.
    let place = choice.saturating_sub(1);
    let Some(waiting) = half.others().get(place) else { return half.clone() };
    let (kept, left) = if choice == 0 { (half.shown(), waiting) } else { (waiting, half.shown()) };
    let written = match (&kept.written, &left.written) {
        (Written::Content(kept), Written::Content(left)) => Written::Content(kept.beside(left)),
        (kept, _) => kept.clone(),
    };
    half.chosen(writer, place, written)
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
