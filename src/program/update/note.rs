//! Changes of the notes of the open session; each can be undone. Notes of earlier sessions never change here.

use super::earlier;
use super::screen::remember;
use crate::domain::draft::{LineDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::join::Join as _;
use crate::domain::note::{Answer, Detail, Note, NoteId, NoteKind, NoteLine, Notes, Place, Readers, SLOTS};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::topic::Topic;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::NotePress;
use crate::program::state::model::Model;
use crate::program::state::screen::{NoteChange, SessionChange, Undone};

/// Returns the open session; `None` if it has not begun, or no session is open.
pub(super) fn begun_session(model: &Model) -> Option<SessionId> {
    model.open_session().filter(|id| model.half(*id).is_some_and(|half| !half.is_planned()))
}

/// Answers for a note of an earlier session; the same answer again withdraws it. A step that was carried over before and
/// is still worth doing becomes a next step of this session.
pub(super) fn answer(model: &mut Model, id: SessionId, earlier: (SessionId, NoteId), answer: Answer) {
    let (session, note) = earlier;
    let said = model.half(id).and_then(|half| half.notes.answer(session, note));
    let next = Some(answer).filter(|answer| said != Some(*answer));
    let renewed = if next == Some(Answer::NotYet) { renewed(model, id, earlier) } else { None };
    model.change(id, &mut |half| half.notes.say(session, note, next));
    if let Some(step) = renewed {
        replace(model, id, step.id, Some(&step));
    }
}

/// Returns a step of an earlier session as a new one of session `id`; `None` for a note that is no step or was not
/// carried over before, if the session has the same step already, and without room.
fn renewed(model: &Model, id: SessionId, earlier: (SessionId, NoteId)) -> Option<Note> {
    let open = earlier::open(model, Some(id));
    let old = open.iter().find(|of| (of.session, of.note.id) == earlier && of.is_old)?.note;
    let notes = &model.half(id)?.notes;
    let Detail::NextStep { by, first_step, when, on, .. } = &old.detail else { return None };
    if notes.all.iter().any(|note| note.words == old.words && note.by() == Some(*by)) {
        return None;
    }
    let (first_step, when) = (first_step.clone(), when.clone());
    let detail = Detail::NextStep { by: *by, first_step, when, on: *on, is_confirmed: false };
    Some(Note { id: free(model, id, notes)?, item: None, words: old.words.clone(), detail })
}

/// Confirms all next steps of the session; if all are confirmed, withdraws that.
pub(super) fn confirm_all(model: &mut Model, id: SessionId) {
    model.change(id, &mut |half| {
        let confirms = half.notes.all.iter().any(Note::is_unconfirmed);
        for note in &mut half.notes.all {
            if let Detail::NextStep { is_confirmed, .. } = &mut note.detail {
                *is_confirmed = confirms;
            }
        }
    });
}

/// Chooses where a parked matter goes. The same choice again withdraws it.
pub(super) fn settle(model: &mut Model, id: SessionId, press: NotePress) {
    model.change(id, &mut |half| {
        for note in &mut half.notes.all {
            match (&mut note.detail, press) {
                (Detail::Parked { place, .. }, NotePress::Placed(of, to)) if of == note.id => {
                    *place = Some(to).filter(|to| *place != Some(*to));
                }
                _ => {}
            }
        }
    });
}

/// Replaces the note with this id by `to`, and remembers the old one for undo. `None` removes the note.
pub(super) fn replace(model: &mut Model, session: SessionId, id: NoteId, to: Option<&Note>) {
    let Some(notes) = model.half(session).map(|half| &half.notes) else { return };
    let before = notes.get(id).cloned();
    if before.as_ref() == to {
        return;
    }
    let place = notes.all.iter().position(|note| note.id == id).unwrap_or(notes.all.len());
    model.change(session, &mut |half| half.notes.set(id, to, place));
    remember_note(model, session, Readers::Both, id, before, to, place);
}

/// Remembers a change of a note for undo.
fn remember_note(
    model: &mut Model,
    session: SessionId,
    readers: Readers,
    id: NoteId,
    before: Option<Note>,
    to: Option<&Note>,
    place: usize,
) {
    if let Some(state) = model.screen.session_mut() {
        let (before, after) = (before.map(Box::new), to.cloned().map(Box::new));
        let change = NoteChange { session, id, readers, before, after, place };
        remember(&mut state.undo, SessionChange::Note(change));
        state.undone = Undone::Whole;
    }
}

/// Returns the note with this id that the manager holds back from the seller; `None` if there is none.
pub(super) fn held(model: &Model, session: SessionId, id: NoteId) -> Option<Note> {
    model.private(session, Party::Manager).held.notes.into_iter().find(|note| note.id == id)
}

/// Returns true if the manager holds back the note with this id, and no shared note has the id.
pub(super) fn is_held_only(model: &Model, session: SessionId, id: NoteId) -> bool {
    let is_shared = model.half(session).is_some_and(|half| half.notes.get(id).is_some());
    !is_shared && held(model, session, id).is_some()
}

/// Replaces the note with this id among those that the manager alone reads, or adds it, and remembers the old one for
/// undo. `None` removes the note.
pub(super) fn replace_held(model: &mut Model, session: SessionId, id: NoteId, to: Option<&Note>) {
    let notes = model.private(session, Party::Manager).held.notes;
    let place = notes.iter().position(|note| note.id == id).unwrap_or(notes.len());
    let before = notes.get(place).cloned();
    if before.as_ref() == to {
        return;
    }
    set_held(model, session, id, to, place);
    remember_note(model, session, Readers::ManagerAlone, id, before, to, place);
}

/// Puts a note among those that the manager alone reads, at the index `place` if no note has its id; `None` removes
/// the note with the id.
fn set_held(model: &mut Model, session: SessionId, id: NoteId, to: Option<&Note>, place: usize) {
    let mut private = model.private(session, Party::Manager);
    let mut notes = Notes { all: std::mem::take(&mut private.held.notes), statuses: Vec::new() };
    notes.set(id, to, place);
    private.held.notes = notes.all;
    model.keep_private(session, Party::Manager, private);
}

/// Returns true if the undo of the last change would bring a note back into a full record: other devices may
/// have added notes meanwhile.
fn has_no_room_for_undo(model: &Model) -> bool {
    let change = match model.screen.session().and_then(|state| state.undo.last()) {
        Some(SessionChange::Note(change)) if change.readers == Readers::Both => change,
        _ => return false,
    };
    let notes = model.half(change.session).map(|half| &half.notes);
    notes.is_some_and(|notes| change.before.is_some() && notes.get(change.id).is_none() && !notes.has_room())
}

/// Undoes the last change of a note, if the record has room for the note. Otherwise the change stays undoable. What
/// another window changed since stays, and the screen says so if that is the same. Returns a new note that is gone
/// again, with its session and its readers; `None` after any other change.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) -> Option<(SessionId, Note, Readers)> {
    if has_no_room_for_undo(model) {
        return None;
    }
    let SessionChange::Note(change) = model.screen.session_mut()?.undo.pop()? else { return None };
    let is_last = model.screen.session().is_some_and(|state| state.undo.is_empty());
    let NoteChange { session, id, readers, before, after, place } = change;
    let now = match readers {
        Readers::Both => model.half(session).and_then(|half| half.notes.get(id).cloned()),
        Readers::ManagerAlone => held(model, session, id),
    };
    let (before, after) = (before.map(|note| *note), after.map(|note| *note));
    let added = after.clone().filter(|_| before.is_none());
    let (note, undone) = without_change(before, after, now);
    match readers {
        Readers::Both => model.change(session, &mut |half| half.notes.set(id, note.as_ref(), place)),
        Readers::ManagerAlone => set_held(model, session, id, note.as_ref(), place),
    }
    if let Some(state) = model.screen.session_mut() {
        state.undone = undone;
    }
    // A line for a note that is gone would add the note again, unless the person typed in the line.
    let purpose = Purpose::Line(session, NoteLine::Of(readers, id));
    if note.is_none()
        && let Some(line) = model.drafts.get::<LineDraft>(purpose)
        && !model.drafts.from(purpose).is_some_and(|from| line.holds_more(from))
    {
        model.drafts.drop(purpose);
    }
    if is_last {
        move_focus(effects, Focus::Notes);
    }
    added.filter(|_| note.is_none()).map(|gone| (session, gone, readers))
}

