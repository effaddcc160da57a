//! The content of an opened file: checked, shown for a look, and not imported yet.

use super::kept::Value;
use super::request::RequestId;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
pub use crate::wire::backup::NotBackup;
use crate::wire::backup::Restore;
use crate::wire::key::Key;

/// The reason why a record of an opened file is left out of the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The record is damaged.
    Damaged,
    /// The record is longer than a record may be, or would be once merged with the local one.
    TooLarge,
    /// A newer release wrote the record, or the record is of an unknown kind.
    Newer,
    /// The local record of the same key cannot be read, and must not be overwritten.
    Blocked,
    /// The record contradicts the local data: a session of another pair, or another side of a known pair.
    Unfit,
    /// The record counts far more writes than are known here: it is damaged or forged.
    Forged,
}

/// A part of an opened file that is left out of the import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOut {
    /// A record is left out. Holds the beginning of its name, and the reason.
    Record(String, Fault),
    /// A line without a readable name is left out. Holds its number from 1, and the reason.
    Line(usize, Fault),
    /// The end of the file is missing, with the records in it.
    End,
}

/// Upper bound on the half-typed texts that come in by one file; far more than a person leaves behind.
pub const DRAFTS_AT_ONCE: usize = 100;

/// A file that is being read, a part in each turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReading {
    /// Text of the file, and the position up to which it is read.
    pub file: Restore,
    /// Records of the file that were read so far.
    pub incoming: Incoming,
}

/// A call of the host page that brings a file, a part of which is read in each turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Importing {
    /// Number of the call.
    pub request: RequestId,
    /// File of the call, as far as it is read.
    pub reading: FileReading,
}

/// The content of an opened file, as far as it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// Sessions and other records of the file, sorted by key.
    pub values: Vec<(Key, Value)>,
    /// True if the file holds sessions and the names of people, and nothing else, as far as it is read.
    pub is_of_two: bool,
    /// Records and lines of the file that are left out of the import, each with the reason.
    pub left_out: Vec<LeftOut>,
    /// Half-typed texts of the file, with what each is for, that this window does not have; at most [`DRAFTS_AT_ONCE`].
    pub drafts: Vec<(Purpose, Draft)>,
    /// Name of the file, shortened.
    pub name: String,
    /// Sessions whose older content the person wants to keep beside the local one.
    pub chosen: Vec<SessionId>,
}

impl Incoming {
    /// Returns the index in `values` of the value under `key`.
    ///
    /// # Errors
    /// The index at which a missing value belongs.
    pub fn place(&self, key: Key) -> Result<usize, usize> {
        self.values.binary_search_by_key(&key, |(key, _)| *key)
    }

    /// Returns the value under `key`.
    #[must_use]
    pub fn get(&self, key: Key) -> Option<&Value> {
        self.values.get(self.place(key).ok()?).map(|(_, value)| value)
    }

    /// Returns the sessions of the file, deleted ones included, in the order of their ids.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.values.iter().filter_map(|(_, value)| value.session())
    }

    /// Returns the session with this id, even if it is deleted; `None` if the file holds none.
    #[must_use]
    pub fn session(&self, id: SessionId) -> Option<&Session> {
        self.get(Key::Session(id))?.session()
    }

    /// Returns the names of a manager and a seller by the id of their pair; `None` if the file holds none, or
    /// they were deleted.
    #[must_use]
    pub fn pair(&self, id: PairId) -> Option<&Pair> {
        match self.get(Key::Record(RecordId::Pair(id)))?.register()?.content()? {
            Record::Pair(pair) => Some(pair),
            _ => None,
        }
    }

    /// Returns the records of the file that are no sessions, each with its id.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Register<Record>)> {
        self.values.iter().filter_map(|(key, value)| match key {
            Key::Record(id) => Some((*id, value.register()?)),
            _ => None,
        })
    }
}
