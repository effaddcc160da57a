//! The open screen with the state that dies with it: complaints, unfolded parts, answers of the browser, and
//! the changes that can be undone there.
//!
//! Typed text that is not kept yet outlives the screen; it stands in `drafts`.

use super::complaint::Complaint;
use super::field::{Field, ItemField};
use super::kept::Value;
use super::request::RequestId;
use super::sharing::Sharing;
use crate::domain::agenda::{Agenda, ItemId};
use crate::domain::fit::FitError;
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Note, NoteId};
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::timer::catch_up::CatchUp;
use crate::wire::key::Key;

/// Complaints about the fields of a screen, in the order of the fields.
pub type Complaints = Vec<(Field, Complaint)>;

/// The open screen and its state.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenScreen {
    /// The list of sessions.
    Home(ListState),
    /// The page of one seller.
    Pair(PairId, ListState),
    /// The form that plans a session: see [`Screen::Plan`].
    Plan(Option<SessionId>, Complaints),
    /// A session, be it planned, running or over.
    Session(SessionId, Box<SessionState>),
    /// The agenda editor of a planned session.
    Agenda(SessionId, AgendaState),
    /// The screen goes to that party.
    HandOver(SessionId, Party),
    /// The preparation of a party.
    Prepare(SessionId, Party, SheetState),
    /// The answers of a party at the close.
    Close(SessionId, Party, SheetState),
    /// The link and the text that go out to the other party.
    Share(SessionId, Box<Sharing>),
    /// A seller's request for a session.
    Ask(Complaints),
}

/// State of the list of sessions, and of a seller's page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListState {
    /// The pasted text in which a link is looked for.
    pub pasted: String,
    /// True after a file was taken in.
    pub brought: bool,
    /// The deletion that can be undone.
    pub deletion: Option<Deletion>,
}

/// A deleted session.
#[derive(Clone, Debug, PartialEq)]
pub struct Deletion {
    /// The pair of the session.
    pub pair: PairId,
    /// The session and the private records of both parties, before the deletion.
    pub before: Vec<(Key, Value)>,
}

/// State of the screen of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionState {
    /// The open question about the clock.
    pub clock_question: Option<ClockQuestion>,
    /// The shown coaching question, by the name under which an asked question is kept; stored, so that a
    /// reload shows it again.
    pub shown_question: Option<Text>,
    /// The summary of a session that is over.
    pub summary: Summary,
    /// The request to copy the summary that the browser has not answered.
    pub copying: Option<RequestId>,
    /// The changes of notes that can be undone, the last one at the end; at most
    /// [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub undo: Vec<NoteChange>,
}

/// A question about a session's clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockQuestion {
    /// The time that passed unseen.
    pub about: CatchUp,
    /// The offered end of a session that was left running.
    pub end: Instant,
}

/// The shown part of the summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Summary {
    /// The summary is folded.
    #[default]
    Closed,
    /// The summary is unfolded.
    Open,
    /// The summary is folded, and on the clipboard.
    Copied,
    /// The browser refused to copy; the text is shown for copying by hand.
    Refused,
}

/// A written, changed or removed note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChange {
    /// The session of the note.
    pub session: SessionId,
    /// The note.
    pub id: NoteId,
    /// The note before the change; `None` if there was none.
    pub before: Option<Box<Note>>,
    /// The place of the note among the others, from 0.
    pub place: usize,
}

/// State of the agenda editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgendaState {
    /// The typed texts, at most one for a field.
    pub typed: Vec<Typed>,
    /// The reason why the agenda does not fit the booked minutes, after a try.
    pub misfit: Option<FitError>,
    /// The changes that can be undone, the last one at the end; at most
    /// [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub undo: Vec<AgendaEdit>,
}

/// A text typed into an item, letter for letter. A text without a complaint is in the item already, less white
/// space, and stands here while the person types on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The item and its field.
    pub place: (ItemId, ItemField),
    /// The text.
    pub text: String,
    /// The reason why the item cannot have the text.
    pub complaint: Option<Complaint>,
}

/// A changed agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEdit {
    /// The session of the agenda.
    pub session: SessionId,
    /// The agenda before the change.
    pub before: Agenda,
    /// The kind of the change.
    pub change: AgendaChange,
}

/// The kind of a change of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaChange {
    /// An item got another name or other minutes.
    Edited(ItemId, ItemField),
    /// An item was added.
    Added,
    /// An item was removed.
    Removed,
    /// An item was moved.
    Moved,
    /// The agenda was fitted to the booked minutes.
    Fitted,
}

