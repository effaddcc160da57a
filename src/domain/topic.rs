//! The topics that a seller brings to a session.

use super::text::Text;

/// The most topics that a seller's half holds.
pub const TOPIC_LIMIT: usize = 20;

/// Something that the seller brings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Topic {
    /// Its lasting name within the session.
    pub id: u16,
    /// The seller's words.
    pub words: Text,
    /// How the seller will know that it helped.
    pub worked_if: Option<Text>,
}
