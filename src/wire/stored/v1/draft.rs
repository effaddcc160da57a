//! The stored form of drafts: typed text that is not part of a session yet.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, hex_form, hex_number, is_unset};
use super::words::{KindDto, PartyDto, SourceDto};
use crate::domain::draft::{
    AnswerDraft, CloseDraft, Content, DRAFT_EVIDENCE, DRAFT_TOPICS, Draft, LineDraft, PlanDraft,
    PreparationDraft, RequestDraft, TopicDraft,
};
use crate::domain::evidence::Source;
use crate::domain::note::NoteId;
use crate::domain::time::Instant;
use crate::wire::stored::list::List;

/// The stored form of a draft, text that is typed and not kept yet. `changed` is the instant of its last
/// change in milliseconds since 1970-01-01, UTC. `typed` is left out until the person typed or chose
/// something.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftDto {
    changed: i64,
    #[serde(default, skip_serializing_if = "is_unset")]
    typed: bool,
    content: ContentDto,
}

/// The stored form of the typed text of a draft, by the form in which it is typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum ContentDto {
    Plan(PlanDto),
    Preparation(PreparationDto),
    Close(CloseDto),
    Line(LineDto),
    Request(RequestDto),
    Answer(AnswerDto),
}

impl From<&Draft> for DraftDto {
    fn from(Draft { changed, is_typed, content }: &Draft) -> Self {
        let content = match content {
            Content::Plan(plan) => ContentDto::Plan(plan.into()),
            Content::Preparation(preparation) => ContentDto::Preparation(preparation.into()),
            Content::Close(close) => ContentDto::Close(close.into()),
            Content::Line(line) => ContentDto::Line(line.into()),
            Content::Request(request) => ContentDto::Request(request.into()),
            Content::Answer(answer) => ContentDto::Answer(answer.into()),
        };
        Self { changed: changed.0, typed: *is_typed, content }
    }
}

impl TryFrom<DraftDto> for Draft {
    type Error = Invalid;

    fn try_from(DraftDto { changed, typed, content }: DraftDto) -> Result<Self, Invalid> {
        let content = match content {
            ContentDto::Plan(plan) => Content::Plan(plan.into()),
            ContentDto::Preparation(preparation) => Content::Preparation(preparation.try_into()?),
            ContentDto::Close(close) => Content::Close(close.into()),
            ContentDto::Line(line) => Content::Line(line.into()),
            ContentDto::Request(request) => Content::Request(request.into()),
            ContentDto::Answer(answer) => Content::Answer(answer.into()),
        };
        Ok(Self { changed: Instant(changed), is_typed: typed, content })
    }
}

/// The stored form of a [`PlanDraft`]: the fields that plan a session, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PlanDto {
    seller: String,
    #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
    coaching_type: String,
    #[serde(default, rename = "new_agenda", skip_serializing_if = "is_unset")]
    renews_agenda: bool,
    date: String,
    time: String,
    minutes: String,
    place: String,
    own_name: String,
    defaults_open: bool,
}

impl From<&PlanDraft> for PlanDto {
    fn from(draft: &PlanDraft) -> Self {
        let PlanDraft { seller, date, time, coaching_type, minutes, place, own_name, .. } = draft.clone();
        let PlanDraft { renews_agenda, defaults_open, .. } = *draft;
        Self { seller, coaching_type, renews_agenda, date, time, minutes, place, own_name, defaults_open }
    }
}

impl From<PlanDto> for PlanDraft {
    fn from(form: PlanDto) -> Self {
        let PlanDto {
            seller,
            coaching_type,
            renews_agenda,
            date,
            time,
            minutes,
            place,
            own_name,
            defaults_open,
        } = form;
        Self { seller, date, time, coaching_type, renews_agenda, minutes, place, own_name, defaults_open }
    }
}

/// The stored form of a [`PreparationDraft`]: one party's preparation, as typed. `from` is a fingerprint in
/// hexadecimal digits.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PreparationDto {
    from: String,
    topics: List<TopicDto, DRAFT_TOPICS>,
    evidence: List<EvidenceDto, DRAFT_EVIDENCE>,
    leave_alone: String,
    note: String,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    held_topics: List<u16, DRAFT_TOPICS>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    held_evidence: List<u16, DRAFT_EVIDENCE>,
    #[serde(default, skip_serializing_if = "is_unset")]
    holds_leave: bool,
}

