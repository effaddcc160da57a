//! The stored form of the preparation of the two: the seller's half, readiness, and the private record of a
//! party.

use serde::{Deserialize, Serialize};

use super::closing::ClosingDto;
use super::evidence::EvidenceDto;
use super::field::{Invalid, hex_form, hex_number, is_unset, maybe_text, text, text_form};
use super::note::{CarriedDto, NoteDto, StatusDto};
use super::standing::EnteredByDto;
use super::stated::{StatedDto, TimeAnswerDto, ZoneAtDto};
use super::words::{ChecklistLineDto, SentByDto, SentKindDto};
use crate::domain::closing::Closing;
use crate::domain::evidence::EVIDENCE_LIMIT;
use crate::domain::half::{SellerHalf, TimeAnswer};
use crate::domain::note::{CARRIED_LIMIT, NOTE_LIMIT, STATUS_LIMIT};
use crate::domain::phrase::Wording;
use crate::domain::private::{Entered, Held, MOVED_LIMIT, Private, TICK_LIMIT};
use crate::domain::readiness::Readiness;
use crate::domain::sent::{Sent, Stated};
use crate::domain::time::Instant;
use crate::domain::topic::{TOPIC_LIMIT, Topic};
use crate::domain::zone::ZoneAt;
use crate::wire::stored::list::List;

/// The stored form of a readiness: its instant in milliseconds since 1970-01-01, UTC, and
/// the fingerprint of the plan in hexadecimal digits.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReadyDto {
    at: i64,
    plan: String,
}

impl From<Readiness> for ReadyDto {
    fn from(Readiness { at, plan }: Readiness) -> Self {
        Self { at: at.0, plan: hex_form(plan) }
    }
}

impl TryFrom<ReadyDto> for Readiness {
    type Error = Invalid;

    fn try_from(ReadyDto { at, plan }: ReadyDto) -> Result<Self, Invalid> {
        Ok(Self { at: Instant(at), plan: hex_number(&plan, "plan")? })
    }
}

/// The stored form of the seller's half of a session: topics, evidence, the subject to leave alone, the
/// answer to the invitation (`brings_it`, `time` and `wish`), readiness, the answers about own next
/// steps, the lines for the next session, and the answers at the close.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SellerDto {
    topics: List<TopicDto, TOPIC_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    evidence: List<EvidenceDto, EVIDENCE_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leave_alone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    #[serde(default, skip_serializing_if = "is_unset")]
    brings_it: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<TimeAnswerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    zone: Option<ZoneAtDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    wish: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ready: Option<ReadyDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    steps: List<StatusDto, STATUS_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    listed: List<CarriedDto, CARRIED_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<ClosingDto>,
}

impl From<&SellerHalf> for SellerDto {
    fn from(half: &SellerHalf) -> Self {
        let SellerHalf {
            topics,
            evidence,
            leave_alone,
            about,
            brings_it,
            time,
            zone,
            wish,
            ready,
            steps,
            listed,
            closing,
        } = half;
        Self {
            topics: List::of(topics),
            evidence: List::of(evidence),
            leave_alone: text_form(leave_alone.as_ref()),
            about: text_form(about.as_ref()),
            brings_it: *brings_it,
            time: time.map(TimeAnswerDto::from),
            zone: zone.as_ref().map(ZoneAtDto::from),
            wish: text_form(wish.as_ref()),
            ready: ready.map(ReadyDto::from),
            steps: List::of(steps),
            listed: List::of(listed),
            closing: ClosingDto::of(closing),
        }
    }
}

impl TryFrom<SellerDto> for SellerHalf {
    type Error = Invalid;

    fn try_from(form: SellerDto) -> Result<Self, Invalid> {
        Ok(Self {
            topics: form.topics.values()?,
            evidence: form.evidence.values()?,
            leave_alone: maybe_text(form.leave_alone, "leave_alone")?,
            about: maybe_text(form.about, "about")?,
            brings_it: form.brings_it,
            time: form.time.map(TimeAnswer::try_from).transpose()?,
            zone: form.zone.map(ZoneAt::try_from).transpose()?,
            wish: maybe_text(form.wish, "wish")?,
            ready: form.ready.map(Readiness::try_from).transpose()?,
            steps: form.steps.values()?,
            listed: form.listed.values()?,
            closing: form.closing.map(Closing::try_from).transpose()?.unwrap_or_default(),
        })
    }
}

/// The stored form of a topic of the seller. `worked_if` is the seller's measure of success, if there is one.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct TopicDto {
    id: u16,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    worked_if: Option<String>,
}

