//! The line in which notes of the open session are written and changed, one at a time. A line that closes for another
//! one keeps its text; text that is thrown away can be brought back. No text comes up in the line of another kind.

use super::alone::is_shown;
use super::complaint::complain;
use super::dated;
use super::differently::{dropped, keep_differently};
use super::line_note::{line_of, written};
use super::note::{
    answer, begun_session, confirm_all, free, held, is_held_only, replace, replace_held, settle,
};
use super::open_clock::{read, runs};
use super::thrown::{bring_back, closed, throw_away};
use crate::domain::draft::{LineDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::join::form::Form as _;
use crate::domain::note::{NOTE_LIMIT, Note, NoteId, NoteKind, NoteLine, Readers};
use crate::domain::party::Party;
use crate::domain::text::TextError;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::NotePress;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, NoteField};
use crate::program::state::model::Model;
use crate::program::state::screen::Complaints;
use crate::text::Env;

/// Handles a button of the notes, unless the open session has not begun.
pub(super) fn pressed(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    press: NotePress,
    effects: &mut Vec<Effect>,
) {
    let Some(id) = begun_session(model) else { return };
    match press {
        NotePress::Opened(kind) => open(model, now, id, NoteLine::New(kind), effects),
        NotePress::TypedOn(kind) => type_on(model, now, id, kind, effects),
        NotePress::DifferentlyOpened => open(model, now, id, NoteLine::Differently, effects),
        NotePress::PartyChosen(party) => choose(model, party, effects),
        NotePress::ReadersChosen(readers) => choose_readers(model, readers, effects),
        NotePress::BroughtBack => bring_back(model, now, effects),
        NotePress::Kept => drop(keep(model, env, now, effects)),
        NotePress::PutAway => put_away(model, effects),
        NotePress::Reopened(readers, note) => reopen(model, env, now, (readers, note), effects),
        NotePress::Removed(readers, note) => {
            match readers {
                Readers::ManagerAlone => replace_held(model, id, note, None),
                // What the two wrote to do differently would be parked again: it is dropped instead.
                Readers::Both => replace(model, id, note, dropped(model, id, note).as_ref()),
            }
            move_focus(effects, Focus::Notes);
        }
        NotePress::AllConfirmed => {
            confirm_all(model, id);
            // While the session runs, the next steps fold once they are agreed.
            let is_agreed =
                model.half(id).is_some_and(|half| !half.notes.all.iter().any(Note::is_unconfirmed));
            if is_agreed && runs(model, now) {
                move_focus(effects, Focus::Notes);
            }
        }
        NotePress::DifferentlyKept => keep_differently(model, id),
        NotePress::Placed(..) => settle(model, id, press),
        NotePress::Answered(session, note, of) => answer(model, id, (session, note), of),
    }
}

/// Moves the focus to the words of the line in which a note is written.
fn focus_line(effects: &mut Vec<Effect>) {
    move_focus(effects, Focus::Field(Field::Note(NoteField::Words)));
}

/// Returns the open line in which a note of the open session is written, with the purpose of its draft; `None` if
/// the line is closed.
fn open_line(model: &Model) -> Option<(Purpose, &LineDraft)> {
    model.drafts.open_line(model.open_session()?)
}

/// Returns the open line as the screen shows it: fields that the person did not type hold what is stored by now.
/// `None` if the line is closed.
#[must_use]
pub fn line(model: &Model) -> Option<LineDraft> {
    let (purpose, line) = open_line(model)?;
    Some(match (model.drafts.from(purpose), stored(model, purpose)) {
        (Some(from), Some(now)) => line.joined(from, &now),
        _ => line.clone(),
    })
}

/// Returns the line for changing the note of `purpose` as it is stored; `None` for a new note or a removed one.
fn stored(model: &Model, purpose: Purpose) -> Option<LineDraft> {
    let (session, (readers, id)) = (purpose.session()?, changed(model, purpose)?);
    let note = match readers {
        Readers::Both => model.half(session)?.notes.get(id).cloned(),
        Readers::ManagerAlone => held(model, session, id),
    };
    note.map(|note| line_of(&note, readers))
}

