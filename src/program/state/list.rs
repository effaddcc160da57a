//! The state of the list of sessions, or of the page of a pair.

use super::came_up::CameUpState;
use super::kept::Value;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::{PairId, SessionId, WriterId};
use crate::domain::note::NoteId;
use crate::wire::key::Key;

/// The state of the list of sessions, or of the page of a pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListState {
    /// Deletions that can be undone, the last one at the end; at most [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub deletions: Vec<Deletion>,
    /// Next steps answered since the list was opened, by session and note. They stay listed, so that nothing moves.
    pub answered: Vec<(SessionId, NoteId)>,
    /// Own next step whose calendar entry was saved last; `None` before.
    pub entered: Option<(SessionId, NoteId)>,
    /// True if the list came up since the person left an invitation without an answer.
    pub left_invitation: bool,
    /// State of the list for the next session.
    pub came_up: CameUpState,
    /// Seller who was taken off the list just now; `None` without one.
    pub taken_off: Option<TakenOff>,
}

/// A seller who was taken off the list, with all that puts the seller back.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenOff {
    /// Pair of the seller.
    pub pair: PairId,
    /// Record of what the seller told beside the sessions; `None` without one.
    pub told: Option<Value>,
    /// True if the seller waited on the list for a date.
    pub is_waiting: bool,
}

/// A deleted session, with all that restores it.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// Deleted session.
    pub session: SessionId,
    /// Pair whose session was deleted.
    pub pair: PairId,
    /// Session and private records of both parties as they were before the deletion, each with its key.
    pub before: Vec<(Key, Value)>,
    /// Drafts of the session before the deletion, with the writers of those that closed windows had left.
    pub drafts: Vec<(Purpose, Option<WriterId>, Draft)>,
}
