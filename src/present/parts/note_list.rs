//! Lists of what was written down, and what can be done with each note.

use super::action::Action;
use super::head::day;
use super::known::Known;
use crate::program::promise::Earlier;
use crate::text::Words;
use crate::text::message::Message;

/// Something that can be done with a note; of what can be chosen, the same once more takes it back.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteButton {
    /// What it brings about.
    pub action: Action,
    /// Whether it is chosen, where it can be.
    pub is_on: Option<bool>,
    /// Its id in the markup, where the keyboard can be sent to it.
    pub id: Option<String>,
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
    /// What each of the two said of it, and who it was, to stand side by side.
    pub beside: Vec<(Words, Option<Words>)>,
    /// What can be said of it, and done with it.
    pub choices: Vec<NoteButton>,
}

/// Puts what was gathered into a list, unless there is nothing.
pub(crate) fn add_list(
    known: &Known<'_>,
    lists: &mut Vec<NoteList>,
    heading: &Message<'_>,
    rows: Vec<NoteRow>,
) {
    if !rows.is_empty() {
        lists.push(NoteList { heading: known.env.say(heading), rows });
    }
}

/// What an earlier session left, with what can be said of it.
pub(crate) fn earlier_row(known: &Known<'_>, earlier: &Earlier<'_>, choices: Vec<NoteButton>) -> NoteRow {
    let (env, note) = (known.env, earlier.note);
    let from = env.say(&Message::SaidOn { day: &day(known, earlier.began) });
    let key = format!("{}-{}", earlier.session, note.id.0);
    let more = known.note_words().more(note, &from);
    NoteRow { key, words: known.note_words().said(note), more, beside: Vec::new(), choices }
}
