//! Outcome of a session whose plan the manager deleted.

use super::half::ManagerHalf;
use super::time::Instant;

/// Outcome of a session whose plan the manager deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    /// The manager deleted the plan before the planned start: the session is cancelled.
    Cancelled,
    /// The manager deleted the plan after the planned start: the session did not take place.
    NotHeld,
    /// The session had begun: its record is deleted.
    Held,
}

impl Gone {
    /// Returns what became of a session that was planned for the instant `begins`, was deleted at the instant `at`, and had
    /// the manager's half `half` before.
    #[must_use]
    pub fn of(half: &ManagerHalf, begins: Instant, at: Instant) -> Self {
        match half.is_planned() {
            false => Self::Held,
            true if begins <= at => Self::NotHeld,
            true => Self::Cancelled,
        }
    }
}
