//! The open screen of this browser, stored so that a reload opens it again.
//!
//! The state belongs to one browser: never merged, never sent. Typed text is in drafts.

use super::draft::Purpose;
use super::id::{PairId, SessionId};
use super::party::Party;
use super::text::Text;
use super::time::Instant;

/// The open screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The list of sessions.
    #[default]
    Home,
    /// The page of a seller: the pair's sessions and promises.
    Pair(PairId),
    /// The form that plans a new session, a requested one, or changes the plan of a session.
    Plan(Option<SessionId>),
    /// A session: planned, running or over.
    Session(SessionId),
    /// The agenda of a planned session, opened for editing.
    Agenda(SessionId),
    /// The screen that hands over to a party, who confirms before it goes on.
    HandOver(SessionId, Party),
    /// The preparation of a party.
    Prepare(SessionId, Party),
    /// The answers of a party at the close.
    Close(SessionId, Party),
    /// The link and the text that go out to the other party of a session.
    Share(SessionId),
    /// A seller's request for a session.
    Ask,
}

impl Screen {
    /// Returns the purpose of the draft that is typed on the screen; `None` for a screen without one.
    #[must_use]
    pub fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Plan(session) => Some(Purpose::plan(session)),
            Self::Prepare(session, party) => Some(Purpose::Preparation(session, party)),
            Self::Close(session, party) => Some(Purpose::Close(session, party)),
            Self::Ask => Some(Purpose::Request),
            Self::Home
            | Self::Pair(_)
            | Self::Session(_)
            | Self::Agenda(_)
            | Self::HandOver(..)
            | Self::Share(_) => None,
        }
    }
}

/// The state of the screen that outlives a reload.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UiState {
    /// The open screen.
    pub screen: Screen,
    /// The instant at which the page was last known to be awake.
    pub seen: Option<Instant>,
    /// The shown question, by its stored name. `None`, or a question that was asked, stands for the first
    /// question that was not asked.
    pub question: Option<Text>,
}
