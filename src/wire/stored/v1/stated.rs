//! The stored form of what a seller says about a planned start, and of what the last message said: a seller's statements,
//! or the plan that a manager sent.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, hex_form, hex_number};
use super::note::StatusDto;
use super::plan::PlanDto;
use super::words::TimeSaidDto;
use crate::domain::half::TimeAnswer;
use crate::domain::note::STATUS_LIMIT;
use crate::domain::plan::Plan;
use crate::domain::sent::Stated;
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
/// the plan that a manager sent (`plan`).
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatedDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    time: Option<TimeAnswerDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    steps: List<StatusDto, STATUS_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    plan: Option<PlanDto>,
}

impl StatedDto {
    /// Returns the stored form; `None` if nothing was stated.
    pub(super) fn of(stated: &Stated) -> Option<Self> {
        let Stated { time, steps, plan } = stated;
        let form = || Self {
            time: time.map(TimeAnswerDto::from),
            steps: List::of(steps),
            plan: plan.as_ref().map(PlanDto::from),
        };
        (*stated != Stated::default()).then(form)
    }
}

impl TryFrom<StatedDto> for Stated {
    type Error = Invalid;

    fn try_from(StatedDto { time, steps, plan }: StatedDto) -> Result<Self, Invalid> {
        Ok(Self {
            time: time.map(TimeAnswer::try_from).transpose()?,
            steps: steps.values()?,
            plan: plan.map(Plan::try_from).transpose()?,
        })
    }
}
