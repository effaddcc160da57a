//! Drafts of answers to invitations, and drafts that are expired.

use super::Drafts;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::WriterId;
use crate::domain::time::Instant;

impl Drafts {
    /// Returns true if this window has a draft of an answer to an invitation.
    pub(in crate::program) fn has_answer(&self) -> bool {
        self.own.iter().any(|entry| matches!(entry.purpose, Purpose::Answer(_)) && entry.draft.is_some())
    }

    /// Returns the drafts with text that are expired at `at`, with their purposes.
    pub fn expired(&self, at: Instant) -> impl Iterator<Item = (Purpose, &Draft)> {
        let own = self.own.iter().filter_map(|entry| Some((entry.purpose, entry.draft.as_ref()?)));
        let kept = self.limits.drafts_kept;
        let all = own.chain(self.left.iter().map(|left| (left.purpose, &left.draft)));
        all.filter(move |(_, draft)| draft.holds_text() && draft.is_expired(at, kept))
    }

    /// Returns the half-typed answers to invitations: purpose, and the writer of an offered one.
    pub(in crate::program) fn answers(&self) -> impl Iterator<Item = (Purpose, Option<WriterId>, &Draft)> {
        let own = self.own.iter().filter_map(|entry| Some((entry.purpose, None, entry.draft.as_ref()?)));
        let left = self.left.iter().map(|left| (left.purpose, Some(left.writer), &left.draft));
        let is_answer = |purpose| matches!(purpose, Purpose::Answer(_));
        own.chain(left).filter(move |(purpose, _, draft)| is_answer(*purpose) && draft.holds_text())
    }
}
