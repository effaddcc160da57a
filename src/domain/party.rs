//! The two people of a session.

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// The coach.
    Manager,
    /// The coached person.
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
