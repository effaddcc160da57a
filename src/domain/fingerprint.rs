//! Fingerprints of what goes out: a number for all words and choices in it, by which a change since then is noticed.
//!
//! Each number is a CRC-32, the same on every device. What stays on the device is in no fingerprint.

use super::ahead::Ahead;
use super::checksum::CRC_32;
use super::closing::{Asked, Closing};
use super::half::{Course, ManagerHalf, SellerHalf, TimeAnswer, TimeSaid};
use super::note::{Detail, Note, Status};
use super::pair::Pair;
use super::timing::Change;

/// The lines of which a fingerprint is made.
#[derive(Default)]
struct Written(String);

impl Written {
    fn add(&mut self, kind: &str, text: &str) {
        self.0.push_str(&format!("{kind} {text}\n"));
    }

    fn add_statuses(&mut self, statuses: &[Status]) {
        for Status { session, note, answer } in statuses {
            self.add("step", &format!("{session} {} {}", note.0, *answer as u8));
        }
    }

    /// Adds the answers at the close that the party handed in.
    fn add_closing(&mut self, closing: &Closing) {
        if !closing.is_in {
            return;
        }
        self.add("closing", "in");
        for (name, replies) in [("replied", &closing.replies), ("heard", &closing.heard)] {
            let mut replies = replies.clone();
            replies.sort_unstable();
            for (asked, reply) in replies {
                let asked = match asked {
                    Asked::Worked(topic) => format!("worked {topic}"),
                    Asked::Talk => "talk".to_owned(),
                    Asked::Spoke => "spoke".to_owned(),
                };
                self.add(name, &format!("{asked} {}", reply as u8));
            }
        }
        closing.differently.iter().for_each(|words| self.add("differently", words.as_str()));
    }

    fn add_note(&mut self, note: &Note) {
        self.add("note", &format!("{} {}", note.id.0, note.words.as_str()));
        match &note.detail {
            Detail::NextStep { by, first_step, when, on, is_confirmed: _ } => {
                self.add("by", &format!("{}", *by as u8));
                first_step.iter().for_each(|words| self.add("first step", words.as_str()));
                when.iter().for_each(|words| self.add("when", words.as_str()));
                on.iter().for_each(|day| self.add("on", &day.field()));
            }
            Detail::Parked { by, place, quotes: _ } => {
                by.iter().for_each(|by| self.add("raised by", &format!("{}", *by as u8)));
                place.iter().for_each(|place| self.add("goes", &format!("{}", *place as u8)));
            }
            Detail::Shared => {}
        }
    }

    fn checksum(&self) -> u64 {
        CRC_32.checksum(self.0.as_bytes()).into()
    }
}

/// The answers at the close in a fingerprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// The fingerprint holds the answers at the close.
    In,
    /// The fingerprint leaves the answers at the close out.
    Out,
}

impl ManagerHalf {
    /// Returns a number for the content of an invitation: the plan, the words of the manager ahead of the session, and the
    /// names of the two.
    #[must_use]
    pub fn fingerprint(&self, two: Option<&Pair>) -> u64 {
        let mut written = self.ahead_of_session();
        if let Some(two) = two {
            two.manager.iter().for_each(|name| written.add("manager", name.as_str()));
            written.add("seller", two.seller.as_str());
        }
        written.checksum()
    }

    /// Returns a number for the content of a record: the plan, the words ahead of the session, the start and the end, the
    /// notes, the answers about earlier notes, and the answers at the close.
    #[must_use]
    pub fn record_fingerprint(&self, answers: Answers) -> u64 {
        let mut written = self.ahead_of_session();
        if let Course::Begun { log, .. } = &self.course {
            let ends = log.last().filter(|last| last.change == Change::Ended);
            log.0
                .first()
                .into_iter()
                .chain(ends)
                .for_each(|entry| written.add("at", &entry.at.0.to_string()));
        }
        self.notes.all.iter().for_each(|note| written.add_note(note));
        written.add_statuses(&self.notes.statuses);
        if answers == Answers::In {
            written.add_closing(&self.closing);
        }
        written.checksum()
    }

    fn ahead_of_session(&self) -> Written {
        let Ahead { noted, fact, count_on, standing } = &self.ahead;
        let mut written = Written::default();
        written.add("plan", &self.plan.fingerprint().to_string());
        noted.iter().for_each(|noted| written.add("noted", noted.words.as_str()));
        fact.iter().for_each(|fact| written.add(fact.source.key(), fact.words.as_str()));
        count_on.iter().for_each(|line| written.add("count on", line.key()));
        for date in standing.iter().flat_map(|standing| &standing.dates) {
            let (day, time) = (date.local.date_field(), date.local.time_field());
            let kind = if date.is_skipped { "skipped" } else { "date" };
            written.add(kind, &format!("{day} {time} {}", date.minutes.0));
        }
        written
    }
}

impl SellerHalf {
    /// Returns a number for the content of an answer: all that the seller wrote and chose.
    #[must_use]
    pub fn fingerprint(&self, answers: Answers) -> u64 {
        let mut written = Written::default();
        for topic in &self.topics {
            written.add("topic", topic.words.as_str());
            topic.worked_if.iter().for_each(|words| written.add("worked if", words.as_str()));
        }
        self.evidence.iter().for_each(|line| written.add(line.source.key(), line.words.as_str()));
        for (kind, text) in [("alone", &self.leave_alone), ("about", &self.about), ("wish", &self.wish)] {
            text.iter().for_each(|text| written.add(kind, text.as_str()));
        }
        if self.brings_it {
            written.add("brings", "it");
        }
        if let Some(TimeAnswer { start, says }) = self.time {
            let says = match says {
                TimeSaid::Works => "works",
                TimeSaid::OtherTime => "other time",
                TimeSaid::CantCome => "can't come",
            };
            written.add(says, &start.to_string());
        }
        self.zone.iter().for_each(|at| written.add("zone", at.zone.name()));
        self.ready.iter().for_each(|ready| written.add("ready", &ready.plan.to_string()));
        written.add_statuses(&self.steps);
        self.listed.iter().for_each(|line| written.add("listed", line.note.words.as_str()));
        if answers == Answers::In {
            written.add_closing(&self.closing);
        }
        written.checksum()
    }
}
