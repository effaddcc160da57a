//! The notes of a session: the line to write in, the lists of notes, and the open notes of earlier sessions.
//! A note is a next step, a parked matter (left for another time or place), or any other note for both.
//!
//! Names stand where they are known. Nothing is counted.

use super::action::Action;
use super::closing::{DIFFERENTLY, are_together, closing, due, next_date};
use super::earlier_notes::left;
use super::focus::focus_id;
use super::note_line::{LineView, line};
use super::note_list::{Fold, NoteButton, NoteList, NoteRow, RowKind, add_list, choice};
use super::session_context::SessionContext;
use super::step_list::{entry, own_choices, with_entered};
use super::told::details;
use crate::domain::agenda::{Item, Role};
use crate::domain::draft::{LineDraft, Purpose};
use crate::domain::note::{
    Detail, NOTE_LIMIT, Note, NoteId, NoteKind, NoteLine, Place, Readers, STATUS_LIMIT,
};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::outgoing::note::{KINDS, of_kind, place_words};
use crate::program::effect::Focus;
use crate::program::event::{NotePress, Press};
use crate::program::state::model::Model;
use crate::program::state::screen::{SessionChange, Undone};
use crate::program::update::differently::is_said_together;
use crate::program::update::line::{line as open_line, open_place};
use crate::program::update::thrown::can_bring_back;
use crate::text::Words;
use crate::text::message::Message;

/// The notes of a session, with the line to write in and all buttons.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesView {
    /// Name of the notes: visible before the buttons that write, and the accessible name of the lists.
    pub name: Words,
    /// Buttons that open the line, one for each kind of note; empty on the seller's device.
    pub openers: Vec<NoteButton>,
    /// True if the letters that the buttons show work.
    pub has_keys: bool,
    /// Line in which a note is written; `None` while the line is closed.
    pub line: Option<LineView>,
    /// Key of the row in whose place the line stands; `None` for a line above the notes.
    pub line_at: Option<String>,
    /// Button that brings back the text of the line that was thrown away last; `None` while a line is open, or if
    /// there is no such text.
    pub bring_back: Option<Action>,
    /// Statement about the note that was kept last, during the current item: its words, or that it was kept for the manager
    /// alone. `None` before the first, while a line is open, and once something else was done.
    pub kept: Option<Words>,
    /// Statements that the record takes no more notes, or no more answers about earlier ones; empty while there is room.
    pub full: Vec<Words>,
    /// Notes that earlier sessions left open, if they belong to the current item; else empty.
    pub left: Vec<NoteList>,
    /// Next steps of this session, where the current item asks for them and there are any: they stand above the question.
    pub steps: Option<NoteList>,
    /// Notes of this session, in a list for each kind of which there are any.
    pub lists: Vec<NoteList>,
    /// Answers of both parties at the close; `None` before the last item, and once they are gone.
    pub closing: Option<NoteList>,
    /// True if an answer at the close is still to be given on this device: then the close stands before the notes.
    pub is_answer_due: bool,
    /// Date of the next session, or the buttons that book one; `None` before the last item.
    pub next: Option<NoteList>,
    /// Button that undoes the last change of a note; `None` if there is none to undo.
    pub undo: Option<Action>,
    /// Statement that the last undo left what another window changed since; `None` if it left nothing.
    pub undo_told: Option<Words>,
}

/// Returns the notes of the session, with the open notes of earlier sessions for `item`, the current one;
/// `None` after the end. `is_last` is true on the last item and after the end, where each note can be
/// settled: a next step confirmed, a parked matter placed.
pub(crate) fn notes(
    context: &SessionContext<'_>,
    now: Instant,
    item: Option<&Item>,
    is_last: bool,
) -> NotesView {
    let env = context.env;
    let line_draft = open_line(context.model);
    let mut lists = Vec::new();
    let mut closing = if is_last { closing(context, item.is_some()) } else { None };
    let differently = answered_together(context, closing.as_mut());
    for (kind, heading) in &KINDS {
        let mut rows = Vec::new();
        for note in of_kind(&context.half.notes.all, *kind) {
            if !differently.contains(&note.id) {
                rows.push(row(context, note, Readers::Both, is_last));
            }
        }
        let are_steps = *kind == NoteKind::NextStep && !rows.is_empty() && is_last;
        let is_settled = are_steps && item.is_none() && is_agreed(context);
        let is_read = are_steps && !is_settled && are_together(context, now);
        if is_read {
            rows.insert(0, read_aloud(context));
        }
        add_list(context, &mut lists, heading, rows);
        if let Some(steps) = lists.pop_if(|_| is_settled) {
            lists.push(NoteList { fold: Fold::Settled(env.say(&Message::StepsAgreed)), ..steps });
        }
        if let Some(steps) = lists.pop_if(|_| is_read && item.is_some()) {
            lists.push(steps.step(env, is_agreed(context).then_some(&Message::StepsAgreed)));
        }
    }
    let asks_steps = item.is_some_and(|item| item.role == Role::NextSteps);
    let has_steps = context.half.notes.all.iter().any(|note| note.kind() == NoteKind::NextStep);
    let steps = if asks_steps && has_steps {
        let rest = lists.split_off(lists.len().min(1));
        std::mem::replace(&mut lists, rest).pop()
    } else {
        None
    };
    let state = context.model.screen.session();
    // A booking is undone beside its date.
    let undo = state.and_then(|state| match state.undo.last()? {
        SessionChange::Note(_) => Some(Message::UndoNote),
        SessionChange::Booked(..) if !is_last => Some(Message::UndoBooked),
        SessionChange::Booked(..) | SessionChange::Choice(_) => None,
    });
    let is_overtaken = state.is_some_and(|state| state.undone == Undone::Overtaken);
    NotesView {
        name: env.say(&Message::WriteDown),
        openers: openers(context, line_draft.as_ref()),
        has_keys: !context.model.settings().keys_are_off,
        bring_back: bring_back(context, line_draft.as_ref()),
        kept: kept(context, item).filter(|_| line_draft.is_none()),
        full: full(context, item),
        line_at: line_at(context.model, steps.iter().chain(&lists).chain(&closing)),
        line: line_draft.map(|draft| line(context, &draft)),
        steps,
        left: item.map(|item| left(context, item)).unwrap_or_default(),
        lists,
        closing,
        is_answer_due: due(context).is_some(),
        next: is_last.then(|| next_date(context, now, item.is_some())),
        undo: undo.map(|label| Action::new(env, &label, Press::Undone)),
        undo_told: is_overtaken.then(|| env.say(&Message::UndoOvertaken)),
    }
}

