//! Notes of the open session, written in one line at a time. Each note can be changed and removed, and each
//! change can be undone. Notes of earlier sessions never change here.

use super::complaint::typed_as;
use super::left;
use super::open_clock::read;
use super::screen::remember;
use crate::domain::agenda::ItemId;
use crate::domain::draft::{LineDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::note::{Detail, Note, NoteId, NoteKind, Notes, Place, SLOTS};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::{Text, TextError};
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::NotePress;
use crate::program::state::field::{Field, NoteField};
use crate::program::state::model::Model;
use crate::program::state::screen::{NoteChange, SessionChange};

/// Handles a button of the notes, unless the open session has not begun.
pub(super) fn pressed(model: &mut Model, now: Instant, press: NotePress, effects: &mut Vec<Effect>) {
    let Some(id) = begun_session(model) else { return };
    match press {
        NotePress::Opened(kind) => open(model, now, id, kind, effects),
        NotePress::PartyChosen(party) => choose(model, party, effects),
        NotePress::Kept => drop(keep(model, now, effects)),
        NotePress::PutAway => put_away(model, effects),
        NotePress::Reopened(note) => reopen(model, now, note, effects),
        NotePress::Removed(note) => {
            replace(model, id, note, None);
            move_focus(effects, Focus::Notes);
        }
        NotePress::Confirmed(_) | NotePress::Placed(..) => settle(model, id, press),
        NotePress::Answered(session, note, answer) => model.change(id, &mut |half| {
            let said = half.notes.answer(session, note);
            // The same answer again withdraws it.
            half.notes.say(session, note, Some(answer).filter(|answer| said != Some(*answer)));
        }),
    }
}

/// Moves the focus to the words of the line in which a note is written.
fn focus_line(effects: &mut Vec<Effect>) {
    move_focus(effects, Focus::Field(Field::Note(NoteField::Words)));
}

/// Returns the open session; `None` if it has not begun, or no session is open.
fn begun_session(model: &Model) -> Option<SessionId> {
    model.open_session().filter(|id| model.half(*id).is_some_and(|half| !half.is_planned()))
}

/// Returns the line in which a note of the open session is written, visible or not; `None` if no line was
/// begun.
#[must_use]
pub fn line(model: &Model) -> Option<&LineDraft> {
    model.drafts.get(Purpose::Line(model.open_session()?))
}

/// Returns the line of the open session for editing, and marks it as typed; `None` if no line was begun.
fn edited(model: &mut Model) -> Option<&mut LineDraft> {
    let session = model.open_session()?;
    model.drafts.edit(Purpose::Line(session))
}

/// Drops the line of the open session with its text.
fn clear(model: &mut Model) {
    if let Some(session) = model.open_session() {
        model.drafts.drop(Purpose::Line(session));
    }
}

/// Opens the line, with the text that it still holds, for a note of the kind, unless the record is full; or
/// changes the kind of the open line. The same kind again closes the line, and keeps a changed note.
fn open(model: &mut Model, now: Instant, id: SessionId, kind: NoteKind, effects: &mut Vec<Effect>) {
    let is_new = line(model).is_none_or(|line| line.note.is_none());
    if is_new && model.half(id).is_none_or(|half| !half.notes.has_room()) {
        return;
    }
    if self::line(model).is_none() {
        model.drafts.begin(Purpose::Line(id), LineDraft::of(kind));
    }
    let Some(line) = edited(model) else { return };
    if line.is_open && line.kind == kind {
        if is_new {
            put_away(model, effects);
        } else {
            keep(model, now, effects);
        }
        return;
    }
    // A promise needs a party, mostly the seller; a parked note may have none.
    line.by = match kind {
        NoteKind::Promise => line.by.or(Some(Party::Seller)),
        NoteKind::Parked | NoteKind::Shared => None,
    };
    line.kind = kind;
    line.is_open = true;
    focus_line(effects);
}

fn choose(model: &mut Model, party: Party, effects: &mut Vec<Effect>) {
    let Some(line) = edited(model) else { return };
    // The party of a parked note can be cleared again; a promise needs one.
    let unsaid = line.kind == NoteKind::Parked && line.by == Some(party);
    line.by = (!unsaid).then_some(party);
    focus_line(effects);
}

/// Stores the typed text of a field in the line, letter for letter.
pub(super) fn typed(model: &mut Model, field: NoteField, typed: String) {
    let Some(line) = edited(model) else { return };
    let place = match field {
        NoteField::Words => &mut line.words,
        NoteField::FirstStep => &mut line.first_step,
        NoteField::When => &mut line.when,
    };
    *place = typed;
}

/// Closes the line. The text of a new note stays for the next opening; an edited note stays as it was.
fn put_away(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(line) = edited(model) else { return };
    line.is_open = false;
    let (kind, note) = (line.kind, line.note);
    if note.is_some() || is_blank(line) {
        clear(model);
    }
    move_focus(effects, note.map_or(Focus::Opener(kind), Focus::Note));
}

/// Returns true if the line holds no text.
fn is_blank(line: &LineDraft) -> bool {
    [&line.words, &line.first_step, &line.when].iter().all(|text| text.trim().is_empty())
}

/// Returns true if a line without words holds another text that `before`, the note, does not have.
fn holds_more(line: &LineDraft, before: Option<&Note>) -> bool {
    let (first_step, when) = match before.map(|before| &before.detail) {
        Some(Detail::Promise { first_step, when, .. }) => (first_step.as_ref(), when.as_ref()),
        _ => (None, None),
    };
    let is_new = |typed: &str, known: Option<&Text>| {
        let typed = typed.trim();
        !typed.is_empty() && known.is_none_or(|known| known.as_str() != typed)
    };
    is_new(&line.first_step, first_step) || is_new(&line.when, when)
}

/// Closes the line with its text, which stays for the next opening.
fn close(model: &mut Model) {
    if let Some(line) = edited(model) {
        line.is_open = false;
    }
}

/// Opens the line with a note of the session for editing. Keeps the open line first, and does nothing if its
/// text is too long.
fn reopen(model: &mut Model, now: Instant, id: NoteId, effects: &mut Vec<Effect>) {
    if !keep(model, now, effects) {
        return;
    }
    let Some(session) = begun_session(model) else { return };
    let Some(note) = model.half(session).and_then(|half| half.notes.get(id)) else { return };
    let (first_step, when) = match &note.detail {
        Detail::Promise { first_step, when, .. } => (first_step.as_ref(), when.as_ref()),
        Detail::Parked { .. } | Detail::Shared => (None, None),
    };
    let line = LineDraft {
        kind: note.kind(),
        note: Some(id),
        by: note.by(),
        words: note.words.to_string(),
        first_step: typed_as(first_step),
        when: typed_as(when),
        is_open: true,
    };
    // The line may hold the text of another note.
    left::set_aside(model, Purpose::Line(session), effects);
    model.drafts.begin(Purpose::Line(session), line);
    focus_line(effects);
}

/// Keeps the text of an open line as a note and closes the line; returns true unless some text is too long.
/// Such text stays, and the focus moves to the words of the line. In a full record the line stays open, too,
/// and the result is true.
pub(super) fn keep(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) -> bool {
    let Some(line) = line(model).filter(|line| line.is_open) else { return true };
    let Some(id) = begun_session(model) else { return true };
    let Some(notes) = model.half(id).map(|half| &half.notes) else { return true };
    let changed = line.note;
    let Some(name) = changed.or_else(|| free(model, id, notes)) else { return true };
    let before = notes.get(name);
    let item = match before {
        Some(before) => before.item,
        None => read(model, now).and_then(|reading| reading.current().map(|on| on.item)),
    };
    match written(line, name, item, before) {
        Ok(note) => {
            // The fields of a promise are hidden in a note of another kind.
            let rest = LineDraft { words: String::new(), note: None, is_open: false, ..line.clone() };
            let is_rest_kept = is_blank(&rest) || note.kind() == NoteKind::Promise;
            replace(model, id, name, Some(&note));
            clear(model);
            if !is_rest_kept {
                model.drafts.begin(Purpose::Line(id), rest);
                close(model);
            }
            move_focus(effects, changed.map_or(Focus::Opener(note.kind()), Focus::Note));
        }
        // A line without words adds no note, and keeps its other texts; an emptied note stays as it was.
        Err(TextError::Empty) if holds_more(line, before) => close(model),
        Err(TextError::Empty) => put_away(model, effects),
        Err(TextError::TooLong { .. }) => {
            focus_line(effects);
            return false;
        }
    }
    true
}

/// Returns the note that the line makes: `before` with its changes, or for `None` a new one with this id
/// during `item`.
///
/// # Errors
/// [`TextError`] for missing or too long text.
fn written(
    line: &LineDraft,
    id: NoteId,
    item: Option<ItemId>,
    before: Option<&Note>,
) -> Result<Note, TextError> {
    let words = Text::parse(&line.words)?;
    let party = line.by.unwrap_or(Party::Seller);
    let detail = match before.filter(|before| before.kind() == line.kind) {
        Some(before) => before.detail.clone(),
        None => match line.kind {
            NoteKind::Promise => {
                Detail::Promise { by: party, first_step: None, when: None, is_confirmed: false }
            }
            NoteKind::Parked => Detail::Parked { by: None, place: None },
            NoteKind::Shared => Detail::Shared,
        },
    };
    let mut note = Note { id, item, words, detail };
    match &mut note.detail {
        Detail::Promise { by, first_step, when, .. } => {
            *by = party;
            *first_step = Text::optional(&line.first_step)?;
            *when = Text::optional(&line.when)?;
        }
        Detail::Parked { by, .. } => *by = line.by,
        Detail::Shared => {}
    }
    Ok(note)
}

/// Confirms a promise, or chooses where a parked matter goes. The same choice again withdraws it.
fn settle(model: &mut Model, id: SessionId, press: NotePress) {
    model.change(id, &mut |half| {
        for note in &mut half.notes.all {
            match (&mut note.detail, press) {
                (Detail::Promise { is_confirmed, .. }, NotePress::Confirmed(of)) if of == note.id => {
                    *is_confirmed = !*is_confirmed;
                }
                (Detail::Parked { place, .. }, NotePress::Placed(of, to)) if of == note.id => {
                    *place = Some(to).filter(|to| *place != Some(*to));
                }
                _ => {}
            }
        }
    });
}

/// Replaces the note with this id by `to`, and remembers the old one for undo. `None` removes the note.
fn replace(model: &mut Model, session: SessionId, id: NoteId, to: Option<&Note>) {
    let Some(notes) = model.half(session).map(|half| &half.notes) else { return };
    let before = notes.get(id).cloned();
    if before.as_ref() == to {
        return;
    }
    let place = notes.all.iter().position(|note| note.id == id).unwrap_or(notes.all.len());
    model.change(session, &mut |half| half.notes.set(id, to, place));
    if let Some(state) = model.screen.session_mut() {
        let change = NoteChange { session, id, before: before.map(Box::new), place };
        remember(&mut state.undo, SessionChange::Note(change));
    }
}

/// Returns true if the undo of the last change would bring a note back into a full record: other devices may
/// have added notes meanwhile.
fn has_no_room_for_undo(model: &Model) -> bool {
    let change = match model.screen.session().and_then(|state| state.undo.last()) {
        Some(SessionChange::Note(change)) => change,
        Some(SessionChange::Choice(_)) | None => return false,
    };
    let notes = model.half(change.session).map(|half| &half.notes);
    notes.is_some_and(|notes| change.before.is_some() && notes.get(change.id).is_none() && !notes.has_room())
}

/// Undoes the last change of a note, if the record has room for the note. Otherwise the change stays
/// undoable.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    if has_no_room_for_undo(model) {
        return;
    }
    let Some(state) = model.screen.session_mut() else { return };
    let Some(SessionChange::Note(NoteChange { session, id, before, place })) = state.undo.pop() else {
        return;
    };
    let is_last = state.undo.is_empty();
    model.change(session, &mut |half| half.notes.set(id, before.as_deref(), place));
    // A line with a removed note would add the note again. Text that was typed in it stays for a new note.
    if let Some(line) = line(model).filter(|line| line.note == Some(id)) {
        let is_same = before.as_ref().is_none_or(|before| before.words.as_str() == line.words);
        match is_same {
            true => clear(model),
            false => edited(model).into_iter().for_each(|line| line.note = None),
        }
    }
    if is_last {
        move_focus(effects, Focus::Notes);
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
        let detail = Detail::Parked { by: Some(Party::Seller), place: Some(Place::NextTime) };
        let note = Note { id: name, item: None, words: topic.words, detail };
        model.change(id, &mut |half| half.notes.set(name, Some(&note), usize::MAX));
    }
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