/// Returns the note `now` without the change from `before` to `after`, and the outcome; `None` stands for no note.
fn without_change(before: Option<Note>, after: Option<Note>, now: Option<Note>) -> (Option<Note>, Undone) {
    if now == after {
        return (before, Undone::Whole);
    }
    if now == before {
        return (now, Undone::Whole);
    }
    match (before, after, now) {
        (Some(before), Some(after), Some(now)) => {
            let note = Note::join(&after, &now, &before);
            let is_whole = note == Note::join(&after, &before, &now);
            (Some(note), if is_whole { Undone::Whole } else { Undone::Overtaken })
        }
        (_, _, now) => (now, Undone::Overtaken),
    }
}

/// Parks the seller's topics without a slot in the agenda as notes, so that each can be placed at the close.
/// Topics that are parked already stay as they are, and topics beyond a full record are left out.
pub(super) fn park_the_rest(model: &mut Model, id: SessionId) {
    let rest = model.session(id).map(|session| session.topics().1.to_vec()).unwrap_or_default();
    for topic in rest {
        let Some(notes) = model.half(id).map(|half| &half.notes) else { return };
        let is_parked = |note: &Note| note.kind() == NoteKind::Parked && note.words == topic.words;
        if notes.all.iter().any(is_parked) {
            continue;
        }
        let Some(name) = free(model, id, notes) else { return };
        let detail = Detail::Parked { by: Some(Party::Seller), place: Some(Place::NextTime), quotes: None };
        let note = Note { id: name, item: None, words: topic.words, detail };
        model.change(id, &mut |half| half.notes.set(name, Some(&note), usize::MAX));
    }
}

