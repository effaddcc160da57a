//! The names of stored records, behind the prefix `coaching-session/<instance>/`.

use crate::domain::id::{PairId, SessionId};

/// What a stored record is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// One session.
    Session(SessionId),
    /// One pair.
    Pair(PairId),
    /// What this person set.
    Settings,
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
            Self::Pair(id) => format!("pair/{id}"),
            Self::Settings => "settings".to_owned(),
            Self::Device => "device".to_owned(),
            Self::Desk => "desk".to_owned(),
        }
    }

    /// Reads what [`Key::name`] wrote; `None` for a name that this release does not use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('/') {
            Some(("session", id)) => SessionId::parse(id).map(Self::Session),
            Some(("pair", id)) => PairId::parse(id).map(Self::Pair),
            Some(_) => None,
            None => [Self::Settings, Self::Device, Self::Desk].into_iter().find(|key| key.name() == name),
        }
    }
}

/// The folder into which damaged records are moved: `aside/<name of the record>`.
pub const ASIDE: &str = "aside/";
