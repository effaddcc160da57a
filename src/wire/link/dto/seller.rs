//! The seller's half in a link, and the answers at the close, which both halves have.

use serde::{Deserialize, Serialize};

use super::field::{Id, convert_at_most, optional_text, text};
use super::note::CarriedDto;
use super::numbers::{AnswerDto, ReplyDto, SourceDto, TimeSaidDto};
use crate::domain::closing::{Asked, Closing, REPLY_LIMIT, Reply};
use crate::domain::evidence::{EVIDENCE_LIMIT, Evidence};
use crate::domain::half::{SellerHalf, TimeAnswer};
use crate::domain::id::SessionId;
use crate::domain::note::{CARRIED_LIMIT, NoteId, STATUS_LIMIT, Status};
use crate::domain::readiness::Readiness;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::topic::{TOPIC_LIMIT, Topic};
use crate::domain::zone::{Offset, Zone, ZoneAt};
use crate::wire::link::content::NoLink;
use crate::wire::link::list::{Entries, LinkList};

/// The seller's half of a session in a link: topics, evidence, the subject to leave alone, the id of the coaching
/// type that fits the topic, the answer to the invitation (`brings_it`, `time` and `wish`), readiness, the answers about
/// own next steps, the lines for the next session, and the answers at the close.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SellerHalfDto<'a> {
    #[serde(borrow)]
    topics: LinkList<TopicDto<'a>>,
    #[serde(borrow)]
    evidence: LinkList<EvidenceDto<'a>>,
    leave_alone: Option<&'a str>,
    about: Option<&'a str>,
    brings_it: bool,
    time: Option<TimeAnswerDto>,
    #[serde(borrow)]
    zone: Option<ZoneAtDto<'a>>,
    wish: Option<&'a str>,
    ready: Option<ReadinessDto>,
    steps: LinkList<StatusDto>,
    #[serde(borrow)]
    listed: LinkList<CarriedDto<'a>>,
    #[serde(borrow)]
    closing: ClosingDto<'a>,
}

/// A topic of the seller in a link. `worked_if` is the seller's measure of success, if there is one.
#[derive(Debug, Serialize, Deserialize)]
struct TopicDto<'a> {
    id: u16,
    words: &'a str,
    worked_if: Option<&'a str>,
}

/// A line of evidence in a link: a fact in the words of its party, and its source.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct EvidenceDto<'a> {
    source: SourceDto,
    words: &'a str,
}

/// The seller's answer about a planned start, in a link. `start` is the fingerprint of the start.
#[derive(Debug, Serialize, Deserialize)]
struct TimeAnswerDto {
    start: Id,
    says: TimeSaidDto,
}

/// The time zone of the seller's device in a link, and the offset of its clocks from UTC at the planned start, in minutes,
/// positive to the east.
#[derive(Debug, Serialize, Deserialize)]
struct ZoneAtDto<'a> {
    zone: &'a str,
    offset: i16,
}

impl<'a> From<&'a ZoneAt> for ZoneAtDto<'a> {
    fn from(ZoneAt { zone, offset }: &'a ZoneAt) -> Self {
        Self { zone: zone.name(), offset: offset.minutes() }
    }
}

impl TryFrom<ZoneAtDto<'_>> for ZoneAt {
    type Error = NoLink;

    fn try_from(ZoneAtDto { zone, offset }: ZoneAtDto<'_>) -> Result<Self, NoLink> {
        let zone = Zone::parse(zone).ok_or(NoLink::Damaged)?;
        Ok(Self { zone, offset: Offset::new(offset).ok_or(NoLink::Damaged)? })
    }
}

/// The instant at which a party was ready, in milliseconds since 1970-01-01, UTC; and the fingerprint of the plan.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadinessDto {
    at: i64,
    plan: Id,
}

/// An answer about a note, in a link. `session` is the session that holds the note.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StatusDto {
    session: Id,
    note: u16,
    answer: AnswerDto,
}