/// Returns true if the note is one of these topics, as the program parked it.
pub(super) fn is_parked_topic(note: &Note, topics: &[Topic]) -> bool {
    let parked = Detail::Parked { by: Some(Party::Seller), place: Some(Place::NextTime), quotes: None };
    note.item.is_none() && note.detail == parked && topics.iter().any(|topic| topic.words == note.words)
}

/// Returns true if a later session has answered about the note.
pub(super) fn is_answered(model: &Model, id: SessionId, note: NoteId) -> bool {
    let halves = model.sessions().filter_map(Session::manager_half);
    halves.flat_map(|half| &half.notes.statuses).any(|status| (status.session, status.note) == (id, note))
}

/// Returns an id for a new note, which no shared or held-back note of the session has and no later session
/// has answered for; `None` if the session is full.
pub(super) fn free(model: &Model, id: SessionId, notes: &Notes) -> Option<NoteId> {
    let held = model.private(id, Party::Manager).held.notes;
    let later = model.sessions().filter_map(Session::manager_half).flat_map(|half| &half.notes.statuses);
    let answered = later.filter(|status| status.session == id).map(|status| status.note);
    // Without a slot of its own, a window draws one from its random id.
    let slot = model.slot.or_else(|| u32::try_from(model.writer.0 % u64::from(SLOTS)).ok())?;
    let ids = notes.all.iter().chain(&held).map(|note| note.id);
    NoteId::free(slot, ids.chain(answered)).filter(|_| notes.has_room())
}
