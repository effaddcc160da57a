//! What lies open on this device: the screen, and what was typed but not yet accepted.
//!
//! Belongs to the device alone; it is never merged and never leaves it.

use super::id::SessionId;
use super::note::{Kind, NoteId};
use super::session::Party;
use super::time::Instant;

/// The fields of the form that sets the stage, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The session that the form changes; `None` where it plans a new one.
    pub session: Option<SessionId>,
    /// The seller's name.
    pub seller: String,
    /// The date, `YYYY-MM-DD` once complete.
    pub date: String,
    /// The time, `HH:MM` once complete.
    pub time: String,
    /// How many minutes.
    pub minutes: String,
    /// The room, or the link of a meeting.
    pub place: String,
    /// The manager's own name.
    pub own_name: String,
    /// Whether the line of defaults is opened for editing.
    pub defaults_open: bool,
}

/// What is being written down in the session that lies open, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What it is to be.
    pub kind: Kind,
    /// The note that it changes; `None` where it is a new one.
    pub note: Option<NoteId>,
    /// Who promises, or raised it.
    pub by: Option<Party>,
    /// The words.
    pub words: String,
    /// The first small step of a promise.
    pub first_step: String,
    /// When it is promised for.
    pub when: String,
    /// Whether it is to be seen. A line that was put away keeps what was typed.
    pub is_open: bool,
}

/// Which screen is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The list of sessions.
    #[default]
    Home,
    /// The form that sets the stage.
    Plan(Draft),
    /// One session: planned, on, or over, whichever it is.
    Session(SessionId),
    /// The agenda of a planned session, opened for editing.
    Agenda(SessionId),
}

/// What lies open on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    /// The screen.
    pub screen: Screen,
    /// When the page was last known to be awake.
    pub seen: Option<Instant>,
    /// What is being written down in the session that is on the screen.
    pub line: Option<Line>,
}
