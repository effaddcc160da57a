//! Drafts: typed texts that are neither part of a session nor sent yet. Each draft is stored apart from the screen
//! that shows the draft.
//!
//! A draft belongs to one writer in one browser. It is never merged or sent. The file of everything contains
//! drafts; opening that file ignores them.

use super::evidence::Source;
use super::id::SessionId;
use super::note::{NoteId, NoteKind};
use super::party::Party;
use super::time::{Instant, Span};

/// Lifetime of a draft after its last change: 30 days.
pub const DRAFT_KEPT: Span = Span(30 * 24 * 60 * 60 * 1000);

/// The purpose of a draft. A writer has at most one draft for each purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// The form that plans a new session.
    Plan,
    /// The form that changes the plan of this session, or plans this requested session.
    PlanOf(SessionId),
    /// The preparation of a party for a session.
    Preparation(SessionId, Party),
    /// The answers of a party at the close of a session.
    Close(SessionId, Party),
    /// The line in which a note of a session is written.
    Line(SessionId),
    /// A seller's request for a session.
    Request,
    /// The answer to an invitation, by the fingerprint of its session's id: a draft says nothing of an
    /// invitation that nobody accepted.
    Answer(u64),
}

/// A text that is not kept yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The instant of the last change.
    pub changed: Instant,
    /// The typed text, letter for letter.
    pub content: Content,
}

/// The typed text of a draft, by the kind of its purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// For [`Purpose::Plan`] and [`Purpose::PlanOf`].
    Plan(PlanDraft),
    /// For [`Purpose::Preparation`].
    Preparation(PreparationDraft),
    /// For [`Purpose::Close`].
    Close(CloseDraft),
    /// For [`Purpose::Line`].
    Line(LineDraft),
    /// For [`Purpose::Request`].
    Request(RequestDraft),
    /// For [`Purpose::Answer`].
    Answer(AnswerDraft),
}

/// The form that plans a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// The seller's name.
    pub seller: String,
    /// The date, `YYYY-MM-DD` once complete.
    pub date: String,
    /// The time of day, `HH:MM` once complete.
    pub time: String,
    /// The id of the coaching type; empty until one is chosen.
    pub coaching_type: String,
    /// True if the person chose that the agenda of the new type replaces the edited one.
    pub renews_agenda: bool,
    /// The length in minutes.
    pub minutes: String,
    /// The room, or the link of a meeting.
    pub place: String,
    /// The manager's own name.
    pub own_name: String,
    /// True if the line of defaults is unfolded.
    pub defaults_open: bool,
}

/// The preparation of a party. The manager has a private note alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreparationDraft {
    /// Fingerprint of the preparation from which the draft began.
    pub from: u64,
    /// The topics.
    pub topics: Vec<TopicDraft>,
    /// The lines of evidence, and their sources.
    pub evidence: Vec<(String, Source)>,
    /// Matters that are better left alone.
    pub leave_alone: String,
    /// The private note.
    pub note: String,
    /// Indexes of the topics that are held back, from 0.
    pub held_topics: Vec<u16>,
    /// Indexes of the lines of evidence that are held back, from 0.
    pub held_evidence: Vec<u16>,
    /// True if the matters to leave alone are held back.
    pub holds_leave: bool,
}

/// A topic.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicDraft {
    /// The topic's id within the session.
    pub id: u16,
    /// The help that the seller wishes for.
    pub words: String,
    /// The seller's measure of success for the topic.
    pub worked_if: String,
}

/// The answers of a party at the close. Chosen answers are kept at once; these are the typed ones.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CloseDraft {
    /// Things to keep for the next session.
    pub keep: String,
    /// Things to do differently in the next session.
    pub change: String,
}

/// The line in which a note is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// The kind of the note.
    pub kind: NoteKind,
    /// The note that the line changes; `None` for a new one.
    pub note: Option<NoteId>,
    /// The party that promises, or raised the note.
    pub by: Option<Party>,
    /// The words.
    pub words: String,
    /// The first small step of a promise.
    pub first_step: String,
    /// The time by which a promise is kept.
    pub when: String,
    /// True while the line is visible. A closed line keeps its text.
    pub is_open: bool,
}

/// A seller's request for a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestDraft {
    /// The manager's name.
    pub manager: String,
    /// The seller's own name.
    pub own_name: String,
    /// The topic that would help most.
    pub topic: String,
    /// A time that would suit.
    pub wish: String,
}

/// The answer to an invitation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerDraft {
    /// The topic that would help most.
    pub topic: String,
    /// A time that would suit.
    pub wish: String,
    /// True if the seller asks for another time.
    pub other_time: bool,
}

/// A kind of typed text.
pub trait Typed: Into<Content> {
    /// Returns the text if `content` is of this kind.
    fn of(content: &Content) -> Option<&Self>;

    /// Returns the text for editing, if `content` is of this kind.
    fn of_mut(content: &mut Content) -> Option<&mut Self>;
}

macro_rules! kinds {
    ($($variant:ident: $kind:ty;)+) => {$(
        impl From<$kind> for Content {
            fn from(typed: $kind) -> Self {
                Self::$variant(typed)
            }
        }

        impl Typed for $kind {
            fn of(content: &Content) -> Option<&Self> {
                match content {
                    Content::$variant(typed) => Some(typed),
                    _ => None,
                }
            }

            fn of_mut(content: &mut Content) -> Option<&mut Self> {
                match content {
                    Content::$variant(typed) => Some(typed),
                    _ => None,
                }
            }
        }
    )+};
}

kinds! {
    Plan: PlanDraft;
    Preparation: PreparationDraft;
    Close: CloseDraft;
    Line: LineDraft;
    Request: RequestDraft;
    Answer: AnswerDraft;
}

impl LineDraft {
    /// Returns an empty, closed line for a new note of the kind.
    #[must_use]
    pub fn of(kind: NoteKind) -> Self {
        let empty = String::new;
        Self {
            kind,
            note: None,
            by: None,
            words: empty(),
            first_step: empty(),
            when: empty(),
            is_open: false,
        }
    }
}

impl Purpose {
    /// Returns the purpose of the form for `session`: a planned or a requested one; `None` for a new one.
    #[must_use]
    pub fn plan(session: Option<SessionId>) -> Self {
        session.map_or(Self::Plan, Self::PlanOf)
    }
}

impl Draft {
    /// Returns true if the text is of the purpose's kind.
    #[must_use]
    pub fn fits(&self, purpose: Purpose) -> bool {
        matches!(
            (&self.content, purpose),
            (Content::Plan(_), Purpose::Plan | Purpose::PlanOf(_))
                | (Content::Preparation(_), Purpose::Preparation(..))
                | (Content::Close(_), Purpose::Close(..))
                | (Content::Line(_), Purpose::Line(_))
                | (Content::Request(_), Purpose::Request)
                | (Content::Answer(_), Purpose::Answer(_))
        )
    }

    /// Returns true if the last change is more than [`DRAFT_KEPT`] before `now`. A draft from the future,
    /// written before a clock was set back, is kept.
    #[must_use]
    pub fn is_expired(&self, now: Instant) -> bool {
        now.since(self.changed) > DRAFT_KEPT
    }
}
