//! The keys and names of stored records, behind the prefix `coaching-session/<instance>/`.

use crate::domain::draft::Purpose;
use crate::domain::id::{PairId, SessionId, WriterId};
use crate::domain::note::{NoteId, NoteKind, NoteLine, Readers};
use crate::domain::party::Party;
use crate::domain::record::RecordId;

/// Subject of a stored record. The order is that of writing: a record comes before the sessions that refer to
/// the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A record beside the sessions, such as the names of a pair.
    Record(RecordId),
    /// The session with this id.
    Session(SessionId),
    /// A draft: text that is typed and not kept yet.
    Draft(Purpose),
    /// The screen that a window has open, and the rest of the window's state that outlives a reload.
    UiState,
}

impl Key {
    /// Returns the name of the key, without a writer (a window of the browser). A saved file uses this name
    /// for a value merged from all writers.
    #[must_use]
    pub fn name(self) -> String {
        let (kind, id) = match self {
            Self::Session(id) => ("session", id),
            Self::Record(RecordId::Pair(id)) => ("pair", SessionId(id.0)),
            Self::Record(RecordId::List(id)) => ("list", SessionId(id.0)),
            Self::Record(RecordId::Private(id, party)) => {
                (by_party(party, "private-manager", "private-seller"), id)
            }
            Self::Record(RecordId::Side(id)) => ("side", SessionId(id.0)),
            Self::Record(RecordId::Same(id)) => ("same", SessionId(id.0)),
            Self::Record(RecordId::Standing(id)) => ("standing", SessionId(id.0)),
            Self::Record(RecordId::EnteredRow(id)) => ("entered", SessionId(id.0)),
            Self::Record(RecordId::Told(id)) => ("told", SessionId(id.0)),
            Self::Record(RecordId::Settings) => return "settings".to_owned(),
            Self::Draft(purpose) => return draft(purpose),
            Self::UiState => return "screen".to_owned(),
        };
        format!("{kind}/{id}")
    }

    /// Parses the text of [`Key::name`]; `None` for a name that this release does not use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let id = match name.rsplit_once('/') {
            Some((_, id)) => SessionId::parse(id)?,
            None => SessionId(0),
        };
        let number = |prefix| name.strip_prefix(prefix)?.split('/').next()?.parse().ok().map(NoteId);
        let of = |readers, prefix| number(prefix).map(|note| Purpose::Line(id, NoteLine::Of(readers, note)));
        let drafts = [
            Purpose::Plan,
            Purpose::PlanOf(id),
            Purpose::Preparation(id, Party::Manager),
            Purpose::Preparation(id, Party::Seller),
            Purpose::Close(id, Party::Manager),
            Purpose::Close(id, Party::Seller),
            Purpose::Line(id, NoteLine::New(NoteKind::NextStep)),
            Purpose::Line(id, NoteLine::New(NoteKind::Parked)),
            Purpose::Line(id, NoteLine::New(NoteKind::Shared)),
            Purpose::Line(id, NoteLine::Differently),
            Purpose::Agenda(id),
            Purpose::Noted(id),
            Purpose::OwnName,
            Purpose::Pasted,
            Purpose::Request,
            Purpose::Answer(id.0),
            Purpose::CameUp(PairId(id.0)),
            Purpose::Quarter,
        ];
        let others = [
            Self::Session(id),
            Self::Record(RecordId::Pair(PairId(id.0))),
            Self::Record(RecordId::List(PairId(id.0))),
            Self::Record(RecordId::Settings),
            Self::Record(RecordId::Private(id, Party::Manager)),
            Self::Record(RecordId::Private(id, Party::Seller)),
            Self::Record(RecordId::Side(PairId(id.0))),
            Self::Record(RecordId::Same(PairId(id.0))),
            Self::Record(RecordId::Standing(PairId(id.0))),
            Self::Record(RecordId::EnteredRow(PairId(id.0))),
            Self::Record(RecordId::Told(PairId(id.0))),
            Self::UiState,
        ];
        let changes = [of(Readers::Both, DRAFT_OF_NOTE), of(Readers::ManagerAlone, DRAFT_OF_ALONE)];
        let drafts = drafts.into_iter().chain(changes.into_iter().flatten()).map(Self::Draft);
        others.into_iter().chain(drafts).find(|key| key.name() == name)
    }

    /// Returns the subject of a record in a saved file, by its name there: [`Key::name`] for a merged value,
    /// or [`WriterKey::name`] where the file holds the stored records as they were. `None` for any other
    /// name.
    #[must_use]
    pub fn parse_saved(name: &str) -> Option<Self> {
        Self::parse(name).or_else(|| WriterKey::parse(name).map(|place| place.key))
    }

    /// Returns the place in storage where `writer`, a window of the browser, keeps the record.
    #[must_use]
    pub fn of(self, writer: WriterId) -> WriterKey {
        WriterKey { key: self, writer }
    }
}