/// The answers of one party at the close, in a link: chosen `replies`, and what to do `differently` next time in
/// the party's words. `is_in` is true once the party handed them in, `is_aloud` if the party said them aloud. `heard` are
/// the answers that the seller said aloud, in the answers of the manager alone.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ClosingDto<'a> {
    replies: LinkList<(AskedDto, ReplyDto)>,
    differently: Option<&'a str>,
    is_in: bool,
    is_aloud: bool,
    heard: LinkList<(AskedDto, ReplyDto)>,
}

/// A question of the close with answers to choose from, in a link.
#[derive(Debug, Serialize, Deserialize)]
enum AskedDto {
    /// The question about the success of the topic with this id.
    Worked(u16),
    /// The question whether the session was coaching.
    Talk,
    /// The question which party talked more.
    Spoke,
}

impl Entries for TopicDto<'_> {}

impl Entries for EvidenceDto<'_> {}

impl Entries for (AskedDto, ReplyDto) {}

impl Entries for StatusDto {}

impl Entries for ClosingDto<'_> {
    fn entries(&self) -> usize {
        self.replies.entries()
    }
}

impl Entries for SellerHalfDto<'_> {
    fn entries(&self) -> usize {
        let written = self.topics.entries() + self.evidence.entries() + self.steps.entries();
        written + self.listed.entries() + self.closing.entries()
    }
}

impl<'a> From<&'a SellerHalf> for SellerHalfDto<'a> {
    fn from(half: &'a SellerHalf) -> Self {
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
            topics: topics.iter().map(TopicDto::from).collect(),
            evidence: evidence.iter().map(EvidenceDto::from).collect(),
            leave_alone: leave_alone.as_ref().map(Text::as_str),
            about: about.as_ref().map(Text::as_str),
            brings_it: *brings_it,
            time: time.map(TimeAnswerDto::from),
            zone: zone.as_ref().map(ZoneAtDto::from),
            wish: wish.as_ref().map(Text::as_str),
            ready: ready.map(ReadinessDto::from),
            steps: steps.iter().map(StatusDto::from).collect(),
            listed: listed.iter().map(CarriedDto::from).collect(),
            closing: closing.into(),
        }
    }
}

impl TryFrom<SellerHalfDto<'_>> for SellerHalf {
    type Error = NoLink;

    fn try_from(half: SellerHalfDto<'_>) -> Result<Self, NoLink> {
        let SellerHalfDto {
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
        Ok(Self {
            topics: convert_at_most(TOPIC_LIMIT, topics, TryInto::try_into)?,
            evidence: convert_at_most(EVIDENCE_LIMIT, evidence, TryInto::try_into)?,
            leave_alone: optional_text(leave_alone)?,
            about: optional_text(about)?,
            brings_it,
            time: time.map(Into::into),
            zone: zone.map(TryInto::try_into).transpose()?,
            wish: optional_text(wish)?,
            ready: ready.map(Into::into),
            steps: convert_at_most(STATUS_LIMIT, steps, |status| Ok(status.into()))?,
            listed: convert_at_most(CARRIED_LIMIT, listed, TryInto::try_into)?,
            closing: closing.try_into()?,
        })
    }
}

impl<'a> From<&'a Topic> for TopicDto<'a> {
    fn from(topic: &'a Topic) -> Self {
        let Topic { id, words, worked_if } = topic;
        Self { id: *id, words: words.as_str(), worked_if: worked_if.as_ref().map(Text::as_str) }
    }
}

impl TryFrom<TopicDto<'_>> for Topic {
    type Error = NoLink;

    fn try_from(topic: TopicDto<'_>) -> Result<Self, NoLink> {
        let TopicDto { id, words, worked_if } = topic;
        Ok(Self { id, words: text(words)?, worked_if: optional_text(worked_if)? })
    }
}

