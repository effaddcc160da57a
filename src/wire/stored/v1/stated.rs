//! The stored form of what a seller says about a planned start, and of what the last message said: a seller's statements,
//! or the plan that a manager sent.

use serde::{Deserialize, Serialize};

use super::evidence::EvidenceDto;
use super::field::{Invalid, hex_form, hex_number, maybe_text, text_form};
use super::note::StatusDto;
use super::plan::PlanDto;
use super::standing::StandingDto;
use super::words::{TimeSaidDto, WordingDto};
use crate::domain::ahead::{Ahead, COUNT_ON_LIMIT};
use crate::domain::evidence::Evidence;
use crate::domain::half::TimeAnswer;
use crate::domain::note::STATUS_LIMIT;
use crate::domain::plan::Plan;
use crate::domain::sent::Stated;
use crate::domain::standing::Standing;
use crate::domain::topic::Topic;
use crate::domain::zone::{Offset, Zone, ZoneAt};
use crate::wire::stored::list::List;

/// The stored form of a seller's answer about a planned start: the fingerprint of the start in hexadecimal digits, and
/// the answer.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TimeAnswerDto {
    start: String,
    says: TimeSaidDto,
}

impl From<TimeAnswer> for TimeAnswerDto {
    fn from(TimeAnswer { start, says }: TimeAnswer) -> Self {
        Self { start: hex_form(start), says: says.into() }
    }
}

impl TryFrom<TimeAnswerDto> for TimeAnswer {
    type Error = Invalid;

    fn try_from(TimeAnswerDto { start, says }: TimeAnswerDto) -> Result<Self, Invalid> {
        Ok(Self { start: hex_number(&start, "start")?, says: says.into() })
    }
}

/// The stored form of the time zone of a seller's device, with the offset at the planned start in minutes.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ZoneAtDto {
    name: String,
    offset: i16,
}

impl From<&ZoneAt> for ZoneAtDto {
    fn from(ZoneAt { zone, offset }: &ZoneAt) -> Self {
        Self { name: zone.name().to_owned(), offset: offset.minutes() }
    }
}

impl TryFrom<ZoneAtDto> for ZoneAt {
    type Error = Invalid;

    fn try_from(ZoneAtDto { name, offset }: ZoneAtDto) -> Result<Self, Invalid> {
        let zone = Zone::parse(&name).ok_or(Invalid("zone"))?;
        Ok(Self { zone, offset: Offset::new(offset).ok_or(Invalid("offset"))? })
    }
}

/// The stored form of what the last message stated: a seller's about a start (`time`) and about own next steps (`steps`), and
/// the plan that a manager sent (`plan`) with the words that went along (`ahead`).
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatedDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<TimeAnswerDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    steps: List<StatusDto, STATUS_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ahead: Option<AheadDto>,
}

/// The stored form of the manager's words that went along with a plan.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct AheadDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    noted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<EvidenceDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    count_on: List<WordingDto, COUNT_ON_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<StandingDto>,
}

impl From<&Ahead> for AheadDto {
    fn from(ahead: &Ahead) -> Self {
        Self {
            noted: text_form(ahead.noted.as_ref().map(|topic| &topic.words)),
            fact: ahead.fact.as_ref().map(EvidenceDto::from),
            count_on: List::of(&ahead.count_on),
            standing: ahead.standing.as_ref().map(StandingDto::from),
        }
    }
}

impl TryFrom<AheadDto> for Ahead {
    type Error = Invalid;

    fn try_from(AheadDto { noted, fact, count_on, standing }: AheadDto) -> Result<Self, Invalid> {
        let count_on = count_on.0.into_iter().map(|line| line.wording("count_on"));
        Ok(Self {
            noted: maybe_text(noted, "noted")?.map(Topic::noted),
            fact: fact.map(Evidence::try_from).transpose()?,
            count_on: count_on.collect::<Result<_, Invalid>>()?,
            standing: standing.map(Standing::try_from).transpose()?,
        })
    }
}

impl StatedDto {
    /// Returns the stored form; `None` if nothing was stated.
    pub(super) fn of(stated: &Stated) -> Option<Self> {
        let Stated { time, steps, plan, ahead } = stated;
        let form = || Self {
            time: time.map(TimeAnswerDto::from),
            steps: List::of(steps),
            plan: plan.as_ref().map(PlanDto::from),
            ahead: ahead.as_ref().map(AheadDto::from),
        };
        (*stated != Stated::default()).then(form)
    }
}

impl TryFrom<StatedDto> for Stated {
    type Error = Invalid;

    fn try_from(StatedDto { time, steps, plan, ahead }: StatedDto) -> Result<Self, Invalid> {
        Ok(Self {
            time: time.map(TimeAnswer::try_from).transpose()?,
            steps: steps.values()?,
            plan: plan.map(Plan::try_from).transpose()?,
            ahead: ahead.map(Ahead::try_from).transpose()?,
        })
    }
}
