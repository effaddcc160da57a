//! Fields that are no part of a form: the text of each is a draft of its own until it is used.

use crate::domain::draft::{Purpose, TextDraft};
use crate::program::state::model::Model;

/// Returns the text in the field of this purpose, as typed; empty if nothing is typed.
#[must_use]
pub fn text(model: &Model, purpose: Purpose) -> &str {
    model.drafts.get::<TextDraft>(purpose).map_or("", |draft| &draft.words)
}

/// Stores the typed text of the field.
pub(super) fn typed(model: &mut Model, purpose: Purpose, text: String) {
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, TextDraft::default());
    }
    if let Some(draft) = model.drafts.edit::<TextDraft>(purpose) {
        draft.words = text;
    }
}
