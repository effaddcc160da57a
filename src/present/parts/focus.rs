//! HTML ids of the elements that can take the focus.

use crate::domain::note::NoteKind;
use crate::domain::note::Readers;
use crate::program::effect::Focus;
use crate::program::state::field::{
    AskField, CloseField, Field, FormField, HomeField, ItemField, LinkField, NoteField, PrepareField,
    QuarterField, ShareField,
};

/// Returns the HTML id of the element that takes the focus.
#[must_use]
pub fn focus_id(focus: Focus) -> String {
    match focus {
        Focus::Heading => "heading".into(),
        Focus::Question => "question".into(),
        Focus::Alone => "alone-ask".into(),
        Focus::Items => "items".into(),
        Focus::Summary => "summary-text".into(),
        Focus::Say => "say-next".into(),
        Focus::Differently => "write-differently".into(),
        Focus::Notes => "notes".into(),
        Focus::Opener(NoteKind::NextStep) => "write-next-step".into(),
        Focus::Opener(NoteKind::Parked) => "write-parked".into(),
        Focus::Opener(NoteKind::Shared) => "write-note".into(),
        Focus::Note(Readers::Both, id) => format!("note-{}", id.0),
        Focus::Note(Readers::ManagerAlone, id) => format!("note-alone-{}", id.0),
        Focus::QuarterDate(at) => format!("quarter-date-{at}"),
        Focus::Send(id) => format!("send-{}", id.0),
        Focus::Field(field) => field_id(field),
    }
}

/// Returns the HTML id of the element that takes the input of a field.
pub(crate) fn field_id(field: Field) -> String {
    match field {
        Field::Form(FormField::Seller) => "field-seller".into(),
        Field::Form(FormField::Date) => "field-date".into(),
        Field::Form(FormField::Time) => "field-time".into(),
        Field::Form(FormField::Type) => "field-type".into(),
        Field::Form(FormField::Template) => "field-which".into(),
        Field::Form(FormField::Agenda) => "field-agenda".into(),
        Field::Form(FormField::Minutes) => "field-minutes".into(),
        Field::Form(FormField::Place) => "field-place".into(),
        Field::Form(FormField::OwnName)
        | Field::Ask(AskField::OwnName)
        | Field::Share(ShareField::OwnName) => "field-own-name".into(),
        Field::Noted => "noted".into(),
        Field::Absence => "absence".into(),
        Field::Item(item, ItemField::Title) => format!("item-{}-title", item.0),
        Field::Item(item, ItemField::Minutes) => format!("item-{}-minutes", item.0),
        Field::Note(NoteField::Words) => "note-words".into(),
        Field::Note(NoteField::FirstStep) => "note-first-step".into(),
        Field::Note(NoteField::When) => "note-when".into(),
        Field::Note(NoteField::On) => "note-on".into(),
        Field::Prepare(PrepareField::Topic(at)) => format!("topic-{at}"),
        Field::Prepare(PrepareField::WorkedIf(at)) => format!("worked-if-{at}"),
        Field::Prepare(PrepareField::Evidence(at)) => format!("evidence-{at}"),
        Field::Prepare(PrepareField::LeaveAlone) => "leave-alone".into(),
        Field::Prepare(PrepareField::Note) => "note".into(),
        Field::Close(CloseField::Differently) => "differently".into(),
        Field::Ask(AskField::Topic) | Field::Link(LinkField::Topic) => "topic-0".into(),
        Field::Ask(AskField::Wish) | Field::Link(LinkField::Wish) => "wish".into(),
        Field::Ask(AskField::Manager) => "manager".into(),
        Field::Home(HomeField::CameUp) => "came-up".into(),
        Field::Home(HomeField::Pasted) | Field::Link(LinkField::Pasted) => "pasted-link".into(),
        Field::Quarter(field) => quarter_id(field),
        Field::Share(ShareField::Password) | Field::Link(LinkField::Password) => "password".into(),
    }
}

fn quarter_id(field: QuarterField) -> String {
    match field {
        QuarterField::OwnName => "field-own-name".into(),
        QuarterField::Names => "quarter-names".into(),
        QuarterField::Weekday(at) => format!("quarter-day-{at}"),
        QuarterField::Time(at) => format!("quarter-time-{at}"),
        QuarterField::Every => "quarter-every".into(),
        QuarterField::Minutes => "quarter-minutes".into(),
        QuarterField::First => "quarter-first".into(),
        QuarterField::Last => "quarter-last".into(),
        QuarterField::Avoid => "quarter-avoid".into(),
        QuarterField::MoveDate => "quarter-move-date".into(),
        QuarterField::MoveTime => "quarter-move-time".into(),
    }
}
