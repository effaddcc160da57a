//! Time as this product counts it: instants and spans in milliseconds, minutes of an agenda,
//! and the date and time that people agree on.
//!
//! Never reads a clock. All arithmetic saturates: a damaged number gives an odd time, no panic.
#![deny(clippy::arithmetic_side_effects)]

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};

/// Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(pub i64);

impl Instant {
    /// The span from `earlier` to this instant; negative where `earlier` is the later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }

    /// This instant moved by `span`.
    #[must_use]
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }
}

/// A length of time in milliseconds; negative spans are legal, and mean "the other way".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, saturating.
    #[must_use]
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
    pub fn rounded_minutes(self) -> i64 {
        let half = if self.0 < 0 { -30_000 } else { 30_000 };
        self.0.saturating_add(half) / 60_000
    }
}

/// Planned minutes: of an item, of a session. The legal range depends on what they are of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minutes(pub u16);

impl Minutes {
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
/// first minute of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LocalDateTime(NaiveDateTime);

impl LocalDateTime {
    /// Reads a date `YYYY-MM-DD` and a time `HH:MM` (seconds are dropped), the forms of HTML's date
    /// and time fields. `None` where either is not on the calendar or outside 1970 to 9999.
    #[must_use]
    pub fn parse(date: &str, time: &str) -> Option<Self> {
        Some(Self(parse_date(date)?.and_time(parse_time(time)?)))
    }

    /// The date as HTML's date field wants it, `YYYY-MM-DD`.
    #[must_use]
    pub fn date_field(self) -> String {
        let day = self.0.date();
        format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
    }

    /// The time as HTML's time field wants it, `HH:MM`.
    #[must_use]
    pub fn time_field(self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }

    /// The instant at which a clock in UTC shows this.
    #[must_use]
    pub fn as_utc(self) -> Instant {
        Instant(self.0.and_utc().timestamp_millis())
    }

    /// What a clock in UTC shows at `instant`, seconds dropped; `None` outside 1970 to 9999.
    #[must_use]
    pub fn from_utc(instant: Instant) -> Option<Self> {
        let shown = chrono::DateTime::from_timestamp_millis(instant.0)?.naive_utc();
        let time = NaiveTime::from_hms_opt(shown.hour(), shown.minute(), 0)?;
        in_range(shown.date()).map(|date| Self(date.and_time(time)))
    }

    /// The year, 1970 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The same time of day that many days later; `None` outside 1970 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::from_utc(self.as_utc().plus(Span::minutes(days.saturating_mul(24 * 60))))
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        self.0.weekday().num_days_from_monday() >= 5
    }

    /// Days from `other`'s date to this one's; negative where this is earlier.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        self.0.date().signed_duration_since(other.0.date()).num_days()
    }
}

/// Reads `YYYY-MM-DD`.
fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?;
    let day = digits(parts.next()?, 2)?;
    in_range(NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?)
}

/// Reads `HH:MM`, with or without seconds behind.
fn parse_time(text: &str) -> Option<NaiveTime> {
    let mut parts = text.splitn(3, ':');
    let hour = digits(parts.next()?, 2)?;
    let minute = digits(parts.next()?, 2)?;
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn digits(text: &str, length: usize) -> Option<u32> {
    let plain = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

fn in_range(date: NaiveDate) -> Option<NaiveDate> {
    (1970..=9999).contains(&date.year()).then_some(date)
}

/// The name of a time zone in the IANA database, such as `Europe/Berlin`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Schedule {
    /// What the clock on the wall shows when the session begins.
    pub local: LocalDateTime,
    /// The zone that the clock on the wall is in.
    pub zone: Zone,
}

/// The instant at which clocks show `local`, where `offset_at` tells how far ahead of UTC the
/// zone is at an instant. A time that a spring change skips moves on by the length of the gap; of
/// a time that an autumn change repeats the first is meant (RFC 5545, section 3.3.5).
pub fn resolve(local: LocalDateTime, offset_at: impl Fn(Instant) -> Span) -> Instant {
    let utc = local.as_utc();
    let day = Span::minutes(24 * 60);
    // No zone changes its offset twice within the two days around a time, so the offsets a day
    // before and a day after are the only two that can hold.
    let before = offset_at(utc.plus(Span::ZERO.minus(day)));
    let after = offset_at(utc.plus(day));
    let first = utc.plus(Span::ZERO.minus(before));
    let second = utc.plus(Span::ZERO.minus(after));
    if offset_at(first) == before {
        first
    } else if offset_at(second) == after {
        second
    } else {
        first
    }
}

/// What clocks show at `instant`, where `offset_at` is as in [`resolve`].
pub fn local_at(instant: Instant, offset_at: impl Fn(Instant) -> Span) -> Option<LocalDateTime> {
    LocalDateTime::from_utc(instant.plus(offset_at(instant)))
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
