//! The open screen with the state that dies with it: complaints, unfolded parts, answers of the browser, and
//! the changes that can be undone there.
//!
//! Typed text that is not kept yet outlives the screen; it stands in `drafts`.

pub use super::agenda_edit::{AgendaChange, AgendaEdit};
use super::complaint::Complaint;
use super::field::Field;
use super::hold::{ClockQuestion, Reveal};
use super::list::ListState;
pub use super::offer::Offer;
use super::quarter::{BookedState, QuarterState};
use super::running::Layer;
use super::sharing::{AwaitedSending, Sharing};
pub use super::sheet::SheetState;
use crate::domain::draft::{ItemText, LineDraft};
use crate::domain::fit::FitError;
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Note, NoteId, NoteKind, Readers};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;

/// Complaints about the fields of a screen, in the order of the fields.
pub type Complaints = Vec<(Field, Complaint)>;

/// The open screen with its state.
#[derive(Clone, Debug, PartialEq)]
pub enum OpenScreen {
    /// The list of all sessions is open.
    Home(ListState),
    /// The page of a pair is open: the sessions of one manager and one seller.
    Pair(PairId, ListState),
    /// The form is open that plans a session: a new one for `None`, else a requested one, or that changes a plan.
    Plan(Option<SessionId>, FormState),
    /// A session is open, be it planned, running or over.
    Session(SessionId, Box<SessionState>),
    /// The agenda editor of a planned session is open.
    Agenda(SessionId, AgendaState),
    /// The screen is open on which this party confirms to hold the device.
    HandOver(SessionId, Party),
    /// The sheet is open on which this party prepares for the session.
    Prepare(SessionId, Party, SheetState),
    /// The sheet is open on which this party answers at the close of the session.
    Close(SessionId, Party, SheetState),
    /// The page is open on which this party reads again what stays private about the session.
    Own(SessionId, Party, SheetState),
    /// The screen is open that sends the session to the other party.
    Share(SessionId, Box<Sharing>),
    /// The screen is open that puts this planned session into a calendar.
    Calendar(SessionId),
    /// See [`Screen::Standing`]. Holds the rows of a slot that was ended here, which *Undo* brings back.
    Standing(PairId, Vec<(PairId, Standing)>),
    /// The form is open in which a seller asks for a session. Holds the complaints about its fields.
    Ask(Complaints),
    /// The form is open in which a manager books a quarter.
    Quarter(QuarterState),
    /// The booked dates of all sellers are open.
    Booked(Box<BookedState>),
}

/// The state of the form that plans a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormState {
    /// Complaints and doubts about the fields of the form, in the order of the fields.
    pub complaints: Complaints,
    /// True while the person chooses the names that the form suggests.
    pub edits_names: bool,
}

/// The state of the screen of a session.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionState {
    /// Question about the clock that waits for an answer; `None` without one.
    pub clock_question: Option<ClockQuestion>,
    /// Proposal at the last change of item; `None` once the person did something else.
    pub offer: Option<Offer>,
    /// Name of the shown coaching question, as `Question::asked_in` makes it; `None` for the first that was not asked.
    pub shown_question: Option<Text>,
    /// Shown part of the summary, once the session is over.
    pub summary: Summary,
    /// Number of the unanswered request to copy the summary; `None` without such a request.
    pub copying: Option<AwaitedSending>,
    /// Complaints about the fields of the line in which a note is written, or about the noted topic.
    pub complaints: Complaints,
    /// Typed text in the field for the noted topic, letter for letter; `None` before.
    pub noted: Option<String>,
    /// Kind, readers and party of the last new note; `None` before the first.
    pub last_line: Option<(NoteKind, Readers, Option<Party>)>,
    /// Line for notes as it was thrown away, while it is open again since it was brought back; else `None`.
    pub brought_back: Option<LineDraft>,
    /// The contents for this person alone on a screen that the other may see: hidden, or shown for a while.
    pub reveal: Reveal,
    /// Layer above the screen of the running session.
    pub layer: Layer,
    /// Own next step whose calendar entry was saved last; `None` before.
    pub entered: Option<(SessionId, NoteId)>,
    /// True while the manager is asked if a session is to start that is booked for another time.
    pub asks_start: bool,
    /// The changes that can be undone, the last one at the end; at most [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub undo: Vec<SessionChange>,
    /// Outcome of the last undo.
    pub undone: Undone,
}

