//! The notes of a session: next steps, parked notes and shared notes, with answers about earlier notes.
//!
//! Everything here is shared by both parties: no type of this file can hold a private note. Nothing is
//! counted or rated.

use super::agenda::ItemId;
use super::day::Day;
use super::id::SessionId;
use super::party::Party;
use super::text::Text;
use super::time::Instant;

/// Upper bound on the notes of one session; more than two people write down in 90 minutes.
pub const NOTE_LIMIT: usize = 100;

/// Upper bound on the answers about earlier notes that one session holds.
pub const STATUS_LIMIT: usize = 200;

/// Upper bound on the earlier next steps that one session carries along.
pub const CARRIED_LIMIT: usize = 50;

/// Number of windows of one browser whose new notes never have the same id.
pub const SLOTS: u32 = 8;

/// Id of a note, unique within its session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NoteId(pub u16);

impl NoteId {
    /// Returns the least id above all of `taken` that belongs to `slot`; `None` if there is none. The ids of
    /// a slot are [`SLOTS`] apart: two windows that add a note at the same time give the notes different ids,
    /// so that an undo in one window cannot remove the note of the other.
    #[must_use]
    pub fn free(slot: u32, taken: impl IntoIterator<Item = Self>) -> Option<Self> {
        let own = slot.checked_rem(SLOTS)?;
        let least = taken.into_iter().map(|id| u32::from(id.0).saturating_add(1)).max().unwrap_or(0);
        let up = own.saturating_add(SLOTS).saturating_sub(least.checked_rem(SLOTS)?).checked_rem(SLOTS)?;
        u16::try_from(least.saturating_add(up)).ok().map(Self)
    }
}

/// The kind of a note that both parties read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// A next step of one party.
    NextStep,
    /// A subject that the two put aside for another time or place.
    Parked,
    /// Any other note for both parties.
    Shared,
}

/// The people for whom a note is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Readers {
    /// Both parties read the note.
    #[default]
    Both,
    /// The manager alone reads the note, which is held back from the seller.
    ManagerAlone,
}

/// The line in which a note is written: a new note, or the change of one. Each has a text of its own, so that half a
/// note waits while another one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteLine {
    /// A new note of this kind.
    New(NoteKind),
    /// A new parked note that answers at the close what the two want to do differently next time.
    Differently,
    /// The change of this note, among the notes that these people read. A note for both and one for the manager alone
    /// may have the same id.
    Of(Readers, NoteId),
}

/// The destination that the two choose for a parked note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The two want to take the parked note up in the next session, which lists it.
    NextTime,
    /// The two want to take the parked note up outside the sessions.
    Elsewhere,
    /// The two let the parked note go.
    Dropped,
}

/// The part of a note that depends on the kind of the note.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The note is a next step.
    NextStep {
        /// Party who takes the step.
        by: Party,
        /// First small step of the next step; `None` if the party wrote none.
        first_step: Option<Text>,
        /// Moment by which the next step is kept, in the party's words; `None` if there is none.
        when: Option<Text>,
        /// Date by which the next step is kept; `None` if the party named none.
        on: Option<Day>,
        /// True once the two read the next step again in the last item and confirmed it. Another press takes
        /// that back.
        is_confirmed: bool,
    },
    /// The note is parked: a subject put aside for another time or place.
    Parked {
        /// Party who raised the subject; `None` if the two did not say.
        by: Option<Party>,
        /// Destination of the parked note; `None` until the two choose one.
        place: Option<Place>,
        /// Checksum of the words that the note repeats: those of a party about what to do differently next time, as
        /// the party wrote them at the close. `None` for any other note. The words of the note may have been changed.
        quotes: Option<u32>,
    },
    /// The note is any other note for both parties.
    Shared,
}

/// One note of a session, for both parties to read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// Id of the note within its session. Later sessions answer the note by this id.
    pub id: NoteId,
    /// Id of the agenda item during which the note was written; `None` if no item was current, and for a
    /// topic that the program parked.
    pub item: Option<ItemId>,
    /// Text of the note.
    pub words: Text,
    /// Part of the note that depends on its kind, such as the party who takes the step.
    pub detail: Detail,
}

impl Note {
    /// Returns true if the note says what the two want to do differently next time.
    #[must_use]
    pub fn is_differently(&self) -> bool {
        matches!(self.detail, Detail::Parked { quotes: Some(_), .. })
    }

