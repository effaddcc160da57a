//! Knowledge of the host page, so that it hears each thing once.

use std::collections::BTreeMap;

use crate::domain::id::SessionId;
use crate::domain::time::Instant;
use crate::program::effect::{Failed, Shared};

/// Knowledge of the host page about the widget.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostKnows {
    /// Sessions that were on the screen since the start, as they were last.
    pub sessions: BTreeMap<SessionId, Seen>,
    /// Kinds of trouble, each with a number that rises with new trouble of the kind.
    pub troubles: Vec<(Failed, usize)>,
    /// Contents that were sent or saved during this event, and are still to be told.
    pub shared: Vec<Shared>,
}

/// A session as the host page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// True if the manager is ready for the plan.
    pub manager: bool,
    /// True if the seller is ready for the plan.
    pub seller: bool,
    /// Progress of the session.
    pub progress: Progress,
}

/// The progress of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The session has not begun.
    Planned,
    /// The session has begun, and is not over.
    Running {
        /// Instant of the start.
        began: Instant,
        /// Place of the current item in the agenda, from 0.
        item: usize,
        /// True if the current item takes longer than its minutes.
        is_over: bool,
    },
    /// The session is over. Holds the instant of the end.
    Ended(Instant),
}
