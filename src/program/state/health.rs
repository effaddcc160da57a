//! The health of storage, as far as the person has to know it.

use crate::program::event::StorageFault;
use crate::wire::key::Key;
use crate::wire::stored::Unreadable;

/// The health of storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Reason why the browser stored nothing at the last try; `None` once everything is stored.
    pub fault: Option<StorageFault>,
    /// Names of damaged records; true for a record in quarantine, false for one still in its place.
    pub damaged: Vec<(String, bool)>,
    /// Number of records that cannot be read since a newer release wrote them.
    pub newer: usize,
    /// Keys of records in storage that cannot be read and must not be overwritten.
    pub blocked: Vec<Key>,
    /// True if the person dismissed the notice about damaged and newer records; false after the next such
    /// record.
    pub dismissed: bool,
}

impl Health {
    /// Protects an unreadable record of `key` from being overwritten, and shows the notice again.
    pub(in crate::program) fn refuse(&mut self, key: Key, unreadable: &Unreadable) {
        if !self.blocked.contains(&key) {
            self.blocked.push(key);
            self.dismissed = false;
            match unreadable {
                Unreadable::Newer { .. } => self.newer = self.newer.saturating_add(1),
                _ => self.note(key.name(), false),
            }
        }
    }

    /// Allows the record of `key` to be written again.
    pub(in crate::program) fn free(&mut self, key: Key) {
        self.blocked.retain(|blocked| *blocked != key);
    }

    /// Adds the name of a damaged record; `moved` is true if the record is in quarantine.
    pub(in crate::program) fn note(&mut self, name: String, moved: bool) {
        self.damaged.retain(|(known, _)| *known != name);
        self.damaged.push((name, moved));
    }
}