/// State of a preparation, or of the answers at the close.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetState {
    /// Complaints about its fields.
    pub complaints: Complaints,
    /// True from a reload on until the party says that it is there: on a shared device somebody else may be.
    pub is_covered: bool,
}

impl OpenScreen {
    /// Opens a screen with the state that it begins with.
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        match screen {
            Screen::Home => Self::Home(ListState::default()),
            Screen::Pair(pair) => Self::Pair(pair, ListState::default()),
            Screen::Plan(session) => Self::Plan(session, Complaints::new()),
            Screen::Session(session) => Self::Session(session, Box::default()),
            Screen::Agenda(session) => Self::Agenda(session, AgendaState::default()),
            Screen::HandOver(session, party) => Self::HandOver(session, party),
            Screen::Prepare(session, party) => Self::Prepare(session, party, SheetState::default()),
            Screen::Close(session, party) => Self::Close(session, party, SheetState::default()),
            Screen::Share(session) => Self::Share(session, Box::default()),
            Screen::Ask => Self::Ask(Complaints::new()),
        }
    }

    /// Returns the address of the screen: its kind with the ids, without its state.
    #[must_use]
    pub fn address(&self) -> Screen {
        match *self {
            Self::Home(_) => Screen::Home,
            Self::Pair(pair, _) => Screen::Pair(pair),
            Self::Plan(session, _) => Screen::Plan(session),
            Self::Session(session, _) => Screen::Session(session),
            Self::Agenda(session, _) => Screen::Agenda(session),
            Self::HandOver(session, party) => Screen::HandOver(session, party),
            Self::Prepare(session, party, _) => Screen::Prepare(session, party),
            Self::Close(session, party, _) => Screen::Close(session, party),
            Self::Share(session, _) => Screen::Share(session),
            Self::Ask(_) => Screen::Ask,
        }
    }

    /// Returns the complaints about the fields of the screen; none for a screen that has no complaints.
    #[must_use]
    pub fn complaints(&self) -> &[(Field, Complaint)] {
        match self {
            Self::Plan(_, complaints) | Self::Ask(complaints) => complaints,
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => &state.complaints,
            Self::Share(_, sharing) => &sharing.complaints,
            Self::Home(_) | Self::Pair(..) | Self::Session(..) | Self::Agenda(..) | Self::HandOver(..) => &[],
        }
    }

    /// Replaces the complaints about the fields of the screen.
    pub(in crate::program) fn set_complaints(&mut self, complaints: Complaints) {
        if let Some(own) = self.complaints_mut() {
            *own = complaints;
        }
    }

    /// Returns the complaints, to be changed.
    pub(in crate::program) fn complaints_mut(&mut self) -> Option<&mut Complaints> {
        match self {
            Self::Plan(_, complaints) | Self::Ask(complaints) => Some(complaints),
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => Some(&mut state.complaints),
            Self::Share(_, sharing) => Some(&mut sharing.complaints),
            Self::Home(_) | Self::Pair(..) | Self::Session(..) | Self::Agenda(..) | Self::HandOver(..) => {
                None
            }
        }
    }

    /// Returns the state of the list or of a seller's page.
    #[must_use]
    pub fn list(&self) -> Option<&ListState> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the list or of a seller's page, to be changed.
    pub(in crate::program) fn list_mut(&mut self) -> Option<&mut ListState> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen of a session.
    #[must_use]
    pub fn session(&self) -> Option<&SessionState> {
        match self {
            Self::Session(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen of a session, to be changed.
    pub(in crate::program) fn session_mut(&mut self) -> Option<&mut SessionState> {
        match self {
            Self::Session(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the agenda editor.
    #[must_use]
    pub fn agenda(&self) -> Option<&AgendaState> {
        match self {
            Self::Agenda(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the agenda editor, to be changed.
    pub(in crate::program) fn agenda_mut(&mut self) -> Option<&mut AgendaState> {
        match self {
            Self::Agenda(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of a preparation or of the answers at the close.
    #[must_use]
    pub fn sheet(&self) -> Option<&SheetState> {
        match self {
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of a preparation or of the answers at the close, to be changed.
    pub(in crate::program) fn sheet_mut(&mut self) -> Option<&mut SheetState> {
        match self {
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen that sends a session.
    #[must_use]
    pub fn sharing(&self) -> Option<&Sharing> {
        match self {
            Self::Share(_, sharing) => Some(sharing),
            _ => None,
        }
    }

    /// Returns the state of the screen that sends a session, to be changed.
    pub(in crate::program) fn sharing_mut(&mut self) -> Option<&mut Sharing> {
        match self {
            Self::Share(_, sharing) => Some(sharing),
            _ => None,
        }
    }
}
