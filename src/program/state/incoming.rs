//! The content of a file that the person opened: checked, to be looked at, and not taken in yet.

use super::kept::Value;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
pub use crate::wire::backup::NotBackup;
use crate::wire::backup::Restore;
use crate::wire::key::Key;

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

/// A file that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReading {
    /// The rest of the file.
    pub file: Restore,
    /// The records so far.
    pub incoming: Incoming,
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
    /// Returns the place of that key's value; where there is none, the place that it would have.
    ///
    /// # Errors
    /// The place of a value that is not there.
    pub fn place(&self, key: Key) -> Result<usize, usize> {
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

    /// What is kept beside them.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Register<Record>)> {
        self.values.iter().filter_map(|(key, value)| match key {
            Key::Record(id) => Some((*id, value.register()?)),
            _ => None,
        })
    }
}
