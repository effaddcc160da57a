//! The state of the list for the next session, on the page of a pair. The lines are not part of it.

use super::complaint::Complaint;
use super::field::Field;
use crate::domain::id::PairId;
use crate::domain::listed::Listed;

/// The state of the list for the next session, on the page of a pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CameUpState {
    /// Complaints about the field of the list.
    pub complaints: Vec<(Field, Complaint)>,
    /// Changes that can be undone, the last one at the end; at most [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub undo: Vec<ListChange>,
}

/// A change of one line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListChange {
    /// Pair whose list holds the line.
    pub pair: PairId,
    /// Line before the change; `None` if it was added.
    pub before: Option<Listed>,
    /// Line after the change, under another id than before; `None` if it was removed.
    pub after: Option<Listed>,
    /// Place of the line in the list, from 0.
    pub place: usize,
}
