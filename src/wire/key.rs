//! The keys of stored records, behind the prefix `coaching-session/<instance>/`.

use crate::domain::draft::Purpose;
use crate::domain::id::{DeviceId, PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::RecordId;

/// The key of a record in the browser's storage. The order is that of writing: a record comes before the
/// sessions that refer to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A record beside the sessions, such as the names of a pair.
    Record(RecordId),
    /// The session with this id.
    Session(SessionId),
    /// The id under which this browser profile writes.
    Device,
    /// A draft for this purpose, by this writer: a browser profile or one of its windows. Only that writer
    /// writes or removes the record.
    Draft(Purpose, DeviceId),
    /// The state of the open screen of this browser.
    UiState,
}

impl Key {
    /// Returns the key as text, without the prefix `coaching-session/<instance>/`.
    #[must_use]
    pub fn name(self) -> String {
        let (kind, id) = match self {
            Self::Session(id) => ("session", id),
            Self::Record(RecordId::Pair(id)) => ("pair", SessionId(id.0)),
            Self::Record(RecordId::Private(id, party)) => {
                (by_party(party, "private-manager", "private-seller"), id)
            }
            Self::Record(RecordId::Side(id)) => ("side", SessionId(id.0)),
            Self::Record(RecordId::Same(id)) => ("same", SessionId(id.0)),
            Self::Record(RecordId::Settings) => return "settings".to_owned(),
            Self::Device => return "device".to_owned(),
            Self::Draft(purpose, writer) => return format!("{}~{writer}", draft(purpose)),
            Self::UiState => return "screen".to_owned(),
        };
        format!("{kind}/{id}")
    }

    /// Returns the key for the text that [`Key::name`] returned; `None` for a key that this release does not
    /// use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (record, writer) = match name.split_once('~') {
            Some((record, writer)) => (record, DeviceId::parse(writer)?),
            None => (name, DeviceId(0)),
        };
        let id = match record.rsplit_once('/') {
            Some((_, id)) => SessionId::parse(id)?,
            None => SessionId(0),
        };
        let drafts = [
            Purpose::Plan,
            Purpose::PlanOf(id),
            Purpose::Preparation(id, Party::Manager),
            Purpose::Preparation(id, Party::Seller),
            Purpose::Close(id, Party::Manager),
            Purpose::Close(id, Party::Seller),
            Purpose::Line(id),
            Purpose::Request,
            Purpose::Answer(id.0),
        ];
        let others = [
            Self::Session(id),
            Self::Record(RecordId::Pair(PairId(id.0))),
            Self::Record(RecordId::Settings),
            Self::Record(RecordId::Private(id, Party::Manager)),
            Self::Record(RecordId::Private(id, Party::Seller)),
            Self::Record(RecordId::Side(PairId(id.0))),
            Self::Record(RecordId::Same(PairId(id.0))),
            Self::Device,
            Self::UiState,
        ];
        let drafts = drafts.into_iter().map(|purpose| Self::Draft(purpose, writer));
        others.into_iter().chain(drafts).find(|key| key.name() == name)
    }
}

/// Returns the key of a draft as text, without its writer.
fn draft(purpose: Purpose) -> String {
    match purpose {
        Purpose::Plan => "draft-plan".to_owned(),
        Purpose::PlanOf(id) => format!("draft-plan/{id}"),
        Purpose::Preparation(id, party) => {
            format!("{}/{id}", by_party(party, "draft-preparation-manager", "draft-preparation-seller"))
        }
        Purpose::Close(id, party) => {
            format!("{}/{id}", by_party(party, "draft-close-manager", "draft-close-seller"))
        }
        Purpose::Line(id) => format!("draft-line/{id}"),
        Purpose::Request => "draft-request".to_owned(),
        Purpose::Answer(fingerprint) => format!("draft-answer/{fingerprint:016x}"),
    }
}

fn by_party(party: Party, manager: &'static str, seller: &'static str) -> &'static str {
    match party {
        Party::Manager => manager,
        Party::Seller => seller,
    }
}

/// Prefix of the keys of damaged records, which are kept as they were found: `quarantine/<key>~<n>`, counted
/// from 1.
pub const QUARANTINE: &str = "quarantine/";