    /// Returns the kind of the note.
    #[must_use]
    pub fn kind(&self) -> NoteKind {
        match self.detail {
            Detail::NextStep { .. } => NoteKind::NextStep,
            Detail::Parked { .. } => NoteKind::Parked,
            Detail::Shared => NoteKind::Shared,
        }
    }

    /// Returns the date by which a next step is kept; `None` without one, and for any other note.
    #[must_use]
    pub fn on(&self) -> Option<Day> {
        match self.detail {
            Detail::NextStep { on, .. } => on,
            Detail::Parked { .. } | Detail::Shared => None,
        }
    }

    /// Returns true for a next step that the two have not confirmed.
    #[must_use]
    pub fn is_unconfirmed(&self) -> bool {
        matches!(self.detail, Detail::NextStep { is_confirmed: false, .. })
    }

    /// Returns the party who takes the step or raised the note; `None` for a shared note, and if nobody is named.
    #[must_use]
    pub fn by(&self) -> Option<Party> {
        match self.detail {
            Detail::NextStep { by, .. } => Some(by),
            Detail::Parked { by, .. } => by,
            Detail::Shared => None,
        }
    }
}

/// The answer to a next step or a parked note of an earlier session: of the two, or of the person who said the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Answer {
    /// The next step is done, or the parked note goes to a conversation outside the sessions.
    Done,
    /// The next step still holds, or the parked note waits for the next session.
    NotYet,
    /// The two let the next step or the parked note go.
    Dropped,
}

/// An answer about a note of an earlier session, given in a later one; or about a next step by its owner, given outside
/// of the sessions. The note itself stays unchanged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Status {
    /// Id of the session that holds the note.
    pub session: SessionId,
    /// Id of the next step or parked note within that session.
    pub note: NoteId,
    /// Answer about the note.
    pub answer: Answer,
}

/// A next step of an earlier session, copied for a device that may lack the earlier session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Carried {
    /// Id of the earlier session in which the party said it.
    pub session: SessionId,
    /// Instant at which the earlier session began.
    pub began: Instant,
    /// Copy of the next step.
    pub note: Note,
}

/// Everything that the two wrote down for both in one session.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Notes {
    /// Notes of the session in the order of writing, at most [`NOTE_LIMIT`].
    pub all: Vec<Note>,
    /// Answers of this session about notes of earlier sessions, at most one for each note.
    pub statuses: Vec<Status>,
}

impl Notes {
    /// Returns the note with this id; `None` if the session has no such note.
    #[must_use]
    pub fn get(&self, id: NoteId) -> Option<&Note> {
        self.all.iter().find(|note| note.id == id)
    }

    /// Returns true if there is room for another note.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.all.len() < NOTE_LIMIT
    }

    /// Replaces the note with this id by `to`, or removes the note if `to` is `None`. Where no note has the
    /// id, puts `to` in at the index `place`, at most at the end.
    pub fn set(&mut self, id: NoteId, to: Option<&Note>, place: usize) {
        let found = self.all.iter().position(|note| note.id == id);
        if let Some(found) = found {
            self.all.remove(found);
        }
        if let Some(note) = to {
            self.all.insert(found.unwrap_or(place).min(self.all.len()), note.clone());
        }
    }

    /// Returns the answer of this session about a note of an earlier session; `None` if there is none.
    #[must_use]
    pub fn answer(&self, session: SessionId, note: NoteId) -> Option<Answer> {
        answer_in(&self.statuses, session, note)
    }

    /// Sets the answer about a note of an earlier session; `None` takes the answer back. Ignores an answer
    /// beyond [`STATUS_LIMIT`].
    pub fn say(&mut self, session: SessionId, note: NoteId, answer: Option<Answer>) {
        say_in(&mut self.statuses, session, note, answer);
    }
}

/// Returns the answer among `statuses` about a note; `None` if there is none.
#[must_use]
pub fn answer_in(statuses: &[Status], session: SessionId, note: NoteId) -> Option<Answer> {
    let about = |status: &&Status| status.session == session && status.note == note;
    statuses.iter().find(about).map(|status| status.answer)
}

/// Sets the answer about a note among `statuses`; `None` takes the answer back. Ignores an answer beyond
/// [`STATUS_LIMIT`].
pub fn say_in(statuses: &mut Vec<Status>, session: SessionId, note: NoteId, answer: Option<Answer>) {
    statuses.retain(|status| status.session != session || status.note != note);
    if let Some(answer) = answer.filter(|_| statuses.len() < STATUS_LIMIT) {
        statuses.push(Status { session, note, answer });
    }
}
