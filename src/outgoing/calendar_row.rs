//! The entries of a row of dates for a calendar: one file with an event for each date, and the address at which Google
//! Calendar opens one entry that repeats.
//!
//! The file has no rule of repetition: each date is an event in UTC, so a program needs to know no rule of time zones, and
//! one date can be replaced without the others.

use chrono::Weekday;
use icalendar::{Event, EventStatus};

use super::calendar::{CalendarEntry, address_of, calendar_of};
use crate::domain::standing::{Rhythm, StandingSlot};
use crate::domain::time::{Instant, LocalDateTime, MonthWeek};
use crate::domain::zone::Zone;

/// The entries of a row of dates for a calendar.
pub struct CalendarRow {
    /// Entries of the row.
    pub entries: Vec<CalendarEntry>,
    /// Entries of an earlier file that are in the row no more.
    pub cancelled: Vec<CalendarEntry>,
    /// Sequence of the entries: a higher one replaces the entries of an earlier file.
    pub sequence: u32,
}

/// Returns the file with these entries, made at `now`. A file with a higher `sequence` replaces the entries of an earlier
/// file, and takes the `cancelled` ones back. `None` outside the range of the calendar.
#[must_use]
pub fn row_file(
    entries: &[CalendarEntry],
    cancelled: &[CalendarEntry],
    sequence: u32,
    now: Instant,
) -> Option<String> {
    calendar_of(events(entries, cancelled, sequence, now)?)
}

/// Returns one file with the entries of several rows, made at `now`: see [`row_file`].
#[must_use]
pub fn rows_file(rows: &[CalendarRow], now: Instant) -> Option<String> {
    let mut all = Vec::new();
    for CalendarRow { entries, cancelled, sequence } in rows {
        all.extend(events(entries, cancelled, *sequence, now)?);
    }
    calendar_of(all)
}

fn events(
    entries: &[CalendarEntry],
    cancelled: &[CalendarEntry],
    sequence: u32,
    now: Instant,
) -> Option<Vec<Event>> {
    let mut events = Vec::new();
    for entry in entries {
        events.push(entry.event(sequence, now)?);
    }
    for entry in cancelled {
        events.push(entry.event(sequence, now)?.status(EventStatus::Cancelled).done());
    }
    Some(events)
}

/// Returns the address at which Google Calendar opens an entry that repeats by the rhythm of the slot, `count` times from
/// `first` on, a time on the clock of `zone`. `None` if the entry is too long for an address.
#[must_use]
pub fn google_row(
    entry: &CalendarEntry,
    slot: StandingSlot,
    zone: &Zone,
    first: LocalDateTime,
    count: usize,
) -> Option<String> {
    let stamp = |local: LocalDateTime| {
        format!("{}T{}00", local.date_field().replace('-', ""), local.time_field().replace(':', ""))
    };
    let ends = first.plus(entry.ends.since(entry.begins))?;
    let mut fields = vec![
        ("action", "TEMPLATE".to_owned()),
        ("text", entry.title.clone()),
        ("dates", format!("{}/{}", stamp(first), stamp(ends))),
        ("ctz", zone.name().to_owned()),
        ("recur", format!("RRULE:{};COUNT={count}", rule(slot))),
        ("details", entry.body.clone()),
    ];
    fields.extend(entry.place.clone().map(|place| ("location", place)));
    address_of("https://calendar.google.com/calendar/render", fields)
}

/// Returns the rule of repetition of a slot (RFC 5545, section 3.3.10), without its count.
fn rule(slot: StandingSlot) -> String {
    let week = match slot.first.month_week() {
        MonthWeek::First => "1",
        MonthWeek::Second => "2",
        MonthWeek::Third => "3",
        MonthWeek::Fourth => "4",
        MonthWeek::Last => "-1",
    };
    let day = match slot.first.weekday() {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    };
    match slot.rhythm {
        Rhythm::Weekly => "FREQ=WEEKLY".to_owned(),
        Rhythm::TwoWeeks => "FREQ=WEEKLY;INTERVAL=2".to_owned(),
        Rhythm::Monthly => format!("FREQ=MONTHLY;BYDAY={week}{day}"),
        Rhythm::Quarterly => format!("FREQ=MONTHLY;INTERVAL=3;BYDAY={week}{day}"),
    }
}
