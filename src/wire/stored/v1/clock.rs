//! The stored form of a session's clock: the planned minutes at the start, and the log of changes.

use serde::{Deserialize, Serialize};

use super::field::Invalid;
use super::words::words;
use crate::domain::agenda::{ITEM_LIMIT, ItemId};
use crate::domain::half::Course;
use crate::domain::time::{Instant, Minutes};
use crate::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Log, PauseReason, Planned};
use crate::wire::stored::list::List;

/// The stored form of the clock of a session that began.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClockDto {
    /// Planned minutes of each agenda item at the start of the session.
    plan: List<PlannedDto, ITEM_LIMIT>,
    /// Changes of the clock in the order in which they were logged, the start first.
    log: List<EntryDto, ENTRY_LIMIT>,
}

impl ClockDto {
    /// Returns the stored form of a session's clock; `None` before the session begins.
    pub(super) fn of(course: &Course) -> Option<Self> {
        match course {
            Course::Planned => None,
            Course::Begun { baseline, log } => {
                Some(Self { plan: List::of(&baseline.0), log: List::of(&log.0) })
            }
        }
    }
}

impl TryFrom<ClockDto> for Course {
    type Error = Invalid;

    fn try_from(ClockDto { plan, log }: ClockDto) -> Result<Self, Invalid> {
        let baseline = plan.0.iter().map(Planned::from).collect();
        Ok(Self::Begun { baseline: Baseline(baseline), log: Log(log.values()?) })
    }
}

/// The planned minutes of one agenda item, named by its id, at the start of the session.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct PlannedDto {
    item: u16,
    minutes: u16,
}

impl From<&Planned> for PlannedDto {
    fn from(Planned { item, minutes }: &Planned) -> Self {
        Self { item: item.0, minutes: minutes.0 }
    }
}

impl From<&PlannedDto> for Planned {
    fn from(PlannedDto { item, minutes }: &PlannedDto) -> Self {
        Self { item: ItemId(*item), minutes: Minutes(*minutes) }
    }
}

/// One change of the clock. `at` and `seen` are instants in milliseconds since 1970-01-01, UTC. The change
/// decides which of the optional fields the entry has.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct EntryDto {
    at: i64,
    change: ChangeDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<i64>,
}

words! {
    /// The kind of a change of the clock. `Away` and `ClockChanged` are the two causes of a jump.
    ChangeDto {
        Started = "started",
        MovedTo = "moved-to",
        MovedSince = "moved-since",
        BeganAt = "began-at",
        SkippedTo = "skipped-to",
        Extended = "extended",
        Shortened = "shortened",
        Dropped = "dropped",
        Paused = "paused",
        PausedForCall = "paused-for-call",
        PausedForVisitor = "paused-for-visitor",
        PausedForBreak = "paused-for-break",
        PausedForLine = "paused-for-line",
        Resumed = "resumed",
        Away = "away",
        ClockChanged = "clock-changed",
        Stayed = "stayed",
        Interrupted = "interrupted",
        Ended = "ended",
    }
}

impl From<&PauseReason> for ChangeDto {
    fn from(reason: &PauseReason) -> Self {
        match reason {
            PauseReason::Call => Self::PausedForCall,
            PauseReason::Visitor => Self::PausedForVisitor,
            PauseReason::Break => Self::PausedForBreak,
            PauseReason::Line => Self::PausedForLine,
        }
    }
}

impl From<&Entry> for EntryDto {
    fn from(Entry { at, change }: &Entry) -> Self {
        let (change, item, minutes, seen) = match change {
            Change::Started => (ChangeDto::Started, None, None, None),
            Change::MovedTo(item) => (ChangeDto::MovedTo, Some(item), None, None),
            Change::MovedSince(item, since) => (ChangeDto::MovedSince, Some(item), None, Some(since)),
            Change::BeganAt(began) => (ChangeDto::BeganAt, None, None, Some(began)),
            Change::SkippedTo(item) => (ChangeDto::SkippedTo, Some(item), None, None),
            Change::Extended(item, by) => (ChangeDto::Extended, Some(item), Some(by), None),
            Change::Shortened(item, by) => (ChangeDto::Shortened, Some(item), Some(by), None),
            Change::Dropped(item) => (ChangeDto::Dropped, Some(item), None, None),
            Change::Paused => (ChangeDto::Paused, None, None, None),
            Change::PausedFor(reason) => (reason.into(), None, None, None),
            Change::Resumed => (ChangeDto::Resumed, None, None, None),
            Change::Jumped { seen, cause: Cause::Away } => (ChangeDto::Away, None, None, Some(seen)),
            Change::Jumped { seen, cause: Cause::ClockChanged } => {
                (ChangeDto::ClockChanged, None, None, Some(seen))
            }
            Change::Stayed => (ChangeDto::Stayed, None, None, None),
            Change::Interrupted => (ChangeDto::Interrupted, None, None, None),
            Change::Ended => (ChangeDto::Ended, None, None, None),
        };
        Self {
            at: at.0,
            change,
            item: item.map(|item| item.0),
            minutes: minutes.map(|minutes| minutes.0),
            seen: seen.map(|seen| seen.0),
        }
    }
}

impl TryFrom<EntryDto> for Entry {
    type Error = Invalid;

    fn try_from(EntryDto { at, change, item, minutes, seen }: EntryDto) -> Result<Self, Invalid> {
        let change = match (change, item, minutes, seen) {
            (ChangeDto::Started, None, None, None) => Change::Started,
            (ChangeDto::MovedTo, Some(item), None, None) => Change::MovedTo(ItemId(item)),
            (ChangeDto::MovedSince, Some(item), None, Some(since)) => {
                Change::MovedSince(ItemId(item), Instant(since))
            }
            (ChangeDto::BeganAt, None, None, Some(began)) => Change::BeganAt(Instant(began)),
            (ChangeDto::SkippedTo, Some(item), None, None) => Change::SkippedTo(ItemId(item)),
            (ChangeDto::Extended, Some(item), Some(by), None) => Change::Extended(ItemId(item), Minutes(by)),
            (ChangeDto::Shortened, Some(item), Some(by), None) => {
                Change::Shortened(ItemId(item), Minutes(by))
            }
            (ChangeDto::Dropped, Some(item), None, None) => Change::Dropped(ItemId(item)),
            (ChangeDto::Paused, None, None, None) => Change::Paused,
            (ChangeDto::PausedForCall, None, None, None) => Change::PausedFor(PauseReason::Call),
            (ChangeDto::PausedForVisitor, None, None, None) => Change::PausedFor(PauseReason::Visitor),
            (ChangeDto::PausedForBreak, None, None, None) => Change::PausedFor(PauseReason::Break),
            (ChangeDto::PausedForLine, None, None, None) => Change::PausedFor(PauseReason::Line),
            (ChangeDto::Resumed, None, None, None) => Change::Resumed,
            (ChangeDto::Away, None, None, Some(seen)) => {
                Change::Jumped { seen: Instant(seen), cause: Cause::Away }
            }
            (ChangeDto::ClockChanged, None, None, Some(seen)) => {
                Change::Jumped { seen: Instant(seen), cause: Cause::ClockChanged }
            }
            (ChangeDto::Stayed, None, None, None) => Change::Stayed,
            (ChangeDto::Interrupted, None, None, None) => Change::Interrupted,
            (ChangeDto::Ended, None, None, None) => Change::Ended,
            _ => return Err(Invalid("log")),
        };
        Ok(Self { at: Instant(at), change })
    }
}
