//! Time as this product counts it: instants and spans in milliseconds, minutes of an agenda,
//! and the date and time that people agree on.
//!
//! Never reads a clock. All arithmetic saturates: a damaged number gives an odd time, no panic. It is
//! called and not inlined, since saturating takes thirty bytes each time: 0.15 KB of the download.
#![deny(clippy::arithmetic_side_effects)]

/// Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// The span from `earlier` to this instant; negative where `earlier` is the later one.
    #[must_use]
    #[inline(never)]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }

    /// This instant moved by `span`.
    #[must_use]
    #[inline(never)]
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// This instant moved back by `span`.
    #[must_use]
    #[inline(never)]
    pub fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

/// A length of time in milliseconds; negative spans are legal, and mean "the other way".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub i64);

impl Span {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// `count` minutes.
    #[must_use]
    pub const fn minutes(count: i64) -> Self {
        Self(count.saturating_mul(60_000))
    }

    /// The sum, saturating.
    #[must_use]
    #[inline(never)]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, saturating.
    #[must_use]
    #[inline(never)]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// This span, or zero where it is negative.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        Self(self.0.max(0))
    }

    /// Whole minutes, the nearest; halves away from zero.
    #[must_use]
    #[inline(never)]
    pub fn rounded_minutes(self) -> i64 {
        let half = if self.0 < 0 { -30_000 } else { 30_000 };
        self.0.saturating_add(half) / 60_000
    }
}

/// Planned minutes: of an item, of a session. The legal range depends on what they are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u16);

impl Minutes {
    /// Reads what was typed; `None` where it is no whole number, or far too large a one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        u16::try_from(typed.trim().parse::<i64>().ok()?).ok().map(Self)
    }

    /// The same length as a span.
    #[must_use]
    pub fn span(self) -> Span {
        Span::minutes(i64::from(self.0))
    }

    /// The sum, saturating.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Adds up minutes, saturating.
pub fn total(minutes: impl IntoIterator<Item = Minutes>) -> Minutes {
    minutes.into_iter().fold(Minutes(0), Minutes::plus)
}

/// What a wall calendar and a wall clock show, to the minute; years 1970 to 9999, and at first the
/// first minute of these. Held as minutes
/// since 1970-01-01 00:00. The calendar is our own, in two functions below: a library's weighed 1 KB
/// more in the download.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalDateTime(i64);

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// The first day that is not before the year 10000, counted from 1970-01-01.
const DAYS: i64 = 2_932_897;

impl LocalDateTime {
    /// Reads a date `YYYY-MM-DD` and a time `HH:MM` (seconds are dropped), the forms of HTML's date
    /// and time fields. `None` where either is not on the calendar or outside 1970 to 9999.
    #[must_use]
    #[expect(clippy::arithmetic_side_effects, reason = "the numbers have four digits at the most")]
    pub fn parse(date: &str, time: &str) -> Option<Self> {
        let part = |text: &str, from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
        let day = days_to(part(date, 0, 4)?, part(date, 5, 7)?, part(date, 8, 10)?);
        let local = Self::of(day * DAY + part(time, 0, 2)? * 60 + part(time, 3, 5)?)?;
        // What is on no calendar and no clock reads otherwise once it is counted.
        let seconds = time.strip_prefix(local.time_field().as_str())?;
        let reads = local.date_field() == date && (seconds.is_empty() || seconds.starts_with(':'));
        reads.then_some(local)
    }

    fn of(minutes: i64) -> Option<Self> {
        (0..DAYS * DAY).contains(&minutes).then_some(Self(minutes))
    }

    /// The date as HTML's date field wants it, `YYYY-MM-DD`.
    #[must_use]
    pub fn date_field(self) -> String {
        let (year, month, day) = date_of(self.0 / DAY);
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// The time as HTML's time field wants it, `HH:MM`.
    #[must_use]
    pub fn time_field(self) -> String {
        format!("{:02}:{:02}", self.0 % DAY / 60, self.0 % 60)
    }

    /// The instant at which a clock in UTC shows this.
    #[must_use]
    pub fn as_utc(self) -> Instant {
        // So few minutes never are too many milliseconds.
        Instant(self.0.wrapping_mul(60_000))
    }

    /// What a clock in UTC shows at `instant`, seconds dropped; `None` outside 1970 to 9999.
    #[must_use]
    pub fn from_utc(instant: Instant) -> Option<Self> {
        Self::of(instant.0.div_euclid(Span::minutes(1).0))
    }

    /// The year, 1970 to 9999.
    #[must_use]
    pub fn year(self) -> i64 {
        date_of(self.0 / DAY).0
    }

    /// The same time of day that many days later; `None` outside 1970 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::of(self.0.saturating_add(days.saturating_mul(DAY)))
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        // The first day of 1970 was a Thursday.
        matches!(self.0 / DAY % 7, 2 | 3)
    }

    /// Days from `other`'s date to this one's; negative where this is earlier.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        (self.0 / DAY).saturating_sub(other.0 / DAY)
    }
}

/// The days from 1970-01-01 to a day of the Gregorian calendar. Years here begin in March, so that a
/// leap day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
#[expect(clippy::arithmetic_side_effects, reason = "the numbers have four digits at the most")]
fn days_to(year: i64, month: i64, day: i64) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year / 4 - year / 100 + year / 400;
    year * 365 + leap_days + (month * 153 + 2) / 5 + day - 719_469
}

