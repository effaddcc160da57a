//! Drafts: typed texts that are neither part of a session nor sent yet. Each draft is stored apart from the
//! screen that shows the draft.
//!
//! A draft belongs to one writer in one browser. It is never merged or sent. The file of everything contains
//! drafts; opening that file offers them.

use super::agenda::{ITEM_LIMIT, ItemField, ItemId};
use super::evidence::{EVIDENCE_LIMIT, Source};
use super::id::PairId;
use super::note::{NoteKind, NoteLine, Readers};
use super::party::Party;
use super::time::{Instant, Span};
use super::topic::TOPIC_LIMIT;
pub use listed::ListedDraft;
pub use purpose::Purpose;
pub use quarter::{DRAFT_ENTRIES, DRAFT_HOURS, HourDraft, MoveDraft, QuarterDraft, key_of};

mod listed;
mod purpose;
mod quarter;

/// Lifetime of a draft after its last change: 30 days. Then the person is told, and the draft is dropped at a start
/// after [`EXPIRY_NOTICE`].
pub const DRAFT_KEPT: Span = Span(30 * 24 * 60 * 60 * 1000);

/// Time between the notice of an expired draft and the first start that drops it: a day. A clock that was wrong for one
/// start drops nothing.
pub const EXPIRY_NOTICE: Span = Span(24 * 60 * 60 * 1000);

/// Upper bound on the topics of a preparation's draft: the shared ones and the held-back ones, typed here and
/// kept elsewhere.
pub const DRAFT_TOPICS: usize = 4 * TOPIC_LIMIT;

/// Upper bound on the lines of evidence of a preparation's draft: the shared ones and the held-back ones,
/// typed here and kept elsewhere.
pub const DRAFT_EVIDENCE: usize = 4 * EVIDENCE_LIMIT;

/// Upper bound on the texts of an agenda's draft. Items that other windows removed leave some behind.
pub const DRAFT_ITEM_TEXTS: usize = 4 * ITEM_LIMIT;

/// A draft: text that is typed and not kept yet. Each window of the browser has its own drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Instant of the last change of the draft; the draft expires [`DRAFT_KEPT`] later.
    pub changed: Instant,
    /// True once the person typed or chose something; false for a form that was opened and not touched.
    pub is_typed: bool,
    /// Fields of the form exactly as typed, legal or not.
    pub content: Content,
    /// Fields of the form as the draft began, or as the person was told of them since. A field that is still the
    /// same was not typed by the person, and is not written.
    pub from: Content,
}

/// The fields of a draft as typed; each variant belongs to one kind of [`Purpose`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Fields of the form that plans a session, for [`Purpose::Plan`] and [`Purpose::PlanOf`].
    Plan(PlanDraft),
    /// Fields of a party's preparation, for [`Purpose::Preparation`].
    Preparation(PreparationDraft),
    /// Typed answers of a party at the close, for [`Purpose::Close`].
    Close(CloseDraft),
    /// Fields of a note that is being written, for [`Purpose::Line`].
    Line(LineDraft),
    /// Texts that items of an agenda cannot have, for [`Purpose::Agenda`].
    Agenda(AgendaDraft),
    /// Text of a single field, for [`Purpose::Noted`], [`Purpose::OwnName`] and [`Purpose::Pasted`].
    Text(TextDraft),
    /// A line for the next session, for [`Purpose::CameUp`].
    Listed(ListedDraft),
    /// Fields of a seller's request for a session, for [`Purpose::Request`].
    Request(RequestDraft),
    /// Fields of a seller's answer to an invitation, for [`Purpose::Answer`].
    Answer(AnswerDraft),
    /// Fields of the form that books a quarter, for [`Purpose::Quarter`].
    Quarter(QuarterDraft),
}

/// The fields of the form with which a manager plans a session, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanDraft {
    /// Name of the seller as the manager typed it; may be empty.
    pub seller: String,
    /// Pair with the seller whom the manager chose; `None` for a typed name.
    pub pair: Option<PairId>,
    /// Date of the session, `YYYY-MM-DD` once complete.
    pub date: String,
    /// Time of day at which the session begins, `HH:MM` once complete.
    pub time: String,
    /// Id of the chosen coaching type; empty until the manager chooses one.
    pub coaching_type: String,
    /// Fingerprint of the edited agenda that the manager chose to replace by the one of the newly chosen coaching type;
    /// `None` if the edited one stays.
    pub renews_agenda: Option<u32>,
    /// Length of the session in minutes, as the manager typed it.
    pub minutes: String,
    /// Room or meeting link of the session, as the manager typed it; may be empty.
    pub place: String,
    /// Name of the manager as the manager typed it; may be empty.
    pub own_name: String,
    /// True while the form shows the fields that have defaults. The manager toggles them; an error in one of
    /// them, or a change of a planned session, opens them.
    pub defaults_open: bool,
}

