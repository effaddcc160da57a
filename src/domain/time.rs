//! Time: instants and spans in milliseconds, minutes of an agenda, and dates and times on a wall clock.
//!
//! Reads no clock. All arithmetic saturates: a damaged number gives an odd time, never a panic. The calendar
//! is chrono's.
#![deny(clippy::arithmetic_side_effects)]

pub use chrono::Weekday;
use chrono::{DateTime, Datelike as _, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};

/// Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Instant(pub i64);

impl Instant {
    /// Returns the span from `earlier` to this instant; negative if `earlier` is the later one.
    #[must_use]
    pub fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }

    /// Returns the full minutes since 1970-01-01T00:00:00Z, as a clock shows them.
    #[must_use]
    pub fn minutes(self) -> i64 {
        self.0.div_euclid(60_000)
    }

    /// Returns this instant moved by `span`.
    #[must_use]
    pub fn plus(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// Returns this instant moved back by `span`.
    #[must_use]
    pub fn minus(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }
}

/// A length of time in milliseconds; negative for the direction into the past.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span(pub i64);

impl Span {
    /// The span of no time at all.
    pub const ZERO: Self = Self(0);

    /// Returns a span of `count` minutes.
    #[must_use]
    pub const fn minutes(count: i64) -> Self {
        Self(count.saturating_mul(60_000))
    }

    /// Returns the sum of two spans, saturating.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// Returns this span less `other`, saturating.
    #[must_use]
    pub fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Returns this span, or zero for a negative one.
    #[must_use]
    pub fn at_least_zero(self) -> Self {
        Self(self.0.max(0))
    }

    /// Returns the nearest whole minutes; halves round away from zero.
    #[must_use]
    pub fn rounded_minutes(self) -> i64 {
        let half = if self.0 < 0 { -30_000 } else { 30_000 };
        self.0.saturating_add(half) / 60_000
    }
}

/// A number of whole minutes, such as the planned minutes of an item. Each use has a legal range of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub u16);

impl Minutes {
    /// Reads a typed number, without the spaces around it; `None` for anything but a whole number from 0 to
    /// 65,535.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        u16::try_from(typed.trim().parse::<i64>().ok()?).ok().map(Self)
    }

    /// Returns the minutes as a span.
    #[must_use]
    pub fn span(self) -> Span {
        Span::minutes(i64::from(self.0))
    }

    /// Returns the sum of two numbers of minutes, saturating.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

/// Adds up minutes, saturating.
pub fn total(minutes: impl IntoIterator<Item = Minutes>) -> Minutes {
    minutes.into_iter().fold(Minutes(0), Minutes::plus)
}

/// A date and a time of day as a wall calendar and a wall clock show them, to the minute; years 1970 to 9999.
/// The default is 1970-01-01, 00:00.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalDateTime(NaiveDateTime);

impl LocalDateTime {
    /// Reads a date `YYYY-MM-DD` and a time `HH:MM`, the forms of HTML's date and time fields; seconds are
    /// dropped. `None` where either is not on the calendar or outside 1970 to 9999.
    #[must_use]
    pub fn parse(date: &str, time: &str) -> Option<Self> {
        let (year, rest) = date.split_once('-')?;
        let (month, day) = rest.split_once('-')?;
        let (hour, rest) = time.split_once(':')?;
        let minute = rest.split_once(':').map_or(rest, |(minute, _)| minute);
        let year = i32::try_from(digits(year, 4)?).ok()?;
        let date = NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?)?;
        Self::within(date.and_hms_opt(digits(hour, 2)?, digits(minute, 2)?, 0)?)
    }

    /// Wraps a date and time of chrono; `None` outside 1970 to 9999.
    fn within(naive: NaiveDateTime) -> Option<Self> {
        (1970..=9999).contains(&naive.year()).then_some(Self(naive))
    }

    /// Returns the date as HTML's date field wants it, `YYYY-MM-DD`.
    #[must_use]
    pub fn date_field(self) -> String {
        self.0.date().to_string()
    }

    /// Returns the time as HTML's time field wants it, `HH:MM`.
    #[must_use]
    pub fn time_field(self) -> String {
        format!("{:02}:{:02}", self.0.hour(), self.0.minute())
    }

    /// Returns the instant at which a clock in UTC shows this date and time.
    #[must_use]
    pub fn as_utc(self) -> Instant {
        Instant(self.0.and_utc().timestamp_millis())
    }

    /// Returns the date and time that a clock in UTC shows at `instant`, seconds dropped; `None` outside 1970
    /// to 9999.
    #[must_use]
    pub fn from_utc(instant: Instant) -> Option<Self> {
        let minutes = instant.0.div_euclid(Span::minutes(1).0);
        Self::within(DateTime::from_timestamp(minutes.saturating_mul(60), 0)?.naive_utc())
    }

    /// Returns the year, 1970 to 9999.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// Returns the same time of day so many days later, earlier where negative; `None` outside 1970 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Option<Self> {
        Self::within(self.0.checked_add_signed(TimeDelta::try_days(days)?)?)
    }

    /// Returns the same weekday of the month at the same time of day, so many months later. The last weekday of its kind
    /// stays the last. `None` outside 1970 to 9999.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let first = self.0.date().with_day(1)?.checked_add_months(Months::new(months))?;
        let on =
            |week| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), self.weekday(), week);
        let date = match self.month_week() {
            MonthWeek::First => on(1),
            MonthWeek::Second => on(2),
            MonthWeek::Third => on(3),
            MonthWeek::Fourth => on(4),
            MonthWeek::Last => on(5).or_else(|| on(4)),
        };
        Self::within(date?.and_time(self.0.time()))
    }

    /// Returns the place of the weekday in its month.
    #[must_use]
    pub fn month_week(self) -> MonthWeek {
        match self.0.day() {
            ..=7 => MonthWeek::First,
            8..=14 => MonthWeek::Second,
            15..=21 => MonthWeek::Third,
            22..=28 => MonthWeek::Fourth,
            _ => MonthWeek::Last,
        }
    }

    /// Returns the day of the week.
    #[must_use]
    pub fn weekday(self) -> Weekday {
        self.0.weekday()
    }

    /// Returns this time moved on by `span`, seconds dropped; `None` outside 1970 to 9999.
    #[must_use]
    pub fn plus(self, span: Span) -> Option<Self> {
        Self::from_utc(self.as_utc().plus(span))
    }

    /// Returns the hour of the day, 0 to 23.
    #[must_use]
    pub fn hour(self) -> u32 {
        self.0.hour()
    }

    /// Returns the full hour `hour` of the same date; `None` above 23.
    #[must_use]
    pub fn at_hour(self, hour: u32) -> Option<Self> {
        self.0.date().and_hms_opt(hour, 0, 0).map(Self)
    }

    /// Returns this date at the time of day of `other`.
    #[must_use]
    pub fn at_time_of(self, other: Self) -> Self {
        Self(self.0.date().and_time(other.0.time()))
    }

    /// Returns true for a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// Returns the days since Monday of the same week: 0 for a Monday, 6 for a Sunday.
    #[must_use]
    pub fn days_since_monday(self) -> i64 {
        self.0.weekday().num_days_from_monday().into()
    }

    /// Returns the days from the date of `other` to this date; negative if this date is the earlier one.
    #[must_use]
    pub fn days_after(self, other: Self) -> i64 {
        self.0.date().signed_duration_since(other.0.date()).num_days()
    }
}