/// The stored form of a [`TopicDraft`]: a topic in a preparation, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TopicDto {
    id: u16,
    words: String,
    worked_if: String,
}

/// The stored form of a line of evidence in a preparation: a fact as typed, and its source.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EvidenceDto {
    source: SourceDto,
    words: String,
}

impl From<&PreparationDraft> for PreparationDto {
    fn from(draft: &PreparationDraft) -> Self {
        let topic = |topic: &TopicDraft| {
            let TopicDraft { id, words, worked_if } = topic.clone();
            TopicDto { id, words, worked_if }
        };
        let evidence = |(words, source): &(String, Source)| EvidenceDto {
            source: (*source).into(),
            words: words.clone(),
        };
        Self {
            from: hex_form(draft.from),
            topics: List(draft.topics.iter().map(topic).collect()),
            evidence: List(draft.evidence.iter().map(evidence).collect()),
            leave_alone: draft.leave_alone.clone(),
            note: draft.note.clone(),
            held_topics: List(draft.held_topics.clone()),
            held_evidence: List(draft.held_evidence.clone()),
            holds_leave: draft.holds_leave,
        }
    }
}

impl TryFrom<PreparationDto> for PreparationDraft {
    type Error = Invalid;

    fn try_from(form: PreparationDto) -> Result<Self, Invalid> {
        let topic = |TopicDto { id, words, worked_if }| TopicDraft { id, words, worked_if };
        let evidence = |EvidenceDto { source, words }| (words, source.into());
        Ok(Self {
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

/// The stored form of a [`CloseDraft`]: the answers at the close that a party types. Chosen answers are no
/// draft.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct CloseDto {
    keep: String,
    change: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    from_keep: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    from_change: String,
}

impl From<&CloseDraft> for CloseDto {
    fn from(draft: &CloseDraft) -> Self {
        let CloseDraft { from: (from_keep, from_change), keep, change } = draft.clone();
        Self { keep, change, from_keep, from_change }
    }
}

impl From<CloseDto> for CloseDraft {
    fn from(CloseDto { keep, change, from_keep, from_change }: CloseDto) -> Self {
        Self { from: (from_keep, from_change), keep, change }
    }
}

/// The stored form of a [`LineDraft`]: the line in which a note is written or changed, as typed.
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

impl From<&LineDraft> for LineDto {
    fn from(draft: &LineDraft) -> Self {
        let LineDraft { kind, note, by, words, first_step, when, is_open } = draft.clone();
        let (note, by) = (note.map(|note| note.0), by.map(PartyDto::from));
        Self { kind: kind.into(), note, by, words, first_step, when, open: is_open }
    }
}

impl From<LineDto> for LineDraft {
    fn from(LineDto { kind, note, by, words, first_step, when, open }: LineDto) -> Self {
        let (note, by) = (note.map(NoteId), by.map(PartyDto::into));
        Self { kind: kind.into(), note, by, words, first_step, when, is_open: open }
    }
}

/// The stored form of a [`RequestDraft`]: a seller's request for a session, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RequestDto {
    manager: String,
    own_name: String,
    topic: String,
    wish: String,
}

impl From<&RequestDraft> for RequestDto {
    fn from(draft: &RequestDraft) -> Self {
        let RequestDraft { manager, own_name, topic, wish } = draft.clone();
        Self { manager, own_name, topic, wish }
    }
}

impl From<RequestDto> for RequestDraft {
    fn from(RequestDto { manager, own_name, topic, wish }: RequestDto) -> Self {
        Self { manager, own_name, topic, wish }
    }
}

/// The stored form of an [`AnswerDraft`]: a seller's answer to an invitation, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AnswerDto {
    topic: String,
    wish: String,
    other_time: bool,
}

impl From<&AnswerDraft> for AnswerDto {
    fn from(draft: &AnswerDraft) -> Self {
        let AnswerDraft { topic, wish, other_time } = draft.clone();
        Self { topic, wish, other_time }
    }
}

impl From<AnswerDto> for AnswerDraft {
    fn from(AnswerDto { topic, wish, other_time }: AnswerDto) -> Self {
        Self { topic, wish, other_time }
    }
}
