//! The words of the two about what to do differently next time, taken to the next session.

use super::earlier::{before, has_next_begun};
use super::note::{free, is_answered, replace};
use crate::domain::checksum::CRC_32;
use crate::domain::closing::Closing;
use crate::domain::draft::Purpose;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::note::{Detail, Note, NoteId, Place};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::program::state::model::Model;

/// Returns the answers of the seller and of the manager at the close.
#[must_use]
pub fn both(session: &Session) -> [Closing; 2] {
    [Party::Seller, Party::Manager].map(|party| session.closing(party))
}

/// Returns the checksum by which a note tells that it repeats these words.
pub(super) fn quote(words: &Text) -> u32 {
    CRC_32.checksum(words.as_str().as_bytes())
}

/// Returns true if the parked note holds these words, or repeated them before somebody changed the note.
fn repeats(note: &Note, words: &Text) -> bool {
    match note.detail {
        Detail::Parked { quotes, .. } => note.words == *words || quotes == Some(quote(words)),
        _ => false,
    }
}

/// Returns what the two wrote to do differently next time, each with its party, and that no parked note repeats.
pub fn unsaid(session: &Session) -> impl Iterator<Item = (Party, Text)> {
    let said = [Party::Seller, Party::Manager].into_iter().zip(both(session));
    let said = said.filter_map(|(party, closing)| Some((party, closing.differently?)));
    said.filter(|(_, words)| {
        !session.manager_half().is_some_and(|half| half.notes.all.iter().any(|note| repeats(note, words)))
    })
}

/// Returns true if the two answered with the note what to do differently, in the line at the close: it repeats no words
/// that one of them wrote alone.
#[must_use]
pub fn is_said_together(session: &Session, note: &Note) -> bool {
    let mut written = both(session).into_iter().filter_map(|closing| closing.differently);
    note.is_differently() && !written.any(|words| repeats(note, &words))
}

/// Parks what the two wrote to do differently, for the next session, once each has seen the answers of the other.
pub(super) fn keep_differently(model: &mut Model, id: SessionId) {
    if !model.session(id).is_some_and(Session::both_answered) {
        return;
    }
    park(model, id, &|model, note| replace(model, id, note.id, Some(&note)));
}

/// Parks what the two handed in to do differently in the sessions before `next`, which begins: the answers there are gone
/// now. Words of one of the two move on alone if the other has not answered.
pub(super) fn carry_over(model: &mut Model, next: SessionId) {
    for id in before(model, next) {
        park_quietly(model, id);
    }
}

/// Parks what came or was handed in after the two had begun their next session.
pub(super) fn carry_late(model: &mut Model, id: SessionId) {
    if has_next_begun(model, id) {
        park_quietly(model, id);
    }
}

/// Parks what the two handed in, without an undo.
fn park_quietly(model: &mut Model, id: SessionId) {
    park(model, id, &|model, note| {
        let at = |half: &ManagerHalf| half.notes.all.iter().position(|other| other.id == note.id);
        model.change(id, &mut |half| half.notes.set(note.id, Some(&note), at(half).unwrap_or(usize::MAX)))
    });
}

/// Returns the parked note `note` as a dropped one, if it holds what the two wrote to do differently; `None` for any other.
/// Words that no note holds would be parked again when the next session begins.
pub(super) fn dropped(model: &Model, id: SessionId, note: NoteId) -> Option<Note> {
    let session = model.session(id)?;
    let note = session.manager_half()?.notes.get(note)?;
    let Detail::Parked { by, quotes, .. } = note.detail else { return None };
    let mut said = both(session).into_iter().filter_map(|closing| closing.differently);
    let is_said = said.any(|words| repeats(note, &words));
    let detail = Detail::Parked { by, place: Some(Place::Dropped), quotes };
    is_said.then(|| Note { detail, ..note.clone() })
}

/// Calls `keep` with a parked note for each handed-in text that no note repeats yet, as far as the record has room. The note
/// takes the place of the one that repeats earlier words of the party, unless somebody changed or settled that one.
fn park(model: &mut Model, id: SessionId, keep: &dyn Fn(&mut Model, Note)) {
    let Some(session) = model.session(id) else { return };
    let said: Vec<(Party, Text)> =
        unsaid(session).filter(|(party, _)| session.closing(*party).is_in).collect();
    for (party, words) in said {
        let Some(notes) = model.half(id).map(|half| &half.notes) else { return };
        let before =
            notes.all.iter().find(|note| is_earlier(note, party) && !is_answered(model, id, note.id));
        let Some(name) = before.map(|note| note.id).or_else(|| free(model, id, notes)) else { return };
        let quotes = Some(quote(&words));
        let detail = Detail::Parked { by: Some(party), place: Some(Place::NextTime), quotes };
        keep(model, Note { id: name, item: None, words, detail });
    }
}

/// Returns true if the note waits for the next session and repeats words of the party, unchanged.
fn is_earlier(note: &Note, of: Party) -> bool {
    match note.detail {
        Detail::Parked { by, place: None | Some(Place::NextTime), quotes } => {
            by == Some(of) && quotes == Some(quote(&note.words))
        }
        _ => false,
    }
}

/// Returns the last session before the planned session `id` in which a party wrote what to do differently and did
/// not hand it in, with that party; `None` if there is none.
#[must_use]
pub fn waiting(model: &Model, id: SessionId) -> Option<(SessionId, Party)> {
    let is_waiting = |session: SessionId, party: Party| {
        let purpose = Purpose::Close(session, party);
        let is_half_typed = model.drafts.typed(purpose).is_some()
            || model.drafts.left(purpose).any(|(_, draft)| draft.holds_text());
        let closing = model.session(session).map(|session| session.closing(party)).unwrap_or_default();
        is_half_typed || closing.differently.is_some() && !closing.is_in
    };
    let is_open = |session: &Session| !session.both_answered();
    let mut before = before(model, id);
    before.retain(|session| model.session(*session).is_some_and(is_open));
    before.into_iter().rev().find_map(|session| {
        let parties = [Party::Seller, Party::Manager].into_iter();
        parties.filter(|party| is_waiting(session, *party)).map(|party| (session, party)).next()
    })
}
