//! Private records: the ticks, the private note and the held-back things of one party about one session.
//!
//! Held-back things are written in the preparation or the session, and not shared with the other party. No
//! half of a session contains a type of this file, so nothing made from a session can hold them.

use super::evidence::{EVIDENCE_LIMIT, Evidence};
use super::half::SellerHalf;
use super::note::{NOTE_LIMIT, Note, NoteId};
use super::phrase::Wording;
use super::sent::{Sent, Stated};
use super::standing::EnteredBy;
use super::text::{Text, both_texts};
use super::time::Instant;
use super::topic::{TOPIC_LIMIT, Topic};

/// The things that a party wrote for a session and does not share with the other party. Each has the type
/// that it would have in a half of the session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// Topics that the seller holds back from the manager.
    pub topics: Vec<Topic>,
    /// Lines of evidence that the seller holds back from the manager.
    pub evidence: Vec<Evidence>,
    /// Subject to leave alone that the seller holds back from the manager; `None` if there is none.
    pub leave_alone: Option<Text>,
    /// Shared and parked notes that the manager holds back from the seller, each with an id unique among
    /// them. The screen does not offer this for a next step: both have to know a next step.
    pub notes: Vec<Note>,
}

impl Held {
    /// Returns the number of held-back things.
    #[must_use]
    pub fn count(&self) -> usize {
        let lists = [self.topics.len(), self.evidence.len(), self.notes.len()];
        lists.iter().sum::<usize>() + usize::from(self.leave_alone.is_some())
    }

    /// Removes from a half the things that are held back here, comparing words, without those that the half `shared` has:
    /// the party may have written the same words twice, and share one of the two. The measure of a topic moves here, and
    /// so does a subject to leave alone that contains the held-back one, in its place; returns true in these cases alone.
    pub fn take_out_of(&mut self, half: &mut SellerHalf, shared: Option<&SellerHalf>) -> bool {
        let mut has_moved = false;
        half.topics.retain(|topic| {
            if shared.is_some_and(|shared| shared.topics.iter().any(|other| other.words == topic.words)) {
                return true;
            }
            let Some(held) = self.topics.iter_mut().find(|held| held.words == topic.words) else {
                return true;
            };
            if topic.worked_if.is_none() || topic.worked_if == held.worked_if {
                return false;
            }
            // A measure without room here stays where it is.
            let fits = join(&mut held.worked_if, &topic.worked_if);
            has_moved |= fits;
            !fits
        });
        let is_shared = |line: &Evidence| {
            shared.is_some_and(|shared| shared.evidence.iter().any(|other| other.words == line.words))
        };
        half.evidence
            .retain(|line| is_shared(line) || self.evidence.iter().all(|held| held.words != line.words));
        if let Some(held) = &mut self.leave_alone
            && shared.is_none_or(|shared| shared.leave_alone != half.leave_alone)
            && let Some(longer) = half.leave_alone.take_if(|words| words.as_str().contains(held.as_str()))
        {
            *held = longer;
            has_moved = true;
        }
        has_moved
    }

    /// Adds the held-back things of `other`, none twice; joins the two subjects to leave alone into one text.
    /// Returns false if there was no room for all of them.
    pub fn join(&mut self, other: &Self) -> bool {
        let mut has_room = true;
        for topic in &other.topics {
            match self.topics.iter_mut().find(|held| held.words == topic.words) {
                Some(held) => has_room &= join(&mut held.worked_if, &topic.worked_if),
                None => self.topics.push(topic.clone()),
            }
        }
        for line in &other.evidence {
            if self.evidence.iter().all(|held| held.words != line.words) {
                self.evidence.push(line.clone());
            }
        }
        other.notes.iter().for_each(|note| self.hold(note));
        let fits = self.topics.len() <= TOPIC_LIMIT
            && self.evidence.len() <= EVIDENCE_LIMIT
            && self.notes.len() <= NOTE_LIMIT;
        self.topics.truncate(TOPIC_LIMIT);
        self.evidence.truncate(EVIDENCE_LIMIT);
        self.notes.truncate(NOTE_LIMIT);
        join(&mut self.leave_alone, &other.leave_alone) && fits && has_room
    }

    /// Holds a note back, unless the same note is held back. Gives the note another id if its own is taken.
    pub fn hold(&mut self, note: &Note) {
        if !self.holds(note) {
            let is_free = self.notes.iter().all(|held| held.id != note.id);
            let id = if is_free { note.id } else { self.next_note() };
            self.notes.push(Note { id, ..note.clone() });
        }
    }

