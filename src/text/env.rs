//! The surroundings of the pure core, as ports: rules of time zones, words and dates. The browser implements
//! the ports in the product, tables in the tests.
//!
//! Never reads a clock and never decides what is said when.

use super::argument::Argument;
use super::message::Message;
use super::parameter::Parameter;
use super::words::Words;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::zone::{Schedule, Zone, Zones};

/// The length and parts of a date in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateStyle {
    /// Length of the names of day and month: in full or in short.
    pub names: Names,
    /// Presence of the year in the date.
    pub year: Year,
}

/// The length of the names of day and month in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Names {
    /// Day and month are written in full: "Thursday 14 May".
    Full,
    /// Day and month are shortened: "Thu 14 May".
    Short,
}

/// The presence of the year in a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// The date is written with its year.
    Said,
    /// The date is written without its year, which is the current year of the reader.
    Understood,
}

/// Puts messages, dates and times into words, in the language of the reader.
pub trait Translator {
    /// Returns the words with this id in `l10n/*.ftl`, with the arguments put in. An id with a dot, such as
    /// `early-learn-question-1.answer`, names an attribute.
    fn say(&self, id: &str, arguments: &[Argument<'_>]) -> Words;

    /// Returns the date of `local` in words, as people write it, without the time of day.
    fn date(&self, local: LocalDateTime, style: DateStyle) -> Words;

    /// Returns the time of day of `local` in words, as people write it, without the date.
    fn time(&self, local: LocalDateTime) -> Words;
}

/// The two ports that `update` and `present` are given.
#[derive(Clone, Copy)]
pub struct Env<'a> {
    /// Rules of time zones, from the platform.
    pub zones: &'a dyn Zones,
    /// Words, dates and times in the language of the reader.
    pub words: &'a dyn Translator,
}

impl Env<'_> {
    /// Returns the words of a message in the language of the reader.
    #[must_use]
    pub fn say(&self, message: &Message<'_>) -> Words {
        let (mut arguments, mut names) = (Vec::new(), Vec::new());
        for (name, parameter) in message.parameters() {
            if let Parameter::Name(name) = parameter {
                names.push(name);
            }
            parameter.append_to(&mut arguments, name, &|message| self.say(message));
        }
        let has_name = !names.is_empty();
        let mut words = self.words.say(&message.id(), &arguments);
        // The full stop of an initial ends the sentence, too.
        for name in names.into_iter().filter(|name| name.ends_with('.')) {
            let name = Words::mark(name);
            words = words.replace(&format!("{name}."), &name).into();
        }
        if has_name { Words::marked(&words) } else { words }
    }

    /// Returns the title of a session by the names of the two people; the seller's name alone if `manager` is
    /// `None`, since the name is unknown.
    #[must_use]
    pub fn two(&self, seller: &str, manager: Option<&str>) -> Words {
        match manager {
            Some(manager) => self.say(&Message::SessionTitle { seller, manager }),
            None => seller.into(),
        }
    }

    /// Returns the words of a built-in phrase that names neither party.
    #[must_use]
    pub fn phrase(&self, phrase: Phrase) -> Words {
        self.say(&Message::Phrase(phrase))
    }

    /// Returns the words of a built-in phrase, or a person's own words as they are. A phrase that names a
    /// party gets the words for an unknown name.
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

    /// Returns a date in words. The year is left out if it is that of `now`; with `None` for `now` it stays.
    #[must_use]
    pub fn date(&self, local: LocalDateTime, now: Option<LocalDateTime>, names: Names) -> Words {
        let is_this_year = now.is_some_and(|now| now.year() == local.year());
        let year = if is_this_year { Year::Understood } else { Year::Said };
        self.words.date(local, DateStyle { names, year })
    }

    /// Returns a date and a time of day in words. The year is left out if it is that of `now`; with `None`
    /// for `now` it stays.
    #[must_use]
    pub fn date_time(&self, local: LocalDateTime, now: Option<LocalDateTime>, names: Names) -> Words {
        let date = self.date(local, now, names);
        self.say(&Message::WhenShort { date: &date, from: &self.time(local) })
    }

    /// Returns the planned beginning of a session in words, as clocks in `zone` show it. The year is left out
    /// if it is that of `now`; with `None` for `now` it stays.
    #[must_use]
    pub fn begins(
        &self,
        schedule: &Schedule,
        zone: &Zone,
        now: Option<LocalDateTime>,
        names: Names,
    ) -> Words {
        let begins = schedule.begins(self.zones);
        self.date_time(self.local(begins, zone).unwrap_or(schedule.local), now, names)
    }

    /// Returns the planned beginning of a session in words, as clocks in `zone` show it, with the place of the zone:
    /// "Thu 14 May, 10:00 (Kyiv time)". For text that a reader elsewhere may see: where the clocks of the plan show another
    /// time, that stands behind it. The year is left out if it is that of `now`; with `None` for `now` it stays.
    #[must_use]
    pub fn begins_at_place(
        &self,
        schedule: &Schedule,
        zone: &Zone,
        now: Option<LocalDateTime>,
        names: Names,
    ) -> Words {
        let (time, place) = (&self.begins(schedule, zone, now, names), &zone.place());
        match self.time_of_plan(schedule, zone) {
            Some(there) => {
                let there_place = &schedule.zone.place();
                self.say(&Message::TimeAtBoth { time, place, there: &there, there_place })
            }
            None => self.say(&Message::TimeAtPlace { time, place }),
        }
    }

    /// Returns the planned start in words as the clocks show it in the time zone of the plan, with the place: "10:00
    /// (Berlin time)", and with the date if that is another day. `None` where clocks in `here` show the same, and for a time
    /// zone that the platform does not know.
    #[must_use]
    pub fn at_place_of_plan(&self, schedule: &Schedule, here: &Zone) -> Option<Words> {
        let time = &self.time_of_plan(schedule, here)?;
        Some(self.say(&Message::TimeAtPlace { time, place: &schedule.zone.place() }))
    }

    /// Returns the planned start in words as the clocks show it in the time zone of the plan, without the place: see
    /// [`at_place_of_plan`](Self::at_place_of_plan).
    #[must_use]
    pub fn time_of_plan(&self, schedule: &Schedule, here: &Zone) -> Option<Words> {
        let local = self.local(schedule.begins(self.zones), here)?;
        if !schedule.knows_zone(self.zones) || local == schedule.local {
            return None;
        }
        Some(if local.days_after(schedule.local) == 0 {
            self.time(schedule.local)
        } else {
            self.date_time(schedule.local, Some(local), Names::Short)
        })
    }

    /// Returns a time of day in words.
    #[must_use]
    pub fn time(&self, local: LocalDateTime) -> Words {
        self.words.time(local)
    }

    /// Returns the time of day, in words, that clocks in `zone` show at `instant`; empty outside the years
    /// 1970 to 9999.
    #[must_use]
    pub fn time_at(&self, instant: Instant, zone: &Zone) -> Words {
        self.local(instant, zone).map(|local| self.time(local)).unwrap_or_default()
    }

    /// Returns the date and time that clocks in `zone` show at `instant`; `None` outside the years 1970 to
    /// 9999.
    #[must_use]
    pub fn local(&self, instant: Instant, zone: &Zone) -> Option<LocalDateTime> {
        self.zones.local_at(instant, zone)
    }

    /// Returns the instant at which clocks in `zone` show `local`. [`Zones::instant_of`] says what holds for
    /// a time that a clock change skips or repeats.
    #[must_use]
    pub fn instant(&self, local: LocalDateTime, zone: &Zone) -> Instant {
        self.zones.instant_of(local, zone)
    }
}