/// Year, month and day that many days after 1970-01-01, of a day in the years 1970 to 9999: what
/// [`days_to`] goes back on, from the same source.
#[expect(clippy::arithmetic_side_effects, reason = "the days of eight thousand years are few")]
fn date_of(days: i64) -> (i64, i64, i64) {
    let (era, of_era) = ((days + 719_468) / 146_097, (days + 719_468) % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (year * 365 + year / 4 - year / 100);
    let month = (of_year * 5 + 2) / 153;
    let day = of_year - (month * 153 + 2) / 5 + 1;
    let year = era * 400 + year;
    if month < 10 { (year, month + 3, day) } else { (year + 1, month - 9, day) }
}

/// The name of a time zone in the IANA database, such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Zone(String);

impl Zone {
    /// Takes a name of 1 to 64 characters out of `A-Z a-z 0-9 _ + - /`; `None` for anything else.
    /// Whether the zone exists only the platform knows.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-/".contains(&byte);
        ((1..=64).contains(&name.len()) && name.bytes().all(legal)).then(|| Self(name.to_owned()))
    }

    /// Coordinated universal time, for a platform that will not name its zone.
    #[must_use]
    pub fn utc() -> Self {
        Self("UTC".to_owned())
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0
    }
}

/// When a session is to begin. What people agree on is a date and a time at a place, so that is
/// what is kept; the instant follows from the rules of the zone, which governments change
/// (RFC 8984, section 4.7.1 keeps events in the same way).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// What the clock on the wall shows when the session begins.
    pub local: LocalDateTime,
    /// The zone that the clock on the wall is in.
    pub zone: Zone,
}

/// Knows the rules of time zones. The platform does: governments change the rules at any time.
pub trait Zones {
    /// Returns how far ahead of UTC clocks in `zone` are at `instant`, negative for behind; zero for a
    /// zone that the platform does not know.
    fn offset(&self, zone: &Zone, instant: Instant) -> Span;

    /// Returns the instant at which clocks in `zone` show `local`. A time that a spring change skips
    /// moves on by the length of the gap. A time that an autumn change repeats means the first of the
    /// two (RFC 5545, section 3.3.5).
    fn instant_of(&self, local: LocalDateTime, zone: &Zone) -> Instant {
        let utc = local.as_utc();
        let day = Span::minutes(24 * 60);
        // No zone changes its offset twice within the two days around a time, so the offsets a day
        // before and a day after are the only two that can hold.
        let before = self.offset(zone, utc.minus(day));
        let after = self.offset(zone, utc.plus(day));
        let (first, second) = (utc.minus(before), utc.minus(after));
        if self.offset(zone, first) != before && self.offset(zone, second) == after { second } else { first }
    }

    /// Returns what clocks in `zone` show at `instant`; `None` outside the years 1970 to 9999.
    fn local_at(&self, instant: Instant, zone: &Zone) -> Option<LocalDateTime> {
        LocalDateTime::from_utc(instant.plus(self.offset(zone, instant)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_and_a_time_read_back() {
        let local = LocalDateTime::parse("2026-05-14", "10:05").unwrap();
        assert_eq!((local.date_field(), local.time_field()), ("2026-05-14".to_owned(), "10:05".to_owned()));
        assert_eq!(LocalDateTime::from_utc(local.as_utc()), Some(local));
    }

    #[test]
    fn every_day_is_that_of_a_calendar_from_a_library() {
        let first = chrono::NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
        let days = first.iter_days().take_while(|day| chrono::Datelike::year(day) < 10_000);
        for (count, day) in (0..).zip(days) {
            let local = LocalDateTime::from_utc(Instant(0).plus(Span::minutes(count * DAY))).unwrap();
            assert_eq!(local.date_field(), day.to_string());
            assert_eq!(LocalDateTime::parse(&local.date_field(), "00:00"), Some(local), "{day}");
        }
        assert_eq!(LocalDateTime::from_utc(Instant(0).plus(Span::minutes(DAYS * DAY))), None);
    }

    #[test]
    fn what_is_on_no_calendar_is_refused() {
        for (date, time) in [
            ("", "10:00"),
            ("2026-02-29", "10:00"),
            ("1969-12-31", "10:00"),
            ("10000-01-01", "10:00"),
            ("2026-5-14", "10:00"),
            ("2026-05-14", "24:00"),
            ("2026-05-14", "10"),
            ("2026-05-14", "+1:00"),
            ("2026-05-14", "10:60"),
            ("2026-05-14", "10:051"),
            ("2026-00-14", "10:00"),
            ("2026-13-14", "10:00"),
            ("2026-05-00", "10:00"),
            ("2026-05-14", "-1:00"),
            ("-026-05-14", "10:00"),
            ("2026-05-14T", "10:00"),
            ("２０２６-05-14", "10:00"),
        ] {
            assert_eq!(LocalDateTime::parse(date, time), None, "{date} {time}");
        }
    }

    #[test]
    fn minutes_round_to_the_nearest() {
        for (milliseconds, minutes) in
            [(0, 0), (29_999, 0), (30_000, 1), (90_000, 2), (-29_999, 0), (-30_000, -1)]
        {
            assert_eq!(Span(milliseconds).rounded_minutes(), minutes, "{milliseconds}");
        }
    }

    #[test]
    fn the_ends_of_the_number_line_do_not_overflow() {
        let far = Instant(i64::MAX);
        assert_eq!(far.plus(Span::minutes(i64::MAX)), far);
        assert_eq!(Instant(i64::MIN).since(far), Span(i64::MIN));
        assert_eq!(LocalDateTime::from_utc(far), None);
    }
}
