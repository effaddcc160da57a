//! What is written down in a session: the line to write in, the lists of what was written, and what
//! earlier sessions left to talk about.
//!
//! Names stand where they are known. Nothing is counted.

use super::form::too_long;
use super::head::date;
use super::{Action, FieldKind, FieldView, Known, focus_id};
use crate::domain::agenda::{Item, Role};
use crate::domain::desk::Line;
use crate::domain::note::{Answer, Detail, Kind, Note, Place};
use crate::domain::session::Party;
use crate::domain::text::{Text, TextError};
use crate::program::effect::Focus;
use crate::program::event::{NoteField, NotePress, Press};
use crate::program::model::Undo;
use crate::program::promise::{self, Earlier};
use crate::text::Words;
use crate::text::intl::Names;
use crate::text::message::Message;

/// What is written down.
#[derive(Clone, Debug, PartialEq)]
pub struct NotesView {
    /// The name of the whole.
    pub name: Words,
    /// What can be written down.
    pub openers: Vec<Opener>,
    /// The line, while it is open.
    pub line: Option<LineView>,
    /// What there is, list by list.
    pub lists: Vec<NoteList>,
    /// Takes the last change of a note back.
    pub undo: Option<Action>,
}

/// A button that opens the line.
#[derive(Clone, Debug, PartialEq)]
pub struct Opener {
    /// Its id in the markup.
    pub id: String,
    /// The key that does the same.
    pub key: &'static str,
    /// What it brings about, and whether it has.
    pub choice: Choice,
}

/// Something that a person can choose, and choose again to take it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it brings about.
    pub action: Action,
    /// Whether it is chosen.
    pub is_on: bool,
}

/// The line in which something is written down.
#[derive(Clone, Debug, PartialEq)]
pub struct LineView {
    /// Who: the question, and who there is. Nobody has written a note for both.
    pub who: Option<(Words, Vec<Choice>)>,
    /// What, and once that is there, the rest.
    pub fields: Vec<(NoteField, FieldView)>,
    /// Keeps it.
    pub keep: Action,
    /// Puts it away.
    pub away: Action,
}

/// Notes of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteList {
    /// What they are.
    pub heading: Words,
    /// The notes.
    pub rows: Vec<NoteRow>,
}

/// One note.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRow {
    /// What tells it from its neighbours.
    pub key: String,
    /// Its words, and whose they are.
    pub words: Words,
    /// What else there is to it.
    pub more: Option<Words>,
    /// What can be said of it.
    pub choices: Vec<Choice>,
    /// Changes it, and takes it out.
    pub actions: Vec<Action>,
    /// The id in the markup of the button that changes it.
    pub id: String,
}

/// The session's own notes, with what earlier ones left for that item. On the last item, and once it
/// is over, each can be settled.
pub(super) fn notes(known: &Known<'_>, item: Option<&Item>, is_last: bool) -> NotesView {
    let voice = known.voice;
    let line = known.model.desk.line.as_ref().filter(|line| line.is_open);
    let is_full = known.half.notes.free().is_none();
    let opener = |(kind, key, label): (Kind, &'static str, Message<'static>)| {
        let label = voice.say(&label);
        let name = Message::WithKey { label: &label, key };
        let action = Action {
            label: label.clone(),
            name: Some(voice.say(&name)),
            press: Press::Note(NotePress::Opened(kind)),
            is_off: false,
        };
        let is_on = line.is_some_and(|line| line.kind == kind);
        Opener {
            id: focus_id(Focus::Opener(kind)),
            key,
            choice: Choice { action: action.only_if(!is_full || line.is_some()), is_on },
        }
    };
    let openers = [
        (Kind::Promise, "p", Message::WritePromise),
        (Kind::Parked, "k", Message::WriteParked),
        (Kind::Shared, "n", Message::WriteNote),
    ];
    let mut lists = item.map(|item| left(known, item)).unwrap_or_default();
    let mut promised = Vec::new();
    for party in [Party::Seller, Party::Manager] {
        promised.extend(rows(known, Kind::Promise, is_last).filter(|(by, _)| *by == Some(party)));
    }
    let promised = promised.into_iter().map(|(_, row)| row).collect();
    let other = |kind| rows(known, kind, is_last).map(|(_, row)| row).collect();
    for (heading, rows) in [
        (Message::Promises, promised),
        (Message::Parked, other(Kind::Parked)),
        (Message::Notes, other(Kind::Shared)),
    ] {
        lists.extend(list(known, &heading, rows));
    }
    let undo = matches!(known.model.undo.last(), Some(Undo::Note { .. }));
    NotesView {
        name: voice.say(&Message::WriteDown),
        openers: openers.map(opener).to_vec(),
        line: line.map(|line| self::line(known, line)),
        lists,
        undo: undo.then(|| Action::new(voice, &Message::UndoNote, Press::Undone)),
    }
}

