//! What is kept beside the sessions: who the two of a pair are, and what this person set.

use super::text::Text;

/// One manager and one seller over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The manager's name, where it is known.
    pub manager: Option<Text>,
    /// The seller's name.
    pub seller: Text,
}

/// What this person set, on all of their devices.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Settings {
    /// The person's own name.
    pub own_name: Option<Text>,
}
