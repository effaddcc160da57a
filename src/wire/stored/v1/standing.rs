//! The stored form of the dates of two people ahead, and of their standing slot.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, hex_form, hex_number, is_unset, session_id};
use super::plan::TypeDto;
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::standing::{
    DATE_LIMIT, ENTERED_LIMIT, EnteredBy, EnteredDate, EnteredRow, Rhythm, Standing, StandingDate,
    StandingSlot,
};
use crate::domain::time::{Instant, LocalDateTime, Minutes};
use crate::domain::zone::Zone;
use crate::wire::stored::list::List;

/// The stored form of a row of dates: the slot from which it goes on, the time zone of its clock, and its dates.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StandingDto {
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<SlotDto>,
    zone: String,
    dates: List<StandingDateDto, DATE_LIMIT>,
}

/// The stored form of a standing slot: its rhythm, and the date and time from which its dates follow.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct SlotDto {
    rhythm: RhythmDto,
    date: String,
    time: String,
}

/// The stored form of a date of a row. `minutes` is 20 to 90.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct StandingDateDto {
    session: String,
    date: String,
    time: String,
    #[serde(rename = "type")]
    coaching_type: TypeDto,
    minutes: u16,
    #[serde(default, skip_serializing_if = "is_unset")]
    skipped: bool,
}

/// The stored word for a rhythm.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
enum RhythmDto {
    Weekly,
    TwoWeeks,
    Monthly,
    Quarterly,
}

impl From<&Standing> for StandingDto {
    fn from(Standing { slot, zone, dates }: &Standing) -> Self {
        Self { slot: slot.as_ref().map(SlotDto::from), zone: zone.name().to_owned(), dates: List::of(dates) }
    }
}

impl TryFrom<StandingDto> for Standing {
    type Error = Invalid;

    fn try_from(StandingDto { slot, zone, dates }: StandingDto) -> Result<Self, Invalid> {
        let dates: Vec<StandingDate> = dates.values()?;
        if !dates.is_sorted_by(|one, next| one.local <= next.local) {
            return Err(Invalid("dates"));
        }
        Ok(Self {
            slot: slot.map(TryInto::try_into).transpose()?,
            zone: Zone::parse(&zone).ok_or(Invalid("zone"))?,
            dates,
        })
    }
}

impl From<&StandingSlot> for SlotDto {
    fn from(StandingSlot { rhythm, first }: &StandingSlot) -> Self {
        Self {
            rhythm: match rhythm {
                Rhythm::Weekly => RhythmDto::Weekly,
                Rhythm::TwoWeeks => RhythmDto::TwoWeeks,
                Rhythm::Monthly => RhythmDto::Monthly,
                Rhythm::Quarterly => RhythmDto::Quarterly,
            },
            date: first.date_field(),
            time: first.time_field(),
        }
    }
}

impl TryFrom<SlotDto> for StandingSlot {
    type Error = Invalid;

    fn try_from(SlotDto { rhythm, date, time }: SlotDto) -> Result<Self, Invalid> {
        Ok(Self {
            rhythm: match rhythm {
                RhythmDto::Weekly => Rhythm::Weekly,
                RhythmDto::TwoWeeks => Rhythm::TwoWeeks,
                RhythmDto::Monthly => Rhythm::Monthly,
                RhythmDto::Quarterly => Rhythm::Quarterly,
            },
            first: LocalDateTime::parse(&date, &time).ok_or(Invalid("date"))?,
        })
    }
}

impl From<&StandingDate> for StandingDateDto {
    fn from(StandingDate { local, session, coaching_type, minutes, is_skipped }: &StandingDate) -> Self {
        Self {
            session: session.to_string(),
            date: local.date_field(),
            time: local.time_field(),
            coaching_type: coaching_type.into(),
            minutes: minutes.0,
            skipped: *is_skipped,
        }
    }
}

impl TryFrom<StandingDateDto> for StandingDate {
    type Error = Invalid;

    fn try_from(form: StandingDateDto) -> Result<Self, Invalid> {
        if !SESSION_MINUTES.contains(&form.minutes) {
            return Err(Invalid("minutes"));
        }
        Ok(Self {
            session: session_id(&form.session, "session")?,
            local: LocalDateTime::parse(&form.date, &form.time).ok_or(Invalid("date"))?,
            coaching_type: form.coaching_type.try_into()?,
            minutes: Minutes(form.minutes),
            is_skipped: form.skipped,
        })
    }
}

/// The stored form of the record that the dates of a row were put into a calendar: the sequence of the entries, the instant
/// in milliseconds since 1970-01-01, UTC, the way into the calendar, and the entries.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct EnteredRowDto {
    sequence: u32,
    at: i64,
    by: EnteredByDto,
    dates: List<EnteredDateDto, ENTERED_LIMIT>,
}

/// The stored word for the way of an entry into a calendar.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum EnteredByDto {
    File,
    Web,
}

impl From<EnteredBy> for EnteredByDto {
    fn from(by: EnteredBy) -> Self {
        match by {
            EnteredBy::File => Self::File,
            EnteredBy::Web => Self::Web,
        }
    }
}

impl From<EnteredByDto> for EnteredBy {
    fn from(by: EnteredByDto) -> Self {
        match by {
            EnteredByDto::File => Self::File,
            EnteredByDto::Web => Self::Web,
        }
    }
}

/// The stored form of an entry of a row: its session, its start as an instant, its minutes, 20 to 90, and its fingerprint.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EnteredDateDto {
    session: String,
    begins: i64,
    minutes: u16,
    content: String,
}

impl From<&EnteredRow> for EnteredRowDto {
    fn from(EnteredRow { sequence, at, by, dates }: &EnteredRow) -> Self {
        Self { sequence: *sequence, at: at.0, by: (*by).into(), dates: List::of(dates) }
    }
}

impl TryFrom<EnteredRowDto> for EnteredRow {
    type Error = Invalid;

    fn try_from(EnteredRowDto { sequence, at, by, dates }: EnteredRowDto) -> Result<Self, Invalid> {
        Ok(Self { sequence, at: Instant(at), by: by.into(), dates: dates.values()? })
    }
}

impl From<&EnteredDate> for EnteredDateDto {
    fn from(EnteredDate { session, begins, minutes, content }: &EnteredDate) -> Self {
        Self {
            session: session.to_string(),
            begins: begins.0,
            minutes: minutes.0,
            content: hex_form(*content),
        }
    }
}

impl TryFrom<EnteredDateDto> for EnteredDate {
    type Error = Invalid;

    fn try_from(form: EnteredDateDto) -> Result<Self, Invalid> {
        if !SESSION_MINUTES.contains(&form.minutes) {
            return Err(Invalid("minutes"));
        }
        Ok(Self {
            session: session_id(&form.session, "session")?,
            begins: Instant(form.begins),
            minutes: Minutes(form.minutes),
            content: hex_number(&form.content, "content")?,
        })
    }
}