/// Returns the open line for editing, and marks it as typed; `None` if the line is closed.
fn edited(model: &mut Model) -> Option<&mut LineDraft> {
    let (purpose, _) = open_line(model)?;
    model.drafts.edit(purpose)
}

/// Opens the line for a new note, unless the record is full and no text waits there. Any other line closes, and
/// keeps its text for its next opening; so does this line if the kind is pressed again. Text for the manager alone stays
/// covered while it is hidden here, and the line opens without it.
fn open(model: &mut Model, now: Instant, id: SessionId, of: NoteLine, effects: &mut Vec<Effect>) {
    let (purpose, kind) = (Purpose::Line(id, of), kind_of(of));
    let is_differently = |purpose| matches!(purpose, Purpose::Line(_, NoteLine::Differently));
    let is_same = |open: Purpose, line: &LineDraft| {
        line.kind == kind && is_differently(open) == is_differently(purpose)
    };
    if let Some((purpose, _)) = open_line(model).filter(|(open, line)| is_same(*open, line)) {
        shut(model);
        return move_focus(effects, focus_of(model, purpose, kind));
    }
    let has_room = model.half(id).is_some_and(|half| half.notes.has_room());
    if !has_room && model.drafts.typed(purpose).is_none() {
        return;
    }
    shut(model);
    let is_alone = model.drafts.get::<LineDraft>(purpose).is_some_and(LineDraft::is_alone);
    if is_alone && !is_shown(model, now) && model.uncovered != Some(purpose) {
        let aside = model.ids.writer();
        model.drafts.set_aside(purpose, aside);
    }
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, LineDraft::of(kind));
    }
    let Some(line) = model.drafts.edit::<LineDraft>(purpose) else { return };
    // A next step needs a party, mostly the seller; a parked note may have none.
    if kind == NoteKind::NextStep {
        line.by = line.by.or(Some(Party::Seller));
    }
    line.is_open = true;
    focus_line(effects);
}

/// Opens the line for the note with which a person goes on right after the last one. It has the readers and the party of
/// that one: who goes on typing chose nothing else.
fn type_on(model: &mut Model, now: Instant, id: SessionId, kind: NoteKind, effects: &mut Vec<Effect>) {
    if open_line(model).is_none() {
        open(model, now, id, NoteLine::New(kind), effects);
    }
    let last = model.screen.session().and_then(|state| state.last_line).filter(|last| last.0 == kind);
    if let (Some((_, readers, by)), Some(line)) = (last, edited(model)) {
        (line.readers, line.by) = (readers, by);
    }
}

/// Returns the kind of the notes that a line for new notes makes.
fn kind_of(line: NoteLine) -> NoteKind {
    match line {
        NoteLine::New(kind) => kind,
        NoteLine::Differently | NoteLine::Of(..) => NoteKind::Parked,
    }
}

/// Returns the target of the focus once the line of the purpose is closed: the note that it changed, or the button that
/// opens the line of the kind.
fn focus_of(model: &Model, purpose: Purpose, kind: NoteKind) -> Focus {
    if let Purpose::Line(_, NoteLine::Differently) = purpose {
        return Focus::Differently;
    }
    changed(model, purpose).map_or(Focus::Opener(kind), |(readers, id)| Focus::Note(readers, id))
}

/// Moves the focus away from a line that closes. After a new note the clock and the question come into sight again.
fn leave_to(focus: Focus, effects: &mut Vec<Effect>) {
    move_focus(effects, focus);
    if let Focus::Opener(_) = focus {
        effects.push(Effect::Show(Focus::Heading));
    }
}

fn choose(model: &mut Model, party: Party, effects: &mut Vec<Effect>) {
    let shown = line(model).and_then(|line| line.by);
    let Some(line) = edited(model) else { return };
    // The party of a parked note can be cleared again; a next step needs one.
    let unsaid = line.kind == NoteKind::Parked && shown == Some(party);
    line.by = (!unsaid).then_some(party);
    focus_line(effects);
}

