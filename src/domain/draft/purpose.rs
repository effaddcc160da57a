//! The purpose of a draft: what the text is typed for.

use crate::domain::id::{PairId, SessionId};
use crate::domain::note::NoteLine;
use crate::domain::party::Party;

/// The form, and the session, that a draft is typed for. A writer, a window of the browser, has at most one
/// draft for each purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The form with which a manager plans a new session.
    Plan,
    /// The form that changes the plan of this session, or plans this session that a seller requested.
    PlanOf(SessionId),
    /// The preparation of this party for this session.
    Preparation(SessionId, Party),
    /// The typed answers of this party at the close of this session.
    Close(SessionId, Party),
    /// The line of this session's screen in which a note is written or changed.
    Line(SessionId, NoteLine),
    /// The texts that items of this session's agenda cannot have.
    Agenda(SessionId),
    /// The topic that the manager notes for the seller on the screen of this planned session, as far as it cannot be noted.
    Noted(SessionId),
    /// The name of a manager who is asked for it before the first invitation.
    OwnName,
    /// The field of the list for a link or a text code.
    Pasted,
    /// The form with which a seller asks a manager for a session.
    Request,
    /// The form that answers an invitation. Holds a CRC-32 of the session's id.
    Answer(u64),
    /// The line that waits on the list of the next session of this pair, on the page of the pair.
    CameUp(PairId),
    /// The form in which a manager books a quarter.
    Quarter,
}

impl Purpose {
    /// Returns the purpose of the form that plans a session: `session` names a planned or requested one,
    /// `None` a new one.
    #[must_use]
    pub fn plan(session: Option<SessionId>) -> Self {
        session.map_or(Self::Plan, Self::PlanOf)
    }

    /// Returns the session to which the draft belongs; `None` for a draft of no known session.
    #[must_use]
    pub fn session(self) -> Option<SessionId> {
        match self {
            Self::PlanOf(id)
            | Self::Preparation(id, _)
            | Self::Close(id, _)
            | Self::Line(id, _)
            | Self::Agenda(id)
            | Self::Noted(id) => Some(id),
            Self::Plan
            | Self::OwnName
            | Self::Pasted
            | Self::Request
            | Self::Answer(_)
            | Self::CameUp(_)
            | Self::Quarter => None,
        }
    }
}