/// The preparation of one party for a session, as typed. The manager's preparation has a private note alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreparationDraft {
    /// Topics of the seller, shared and held back.
    pub topics: Vec<TopicDraft>,
    /// Lines of evidence of the seller, shared and held back: the fact as typed, and its source.
    pub evidence: Vec<(String, Source)>,
    /// Subject that the seller wants left alone in the session; may be empty.
    pub leave_alone: String,
    /// Private note of the party, which no other party sees; may be empty.
    pub note: String,
    /// Indexes in `topics`, from 0, of the topics that the seller holds back from the manager.
    pub held_topics: Vec<u16>,
    /// Indexes in `evidence`, from 0, of the lines that the seller holds back from the manager.
    pub held_evidence: Vec<u16>,
    /// True if the seller holds the subject in `leave_alone` back from the manager.
    pub holds_leave: bool,
}

impl PreparationDraft {
    /// Returns the typed texts that are not held back, trimmed and in the order of the fields, without the blank ones.
    pub fn shared_texts(&self) -> impl Iterator<Item = &str> {
        let topics = (0..).zip(&self.topics).filter(|(at, _)| !self.held_topics.contains(at));
        let topics = topics.flat_map(|(_, topic)| [&*topic.words, &*topic.worked_if]);
        let evidence = (0..).zip(&self.evidence).filter(|(at, _)| !self.held_evidence.contains(at));
        let leave = (!self.holds_leave).then_some(&*self.leave_alone);
        let texts = topics.chain(evidence.map(|(_, (words, _))| &**words)).chain(leave);
        texts.map(str::trim).filter(|text| !text.is_empty())
    }
}

/// A topic that the seller is typing in the preparation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicDraft {
    /// Id of the topic, unique within its session.
    pub id: u16,
    /// Help that the seller wishes for, as typed; may be empty.
    pub words: String,
    /// Seller's measure of success for the topic, as typed; may be empty.
    pub worked_if: String,
}

/// The typed answers of a party at the close. Chosen answers are stored at once and are no draft.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CloseDraft {
    /// Things to do differently in the next session, as typed; may be empty.
    pub differently: String,
}

/// The line of the session's screen in which a note is written or changed, as typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineDraft {
    /// Kind of the note that the line writes: a next step, a parked note or a shared note.
    pub kind: NoteKind,
    /// Party that makes the next step or raised the parked note; `None` until one is chosen, and for a shared
    /// note.
    pub by: Option<Party>,
    /// Words of the note, as typed; may be empty.
    pub words: String,
    /// First small step of a next step, as typed; unused for other kinds of notes.
    pub first_step: String,
    /// Moment by which a next step is kept, as typed; unused for other kinds of notes.
    pub when: String,
    /// Date by which a next step is kept, `YYYY-MM-DD` once complete; unused for other kinds of notes.
    pub on: String,
    /// People for whom a note of the kind [`NoteKind::Shared`] is written, new or changed; unused for any other kind.
    pub readers: Readers,
    /// True while the line is visible. A line that another one replaced is closed, and keeps its text.
    pub is_open: bool,
}

/// The texts typed in the agenda editor that items cannot have. All other texts are in the items at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgendaDraft {
    /// Refused texts, at most one for each field of an item, in the order of typing.
    pub texts: Vec<ItemText>,
}

/// A text that an agenda item cannot have, letter for letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemText {
    /// Item into which the text was typed.
    pub item: ItemId,
    /// Field of the item into which the text was typed.
    pub field: ItemField,
    /// Typed text, such as a name that is too long.
    pub text: String,
}

/// The text of a single field, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextDraft {
    /// Words in the field, such as a topic that is too long to be noted.
    pub words: String,
}

/// The form with which a seller asks a manager for a session, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestDraft {
    /// Name of the manager whom the seller asks, as the seller typed it.
    pub manager: String,
    /// Name of the seller, as the seller typed it.
    pub own_name: String,
    /// Topic that would help the seller most, as typed; may be empty. Only the names are required.
    pub topic: String,
    /// Time that would suit the seller, in the seller's words; may be empty.
    pub wish: String,
}

/// A seller's answer to an invitation, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerDraft {
    /// Topic that would help the seller most, as typed; may be empty.
    pub topic: String,
    /// Time that would suit the seller better, in the seller's words; may be empty.
    pub wish: String,
    /// True if the seller chose to ask for another time than that of the invitation.
    pub other_time: bool,
    /// Id of the coaching type that fits the topic; empty unless the seller chose one.
    pub about: String,
    /// Text code of the invitation, so that the answer is found again without the link; empty for an invitation that
    /// fits no link.
    pub link: String,
}

