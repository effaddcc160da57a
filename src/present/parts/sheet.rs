//! A page of sections and fields, to read, to write and to tick.

use super::action::{Action, Choice};
use super::field::{FieldView, plain_field};
use super::head::HeadView;
use super::known::Known;
pub use crate::outgoing::picture::Picture;
use crate::program::field::Field;
use crate::text::Words;
use crate::text::message::Message;

/// A screen of several parts: a party prepares, or answers, or sends something, or opened a link.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    /// Whose session.
    pub head: HeadView,
    /// Who prepares.
    pub heading: Words,
    /// What this is.
    pub lead: Words,
    /// What there is to read and to write.
    pub sections: Vec<Section>,
    /// What became of the last thing that was done here.
    pub told: Option<Words>,
    /// What is to be copied by hand, where the browser refused.
    pub text: Option<Words>,
    /// The way on: ready.
    pub ready: Action,
    /// The other answers: not yet.
    pub later: Vec<Action>,
    /// What else can be done: hand the screen to the other party.
    pub others: Vec<Action>,
}

/// A part of the preparation.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The id of its heading in the markup.
    pub id: Words,
    /// What it is, where its first label does not say that.
    pub heading: Option<Words>,
    /// What there is to know about it.
    pub lead: Option<Words>,
    /// What there is to read, to write and to tick.
    pub entries: Vec<Entry>,
    /// Makes room for more.
    pub add: Option<Action>,
    /// Whether it is for this party alone.
    pub is_private: bool,
}

/// Something in a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// To read: words, and what else is said of them.
    Line(Words, Option<Words>),
    /// A heading between.
    Heading(Words),
    /// To write.
    Field(FieldView),
    /// To choose one of: what it is about, and what there is.
    Choices(Words, Vec<Choice>),
    /// To tick.
    Tick(Choice),
    /// To look at, and what it is called.
    Picture(Words, Picture),
    /// To press.
    Actions(Vec<Action>),
    /// To be shared, or held back.
    Thing(Thing),
}

/// Something that is shared, or held back.
#[derive(Clone, Debug, PartialEq)]
pub struct Thing {
    /// What tells it from the others.
    pub id: Words,
    /// What there is to write of it.
    pub entries: Vec<Entry>,
    /// Holds it back, or shares it again.
    pub hold: Choice,
    /// What that means, where it is held back.
    pub hint: Option<Words>,
}

pub(crate) fn section(id: &str, heading: Words, entries: Vec<Entry>) -> Section {
    let heading = (!heading.is_empty()).then_some(heading);
    Section { id: id.into(), heading, lead: None, entries, add: None, is_private: false }
}

pub(crate) fn field(known: &Known<'_>, field: Field, label: Message<'_>, value: &str) -> Entry {
    Entry::Field(plain_field(known.model, known.env, field, &label, value))
}
