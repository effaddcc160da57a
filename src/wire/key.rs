//! The names of stored records, behind the prefix `coaching-session/<instance>/`.

use crate::domain::id::{PairId, SessionId};
use crate::domain::record::RecordId;
use crate::domain::session::Party;

/// What a stored record is of, in the order in which records are written: what a session refers to
/// before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        match self {
            Self::Session(id) => format!("session/{id}"),
            Self::Record(RecordId::Pair(id)) => format!("pair/{id}"),
            Self::Record(RecordId::Settings) => "settings".to_owned(),
            Self::Record(RecordId::Private(id, Party::Manager)) => format!("private-manager/{id}"),
            Self::Record(RecordId::Private(id, Party::Seller)) => format!("private-seller/{id}"),
            Self::Device => "device".to_owned(),
            Self::Desk => "desk".to_owned(),
        }
    }

    /// Reads what [`Key::name`] wrote; `None` for a name that this release does not use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('/') {
            Some(("session", id)) => SessionId::parse(id).map(Self::Session),
            Some(("pair", id)) => PairId::parse(id).map(|id| Self::Record(RecordId::Pair(id))),
            Some((name, id)) => {
                let party = match name {
                    "private-manager" => Party::Manager,
                    "private-seller" => Party::Seller,
                    _ => return None,
                };
                SessionId::parse(id).map(|id| Self::Record(RecordId::Private(id, party)))
            }
            None => match name {
                "settings" => Some(Self::Record(RecordId::Settings)),
                "device" => Some(Self::Device),
                "desk" => Some(Self::Desk),
                _ => None,
            },
        }
    }
}

/// The folder into which damaged records are moved: `aside/<name of the record>`.
pub const ASIDE: &str = "aside/";
