//! Lengths of time in digits: the same in every language that this product speaks.

use crate::domain::time::Span;

/// Returns the time left as minutes and seconds: `5:42`, and `60:00` for an hour. Seconds are rounded up, so
/// that a clock that shows `0:00` is up. Negative spans show as `0:00`.
#[must_use]
pub fn left(span: Span) -> String {
    digits(span.0.max(0).saturating_add(999) / 1000)
}

/// Returns the time gone as minutes and seconds, `5:42`; from an hour on as hours and minutes, `1 h 05`.
/// Seconds are rounded down. Negative spans show as `0:00`.
#[must_use]
pub fn gone(span: Span) -> String {
    let minutes = span.0.max(0) / 60_000;
    match minutes / 60 {
        0 => digits(span.0.max(0) / 1000),
        hours => split(hours, " h ", minutes % 60),
    }
}

fn digits(seconds: i64) -> String {
    split(seconds / 60, ":", seconds % 60)
}

/// Returns two numbers with a mark between them, the second in two digits or more.
fn split(whole: i64, mark: &str, rest: i64) -> String {
    [whole.to_string().as_str(), mark, if rest < 10 { "0" } else { "" }, &rest.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_shows_nothing_left_is_up() {
        for (milliseconds, shown) in [
            (0, "0:00"),
            (1, "0:01"),
            (999, "0:01"),
            (60_000, "1:00"),
            (342_000, "5:42"),
            (5_400_000, "90:00"),
            (-5, "0:00"),
        ] {
            assert_eq!(left(Span(milliseconds)), shown, "{milliseconds}");
        }
        assert_eq!(gone(Span(999)), "0:00");
        assert_eq!(gone(Span(125_000)), "2:05");
        assert_eq!(gone(Span(3_599_999)), "59:59");
        assert_eq!(gone(Span(3_900_000)), "1 h 05");
    }
}
