//! The open screen of a window, stored so that a reload opens it again.
//!
//! The state belongs to one window: never merged, never sent. Typed text is in drafts.

use super::draft::Purpose;
use super::id::{PairId, SessionId};
use super::party::Party;
use super::text::Text;
use super::time::Instant;
use super::timing::Leap;

/// A screen of the product, with the session, pair or party that it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The list of all sessions.
    #[default]
    Home,
    /// The page of the pair with this id: the sessions and next steps of one manager and one seller.
    Pair(PairId),
    /// The form that plans a session. `None` plans a new session; an id plans a requested session, or changes
    /// the plan of a session.
    Plan(Option<SessionId>),
    /// The session with this id: planned, running or over.
    Session(SessionId),
    /// The agenda of the planned session with this id, opened for editing.
    Agenda(SessionId),
    /// The screen that hands the device to this party of this session. The party confirms before the next
    /// screen shows.
    HandOver(SessionId, Party),
    /// The preparation of this party for this session.
    Prepare(SessionId, Party),
    /// The answers of this party at the close of this session.
    Close(SessionId, Party),
    /// The words that this party keeps private about this session, to read again once it has begun.
    Own(SessionId, Party),
    /// The link to this session, and the text around it, for the other party.
    Share(SessionId),
    /// The form with which a seller asks a manager for a session.
    Ask,
    /// The screen that puts this planned session into a calendar.
    Calendar(SessionId),
    /// The standing slot of the pair with this id, with its row of dates.
    Standing(PairId),
    /// The form in which a manager books a quarter.
    Quarter,
    /// The booked dates of all sellers, each to be sent.
    Booked,
}

impl Screen {
    /// Returns the purpose of the draft that is typed on the screen; `None` for a screen without a draft of
    /// its own.
    #[must_use]
    pub fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Plan(session) => Some(Purpose::plan(session)),
            Self::Prepare(session, party) => Some(Purpose::Preparation(session, party)),
            Self::Close(session, party) => Some(Purpose::Close(session, party)),
            Self::Ask => Some(Purpose::Request),
            Self::Quarter => Some(Purpose::Quarter),
            Self::Home
            | Self::Pair(_)
            | Self::Session(_)
            | Self::Agenda(_)
            | Self::HandOver(..)
            | Self::Own(..)
            | Self::Calendar(_)
            | Self::Standing(_)
            | Self::Booked
            | Self::Share(_) => None,
        }
    }
}

/// The state of the open screen that outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// Screen that is open.
    pub screen: Screen,
    /// Instant at which the page was last known to be awake. Each event but news of another window sets it.
    /// `None` before the first event.
    pub seen: Option<Instant>,
    /// Question that the session's screen shows, by its stored name: see [`Question::asked_in`]. `None`, or a
    /// question that was asked, stands for the first question that was not asked.
    ///
    /// [`Question::asked_in`]: super::question::Question::asked_in
    pub question: Option<Text>,
    /// Slot of the window among those of the browser, from 0: the next window of the slot becomes the writer
    /// of this record. `None` if the browser has no Web Locks: then each window is a new writer.
    pub slot: Option<u32>,
    /// Leaps, times that passed unseen, for which the two have not answered yet.
    pub leaps: Vec<Leap>,
    /// The session with which the manager's device went to the seller, until the manager said to hold it again.
    pub handed: Option<SessionId>,
    /// Instant at which the person was told that expired drafts go; `None` while no draft is expired.
    pub expiry_told: Option<Instant>,
}
