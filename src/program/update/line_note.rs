//! The note that a line makes, and the line that changes a note.

use super::complaint::typed_as;
use super::differently::quote;
use crate::domain::agenda::ItemId;
use crate::domain::day::Day;
use crate::domain::draft::LineDraft;
use crate::domain::note::{Detail, Note, NoteId, NoteKind, NoteLine, Place, Readers};
use crate::domain::party::Party;
use crate::domain::text::{Text, TextError};

/// Returns the open line for changing a note, which these people read.
pub(super) fn line_of(note: &Note, readers: Readers) -> LineDraft {
    let (first_step, when) = match &note.detail {
        Detail::NextStep { first_step, when, .. } => (first_step.as_ref(), when.as_ref()),
        Detail::Parked { .. } | Detail::Shared => (None, None),
    };
    LineDraft {
        kind: note.kind(),
        by: note.by(),
        words: note.words.to_string(),
        first_step: typed_as(first_step),
        when: typed_as(when),
        on: note.on().map(Day::field).unwrap_or_default(),
        readers,
        is_open: true,
    }
}

/// Returns the note that the line `of` makes: `before` with its changes, or for `None` a new one with this id
/// during `item`.
///
/// # Errors
/// [`TextError`] for missing or too long text.
pub(super) fn written(
    of: NoteLine,
    line: &LineDraft,
    id: NoteId,
    item: Option<ItemId>,
    before: Option<&Note>,
) -> Result<Note, TextError> {
    let words = Text::parse(&line.words)?;
    let party = line.by.unwrap_or(Party::Seller);
    let detail = match before.filter(|before| before.kind() == line.kind) {
        Some(before) => before.detail.clone(),
        None => match line.kind {
            NoteKind::NextStep => {
                Detail::NextStep { by: party, first_step: None, when: None, on: None, is_confirmed: false }
            }
            NoteKind::Parked if of == NoteLine::Differently => {
                Detail::Parked { by: None, place: Some(Place::NextTime), quotes: Some(quote(&words)) }
            }
            NoteKind::Parked => Detail::Parked { by: None, place: None, quotes: None },
            NoteKind::Shared => Detail::Shared,
        },
    };
    let mut note = Note { id, item, words, detail };
    match &mut note.detail {
        Detail::NextStep { by, first_step, when, on, .. } => {
            *by = party;
            *first_step = Text::optional(&line.first_step)?;
            *when = Text::optional(&line.when)?;
            *on = Day::parse(&line.on);
        }
        Detail::Parked { by, .. } => *by = line.by,
        Detail::Shared => {}
    }
    Ok(note)
}
