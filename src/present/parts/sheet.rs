//! A sheet: a page of sections with lines to read, fields to fill in and boxes to tick.

use super::action::{Action, Choice, Choices};
use super::field::{FieldView, plain_field};
use super::head::HeadView;
use super::line::Line;
use super::session_context::SessionContext;
pub use crate::outgoing::picture::Picture;
use crate::program::state::field::Field;
use crate::text::Words;
use crate::text::message::Message;

/// A page of sections. It shows a preparation, the answers at the close, an outgoing link, an opened link, or
/// the request for a session.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetView {
    /// The head of the session's screens.
    pub head: HeadView,
    /// The heading.
    pub heading: Words,
    /// The explanation below the heading.
    pub lead: Words,
    /// The sections.
    pub sections: Vec<Section>,
    /// The outcome of the last action on this page.
    pub outcome: Option<Words>,
    /// A text for copying by hand, after the browser refused to copy it.
    pub text_to_copy: Option<Words>,
    /// The main button.
    pub main: Action,
    /// The other answers, beside the main button.
    pub answers: Vec<Action>,
    /// Further actions, below the sections.
    pub others: Vec<Action>,
}

/// A section of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The id of the heading in the markup.
    pub id: Words,
    /// The heading; `None` if the label of the first field says as much.
    pub heading: Option<Words>,
    /// The explanation below the heading.
    pub lead: Option<Words>,
    /// The entries.
    pub entries: Vec<Entry>,
    /// The action that adds an empty entry.
    pub add: Option<Action>,
    /// True if the section is private to this party.
    pub is_private: bool,
}

/// An entry in a section of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// A line to read.
    Line(Line),
    /// A heading between entries.
    Heading(Words),
    /// A field to fill in.
    Field(FieldView),
    /// Options to choose one of.
    Choices(Choices),
    /// A box to tick.
    Tick(Choice),
    /// A QR code.
    Picture {
        /// The name of the code for screen readers.
        name: Words,
        /// The squares of the code.
        picture: Picture,
    },
    /// A row of buttons.
    Actions(Vec<Action>),
    /// Entries that their writer shares or holds back.
    Holdable(HoldableView),
}

/// Entries that their writer shares or holds back together.
#[derive(Clone, Debug, PartialEq)]
pub struct HoldableView {
    /// The key that is unique among its neighbours.
    pub id: Words,
    /// The entries.
    pub entries: Vec<Entry>,
    /// The box that holds the entries back while ticked.
    pub hold: Choice,
    /// The explanation, while the entries are held back.
    pub hint: Option<Words>,
}

pub(crate) fn section(id: &str, heading: Words, entries: Vec<Entry>) -> Section {
    let heading = (!heading.is_empty()).then_some(heading);
    Section { id: id.into(), heading, lead: None, entries, add: None, is_private: false }
}

pub(crate) fn field(context: &SessionContext<'_>, field: Field, label: Message<'_>, value: &str) -> Entry {
    Entry::Field(plain_field(context.model, context.env, field, &label, value))
}
