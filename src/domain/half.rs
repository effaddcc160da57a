//! The two halves of a session: the part that the manager alone writes, and the part that the seller alone
//! writes.
//!
//! Private notes are in no type of this file, so no half can hold one.

use super::closing::Closing;
use super::evidence::Evidence;
use super::note::{Carried, Notes};
use super::plan::Plan;
use super::question::ASKED_LIMIT;
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
    /// Next steps, parked notes and shared notes of both parties, with answers about earlier notes.
    pub notes: Notes,
    /// Open next steps of earlier sessions, copied when the manager sends the planned session. The seller's
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

impl SellerHalf {
    /// Returns true if the half holds something that the seller wrote, or an answer that the seller chose at the close.
    #[must_use]
    pub fn holds_words(&self) -> bool {
        let is_empty = self.topics.is_empty() && self.evidence.is_empty();
        !is_empty || self.leave_alone.is_some() || self.wish.is_some() || self.closing != Closing::default()
    }

    /// Returns true if this half holds words that `other`, a version that replaces this one, does not hold.
    #[must_use]
    pub fn is_cut_by(&self, other: &Self) -> bool {
        let is_lost = |mine: &Option<Text>, theirs: &Option<Text>| mine.is_some() && mine != theirs;
        self.topics.iter().any(|topic| !other.topics.contains(topic))
            || self.evidence.iter().any(|line| !other.evidence.contains(line))
            || is_lost(&self.leave_alone, &other.leave_alone)
            || is_lost(&self.wish, &other.wish)
            || is_lost(&self.closing.keep, &other.closing.keep)
            || is_lost(&self.closing.change, &other.closing.change)
            || self.closing.replies.iter().any(|reply| !other.closing.replies.contains(reply))
    }
}

/// A half of a session, of which several versions may wait for the person's choice.
pub trait Versioned: Clone + Ord {
    /// Returns true if the person has nothing to choose between: the two versions differ at most in things that
    /// [`Versioned::united`] keeps of both.
    fn is_alike(&self, other: &Self) -> bool;

    /// Returns this version with the answers at the close of `other`, which no choice of a version may drop.
    #[must_use]
    fn beside(&self, other: &Self) -> Self;

    /// Returns one version in place of two that are alike.
    #[must_use]
    fn united(&self, other: &Self) -> Self;
}

impl Versioned for ManagerHalf {
    fn is_alike(&self, other: &Self) -> bool {
        (&self.plan, &self.course) == (&other.plan, &other.course)
            && are_same(&self.notes.all, &other.notes.all)
            && are_same(&self.notes.statuses, &other.notes.statuses)
            && !self.closing.contradicts(&other.closing)
    }

    fn beside(&self, other: &Self) -> Self {
        let mut asked = self.asked.clone();
        asked.extend(other.asked.iter().filter(|name| !self.asked.contains(name)).cloned());
        asked.truncate(ASKED_LIMIT);
        Self { asked, closing: self.closing.with(&other.closing), ..self.clone() }
    }

    fn united(&self, other: &Self) -> Self {
        let (mine, theirs) = (self.prepared, other.prepared);
        let prepared = Prepared {
            ready: mine.ready.max(theirs.ready),
            invited: mine.invited.max(theirs.invited),
            handshake: mine.handshake.max(theirs.handshake),
            alone: mine.alone && theirs.alone,
        };
        Self { prepared, ..self.beside(other) }
    }
}

impl Versioned for SellerHalf {
    fn is_alike(&self, other: &Self) -> bool {
        (&self.topics, &self.leave_alone, self.stance, &self.wish)
            == (&other.topics, &other.leave_alone, other.stance, &other.wish)
            && are_same(&self.evidence, &other.evidence)
            && !self.closing.contradicts(&other.closing)
    }

    fn beside(&self, other: &Self) -> Self {
        Self { closing: self.closing.with(&other.closing), ..self.clone() }
    }

    fn united(&self, other: &Self) -> Self {
        Self { ready: self.ready.max(other.ready), ..self.beside(other) }
    }
}

/// Returns true if the two lists have the same entries, in any order.
fn are_same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len()
        && one.iter().all(|entry| other.contains(entry))
        && other.iter().all(|entry| one.contains(entry))
}
