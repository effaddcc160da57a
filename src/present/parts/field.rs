//! Input fields: a label, the typed text, a hint and a complaint.

use super::complaint::complaint_about;
use super::focus::field_id;
use crate::domain::limits::Limits;
use crate::program::state::field::Field;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the kind of a field that takes the minutes of a session, within the limits of the page.
pub(crate) fn minutes_kind(limits: &Limits) -> FieldKind {
    FieldKind::Number(limits.shortest.0, limits.longest.0)
}

/// An input field with all that is shown of it.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldView {
    /// Identity of the field, which an event of typing carries.
    pub field: Field,
    /// HTML id of the element that takes the input, unique on the screen.
    pub id: Words,
    /// Label of the field, visible or for a screen reader.
    pub label: Words,
    /// Text in the field; for a choice, the value of the chosen option.
    pub value: Words,
    /// Kind of input, which decides the HTML element.
    pub kind: FieldKind,
    /// Hint below the field; `None` if the label is enough.
    pub hint: Option<Words>,
    /// Complaint about the text in the field, such as "Choose a date."; `None` if there is nothing to
    /// complain about.
    pub complaint: Option<Words>,
}

/// The kind of input that a field takes.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldKind {
    /// The field takes one line of text. Holds the suggestions that the browser offers while somebody types.
    Text(Vec<Words>),
    /// The field takes several lines of text.
    Lines,
    /// The field takes a date, as `YYYY-MM-DD`.
    Date,
    /// The field takes a time of day, as `HH:MM`.
    Time,
    /// The field takes a whole number. Holds the least and the most that are accepted.
    Number(u16, u16),
    /// The field offers options to choose one of. Holds the value and the label of each option.
    Choice(Vec<(Words, Words)>),
    /// The field offers options in a menu, which takes one line. Holds the value and the label of each option.
    Menu(Vec<(Words, Words)>),
}

/// Returns a field for several lines of text, which holds `value`, with the complaint about that text, if
/// there is one.
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
        complaint: complaint_about(model, env, field, value),
    }
}
