//! The entry of a next step for the calendar of the person who said it: a whole day in a file in the format iCalendar.
//!
//! Holds the step alone: no name, no topic, no other step, no record.

use chrono::NaiveDate;
use icalendar::{Class, Component as _, Event, EventLike as _};

use super::calendar::{calendar_of, plain, utc};
use crate::domain::day::Day;
use crate::domain::id::SessionId;
use crate::domain::note::{Detail, Note, NoteId};
use crate::domain::time::Instant;
use crate::text::Env;
use crate::text::message::Message;

/// The entry of a next step in a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepEntry {
    /// Session in which the step was said; with the id of the step the lasting id of the entry.
    pub session: SessionId,
    /// Id of the step within the session.
    pub note: NoteId,
    /// Date by which the step is kept.
    pub on: Day,
    /// Words of the step.
    pub title: String,
    /// First step and time in words, each in a line; empty without both.
    pub body: String,
}

impl StepEntry {
    /// Returns the entry of the step; `None` for a note that is no step, or has no date.
    #[must_use]
    pub fn new(env: &Env<'_>, session: SessionId, note: &Note) -> Option<Self> {
        let Detail::NextStep { first_step, when, on, .. } = &note.detail else { return None };
        let mut body = String::new();
        for (label, words) in [(Message::FirstStepLabel, first_step), (Message::WhenLabel, when)] {
            if let Some(words) = words {
                let label = &env.say(&label);
                body.push_str(&format!("{}\n", env.say(&Message::Labelled { label, words: words.as_str() })));
            }
        }
        let title = plain(note.words.as_str()).replace('\n', " ");
        Some(Self { session, note: note.id, on: (*on)?, title, body: plain(&body) })
    }

    /// Returns the entry as a file in the format iCalendar, made at `now`. A file with a higher `sequence` replaces the
    /// entry of an earlier file. The day stays free for other entries. `None` outside the range of the calendar.
    #[must_use]
    pub fn file(&self, sequence: u32, now: Instant) -> Option<String> {
        let on = NaiveDate::parse_from_str(&self.on.field(), "%Y-%m-%d").ok()?;
        let mut event = Event::new();
        event
            .uid(&format!("{}-{}@coaching-session", self.session, self.note.0))
            .sequence(sequence)
            .timestamp(utc(now)?)
            .starts(on)
            .summary(&self.title)
            .class(Class::Private)
            .append_property(("TRANSP", "TRANSPARENT"));
        if !self.body.is_empty() {
            event.description(&self.body);
        }
        calendar_of(vec![event.done()])
    }
}
