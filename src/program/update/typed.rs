//! Typed text: each field hands its text to the file of its concern.

use super::{agenda, answering, attending, close, form, line, list, noted, prepare, quarter, request, share};
use crate::program::state::field::Field;
use crate::program::state::model::Model;

/// Stores the typed text of a field, letter for letter, and removes the complaint about the field. A field
/// that is not on the screen is ignored.
pub(super) fn typed(model: &mut Model, field: Field, text: String) {
    // A changed field loses its complaint; the next attempt to go on checks the field again.
    if !matches!(field, Field::Form(_))
        && let Some(complaints) = model.screen.complaints_mut()
    {
        complaints.retain(|(of, _)| *of != field);
    }
    match field {
        Field::Link(field) => answering::typed(model, field, text),
        // The screen below an opened link takes no text.
        _ if model.overlays.link.is_some() => {}
        Field::Home(field) => list::typed(model, field, text),
        Field::Form(field) => form::typed(model, field, text),
        Field::Item(item, field) => agenda::typed(model, item, field, text),
        Field::Noted => noted::typed(model, text),
        Field::Absence => attending::typed(model, text),
        Field::Note(field) => line::typed(model, field, text),
        Field::Prepare(field) => prepare::typed(model, field, text),
        Field::Close(field) => close::typed(model, field, text),
        Field::Ask(field) => request::typed(model, field, text),
        Field::Share(field) => share::typed(model, field, text),
        Field::Quarter(field) => quarter::typed(model, field, text),
    }
}
