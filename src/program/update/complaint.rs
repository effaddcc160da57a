//! Complaints about typed text, and the texts of fields.

use crate::domain::text::{Text, TextError};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::Field;
use crate::program::state::model::{Complaint, Model};

/// Complains about these fields, and moves the focus to the first one; returns true if there is anything to
/// complain about.
pub(super) fn complain(
    model: &mut Model,
    complaints: Vec<(Field, Complaint)>,
    effects: &mut Vec<Effect>,
) -> bool {
    let first = complaints.first().map(|(field, _)| *field);
    if let Some(first) = first {
        move_focus(effects, Focus::Field(first));
        model.complaints = complaints;
    }
    first.is_some()
}

/// Returns the text of a field, where it has one, and adds a complaint about a wrong text.
pub(super) fn checked_text(
    field: Field,
    text: Result<Option<Text>, TextError>,
    complaints: &mut Vec<(Field, Complaint)>,
) -> Option<Text> {
    text.unwrap_or_else(|error| {
        complaints.push((field, Complaint::Text(error)));
        None
    })
}

/// Returns a text as a field holds it.
pub(super) fn typed_as(text: Option<&Text>) -> String {
    text.map(Text::to_string).unwrap_or_default()
}
