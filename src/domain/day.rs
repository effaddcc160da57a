//! A date of the calendar without a time of day.

use super::time::LocalDateTime;

/// A date of the calendar, from 1970-01-01 to 9999-12-31.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(LocalDateTime);

impl Day {
    /// Reads a date as HTML's date field gives it, `YYYY-MM-DD`; `None` for any other text.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        LocalDateTime::parse(text, "00:00").map(Self)
    }

    /// Returns the date so many days after 1970-01-01; `None` after 9999-12-31.
    #[must_use]
    pub fn from_number(days: u32) -> Option<Self> {
        LocalDateTime::default().plus_days(days.into()).map(Self)
    }

    /// Returns the days from 1970-01-01 to this date.
    #[must_use]
    pub fn number(self) -> u32 {
        u32::try_from(self.0.days_after(LocalDateTime::default())).unwrap_or_default()
    }

    /// Returns the date as HTML's date field wants it, `YYYY-MM-DD`.
    #[must_use]
    pub fn field(self) -> String {
        self.0.date_field()
    }

    /// Returns midnight at the beginning of the day.
    #[must_use]
    pub fn midnight(self) -> LocalDateTime {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, number: Option<u32>) {
        let day = Day::parse(text);
        assert_eq!(day.map(Day::number), number, "{text}");
        assert_eq!(day, number.and_then(Day::from_number), "{text}");
        assert!(day.is_none_or(|day| day.field() == text), "{text}");
    }

    #[test]
    fn days_read_back_and_nonsense_is_refused() {
        check("1970-01-01", Some(0));
        check("2026-05-15", Some(20_588));
        check("9999-12-31", Some(2_932_896));
        for nonsense in ["", "2026-02-30", "10000-01-01", "1969-12-31", "Friday", "2026-05-15T10:00"] {
            check(nonsense, None);
        }
        assert_eq!(Day::from_number(2_932_897), None);
        assert_eq!(Day::from_number(u32::MAX), None);
    }
}
