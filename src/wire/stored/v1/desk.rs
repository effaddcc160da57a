//! The open screen of the device, and typed text that is not accepted yet.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, hex_form, hex_number, is_unset, maybe_text, pair_id, session_id, text_form};
use super::words::{KindDto, PartyDto, SourceDto};
use crate::domain::desk::{
    Asking, ClosingDraft, Desk, Draft, Line, Preparing, REPLY_DRAFT_LIMIT, ReplyDraft, Screen, TopicDraft,
};
use crate::domain::evidence::{EVIDENCE_LIMIT, Source};
use crate::domain::id::SessionId;
use crate::domain::note::NoteId;
use crate::domain::time::Instant;
use crate::domain::topic::TOPIC_LIMIT;
use crate::wire::stored::list::List;

/// The most topics that lie open: those that are shared, and those that are held back.
const TOPICS: usize = 2 * TOPIC_LIMIT;

/// The most lines of evidence that lie open.
const LINES: usize = 2 * EVIDENCE_LIMIT;

/// The open screen.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeskDto {
    screen: ScreenDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<LineDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    replies: List<ReplyDraftDto, REPLY_DRAFT_LIMIT>,
}

impl From<&Desk> for DeskDto {
    fn from(Desk { screen, seen, line, question, replies }: &Desk) -> Self {
        Self {
            screen: screen.into(),
            seen: seen.map(|seen| seen.0),
            line: line.as_ref().map(LineDto::from),
            question: text_form(question.as_ref()),
            replies: List::of(replies),
        }
    }
}

impl TryFrom<DeskDto> for Desk {
    type Error = Invalid;

    fn try_from(form: DeskDto) -> Result<Self, Invalid> {
        Ok(Self {
            screen: form.screen.try_into()?,
            seen: form.seen.map(Instant),
            line: form.line.map(Line::from),
            question: maybe_text(form.question, "question")?,
            replies: form.replies.values()?,
        })
    }
}

/// The screen, and what it shows.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum ScreenDto {
    Home,
    Pair(String),
    Plan(DraftDto),
    Session(String),
    Agenda(String),
    HandOver(HandOverDto),
    Prepare(PreparingDto),
    Close(ClosingDraftDto),
    Share(String),
    Ask(AskingDto),
}

/// The screen goes to a party.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct HandOverDto {
    session: String,
    party: PartyDto,
}

impl From<&Screen> for ScreenDto {
    fn from(screen: &Screen) -> Self {
        match screen {
            Screen::Home => Self::Home,
            Screen::Pair(id) => Self::Pair(id.to_string()),
            Screen::Plan(draft) => Self::Plan(draft.into()),
            Screen::Session(id) => Self::Session(id.to_string()),
            Screen::Agenda(id) => Self::Agenda(id.to_string()),
            Screen::HandOver(id, party) => {
                Self::HandOver(HandOverDto { session: id.to_string(), party: (*party).into() })
            }
            Screen::Prepare(preparing) => Self::Prepare(preparing.into()),
            Screen::Close(draft) => Self::Close(draft.into()),
            Screen::Share(id) => Self::Share(id.to_string()),
            Screen::Ask(asking) => Self::Ask(asking.into()),
        }
    }
}

impl TryFrom<ScreenDto> for Screen {
    type Error = Invalid;

    fn try_from(form: ScreenDto) -> Result<Self, Invalid> {
        Ok(match form {
            ScreenDto::Home => Self::Home,
            ScreenDto::Pair(id) => Self::Pair(pair_id(&id, "pair")?),
            ScreenDto::Plan(draft) => Self::Plan(draft.try_into()?),
            ScreenDto::Session(id) => Self::Session(session_id(&id, "session")?),
            ScreenDto::Agenda(id) => Self::Agenda(session_id(&id, "agenda")?),
            ScreenDto::HandOver(HandOverDto { session, party }) => {
                Self::HandOver(session_id(&session, "session")?, party.into())
            }
            ScreenDto::Prepare(preparing) => Self::Prepare(preparing.try_into()?),
            ScreenDto::Close(draft) => Self::Close(draft.try_into()?),
            ScreenDto::Share(id) => Self::Share(session_id(&id, "share")?),
            ScreenDto::Ask(asking) => Self::Ask(asking.into()),
        })
    }
}

/// The form that plans a session, as it was typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct DraftDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    session: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<String>,
    seller: String,
    #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
    template: String,
    #[serde(default, rename = "new_agenda", skip_serializing_if = "is_unset")]
    renews_agenda: bool,
    date: String,
    time: String,
    minutes: String,
    place: String,
    own_name: String,
    defaults_open: bool,
}

impl From<&Draft> for DraftDto {
    fn from(draft: &Draft) -> Self {
        Self {
            session: draft.session.map(|id| id.to_string()),
            asked: draft.asked.map(|id| id.to_string()),
            seller: draft.seller.clone(),
            template: draft.template.clone(),
            renews_agenda: draft.renews_agenda,
            date: draft.date.clone(),
            time: draft.time.clone(),
            minutes: draft.minutes.clone(),
            place: draft.place.clone(),
            own_name: draft.own_name.clone(),
            defaults_open: draft.defaults_open,
        }
    }
}

impl TryFrom<DraftDto> for Draft {
    type Error = Invalid;

    fn try_from(form: DraftDto) -> Result<Self, Invalid> {
        let id = |id: Option<String>, field| -> Result<Option<SessionId>, Invalid> {
            id.map(|id| session_id(&id, field)).transpose()
        };
        Ok(Self {
            session: id(form.session, "session")?,
            asked: id(form.asked, "asked")?,
            seller: form.seller,
            date: form.date,
            time: form.time,
            template: form.template,
            renews_agenda: form.renews_agenda,
            minutes: form.minutes,
            place: form.place,
            own_name: form.own_name,
            defaults_open: form.defaults_open,
        })
    }
}

