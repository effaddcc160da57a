//! Words that storage does not hold yet, for the browser's own question before the page goes.

use crate::domain::draft::Draft;
use crate::program::state::kept::Kept;
use crate::program::state::model::Model;

/// The person's words in memory, compared with storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    /// Storage holds all words.
    Nothing,
    /// Words wait for the next save.
    Waiting,
    /// Storage did not take some words: leaving the page would lose them.
    Refused,
}

/// Compares the person's words in memory with storage: typed text, and kept sessions and records. The open screen does
/// not count.
#[must_use]
pub fn unsaved(model: &Model) -> Unsaved {
    let is_new = |draft: &Draft| draft.is_typed && !draft.content.is_alike(&draft.from);
    let is_typed = model.drafts.unsaved().any(|(_, draft)| draft.is_some_and(is_new))
        || model.drafts.unsaved_left().next().is_some();
    let is_ahead = || model.kept.values().any(Kept::is_ahead);
    // Cleared storage takes nothing until the person says so, and a notice asks for that.
    let counts_kept = model.health.cleared.is_none();
    match (is_typed || (counts_kept && is_ahead()), model.health.takes_all()) {
        (false, _) => Unsaved::Nothing,
        (true, true) => Unsaved::Waiting,
        (true, false) => Unsaved::Refused,
    }
}
