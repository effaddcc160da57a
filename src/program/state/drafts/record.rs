//! Drafts that storage holds, or is to hold: the state of a record, and an offered draft.

use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::WriterId;

/// The state of a draft's record in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saving {
    /// The draft changed, and nobody has set the instant of the change yet.
    Changed,
    /// Storage does not hold the draft as it is now; or still holds one that was dropped.
    Unsaved,
    /// Storage holds the draft as it is now.
    Saved,
}

/// A stored draft that is offered.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// Purpose of the draft, that is what the text is for.
    pub(super) purpose: Purpose,
    /// Writer of the draft's record.
    pub(super) writer: WriterId,
    /// Typed text.
    pub(super) draft: Draft,
    /// State of the draft's record in storage.
    pub(super) saving: Saving,
    /// Writer whose record holds the text until this one is stored; `None` if there is none.
    pub(super) replaced: Option<WriterId>,
}

impl Left {
    pub(super) fn is(&self, purpose: Purpose, writer: WriterId) -> bool {
        (self.purpose, self.writer) == (purpose, writer)
    }
}
