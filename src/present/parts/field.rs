//! Input fields.

use super::complaint::complain;
use super::focus::field_id;
use crate::program::state::field::Field;
use crate::program::state::model::Model;
use crate::program::update::complaint::complaint_of;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// An input field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// The field that a typing event names.
    pub field: Field,
    /// The id in the markup.
    pub id: Words,
    /// The label.
    pub label: Words,
    /// The text that the field holds.
    pub value: Words,
    /// The kind of input.
    pub kind: FieldKind,
    /// A hint below the field.
    pub hint: Option<Words>,
    /// The complaint about the text in the field, if there is one.
    pub complaint: Option<Words>,
}

/// The kind of input that a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// One line of text, with suggestions.
    Text(Vec<Words>),
    /// Several lines of text.
    Lines,
    /// A date.
    Date,
    /// A time of day.
    Time,
    /// A whole number within these bounds, both included.
    Number(u16, u16),
    /// One of several options: the value of each, and its label.
    Choice(Vec<(Words, Words)>),
}

/// Returns a field of several lines, with the complaint about it.
pub(crate) fn plain_field(
    model: &Model,
    env: &Env<'_>,
    field: Field,
    label: &Message<'_>,
    value: &str,
) -> FieldView {
    FieldView {
        field,
        id: field_id(field).into(),
        label: env.say(label),
        value: value.into(),
        kind: FieldKind::Lines,
        hint: None,
        complaint: complaint_of(model, field).map(|complaint| complain(env, field, complaint)),
    }
}
