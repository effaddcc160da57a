//! The data of a session's clock: the agenda's minutes at the start, and a log of changes.
//!
//! `timer` computes the reading of the clock from these two and the current instant.

use super::agenda::{Agenda, ItemId};
use super::time::{Instant, Minutes, total};

/// Upper bound on the entries of one log; far more than any session needs.
pub const ENTRY_LIMIT: usize = 2_000;

/// The minutes of one item at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned {
    /// The item.
    pub item: ItemId,
    /// Its planned minutes.
    pub minutes: Minutes,
}

/// The agenda's minutes at the start, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Baseline(pub Vec<Planned>);

impl Baseline {
    /// Returns the current minutes of an agenda.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        Self(agenda.items().iter().map(|item| Planned { item: item.id, minutes: item.minutes }).collect())
    }

    /// Returns the sum of the planned minutes.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.0.iter().map(|planned| planned.minutes))
    }
}

/// The reason why some time does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The two were away.
    Away,
    /// Somebody or something set the device's clock.
    ClockChanged,
}

/// A change of the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The session began, with its first item.
    Started,
    /// The two finished the current item and went to this one.
    MovedTo(ItemId),
    /// The two skipped the current item and went to this one.
    SkippedTo(ItemId),
    /// This item got so many more minutes.
    Extended(ItemId, Minutes),
    /// The clock was paused.
    Paused,
    /// The clock went on.
    Resumed,
    /// The time between `seen` and this entry does not count.
    Jumped {
        /// The last instant that counts.
        seen: Instant,
        /// The reason.
        cause: Cause,
    },
    /// The two confirmed that they were there, though nobody touched the page.
    Stayed,
    /// The session ended.
    Ended,
}

/// One change with its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The instant by the device's clock. Clocks get set, so it may lie before the previous entry.
    pub at: Instant,
    /// The change.
    pub change: Change,
}

/// All changes, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Log(pub Vec<Entry>);

impl Log {
    /// Returns the last entry.
    #[must_use]
    pub fn last(&self) -> Option<&Entry> {
        self.0.last()
    }

    /// Returns the log with one more entry; unchanged if the log is full.
    #[must_use]
    pub fn with(&self, at: Instant, change: Change) -> Self {
        let mut entries = self.0.clone();
        if entries.len() < ENTRY_LIMIT {
            entries.push(Entry { at, change });
        }
        Self(entries)
    }

    /// Returns the log without its last entry.
    #[must_use]
    pub fn without_last(&self) -> Self {
        let mut entries = self.0.clone();
        entries.pop();
        Self(entries)
    }
}
