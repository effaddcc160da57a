//! The browser's `Intl`: offsets of time zones, and dates in the reader's language.

use super::platform;
use crate::domain::time::{Instant, LocalDateTime, Span, Zone};
use crate::text::intl::{DateStyle, Intl, Names, Year};

/// The browser as it answers for `Intl`.
pub(super) struct Browser;

/// The time zone of this device; UTC where the browser does not name one.
pub(super) fn own_zone() -> Zone {
    platform::own_zone().and_then(|name| Zone::parse(&name)).unwrap_or_else(Zone::utc)
}

impl Intl for Browser {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of some hours")]
    fn offset(&self, zone: &Zone, instant: Instant) -> Span {
        Span(platform::offset(zone.name(), number(instant)) as i64)
    }

    // A local date or time is said as if the clock on the wall stood in UTC, so that no zone turns it.

    fn date(&self, tag: &str, local: LocalDateTime, style: DateStyle) -> String {
        let names = match style.names {
            Names::Full => "long",
            Names::Short => "short",
        };
        platform::say_date(tag, number(local.as_utc()), names, style.year == Year::Said)
    }

    fn time(&self, tag: &str, local: LocalDateTime) -> String {
        platform::say_time(tag, number(local.as_utc()))
    }
}

#[expect(clippy::cast_precision_loss, reason = "dates of JavaScript are whole numbers below 2^53")]
fn number(instant: Instant) -> f64 {
    instant.0 as f64
}
