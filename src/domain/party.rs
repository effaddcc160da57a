//! The two people of a session.

/// One of the two people of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// The coach, who plans the session and writes the manager's half.
    Manager,
    /// The coached person, who brings the topics and writes the seller's half.
    Seller,
}

impl Party {
    /// Returns the other party.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Manager => Self::Seller,
            Self::Seller => Self::Manager,
        }
    }
}
