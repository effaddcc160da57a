//! The notes of a session: the line to write in, the lists of notes, and the open notes of earlier sessions.
//! A note is a next step, a parked matter (left for another time or place), or any other note for both.
//!
//! Names stand where they are known. Nothing is counted.

use super::action::Action;
use super::closing::{are_together, closing, due, next_date};
use super::complaint::complaint_about;
use super::earlier_notes::left;
use super::field::{FieldKind, FieldView};
use super::focus::{field_id, focus_id};
use super::note_list::{NoteButton, NoteList, NoteRow, add_list, choice};
use super::session_context::SessionContext;
use super::step_list::{entry, own_choices, with_entered};
use super::told::details;
use crate::domain::agenda::Item;
use crate::domain::draft::{LineDraft, Purpose};
use crate::domain::note::{Detail, NOTE_LIMIT, Note, NoteKind, NoteLine, Place, Readers, STATUS_LIMIT};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::outgoing::note::{KINDS, of_kind, place_words};
use crate::program::effect::Focus;
use crate::program::event::{NotePress, Press};
use crate::program::state::field::{Field, NoteField};
use crate::program::state::screen::{SessionChange, Undone};
use crate::program::update::line;
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

/// The open line in which a note is written: a small form.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// Accessible name of the group of people: the question who takes the step, who raised the note, or whom the
    /// note is for.
    pub ask: Words,
    /// Buttons that choose the person who takes the step or raised the note, or the readers of a note; empty for
    /// the change of a note that has its readers.
    pub who: Vec<NoteButton>,
    /// Warning below the chosen reader of the note; `None` unless the note is for the manager alone.
    pub who_hint: Option<Words>,
    /// Fields of the line: the words of the note; of a next step also its first step and its time.
    pub fields: Vec<FieldView>,
    /// Button that adds the note to the session, or changes the edited note.
    pub keep: Action,
    /// Button that closes the line, and throws its text away.
    pub away: Action,
    /// Button that brings another thrown-away text back, in place of the one that was brought back just now; `None` for any
    /// other text, and if there is no other.
    pub other: Option<Action>,
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
    let line = line::line(context.model);
    let mut lists = Vec::new();
    for (kind, heading) in &KINDS {
        let mut rows = Vec::new();
        for note in of_kind(&context.half.notes.all, *kind) {
            rows.push(row(context, note, Readers::Both, is_last));
        }
        let is_read =
            *kind == NoteKind::NextStep && !rows.is_empty() && is_last && are_together(context, now);
        if is_read {
            rows.insert(0, read_aloud(context));
        }
        add_list(context, &mut lists, heading, rows);
        if let Some(steps) = lists.pop_if(|_| is_read && item.is_some()) {
            lists.push(steps.step(env, is_agreed(context).then_some(&Message::StepsAgreed)));
        }
    }
    let state = context.model.screen.session();
    let undo = state.and_then(|state| match state.undo.last()? {
        SessionChange::Note(_) => Some(Message::UndoNote),
        SessionChange::Booked(_) => Some(Message::UndoBooked),
        SessionChange::Choice(_) => None,
    });
    let is_overtaken = state.is_some_and(|state| state.undone == Undone::Overtaken);
    NotesView {
        name: env.say(&Message::WriteDown),
        openers: openers(context, line.as_ref()),
        has_keys: !context.model.settings().keys_are_off,
        bring_back: bring_back(context, line.as_ref()),
        kept: kept(context, item).filter(|_| line.is_none()),
        full: full(context, item),
        line: line.map(|line| self::line(context, &line)),
        left: item.map(|item| left(context, item)).unwrap_or_default(),
        lists,
        closing: if is_last { closing(context, item.is_some()) } else { None },
        is_answer_due: due(context).is_some(),
        next: is_last.then(|| next_date(context, now, item.is_some())),
        undo: undo.map(|label| Action::new(env, &label, Press::Undone)),
        undo_told: is_overtaken.then(|| env.say(&Message::UndoOvertaken)),
    }
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
        let is_on = line.is_some_and(|line| line.kind == kind);
        let waits = context.model.drafts.typed(Purpose::Line(context.id, NoteLine::New(kind))).is_some();
        let has_room = is_on || waits || context.half.notes.has_room();
        let label = context.env.say(&label);
        let opener = choice(context, label, None, NotePress::Opened(kind), Some(is_on));
        let action = opener.action.only_if(has_room);
        openers.push(NoteButton { action, id: Some(focus_id(Focus::Opener(kind))), ..opener });
    }
    openers
}

