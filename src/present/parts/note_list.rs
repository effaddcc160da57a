//! Lists of notes under a heading, with the buttons of each note.

use super::action::Action;
use super::head::day;
use super::line::Line;
use super::session_context::SessionContext;
use super::told::told;
use crate::domain::note::{Detail, Note};
use crate::domain::party::Party;
use crate::outgoing::note::append;
use crate::program::event::{NotePress, Press};
use crate::program::update::earlier::Earlier;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A button of a note, of the line in which notes are written, or of the summary.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteButton {
    /// Label of the button, and the press that a click sends.
    pub action: Action,
    /// True if the option of the button is chosen, false if not; `None` if the button is no option. A second
    /// press on a chosen option mostly takes the choice back.
    pub is_on: Option<bool>,
    /// HTML id of the button; `None` if the focus never moves to the button.
    pub id: Option<String>,
}

/// Notes under one heading. At the close also the questions, with the answers of both parties.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteList {
    /// Heading above the notes.
    pub heading: Words,
    /// Rows of the list, one for each note or question.
    pub rows: Vec<NoteRow>,
    /// State of the list as a step of the close.
    pub fold: Fold,
}

/// The state of a list as a step of the close, which folds to one line once it is done.
#[derive(Clone, Debug, PartialEq)]
pub enum Fold {
    /// The list is no step of the close, and never folds.
    Never,
    /// The step is still to be done.
    Open,
    /// The step is done, and folded. Holds the words that say so.
    Done(Words),
    /// The step was done at the close of a session that is over, and the list stays open. Holds the words that say so.
    Settled(Words),
}

impl NoteList {
    /// Returns the list as a step of the close, folded with the words `done` if it is done.
    pub(crate) fn step(self, env: &Env<'_>, done: Option<&Message<'_>>) -> Self {
        let fold = done.map_or(Fold::Open, |done| Fold::Done(env.say(done)));
        Self { fold, ..self }
    }
}

/// A note in a list, or a question at the close with the answers of both parties.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRow {
    /// Key by which Yew tells the row from the others of its list.
    pub key: String,
    /// Contents of the row, for the looks of a host page.
    pub kind: RowKind,
    /// Words of the note, behind the name of the person who takes the step or raised it; or the question or
    /// sentence of a row of the close.
    pub words: Words,
    /// First step and time of a next step, and the day of an earlier session; `None` if there is nothing to
    /// add.
    pub more: Option<Words>,
    /// Answers of both parties to a question at the close, each with a name; empty for a note.
    pub beside: Vec<Line>,
    /// Buttons that change, settle or answer the note, or respond to the row of the close; empty if this
    /// device may not.
    pub choices: Vec<NoteButton>,
}

/// The contents of a row, as far as a host page may give them looks of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The row holds a next step.
    NextStep,
    /// The row holds another note, or a question of the close.
    Other,
}

impl RowKind {
    /// Returns the kind of the row that shows the note.
    pub(crate) fn of(note: &Note) -> Self {
        if matches!(note.detail, Detail::NextStep { .. }) { Self::NextStep } else { Self::Other }
    }
}

/// Adds a list of `rows` under `heading`, unless there are no rows.
pub(crate) fn add_list(
    context: &SessionContext<'_>,
    lists: &mut Vec<NoteList>,
    heading: &Message<'_>,
    rows: Vec<NoteRow>,
) {
    if !rows.is_empty() {
        lists.push(NoteList { heading: context.env.say(heading), rows, fold: Fold::Never });
    }
}

/// Returns the row of a note that an earlier session left open, with the day of that session.
pub(crate) fn earlier_row(
    context: &SessionContext<'_>,
    earlier: &Earlier<'_>,
    choices: Vec<NoteButton>,
) -> NoteRow {
    let (env, note) = (context.env, earlier.note);
    let from = env.say(&Message::SaidOn { day: &day(context, earlier.began) });
    let key = format!("{}-{}", earlier.session, note.id.0);
    let more = context.note_words().more(note, &from);
    // A step is carried over once; then the two decide.
    let by = note.by().filter(|by| context.side == Party::Manager || *by == Party::Manager);
    let told = by.and_then(|by| told(earlier.told, &context.name(by), env));
    let asks = earlier.is_old && earlier.told.is_none() && matches!(note.detail, Detail::NextStep { .. });
    let added = told.or_else(|| asks.then(|| env.say(&Message::StillWorth)));
    let more = match (more, added) {
        (Some(more), Some(added)) => {
            let mut all = more.to_string();
            append(&mut all, &added);
            Some(all.into())
        }
        (more, added) => more.or(added),
    };
    let kind = RowKind::of(note);
    NoteRow { key, kind, words: context.note_words().said(note), more, beside: Vec::new(), choices }
}

/// Returns a button of the notes. `with` holds the words of the note that the button acts on, for the
/// accessible name; `None` if the label is clear by itself. For `is_on` see [`NoteButton::is_on`].
pub(crate) fn choice(
    context: &SessionContext<'_>,
    label: Words,
    with: Option<&str>,
    press: NotePress,
    is_on: Option<bool>,
) -> NoteButton {
    let name = with.map(|words| context.env.say(&Message::Labelled { label: &label, words }));
    let action = Action { label, name, press: Press::Note(press), is_off: false };
    NoteButton { action, is_on, id: None }
}
