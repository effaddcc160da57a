//! What the two prepare: evidence, readiness, the mindset checklist, and what is for oneself alone.
//!
//! The ticks, the private note and what is held back are in no half of a session, so nothing that is
//! made of a session can hold them.

use super::note::{NOTE_LIMIT, Note, NoteId};
use super::phrase::Phrase;
use super::session::{Party, Plan, SellerHalf, Topic};
use super::text::Text;
use super::time::Instant;

/// The most topics that a seller's half holds.
pub const TOPIC_LIMIT: usize = 20;

/// The most lines of evidence that a seller's half holds.
pub const EVIDENCE_LIMIT: usize = 50;

/// How something is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// With one's own eyes.
    Seen,
    /// Somebody said so.
    Told,
    /// Nobody said so.
    #[default]
    Guessed,
}

/// One of each.
pub const SOURCES: [Source; 3] = [Source::Seen, Source::Told, Source::Guessed];

/// Something that is known, and how.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Evidence {
    /// What.
    pub words: Text,
    /// How it is known.
    pub source: Source,
}

/// That a party said: I am ready. Or that an invitation went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Readiness {
    /// When it was said.
    pub at: Instant,
    /// The plan for which it was said: see [`Plan::fingerprint`].
    pub plan: u64,
}

impl Readiness {
    /// Whether it was said for that plan and no earlier one.
    #[must_use]
    pub fn is_for(&self, plan: &Plan) -> bool {
        self.plan == plan.fingerprint()
    }
}

/// How both came to know that this is coaching.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Handshake {
    /// Both had said that they are ready.
    Ready,
    /// They said it to each other at the start.
    Together,
}

/// What the manager's half says of the preparation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prepared {
    /// That the manager is ready.
    pub ready: Option<Readiness>,
    /// When the invitation went out, and for which plan.
    pub invited: Option<Readiness>,
    /// How the session began.
    pub handshake: Option<Handshake>,
    /// Whether the manager alone sees the screen: then it shows what is for the manager alone.
    pub alone: bool,
}

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

/// One text of two, what was known before first; `None` of two that are too long together.
#[must_use]
pub fn joined(mine: Option<Text>, known: Option<Text>) -> Option<Text> {
    match (mine, known) {
        (Some(mine), Some(known)) if mine != known => Text::parse(&lines(&known, &mine)).ok(),
        (mine, known) => mine.or(known),
    }
}

/// Both texts, each on lines of its own, however long they are together.
#[must_use]
pub fn lines(one: &Text, other: &Text) -> String {
    [one.as_str(), "\n", other.as_str()].concat()
}

/// The mindset checklist of a party for a coaching type: content, tone, structure. Of a type that
/// this release does not know there is what holds always.
#[must_use]
pub fn checklist(party: Party, coaching_type: &str) -> [Vec<Phrase>; 3] {
    let (content, tone, structure): (&[Phrase], &[Phrase], &[Phrase]) = match party {
        Party::Manager => (
            &[Phrase::CheckRead, Phrase::CheckCurious],
            &[Phrase::CheckAsk, Phrase::CheckNoForecast, Phrase::CheckForWork],
            &[Phrase::CheckQuiet, Phrase::CheckOwnPromise],
        ),
        Party::Seller => (
            &[Phrase::CheckMyPick, Phrase::CheckKnowGuess],
            &[Phrase::CheckHard],
            &[Phrase::CheckHelp, Phrase::CheckLeave],
        ),
    };
    let own = match (coaching_type, party) {
        ("call-before", Party::Manager) => Some(Phrase::CheckCallBeforeManager),
        ("call-before", Party::Seller) => Some(Phrase::CheckCallSeller),
        ("call-after", Party::Manager) => Some(Phrase::CheckCallManager),
        ("call-after", Party::Seller) => Some(Phrase::CheckCallAfterSeller),
        ("opportunity-early", Party::Manager) => Some(Phrase::CheckEarlyManager),
        ("opportunity-early", Party::Seller) => Some(Phrase::CheckEarlySeller),
        ("opportunity-late", Party::Manager) => Some(Phrase::CheckLateManager),
        ("opportunity-late", Party::Seller) => Some(Phrase::CheckLateSeller),
        ("account", Party::Manager) => Some(Phrase::CheckAccountManager),
        ("account", Party::Seller) => Some(Phrase::CheckAccountSeller),
        ("territory", Party::Manager) => Some(Phrase::CheckTerritoryManager),
        ("territory", Party::Seller) => Some(Phrase::CheckTerritorySeller),
        _ => None,
    };
    let mut content = content.to_vec();
    content.extend(own);
    [content, tone.to_vec(), structure.to_vec()]
}
