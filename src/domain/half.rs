//! The two halves of a session: the part that the manager alone writes, and the part that the seller alone
//! writes.
//!
//! Private notes are in no type of this file, so no half can hold one.

use super::ahead::Ahead;
use super::closing::Closing;
use super::coaching_type::Catalogue;
use super::evidence::Evidence;
use super::note::{CARRIED_LIMIT, Carried, Notes, STATUS_LIMIT, Status, answer_in};
use super::plan::Plan;
use super::question::ASKED_LIMIT;
use super::readiness::{Prepared, Readiness};
use super::text::Text;
use super::timing::{Baseline, Change, Log};
use super::topic::Topic;
use super::zone::ZoneAt;

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

impl Course {
    /// Returns true if the session has ended.
    #[must_use]
    pub fn has_ended(&self) -> bool {
        matches!(self, Self::Begun { log, .. } if log.0.iter().any(|entry| entry.change == Change::Ended))
    }

    /// Returns the course as it leaves the device: see [`Log::outline`].
    #[must_use]
    pub fn outline(&self) -> Self {
        match self {
            Self::Planned => Self::Planned,
            Self::Begun { baseline, log } => Self::Begun { baseline: baseline.clone(), log: log.outline() },
        }
    }

    /// Returns true if the two are the same, or one is the outline of the other.
    fn is_alike(&self, other: &Self) -> bool {
        self == other || *self == other.outline() || self.outline() == *other
    }

    /// Returns the one of two alike courses that says more.
    fn fuller(&self, other: &Self) -> Self {
        if *self == self.outline() { other.clone() } else { self.clone() }
    }
}

/// The manager's half of a session, which the manager alone writes: the plan, the preparation and the record
/// of the session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ManagerHalf {
    /// Plan of the session: coaching type, schedule, length, place and agenda.
    pub plan: Plan,
    /// Manager's readiness, and the agreement at the start.
    pub prepared: Prepared,
    /// Words of the manager ahead of the session: a noted topic, a fact, and lines that the seller can count on.
    pub ahead: Ahead,
    /// Clock of the session, once the session began.
    pub course: Course,
    /// Next steps, parked notes and shared notes of both parties, with answers about earlier notes.
    pub notes: Notes,
    /// Open next steps of earlier sessions, copied when the manager sends the planned session. The seller's
    /// device may no longer hold those sessions.
    pub carried: Vec<Carried>,
    /// Manager's answers about own next steps of earlier sessions, given outside of the sessions, at most
    /// [`STATUS_LIMIT`]: copied when the manager sends the planned session.
    pub settled: Vec<Status>,
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

    /// Returns true if the session took place without the clock: the manager said so once the date had passed, and the only
    /// known time is the booked one.
    #[must_use]
    pub fn is_unclocked(&self) -> bool {
        let Course::Begun { log, .. } = &self.course else { return false };
        let ends_as_it_began = log
            .0
            .first()
            .zip(log.0.last())
            .is_some_and(|(first, last)| last.change == Change::Ended && first.at == last.at);
        self.prepared.handshake.is_none() && ends_as_it_began
    }

    /// Returns the half as it leaves the device: without the minutes of the items and without the questions that the
    /// manager asked.
    #[must_use]
    pub fn outline(&self) -> Self {
        Self { course: self.course.outline(), asked: Vec::new(), ..self.clone() }
    }

    /// Returns the half of a session that has not begun as it goes along with the record of another one: without what
    /// a start that was undone left in it.
    #[must_use]
    pub fn announced(&self) -> Self {
        let (notes, closing) = (Notes::default(), Closing::default());
        Self { notes, asked: Vec::new(), closing, ..self.clone() }
    }
}

/// The seller's answer about one planned start. It says nothing about any other start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeAnswer {
    /// Fingerprint of the planned start: see [`Schedule::fingerprint`](super::zone::Schedule::fingerprint).
    pub start: u64,
    /// Answer of the seller.
    pub says: TimeSaid,
}

