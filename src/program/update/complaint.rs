//! Complaints about typed text, and the conversion between the texts of fields and checked texts.

use crate::domain::draft::{LineDraft, PlanDraft};
use crate::domain::text::{Text, TextError};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, FormField, NoteField};
use crate::program::state::model::Model;
use crate::program::state::overlay::LinkOverlay;

/// Returns the complaint about a field of the screen, or of the opened link above it; `None` if there is
/// none.
#[must_use]
pub fn complaint_of(model: &Model, field: Field) -> Option<Complaint> {
    match (field, &model.overlays.link) {
        (Field::Link(field), Some(LinkOverlay::Opened(opened))) => find(&opened.complaints, field),
        _ => find(model.screen.complaints(), field),
    }
}

/// Returns the text that another window stored in a field meanwhile, as the person was told of it; `None` if the field
/// is on no screen that tells of such texts.
#[must_use]
pub fn told(model: &Model, field: Field) -> Option<&str> {
    match field {
        Field::Form(field) => {
            let from = model.drafts.from::<PlanDraft>(model.screen.address().purpose()?)?;
            Some(match field {
                FormField::Seller => &from.seller,
                FormField::Date => &from.date,
                FormField::Time => &from.time,
                FormField::Minutes => &from.minutes,
                FormField::Place => &from.place,
                FormField::OwnName => &from.own_name,
                FormField::Type | FormField::Template | FormField::Agenda => return None,
            })
        }
        Field::Note(field) => {
            let (purpose, _) = model.drafts.open_line(model.open_session()?)?;
            let from = model.drafts.from::<LineDraft>(purpose)?;
            Some(match field {
                NoteField::Words => &from.words,
                NoteField::FirstStep => &from.first_step,
                NoteField::When => &from.when,
                NoteField::On => &from.on,
            })
        }
        _ => None,
    }
}

fn find<F: PartialEq>(complaints: &[(F, Complaint)], field: F) -> Option<Complaint> {
    complaints.iter().find(|(of, _)| *of == field).map(|(_, complaint)| *complaint)
}

/// Moves the focus to the first field with a complaint; returns true if there is a complaint.
pub(super) fn complain<F: Copy>(
    complaints: &[(F, Complaint)],
    field: fn(F) -> Field,
    effects: &mut Vec<Effect>,
) -> bool {
    if let Some((first, _)) = complaints.first() {
        move_focus(effects, Focus::Field(field(*first)));
    }
    !complaints.is_empty()
}

/// Returns the checked text of a field; `None` if it is empty or wrong. A wrong text adds a complaint.
pub(super) fn checked_text<F>(
    field: F,
    text: Result<Option<Text>, TextError>,
    complaints: &mut Vec<(F, Complaint)>,
) -> Option<Text> {
    text.unwrap_or_else(|error| {
        complaints.push((field, Complaint::Text(error)));
        None
    })
}

/// Returns a text as a field holds it; empty for `None`.
pub(super) fn typed_as(text: Option<&Text>) -> String {
    text.map(Text::to_string).unwrap_or_default()
}
