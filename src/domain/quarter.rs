//! Booking a quarter: several sellers, a few hours of the week, coaching types in turn, and days to avoid become one list
//! of dates for each seller.
//!
//! Plans nothing by itself: the caller shows the dates, and plans those that the person keeps.
#![deny(clippy::arithmetic_side_effects)]

use std::collections::BTreeSet;

use super::time::{Instant, LocalDateTime, Minutes};
use super::zone::{Zone, Zones};

/// Number of days of a week.
const WEEK: i64 = 7;

/// Days of the week, counted from Monday as 0.
pub type Weekdays = [bool; 7];

/// The days from Monday to Friday.
pub const MONDAY_TO_FRIDAY: Weekdays = [true, true, true, true, true, false, false];

/// An hour of each week at which a session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WeeklyHour {
    /// Day of the week, counted from Monday as 0: 0 to 6.
    pub weekday: u8,
    /// Time of day at which the session begins; its date means nothing.
    pub time: LocalDateTime,
}

/// The span of time of a session that is booked already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// Beginning of the session.
    pub begins: Instant,
    /// End of the session; the next session may begin at this instant.
    pub ends: Instant,
}

/// A quarter as the manager wants it.
pub struct Wanted<'a> {
    /// Time zone of the manager: all dates are local dates of this zone.
    pub zone: &'a Zone,
    /// First date on which a session may be booked.
    pub first: LocalDateTime,
    /// Last date on which a session may be booked.
    pub last: LocalDateTime,
    /// Weeks between two sessions of one seller, 1 or more.
    pub every: u8,
    /// Booked length of each session.
    pub minutes: Minutes,
    /// Hours of the week that the manager keeps for coaching.
    pub hours: &'a [WeeklyHour],
    /// For each seller the days of the week on which the seller works.
    pub sellers: &'a [Weekdays],
    /// Days of the week on which the manager works.
    pub working: Weekdays,
    /// Dates on which nothing is booked; their times of day mean nothing.
    pub avoided: &'a [LocalDateTime],
    /// Sessions that are booked already.
    pub busy: &'a [Busy],
    /// Number of coaching types that take turns, 1 or more.
    pub types: usize,
}

/// A date of a seller in the booked quarter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Beginning of the session, on a wall clock in the manager's zone.
    pub local: LocalDateTime,
    /// Position of the seller in [`Wanted::sellers`].
    pub seller: usize,
    /// Position of the coaching type among those that take turns.
    pub kind: usize,
    /// The date in the seller's turn, where the entry had to move from there.
    pub instead_of: Option<LocalDateTime>,
}

/// A booked quarter: its dates in order of time, and the turns for which no free hour was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quarter {
    /// Dates in order of time.
    pub entries: Vec<Entry>,
    /// Turns without a free hour, each with the position of its seller.
    pub unplaced: Vec<(LocalDateTime, usize)>,
}

/// The reason why a quarter cannot be booked at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoQuarter {
    /// Nobody is chosen.
    NoSeller,
    /// No hour of the week is chosen.
    NoHour,
    /// The last date lies before the first date.
    NoTime,
    /// None of the chosen hours lies on a day on which the manager works.
    NoWorkingDay,
    /// More sellers than turns: so many sellers fit into the chosen hours at this rhythm.
    TooMany {
        /// Number of sellers who have a turn each.
        fit: usize,
    },
}

/// Books a quarter. Each seller keeps one hour of the week, every so many weeks. A turn on a day that is avoided, taken or
/// not worked on moves to the next free hour, less than half way to the seller's next turn: at the same time of day if that is
/// free on the next working day, else at the first chosen time of day that is. Without such an hour it moves to the nearest
/// free hour on the days before, by the same rules; without any, it stays out. Two entries never overlap, nor does an entry
/// with a session that is booked already.
///
/// # Errors
/// See [`NoQuarter`].
pub fn book(wanted: &Wanted<'_>, zones: &dyn Zones) -> Result<Quarter, NoQuarter> {
    let turns = turns(wanted)?;
    let mut taken = wanted.busy.to_vec();
    let mut quarter = Quarter::default();
    let mut moved = Vec::new();
    let off: BTreeSet<i64> =
        wanted.avoided.iter().map(|day| day.days_after(LocalDateTime::default())).collect();
    let mut days = Days { wanted, zones, off, taken: &mut taken };
    // The turns that can stand where they are come first, so that a moved one takes nobody's place.
    for turn in turns {
        match days.take(turn.local, turn.seller) {
            Some(local) => quarter.entries.push(Entry { local, ..turn }),
            None => moved.push(turn),
        }
    }
    for turn in moved {
        match days.next(turn.local, turn.seller) {
            Some(local) => {
                quarter.entries.push(Entry { local, instead_of: Some(turn.local), ..turn });
            }
            None => quarter.unplaced.push((turn.local, turn.seller)),
        }
    }
    quarter.entries.sort();
    quarter.unplaced.sort();
    number(&mut quarter.entries, wanted);
    Ok(quarter)
}

/// Gives each seller's entries the coaching types in turn.
fn number(entries: &mut [Entry], wanted: &Wanted<'_>) {
    let mut counts = vec![0_usize; wanted.sellers.len()];
    for entry in entries {
        if let Some(count) = counts.get_mut(entry.seller) {
            entry.kind = count.checked_rem(wanted.types).unwrap_or_default();
            *count = count.saturating_add(1);
        }
    }
}

