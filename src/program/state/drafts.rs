//! The drafts of this writer in memory, and the state of their records in storage.

use std::collections::BTreeMap;

use crate::domain::draft::{Content, Draft, Purpose, Typed};
use crate::domain::time::Instant;

/// The drafts of this writer, by purpose, and the changes that storage does not hold yet.
#[derive(Clone, Debug, Default)]
pub struct Drafts(BTreeMap<Purpose, Entry>);

/// A draft; without text once it is dropped while storage still holds it.
#[derive(Clone, Debug)]
struct Entry {
    draft: Option<Draft>,
    saving: Saving,
}

/// The state of a draft's record in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    /// The draft changed, and the instant of the change is not noted yet.
    Changed,
    /// The record is not written yet.
    Unsaved,
    /// Storage holds the draft.
    Saved,
}

impl Drafts {
    /// Returns true if there is a draft for `purpose`.
    #[must_use]
    pub fn has(&self, purpose: Purpose) -> bool {
        self.0.get(&purpose).is_some_and(|entry| entry.draft.is_some())
    }

    /// Returns the text for `purpose`, if it is of the kind `T`.
    #[must_use]
    pub fn get<T: Typed>(&self, purpose: Purpose) -> Option<&T> {
        T::of(&self.0.get(&purpose)?.draft.as_ref()?.content)
    }

    /// Returns the text for `purpose` for editing, if it is of the kind `T`.
    pub(in crate::program) fn edit<T: Typed>(&mut self, purpose: Purpose) -> Option<&mut T> {
        let entry = self.0.get_mut(&purpose)?;
        let typed = T::of_mut(&mut entry.draft.as_mut()?.content)?;
        entry.saving = Saving::Changed;
        Some(typed)
    }

    /// Begins a draft; replaces a draft of the same purpose.
    pub(in crate::program) fn begin(&mut self, purpose: Purpose, typed: impl Into<Content>) {
        let draft = Draft { changed: Instant(0), content: typed.into() };
        self.0.insert(purpose, Entry { draft: Some(draft), saving: Saving::Changed });
    }

    /// Drops a draft: its text is kept, sent, or no longer wanted.
    pub(in crate::program) fn drop(&mut self, purpose: Purpose) {
        if let Some(entry) = self.0.get_mut(&purpose) {
            *entry = Entry { draft: None, saving: Saving::Unsaved };
        }
    }

    /// Adds a stored draft.
    pub(in crate::program) fn read(&mut self, purpose: Purpose, draft: Draft) {
        self.0.insert(purpose, Entry { draft: Some(draft), saving: Saving::Saved });
    }

    /// Drops the drafts that are expired at `now`.
    pub(in crate::program) fn expire(&mut self, now: Instant) {
        let expired = |entry: &Entry| entry.draft.as_ref().is_some_and(|draft| draft.is_expired(now));
        let expired: Vec<Purpose> =
            self.0.iter().filter(|(_, entry)| expired(entry)).map(|(purpose, _)| *purpose).collect();
        for purpose in expired {
            self.drop(purpose);
        }
    }

    /// Notes `now` as the instant of the changes since the last call.
    pub(in crate::program) fn stamp(&mut self, now: Instant) {
        for entry in self.0.values_mut().filter(|entry| entry.saving == Saving::Changed) {
            entry.saving = Saving::Unsaved;
            if let Some(draft) = &mut entry.draft {
                draft.changed = now;
            }
        }
    }

    /// Returns the drafts with changes that storage does not hold yet; `None` for a dropped one.
    pub(in crate::program) fn unsaved(&self) -> impl Iterator<Item = (Purpose, Option<&Draft>)> {
        let unsaved = self.0.iter().filter(|(_, entry)| entry.saving != Saving::Saved);
        unsaved.map(|(purpose, entry)| (*purpose, entry.draft.as_ref()))
    }

    /// Marks the draft as stored; forgets a dropped one.
    pub(in crate::program) fn saved(&mut self, purpose: Purpose) {
        match self.0.get_mut(&purpose) {
            Some(entry) if entry.draft.is_some() => entry.saving = Saving::Saved,
            _ => drop(self.0.remove(&purpose)),
        }
    }
}
