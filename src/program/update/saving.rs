//! The time at which the changes by an event are saved.

use crate::program::event::Event;

/// The time at which the changes by an event are saved.
pub(super) enum Saving {
    /// The changes are saved at once.
    Now,
    /// The changes are saved a moment later, together with those of the letters that follow.
    Soon,
    /// The changes are not saved because of this event: it reports the outcome of saving, and a retry at once
    /// would fail again; or a look at storage comes first, which may find that storage was cleared.
    Settled,
}

impl Saving {
    /// Returns the time at which the changes by this event are saved.
    pub(super) fn of(event: &Event) -> Self {
        match event {
            Event::Typed(..) => Self::Soon,
            Event::Settled(..) | Event::PageShown | Event::StorageDoubted | Event::Configured(_) => {
                Self::Settled
            }
            _ => Self::Now,
        }
    }
}
