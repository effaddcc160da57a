//! The topics that a seller brings to a session.

use super::text::Text;

/// Upper bound on the topics of a seller's half.
pub const TOPIC_LIMIT: usize = 20;

/// A topic.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// The id within the session, which never changes.
    pub id: u16,
    /// The seller's words.
    pub words: Text,
    /// The sign by which the seller will know that the session helped.
    pub worked_if: Option<Text>,
}