fn list(known: &Known<'_>, heading: &Message<'_>, rows: Vec<NoteRow>) -> Option<NoteList> {
    (!rows.is_empty()).then(|| NoteList { heading: known.voice.say(heading), rows })
}

/// Who that is.
pub(super) fn party(known: &Known<'_>, party: Party) -> Words {
    match party {
        Party::Seller => known.seller.clone(),
        Party::Manager => known.manager.map_or_else(|| known.voice.say(&Message::You), Words::from),
    }
}

fn line(known: &Known<'_>, line: &Line) -> LineView {
    let voice = known.voice;
    let (who, ask) = match line.kind {
        Kind::Promise => (Some(Message::WhoPromises), Message::PromiseLabel),
        Kind::Parked => (Some(Message::WhoRaised), Message::ParkLabel),
        Kind::Shared => (None, Message::NoteLabel),
    };
    let choice = |of: Party| Choice {
        action: Action {
            label: party(known, of),
            name: None,
            press: Press::Note(NotePress::PartyChosen(of)),
            is_off: false,
        },
        is_on: line.by == Some(of),
    };
    let field = |field: NoteField, label: &Message<'_>, typed: &str| {
        let complaint = match Text::optional(typed) {
            Err(TextError::TooLong { found }) => Some(too_long(voice, found)),
            _ => None,
        };
        let view = FieldView {
            id: field_id(field).into(),
            label: voice.say(label),
            value: typed.into(),
            kind: FieldKind::Text(Vec::new()),
            hint: None,
            complaint,
        };
        (field, view)
    };
    let mut fields = vec![field(NoteField::Words, &ask, &line.words)];
    // First what, and then what goes with it.
    if line.kind == Kind::Promise && !line.words.is_empty() {
        fields.push(field(NoteField::FirstStep, &Message::FirstStepLabel, &line.first_step));
        fields.push(field(NoteField::When, &Message::WhenLabel, &line.when));
    }
    LineView {
        who: who.map(|who| (voice.say(&who), [Party::Seller, Party::Manager].map(choice).to_vec())),
        fields,
        keep: Action::new(voice, &Message::Keep, Press::Note(NotePress::Kept)),
        away: Action::new(voice, &Message::Cancel, Press::Note(NotePress::PutAway)),
    }
}

/// The id in the markup of a field of the line.
pub(super) fn field_id(field: NoteField) -> &'static str {
    match field {
        NoteField::Words => "note-words",
        NoteField::FirstStep => "note-first-step",
        NoteField::When => "note-when",
    }
}

/// The notes of a kind and whose each is; on the last item with what is to be said of each.
fn rows<'a>(
    known: &'a Known<'_>,
    kind: Kind,
    is_last: bool,
) -> impl Iterator<Item = (Option<Party>, NoteRow)> + 'a {
    let notes = known.half.notes.all.iter().filter(move |note| note.kind() == kind);
    notes.map(move |note| (note.by(), row(known, note, is_last)))
}

fn row(known: &Known<'_>, note: &Note, is_last: bool) -> NoteRow {
    let words = note.words.as_str();
    let press = Press::Note;
    let action = |label: Message<'_>, does: NotePress| named(known, &label, words, press(does));
    let choices = match &note.detail {
        _ if !is_last => Vec::new(),
        Detail::Promise { is_confirmed, .. } => {
            let label = if *is_confirmed { Message::Confirmed } else { Message::Confirm };
            vec![Choice { action: action(label, NotePress::Confirmed(note.id)), is_on: *is_confirmed }]
        }
        Detail::Parked { place, .. } => {
            let choice = |to: Place| Choice {
                action: action(place_words(to), NotePress::Placed(note.id, to)),
                is_on: *place == Some(to),
            };
            [Place::NextTime, Place::Elsewhere, Place::Dropped].map(choice).to_vec()
        }
        Detail::Shared => Vec::new(),
    };
    NoteRow {
        key: note.id.0.to_string(),
        words: said(known, note),
        more: more(known, note),
        choices,
        actions: vec![
            action(Message::DefaultsChange, NotePress::Reopened(note.id)),
            action(Message::RemoveShort, NotePress::Removed(note.id)),
        ],
        id: focus_id(Focus::Note(note.id)),
    }
}

