//! Evidence: a fact and its source.

use super::text::Text;

/// Upper bound on the lines of evidence in a seller's half.
pub const EVIDENCE_LIMIT: usize = 50;

/// The source of a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The seller saw it.
    Seen,
    /// Somebody told the seller.
    Told,
    /// The seller guesses it.
    #[default]
    Guessed,
}

/// All sources, in the order of the screen.
pub const SOURCES: [Source; 3] = [Source::Seen, Source::Told, Source::Guessed];

/// A line of evidence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The fact.
    pub words: Text,
    /// Its source.
    pub source: Source,
}
