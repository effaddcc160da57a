//! The two halves of a session: the part that the manager alone writes, and the part that the seller alone
//! writes.
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

/// The course of a session: not begun, or begun with a running, paused or ended clock.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// The session has not begun.
    Planned,
    /// The session began. The log shows if the session runs, is paused or has ended.
    Begun {
        /// Planned minutes of each agenda item at the start of the session.
        baseline: Baseline,
        /// Changes of the clock, from the start of the session on.
        log: Log,
    },
}

/// The manager's half of a session, which the manager alone writes: the plan, the preparation and the record
/// of the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagerHalf {
    /// Plan of the session: coaching type, schedule, length, place and agenda.
    pub plan: Plan,
    /// Manager's readiness, the last invitation, and the agreement at the start.
    pub prepared: Prepared,
    /// Clock of the session, once the session began.
    pub course: Course,
    /// Promises, parked notes and shared notes of both parties, with answers about earlier notes.
    pub notes: Notes,
    /// Open promises of earlier sessions, copied when the manager sends the planned session. The seller's
    /// device may no longer hold those sessions.
    pub carried: Vec<Carried>,
    /// Names of the questions that the manager marked as asked, in the order of asking. A name that this
    /// release does not know is kept.
    pub asked: Vec<Text>,
    /// Manager's answers at the close of the session.
    pub closing: Closing,
}

impl ManagerHalf {
    /// Returns true if the session has not begun.
    #[must_use]
    pub fn is_planned(&self) -> bool {
        matches!(self.course, Course::Planned)
    }
}

/// The seller's answer to an invitation that the seller does not accept with a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// The seller will bring a topic to the session and need not name the topic now.
    BringsIt,
    /// The seller asks for another time than that of the invitation.
    OtherTime,
}

/// The seller's half of a session, which the seller alone writes: the preparation, the answer to an
/// invitation, and the answers at the close.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SellerHalf {
    /// Topics that the seller shares with the manager, the most important one first.
    pub topics: Vec<Topic>,
    /// Lines of evidence that the seller shares with the manager.
    pub evidence: Vec<Evidence>,
    /// Subject that the seller wants left alone in this session; `None` if there is none.
    pub leave_alone: Option<Text>,
    /// Seller's answer to the invitation; `None` before an answer, and once the seller accepted with a topic.
    pub stance: Option<Stance>,
    /// Time that would suit the seller, in the seller's words, named in a request or in the answer to an
    /// invitation; `None` if the seller named none.
    pub wish: Option<Text>,
    /// Seller's readiness for one plan; `None` if the seller has not declared any.
    pub ready: Option<Readiness>,
    /// Seller's answers at the close of the session.
    pub closing: Closing,
}
