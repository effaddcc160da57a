//! The content of an opened file: checked, shown for a look, and not imported yet.

use super::kept::Value;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
pub use crate::wire::backup::NotBackup;
use crate::wire::backup::Restore;
use crate::wire::key::Key;

/// The reason why a record of a file is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The record is damaged.
    Damaged,
    /// The record is longer than the limit, or would be once merged with the local one.
    TooLarge,
    /// A newer release wrote the record, or the record is of an unknown kind.
    Newer,
    /// The local record of the same key cannot be read and is not overwritten.
    Blocked,
}

/// A part of a file that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A record, by the beginning of its key.
    Record(String, Fault),
    /// A line without a readable key, by its number from 1.
    Line(usize, Fault),
    /// The end of the file: records are missing there.
    End,
}

/// A file that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReading {
    /// The rest of the file.
    pub file: Restore,
    /// The records read so far.
    pub incoming: Incoming,
}

/// The content of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The sessions and the records beside them, in the order of their keys.
    pub values: Vec<(Key, Value)>,
    /// True if the file has sessions and the names of two people, and nothing else.
    pub is_of_two: bool,
    /// Records and lines that are left out, each with the reason.
    pub left_out: Vec<LeftOut>,
}

impl Incoming {
    /// Returns the index of the value under `key`.
    ///
    /// # Errors
    /// The index at which a missing value belongs.
    pub fn place(&self, key: Key) -> Result<usize, usize> {
        self.values.binary_search_by_key(&key, |(key, _)| *key)
    }

    fn get(&self, key: Key) -> Option<&Value> {
        self.values.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// Returns the sessions, in the order of their ids.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.values.iter().filter_map(|(_, value)| value.session())
    }

    /// Returns the session with the id.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.get(Key::Session(id))?.session()
    }

    /// Returns the names of the two people of a pair.
    #[must_use]
    pub fn pair(&self, id: PairId) -> Option<&Pair> {
        match self.get(Key::Record(RecordId::Pair(id)))?.register()?.content()? {
            Record::Pair(pair) => Some(pair),
            _ => None,
        }
    }

    /// Returns the records beside the sessions.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Register<Record>)> {
        self.values.iter().filter_map(|(key, value)| match key {
            Key::Record(id) => Some((*id, value.register()?)),
            _ => None,
        })
    }
}