/// The preparation of a party, as it was typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PreparingDto {
    session: String,
    party: PartyDto,
    from: String,
    topics: List<TopicDraftDto, TOPICS>,
    evidence: List<EvidenceDraftDto, LINES>,
    leave_alone: String,
    note: String,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    held_topics: List<u16, TOPICS>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    held_evidence: List<u16, LINES>,
    #[serde(default, skip_serializing_if = "is_unset")]
    holds_leave: bool,
}

/// A topic as it was typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TopicDraftDto {
    id: u16,
    words: String,
    worked_if: String,
}

/// A line of evidence as it was typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EvidenceDraftDto {
    source: SourceDto,
    words: String,
}

impl From<&Preparing> for PreparingDto {
    fn from(preparing: &Preparing) -> Self {
        let topic = |topic: &TopicDraft| TopicDraftDto {
            id: topic.id,
            words: topic.words.clone(),
            worked_if: topic.worked_if.clone(),
        };
        let evidence = |(words, source): &(String, Source)| EvidenceDraftDto {
            source: (*source).into(),
            words: words.clone(),
        };
        Self {
            session: preparing.session.to_string(),
            party: preparing.party.into(),
            from: hex_form(preparing.from),
            topics: List(preparing.topics.iter().map(topic).collect()),
            evidence: List(preparing.evidence.iter().map(evidence).collect()),
            leave_alone: preparing.leave_alone.clone(),
            note: preparing.note.clone(),
            held_topics: List(preparing.held_topics.clone()),
            held_evidence: List(preparing.held_evidence.clone()),
            holds_leave: preparing.holds_leave,
        }
    }
}

impl TryFrom<PreparingDto> for Preparing {
    type Error = Invalid;

    fn try_from(form: PreparingDto) -> Result<Self, Invalid> {
        let topic = |TopicDraftDto { id, words, worked_if }| TopicDraft { id, words, worked_if };
        let evidence = |EvidenceDraftDto { source, words }| (words, source.into());
        Ok(Self {
            session: session_id(&form.session, "session")?,
            party: form.party.into(),
            from: hex_number(&form.from, "from")?,
            topics: form.topics.0.into_iter().map(topic).collect(),
            evidence: form.evidence.0.into_iter().map(evidence).collect(),
            leave_alone: form.leave_alone,
            note: form.note,
            held_topics: form.held_topics.0,
            held_evidence: form.held_evidence.0,
            holds_leave: form.holds_leave,
        })
    }
}

/// The answers of a party at the close, as they were typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ClosingDraftDto {
    session: String,
    party: PartyDto,
    keep: String,
    change: String,
}

impl From<&ClosingDraft> for ClosingDraftDto {
    fn from(ClosingDraft { session, party, keep, change }: &ClosingDraft) -> Self {
        Self {
            session: session.to_string(),
            party: (*party).into(),
            keep: keep.clone(),
            change: change.clone(),
        }
    }
}

impl TryFrom<ClosingDraftDto> for ClosingDraft {
    type Error = Invalid;

    fn try_from(form: ClosingDraftDto) -> Result<Self, Invalid> {
        let ClosingDraftDto { session, party, keep, change } = form;
        Ok(Self { session: session_id(&session, "session")?, party: party.into(), keep, change })
    }
}

/// Typed text of a seller who asks for a session.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AskingDto {
    manager: String,
    own_name: String,
    topic: String,
    wish: String,
}

impl From<&Asking> for AskingDto {
    fn from(asking: &Asking) -> Self {
        let Asking { manager, own_name, topic, wish } = asking.clone();
        Self { manager, own_name, topic, wish }
    }
}

impl From<AskingDto> for Asking {
    fn from(AskingDto { manager, own_name, topic, wish }: AskingDto) -> Self {
        Self { manager, own_name, topic, wish }
    }
}

/// Typed answer to an invitation that is not taken in.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ReplyDraftDto {
    to: String,
    topic: String,
    wish: String,
    other_time: bool,
}

impl From<&ReplyDraft> for ReplyDraftDto {
    fn from(ReplyDraft { to, topic, wish, other_time }: &ReplyDraft) -> Self {
        Self { to: hex_form(*to), topic: topic.clone(), wish: wish.clone(), other_time: *other_time }
    }
}

impl TryFrom<ReplyDraftDto> for ReplyDraft {
    type Error = Invalid;

    fn try_from(form: ReplyDraftDto) -> Result<Self, Invalid> {
        let ReplyDraftDto { to, topic, wish, other_time } = form;
        Ok(Self { to: hex_number(&to, "to")?, topic, wish, other_time })
    }
}

/// The line that is being written down, as it was typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct LineDto {
    kind: KindDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<PartyDto>,
    words: String,
    first_step: String,
    when: String,
    open: bool,
}

impl From<&Line> for LineDto {
    fn from(line: &Line) -> Self {
        Self {
            kind: line.kind.into(),
            note: line.note.map(|note| note.0),
            by: line.by.map(PartyDto::from),
            words: line.words.clone(),
            first_step: line.first_step.clone(),
            when: line.when.clone(),
            open: line.is_open,
        }
    }
}

impl From<LineDto> for Line {
    fn from(form: LineDto) -> Self {
        Self {
            kind: form.kind.into(),
            note: form.note.map(NoteId),
            by: form.by.map(PartyDto::into),
            words: form.words,
            first_step: form.first_step,
            when: form.when,
            is_open: form.open,
        }
    }
}