/// The outcome of the last undo on a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Undone {
    /// The change is undone, or there was no undo since the last change.
    #[default]
    Whole,
    /// Another window had changed the same since, so that its change stays.
    Overtaken,
}

/// The shown part of a session's summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Summary {
    /// The summary is hidden.
    #[default]
    Closed,
    /// The summary is shown.
    Open,
    /// The summary is hidden, and on the clipboard.
    Copied,
    /// The browser refused to copy; the text of the summary is shown for copying by hand.
    Refused,
}

/// A change on the screen of a session that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub enum SessionChange {
    /// A note was written, changed or removed.
    Note(NoteChange),
    /// The person chose between two concurrent versions of the session.
    Choice(VersionChoice),
    /// The person booked this session, the next one of the two. Holds the fingerprint of its plan.
    Booked(SessionId, u64),
}

/// A choice between the shown version of a session and another one.
#[derive(Clone, Debug, PartialEq)]
pub struct VersionChoice {
    /// Session before the choice, with both versions.
    pub before: Box<Session>,
    /// Session after the choice.
    pub after: Box<Session>,
    /// Index of the other version among those that waited, from 0.
    pub place: usize,
}

/// A change of a note that can be undone: the note was written, changed or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteChange {
    /// Session of the changed note.
    pub session: SessionId,
    /// Id of the changed note.
    pub id: NoteId,
    /// People who read the note: the two, or the manager alone.
    pub readers: Readers,
    /// Note before the change; `None` if the change added the note.
    pub before: Option<Box<Note>>,
    /// Note after the change; `None` if the change removed the note.
    pub after: Option<Box<Note>>,
    /// Index of the note among those of its session, from 0.
    pub place: usize,
}

/// The state of the agenda editor.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgendaState {
    /// Texts that the person typed into the fields, letter for letter, at most one for each field. Each is in its item
    /// already, less white space, or blank. A text that an item cannot have is a draft.
    pub typed: Vec<ItemText>,
    /// Reason why the last try to fit the items to the booked minutes failed; `None` if it did not fail, or
    /// the agenda changed since.
    pub misfit: Option<FitError>,
    /// The changes that can be undone, the last one at the end; at most [`UNDO_LIMIT`](super::model::UNDO_LIMIT).
    pub undo: Vec<AgendaEdit>,
    /// Outcome of the last undo.
    pub undone: Undone,
}

