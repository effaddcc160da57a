//! The standing slot of two people: a day and a time that come back, and the row of dates that follows from them.
//!
//! Plans nothing. The instants come through the port [`Zones`].
#![deny(clippy::arithmetic_side_effects)]

use crc::{CRC_64_XZ, Crc};

use super::coaching_type::TypeLabel;
use super::id::{PairId, SessionId};
use super::time::{Instant, LocalDateTime, Minutes};
use super::zone::{Zone, Zones};

/// The time from one date of a standing slot to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rhythm {
    /// Every week.
    Weekly,
    /// Every second week.
    TwoWeeks,
    /// Every month, on the same weekday of the month, such as the second Thursday.
    Monthly,
    /// Every third month, on the same weekday of the month.
    Quarterly,
}

impl Rhythm {
    /// All rhythms, in the order of the screen.
    pub const ALL: [Self; 4] = [Self::Weekly, Self::TwoWeeks, Self::Monthly, Self::Quarterly];

    /// Returns the rhythm for a usual time of so many weeks from one session to the next.
    #[must_use]
    pub fn of_weeks(weeks: u8) -> Self {
        match weeks {
            0 | 1 => Self::Weekly,
            2 | 3 => Self::TwoWeeks,
            4..=8 => Self::Monthly,
            _ => Self::Quarterly,
        }
    }
}

/// A day and a time that come back, on a wall clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StandingSlot {
    /// Time from one date to the next.
    pub rhythm: Rhythm,
    /// Start of the session from which the slot was kept; its dates follow.
    pub first: LocalDateTime,
}

impl StandingSlot {
    /// Returns the date of this number, from 0 for [`StandingSlot::first`]; `None` outside the years 1970 to 9999.
    #[must_use]
    pub fn date(&self, number: u16) -> Option<LocalDateTime> {
        let months = |each: u32| self.first.plus_months(u32::from(number).saturating_mul(each));
        let days = |each: i64| self.first.plus_days(i64::from(number).saturating_mul(each));
        match self.rhythm {
            Rhythm::Weekly => days(7),
            Rhythm::TwoWeeks => days(14),
            Rhythm::Monthly => months(1),
            Rhythm::Quarterly => months(3),
        }
    }

    /// Returns the dates after [`StandingSlot::first`], in order: 999 at most.
    pub fn later(&self) -> impl Iterator<Item = LocalDateTime> + '_ {
        (1..NUMBER_LIMIT).map_while(|number| self.date(number))
    }

    /// Returns the dates of a quarter after `from`, or two dates if the quarter has fewer.
    #[must_use]
    pub fn quarter(&self, from: LocalDateTime) -> Vec<LocalDateTime> {
        let end = from.plus_days(QUARTER).unwrap_or(from);
        let dates = self.later().filter(|date| *date > from);
        dates.enumerate().take_while(|(at, date)| *at < LEAST || *date <= end).map(|(_, date)| date).collect()
    }
}

/// Number of days for which a row of dates is made: a quarter of a year.
const QUARTER: i64 = 91;

/// Least number of dates in a new row, whatever the rhythm.
const LEAST: usize = 2;

/// Number of dates left below which the next quarter is offered.
pub const FEW: usize = 2;

/// Upper bound on the numbers of dates that are looked through, which bounds the work that a hostile record causes: 19
/// years of a weekly slot.
const NUMBER_LIMIT: u16 = 1_000;

/// Upper bound on the dates of a row.
pub const DATE_LIMIT: usize = 60;

/// The dates of two people ahead: a row in order, made from their standing slot if they have one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// Day and time from which the row goes on; `None` for dates that were booked without a rhythm.
    pub slot: Option<StandingSlot>,
    /// Time zone of the wall clock: the manager's.
    pub zone: Zone,
    /// Dates of the row, sorted by their time; at most [`DATE_LIMIT`].
    pub dates: Vec<StandingDate>,
}

