//! Evidence: facts that the two bring, each with its source.

use super::text::Text;

/// Upper bound on the lines of evidence in a seller's half.
pub const EVIDENCE_LIMIT: usize = 50;

/// The source from which the seller has a fact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// The seller saw the fact.
    Seen,
    /// Somebody told the seller the fact.
    Told,
    /// The seller guesses the fact. A new line begins with this source.
    #[default]
    Guessed,
}

impl Source {
    /// Returns the name of the source in fingerprints, which never changes.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Told => "told",
            Self::Guessed => "guessed",
        }
    }
}

/// All sources of evidence, in the order in which the screen offers them.
pub const SOURCES: [Source; 3] = [Source::Seen, Source::Told, Source::Guessed];

/// A line of evidence that the seller brings: a fact about the topics, and its source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// The fact, in the seller's words.
    pub words: Text,
    /// Source from which the seller has the fact.
    pub source: Source,
}