/// Returns all turns in order of time: for each seller the same hour of the week, every so many weeks. Sellers who work on
/// few of the days choose first.
fn turns(wanted: &Wanted<'_>) -> Result<Vec<Entry>, NoQuarter> {
    if wanted.sellers.is_empty() {
        return Err(NoQuarter::NoSeller);
    }
    if wanted.hours.is_empty() {
        return Err(NoQuarter::NoHour);
    }
    if wanted.last.days_after(wanted.first) < 0 {
        return Err(NoQuarter::NoTime);
    }
    let mut hours = wanted.hours.to_vec();
    hours.retain(|hour| works(&wanted.working, hour.weekday));
    if hours.is_empty() {
        return Err(NoQuarter::NoWorkingDay);
    }
    hours.sort();
    hours.dedup();
    let every = usize::from(wanted.every.max(1));
    let fit = hours.len().saturating_mul(every);
    if wanted.sellers.len() > fit {
        return Err(NoQuarter::TooMany { fit });
    }
    // The weeks in turn, and in each the hours, so that the first week is full before the second begins.
    let mut free: Vec<(usize, WeeklyHour)> =
        (0..every).flat_map(|week| hours.iter().map(move |hour| (week, *hour))).collect();
    let mut sellers: Vec<usize> = (0..wanted.sellers.len()).collect();
    let suited = |seller: usize| {
        let works_on = wanted.sellers.get(seller).copied().unwrap_or(MONDAY_TO_FRIDAY);
        hours.iter().filter(|hour| works(&works_on, hour.weekday)).count()
    };
    sellers.sort_by_key(|&seller| suited(seller));
    let mut turns = Vec::new();
    for seller in sellers {
        let works_on = wanted.sellers.get(seller).copied().unwrap_or(MONDAY_TO_FRIDAY);
        let suits = free.iter().position(|(_, hour)| works(&works_on, hour.weekday)).unwrap_or(0);
        if suits < free.len() {
            let (week, hour) = free.remove(suits);
            turns.extend(of_seller(wanted, seller, week, hour, every));
        }
    }
    turns.sort();
    Ok(turns)
}

/// Returns the turns of a seller from week `week` of the quarter on.
fn of_seller(
    wanted: &Wanted<'_>,
    seller: usize,
    week: usize,
    hour: WeeklyHour,
    every: usize,
) -> impl Iterator<Item = Entry> {
    // The week of the quarter begins with its first date.
    let ahead = i64::from(hour.weekday).saturating_sub(wanted.first.days_since_monday()).rem_euclid(WEEK);
    let (first, last) = (wanted.first.at_time_of(hour.time), wanted.last);
    let day = move |turn: i64| {
        let weeks = i64::try_from(week).ok()?.checked_add(turn.checked_mul(i64::try_from(every).ok()?)?)?;
        first.plus_days(ahead.checked_add(weeks.checked_mul(WEEK)?)?)
    };
    let dates = (0..).map_while(day).take_while(move |local| local.days_after(last) <= 0);
    dates.map(move |local| Entry { local, seller, kind: 0, instead_of: None })
}

fn works(weekdays: &Weekdays, weekday: u8) -> bool {
    weekdays.get(usize::from(weekday)).copied().unwrap_or(false)
}

/// The days of the quarter while they fill.
struct Days<'a> {
    wanted: &'a Wanted<'a>,
    zones: &'a dyn Zones,
    /// Dates to avoid, in days since 1970-01-01.
    off: BTreeSet<i64>,
    taken: &'a mut Vec<Busy>,
}

impl Days<'_> {
    /// Takes the hour for a seller; returns its beginning, or `None` if the day is off or the hour is taken.
    fn take(&mut self, local: LocalDateTime, seller: usize) -> Option<LocalDateTime> {
        let weekday = u8::try_from(local.days_since_monday()).ok()?;
        let seller_works = self.wanted.sellers.get(seller).is_none_or(|days| works(days, weekday));
        let is_off = self.off.contains(&local.days_after(LocalDateTime::default()));
        if is_off || !seller_works || !works(&self.wanted.working, weekday) {
            return None;
        }
        let begins = self.zones.instant_of(local, self.wanted.zone);
        let ends = begins.plus(self.wanted.minutes.span());
        if self.taken.iter().any(|busy| begins < busy.ends && ends > busy.begins) {
            return None;
        }
        self.taken.push(Busy { begins, ends });
        // A time that the clocks skip is the time that they show instead.
        Some(self.zones.local_at(begins, self.wanted.zone).unwrap_or(local))
    }

    /// Returns the number of days by which a turn may move: half of the days to the seller's next turn, so that no two
    /// sessions of a seller crowd together after a holiday.
    fn reach(&self) -> i64 {
        let days = i64::from(self.wanted.every.max(1)).saturating_mul(WEEK);
        days.checked_div(2).unwrap_or_default()
    }

    /// Takes a free hour for a seller whose turn cannot stand on its day: the next one, else the nearest one before.
    fn next(&mut self, turn: LocalDateTime, seller: usize) -> Option<LocalDateTime> {
        let times: Vec<LocalDateTime> = self.wanted.hours.iter().map(|hour| hour.time).collect();
        let before = (1..=self.reach()).map(|days| 0_i64.saturating_sub(days));
        for days in (0..=self.reach()).chain(before) {
            let is_within = |day: &LocalDateTime| {
                day.days_after(self.wanted.first) >= 0 && day.days_after(self.wanted.last) <= 0
            };
            let Some(day) = turn.plus_days(days).filter(is_within) else { continue };
            let others = times.iter().map(|&time| day.at_time_of(time));
            let found = std::iter::once(day).chain(others).find_map(|local| self.take(local, seller));
            if found.is_some() {
                return found;
            }
        }
        None
    }
}