impl<'a> From<&'a Evidence> for EvidenceDto<'a> {
    fn from(evidence: &'a Evidence) -> Self {
        Self { source: evidence.source.into(), words: evidence.words.as_str() }
    }
}

impl TryFrom<EvidenceDto<'_>> for Evidence {
    type Error = NoLink;

    fn try_from(evidence: EvidenceDto<'_>) -> Result<Self, NoLink> {
        Ok(Self { source: evidence.source.into(), words: text(evidence.words)? })
    }
}

impl From<TimeAnswer> for TimeAnswerDto {
    fn from(TimeAnswer { start, says }: TimeAnswer) -> Self {
        Self { start: Id(start), says: says.into() }
    }
}

impl From<TimeAnswerDto> for TimeAnswer {
    fn from(TimeAnswerDto { start, says }: TimeAnswerDto) -> Self {
        Self { start: start.0, says: says.into() }
    }
}

impl From<Readiness> for ReadinessDto {
    fn from(ready: Readiness) -> Self {
        Self { at: ready.at.0, plan: Id(ready.plan) }
    }
}

impl From<ReadinessDto> for Readiness {
    fn from(ready: ReadinessDto) -> Self {
        Self { at: Instant(ready.at), plan: ready.plan.0 }
    }
}

impl From<&Status> for StatusDto {
    fn from(status: &Status) -> Self {
        Self { session: Id(status.session.0), note: status.note.0, answer: status.answer.into() }
    }
}

impl From<StatusDto> for Status {
    fn from(status: StatusDto) -> Self {
        Self { session: SessionId(status.session.0), note: NoteId(status.note), answer: status.answer.into() }
    }
}

impl<'a> From<&'a Closing> for ClosingDto<'a> {
    fn from(closing: &'a Closing) -> Self {
        let Closing { replies, differently, is_in, is_aloud, heard } = closing;
        let asked = |asked| match asked {
            Asked::Worked(topic) => AskedDto::Worked(topic),
            Asked::Talk => AskedDto::Talk,
            Asked::Spoke => AskedDto::Spoke,
        };
        let given = |replies: &[(Asked, Reply)]| {
            replies.iter().map(|(of, reply)| (asked(*of), (*reply).into())).collect()
        };
        Self {
            replies: given(replies),
            heard: given(heard),
            differently: differently.as_ref().map(Text::as_str),
            is_in: *is_in,
            is_aloud: *is_aloud,
        }
    }
}

impl TryFrom<ClosingDto<'_>> for Closing {
    type Error = NoLink;

    fn try_from(closing: ClosingDto<'_>) -> Result<Self, NoLink> {
        let ClosingDto { replies, differently, is_in, is_aloud, heard } = closing;
        let (replies, heard) = (replied(replies)?, replied(heard)?);
        Ok(Self { replies, differently: optional_text(differently)?, is_in, is_aloud, heard })
    }
}

/// Returns the chosen answers of a list.
///
/// # Errors
/// [`NoLink::Damaged`] for an answer that the question does not offer, and for two answers to one question;
/// [`NoLink::TooLarge`] for more than [`REPLY_LIMIT`].
fn replied(list: LinkList<(AskedDto, ReplyDto)>) -> Result<Vec<(Asked, Reply)>, NoLink> {
    let replies = convert_at_most(REPLY_LIMIT, list, |(asked, reply)| {
        let asked = match asked {
            AskedDto::Worked(topic) => Asked::Worked(topic),
            AskedDto::Talk => Asked::Talk,
            AskedDto::Spoke => Asked::Spoke,
        };
        let reply = Reply::from(reply);
        if asked.offers().contains(&reply) { Ok((asked, reply)) } else { Err(NoLink::Damaged) }
    })?;
    let is_twice = |asked| replies.iter().filter(|(other, _)| *other == asked).count() > 1;
    if replies.iter().any(|(asked, _)| is_twice(*asked)) { Err(NoLink::Damaged) } else { Ok(replies) }
}
