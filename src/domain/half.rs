//! The two halves of a session. Each is written by its owner alone.
//!
//! Private notes are in no type of this file, so no half can hold one.

use super::closing::Closing;
use super::evidence::Evidence;
use super::note::{Carried, Notes};
use super::plan::Plan;
use super::readiness::{Prepared, Readiness};
use super::text::Text;
use super::timing::{Baseline, Log};
use super::topic::Topic;

/// How far the session has come.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It has not begun.
    Planned,
    /// It began: the agenda as it stood then, and all that was done to the clock since.
    Begun {
        /// The minutes planned at the start.
        baseline: Baseline,
        /// What was done to the clock.
        log: Log,
    },
}

/// What the manager owns: the plan and the record of the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagerHalf {
    /// The plan.
    pub plan: Plan,
    /// The manager's preparation, and the start.
    pub prepared: Prepared,
    /// The clock.
    pub course: Course,
    /// What was written down.
    pub notes: Notes,
    /// The promises of earlier sessions that still held when this was sent to the seller, whose device
    /// may not have those sessions any more.
    pub carried: Vec<Carried>,
    /// The questions that were asked, by name, in the order in which they were. A name that this release
    /// does not know is kept as it is.
    pub asked: Vec<Text>,
    /// What the manager answers at the close.
    pub closing: Closing,
}

impl ManagerHalf {
    /// Whether the session has not begun.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        matches!(self.course, Course::Planned)
    }
}

/// What the seller answered to the invitation in place of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// The topic comes along to the session.
    BringsIt,
    /// Another time would suit better.
    OtherTime,
}

/// What the seller owns.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SellerHalf {
    /// What would help most, the first one first.
    pub topics: Vec<Topic>,
    /// What is known about it.
    pub evidence: Vec<Evidence>,
    /// What is better left alone this time.
    pub leave_alone: Option<Text>,
    /// What was answered in place of a topic.
    pub stance: Option<Stance>,
    /// When it would suit, in the seller's words.
    pub wish: Option<Text>,
    /// That the seller is ready.
    pub ready: Option<Readiness>,
    /// What the seller answers at the close.
    pub closing: Closing,
}
