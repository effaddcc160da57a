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
    /// Returns the lifetime of a draft in whole days, 1 or more.
    #[must_use]
    pub fn drafts_kept_days(&self) -> usize {
        usize::try_from(self.drafts_kept.0 / Span::minutes(24 * 60).0).unwrap_or_default().max(1)
    }

    /// Returns the minutes, or the nearest ones that can be planned.
    #[must_use]
    pub fn nearest(&self, minutes: Minutes) -> Minutes {
        minutes.clamp(self.shortest, self.longest)
    }

    /// Returns true if a session of so many minutes can be planned.
    #[must_use]
    pub fn allow(&self, minutes: Minutes) -> bool {
        (self.shortest..=self.longest).contains(&minutes)
    }
}
