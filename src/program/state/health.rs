//! How storage is doing, as far as the person has to know.

use crate::program::event::StorageFault;
use crate::wire::key::Key;
use crate::wire::stored::Unreadable;

/// How storage is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Health {
    /// Why nothing is stored at the moment.
    pub fault: Option<StorageFault>,
    /// The names of damaged records; true if the record is in quarantine, false if it is still in place.
    pub damaged: Vec<(String, bool)>,
    /// How many records a newer release wrote.
    pub newer: usize,
    /// The keys under which something stands that cannot be read and must not be written over.
    pub blocked: Vec<Key>,
    /// Whether the person has read about damaged and newer records.
    pub dismissed: bool,
}

impl Health {
    /// Takes in that a record cannot be read: it will not be written over, and the person is told.
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

    /// Takes in that what stands under that name can be written over again.
    pub(in crate::program) fn free(&mut self, key: Key) {
        self.blocked.retain(|blocked| *blocked != key);
    }

    /// Records a damaged record; `moved` is true if the record is in quarantine.
    pub(in crate::program) fn note(&mut self, name: String, moved: bool) {
        self.damaged.retain(|(known, _)| *known != name);
        self.damaged.push((name, moved));
    }
}