/// The words of a seller about a planned start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeSaid {
    /// The start suits the seller.
    Works,
    /// The seller asks for another time.
    OtherTime,
    /// The seller can't come.
    CantCome,
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
    /// Id of the coaching type that fits the topic, such as `call-before`; `None` unless the seller chose one.
    pub about: Option<Text>,
    /// True if the seller said to bring a topic to the session, without naming it.
    pub brings_it: bool,
    /// Seller's answer about a planned start, the last one that the seller gave; `None` before an answer.
    pub time: Option<TimeAnswer>,
    /// Time zone of the seller's device, with its offset at that start; `None` if the answer came without one.
    pub zone: Option<ZoneAt>,
    /// Time that would suit the seller, in the seller's words, named in a request or in the answer to an
    /// invitation; `None` if the seller named none.
    pub wish: Option<Text>,
    /// Seller's readiness for one plan; `None` if the seller has not declared any.
    pub ready: Option<Readiness>,
    /// Seller's answers about own next steps, given outside of the sessions, at most [`STATUS_LIMIT`]: those of this
    /// session; and once the seller sends the answer to an invitation, those of earlier sessions.
    pub steps: Vec<Status>,
    /// Seller's lines on the list for the next session, as the answer takes them along; at most [`CARRIED_LIMIT`].
    pub listed: Vec<Carried>,
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

    /// Returns true if the seller declared to be ready for this plan, or for this plan with the coaching type that the
    /// seller chose, which the manager has not taken over yet.
    #[must_use]
    pub fn is_ready_for(&self, plan: &Plan, catalogue: &Catalogue) -> bool {
        self.ready.is_some_and(|ready| ready.is_for(plan) || ready.is_for(&self.chosen(plan, catalogue)))
    }

    /// Returns what the seller said about the start of this plan; `None` if the seller said nothing about it.
    #[must_use]
    pub fn says_of(&self, plan: &Plan) -> Option<TimeSaid> {
        self.time.filter(|time| time.start == plan.schedule.fingerprint()).map(|time| time.says)
    }

    /// Returns true if the seller said that the start of this plan suits.
    #[must_use]
    pub fn works_with(&self, plan: &Plan) -> bool {
        self.says_of(plan) == Some(TimeSaid::Works)
    }

    /// Returns true if the seller can't come at the start of this plan, or asked for another time.
    #[must_use]
    pub fn declines(&self, plan: &Plan) -> bool {
        matches!(self.says_of(plan), Some(TimeSaid::OtherTime | TimeSaid::CantCome))
    }

    /// Returns true if the seller said that a topic will come, and not that the seller can't come.
    #[must_use]
    pub fn will_bring(&self) -> bool {
        self.brings_it && self.time.is_none_or(|time| time.says != TimeSaid::CantCome)
    }

    /// Returns the plan with the coaching type that the seller chose; the same plan without a choice.
    #[must_use]
    pub fn chosen(&self, plan: &Plan, catalogue: &Catalogue) -> Plan {
        let about = self.about.as_ref().and_then(|id| catalogue.find(id.as_str()));
        let other = about.filter(|template| template.id != plan.coaching_type.id.as_str());
        other.map_or_else(|| plan.clone(), |template| plan.retyped(template, catalogue))
    }

    /// Returns true if this half holds words that `other`, a version that replaces this one, does not hold.
    #[must_use]
    pub fn is_cut_by(&self, other: &Self) -> bool {
        let is_lost = |mine: &Option<Text>, theirs: &Option<Text>| mine.is_some() && mine != theirs;
        self.topics.iter().any(|topic| !other.topics.contains(topic))
            || self.evidence.iter().any(|line| !other.evidence.contains(line))
            || is_lost(&self.leave_alone, &other.leave_alone)
            || is_lost(&self.wish, &other.wish)
            || is_lost(&self.closing.differently, &other.closing.differently)
            || self.closing.replies.iter().any(|reply| !other.closing.replies.contains(reply))
    }
}

/// A half of a session, of which several versions may wait for the person's choice.
pub trait Versioned: Clone + Ord {
    /// Returns true if the person has nothing to choose between: the two versions differ at most in things that
    /// [`Versioned::united`] keeps of both.
    fn is_alike(&self, other: &Self) -> bool;

    /// Returns this version with the answers of `other` at the close and about next steps, which no choice of a version
    /// may drop.
    #[must_use]
    fn beside(&self, other: &Self) -> Self;

    /// Returns one version in place of two that are alike.
    #[must_use]
    fn united(&self, other: &Self) -> Self;
}

impl Versioned for ManagerHalf {
    fn is_alike(&self, other: &Self) -> bool {
        self.plan == other.plan
            && self.course.is_alike(&other.course)
            && self.ahead == other.ahead
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
            handshake: mine.handshake.max(theirs.handshake),
            alone: mine.alone && theirs.alone,
        };
        Self { prepared, course: self.course.fuller(&other.course), ..self.beside(other) }
    }
}

