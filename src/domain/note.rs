//! The notes of a session: shared notes, parked things and promises, with answers about earlier promises.
//!
//! Everything here is shared: no type of this file can hold a private note. Nothing is counted or rated.

use super::agenda::ItemId;
use super::id::SessionId;
use super::party::Party;
use super::text::Text;
use super::time::Instant;

/// Upper bound on the notes of one session; more than two people write down in 90 minutes.
pub const NOTE_LIMIT: usize = 100;

/// Upper bound on the answers about earlier notes that one session holds.
pub const STATUS_LIMIT: usize = 200;

/// Upper bound on the earlier promises that one session carries along.
pub const CARRIED_LIMIT: usize = 50;

/// The id of a note within its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId(pub u16);

/// The kind of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// A party's next step.
    Promise,
    /// Something for another time or place.
    Parked,
    /// Any other note for both.
    Shared,
}

/// The destination of a parked thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The next session, as a possible topic.
    NextTime,
    /// A conversation outside the sessions.
    Elsewhere,
    /// None: the two let it go.
    Dropped,
}

/// The part of a note that depends on its kind.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A promise.
    Promise {
        /// The party who promises.
        by: Party,
        /// The first small step.
        first_step: Option<Text>,
        /// The date or the moment in the week, in the party's words.
        when: Option<Text>,
        /// True once the two read the promise again and let it stand.
        is_confirmed: bool,
    },
    /// A parked thing.
    Parked {
        /// The party who raised it, if the two said so.
        by: Option<Party>,
        /// The destination, once the two chose one.
        place: Option<Place>,
    },
    /// A note for both.
    Shared,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// The id, which never changes.
    pub id: NoteId,
    /// The item during which the note was written; `None` before the start and after the end.
    pub item: Option<ItemId>,
    /// The words.
    pub words: Text,
    /// The part that depends on the kind.
    pub detail: Detail,
}

impl Note {
    /// Returns the kind.
    #[must_use]
    pub fn kind(&self) -> NoteKind {
        match self.detail {
            Detail::Promise { .. } => NoteKind::Promise,
            Detail::Parked { .. } => NoteKind::Parked,
            Detail::Shared => NoteKind::Shared,
        }
    }

    /// Returns the party who promised or raised it; `None` for a shared note.
    #[must_use]
    pub fn by(&self) -> Option<Party> {
        match self.detail {
            Detail::Promise { by, .. } => Some(by),
            Detail::Parked { by, .. } => by,
            Detail::Shared => None,
        }
    }
}

/// The answer to an earlier promise or parked thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The promise is kept, or the parked thing went elsewhere.
    Done,
    /// The promise still holds, or the parked thing waits for next time.
    NotYet,
    /// The two let it go.
    Dropped,
}

/// An answer, given in this session, about a note of an earlier session. The earlier record stays unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Status {
    /// The session that holds the note.
    pub session: SessionId,
    /// The promise or the parked thing.
    pub note: NoteId,
    /// The answer.
    pub answer: Answer,
}

/// A promise of an earlier session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carried {
    /// The session of the promise.
    pub session: SessionId,
    /// The start of that session.
    pub began: Instant,
    /// The promise.
    pub note: Note,
}

/// Everything that was written down in one session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notes {
    /// The notes in the order of writing.
    pub all: Vec<Note>,
    /// The answers about earlier notes, at most one for each note.
    pub statuses: Vec<Status>,
}

impl Notes {
    /// Returns the note with this id.
    #[must_use]
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.all.iter().find(|note| note.id == id)
    }

    /// Returns an id that no note has; `None` if there is no room for another note.
    #[must_use]
    pub fn free(&self) -> Option<NoteId> {
        let last = self.all.iter().map(|note| note.id.0).max();
        let next = last.map_or(Some(0), |last| last.checked_add(1));
        next.filter(|_| self.all.len() < NOTE_LIMIT).map(NoteId)
    }

    /// Replaces the note with this id by `to`, removes it for `None`, or puts `to` in at `place` where no note
    /// has the id.
    pub fn set(&mut self, id: NoteId, to: Option<&Note>, place: usize) {
        let found = self.all.iter().position(|note| note.id == id);
        if let Some(found) = found {
            self.all.remove(found);
        }
        if let Some(note) = to {
            self.all.insert(found.unwrap_or(place).min(self.all.len()), note.clone());
        }
    }

    /// Returns the answer about a note of an earlier session.
    #[must_use]
    pub fn answer(&self, session: SessionId, note: NoteId) -> Option<Answer> {
        let about = |status: &&Status| status.session == session && status.note == note;
        self.statuses.iter().find(about).map(|status| status.answer)
    }

    /// Sets the answer about a note of an earlier session; `None` takes the answer back.
    pub fn say(&mut self, session: SessionId, note: NoteId, answer: Option<Answer>) {
        self.statuses.retain(|status| status.session != session || status.note != note);
        if let Some(answer) = answer.filter(|_| self.statuses.len() < STATUS_LIMIT) {
            self.statuses.push(Status { session, note, answer });
        }
    }
}
