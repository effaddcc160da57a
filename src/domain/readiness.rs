//! Readiness: each party declares to be ready for one plan, and a changed plan voids the declaration.

use super::plan::Plan;
use super::time::Instant;

/// A statement about one plan: a party is ready for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readiness {
    /// Instant at which the party declared to be ready.
    pub at: Instant,
    /// Fingerprint of the plan that the statement is about: see [`Plan::fingerprint`].
    pub plan: u64,
}

impl Readiness {
    /// Returns true if the statement is about this plan: one with the same fingerprint.
    #[must_use]
    pub fn is_for(&self, plan: &Plan) -> bool {
        self.plan == plan.fingerprint()
    }
}

/// Knowledge at the start about the agreement that this session is coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handshake {
    /// Both parties had declared to be ready for the plan before the start.
    Ready,
    /// At least one party had not declared to be ready. The manager pressed that the seller said yes.
    Together,
}

/// The manager's part of the preparation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    /// Manager's readiness for one plan; `None` if the manager has not declared any.
    pub ready: Option<Readiness>,
    /// Agreement of the two at the start of the session; `None` before the start.
    pub handshake: Option<Handshake>,
    /// True if the manager said that the seller does not see the manager's screen. The session's screen then
    /// shows hints that are for the manager alone.
    pub alone: bool,
}
