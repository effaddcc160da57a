//! The words of the two about what to do differently next time, taken to the next session.

use super::earlier::last_before;
use super::note::{free, replace};
use crate::domain::closing::Closing;
use crate::domain::id::SessionId;
use crate::domain::note::{Detail, Note, NoteKind, Place};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::program::state::model::Model;

/// Returns the answers of the seller and of the manager at the close.
#[must_use]
pub fn both(session: &Session) -> [Closing; 2] {
    [Party::Seller, Party::Manager].map(|party| session.closing(party))
}

/// Returns what the two wrote to do differently next time, each with its party, and that no parked note holds.
pub fn unsaid(session: &Session) -> impl Iterator<Item = (Party, Text)> {
    let said = [Party::Seller, Party::Manager].into_iter().zip(both(session));
    let said = said.filter_map(|(party, closing)| Some((party, closing.differently?)));
    said.filter(|(_, words)| {
        let is_parked = |note: &Note| note.kind() == NoteKind::Parked && note.words == *words;
        !session.manager_half().is_some_and(|half| half.notes.all.iter().any(is_parked))
    })
}

/// Parks what the two wrote to do differently, for the next session, once each has seen the answers of the other.
pub(super) fn keep_differently(model: &mut Model, id: SessionId) {
    park(model, id, &|model, note| replace(model, id, note.id, Some(&note)));
}

/// Parks what the two wrote to do differently in the session before `next`, which begins: the answers there are gone now.
pub(super) fn carry_over(model: &mut Model, next: SessionId) {
    let Some(id) = last_before(model, next) else { return };
    park(model, id, &|model, note| {
        model.change(id, &mut |half| half.notes.set(note.id, Some(&note), usize::MAX))
    });
}

/// Calls `keep` with a parked note for each text that no note holds yet, as far as the record has room.
fn park(model: &mut Model, id: SessionId, keep: &dyn Fn(&mut Model, Note)) {
    let Some(session) = model.session(id).filter(|session| session.both_answered()) else { return };
    let said: Vec<(Party, Text)> = unsaid(session).collect();
    for (party, words) in said {
        let Some(name) = model.half(id).and_then(|half| free(model, id, &half.notes)) else { return };
        let detail = Detail::Parked { by: Some(party), place: Some(Place::NextTime) };
        keep(model, Note { id: name, item: None, words, detail });
    }
}
