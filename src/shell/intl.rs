//! The browser behind the ports of the core: `Intl` for time zones and dates, Fluent for words.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::Array;

use super::platform::Platform;
use crate::domain::time::{Instant, LocalDateTime, Span};
use crate::domain::zone::{Zone, Zones};
use crate::text::{Argument, DateStyle, Env, Names, Translator, Value, Words, Year};

/// The translator and the rules of time zones, made of the browser, for one reader's language.
pub(super) struct Browser {
    /// Access to the browser, for timers too.
    pub(super) platform: Platform,
    /// BCP 47 tag of the reader's language, by which dates are written.
    tag: String,
    /// Finished words of messages without arguments, by message id, since each drawing needs them again.
    said: RefCell<HashMap<String, Words>>,
}

impl Browser {
    /// Returns the ports of the core for a reader's BCP 47 tag: words in the language that the platform has
    /// loaded, dates in the language of the tag.
    pub(super) fn new(tag: &str, platform: &Platform) -> Self {
        Self { platform: platform.clone(), tag: tag.to_owned(), said: RefCell::default() }
    }

    /// Returns the two ports of the core: the translator and the rules of time zones.
    pub(super) fn env(&self) -> Env<'_> {
        Env { zones: self, words: self }
    }

    /// Returns the arguments of a message as one flat list: each name, followed by its value.
    fn pairs(&self, arguments: &[Argument<'_>]) -> Array {
        let pairs = Array::new();
        for Argument { name, value } in arguments {
            pairs.push(&(&**name).into());
            pairs.push(&match value {
                Value::Text(text) => (&**text).into(),
                Value::Within(text) => self.platform.lowered(text).into(),
                Value::Number(number) => f64::from(*number).into(),
            });
        }
        pairs
    }
}

/// Returns the time zone of the device; UTC if the browser names none that it knows.
pub(super) fn own_zone(platform: &Platform) -> Zone {
    let zone = platform.own_zone().and_then(|name| Zone::parse(&name));
    zone.filter(|zone| platform.offset(zone.name(), 0.0).is_some()).unwrap_or_else(Zone::utc)
}

impl Zones for Browser {
    #[expect(clippy::cast_possible_truncation, reason = "whole milliseconds of some hours")]
    fn offset(&self, zone: &Zone, instant: Instant) -> Option<Span> {
        self.platform.offset(zone.name(), number(instant)).map(|offset| Span(offset as i64))
    }
}

impl Translator for Browser {
    fn say(&self, id: &str, arguments: &[Argument<'_>]) -> Words {
        if !arguments.is_empty() {
            return self.platform.say(id, &self.pairs(arguments)).into();
        }
        if let Some(words) = self.said.borrow().get(id) {
            return words.clone();
        }
        let words = Words::from(self.platform.say(id, &Array::new()));
        self.said.borrow_mut().insert(id.to_owned(), words.clone());
        words
    }

    // Formats a local date or time as if it were UTC, so that no time zone shifts it.

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
pub(super) fn number(instant: Instant) -> f64 {
    instant.0 as f64
}
