//! Private records: the ticks, the note to oneself and the held-back things of one party.
//!
//! No half of a session contains a type of this file, so nothing made from a session can hold them.

use super::evidence::{EVIDENCE_LIMIT, Evidence};
use super::half::SellerHalf;
use super::note::{NOTE_LIMIT, Note, NoteId};
use super::phrase::Phrase;
use super::text::{Text, joined};
use super::topic::{TOPIC_LIMIT, Topic};

/// What was written and is held back: it is kept as it would be shared.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Held {
    /// Topics, and with each of them how it will have worked.
    pub topics: Vec<Topic>,
    /// Lines of evidence.
    pub evidence: Vec<Evidence>,
    /// What is better left alone.
    pub leave_alone: Option<Text>,
    /// Of what was written down in the session, notes and what was parked; no two have one name. A
    /// promise that one of the two does not know of is none.
    pub notes: Vec<Note>,
}

impl Held {
    /// How many things are held back.
    #[must_use]
    pub fn count(&self) -> usize {
        let lists = [self.topics.len(), self.evidence.len(), self.notes.len()];
        lists.iter().sum::<usize>() + usize::from(self.leave_alone.is_some())
    }

    /// Takes what is held back out of a half, by its words. Where what to leave alone was made longer there,
    /// it is the longer that is held back; whether either stood there.
    pub fn take_out_of(&mut self, half: &mut SellerHalf) -> bool {
        half.topics.retain(|topic| self.topics.iter().all(|held| held.words != topic.words));
        half.evidence.retain(|line| self.evidence.iter().all(|held| held.words != line.words));
        if let Some(held) = &mut self.leave_alone
            && let Some(longer) = half.leave_alone.take_if(|words| words.as_str().contains(held.as_str()))
        {
            *held = longer;
            return true;
        }
        false
    }

    /// Holds back what `other` does, too, nothing of it twice; and whether there was room for all of it.
    pub fn join(&mut self, other: &Self) -> bool {
        for topic in &other.topics {
            if self.topics.iter().all(|held| held.words != topic.words) {
                self.topics.push(topic.clone());
            }
        }
        for line in &other.evidence {
            if self.evidence.iter().all(|held| held.words != line.words) {
                self.evidence.push(line.clone());
            }
        }
        other.notes.iter().for_each(|note| self.hold(note));
        let fits = self.topics.len() <= TOPIC_LIMIT
            && self.evidence.len() <= EVIDENCE_LIMIT
            && self.notes.len() <= NOTE_LIMIT;
        self.topics.truncate(TOPIC_LIMIT);
        self.evidence.truncate(EVIDENCE_LIMIT);
        self.notes.truncate(NOTE_LIMIT);
        join(&mut self.leave_alone, &other.leave_alone) && fits
    }

    /// Holds that note back, unless it is: by another name, where one that is held has its own.
    pub fn hold(&mut self, note: &Note) {
        if !self.holds(note) {
            let is_free = self.notes.iter().all(|held| held.id != note.id);
            let id = if is_free { note.id } else { self.next_note() };
            self.notes.push(Note { id, ..note.clone() });
        }
    }

    /// Whether that note is held back, whatever its name.
    #[must_use]
    pub fn holds(&self, note: &Note) -> bool {
        self.notes.iter().any(|held| (&held.words, &held.detail) == (&note.words, &note.detail))
    }

    /// A name behind those of all notes that are held back.
    #[must_use]
    pub fn next_note(&self) -> NoteId {
        NoteId(self.notes.iter().fold(0, |next, held| next.max(held.id.0.saturating_add(1))))
    }
}

/// What one party keeps about a session for themselves: it never leaves the device but in a file of
/// everything that they save.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Private {
    /// The lines of the checklist that are ticked.
    pub ticks: Vec<Phrase>,
    /// A note.
    pub note: Option<Text>,
    /// What is held back of what was prepared, and of what was written down.
    pub held: Held,
}

impl Private {
    /// Keeps what `other` does, too; and whether there was room for all of it.
    pub fn join(&mut self, other: &Self) -> bool {
        for line in &other.ticks {
            if !self.ticks.contains(line) {
                self.ticks.push(*line);
            }
        }
        join(&mut self.note, &other.note) & self.held.join(&other.held)
    }

    /// The same with that line ticked, or not any more.
    #[must_use]
    pub fn ticked(&self, line: Phrase) -> Self {
        let mut ticks = self.ticks.clone();
        ticks.retain(|ticked| *ticked != line);
        if ticks.len() == self.ticks.len() {
            ticks.push(line);
        }
        Self { ticks, ..self.clone() }
    }
}

/// Adds one text to another; of two that are too long together the first stays. Whether there was room.
fn join(mine: &mut Option<Text>, other: &Option<Text>) -> bool {
    let both = joined(mine.clone(), other.clone());
    let fits = both.is_some() || other.is_none();
    *mine = both.or_else(|| mine.take());
    fits
}