    /// Returns true if this shared note is held back by now: one with its words and detail is held back under its id, or,
    /// if another held-back note has that id, under any id. Two notes may have the same words.
    #[must_use]
    pub fn came_from(&self, note: &Note) -> bool {
        self.holds(note) && self.notes.iter().any(|held| held.id == note.id)
    }

    /// Returns true if a note with these words and this detail is held back, under any id.
    fn holds(&self, note: &Note) -> bool {
        self.notes.iter().any(|held| (&held.words, &held.detail) == (&note.words, &note.detail))
    }

    /// Returns an id above those of all held-back notes.
    #[must_use]
    pub fn next_note(&self) -> NoteId {
        NoteId(self.notes.iter().fold(0, |next, held| next.max(held.id.0.saturating_add(1))))
    }
}

/// The private record of one party about a session. It leaves the device only in a file of all records that
/// the party saves.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Private {
    /// Lines of the checklist that the party ticked.
    pub ticks: Vec<Wording>,
    /// Note of the party to themselves; `None` if the party wrote none.
    pub note: Option<Text>,
    /// Topics, evidence and notes that the party holds back from the other party.
    pub held: Held,
    /// Last entry of the session that the party put into a calendar; `None` if there is none.
    pub entered: Option<Entered>,
    /// Last sending of the session to the other party; `None` before the first.
    pub sent: Option<Sent>,
    /// Statements in the last message.
    pub stated: Stated,
    /// Planned starts from which the manager moved the session, the earliest first, at most [`MOVED_LIMIT`].
    pub moved: Vec<Instant>,
}

/// The record that a party put the session into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entered {
    /// Sequence of the entry; that of a later entry with another content is higher.
    pub sequence: u32,
    /// Instant at which the entry was made.
    pub at: Instant,
    /// Way of the entry into the calendar.
    pub by: EnteredBy,
    /// Fingerprint of the plan in the entry.
    pub plan: u64,
    /// Fingerprint of the whole entry.
    pub content: u64,
}

/// Upper bound on the starts from which one session was moved.
pub const MOVED_LIMIT: usize = 20;

/// Upper bound on the ticked lines of one private record; far more than a checklist has.
pub const TICK_LIMIT: usize = 100;

impl Private {
    /// Adds the ticks, the note and the held-back things of `other`, and takes the later calendar entry. Returns false if there was no room for
    /// all of them.
    pub fn join(&mut self, other: &Self) -> bool {
        for line in &other.ticks {
            if !self.ticks.contains(line) {
                self.ticks.push(line.clone());
            }
        }
        let fits = self.ticks.len() <= TICK_LIMIT;
        self.ticks.truncate(TICK_LIMIT);
        self.entered = self.entered.max(other.entered);
        other.moved.iter().for_each(|from| self.move_from(*from));
        if other.sent > self.sent {
            self.stated.clone_from(&other.stated);
        }
        self.sent = self.sent.max(other.sent);
        join(&mut self.note, &other.note) & self.held.join(&other.held) & fits
    }

    /// Returns the part of this record that the sheet of the preparation does not show: the ticks, the
    /// held-back notes, the calendar entry and the last sending.
    #[must_use]
    pub fn beside_sheet(&self) -> Self {
        let held = Held { notes: self.held.notes.clone(), ..Held::default() };
        let Self { ticks, entered, sent, stated, moved, .. } = self.clone();
        Self { ticks, note: None, held, entered, sent, stated, moved }
    }

    /// Records that the manager moved the session from this start. The earliest starts stay when there are too many.
    pub fn move_from(&mut self, start: Instant) {
        if !self.moved.contains(&start) {
            self.moved.push(start);
            self.moved.sort_unstable();
            self.moved.truncate(MOVED_LIMIT);
        }
    }

    /// Returns this record with a line of the checklist ticked, or unticked if it was ticked. A record with
    /// [`TICK_LIMIT`] ticks takes no further one.
    #[must_use]
    pub fn ticked(&self, line: &Wording) -> Self {
        let mut ticks = self.ticks.clone();
        ticks.retain(|ticked| ticked != line);
        if ticks.len() == self.ticks.len() && ticks.len() < TICK_LIMIT {
            ticks.push(line.clone());
        }
        Self { ticks, ..self.clone() }
    }
}

/// Adds one text, if there is one, to another. The first stays alone if both are too long together; returns
/// false in that case.
fn join(mine: &mut Option<Text>, other: &Option<Text>) -> bool {
    let Some(other) = other else { return true };
    let both = both_texts(mine.as_ref().map(Text::as_str).unwrap_or_default(), other.as_str());
    let both = Text::parse(&both).ok();
    let fits = both.is_some();
    *mine = both.or_else(|| mine.take());
    fits
}
