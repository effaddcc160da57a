//! Lists of notes, with the buttons of each note.

use super::action::Action;
use super::head::day;
use super::line::Line;
use super::session_context::SessionContext;
use crate::program::update::promise::Earlier;
use crate::text::Words;
use crate::text::message::Message;

/// A button of a note. A second press on a chosen option takes the choice back.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteButton {
    /// The action.
    pub action: Action,
    /// True if the option is chosen; `None` if the button is no option.
    pub is_on: Option<bool>,
    /// The id in the markup, if the focus can move to the button.
    pub id: Option<String>,
}

/// Notes under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteList {
    /// The heading.
    pub heading: Words,
    /// The notes.
    pub rows: Vec<NoteRow>,
}

/// A note.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteRow {
    /// The key that is unique among its neighbours.
    pub key: String,
    /// The words of the note and the name of the person behind them.
    pub words: Words,
    /// Details of the note.
    pub more: Option<Words>,
    /// The answers of both parties, each with a name, side by side.
    pub beside: Vec<Line>,
    /// The buttons.
    pub choices: Vec<NoteButton>,
}

/// Adds a list of these rows, unless there are none.
pub(crate) fn add_list(
    context: &SessionContext<'_>,
    lists: &mut Vec<NoteList>,
    heading: &Message<'_>,
    rows: Vec<NoteRow>,
) {
    if !rows.is_empty() {
        lists.push(NoteList { heading: context.env.say(heading), rows });
    }
}

/// Returns the row of a note that an earlier session left open.
pub(crate) fn earlier_row(
    context: &SessionContext<'_>,
    earlier: &Earlier<'_>,
    choices: Vec<NoteButton>,
) -> NoteRow {
    let (env, note) = (context.env, earlier.note);
    let from = env.say(&Message::SaidOn { day: &day(context, earlier.began) });
    let key = format!("{}-{}", earlier.session, note.id.0);
    let more = context.note_words().more(note, &from);
    NoteRow { key, words: context.note_words().said(note), more, beside: Vec::new(), choices }
}