/// Adds the notes in which the two answered what to do differently to the rows of the close, below that question, and
/// returns their ids; none without that question.
fn answered_together(context: &SessionContext<'_>, closing: Option<&mut NoteList>) -> Vec<NoteId> {
    let Some(list) = closing else { return Vec::new() };
    let Some(place) = list.rows.iter().position(|row| row.key == DIFFERENTLY) else { return Vec::new() };
    let mut ids = Vec::new();
    for note in context.half.notes.all.iter().filter(|note| is_said_together(context.session, note)) {
        ids.push(note.id);
        list.rows.insert(place + ids.len(), row(context, note, Readers::Both, true));
    }
    ids
}

/// Returns the key of the row among `lists` in whose place the open line stands: that of the note that it changes, or the
/// question that it answers. `None` for any other line, and in a folded list.
fn line_at<'a>(model: &Model, lists: impl Iterator<Item = &'a NoteList>) -> Option<String> {
    let key = match open_place(model)? {
        NoteLine::Of(Readers::Both, id) => id.0.to_string(),
        NoteLine::Differently => DIFFERENTLY.to_owned(),
        NoteLine::Of(Readers::ManagerAlone, _) | NoteLine::New(_) => return None,
    };
    let mut open = lists.filter(|list| !matches!(list.fold, Fold::Done(_)));
    open.any(|list| list.rows.iter().any(|row| row.key == key)).then_some(key)
}

/// Returns a button for each kind of note; none on the seller's device, since the record belongs to the
/// manager. `line` is the open line, whose kind is chosen; `None` if it is closed. The others are off if the record
/// is full.
fn openers(context: &SessionContext<'_>, line: Option<&LineDraft>) -> Vec<NoteButton> {
    let mut openers = Vec::new();
    if context.side == Party::Seller {
        return openers;
    }
    for (kind, label) in [
        (NoteKind::NextStep, Message::WriteNextStep),
        (NoteKind::Parked, Message::WriteParked),
        (NoteKind::Shared, Message::WriteNote),
    ] {
        let is_elsewhere = open_place(context.model) == Some(NoteLine::Differently);
        let is_on = line.is_some_and(|line| line.kind == kind) && !is_elsewhere;
        let waits = context.model.drafts.typed(Purpose::Line(context.id, NoteLine::New(kind))).is_some();
        let has_room = is_on || waits || context.half.notes.has_room();
        let label = context.env.say(&label);
        let opener = choice(context, label, None, NotePress::Opened(kind), Some(is_on));
        let action = opener.action.only_if(has_room);
        openers.push(NoteButton { action, id: Some(focus_id(Focus::Opener(kind))), ..opener });
    }
    openers
}

/// Returns the statements why buttons of the notes are off, or keep nothing; none on the seller's device.
fn full(context: &SessionContext<'_>, item: Option<&Item>) -> Vec<Words> {
    let notes = &context.half.notes;
    let mut full = Vec::new();
    if context.side == Party::Manager && !notes.has_room() {
        full.push(context.env.say(&Message::Full { most: NOTE_LIMIT }));
    }
    let asks = item.is_some_and(|item| !left(context, item).is_empty());
    if asks && notes.statuses.len() >= STATUS_LIMIT {
        full.push(context.env.say(&Message::FullAnswers { most: STATUS_LIMIT }));
    }
    full
}