/// A type of typed text that a draft can hold; one for each variant of [`Content`].
pub trait Typed: Into<Content> {
    /// Returns the typed text in `content`; `None` if `content` holds another type of text.
    fn of(content: &Content) -> Option<&Self>;

    /// Returns the typed text in `content` for editing; `None` if `content` holds another type of text.
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
    Agenda: AgendaDraft;
    Text: TextDraft;
    Listed: ListedDraft;
    Request: RequestDraft;
    Answer: AnswerDraft;
    Quarter: QuarterDraft;
}

impl PlanDraft {
    /// Returns the typed texts of the form, in the order of its fields.
    #[must_use]
    pub fn texts(&self) -> [&str; 6] {
        [&self.seller, &self.date, &self.time, &self.minutes, &self.place, &self.own_name]
    }
}

impl LineDraft {
    /// Returns the typed texts of the line: the words, the first step, the time and the date.
    #[must_use]
    pub fn texts(&self) -> [&str; 4] {
        [&self.words, &self.first_step, &self.when, &self.on]
    }

    /// Returns true if the note is for the manager alone.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        self.kind == NoteKind::Shared && self.readers == Readers::ManagerAlone
    }

    /// Returns true if the line holds a text that is not in `from`, the line as it began.
    #[must_use]
    pub fn holds_more(&self, from: &Self) -> bool {
        let mut texts = self.texts().into_iter().zip(from.texts());
        texts.any(|(typed, before)| !typed.trim().is_empty() && typed.trim() != before.trim())
    }

    /// Returns an empty, closed line for a new note of the kind.
    #[must_use]
    pub fn of(kind: NoteKind) -> Self {
        let empty = String::new;
        let (words, first_step, when, on) = (empty(), empty(), empty(), empty());
        Self { kind, by: None, words, first_step, when, on, readers: Readers::Both, is_open: false }
    }
}

impl Content {
    /// Returns true if both drafts hold the same typed texts.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        self.texts().eq(other.texts())
    }

    /// Returns the typed texts of the draft, trimmed and in the order of the fields, without the blank ones.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let texts: Vec<&str> = match self {
            Self::Plan(plan) => plan.texts().to_vec(),
            Self::Preparation(sheet) => {
                let topics = sheet.topics.iter().flat_map(|topic| [&*topic.words, &*topic.worked_if]);
                let evidence = sheet.evidence.iter().map(|(words, _)| &**words);
                topics.chain(evidence).chain([&*sheet.leave_alone, &*sheet.note]).collect()
            }
            Self::Close(close) => vec![&close.differently],
            Self::Line(line) => line.texts().to_vec(),
            Self::Agenda(agenda) => agenda.texts.iter().map(|typed| &*typed.text).collect(),
            Self::Text(text) => vec![&text.words],
            Self::Listed(line) => vec![&line.words],
            Self::Request(request) => {
                vec![&request.manager, &request.own_name, &request.topic, &request.wish]
            }
            Self::Answer(answer) => vec![&answer.topic, &answer.wish],
            Self::Quarter(quarter) => quarter.texts().to_vec(),
        };
        texts.into_iter().map(str::trim).filter(|text| !text.is_empty())
    }
}

impl Draft {
    /// Returns true if the person typed in the draft, and some text of it is left.
    #[must_use]
    pub fn holds_text(&self) -> bool {
        self.is_typed && self.content.texts().next().is_some()
    }

    /// Returns true if the content of the draft is of the type that the purpose asks for.
    #[must_use]
    pub fn fits(&self, purpose: Purpose) -> bool {
        if let (Content::Line(line), Purpose::Line(_, of)) = (&self.content, purpose) {
            return match of {
                NoteLine::New(kind) => kind == line.kind,
                NoteLine::Differently => line.kind == NoteKind::Parked,
                NoteLine::Of(..) => true,
            };
        }
        matches!(
            (&self.content, purpose),
            (Content::Plan(_), Purpose::Plan | Purpose::PlanOf(_))
                | (Content::Preparation(_), Purpose::Preparation(..))
                | (Content::Close(_), Purpose::Close(..))
                | (Content::Agenda(_), Purpose::Agenda(_))
                | (Content::Text(_), Purpose::Noted(_) | Purpose::OwnName | Purpose::Pasted)
                | (Content::Listed(_), Purpose::CameUp(_))
                | (Content::Request(_), Purpose::Request)
                | (Content::Answer(_), Purpose::Answer(_))
                | (Content::Quarter(_), Purpose::Quarter)
        )
    }

    /// Returns true if the draft was last changed longer than `kept` before `now`. A draft from the
    /// future, written before a clock was set back, is kept.
    #[must_use]
    pub fn is_expired(&self, now: Instant, kept: Span) -> bool {
        now.since(self.changed) > kept
    }
}