fn choose_readers(model: &mut Model, readers: Readers, effects: &mut Vec<Effect>) {
    let Some(line) = edited(model) else { return };
    line.readers = readers;
    focus_line(effects);
}

/// Stores the typed text of a field in the line, letter for letter.
pub(super) fn typed(model: &mut Model, field: NoteField, typed: String) {
    let Some(line) = edited(model) else { return };
    let place = match field {
        NoteField::Words => &mut line.words,
        NoteField::FirstStep => &mut line.first_step,
        NoteField::When => &mut line.when,
        NoteField::On => &mut line.on,
    };
    *place = typed;
    if field == NoteField::On {
        dated::forget(model);
    }
}

/// Closes the line, and throws its text away. Text that the person typed there can be brought back.
fn put_away(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some((purpose, line)) = open_line(model) else { return };
    leave_to(focus_of(model, purpose, line.kind), effects);
    throw_away(model);
}

/// Returns the note that a line changes, with the people who read it by now; `None` for a line in which a new note is
/// written.
fn changed(model: &Model, purpose: Purpose) -> Option<(Readers, NoteId)> {
    let Purpose::Line(session, NoteLine::Of(readers, id)) = purpose else { return None };
    let is_alone = readers == Readers::ManagerAlone || is_held_only(model, session, id);
    Some((if is_alone { Readers::ManagerAlone } else { Readers::Both }, id))
}

/// Closes the line, and keeps its draft if the person typed any text in it.
pub(super) fn shut(model: &mut Model) {
    let Some((purpose, line)) = open_line(model) else { return };
    let holds_more = model.drafts.from(purpose).is_none_or(|from| line.holds_more(from));
    if !holds_more {
        model.drafts.drop(purpose);
    } else if let Some(line) = model.drafts.edit::<LineDraft>(purpose) {
        line.is_open = false;
    }
    closed(model);
}

/// Closes a line whose note is for the manager alone, and keeps its text: after a reload the seller may see the screen.
pub(super) fn cover(model: &mut Model) {
    if open_line(model).is_some_and(|(_, line)| line.is_alone()) {
        shut(model);
    }
}

/// Opens the line with a note of the session for editing, or with the text that was put away before. Keeps the open
/// line first, and does nothing if that fails.
fn reopen(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (readers, id): (Readers, NoteId),
    effects: &mut Vec<Effect>,
) {
    if keep(model, env, now, effects)
        && let Some(session) = begun_session(model)
    {
        begin(model, Purpose::Line(session, NoteLine::Of(readers, id)), effects);
    }
}

/// Opens the line for changing a note of the open session.
fn begin(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) {
    let Some(line) = stored(model, purpose) else { return };
    model.drafts.resume(purpose, line);
    if model.drafts.is_resumed(purpose)
        && let Some(line) = model.drafts.edit::<LineDraft>(purpose)
    {
        line.is_open = true;
    }
    focus_line(effects);
}

/// Throws away what was typed in the open line before, and begins the line anew with the note as it is stored.
pub(super) fn start_over(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some((purpose, _)) = open_line(model) else { return };
    throw_away(model);
    begin(model, purpose, effects);
}

/// Returns the place of the open line: the note that it makes or changes; `None` if the line is closed.
#[must_use]
pub fn open_place(model: &Model) -> Option<NoteLine> {
    match open_line(model)?.0 {
        Purpose::Line(_, of) => Some(of),
        _ => None,
    }
}

/// Returns true if the open line writes a new note.
#[must_use]
pub fn is_new(model: &Model) -> bool {
    open_line(model).is_some_and(|(purpose, _)| changed(model, purpose).is_none())
}

/// Returns true if the person came back to a note that they had begun to change, and finds there what they typed.
#[must_use]
pub fn is_resumed(model: &Model) -> bool {
    open_line(model).is_some_and(|(purpose, _)| model.drafts.is_resumed(purpose))
}

