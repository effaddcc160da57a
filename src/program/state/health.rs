//! The health of storage, as far as the person has to know it.

use crate::domain::time::Instant;
use crate::program::event::StorageFault;
use crate::wire::key::{Key, WriterKey};
use crate::wire::stored::Unreadable;

/// The health of storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Reason why the browser could not read or store at the last try; `None` once everything is stored.
    pub fault: Option<StorageFault>,
    /// Names of damaged records; true for a record in quarantine, the place for damaged records, false for
    /// one still in its place.
    pub damaged: Vec<(String, bool)>,
    /// Number of records that cannot be read since a newer release wrote them.
    pub newer: usize,
    /// Places of records that cannot be read and must not be overwritten.
    pub blocked: Vec<WriterKey>,
    /// True if the browser refused the last reading of all records. The next event reads again.
    pub is_unread: bool,
    /// Instant at which it was noticed that the page, another window or the person cleared storage; `None` again
    /// once the person said what to do. Nothing is stored meanwhile.
    pub cleared: Option<Instant>,
    /// True if the person dismissed the notices about damaged and newer records, and about expired drafts.
    pub dismissed: bool,
}

impl Health {
    /// Notes that the browser refused to read the records.
    pub(in crate::program) fn refuse_reading(&mut self, fault: StorageFault) {
        self.fault = Some(fault);
        self.is_unread = true;
    }

    /// Returns true if storage takes every change. Otherwise some changes are in memory alone.
    #[must_use]
    pub fn takes_all(&self) -> bool {
        self.fault.is_none() && self.cleared.is_none() && self.blocked.is_empty()
    }

    /// Ends the notice about a fault, unless records are still unread.
    pub(in crate::program) fn settle(&mut self) {
        if !self.is_unread {
            self.fault = None;
        }
    }

    /// Protects an unreadable record from being overwritten, counts it as damaged or newer, and shows a
    /// dismissed notice again. Does nothing for a protected record.
    pub(in crate::program) fn refuse(&mut self, place: WriterKey, unreadable: &Unreadable) {
        if !self.blocked.contains(&place) {
            self.blocked.push(place);
            self.dismissed = false;
            match unreadable {
                Unreadable::Newer { .. } => self.newer = self.newer.saturating_add(1),
                _ => self.note(place.name(), false),
            }
        }
    }

    /// Allows a record at the place to be written again.
    pub(in crate::program) fn free(&mut self, place: WriterKey) {
        self.blocked.retain(|blocked| *blocked != place);
    }

    /// Returns true if a record with the key cannot be read. Then no record with the key may be written: the
    /// unreadable record may hold a later version.
    #[must_use]
    pub fn blocks(&self, key: Key) -> bool {
        self.blocked.iter().any(|blocked| blocked.key == key)
    }

    /// Adds the name of a damaged record, or corrects it; `moved` is true if the record is in quarantine.
    pub(in crate::program) fn note(&mut self, name: String, moved: bool) {
        self.damaged.retain(|(known, _)| *known != name);
        self.damaged.push((name, moved));
    }
}