/// The place of a weekday in its month. The fifth one is the last, since most months have no fifth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthWeek {
    /// Days 1 to 7 of the month.
    First,
    /// Days 8 to 14.
    Second,
    /// Days 15 to 21.
    Third,
    /// Days 22 to 28.
    Fourth,
    /// Days 29 to 31: the last one of its weekday.
    Last,
}

impl MonthWeek {
    /// Returns the word by which a language chooses its wording.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Second => "second",
            Self::Third => "third",
            Self::Fourth => "fourth",
            Self::Last => "last",
        }
    }
}

/// Returns the word by which a language chooses the name of the weekday.
#[must_use]
pub fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "monday",
        Weekday::Tue => "tuesday",
        Weekday::Wed => "wednesday",
        Weekday::Thu => "thursday",
        Weekday::Fri => "friday",
        Weekday::Sat => "saturday",
        Weekday::Sun => "sunday",
    }
}

/// Reads a number of exactly so many ASCII digits; `None` for any other text.
fn digits(text: &str, count: usize) -> Option<u32> {
    let is_number = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_day(date: &str, days: i64, is_weekend: bool) {
        let local = LocalDateTime::parse(date, "00:00").unwrap();
        assert_eq!(local.as_utc(), Instant(0).plus(Span::minutes(days.saturating_mul(24 * 60))), "{date}");
        assert_eq!(local.days_after(LocalDateTime::default()), days, "{date}");
        assert_eq!(LocalDateTime::default().plus_days(days), Some(local), "{date}");
        assert_eq!(local.is_weekend(), is_weekend, "{date}");
        assert_eq!(local.date_field(), date);
    }

    #[test]
    fn days_of_the_calendar_are_counted_from_1970() {
        check_day("1970-01-01", 0, false);
        check_day("1972-02-29", 789, false);
        check_day("2000-02-29", 11_016, false);
        check_day("2026-05-16", 20_589, true);
        check_day("2026-05-17", 20_590, true);
        check_day("2026-05-18", 20_591, false);
        check_day("2100-02-28", 47_540, true);
        check_day("2100-03-01", 47_541, false);
        check_day("9999-12-31", 2_932_896, false);
    }

    #[test]
    fn years_outside_1970_to_9999_are_refused() {
        let last = LocalDateTime::parse("9999-12-31", "23:59").unwrap();
        assert_eq!(LocalDateTime::from_utc(last.as_utc().plus(Span::minutes(1))), None);
        assert_eq!(LocalDateTime::from_utc(Instant(-1)), None);
        assert_eq!(LocalDateTime::from_utc(Instant(59_999)), Some(LocalDateTime::default()));
        assert_eq!(last.plus_days(1), None);
        assert_eq!(LocalDateTime::default().plus_days(-1), None);
        assert_eq!(LocalDateTime::default().plus_days(i64::MAX), None);
    }

    proptest::proptest! {
        #[test]
        fn dates_and_times_read_back(minutes in 0_i64..2_932_897 * 24 * 60, milliseconds in 0_i64..60_000) {
            let minute = Instant(0).plus(Span::minutes(minutes));
            let local = LocalDateTime::from_utc(minute.plus(Span(milliseconds))).unwrap();
            assert_eq!(local.as_utc(), minute);
            let (date, time) = (local.date_field(), local.time_field());
            assert_eq!(LocalDateTime::parse(&date, &time), Some(local), "{date} {time}");
            assert_eq!(LocalDateTime::parse(&date, &format!("{time}:30")), Some(local));
            assert_eq!(date.get(..4).map(str::parse), Some(Ok(local.year())));
        }
    }

    #[test]
    fn what_is_on_no_calendar_is_refused() {
        for (date, time) in [
            ("", "10:00"),
            ("2026-02-29", "10:00"),
            ("2100-02-29", "10:00"),
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
