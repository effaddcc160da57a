//! Readiness: each party says it for one plan, and a changed plan voids it.

use super::plan::Plan;
use super::time::Instant;

/// A statement about one plan: a party is ready for it, or an invitation to it went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readiness {
    /// The instant of the statement.
    pub at: Instant,
    /// The fingerprint of the plan: see [`Plan::fingerprint`].
    pub plan: u64,
}

impl Readiness {
    /// Returns true if the statement is about this plan and no earlier one.
    #[must_use]
    pub fn is_for(&self, plan: &Plan) -> bool {
        self.plan == plan.fingerprint()
    }
}

/// The agreement of both that this session is coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handshake {
    /// Both were ready before the start.
    Ready,
    /// The two said so to each other at the start.
    Together,
}

/// The manager's part of the preparation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    /// The manager's readiness.
    pub ready: Option<Readiness>,
    /// The last invitation that went out.
    pub invited: Option<Readiness>,
    /// The agreement at the start; `None` before it.
    pub handshake: Option<Handshake>,
    /// True if only the manager sees the screen. The screen then shows hints that are for the manager alone.
    pub alone: bool,
}