/// The place of a record in storage: its subject, and the window of the browser that alone writes there. So
/// no window overwrites what another one wrote, however late the two hear of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WriterKey {
    /// Subject of the record.
    pub key: Key,
    /// Window of the browser that writes the record, by its id.
    pub writer: WriterId,
}

impl WriterKey {
    /// Returns the name of the record in storage: `<key>~<writer>`.
    #[must_use]
    pub fn name(self) -> String {
        format!("{}~{}", self.key.name(), self.writer)
    }

    /// Parses the text of [`WriterKey::name`]; `None` for a name that this release does not use.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let (key, writer) = name.rsplit_once('~')?;
        Some(Self { key: Key::parse(key)?, writer: WriterId::parse(writer)? })
    }
}

/// Returns the name of a draft, by the form that it is typed in and the session or invitation that it is
/// typed for.
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
        Purpose::Line(id, NoteLine::New(NoteKind::NextStep)) => format!("draft-line-next-step/{id}"),
        Purpose::Line(id, NoteLine::New(NoteKind::Parked)) => format!("draft-line-parked/{id}"),
        Purpose::Line(id, NoteLine::New(NoteKind::Shared)) => format!("draft-line-shared/{id}"),
        Purpose::Line(id, NoteLine::Differently) => format!("draft-line-differently/{id}"),
        Purpose::Line(id, NoteLine::Of(Readers::Both, note)) => format!("{DRAFT_OF_NOTE}{}/{id}", note.0),
        Purpose::Line(id, NoteLine::Of(Readers::ManagerAlone, note)) => {
            format!("{DRAFT_OF_ALONE}{}/{id}", note.0)
        }
        Purpose::Agenda(id) => format!("draft-agenda/{id}"),
        Purpose::Noted(id) => format!("draft-noted/{id}"),
        Purpose::OwnName => "draft-own-name".to_owned(),
        Purpose::Pasted => "draft-pasted".to_owned(),
        Purpose::Request => "draft-request".to_owned(),
        Purpose::Quarter => "draft-quarter".to_owned(),
        Purpose::Answer(fingerprint) => format!("draft-answer/{fingerprint:016x}"),
        Purpose::CameUp(id) => format!("draft-came-up/{id}"),
    }
}

/// Prefix of the names of drafts that change a note for both; the number of the note follows.
const DRAFT_OF_NOTE: &str = "draft-line-";

/// Prefix of the names of drafts that change a note for the manager alone; the number of the note follows.
const DRAFT_OF_ALONE: &str = "draft-line-alone-";

fn by_party(party: Party, manager: &'static str, seller: &'static str) -> &'static str {
    match party {
        Party::Manager => manager,
        Party::Seller => seller,
    }
}

/// Prefix of the names of damaged records in quarantine: `quarantine/<name>~<n>`, with `n` from 1.
pub const QUARANTINE: &str = "quarantine/";
