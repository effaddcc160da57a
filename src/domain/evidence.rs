//! Evidence: a fact and its source.

use super::text::Text;

/// The most lines of evidence that a seller's half holds.
pub const EVIDENCE_LIMIT: usize = 50;

/// How something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// With one's own eyes.
    Seen,
    /// Somebody said so.
    Told,
    /// Nobody said so.
    #[default]
    Guessed,
}

/// One of each.
pub const SOURCES: [Source; 3] = [Source::Seen, Source::Told, Source::Guessed];

/// Something that is known, and how.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// What.
    pub words: Text,
    /// How it is known.
    pub source: Source,
}
