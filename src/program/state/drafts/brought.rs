//! Drafts that a file brought: offered as those of closed windows are.

use super::Drafts;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::WriterId;

impl Drafts {
    /// Returns true if a draft of this window or an offered one has the purpose and the texts of `draft`.
    pub(in crate::program) fn have(&self, purpose: Purpose, draft: &Draft) -> bool {
        let own = self.typed(purpose).into_iter();
        own.chain(self.left(purpose).map(|(_, left)| left))
            .any(|known| known.content.is_alike(&draft.content))
    }

    /// Returns true if the draft of `writer` is still offered: nobody went on with it, or discarded it.
    pub(in crate::program) fn is_offered(&self, purpose: Purpose, writer: WriterId) -> bool {
        self.left(purpose).any(|(left, _)| left == writer)
    }
}
