//! The topics that a seller brings to a session.

use super::text::Text;

/// Upper bound on the topics of a seller's half.
pub const TOPIC_LIMIT: usize = 20;

/// Number of topics that a session works on. The further ones of the seller are saved for the next session.
pub const TOPICS_AT_ONCE: usize = 2;

/// A topic that the seller brings to a session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// Id of the topic, unique within its session. The answers at the close name the topic by this id.
    pub id: u16,
    /// Help that the seller wishes for, in the seller's words.
    pub words: Text,
    /// Seller's measure of success: the sign by which the seller will know that the session helped. `None` if
    /// the seller named none.
    pub worked_if: Option<Text>,
}

impl Topic {
    /// Returns the topic that the manager notes for the seller, with the id of a first topic.
    #[must_use]
    pub fn noted(words: Text) -> Self {
        Self { id: 0, words, worked_if: None }
    }
}