/// Returns the button that brings thrown-away text back; `None` while a line is open, or without such text.
fn bring_back(context: &SessionContext<'_>, line: Option<&LineDraft>) -> Option<Action> {
    let press = Press::Note(NotePress::BroughtBack);
    (line.is_none() && can_bring_back(context.model))
        .then(|| Action::new(context.env, &Message::BringBack, press))
}

/// Returns the statement about the note that was kept last. See [`NotesView::kept`].
fn kept(context: &SessionContext<'_>, item: Option<&Item>) -> Option<Words> {
    let Some(SessionChange::Note(change)) = context.model.screen.session()?.undo.last() else { return None };
    if change.before.is_some() {
        return None;
    }
    let is_now = |note: &Note| note.item == item.map(|item| item.id);
    if change.readers == Readers::ManagerAlone {
        let held = context.model.private(context.id, Party::Manager).held.notes;
        let is_now = held.iter().any(|note| note.id == change.id && is_now(note));
        return is_now.then(|| context.env.say(&Message::KeptAlone));
    }
    let note = context.half.notes.get(change.id)?;
    let (words, name) = (note.words.as_str(), note.by().map(|by| context.name(by)));
    let kept = match &name {
        Some(name) if note.kind() == NoteKind::NextStep => Message::KeptFor { name, words },
        Some(name) => Message::KeptFrom { name, words },
        None => Message::Kept { words },
    };
    is_now(note).then(|| context.env.say(&kept))
}

/// Returns the notes that the manager alone reads, in a list; `None` if there are none.
pub(crate) fn alone_notes(context: &SessionContext<'_>) -> Option<NoteList> {
    let held = context.model.private(context.id, Party::Manager).held.notes;
    let mut lists = Vec::new();
    let rows = held.iter().map(|note| row(context, note, Readers::ManagerAlone, false)).collect();
    add_list(context, &mut lists, &Message::NotesAlone, rows);
    lists.pop()
}

/// Returns the row of a note that these people read, with the buttons that edit and remove it; if `is_last` is true, also those that
/// confirm a next step or place a parked matter. On the seller's device no buttons.
fn row(context: &SessionContext<'_>, note: &Note, readers: Readers, is_last: bool) -> NoteRow {
    if context.side == Party::Seller {
        let (words, more) = (context.note_words().said(note), context.note_words().more(note, ""));
        let manager = context.name(Party::Manager);
        let choices = own_choices(context.model, context.id, note, false, &manager, context.env);
        let more = with_entered(context.model, context.id, note, more, context.env);
        let (key, kind) = (note.id.0.to_string(), RowKind::of(note));
        return NoteRow { key, kind, words, more, beside: Vec::new(), choices };
    }
    let mut choices = Vec::new();
    let mut offer = |label: &Message<'_>, press: NotePress, is_on: Option<bool>| {
        choices.push(choice(context, context.env.say(label), Some(note.words.as_str()), press, is_on));
    };
    let placed = match &note.detail {
        // What nobody placed comes back next time.
        Detail::Parked { place, .. } if is_last && !is_said_together(context.session, note) => {
            Some(place.unwrap_or(Place::NextTime))
        }
        _ => None,
    };
    if let Some(chosen) = placed {
        for &to in &[Place::NextTime, Place::Elsewhere, Place::Dropped] {
            offer(&place_words(to), NotePress::Placed(note.id, to), Some(chosen == to));
        }
    }
    offer(&Message::DefaultsChange, NotePress::Reopened(readers, note.id), None);
    let changes = choices.len().saturating_sub(1);
    // What can be dropped is not removed beside that.
    if placed.is_none() {
        let remove = context.env.say(&Message::RemoveShort);
        let press = NotePress::Removed(readers, note.id);
        choices.push(choice(context, remove, Some(note.words.as_str()), press, None));
    }
    if let Some(change) = choices.get_mut(changes) {
        change.id = Some(focus_id(Focus::Note(readers, note.id)));
    }
    if readers == Readers::Both && context.half.course.has_ended() {
        choices.extend(entry(context.model, context.id, note, context.env));
    }
    NoteRow {
        key: note.id.0.to_string(),
        kind: RowKind::of(note),
        words: context.note_words().said(note),
        more: with_entered(context.model, context.id, note, details(context, note), context.env),
        beside: Vec::new(),
        choices,
    }
}

/// Returns true if the two confirmed all next steps of the session.
fn is_agreed(context: &SessionContext<'_>) -> bool {
    !context.half.notes.all.iter().any(Note::is_unconfirmed)
}

/// Returns the row that asks the two to read their next steps aloud, with a button that confirms all of them.
fn read_aloud(context: &SessionContext<'_>) -> NoteRow {
    let label = context.env.say(&Message::ThatsRight);
    NoteRow {
        key: "aloud".into(),
        kind: RowKind::Other,
        words: context.env.say(&Message::ReadAloud),
        more: None,
        beside: Vec::new(),
        choices: vec![choice(context, label, None, NotePress::AllConfirmed, Some(is_agreed(context)))],
    }
}
