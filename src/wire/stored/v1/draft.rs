//! The stored form of drafts: typed text that is not part of a session yet.

use serde::{Deserialize, Serialize};

use super::asking::{AnswerDto, RequestDto};
use super::field::{Invalid, is_unset, session_id};
use super::quarter::QuarterDto;
use super::words::{KindDto, PartyDto, SourceDto};
use crate::domain::agenda::{ItemField, ItemId};
use crate::domain::draft::{
    AgendaDraft, CloseDraft, Content, DRAFT_EVIDENCE, DRAFT_ITEM_TEXTS, DRAFT_TOPICS, Draft, ItemText,
    LineDraft, ListedDraft, PlanDraft, PreparationDraft, TextDraft, TopicDraft,
};
use crate::domain::evidence::Source;
use crate::domain::id::PairId;
use crate::domain::note::Readers;
use crate::domain::time::Instant;
use crate::wire::stored::list::List;

/// The stored form of a draft, text that is typed and not kept yet. `changed` is the instant of its last
/// change in milliseconds since 1970-01-01, UTC. `typed` is left out until the person typed or chose
/// something. `from` holds the fields as the draft began; left out if they are those of `content`.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DraftDto {
    changed: i64,
    #[serde(default, skip_serializing_if = "is_unset")]
    typed: bool,
    content: ContentDto,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<ContentDto>,
}

/// The stored form of the typed text of a draft, by the form in which it is typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum ContentDto {
    Plan(PlanDto),
    Preparation(PreparationDto),
    Close(CloseDto),
    Line(LineDto),
    Agenda(AgendaDto),
    Text(TextDto),
    Listed(ListedDto),
    Request(RequestDto),
    Answer(AnswerDto),
    Quarter(QuarterDto),
}

impl From<&Content> for ContentDto {
    fn from(content: &Content) -> Self {
        match content {
            Content::Plan(plan) => Self::Plan(plan.into()),
            Content::Preparation(preparation) => Self::Preparation(preparation.into()),
            Content::Close(close) => Self::Close(close.into()),
            Content::Line(line) => Self::Line(line.into()),
            Content::Agenda(agenda) => Self::Agenda(agenda.into()),
            Content::Text(text) => Self::Text(TextDto { words: text.words.clone() }),
            Content::Listed(line) => Self::Listed(line.into()),
            Content::Request(request) => Self::Request(request.into()),
            Content::Answer(answer) => Self::Answer(answer.into()),
            Content::Quarter(quarter) => Self::Quarter(quarter.into()),
        }
    }
}

impl TryFrom<ContentDto> for Content {
    type Error = Invalid;

    fn try_from(content: ContentDto) -> Result<Self, Invalid> {
        Ok(match content {
            ContentDto::Plan(plan) => Self::Plan(plan.try_into()?),
            ContentDto::Preparation(preparation) => Self::Preparation(preparation.into()),
            ContentDto::Close(close) => Self::Close(close.into()),
            ContentDto::Line(line) => Self::Line(line.into()),
            ContentDto::Agenda(agenda) => Self::Agenda(agenda.into()),
            ContentDto::Text(TextDto { words }) => Self::Text(TextDraft { words }),
            ContentDto::Listed(line) => Self::Listed(line.try_into()?),
            ContentDto::Request(request) => Self::Request(request.into()),
            ContentDto::Answer(answer) => Self::Answer(answer.into()),
            ContentDto::Quarter(quarter) => Self::Quarter(quarter.try_into()?),
        })
    }
}

impl From<&Draft> for DraftDto {
    fn from(Draft { changed, is_typed, content, from }: &Draft) -> Self {
        let base = (from != content).then(|| from.into());
        Self { changed: changed.0, typed: *is_typed, content: content.into(), from: base }
    }
}

impl TryFrom<DraftDto> for Draft {
    type Error = Invalid;

    fn try_from(DraftDto { changed, typed, content, from }: DraftDto) -> Result<Self, Invalid> {
        let content = Content::try_from(content)?;
        let from = from.map_or_else(|| Ok(content.clone()), Content::try_from)?;
        if std::mem::discriminant(&from) != std::mem::discriminant(&content) {
            return Err(Invalid("from"));
        }
        Ok(Self { changed: Instant(changed), is_typed: typed, content, from })
    }
}

/// The stored form of a [`PlanDraft`]: the fields that plan a session, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PlanDto {
    seller: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pair: Option<String>,
    #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
    coaching_type: String,
    #[serde(rename = "new_agenda", skip_serializing_if = "Option::is_none")]
    renews_agenda: Option<u32>,
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
        let pair = draft.pair.map(|pair| pair.to_string());
        Self {
            seller,
            pair,
            coaching_type,
            renews_agenda,
            date,
            time,
            minutes,
            place,
            own_name,
            defaults_open,
        }
    }
}

impl TryFrom<PlanDto> for PlanDraft {
    type Error = Invalid;