impl From<&Topic> for TopicDto {
    fn from(Topic { id, words, worked_if }: &Topic) -> Self {
        Self { id: *id, words: words.to_string(), worked_if: text_form(worked_if.as_ref()) }
    }
}

impl TryFrom<TopicDto> for Topic {
    type Error = Invalid;

    fn try_from(TopicDto { id, words, worked_if }: TopicDto) -> Result<Self, Invalid> {
        Ok(Self { id, words: text(&words, "words")?, worked_if: maybe_text(worked_if, "worked_if")? })
    }
}

/// The stored form of a party's private record about a session. `ticks` and `note` are the party's own
/// business; the other fields could be shared and are held back from the other party.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PrivateDto {
    ticks: List<ChecklistLineDto, TICK_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    topics: List<TopicDto, TOPIC_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    evidence: List<EvidenceDto, EVIDENCE_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leave_alone: Option<String>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    notes: List<NoteDto, NOTE_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    entered: Option<EnteredDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sent: Option<SentDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stated: Option<Box<StatedDto>>,
    /// Starts from which the manager moved the session, in milliseconds since 1970-01-01, UTC.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    moved: List<i64, MOVED_LIMIT>,
}

/// The stored form of an [`Entered`], the last entry that was put into a calendar. `at` is an instant in milliseconds
/// since 1970-01-01, UTC; `plan` and `content` are fingerprints.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EnteredDto {
    sequence: u32,
    at: i64,
    by: EnteredByDto,
    plan: String,
    content: String,
}

impl From<Entered> for EnteredDto {
    fn from(Entered { sequence, at, by, plan, content }: Entered) -> Self {
        Self { sequence, at: at.0, by: by.into(), plan: hex_form(plan), content: hex_form(content) }
    }
}

impl TryFrom<EnteredDto> for Entered {
    type Error = Invalid;

    fn try_from(EnteredDto { sequence, at, by, plan, content }: EnteredDto) -> Result<Self, Invalid> {
        let (plan, content) = (hex_number(&plan, "plan")?, hex_number(&content, "content")?);
        Ok(Self { sequence, at: Instant(at), by: by.into(), plan, content })
    }
}

/// The stored form of the last sending of a session: its instant in milliseconds since 1970-01-01, UTC, the method,
/// the fingerprint of the content in hexadecimal digits, and the kind of content.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SentDto {
    at: i64,
    by: SentByDto,
    content: String,
    what: SentKindDto,
}

impl From<Sent> for SentDto {
    fn from(Sent { at, by, content, what }: Sent) -> Self {
        Self { at: at.0, by: by.into(), content: hex_form(content), what: what.into() }
    }
}

impl TryFrom<SentDto> for Sent {
    type Error = Invalid;

    fn try_from(SentDto { at, by, content, what }: SentDto) -> Result<Self, Invalid> {
        let content = hex_number(&content, "content")?;
        Ok(Self { at: Instant(at), by: by.into(), content, what: what.into() })
    }
}

impl From<&Private> for PrivateDto {
    fn from(private: &Private) -> Self {
        let Private { ticks, note, held, entered, sent, stated, moved } = private;
        let Held { topics, evidence, leave_alone, notes } = held;
        Self {
            ticks: List::of(ticks),
            note: text_form(note.as_ref()),
            topics: List::of(topics),
            evidence: List::of(evidence),
            leave_alone: text_form(leave_alone.as_ref()),
            notes: List::of(notes),
            entered: entered.map(EnteredDto::from),
            sent: sent.map(SentDto::from),
            stated: StatedDto::of(stated).map(Box::new),
            moved: List(moved.iter().map(|start| start.0).collect()),
        }
    }
}

impl TryFrom<PrivateDto> for Private {
    type Error = Invalid;

    fn try_from(form: PrivateDto) -> Result<Self, Invalid> {
        let ticks: Result<Vec<Wording>, Invalid> =
            form.ticks.0.into_iter().map(|line| line.wording("ticks")).collect();
        Ok(Self {
            ticks: ticks?,
            note: maybe_text(form.note, "note")?,
            held: Held {
                topics: form.topics.values()?,
                evidence: form.evidence.values()?,
                leave_alone: maybe_text(form.leave_alone, "leave_alone")?,
                notes: form.notes.values()?,
            },
            entered: form.entered.map(Entered::try_from).transpose()?,
            sent: form.sent.map(Sent::try_from).transpose()?,
            stated: form.stated.map(|stated| Stated::try_from(*stated)).transpose()?.unwrap_or_default(),
            moved: form.moved.0.into_iter().map(Instant).collect(),
        })
    }
}
