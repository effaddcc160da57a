//! Limits that a company may set tighter than the built-in ones, never wider.

use super::agenda::SESSION_MINUTES;
use super::draft::DRAFT_KEPT;
use super::time::{Minutes, Span};

/// The limits of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Shortest session that can be planned, in minutes: 20 or more.
    pub shortest: Minutes,
    /// Longest session that can be planned, in minutes: 90 or less, and not below the shortest.
    pub longest: Minutes,
    /// Lifetime of a draft after its last change: [`DRAFT_KEPT`] or less.
    pub drafts_kept: Span,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            shortest: Minutes(*SESSION_MINUTES.start()),
            longest: Minutes(*SESSION_MINUTES.end()),
            drafts_kept: DRAFT_KEPT,
        }
    }
}

impl Limits {
    /// Returns true if a session of so many minutes can be planned.
    #[must_use]
    pub fn allow(&self, minutes: Minutes) -> bool {
        (self.shortest..=self.longest).contains(&minutes)
    }
}