    fn try_from(form: PlanDto) -> Result<Self, Invalid> {
        let pair = form.pair.map(|pair| PairId::parse(&pair).ok_or(Invalid("pair"))).transpose()?;
        Ok(Self {
            seller: form.seller,
            pair,
            date: form.date,
            time: form.time,
            coaching_type: form.coaching_type,
            renews_agenda: form.renews_agenda,
            minutes: form.minutes,
            place: form.place,
            own_name: form.own_name,
            defaults_open: form.defaults_open,
        })
    }
}

/// The stored form of a [`PreparationDraft`]: one party's preparation, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PreparationDto {
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

impl From<PreparationDto> for PreparationDraft {
    fn from(form: PreparationDto) -> Self {
        let topic = |TopicDto { id, words, worked_if }| TopicDraft { id, words, worked_if };
        let evidence = |EvidenceDto { source, words }| (words, source.into());
        Self {
            topics: form.topics.0.into_iter().map(topic).collect(),
            evidence: form.evidence.0.into_iter().map(evidence).collect(),
            leave_alone: form.leave_alone,
            note: form.note,
            held_topics: form.held_topics.0,
            held_evidence: form.held_evidence.0,
            holds_leave: form.holds_leave,
        }
    }
}

/// The stored form of a [`CloseDraft`]: the answers at the close that a party types. Chosen answers are no
/// draft.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct CloseDto {
    differently: String,
}

impl From<&CloseDraft> for CloseDto {
    fn from(draft: &CloseDraft) -> Self {
        let CloseDraft { differently } = draft.clone();
        Self { differently }
    }
}

impl From<CloseDto> for CloseDraft {
    fn from(CloseDto { differently }: CloseDto) -> Self {
        Self { differently }
    }
}

/// The stored form of a [`LineDraft`]: the line in which a note is written or changed, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct LineDto {
    kind: KindDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<PartyDto>,
    words: String,
    first_step: String,
    when: String,
    on: String,
    #[serde(default, skip_serializing_if = "is_unset")]
    alone: bool,
    open: bool,
}

impl From<&LineDraft> for LineDto {
    fn from(draft: &LineDraft) -> Self {
        let LineDraft { kind, by, words, first_step, when, on, readers, is_open } = draft.clone();
        let alone = readers == Readers::ManagerAlone;
        let (kind, by) = (kind.into(), by.map(PartyDto::from));
        Self { kind, by, words, first_step, when, on, alone, open: is_open }
    }
}

impl From<LineDto> for LineDraft {
    fn from(LineDto { kind, by, words, first_step, when, on, alone, open }: LineDto) -> Self {
        let readers = if alone { Readers::ManagerAlone } else { Readers::Both };
        Self {
            kind: kind.into(),
            by: by.map(PartyDto::into),
            words,
            first_step,
            when,
            on,
            readers,
            is_open: open,
        }
    }
}

/// The stored form of an [`AgendaDraft`]: texts that items of an agenda cannot have.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AgendaDto {
    texts: List<ItemTextDto, DRAFT_ITEM_TEXTS>,
}

/// The stored form of an [`ItemText`]: a text that an agenda item cannot have, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ItemTextDto {
    item: u16,
    field: ItemFieldDto,
    text: String,
}

/// The stored form of a field of an agenda item.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum ItemFieldDto {
    Title,
    Minutes,
}

impl From<&AgendaDraft> for AgendaDto {
    fn from(draft: &AgendaDraft) -> Self {
        let text = |typed: &ItemText| {
            let field = match typed.field {
                ItemField::Title => ItemFieldDto::Title,
                ItemField::Minutes => ItemFieldDto::Minutes,
            };
            ItemTextDto { item: typed.item.0, field, text: typed.text.clone() }
        };
        Self { texts: List(draft.texts.iter().map(text).collect()) }
    }
}

impl From<AgendaDto> for AgendaDraft {
    fn from(AgendaDto { texts }: AgendaDto) -> Self {
        let text = |ItemTextDto { item, field, text }| {
            let field = match field {
                ItemFieldDto::Title => ItemField::Title,
                ItemFieldDto::Minutes => ItemField::Minutes,
            };
            ItemText { item: ItemId(item), field, text }
        };
        Self { texts: texts.0.into_iter().map(text).collect() }
    }
}

/// The stored form of a [`TextDraft`]: the text of one field, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TextDto {
    words: String,
}

/// The stored form of a [`ListedDraft`]: a line for the next session, as typed.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct ListedDto {
    words: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    changes: Option<String>,
    #[serde(default, skip_serializing_if = "is_unset")]
    held: bool,
}

impl From<&ListedDraft> for ListedDto {
    fn from(ListedDraft { words, changes, is_held }: &ListedDraft) -> Self {
        Self { words: words.clone(), changes: changes.map(|line| line.to_string()), held: *is_held }
    }
}

impl TryFrom<ListedDto> for ListedDraft {
    type Error = Invalid;

    fn try_from(ListedDto { words, changes, held }: ListedDto) -> Result<Self, Invalid> {
        let changes = changes.map(|line| session_id(&line, "changes")).transpose()?;
        Ok(Self { words, changes, is_held: held })
    }
}
