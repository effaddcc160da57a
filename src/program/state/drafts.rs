//! The drafts of this writer in memory, and the state of their records in storage.

use std::collections::BTreeMap;

use crate::domain::draft::{Content, Draft, Purpose, Typed};
use crate::domain::time::Instant;

/// The drafts of this writer by purpose, each with the state of its record in storage.
#[derive(Clone, Debug, Default)]
pub struct Drafts(BTreeMap<Purpose, Entry>);

/// A draft with the state of its record. The text is gone once the draft is dropped while storage holds it.
#[derive(Clone, Debug)]
struct Entry {
    /// Typed text; `None` for a draft that was dropped and whose record is still to be removed.
    draft: Option<Draft>,
    /// State of the draft's record in storage.
    saving: Saving,
}

/// The state of a draft's record in storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saving {
    /// The draft changed, and [`Drafts::stamp`] has not set the instant of the change yet.
    Changed,
    /// Storage does not hold the draft as it is now, or still holds a dropped one.
    Unsaved,
    /// Storage holds the draft as it is now.
    Saved,
}

impl Drafts {
    /// Returns true if there is a draft for `purpose`.
    #[must_use]
    pub fn has(&self, purpose: Purpose) -> bool {
        self.0.get(&purpose).is_some_and(|entry| entry.draft.is_some())
    }

    /// Returns the draft for `purpose` as the kind of text `T`; `None` if there is no draft of that kind.
    #[must_use]
    pub fn get<T: Typed>(&self, purpose: Purpose) -> Option<&T> {
        T::of(&self.0.get(&purpose)?.draft.as_ref()?.content)
    }

    /// Returns the draft for `purpose` for editing; `None` if there is no draft of the kind `T`.
    pub(in crate::program) fn edit<T: Typed>(&mut self, purpose: Purpose) -> Option<&mut T> {
        let entry = self.0.get_mut(&purpose)?;
        let typed = T::of_mut(&mut entry.draft.as_mut()?.content)?;
        entry.saving = Saving::Changed;
        Some(typed)
    }

    /// Begins a draft for `purpose`, in place of any other.
    pub(in crate::program) fn begin(&mut self, purpose: Purpose, typed: impl Into<Content>) {
        let draft = Draft { changed: Instant(0), content: typed.into() };
        self.0.insert(purpose, Entry { draft: Some(draft), saving: Saving::Changed });
    }

    /// Drops the draft for `purpose`: its text is kept, sent, or no longer wanted.
    pub(in crate::program) fn drop(&mut self, purpose: Purpose) {
        if let Some(entry) = self.0.get_mut(&purpose) {
            *entry = Entry { draft: None, saving: Saving::Unsaved };
        }
    }

    /// Adds a draft that storage holds.
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

    /// Sets `now` as the instant of all changes since the last call.
    pub(in crate::program) fn stamp(&mut self, now: Instant) {
        for entry in self.0.values_mut().filter(|entry| entry.saving == Saving::Changed) {
            entry.saving = Saving::Unsaved;
            if let Some(draft) = &mut entry.draft {
                draft.changed = now;
            }
        }
    }

    /// Returns the draft for a purpose.
    pub(in crate::program) fn record(&self, purpose: Purpose) -> Option<&Draft> {
        self.0.get(&purpose)?.draft.as_ref()
    }

    /// Returns the purposes of the drafts that storage holds.
    pub(in crate::program) fn stored(&self) -> impl Iterator<Item = Purpose> {
        self.0.iter().filter(|(_, entry)| entry.saving == Saving::Saved).map(|(purpose, _)| *purpose)
    }

    /// Marks all drafts as unsaved.
    pub(in crate::program) fn save_again(&mut self) {
        let saved = self.0.values_mut().filter(|entry| entry.saving == Saving::Saved);
        saved.for_each(|entry| entry.saving = Saving::Unsaved);
    }

    /// Marks a draft as unsaved.
    pub(in crate::program) fn save_again_for(&mut self, purpose: Purpose) {
        let saved = self.0.get_mut(&purpose).filter(|entry| entry.saving == Saving::Saved);
        saved.into_iter().for_each(|entry| entry.saving = Saving::Unsaved);
    }

    /// Returns the drafts with changes that storage does not hold yet; `None` for a dropped one.
    pub(in crate::program) fn unsaved(&self) -> impl Iterator<Item = (Purpose, Option<&Draft>)> {
        let unsaved = self.0.iter().filter(|(_, entry)| entry.saving != Saving::Saved);
        unsaved.map(|(purpose, entry)| (*purpose, entry.draft.as_ref()))
    }

    /// Marks the draft for `purpose` as stored; forgets a dropped one.
    pub(in crate::program) fn saved(&mut self, purpose: Purpose) {
        match self.0.get_mut(&purpose) {
            Some(entry) if entry.draft.is_some() => entry.saving = Saving::Saved,
            _ => drop(self.0.remove(&purpose)),
        }
    }
}