/// Keeps the text of an open line as a note and closes the line; returns true unless some text is too long or no date,
/// takes the place of a text that another window stored and that the person was not told of, or is a doubtful date that the
/// person was not asked about. Such text stays, and the focus moves there. In a full record the line stays open, too, and the result is true.
pub(super) fn keep(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) -> bool {
    let Some(id) = begun_session(model) else { return true };
    let Some((purpose, _)) = open_line(model) else { return true };
    let Some(line) = line(model) else { return true };
    let Some(notes) = model.half(id).map(|half| &half.notes) else { return true };
    let changed = changed(model, purpose);
    let Some(name) = changed.map(|(_, id)| id).or_else(|| free(model, id, notes)) else { return true };
    let (is_held, before) = match changed {
        Some((Readers::ManagerAlone, _)) => (true, held(model, id, name)),
        Some((Readers::Both, _)) => (false, notes.get(name).cloned()),
        None => (line.is_alone(), None),
    };
    if before.is_none() && is_held && !takes_alone(model, id) {
        return true;
    }
    let item = match &before {
        Some(before) => before.item,
        None => read(model, now).and_then(|reading| reading.current().map(|on| on.item)),
    };
    let Purpose::Line(_, of) = purpose else { return true };
    let made = written(of, &line, name, item, before.as_ref());
    let asked = model.screen.complaints().to_vec();
    if made.is_ok() && tell_overtaken(model, purpose, effects) {
        return false;
    }
    if made.is_ok() && dated::asks(model, env, now, (&line, before.as_ref()), &asked, effects) {
        return false;
    }
    let focus = match (&made, of) {
        // The answer stands where the line was.
        (Ok(_), NoteLine::Differently) => Focus::Note(Readers::Both, name),
        _ => focus_of(model, purpose, line.kind),
    };
    if let (Some(state), None) = (model.screen.session_mut(), changed) {
        state.last_line = Some((line.kind, line.readers, line.by));
    }
    match made {
        Ok(note) => {
            if is_held {
                replace_held(model, id, name, Some(&note));
            } else {
                replace(model, id, name, Some(&note));
            }
            model.drafts.drop(purpose);
            model.screen.set_complaints(Complaints::new());
            closed(model);
            leave_to(focus, effects);
        }
        // A line without words adds no note, and keeps its other texts; an emptied note stays as it was.
        Err(TextError::Empty) => {
            shut(model);
            leave_to(focus, effects);
        }
        Err(TextError::TooLong { .. }) => {
            focus_line(effects);
            return false;
        }
    }
    true
}

/// Returns true if another note can be kept for the manager alone: the private record can be stored, and has room.
#[must_use]
pub fn takes_alone(model: &Model, session: SessionId) -> bool {
    let has_room = model.private(session, Party::Manager).held.notes.len() < NOTE_LIMIT;
    has_room && model.keeps_private(session, Party::Manager)
}

/// Complains about the fields of the line in which another window stored another text since the line was opened, and
/// moves the focus there; returns true if there are any. The next press replaces these texts.
fn tell_overtaken(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) -> bool {
    let Some(now) = stored(model, purpose) else { return false };
    let (Some(line), Some(from)) = (model.drafts.get::<LineDraft>(purpose), model.drafts.from(purpose))
    else {
        return false;
    };
    let overtaken = line.overtaken(from, &now);
    if let Some(from) = model.drafts.told::<LineDraft>(purpose).filter(|_| !overtaken.is_empty()) {
        from.tell(&now, &overtaken);
    }
    let fields = [NoteField::Words, NoteField::FirstStep, NoteField::When, NoteField::On];
    let of = |at: &usize| fields.get(*at).map(|field| (Field::Note(*field), Complaint::Overtaken));
    let complaints: Complaints = overtaken.iter().filter_map(of).collect();
    let is_told = complain(&complaints, |field| field, effects);
    model.screen.set_complaints(complaints);
    is_told
}
