//! What was done to the clock of a session: the agenda as it stood at the start, and a log of
//! instants. What the clock shows follows from these two and from now; see `timer`.

use super::agenda::{Agenda, ItemId};
use super::time::{Instant, Minutes, total};

/// The most entries that one log holds: far more than a session of any length needs.
pub const ENTRY_LIMIT: usize = 2_000;

/// One item as it stood at the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned {
    /// The item.
    pub item: ItemId,
    /// Its planned minutes.
    pub minutes: Minutes,
}

/// The agenda's minutes as they stood at the start, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Baseline(pub Vec<Planned>);

impl Baseline {
    /// The minutes of the agenda as they stand now.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        Self(agenda.items().iter().map(|item| Planned { item: item.id, minutes: item.minutes }).collect())
    }

    /// All planned minutes together.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.0.iter().map(|planned| planned.minutes))
    }
}

/// Why time passed that is not to be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The two were away.
    Away,
    /// Somebody or something set the device's clock.
    ClockChanged,
}

/// One thing that was done to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The session began, with its first item.
    Started,
    /// The two went to this item, and were done with the one before.
    MovedTo(ItemId),
    /// The two left the current item out and went to this one.
    SkippedTo(ItemId),
    /// This item got more minutes.
    Extended(ItemId, Minutes),
    /// Time stopped counting.
    Paused,
    /// Time counts again.
    Resumed,
    /// Time counts until `seen` and then from this entry on; what lies between is left out.
    Jumped {
        /// The last instant that is known to be good.
        seen: Instant,
        /// Why.
        cause: Cause,
    },
    /// The two were there all along, though nobody touched the page: no more need to ask.
    Stayed,
    /// The session ended.
    Ended,
}

/// One thing that was done, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// When, by the device's clock; clocks get set, so this may lie before the entry before.
    pub at: Instant,
    /// What.
    pub change: Change,
}

/// All that was done, in the order in which it was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Log(pub Vec<Entry>);

impl Log {
    /// The entry done last.
    #[must_use]
    pub fn last(&self) -> Option<&Entry> {
        self.0.last()
    }

    /// This log and one thing more; as it is when it is full.
    #[must_use]
    pub fn with(&self, at: Instant, change: Change) -> Self {
        let mut entries = self.0.clone();
        if entries.len() < ENTRY_LIMIT {
            entries.push(Entry { at, change });
        }
        Self(entries)
    }

    /// This log without the thing done last.
    #[must_use]
    pub fn without_last(&self) -> Self {
        let mut entries = self.0.clone();
        entries.pop();
        Self(entries)
    }
}
