//! What is written down in a session: notes for both, what was parked, and what was promised; and
//! what has become of promises of earlier sessions.
//!
//! All of it is shared: a private note is in no type of this file. Nothing is counted or rated.

use super::agenda::ItemId;
use super::id::SessionId;
use super::party::Party;
use super::text::Text;
use super::time::Instant;

/// The most notes that one session holds: more than two people write down in the longest one.
pub const NOTE_LIMIT: usize = 100;

/// The most answers about earlier promises that one session holds.
pub const STATUS_LIMIT: usize = 200;

/// The most promises of earlier sessions that one session carries along.
pub const CARRIED_LIMIT: usize = 50;

/// Names a note within its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId(pub u16);

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What somebody commits to.
    Promise,
    /// What has its place elsewhere.
    Parked,
    /// Anything else that both may read.
    Shared,
}

/// Where something that was parked goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// To the next session, as a possible topic.
    NextTime,
    /// To some other talk.
    Elsewhere,
    /// Nowhere: the two let it go.
    Dropped,
}

/// What a note of each kind holds beside its words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// A promise.
    Promise {
        /// Who promises.
        by: Party,
        /// The first small step.
        first_step: Option<Text>,
        /// A date, or a moment in the week, in somebody's words.
        when: Option<Text>,
        /// Whether it was read again and stands.
        is_confirmed: bool,
    },
    /// Something parked.
    Parked {
        /// Who raised it, where that was said.
        by: Option<Party>,
        /// Where it goes, once that was said.
        place: Option<Place>,
    },
    /// A note for both.
    Shared,
}

/// One thing that was written down.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Its lasting name.
    pub id: NoteId,
    /// The item during which it was written; `None` before the first one and once the session was over.
    pub item: Option<ItemId>,
    /// The words.
    pub words: Text,
    /// What else there is to it.
    pub detail: Detail,
}

impl Note {
    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self.detail {
            Detail::Promise { .. } => Kind::Promise,
            Detail::Parked { .. } => Kind::Parked,
            Detail::Shared => Kind::Shared,
        }
    }

    /// Who promised it, or raised it.
    #[must_use]
    pub fn by(&self) -> Option<Party> {
        match self.detail {
            Detail::Promise { by, .. } => Some(by),
            Detail::Parked { by, .. } => by,
            Detail::Shared => None,
        }
    }
}

/// What was said about an earlier promise, or about something parked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// It is done; of something parked, that it went elsewhere.
    Done,
    /// It still holds; of something parked, that it waits for the next time.
    NotYet,
    /// It no longer holds.
    Dropped,
}

/// What was said, in this session, about a note of an earlier one, whose record stays as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Status {
    /// The session of the note.
    pub session: SessionId,
    /// The promise, or what was parked.
    pub note: NoteId,
    /// What was said.
    pub answer: Answer,
}

/// A promise of an earlier session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carried {
    /// The session in which it was made.
    pub session: SessionId,
    /// When that session began.
    pub began: Instant,
    /// The promise.
    pub note: Note,
}

/// All that was written down in one session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notes {
    /// The notes, in the order in which they were written.
    pub all: Vec<Note>,
    /// What was said about earlier notes.
    pub statuses: Vec<Status>,
}

impl Notes {
    /// The note of that id.
    #[must_use]
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.all.iter().find(|note| note.id == id)
    }

    /// A name that no note has; `None` where there is no room for another one.
    #[must_use]
    pub fn free(&self) -> Option<NoteId> {
        let last = self.all.iter().map(|note| note.id.0).max();
        let next = last.map_or(Some(0), |last| last.checked_add(1));
        next.filter(|_| self.all.len() < NOTE_LIMIT).map(NoteId)
    }

    /// Makes the note of that id what `to` is: changed, gone, or there again at `place`.
    pub fn set(&mut self, id: NoteId, to: Option<&Note>, place: usize) {
        let found = self.all.iter().position(|note| note.id == id);
        if let Some(found) = found {
            self.all.remove(found);
        }
        if let Some(note) = to {
            self.all.insert(found.unwrap_or(place).min(self.all.len()), note.clone());
        }
    }

    /// What was said here about that note.
    #[must_use]
    pub fn answer(&self, session: SessionId, note: NoteId) -> Option<Answer> {
        let about = |status: &&Status| status.session == session && status.note == note;
        self.statuses.iter().find(about).map(|status| status.answer)
    }

    /// Says this about that note, and nothing else; `None` takes back what was said.
    pub fn say(&mut self, session: SessionId, note: NoteId, answer: Option<Answer>) {
        self.statuses.retain(|status| status.session != session || status.note != note);
        if let Some(answer) = answer.filter(|_| self.statuses.len() < STATUS_LIMIT) {
            self.statuses.push(Status { session, note, answer });
        }
    }
}
