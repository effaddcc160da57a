//! The ids in the markup of all that can take the focus.

use crate::domain::note::Kind;
use crate::program::effect::Focus;
use crate::program::event::{Field, ItemField, NoteField};

/// The id in the markup of that which takes the focus.
#[must_use]
pub fn focus_id(focus: Focus) -> String {
    match focus {
        Focus::Heading => "heading".into(),
        Focus::Question => "question".into(),
        Focus::Items => "items".into(),
        Focus::Summary => "summary-text".into(),
        Focus::Notes => "notes".into(),
        Focus::Line => note_field_id(NoteField::Words).into(),
        Focus::Opener(Kind::Promise) => "write-promise".into(),
        Focus::Opener(Kind::Parked) => "write-parked".into(),
        Focus::Opener(Kind::Shared) => "write-note".into(),
        Focus::Note(id) => format!("note-{}", id.0),
        Focus::Field(field) => field_id(field),
        Focus::Item(item, ItemField::Title) => format!("item-{}-title", item.0),
        Focus::Item(item, ItemField::Minutes) => format!("item-{}-minutes", item.0),
    }
}

pub(crate) fn field_id(field: Field) -> String {
    match field {
        Field::Seller => "field-seller".into(),
        Field::Date => "field-date".into(),
        Field::Time => "field-time".into(),
        Field::Type => "field-type".into(),
        Field::Which => "field-which".into(),
        Field::Agenda => "field-agenda".into(),
        Field::Minutes => "field-minutes".into(),
        Field::Place => "field-place".into(),
        Field::OwnName => "field-own-name".into(),
        Field::Topic(at) => format!("topic-{at}"),
        Field::WorkedIf(at) => format!("worked-if-{at}"),
        Field::Evidence(at) => format!("evidence-{at}"),
        Field::LeaveAlone => "leave-alone".into(),
        Field::Note => "note".into(),
        Field::Keep => "keep".into(),
        Field::Change => "change".into(),
        Field::Wish => "wish".into(),
        Field::Manager => "manager".into(),
        Field::Pasted => "pasted-link".into(),
        Field::Password => "password".into(),
    }
}

/// The id in the markup of a field of the line.
pub(crate) fn note_field_id(field: NoteField) -> &'static str {
    match field {
        NoteField::Words => "note-words",
        NoteField::FirstStep => "note-first-step",
        NoteField::When => "note-when",
    }
}
