//! The two people of a session.

/// Whose half, or whose turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// The coach.
    Manager,
    /// The one who is coached.
    Seller,
}

impl Party {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Manager => Self::Seller,
            Self::Seller => Self::Manager,
        }
    }
}
