//! The dates of two people ahead in a link, and their standing slot.

use serde::{Deserialize, Serialize};

use super::agenda::TypeDto;
use super::field::{Id, convert_at_most};
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::id::SessionId;
use crate::domain::standing::{DATE_LIMIT, Rhythm, Standing, StandingDate, StandingSlot};
use crate::domain::time::{Instant, LocalDateTime, Minutes, Span};
use crate::domain::zone::Zone;
use crate::wire::link::content::NoLink;
use crate::wire::link::list::{Entries, LinkList};

/// The dates of two people ahead in a link: their slot, the time zone of its clock, and the dates, sorted.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct StandingDto<'a> {
    slot: Option<SlotDto>,
    zone: &'a str,
    #[serde(borrow)]
    dates: LinkList<DateDto<'a>>,
}

/// A date of a row in a link: its time, in minutes since 1970-01-01, 00:00, on the clock of the zone; the id of its session,
/// the coaching type, `minutes` (20 to 90), and true if it is skipped.
#[derive(Debug, Serialize, Deserialize)]
struct DateDto<'a> {
    local: u32,
    session: Id,
    #[serde(borrow)]
    coaching_type: TypeDto<'a>,
    minutes: u16,
    is_skipped: bool,
}

/// A standing slot in a link: its rhythm, and its first date in minutes since 1970-01-01, 00:00, on the clock of the zone.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SlotDto {
    rhythm: RhythmDto,
    first: u32,
}

/// A rhythm in a link. The order of the variants is the format.
#[derive(Debug, Serialize, Deserialize)]
enum RhythmDto {
    Weekly,
    TwoWeeks,
    Monthly,
    Quarterly,
}

impl Entries for DateDto<'_> {}

impl Entries for StandingDto<'_> {
    fn entries(&self) -> usize {
        self.dates.entries()
    }
}

impl<'a> From<&'a Standing> for StandingDto<'a> {
    fn from(Standing { slot, zone, dates }: &'a Standing) -> Self {
        Self {
            slot: slot.as_ref().map(SlotDto::from),
            zone: zone.name(),
            dates: dates.iter().map(DateDto::from).collect(),
        }
    }
}

impl TryFrom<StandingDto<'_>> for Standing {
    type Error = NoLink;

    fn try_from(StandingDto { slot, zone, dates }: StandingDto<'_>) -> Result<Self, NoLink> {
        let dates = convert_at_most(DATE_LIMIT, dates, StandingDate::try_from)?;
        if !dates.is_sorted_by(|one, next| one.local <= next.local) {
            return Err(NoLink::Damaged);
        }
        Ok(Self {
            slot: slot.map(TryInto::try_into).transpose()?,
            zone: Zone::parse(zone).ok_or(NoLink::Damaged)?,
            dates,
        })
    }
}

impl<'a> From<&'a StandingDate> for DateDto<'a> {
    fn from(date: &'a StandingDate) -> Self {
        Self {
            local: minutes_of(date.local),
            session: Id(date.session.0),
            coaching_type: (&date.coaching_type).into(),
            minutes: date.minutes.0,
            is_skipped: date.is_skipped,
        }
    }
}

impl TryFrom<DateDto<'_>> for StandingDate {
    type Error = NoLink;

    fn try_from(date: DateDto<'_>) -> Result<Self, NoLink> {
        if !SESSION_MINUTES.contains(&date.minutes) {
            return Err(NoLink::Damaged);
        }
        Ok(Self {
            local: local_of(date.local)?,
            session: SessionId(date.session.0),
            coaching_type: date.coaching_type.try_into()?,
            minutes: Minutes(date.minutes),
            is_skipped: date.is_skipped,
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
            first: minutes_of(*first),
        }
    }
}

impl TryFrom<SlotDto> for StandingSlot {
    type Error = NoLink;

    fn try_from(SlotDto { rhythm, first }: SlotDto) -> Result<Self, NoLink> {
        Ok(Self {
            rhythm: match rhythm {
                RhythmDto::Weekly => Rhythm::Weekly,
                RhythmDto::TwoWeeks => Rhythm::TwoWeeks,
                RhythmDto::Monthly => Rhythm::Monthly,
                RhythmDto::Quarterly => Rhythm::Quarterly,
            },
            first: local_of(first)?,
        })
    }
}

/// Returns the minutes from 1970-01-01, 00:00, to a time on the same clock.
fn minutes_of(local: LocalDateTime) -> u32 {
    // The years 1970 to 9999 have fewer minutes than 32 bits can count.
    local.as_utc().minutes().try_into().unwrap_or_default()
}

fn local_of(minutes: u32) -> Result<LocalDateTime, NoLink> {
    LocalDateTime::from_utc(Instant(0).plus(Span::minutes(minutes.into()))).ok_or(NoLink::Damaged)
}
