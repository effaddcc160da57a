//! What a file holds that the person opened: checked, to be looked at, and not taken in yet.

use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
pub use crate::wire::backup::NotBackup;
use crate::wire::backup::{Entry, Restore};
use crate::wire::key::{ASIDE, Key};
use crate::wire::stored::Unreadable;

/// Why a record of a file is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not as it was written.
    Damaged,
    /// It is longer than any record may be, or would be together with what is here.
    TooLarge,
    /// A newer release wrote it, or it is of a kind that this one does not know.
    Newer,
    /// What stands here under its name cannot be read and is not written over.
    Blocked,
}

/// A part of a file that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A record, by the beginning of its key.
    Record(String, Fault),
    /// A line that does not say which record it holds, by its number from 1.
    Line(usize, Fault),
    /// The end of the file: it was saved with more records than it has.
    End,
}

/// The longest name of a record that is repeated on the screen, in characters.
const NAME_SHOWN: usize = 60;

/// How much of a file is read at once, in bytes: as much as nobody waits for. A record is read whole.
const AT_ONCE: usize = 64 * 1024;

/// A file that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    file: Restore,
    incoming: Incoming,
}

impl Reading {
    /// One of which no record was read.
    ///
    /// # Errors
    /// [`NotBackup`] where it is no file of ours.
    pub(super) fn begin(file: String) -> Result<Self, NotBackup> {
        Ok(Self {
            file: Restore::begin(file)?,
            incoming: Incoming { is_of_two: true, ..Incoming::default() },
        })
    }

    /// Reads on and returns true if anything is left. What belongs to the device that saved the file, and
    /// what was set aside there, is passed over.
    ///
    /// # Errors
    /// [`NotBackup::TooLarge`] where there are too many records.
    pub(super) fn goes_on(&mut self, model: &Model) -> Result<bool, NotBackup> {
        let until = self.file.at().saturating_add(AT_ONCE);
        while self.file.at() < until {
            let Some(entry) = self.file.entry()? else { return Ok(false) };
            self.incoming.add(entry, model);
        }
        Ok(true)
    }

    /// What it holds, once nothing is left.
    pub(super) fn finish(self) -> Incoming {
        self.incoming
    }
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The sessions and what is kept beside them, in the order of their keys.
    pub values: Vec<(Key, Value)>,
    /// Whether it has sessions and the names of two, and nothing else.
    pub is_of_two: bool,
    /// Records and lines that are left out, each with the reason.
    pub left_out: Vec<LeftOut>,
}

impl Incoming {
    fn add(&mut self, entry: Entry, model: &Model) {
        let (name, record) = match entry {
            Entry::Record(name, record) => (name, Some(record)),
            Entry::Damaged(name) => (name, None),
            Entry::NoLine(number) => return self.left_out.push(LeftOut::Line(number, Fault::Damaged)),
            Entry::TooLong(number) => return self.left_out.push(LeftOut::Line(number, Fault::TooLarge)),
            Entry::Missing => return self.left_out.push(LeftOut::End),
        };
        let key = Key::parse(&name);
        self.is_of_two &= matches!(key, Some(Key::Session(_) | Key::Record(RecordId::Pair(_))));
        let taken = record.ok_or(Fault::Damaged).and_then(|record| self.take(key, &name, &record, model));
        if let Err(fault) = taken {
            self.left_out.push(LeftOut::Record(name.chars().take(NAME_SHOWN).collect(), fault));
        }
    }

    fn take(&mut self, key: Option<Key>, name: &str, record: &str, model: &Model) -> Result<(), Fault> {
        let (key, place) = match key.map(|key| (key, self.place(key))) {
            Some((Key::Device | Key::Desk | Key::Draft(..), _)) => return Ok(()),
            None if name.starts_with(ASIDE) => return Ok(()),
            None if could_be(name) => return Err(Fault::Newer),
            None => return Err(Fault::Damaged),
            Some((key, _)) if model.health.blocked.contains(&key) => return Err(Fault::Blocked),
            // Nobody writes two of one name.
            Some((_, Ok(_))) => return Err(Fault::Damaged),
            Some((key, Err(place))) => (key, place),
        };
        let value = Value::open(key, record).map_err(|unreadable| fault(&unreadable))?;
        if !model.has_room(key, &value) {
            return Err(Fault::TooLarge);
        }
        self.values.insert(place, (key, value));
        Ok(())
    }

