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

/// The course of a session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// The session has not begun.
    Planned,
    /// The session began, and may have ended.
    Begun {
        /// The agenda's minutes at the start.
        baseline: Baseline,
        /// Every change of the clock since.
        log: Log,
    },
}

/// The manager's half: the plan and the record of the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagerHalf {
    /// The plan.
    pub plan: Plan,
    /// The manager's preparation, and the start.
    pub prepared: Prepared,
    /// The clock, once the session began.
    pub course: Course,
    /// The notes.
    pub notes: Notes,
    /// The earlier promises that still held when this half was sent to the seller, whose device may no longer
    /// hold those sessions.
    pub carried: Vec<Carried>,
    /// The names of the questions that were asked, in the order of asking. A name that this release does not
    /// know is kept.
    pub asked: Vec<Text>,
    /// The manager's answers at the close.
    pub closing: Closing,
}

impl ManagerHalf {
    /// Returns true if the session has not begun.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        matches!(self.course, Course::Planned)
    }
}

/// The seller's answer to an invitation, in place of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// The seller brings the topic along to the session.
    BringsIt,
    /// The seller asks for another time.
    OtherTime,
}

/// The seller's half: the preparation and the answers at the close.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SellerHalf {
    /// The topics, the most important one first.
    pub topics: Vec<Topic>,
    /// The evidence about the topics.
    pub evidence: Vec<Evidence>,
    /// A subject to leave alone in this session.
    pub leave_alone: Option<Text>,
    /// The answer in place of a topic.
    pub stance: Option<Stance>,
    /// The time that would suit, in the seller's words.
    pub wish: Option<Text>,
    /// The seller's readiness.
    pub ready: Option<Readiness>,
    /// The seller's answers at the close.
    pub closing: Closing,
}