/// A date of a row. It stands alone: it can be skipped, and its session moved or cancelled, without the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct StandingDate {
    /// Date and time on the wall clock of the row.
    pub local: LocalDateTime,
    /// Id of the session on this date, planned or not; its entry in a calendar has the same id.
    pub session: SessionId,
    /// Coaching type of the session.
    pub coaching_type: TypeLabel,
    /// Booked length of the session, 20 to 90 minutes.
    pub minutes: Minutes,
    /// True if the date is skipped: no session is planned on it.
    pub is_skipped: bool,
}

impl Standing {
    /// Returns the row of a slot of the pair for a quarter after `now`, a local time of `zone`, with sessions of this type
    /// and length.
    #[must_use]
    pub fn new(
        pair: PairId,
        slot: StandingSlot,
        zone: Zone,
        coaching_type: &TypeLabel,
        minutes: Minutes,
        now: LocalDateTime,
    ) -> Self {
        let date = |local| StandingDate {
            local,
            session: session_on(pair, local),
            coaching_type: coaching_type.clone(),
            minutes,
            is_skipped: false,
        };
        let dates = slot.quarter(slot.first.max(now)).into_iter().map(date).take(DATE_LIMIT).collect();
        Self { slot: Some(slot), zone, dates }
    }

    /// Returns the row with the dates of one more quarter, after its last date, or after `now` if that is later. Dates
    /// before `now` are left out. A row without a slot goes on by itself no more.
    #[must_use]
    pub fn extended(&self, pair: PairId, now: LocalDateTime) -> Self {
        let mut extended = self.clone();
        if let (Some(slot), Some(last)) = (self.slot, self.dates.last()) {
            let from = last.local.max(now);
            let more = Self::new(pair, slot, self.zone.clone(), &last.coaching_type, last.minutes, from);
            extended.dates.retain(|date| date.local > now);
            extended.dates.extend(more.dates);
            extended.dates.truncate(DATE_LIMIT);
        }
        extended
    }

    /// Returns the row with the date of this session skipped, or put back if it was skipped.
    #[must_use]
    pub fn toggled(&self, session: SessionId) -> Self {
        let mut toggled = self.clone();
        for date in toggled.dates.iter_mut().filter(|date| date.session == session) {
            date.is_skipped = !date.is_skipped;
        }
        toggled
    }

    /// Returns the dates of the row that begin after `from`, skipped ones included, each with the instant of its start.
    #[must_use]
    pub fn after(&self, zones: &dyn Zones, from: Instant) -> Vec<(&StandingDate, Instant)> {
        let dates = self.dates.iter().map(|date| (date, zones.instant_of(date.local, &self.zone)));
        dates.filter(|(_, begins)| *begins > from).collect()
    }
}

/// The algorithm of the ids of sessions in a row: CRC-64 as in xz.
static CRC_64: Crc<u64> = Crc::<u64>::new(&CRC_64_XZ);

/// Returns the id of the session of a pair on a date of its row. A row that is made anew gives a date the same id, so the
/// calendar entry of the date stays the same entry.
#[must_use]
pub fn session_on(pair: PairId, date: LocalDateTime) -> SessionId {
    SessionId(CRC_64.checksum(format!("{pair}\n{}", date.date_field()).as_bytes()))
}

/// The way in which an entry went into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnteredBy {
    /// The person saved a file, which is still to be opened.
    File,
    /// The person opened the filled-in entry in a calendar on the web, where it is still to be saved.
    Web,
}

/// The record that a person put the dates of a row into a calendar. It stays on the device of that person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EnteredRow {
    /// Sequence of the entries; that of a later file with other content is higher.
    pub sequence: u32,
    /// Instant at which the entries were made.
    pub at: Instant,
    /// Way of the entries into the calendar.
    pub by: EnteredBy,
    /// Entries; at most [`ENTERED_LIMIT`].
    pub dates: Vec<EnteredDate>,
}

/// Upper bound on the entries of a row that are remembered.
pub const ENTERED_LIMIT: usize = 100;

/// A date of a row that a person put into a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EnteredDate {
    /// Id of the session on the date.
    pub session: SessionId,
    /// Instant of the start in the entry.
    pub begins: Instant,
    /// Length of the session in the entry, 20 to 90 minutes.
    pub minutes: Minutes,
    /// Fingerprint of the whole entry.
    pub content: u64,
}
