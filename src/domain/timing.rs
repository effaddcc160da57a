//! The data of a session's clock: the agenda's minutes at the start, and a log of changes.
//!
//! `timer` computes the reading of the clock from these two and the current instant.

use super::agenda::{Agenda, ItemId};
use super::id::SessionId;
use super::time::{Instant, Minutes, Span, total};

/// Upper bound on the entries of one session's log; far more than any session needs.
pub const ENTRY_LIMIT: usize = 2_000;

/// The planned minutes of one agenda item at the start of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Planned {
    /// Id of the agenda item.
    pub item: ItemId,
    /// Planned minutes of the item at the start of the session.
    pub minutes: Minutes,
}

/// The planned minutes of each agenda item at the start of the session, in the order of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Baseline(pub Vec<Planned>);

impl Baseline {
    /// Returns the baseline of an agenda: the current minutes of its items.
    #[must_use]
    pub fn of(agenda: &Agenda) -> Self {
        Self(agenda.items().iter().map(|item| Planned { item: item.id, minutes: item.minutes }).collect())
    }

    /// Returns the sum of the planned minutes of all items.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.0.iter().map(|planned| planned.minutes))
    }
}

/// The reason why some time does not count as part of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The two were away from the session.
    Away,
    /// A person or a program set the device's clock.
    ClockChanged,
}

/// The reason of a pause, as the manager may note it. It stays on the manager's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PauseReason {
    /// A call came in.
    Call,
    /// Somebody came in.
    Visitor,
    /// The two took a break.
    Break,
    /// The line or a device failed.
    Line,
}

/// A change of the clock of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The session began, with the first item of the agenda.
    Started,
    /// The two finished the current item and went to the item with this id.
    MovedTo(ItemId),
    /// The two finished the current item at the instant, before that was logged, and went to the item with this id.
    MovedSince(ItemId, Instant),
    /// The two had begun at this instant, before the start was logged.
    BeganAt(Instant),
    /// The two skipped the current item and went to the item with this id.
    SkippedTo(ItemId),
    /// The item with this id got this many more minutes.
    Extended(ItemId, Minutes),
    /// The item with this id gave up this many minutes, at most down to the time already spent on it.
    Shortened(ItemId, Minutes),
    /// The two dropped the item with this id before they came to it.
    Dropped(ItemId),
    /// The two paused the clock of the session.
    Paused,
    /// The manager noted the reason of the pause.
    PausedFor(PauseReason),
    /// The two let the clock of the session go on after a pause.
    Resumed,
    /// The time between `seen` and the instant of this entry does not count as part of the session.
    Jumped {
        /// Last instant that counts as part of the session.
        seen: Instant,
        /// Reason why the time after `seen` does not count.
        cause: Cause,
    },
    /// The two confirmed that the session went on, though nobody touched the page.
    Stayed,
    /// The two were interrupted, and the rest goes on another day. The entry stands before the end.
    Interrupted,
    /// The session ended.
    Ended,
}

/// One change of the clock of a session, with its instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Instant of the change by the device's clock. Clocks get set, so it may lie before the previous entry.
    pub at: Instant,
    /// Change that was made to the clock of the session.
    pub change: Change,
}

/// All changes of the clock of one session, in the order in which they were logged.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Log(pub Vec<Entry>);

impl Log {
    /// Returns the last entry; `None` for a session that has not begun.
    #[must_use]
    pub fn last(&self) -> Option<&Entry> {
        self.0.last()
    }

    /// Returns the instant at which the session began: that of the first entry, or an earlier one that the two named since.
    /// `None` for a session that has not begun.
    #[must_use]
    pub fn began(&self) -> Option<Instant> {
        let named = self.0.iter().filter_map(|entry| match entry.change {
            Change::BeganAt(began) => Some(began),
            _ => None,
        });
        self.0.first().map(|entry| named.fold(entry.at, Instant::min))
    }

    /// Returns true if the session ended because the two were interrupted.
    #[must_use]
    pub fn is_interrupted(&self) -> bool {
        let mut last = self.0.iter().rev().map(|entry| entry.change);
        last.next() == Some(Change::Ended) && last.next() == Some(Change::Interrupted)
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

    /// Returns the log with one more entry at `place`, at most at the end; unchanged if the log is full.
    #[must_use]
    pub fn with_at(&self, place: usize, at: Instant, change: Change) -> Self {
        let mut entries = self.0.clone();
        if entries.len() < ENTRY_LIMIT {
            entries.insert(place.min(entries.len()), Entry { at, change });
        }
        Self(entries)
    }

    /// Returns the log without the entry at `place`; unchanged if there is none.
    #[must_use]
    pub fn without(&self, place: usize) -> Self {
        let mut entries = self.0.clone();
        if place < entries.len() {
            entries.remove(place);
        }
        Self(entries)
    }

    /// Returns the log as it leaves the device: the start, the items in the order in which the two went through them, and
    /// the end. All items begin at the start, so that nobody reads how long one took; pauses, dropped items, and time that was
    /// added or taken are left out.
    #[must_use]
    pub fn outline(&self) -> Self {
        let Some(start) = self.began() else { return Self::default() };
        let outlined = |entry: &Entry| match entry.change {
            Change::Started | Change::MovedTo(_) | Change::SkippedTo(_) => {
                Some(Entry { at: start, change: entry.change })
            }
            Change::MovedSince(item, _) => Some(Entry { at: start, change: Change::MovedTo(item) }),
            Change::Ended => Some(*entry),
            Change::Extended(..)
            | Change::Shortened(..)
            | Change::Dropped(_)
            | Change::BeganAt(_)
            | Change::Paused
            | Change::PausedFor(_)
            | Change::Resumed
            | Change::Interrupted
            | Change::Jumped { .. }
            | Change::Stayed => None,
        };
        Self(self.0.iter().filter_map(outlined).collect())
    }

    /// Returns true if the log has several items and does not say how long one took: see [`Log::outline`].
    #[must_use]
    pub fn is_outline(&self) -> bool {
        let lasted = self.began() < self.0.last().map(|entry| entry.at);
        self.0.len() > 2 && lasted && *self == self.outline()
    }

    /// Returns the first `count` entries, or all of them if there are fewer.
    #[must_use]
    pub fn first(&self, count: usize) -> Self {
        Self(self.0.iter().take(count).copied().collect())
    }
}

/// Upper bound on the leaps that a window remembers.
pub const LEAP_LIMIT: usize = 100;

/// A leap: time that passed unseen in a session. The page was closed, the machine slept, or the device's
/// clock was set forward. The time counts as part of the session unless the two say otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leap {
    /// Id of the session.
    pub session: SessionId,
    /// Number of entries of the session's log that were made before the leap.
    pub after: usize,
    /// Last sign of life before the leap: the page was known to be awake, or an entry of the log was made.
    pub from: Instant,
    /// Instant at which the page was awake again.
    pub to: Instant,
    /// True if the program asks the two about the leap. Any other leap is remembered, since a later step of
    /// the device's clock can make it doubtful.
    pub is_asked: bool,
}

impl Leap {
    /// Returns the length of the unseen time.
    #[must_use]
    pub fn gap(&self) -> Span {
        self.to.since(self.from)
    }
}
