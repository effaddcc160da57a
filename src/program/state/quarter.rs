//! The state of the form that books a quarter, and all that undoes the booking.

use crate::domain::draft::QuarterDraft;
use crate::domain::id::{PairId, SessionId};
use crate::domain::standing::Standing;
use crate::domain::time::LocalDateTime;

/// The state of the form that books a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuarterState {
    /// The date that is being moved, by the key of its seller and the seller's turn; `None` without one.
    pub moving: Option<(String, LocalDateTime)>,
}

/// A booked quarter, with all that undoes the booking.
#[derive(Clone, Debug)]
pub struct BookedQuarter {
    /// Booked sellers.
    pub sellers: Vec<BookedSeller>,
    /// Form from which the quarter was booked.
    pub draft: QuarterDraft,
}

/// The booking of one seller.
#[derive(Clone, Debug)]
pub struct BookedSeller {
    /// Pair of the seller.
    pub pair: PairId,
    /// Planned session: the first of the seller's dates.
    pub session: SessionId,
    /// Row of dates that the booking replaced; `None` without one.
    pub before: Option<Standing>,
    /// True if the seller was unknown before.
    pub is_new: bool,
}