fn line(context: &SessionContext<'_>, line: &LineDraft) -> LineView {
    let env = context.env;
    let (ask, label) = match line.kind {
        NoteKind::NextStep => (Message::WhoseStep, Message::NextStepLabel),
        NoteKind::Parked => (Message::WhoRaised, Message::ParkLabel),
        NoteKind::Shared => (Message::WhoReads, Message::SharedNoteLabel),
    };
    let mut who = Vec::new();
    if line.kind != NoteKind::Shared {
        for &of in &[Party::Seller, Party::Manager] {
            let is_on = Some(line.by == Some(of));
            who.push(choice(
                context,
                context.note_words().party(of),
                None,
                NotePress::PartyChosen(of),
                is_on,
            ));
        }
    }
    let is_new = line::is_new(context.model);
    if line.kind == NoteKind::Shared && is_new {
        for (readers, label) in
            [(Readers::Both, Message::NoteShared), (Readers::ManagerAlone, Message::OnlyMe)]
        {
            let is_on = Some(line.readers == readers);
            let press = NotePress::ReadersChosen(readers);
            let reader = choice(context, env.say(&label), None, press, is_on);
            let is_possible = readers == Readers::Both || line::takes_alone(context.model, context.id);
            who.push(NoteButton { action: reader.action.only_if(is_possible), ..reader });
        }
    }
    let mut fields = vec![field(context, NoteField::Words, &label, &line.words)];
    if line.kind == NoteKind::NextStep {
        fields.push(field(context, NoteField::FirstStep, &Message::FirstStepLabel, &line.first_step));
        fields.push(field(context, NoteField::When, &Message::WhenAsk, &line.when));
        fields.push(field(context, NoteField::On, &Message::StepDate, &line.on));
    }
    LineView {
        ask: env.say(&ask),
        who,
        who_hint: who_hint(context, line, is_new),
        fields,
        keep: Action::new(env, &Message::Keep, Press::Note(NotePress::Kept)),
        away: Action::new(env, &Message::Cancel, Press::Note(NotePress::PutAway)),
        other: can_bring_back(context.model)
            .then(|| Action::new(env, &Message::BringBackOther, Press::Note(NotePress::BroughtBack))),
    }
}

/// Returns the warning that the seller may ask to see a note for the manager alone, or the statement that no more of
/// these fit; `None` for any other note.
fn who_hint(context: &SessionContext<'_>, line: &LineDraft, is_new: bool) -> Option<Words> {
    let env = context.env;
    let is_shared = line.kind == NoteKind::Shared;
    let held = context.model.private(context.id, Party::Manager).held.notes.len();
    if is_shared && is_new && held >= NOTE_LIMIT {
        return Some(env.say(&Message::Full { most: NOTE_LIMIT }));
    }
    (is_new && line.is_alone()).then(|| env.say(&Message::MayAsk { seller: &context.name(Party::Seller) }))
}

fn field(context: &SessionContext<'_>, of: NoteField, label: &Message<'_>, typed: &str) -> FieldView {
    let field = Field::Note(of);
    let complaint = complaint_about(context.model, context.env, field, typed);
    // A field of one line would drop the line breaks of a parked topic.
    let kind = match of {
        NoteField::On => FieldKind::Date,
        _ if typed.contains('\n') => FieldKind::Lines,
        _ => FieldKind::Text(Vec::new()),
    };
    FieldView {
        field,
        id: field_id(field).into(),
        label: context.env.say(label),
        value: typed.into(),
        kind,
        hint: None,
        complaint,
    }
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
    if change.readers == Readers::ManagerAlone {
        return Some(context.env.say(&Message::KeptAlone));
    }
    let note = context.half.notes.get(change.id)?;
    let is_now = item.is_none_or(|item| note.item == Some(item.id));
    let words = &context.note_words().said(note);
    is_now.then(|| context.env.say(&Message::Kept { words }))
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
        return NoteRow { key: note.id.0.to_string(), words, more, beside: Vec::new(), choices };
    }
    let mut choices = Vec::new();
    let mut offer = |label: &Message<'_>, press: NotePress, is_on: Option<bool>| {
        choices.push(choice(context, context.env.say(label), Some(note.words.as_str()), press, is_on));
    };
    let placed = match &note.detail {
        // What nobody placed comes back next time.
        Detail::Parked { place, .. } if is_last => Some(place.unwrap_or(Place::NextTime)),
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
        words: context.env.say(&Message::ReadAloud),
        more: None,
        beside: Vec::new(),
        choices: vec![choice(context, label, None, NotePress::AllConfirmed, Some(is_agreed(context)))],
    }
}
