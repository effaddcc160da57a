//! What lies open on this device: the screen, and what was typed but not yet accepted.
//!
//! Belongs to the device alone; it is never merged and never leaves it.

use super::evidence::Source;
use super::id::{PairId, SessionId};
use super::note::{NoteId, NoteKind};
use super::party::Party;
use super::text::Text;
use super::time::Instant;

/// The fields of the form that sets the stage, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The session that the form changes; `None` where it plans a new one.
    pub session: Option<SessionId>,
    /// The session that a seller asked for and that the form plans.
    pub asked: Option<SessionId>,
    /// The seller's name.
    pub seller: String,
    /// The date, `YYYY-MM-DD` once complete.
    pub date: String,
    /// The time, `HH:MM` once complete.
    pub time: String,
    /// The name of the template; empty until the person chose one.
    pub template: String,
    /// Whether the template's agenda takes the place of one that the person edited.
    pub renews_agenda: bool,
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
    pub kind: NoteKind,
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

/// A topic as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicDraft {
    /// Its lasting name within the session.
    pub id: u16,
    /// What would help.
    pub words: String,
    /// How the seller will know that it helped.
    pub worked_if: String,
}

/// What a party prepares, as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preparing {
    /// For which session.
    pub session: SessionId,
    /// Who prepares.
    pub party: Party,
    /// What was there when this was put up, as a number.
    pub from: u64,
    /// What would help most; of the seller alone, as are the next two.
    pub topics: Vec<TopicDraft>,
    /// What is known about it, and how.
    pub evidence: Vec<(String, Source)>,
    /// What is better left alone.
    pub leave_alone: String,
    /// What is for this party alone.
    pub note: String,
    /// The places of those topics that are held back.
    pub held_topics: Vec<u16>,
    /// The places of those lines of evidence that are.
    pub held_evidence: Vec<u16>,
    /// Whether what is better left alone is held back.
    pub holds_leave: bool,
}

/// What a party answers at the close, as it was typed. What is chosen rather than typed is kept at
/// once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingDraft {
    /// Of which session.
    pub session: SessionId,
    /// Who answers.
    pub party: Party,
    /// What to keep.
    pub keep: String,
    /// What to change.
    pub change: String,
}

/// What a seller writes to ask for a session, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asking {
    /// The manager's name.
    pub manager: String,
    /// The seller's own name.
    pub own_name: String,
    /// What would help most.
    pub topic: String,
    /// When it would suit.
    pub wish: String,
}

/// Under how many links what was typed is kept until they are taken in or left.
pub const REPLY_DRAFT_LIMIT: usize = 8;

/// What somebody who was invited wrote under the link, as it was typed, before it is taken in. Of the link
/// there is nothing in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyDraft {
    /// To which session, by a fingerprint of its name.
    pub to: u64,
    /// What would help most.
    pub topic: String,
    /// When it would suit.
    pub wish: String,
    /// Whether another time is asked for.
    pub other_time: bool,
}

/// Which screen is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// The list of sessions.
    #[default]
    Home,
    /// The page of one seller: the sessions of the two, and what they promised each other.
    Pair(PairId),
    /// The form that sets the stage.
    Plan(Draft),
    /// One session: planned, on, or over, whichever it is.
    Session(SessionId),
    /// The agenda of a planned session, opened for editing.
    Agenda(SessionId),
    /// The screen goes to that party, who says so before it goes on.
    HandOver(SessionId, Party),
    /// A party prepares.
    Prepare(Preparing),
    /// A party answers at the close.
    Close(ClosingDraft),
    /// What goes out of that session to the other party.
    Share(SessionId),
    /// A seller asks for a session.
    Ask(Asking),
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
    /// The question that is shown, by the name under which it is kept once it was asked. Where there is
    /// none, or it was asked meanwhile, the first one that was not asked is shown.
    pub question: Option<Text>,
    /// What is being answered to links, the one that was typed last at the end; at most [`REPLY_DRAFT_LIMIT`].
    pub replies: Vec<ReplyDraft>,
}