impl Versioned for SellerHalf {
    fn is_alike(&self, other: &Self) -> bool {
        (&self.topics, &self.leave_alone, &self.about) == (&other.topics, &other.leave_alone, &other.about)
            && (self.brings_it, self.time, &self.wish) == (other.brings_it, other.time, &other.wish)
            && are_same(&self.evidence, &other.evidence)
            && self.steps.iter().all(|step| !is_contradicted(step, &other.steps))
            && !self.closing.contradicts(&other.closing)
    }

    fn beside(&self, other: &Self) -> Self {
        let mut steps = self.steps.clone();
        let is_new = |step: &&Status| answer_in(&self.steps, step.session, step.note).is_none();
        steps.extend(other.steps.iter().filter(is_new));
        steps.sort_unstable();
        steps.truncate(STATUS_LIMIT);
        let mut listed = self.listed.clone();
        let is_new = |line: &&Carried| self.listed.iter().all(|own| own.session != line.session);
        listed.extend(other.listed.iter().filter(is_new).cloned());
        listed.truncate(CARRIED_LIMIT);
        Self { steps, listed, closing: self.closing.with(&other.closing), ..self.clone() }
    }

    fn united(&self, other: &Self) -> Self {
        let zone = self.zone.clone().max(other.zone.clone());
        Self { ready: self.ready.max(other.ready), zone, ..self.beside(other) }
    }
}

impl SellerHalf {
    /// Returns true if what one of two halves says the other leaves open, or says as well.
    #[must_use]
    pub fn completes(&self, other: &Self) -> bool {
        let texts =
            [(&self.leave_alone, &other.leave_alone), (&self.about, &other.about), (&self.wish, &other.wish)];
        (self.topics == other.topics || self.topics.is_empty() || other.topics.is_empty())
            && (are_same(&self.evidence, &other.evidence)
                || self.evidence.is_empty()
                || other.evidence.is_empty())
            && texts.into_iter().all(|(mine, theirs)| is_filled(mine, theirs))
            && is_filled(&self.time, &other.time)
            && self.steps.iter().all(|step| !is_contradicted(step, &other.steps))
            && !self.closing.contradicts(&other.closing)
    }

    /// Returns all that two halves say that complete each other: see [`Self::completes`].
    #[must_use]
    pub fn completed(&self, other: &Self) -> Self {
        let filled = |mine: &Option<Text>, theirs: &Option<Text>| mine.clone().or_else(|| theirs.clone());
        Self {
            topics: if self.topics.is_empty() { other.topics.clone() } else { self.topics.clone() },
            evidence: if self.evidence.is_empty() { other.evidence.clone() } else { self.evidence.clone() },
            leave_alone: filled(&self.leave_alone, &other.leave_alone),
            about: filled(&self.about, &other.about),
            brings_it: self.brings_it || other.brings_it,
            time: self.time.or(other.time),
            zone: self.zone.clone().max(other.zone.clone()),
            wish: filled(&self.wish, &other.wish),
            ready: self.ready.max(other.ready),
            ..self.beside(other)
        }
    }

    /// Returns true if the half holds answers at the close or about next steps, and nothing else that the seller wrote.
    #[must_use]
    pub fn holds_answers_alone(&self) -> bool {
        let Self { topics, evidence, leave_alone, about, brings_it, time, wish, ready, .. } = self;
        let is_empty = topics.is_empty() && evidence.is_empty() && leave_alone.is_none();
        is_empty && about.is_none() && !brings_it && time.is_none() && wish.is_none() && ready.is_none()
    }
}

/// Returns true if the two are the same, or one of them is open.
fn is_filled<T: PartialEq>(mine: &Option<T>, theirs: &Option<T>) -> bool {
    mine.is_none() || theirs.is_none() || mine == theirs
}

/// Returns true if `others` has another answer about the note of `status`.
#[must_use]
pub fn is_contradicted(status: &Status, others: &[Status]) -> bool {
    answer_in(others, status.session, status.note).is_some_and(|answer| answer != status.answer)
}

/// Returns true if the two lists have the same entries, in any order.
fn are_same<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.len() == other.len()
        && one.iter().all(|entry| other.contains(entry))
        && other.iter().all(|entry| one.contains(entry))
}
