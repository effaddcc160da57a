//! The surroundings of the pure core, as ports: rules of time zones, words and dates. The browser stands
//! behind them in the product, tables in the tests.
//!
//! Never reads a clock and never decides what is said when.

use super::argument::Argument;
use super::message::Message;
use super::words::Words;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::time::{Instant, LocalDateTime, Schedule, Zone, Zones};

/// The length and parts of a written date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStyle {
    /// Length of the names of day and month.
    pub names: Names,
    /// Mention of the year.
    pub year: Year,
}

/// The length of the names of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// In full: "Thursday 14 May".
    Full,
    /// In short: "Thu 14 May".
    Short,
}

/// The presence of the year in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// The date says its year.
    Said,
    /// The date is in the year of the reader.
    Understood,
}

/// Says messages, dates and times in the language of the reader.
pub trait Translator {
    /// Returns the words with that id in `l10n/*.ftl`, with the arguments put in. Behind a point, the id
    /// names an attribute.
    fn say(&self, id: &str, arguments: &[Argument<'_>]) -> Words;

    /// Returns a date as people write it.
    fn date(&self, local: LocalDateTime, style: DateStyle) -> Words;

    /// Returns a time of day as people write it.
    fn time(&self, local: LocalDateTime) -> Words;
}

/// The two ports that `update` and `present` are given.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// The rules of time zones.
    pub zones: &'a dyn Zones,
    /// The words of the reader's language.
    pub words: &'a dyn Translator,
}

impl Env<'_> {
    /// Says a message.
    #[must_use]
    pub fn say(&self, message: &Message<'_>) -> Words {
        let mut arguments = Vec::new();
        for (name, parameter) in message.parameters() {
            parameter.append_to(&mut arguments, name, &|message| self.say(message));
        }
        self.words.say(&message.id(), &arguments)
    }

    /// Says who a session is between: the seller alone where the manager's name is unknown.
    #[must_use]
    pub fn two(&self, seller: &str, manager: Option<&str>) -> Words {
        match manager {
            Some(manager) => self.say(&Message::SessionTitle { seller, manager }),
            None => seller.into(),
        }
    }

    /// Says a phrase of the product that names nobody.
    #[must_use]
    pub fn phrase(&self, phrase: Phrase) -> Words {
        self.say(&Message::Phrase(phrase))
    }

    /// Says a phrase of the product, or repeats a person's own words.
    #[must_use]
    pub fn wording(&self, wording: &Wording) -> Words {
        match wording {
            // Stored data and links may hold any phrase here, one that names the two included.
            Wording::BuiltIn(phrase) => {
                let (seller, manager) =
                    (&self.say(&Message::SellerUnknown), &self.say(&Message::ManagerUnknown));
                self.say(&Message::PhraseOf { phrase: *phrase, seller, manager })
            }
            Wording::Own(text) => text.as_str().into(),
        }
    }

    /// Says a date, with its year where that is not the year of `now`.
    #[must_use]
    pub fn date(&self, local: LocalDateTime, now: Option<LocalDateTime>, names: Names) -> Words {
        let is_this_year = now.is_some_and(|now| now.year() == local.year());
        let year = if is_this_year { Year::Understood } else { Year::Said };
        self.words.date(local, DateStyle { names, year })
    }

    /// Says a date and a time of day.
    #[must_use]
    pub fn date_time(&self, local: LocalDateTime, now: Option<LocalDateTime>, names: Names) -> Words {
        let date = self.date(local, now, names);
        self.say(&Message::WhenShort { date: &date, from: &self.time(local) })
    }

    /// Says when a session begins, as clocks in `zone` show it.
    #[must_use]
    pub fn begins(
        &self,
        schedule: &Schedule,
        zone: &Zone,
        now: Option<LocalDateTime>,
        names: Names,
    ) -> Words {
        let begins = self.instant(schedule.local, &schedule.zone);
        self.date_time(self.local(begins, zone).unwrap_or(schedule.local), now, names)
    }

    /// Says a time of day.
    #[must_use]
    pub fn time(&self, local: LocalDateTime) -> Words {
        self.words.time(local)
    }

    /// Says the time of day that clocks in `zone` show at `instant`; empty outside the years 1970 to 9999.
    #[must_use]
    pub fn time_at(&self, instant: Instant, zone: &Zone) -> Words {
        self.local(instant, zone).map(|local| self.time(local)).unwrap_or_default()
    }

    /// Returns what clocks in `zone` show at `instant`; `None` outside the years 1970 to 9999.
    #[must_use]
    pub fn local(&self, instant: Instant, zone: &Zone) -> Option<LocalDateTime> {
        self.zones.local_at(instant, zone)
    }

    /// Returns the instant at which clocks in `zone` show `local`.
    #[must_use]
    pub fn instant(&self, local: LocalDateTime, zone: &Zone) -> Instant {
        self.zones.instant_of(local, zone)
    }
}
