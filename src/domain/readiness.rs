//! Readiness: each party says it for one plan, and a changed plan voids it.

use super::plan::Plan;
use super::time::Instant;

/// That a party said: I am ready. Or that an invitation went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readiness {
    /// When it was said.
    pub at: Instant,
    /// The plan for which it was said: see [`Plan::fingerprint`].
    pub plan: u64,
}

impl Readiness {
    /// Whether it was said for that plan and no earlier one.
    #[must_use]
    pub fn is_for(&self, plan: &Plan) -> bool {
        self.plan == plan.fingerprint()
    }
}

/// How both came to know that this is coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handshake {
    /// Both had said that they are ready.
    Ready,
    /// They said it to each other at the start.
    Together,
}

/// What the manager's half says of the preparation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    /// That the manager is ready.
    pub ready: Option<Readiness>,
    /// When the invitation went out, and for which plan.
    pub invited: Option<Readiness>,
    /// How the session began.
    pub handshake: Option<Handshake>,
    /// Whether the manager alone sees the screen: then it shows what is for the manager alone.
    pub alone: bool,
}