impl OpenScreen {
    /// Returns a screen with the state that it begins with.
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        match screen {
            Screen::Home => Self::Home(ListState::default()),
            Screen::Pair(pair) => Self::Pair(pair, ListState::default()),
            Screen::Plan(session) => Self::Plan(session, FormState::default()),
            Screen::Session(session) => Self::Session(session, Box::default()),
            Screen::Agenda(session) => Self::Agenda(session, AgendaState::default()),
            Screen::HandOver(session, party) => Self::HandOver(session, party),
            Screen::Prepare(session, party) => Self::Prepare(session, party, SheetState::default()),
            Screen::Close(session, party) => Self::Close(session, party, SheetState::default()),
            Screen::Own(session, party) => Self::Own(session, party, SheetState::default()),
            Screen::Share(session) => Self::Share(session, Box::default()),
            Screen::Calendar(session) => Self::Calendar(session),
            Screen::Standing(pair) => Self::Standing(pair, Vec::new()),
            Screen::Ask => Self::Ask(Complaints::new()),
            Screen::Quarter => Self::Quarter(QuarterState::default()),
            Screen::Booked => Self::Booked(Box::default()),
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
            Self::Own(session, party, _) => Screen::Own(session, party),
            Self::Share(session, _) => Screen::Share(session),
            Self::Calendar(session) => Screen::Calendar(session),
            Self::Standing(pair, _) => Screen::Standing(pair),
            Self::Ask(_) => Screen::Ask,
            Self::Quarter(_) => Screen::Quarter,
            Self::Booked(_) => Screen::Booked,
        }
    }

    /// Returns the complaints about the fields of the screen; empty for a screen without complaints.
    #[must_use]
    pub fn complaints(&self) -> &[(Field, Complaint)] {
        match self {
            Self::Plan(_, state) => &state.complaints,
            Self::Ask(complaints) => complaints,
            Self::Home(state) | Self::Pair(_, state) => &state.came_up.complaints,
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => &state.complaints,
            Self::Share(_, sharing) => &sharing.complaints,
            Self::Quarter(state) => &state.complaints,
            Self::Session(_, state) => &state.complaints,
            _ => &[],
        }
    }

    /// Replaces the complaints about the fields of the screen; does nothing on a screen that has none.
    pub(in crate::program) fn set_complaints(&mut self, complaints: Complaints) {
        if let Some(own) = self.complaints_mut() {
            *own = complaints;
        }
    }

    /// Returns the complaints about the fields of the screen for editing; `None` for a screen that has none.
    pub(in crate::program) fn complaints_mut(&mut self) -> Option<&mut Complaints> {
        match self {
            Self::Plan(_, state) => Some(&mut state.complaints),
            Self::Ask(complaints) => Some(complaints),
            Self::Home(state) | Self::Pair(_, state) => Some(&mut state.came_up.complaints),
            Self::Prepare(_, _, state) | Self::Close(_, _, state) => Some(&mut state.complaints),
            Self::Share(_, sharing) => Some(&mut sharing.complaints),
            Self::Quarter(state) => Some(&mut state.complaints),
            Self::Session(_, state) => Some(&mut state.complaints),
            _ => None,
        }
    }

    /// Returns the own next step whose calendar entry was saved last on this screen; `None` before.
    #[must_use]
    pub fn entered_step(&self) -> Option<(SessionId, NoteId)> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => state.entered,
            Self::Session(_, state) => state.entered,
            _ => None,
        }
    }

    /// Remembers the own next step whose calendar entry was saved on this screen.
    pub fn enter_step(&mut self, step: (SessionId, NoteId)) {
        match self {
            Self::Home(state) | Self::Pair(_, state) => state.entered = Some(step),
            Self::Session(_, state) => state.entered = Some(step),
            _ => {}
        }
    }

    /// Returns the state of the list, or of the page of a pair; `None` on another screen.
    #[must_use]
    pub fn list(&self) -> Option<&ListState> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the list, or of the page of a pair, for editing; `None` on another screen.
    pub(in crate::program) fn list_mut(&mut self) -> Option<&mut ListState> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen of a session; `None` on another screen.
    #[must_use]
    pub fn session(&self) -> Option<&SessionState> {
        match self {
            Self::Session(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen of a session for editing; `None` on another screen.
    pub(in crate::program) fn session_mut(&mut self) -> Option<&mut SessionState> {
        match self {
            Self::Session(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the agenda editor; `None` on another screen.
    #[must_use]
    pub fn agenda(&self) -> Option<&AgendaState> {
        match self {
            Self::Agenda(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the agenda editor for editing; `None` on another screen.
    pub(in crate::program) fn agenda_mut(&mut self) -> Option<&mut AgendaState> {
        match self {
            Self::Agenda(_, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of a preparation, of the answers at the close, or of the page of private words; `None` on
    /// another screen.
    #[must_use]
    pub fn sheet(&self) -> Option<&SheetState> {
        match self {
            Self::Prepare(_, _, state) | Self::Close(_, _, state) | Self::Own(_, _, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of a preparation, of the answers at the close, or of the page of private words, for editing;
    /// `None` on another screen.
    pub(in crate::program) fn sheet_mut(&mut self) -> Option<&mut SheetState> {
        match self {
            Self::Prepare(_, _, state) | Self::Close(_, _, state) | Self::Own(_, _, state) => Some(state),
            _ => None,
        }
    }

    /// Returns the state of the screen that sends a session; `None` on another screen.
    #[must_use]
    pub fn sharing(&self) -> Option<&Sharing> {
        match self {
            Self::Share(_, sharing) => Some(sharing),
            _ => None,
        }
    }

    /// Returns the state of the screen that sends a session for editing; `None` on another screen.
    pub(in crate::program) fn sharing_mut(&mut self) -> Option<&mut Sharing> {
        match self {
            Self::Share(_, sharing) => Some(sharing),
            _ => None,
        }
    }
}
