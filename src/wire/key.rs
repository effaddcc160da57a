//! The names of stored records, behind the prefix `coaching-session/<instance>/`.

use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::RecordId;

/// What a stored record is of, in the order in which records are written: what a session refers to
/// before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// One record beside the sessions.
    Record(RecordId),
    /// One session.
    Session(SessionId),
    /// The id under which this device writes.
    Device,
    /// What lies open here.
    Desk,
}

impl Key {
    /// The name behind the prefix.
    #[must_use]
    pub fn name(self) -> String {
        let (kind, id) = match self {
            Self::Session(id) => ("session", id),
            Self::Record(RecordId::Pair(id)) => ("pair", SessionId(id.0)),
            Self::Record(RecordId::Private(id, Party::Manager)) => ("private-manager", id),
            Self::Record(RecordId::Private(id, Party::Seller)) => ("private-seller", id),
            Self::Record(RecordId::Side(id)) => ("side", SessionId(id.0)),
            Self::Record(RecordId::Same(id)) => ("same", SessionId(id.0)),
            Self::Record(RecordId::Settings) => return "settings".to_owned(),
            Self::Device => return "device".to_owned(),
            Self::Desk => return "desk".to_owned(),
        };
        format!("{kind}/{id}")
    }

    /// Reads what [`Key::name`] wrote; `None` for a name that this release does not use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let id = match name.split_once('/') {
            Some((_, id)) => SessionId::parse(id)?,
            None => SessionId(0),
        };
        let keys = [
            Self::Session(id),
            Self::Record(RecordId::Pair(PairId(id.0))),
            Self::Record(RecordId::Settings),
            Self::Record(RecordId::Private(id, Party::Manager)),
            Self::Record(RecordId::Private(id, Party::Seller)),
            Self::Record(RecordId::Side(PairId(id.0))),
            Self::Record(RecordId::Same(PairId(id.0))),
            Self::Device,
            Self::Desk,
        ];
        keys.into_iter().find(|key| key.name() == name)
    }
}

/// The folder into which damaged records are moved: `aside/<name of the record>`.
pub const ASIDE: &str = "aside/";
