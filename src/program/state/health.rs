//! The health of storage, as far as the person has to know it.

use crate::program::event::StorageFault;
use crate::wire::key::Key;
use crate::wire::stored::Unreadable;

/// The health of storage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// The reason why nothing is stored at the moment.
    pub fault: Option<StorageFault>,
    /// The names of damaged records; true if the record is in quarantine, false if it is still in place.
    pub damaged: Vec<(String, bool)>,
    /// Number of records that a newer release wrote.
    pub newer: usize,
    /// The keys of records that cannot be read and must not be overwritten.
    pub blocked: Vec<Key>,
    /// True if the person dismissed the notice about damaged and newer records.
    pub dismissed: bool,
}

impl Health {
    /// Protects an unreadable record from being overwritten, and shows the notice again.
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

    /// Allows the record to be written again.
    pub(in crate::program) fn free(&mut self, key: Key) {
        self.blocked.retain(|blocked| *blocked != key);
    }

    /// Records a damaged record; `moved` is true if the record is in quarantine.
    pub(in crate::program) fn note(&mut self, name: String, moved: bool) {
        self.damaged.retain(|(known, _)| *known != name);
        self.damaged.push((name, moved));
    }
}