    /// Where the value of that key is, or else where it would be.
    fn place(&self, key: Key) -> Result<usize, usize> {
        self.values.binary_search_by_key(&key, |(key, _)| *key)
    }

    fn get(&self, key: Key) -> Option<&Value> {
        self.values.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// The sessions, in the order of their names.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.values.iter().filter_map(|(_, value)| value.session())
    }

    /// The session of that name.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.get(Key::Session(id))?.session()
    }

    /// Who the two of that pair are.
    #[must_use]
    pub fn pair(&self, id: PairId) -> Option<&Pair> {
        match self.get(Key::Record(RecordId::Pair(id)))?.register()?.content()? {
            Record::Pair(pair) => Some(pair),
            _ => None,
        }
    }

    /// The two whose sessions these are, where the file is of them alone and they are not known here:
    /// then the person says which of them they are. A file of everything knows.
    #[must_use]
    pub fn strangers(&self, model: &Model) -> Option<(PairId, &Pair)> {
        let mut records = self.records().filter(|_| self.is_of_two);
        let (Some((RecordId::Pair(pair), names)), None) = (records.next(), records.next()) else {
            return None;
        };
        let is_theirs = self.sessions().all(|session| session.pair == pair);
        let Some(Record::Pair(two)) = names.content().filter(|_| is_theirs) else { return None };
        (model.pair(pair).is_none() && self.sessions().next().is_some()).then_some((pair, two))
    }

    /// What is kept beside them.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Register<Record>)> {
        self.values.iter().filter_map(|(key, value)| match key {
            Key::Record(id) => Some((*id, value.register()?)),
            _ => None,
        })
    }
}

/// Whether some release could give a record that name: a word, or a word and an id.
fn could_be(name: &str) -> bool {
    let (kind, id) = name.split_once('/').unwrap_or((name, "0000000000000000"));
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter == b'-';
    !kind.is_empty() && kind.bytes().all(plain) && SessionId::parse(id).is_some()
}

fn fault(unreadable: &Unreadable) -> Fault {
    match unreadable {
        Unreadable::TooLarge => Fault::TooLarge,
        Unreadable::Newer { .. } => Fault::Newer,
        _ => Fault::Damaged,
    }
}

/// The session that a record of that name is of, or belongs to.
#[must_use]
pub fn session_of(name: &str) -> Option<SessionId> {
    match Key::parse(name)? {
        Key::Session(id) | Key::Record(RecordId::Private(id, _)) => Some(id),
        _ => None,
    }
}

/// What would become of what a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It cannot be read.
    LeftOut,
    /// A session that was changed here and there without knowing of each other: both are kept.
    Both,
    /// A session that was deleted there, and then is here.
    Deleted,
    /// A session that goes on from what is here.
    Changed,
    /// A session that is not here.
    New,
    /// A name that is not here, or is another one.
    Name,
    /// What somebody keeps for themselves.
    Private,
    /// A session of which what is here knows all.
    Same,
}

/// What would become of that session.
#[must_use]
pub fn stand(model: &Model, theirs: &Session) -> Stand {
    let Some(mine) = model.known(theirs.id) else {
        return if theirs.is_deleted() { Stand::Deleted } else { Stand::New };
    };
    let merged = mine.merged(theirs);
    if merged == *mine {
        Stand::Same
    } else if merged.is_deleted() {
        Stand::Deleted
    } else if merged.waiting() > mine.waiting() {
        Stand::Both
    } else {
        Stand::Changed
    }
}

/// Whether that record would change anything.
#[must_use]
pub fn changes(model: &Model, id: RecordId, theirs: &Register<Record>) -> bool {
    let mine = model.kept.get(&Key::Record(id)).and_then(|kept| kept.value().register());
    mine.is_none_or(|mine| mine.merged(theirs) != *mine)
}
