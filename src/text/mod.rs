//! Every word on the screen. A message is a variant with what it is about; each language says all
//! of them in one `match`, so a message without words does not compile.
//!
//! Never decides what is said when; that is `present`. Never holds what people wrote.

pub mod duration;
mod en;
pub mod intl;
pub mod message;
// The tests find words by it that are not here; nobody reads it, so it is not in the download.
#[cfg(not(target_arch = "wasm32"))]
mod pseudo;
mod words;

use std::fmt;
use std::rc::Rc;

use crate::domain::phrase::{Phrase, Wording};
use crate::domain::time::{Instant, LocalDateTime, Zone, local_at};
use intl::{DateStyle, Intl};
use message::Message;
pub use words::Words;

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// English with every message marked, to find words that are not here.
    #[cfg(not(target_arch = "wasm32"))]
    Pseudo,
}

impl Language {
    /// The language for a BCP 47 tag; English for one that the product does not speak. `en-XA` is
    /// the usual tag of a pseudo-language.
    #[must_use]
    pub fn for_tag(tag: &str) -> Self {
        match tag {
            #[cfg(not(target_arch = "wasm32"))]
            "en-XA" => Self::Pseudo,
            _ => Self::English,
        }
    }
}

/// A language, and the platform's knowledge of dates and zones.
#[derive(Clone)]
pub struct Voice {
    language: Language,
    tag: Rc<str>,
    intl: Rc<dyn Intl>,
}

impl Voice {
    /// The voice for a BCP 47 tag: words in the language that fits, dates as the tag wants them.
    #[must_use]
    pub fn new(tag: &str, intl: Rc<dyn Intl>) -> Self {
        Self { language: Language::for_tag(tag), tag: tag.into(), intl }
    }

    /// Says a message.
    // Once, and not with each of the many callers.
    #[must_use]
    #[inline(never)]
    pub fn say(&self, message: &Message<'_>) -> Words {
        match self.language {
            Language::English => en::say(message).into(),
            #[cfg(not(target_arch = "wasm32"))]
            Language::Pseudo => pseudo::mark(&en::say(message)).into(),
        }
    }

    /// Says a phrase of the product.
    #[must_use]
    pub fn phrase(&self, phrase: Phrase) -> Words {
        self.say(&Message::Phrase(phrase))
    }

    /// Says what is built in, and repeats what is somebody's own.
    #[must_use]
    pub fn wording(&self, wording: &Wording) -> Words {
        match wording {
            Wording::BuiltIn(phrase) => self.phrase(*phrase),
            Wording::Own(text) => text.as_str().into(),
        }
    }

    /// A date.
    #[must_use]
    pub fn date(&self, local: LocalDateTime, style: DateStyle) -> Words {
        self.intl.date(&self.tag, local, style).into()
    }

    /// A time of day.
    #[must_use]
    pub fn time(&self, local: LocalDateTime) -> Words {
        self.intl.time(&self.tag, local).into()
    }

    /// The time of day that clocks in `zone` show at `instant`; empty outside the calendar.
    #[must_use]
    pub fn time_at(&self, instant: Instant, zone: &Zone) -> Words {
        self.local(instant, zone).map(|local| self.time(local)).unwrap_or_default()
    }

    /// What clocks in `zone` show at `instant`.
    #[must_use]
    pub fn local(&self, instant: Instant, zone: &Zone) -> Option<LocalDateTime> {
        local_at(instant, |at| self.intl.offset(zone, at))
    }

    /// The instant at which clocks in `zone` show `local`.
    #[must_use]
    pub fn instant(&self, local: LocalDateTime, zone: &Zone) -> Instant {
        crate::domain::time::resolve(local, |at| self.intl.offset(zone, at))
    }
}

impl PartialEq for Voice {
    fn eq(&self, other: &Self) -> bool {
        self.language == other.language && self.tag == other.tag
    }
}

impl fmt::Debug for Voice {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Voice({})", self.tag)
    }
}
