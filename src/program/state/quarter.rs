//! The state of the form that books a quarter and of the screen that sends its dates, and all that undoes the booking.

use crate::domain::draft::QuarterDraft;
use crate::domain::id::{PairId, SessionId};
use crate::domain::standing::Standing;
use crate::domain::time::LocalDateTime;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::Field;
use crate::program::state::sharing::{AwaitedSending, Told};

/// The state of the form that books a quarter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuarterState {
    /// The date that is being moved, by the key of its seller and the seller's turn; `None` without one.
    pub moving: Option<(String, LocalDateTime)>,
    /// Complaints about the manager's own name.
    pub complaints: Vec<(Field, Complaint)>,
}

/// The state of the screen that sends the booked dates, one message for each seller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BookedState {
    /// The message that is open to be read.
    pub reading: Reading,
    /// The last request to copy or share, with the session it is about; `None` once the browser has answered.
    pub sending: Option<(SessionId, AwaitedSending)>,
    /// Outcome of the last press that sends, with the session; `None` before the first, or if the person closed the share
    /// sheet without sharing.
    pub told: Option<(SessionId, Told)>,
}

/// The message that is open to be read on the screen of the booked dates.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reading {
    /// The first message that was not sent.
    #[default]
    First,
    /// The message about this session.
    Of(SessionId),
    /// None: the person closed the message.
    Closed,
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
    /// Fingerprint of the session's plan as it was booked.
    pub plan: u64,
    /// Row of dates that the booking replaced; `None` without one.
    pub before: Option<Standing>,
    /// True if the seller was unknown before.
    pub is_new: bool,
}
