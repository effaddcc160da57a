//! The browser's `Intl`: offsets of time zones, and dates in the reader's language.

use super::platform::Platform;
use crate::domain::time::{Instant, LocalDateTime, Span, Zone, Zones};
use crate::text::message::Message;
use crate::text::{DateStyle, Env, Language, Names, Translator, Words, Year};

/// The browser behind both ports of the core, for one reader's language.
pub(super) struct Browser {
    platform: Platform,
    language: Language,
    tag: String,
}

impl Browser {
    /// Speaks to a reader of that BCP 47 tag: words in the language that fits, dates as the tag wants them.
    pub(super) fn new(tag: &str, platform: &Platform) -> Self {
        Self { platform: platform.clone(), language: Language::for_tag(tag), tag: tag.to_owned() }
    }

    /// Returns the ports that the core is given.
    pub(super) fn env(&self) -> Env<'_> {
        Env { zones: self, words: self }
    }
}

/// The time zone of this device; UTC where the browser does not name one.
pub(super) fn own_zone(platform: &Platform) -> Zone {
    platform.own_zone().and_then(|name| Zone::parse(&name)).unwrap_or_else(Zone::utc)
}

impl Zones for Browser {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of some hours")]
    fn offset(&self, zone: &Zone, instant: Instant) -> Span {
        Span(self.platform.offset(zone.name(), number(instant)) as i64)
    }
}

impl Translator for Browser {
    fn say(&self, message: &Message<'_>) -> Words {
        self.language.say(message)
    }

    // A local date or time is said as if the clock on the wall stood in UTC, so that no zone turns it.

    fn date(&self, local: LocalDateTime, style: DateStyle) -> Words {
        let names = match style.names {
            Names::Full => "long",
            Names::Short => "short",
        };
        self.platform.say_date(&self.tag, number(local.as_utc()), names, style.year == Year::Said).into()
    }

    fn time(&self, local: LocalDateTime) -> Words {
        self.platform.say_time(&self.tag, number(local.as_utc())).into()
    }
}

#[expect(clippy::cast_precision_loss, reason = "dates of JavaScript are whole numbers below 2^53")]
fn number(instant: Instant) -> f64 {
    instant.0 as f64
}