/// An action on a note: what stands on it, and to a screen reader also which note.
fn named(known: &Known<'_>, label: &Message<'_>, words: &str, press: Press) -> Action {
    let label = known.voice.say(label);
    let name = known.voice.say(&Message::About { label: &label, words });
    Action { label, name: Some(name), press, is_off: false }
}

/// The words of a note, with the name of whose they are.
pub(super) fn said(known: &Known<'_>, note: &Note) -> Words {
    let words = note.words.as_str();
    match note.by() {
        Some(by) => known.voice.say(&Message::SaidBy { name: &party(known, by), words }),
        None => words.into(),
    }
}

/// The first step and the time of a promise.
pub(super) fn more(known: &Known<'_>, note: &Note) -> Option<Words> {
    let Detail::Promise { first_step, when, .. } = &note.detail else { return None };
    let (first_step, when) = (first_step.as_ref().map(Text::as_str), when.as_ref().map(Text::as_str));
    let message = Message::PromiseMore { first_step, when };
    (first_step.is_some() || when.is_some()).then(|| known.voice.say(&message))
}

/// Where something parked goes.
pub(super) fn place_words(place: Place) -> Message<'static> {
    match place {
        Place::NextTime => Message::NextTime,
        Place::Elsewhere => Message::Elsewhere,
        Place::Dropped => Message::DropIt,
    }
}

/// What earlier sessions left for that item: promises at the one that looks back, the manager's
/// first, and at the opening what was parked for this time. Where no item looks back, the opening
/// does.
fn left(known: &Known<'_>, item: &Item) -> Vec<NoteList> {
    let looks_back = |item: &Item| item.role == Role::LookBack;
    let opens = item.role == Role::Open;
    let mut lists = Vec::new();
    if looks_back(item) || (opens && !known.half.plan.agenda.items().iter().any(looks_back)) {
        let open = promise::open(known.model, Some(known.id));
        let mut rows = Vec::new();
        for party in [Party::Manager, Party::Seller] {
            let mine = open.iter().filter(|earlier| earlier.note.by() == Some(party));
            rows.extend(mine.map(|earlier| earlier_row(known, earlier)));
        }
        lists.extend(list(known, &Message::PromisedBefore, rows));
    }
    if opens {
        let parked = promise::parked_for(known.model, known.id);
        let rows = parked.iter().map(|earlier| earlier_row(known, earlier)).collect();
        lists.extend(list(known, &Message::ParkedBefore, rows));
    }
    lists
}

fn earlier_row(known: &Known<'_>, earlier: &Earlier<'_>) -> NoteRow {
    let (voice, note) = (known.voice, earlier.note);
    let said_now = known.half.notes.answer(earlier.session, note.id);
    let choice = |(answer, label): (Answer, Message<'_>)| Choice {
        action: named(
            known,
            &label,
            note.words.as_str(),
            Press::Note(NotePress::Answered(earlier.session, note.id, answer)),
        ),
        is_on: said_now == Some(answer),
    };
    let answers = [
        (Answer::Done, Message::AnswerDone),
        (Answer::NotYet, Message::AnswerNotYet),
        (Answer::Dropped, Message::DropIt),
    ];
    let is_promise = note.kind() == Kind::Promise;
    let choices = if is_promise { answers.map(choice).to_vec() } else { Vec::new() };
    let local = voice.local(earlier.began, &known.model.zone);
    let day = local.map(|local| date(voice, local, known.now, Names::Short)).unwrap_or_default();
    let more = voice.say(&Message::SaidOn { more: more(known, note).as_deref(), day: &day });
    NoteRow {
        key: format!("{}-{}", earlier.session, note.id.0),
        words: said(known, note),
        more: Some(more),
        choices,
        actions: Vec::new(),
        id: String::new(),
    }
}
