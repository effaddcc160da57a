//! The stored form of the draft in which a manager books a quarter.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, is_unset};
use crate::domain::draft::{DRAFT_ENTRIES, DRAFT_HOURS, HourDraft, MoveDraft, QuarterDraft};
use crate::domain::id::PairId;
use crate::domain::time::LocalDateTime;
use crate::wire::stored::list::List;

/// The stored form of a [`QuarterDraft`]: the form that books a quarter, as typed. A day of the week is a number, from
/// Monday as 0.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuarterDto {
    names: String,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    left_out: List<String, DRAFT_ENTRIES>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    replaced: List<String, DRAFT_ENTRIES>,
    hours: List<HourDto, DRAFT_HOURS>,
    every: String,
    minutes: String,
    types: List<String, DRAFT_ENTRIES>,
    first: String,
    last: String,
    avoid: String,
    rest_days: List<u8, DRAFT_ENTRIES>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    seller_off: List<OffDto, DRAFT_ENTRIES>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    moves: List<MoveDto, DRAFT_ENTRIES>,
}

/// The stored form of an hour of the week.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct HourDto {
    day: u8,
    time: String,
}

/// The stored form of a day of the week on which a seller does not work.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct OffDto {
    seller: String,
    day: u8,
}

/// The stored form of a date that was moved or left out: the seller, the turn, and where it is moved to.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct MoveDto {
    seller: String,
    turn_date: String,
    turn_time: String,
    date: String,
    time: String,
    #[serde(default, skip_serializing_if = "is_unset")]
    left_out: bool,
}

impl From<&QuarterDraft> for QuarterDto {
    fn from(draft: &QuarterDraft) -> Self {
        let QuarterDraft { names, every, minutes, types, first, last, avoid, rest_days, .. } = draft.clone();
        let off = |(seller, day): &(String, u8)| OffDto { seller: seller.clone(), day: *day };
        Self {
            names,
            left_out: List(draft.left_out.iter().map(PairId::to_string).collect()),
            replaced: List(draft.replaced.iter().map(PairId::to_string).collect()),
            hours: List::of(&draft.hours),
            every,
            minutes,
            types: List(types),
            first,
            last,
            avoid,
            rest_days: List(rest_days),
            seller_off: List(draft.seller_off.iter().map(off).collect()),
            moves: List::of(&draft.moves),
        }
    }
}

impl TryFrom<QuarterDto> for QuarterDraft {
    type Error = Invalid;

    fn try_from(form: QuarterDto) -> Result<Self, Invalid> {
        let pairs = |pairs: &[String], field: &'static str| -> Result<Vec<PairId>, Invalid> {
            pairs.iter().map(|pair| PairId::parse(pair).ok_or(Invalid(field))).collect()
        };
        Ok(Self {
            names: form.names,
            left_out: pairs(&form.left_out.0, "left_out")?,
            replaced: pairs(&form.replaced.0, "replaced")?,
            hours: form.hours.0.into_iter().map(HourDraft::from).collect(),
            every: form.every,
            minutes: form.minutes,
            types: form.types.0,
            first: form.first,
            last: form.last,
            avoid: form.avoid,
            rest_days: form.rest_days.0,
            seller_off: form.seller_off.0.into_iter().map(|OffDto { seller, day }| (seller, day)).collect(),
            moves: form.moves.values()?,
        })
    }
}

impl From<&HourDraft> for HourDto {
    fn from(hour: &HourDraft) -> Self {
        Self { day: hour.weekday, time: hour.time.clone() }
    }
}

impl From<HourDto> for HourDraft {
    fn from(HourDto { day, time }: HourDto) -> Self {
        Self { weekday: day, time }
    }
}

impl From<&MoveDraft> for MoveDto {
    fn from(moved: &MoveDraft) -> Self {
        let MoveDraft { seller, turn, date, time, is_left_out } = moved.clone();
        let (turn_date, turn_time) = (turn.date_field(), turn.time_field());
        Self { seller, turn_date, turn_time, date, time, left_out: is_left_out }
    }
}

impl TryFrom<MoveDto> for MoveDraft {
    type Error = Invalid;

    fn try_from(form: MoveDto) -> Result<Self, Invalid> {
        let MoveDto { seller, turn_date, turn_time, date, time, left_out } = form;
        let turn = LocalDateTime::parse(&turn_date, &turn_time).ok_or(Invalid("turn_date"))?;
        Ok(Self { seller, turn, date, time, is_left_out: left_out })
    }
}
