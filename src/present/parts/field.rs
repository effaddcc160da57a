//! A field to write in, with what is wrong with it.

use super::complaint::complain;
use super::focus::field_id;
use crate::program::field::Field;
use crate::program::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A field of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// The field, which an event of typing names.
    pub field: Field,
    /// Its id in the markup.
    pub id: Words,
    /// What it is for.
    pub label: Words,
    /// What is in it.
    pub value: Words,
    /// How it is filled in.
    pub kind: FieldKind,
    /// What helps to fill it in.
    pub hint: Option<Words>,
    /// What is wrong with what is in it.
    pub complaint: Option<Words>,
}

/// How a field is filled in.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// With words, of which some can be offered.
    Text(Vec<Words>),
    /// With words on several lines.
    Lines,
    /// With a date.
    Date,
    /// With a time of day.
    Time,
    /// With a whole number from a least to a most.
    Number(u16, u16),
    /// With one of these: what is filled in, and the words for it.
    Choice(Vec<(Words, Words)>),
}

/// A field of several lines, with what is wrong with it.
pub(crate) fn plain_field(
    model: &Model,
    env: &Env<'_>,
    field: Field,
    label: &Message<'_>,
    value: &str,
) -> FieldView {
    let complaint = model.complaints.iter().find(|(of, _)| *of == field);
    FieldView {
        field,
        id: field_id(field).into(),
        label: env.say(label),
        value: value.into(),
        kind: FieldKind::Lines,
        hint: None,
        complaint: complaint.map(|(_, complaint)| complain(env, field, *complaint)),
    }
}
