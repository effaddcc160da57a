//! Notes in words: the party and its words, the first step and the time of a next step, the destination of a
//! parked note.
//!
//! The screen and the summary share these words.

use crate::domain::evidence::Source;
use crate::domain::note::{Detail, Note, NoteKind, Place};
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::domain::time::LocalDateTime;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// All kinds of notes in the order of the screen, each with its heading.
pub const KINDS: [(NoteKind, Message<'static>); 3] = [
    (NoteKind::NextStep, Message::NextSteps),
    (NoteKind::Parked, Message::Parked),
    (NoteKind::Shared, Message::Notes),
];

/// Returns the notes below their headings, in the order of the screen, without empty ones. What the two want to do
/// differently has a heading of its own.
#[must_use]
pub fn headed(notes: &[Note]) -> Vec<(Message<'static>, Vec<&Note>)> {
    let mut headed = Vec::new();
    for (kind, heading) in KINDS {
        let (differently, rest): (Vec<&Note>, Vec<&Note>) =
            of_kind(notes, kind).into_iter().partition(|note| note.is_differently());
        headed.extend([(Message::DifferentlyHeading, differently), (heading, rest)]);
    }
    headed.retain(|(_, notes)| !notes.is_empty());
    headed
}

/// Returns the notes of one kind: those of the seller first, since the coached person is heard first; then
/// those of the manager, then those without a party.
#[must_use]
pub fn of_kind(notes: &[Note], kind: NoteKind) -> Vec<&Note> {
    let of = |by: Option<Party>| notes.iter().filter(move |note| note.kind() == kind && note.by() == by);
    [Some(Party::Seller), Some(Party::Manager), None].into_iter().flat_map(of).collect()
}

/// Writes notes in the reader's language, with the names of the two people.
#[derive(Clone)]
pub struct NoteWords<'a> {
    /// Ports that put notes into the reader's language.
    pub env: &'a Env<'a>,
    /// Name of the seller.
    pub seller: Words,
    /// Name of the manager; `None` if it is unknown.
    pub manager: Option<Words>,
    /// Date and time of the reader, whose year is left out of dates; `None` for a text that is read later.
    pub today: Option<LocalDateTime>,
}

impl NoteWords<'_> {
    /// Returns the name of the party; for a manager without a name "The manager".
    #[must_use]
    pub fn party(&self, party: Party) -> Words {
        match party {
            Party::Seller => self.seller.clone(),
            Party::Manager => self.manager.clone().unwrap_or_else(|| self.env.say(&Message::ManagerUnknown)),
        }
    }

    /// Returns the words of a note behind the name of the party who said them; a note of nobody in particular
    /// has no name.
    #[must_use]
    pub fn said(&self, note: &Note) -> Words {
        match note.by() {
            Some(by) => self.labelled(&self.party(by), &note.words),
            None => note.words.as_str().into(),
        }
    }

    /// Returns the words of a person behind a label.
    #[must_use]
    pub fn labelled(&self, label: &str, words: &Text) -> Words {
        self.env.say(&Message::Labelled { label, words: words.as_str() })
    }

    /// Returns `before`, then the first step, the time and the date of a next step, with middle dots between; `None` if
    /// all of them are empty. For any other note returns `before` alone.
    #[must_use]
    pub fn more(&self, note: &Note, before: &str) -> Option<Words> {
        let mut more = before.to_owned();
        if let Detail::NextStep { first_step, when, on, .. } = &note.detail {
            let env = self.env;
            if let Some(text) = first_step {
                append(&mut more, &self.labelled(&env.say(&Message::FirstStepLabel), text));
            }
            let day = on.map(|day| env.date(day.midnight(), self.today, Names::Short));
            let due = match (when, &day) {
                (Some(words), Some(day)) => {
                    Some(env.say(&Message::StepWhenOn { words: words.as_str(), day }))
                }
                (Some(words), None) => Some(self.labelled(&env.say(&Message::WhenLabel), words)),
                (None, Some(day)) => Some(env.say(&Message::StepBy { day })),
                (None, None) => None,
            };
            due.iter().for_each(|due| append(&mut more, due));
        }
        (!more.is_empty()).then(|| more.into())
    }

    /// Returns a whole note in one line: the party, the words, and the details of a next step or the
    /// destination of a parked note.
    #[must_use]
    pub fn line(&self, note: &Note) -> Words {
        match &note.detail {
            Detail::Parked { .. } if note.is_differently() => self.said(note),
            Detail::Parked { place, .. } => {
                // What nobody placed comes back next time.
                let place = match place {
                    Some(Place::Dropped) => Message::Dropped,
                    place => place_words(place.unwrap_or(Place::NextTime)),
                };
                let place = &self.env.say(&place);
                self.env.say(&Message::SummaryPlaced { words: &self.said(note), place })
            }
            _ => self.more(note, &self.said(note)).unwrap_or_default(),
        }
    }
}

/// Appends words to `to`, behind a middle dot (`·`) unless `to` is empty.
pub fn append(to: &mut String, words: &str) {
    if !to.is_empty() {
        to.push_str(" · ");
    }
    to.push_str(words);
}

/// Returns the words for the destination of a parked note, as the button that chooses it says them.
#[must_use]
pub fn place_words(place: Place) -> Message<'static> {
    match place {
        Place::NextTime => Message::NextTime,
        Place::Elsewhere => Message::Elsewhere,
        Place::Dropped => Message::DropIt,
    }
}

/// Returns the words for the source of a fact beside the fact.
#[must_use]
pub fn source_remark(source: Source) -> Message<'static> {
    match source {
        Source::Seen => Message::SeenRemark,
        Source::Told => Message::ToldRemark,
        Source::Guessed => Message::GuessedRemark,
    }
}

/// Returns the word for the source of a fact: seen, told or guessed.
#[must_use]
pub fn known_as(source: Source) -> Message<'static> {
    match source {
        Source::Seen => Message::Seen,
        Source::Told => Message::Told,
        Source::Guessed => Message::Guessed,
    }
}
