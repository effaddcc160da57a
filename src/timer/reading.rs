//! The reading of the clock of a session: the current item, times spent and left, the expected finish.
//!
//! Defined for any log: entries with unknown items, and repeated or misplaced entries, are ignored.

use crate::domain::agenda::ItemId;
use crate::domain::time::{Instant, Minutes, Span, total};
use crate::domain::timing::{Baseline, Change, Entry, Log};

/// Largest step backward that a time server makes: 2 seconds. A clock that goes back further was set by
/// somebody.
pub const JITTER: Span = Span(2_000);

/// The phase of a session on its clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// The session has not begun.
    Waiting,
    /// The session runs, and its clock counts time for the current item.
    Running,
    /// The session has begun and its clock is paused.
    Paused,
    /// The session is over.
    Ended,
}

/// The state of an agenda item on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The item is not done yet: still to come, left by going back, or not reached before the end.
    Ahead,
    /// The two work on the item now.
    Current,
    /// The two finished the item, or the item was current when the session ended.
    Done,
    /// The two skipped the item, or dropped it before they came to it.
    Skipped,
}

/// The reading of the clock for one agenda item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemReading {
    /// Id of the agenda item.
    pub item: ItemId,
    /// State of the item: still to come, current, finished or skipped.
    pub standing: Standing,
    /// Planned minutes of the item at the start of the session.
    pub planned: Minutes,
    /// Time added to the item since the start of the session, less the time that it gave up. More time that is given after
    /// the end of the item counts from the press on, and so adds the overrun until then, too.
    pub extended: Span,
    /// Time spent on the item, zero or more.
    pub spent: Span,
    /// Instant at which the item became the current one for the first time; `None` before.
    pub began: Option<Instant>,
    /// Instant at which the two left the item last; `None` before, and for the current item.
    pub left: Option<Instant>,
}

impl ItemReading {
    /// Returns the time of the item: the minutes planned at the start and the time added since.
    #[must_use]
    pub fn time(&self) -> Span {
        self.planned.span().plus(self.extended)
    }

    /// Returns the time of the item in whole minutes.
    #[must_use]
    pub fn allotted(&self) -> Minutes {
        Minutes(u16::try_from(self.time().rounded_minutes()).unwrap_or(u16::MAX))
    }

    /// Returns the time left for the item, zero or more.
    #[must_use]
    pub fn remaining(&self) -> Span {
        self.time().minus(self.spent).at_least_zero()
    }

    /// Returns the time that the item took beyond its allotted minutes, zero or more.
    #[must_use]
    pub fn overrun(&self) -> Span {
        self.spent.minus(self.time()).at_least_zero()
    }
}

/// The reading of the clock of a session at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Phase of the session: not begun, running, paused or over.
    pub phase: Phase,
    /// Readings of all agenda items, in the order of the agenda.
    pub items: Vec<ItemReading>,
    /// Instant at which the session began; `None` before.
    pub started: Option<Instant>,
    /// Instant at which the session ended; `None` before.
    pub ended: Option<Instant>,
    /// Expected end of the session, if its clock runs from the current instant on and each open item takes
    /// its allotted minutes. After the end, the instant of the end.
    pub expected_finish: Instant,
    /// Span from the planned finish to `expected_finish`; negative if the session is ahead of the plan. The
    /// planned finish is the start and the planned minutes of all items.
    pub behind: Span,
    /// Span by which the log of a running session is ahead of the current instant, because the device's clock
    /// was set back; else zero.
    pub set_back: Span,
    current: usize,
}

impl Reading {
    /// Returns the current item; `None` before the start, after the end, and for an empty agenda.
    #[must_use]
    pub fn current(&self) -> Option<&ItemReading> {
        self.items.get(self.current).filter(|item| item.standing == Standing::Current)
    }

    /// Returns the place of the current item in the agenda, from 0; `None` if no item is current.
    #[must_use]
    pub fn current_index(&self) -> Option<usize> {
        self.current().map(|_| self.current)
    }

    /// Returns the first item after the current one that was not dropped; `None` if no item is current, or none follows.
    #[must_use]
    pub fn next(&self) -> Option<&ItemReading> {
        let after = self.current_index()?.saturating_add(1);
        self.items.iter().skip(after).find(|item| item.standing != Standing::Skipped)
    }

    /// Returns the item before the current one; `None` if no item is current, or the first one is.
    #[must_use]
    pub fn previous(&self) -> Option<&ItemReading> {
        self.current_index().and_then(|at| at.checked_sub(1)).and_then(|at| self.items.get(at))
    }

    /// Returns the time spent on all items together, zero or more.
    #[must_use]
    pub fn spent(&self) -> Span {
        self.items.iter().fold(Span::ZERO, |sum, item| sum.plus(item.spent))
    }
}

/// Returns the reading at `now` of the clock with these planned minutes and changes.
#[must_use]
pub fn reading(baseline: &Baseline, log: &Log, now: Instant) -> Reading {
    let mut tally = Tally::new(baseline, now);
    for entry in &log.0 {
        tally.enter(entry);
    }
    tally.read(now)
}

/// The state of one pass through the log, from the first entry to the current instant.
struct Tally {
    phase: Phase,
    items: Vec<ItemReading>,
    current: usize,
    started: Option<Instant>,
    ended: Option<Instant>,
    /// The instant up to which the time is assigned to items.
    counted: Instant,
}

impl Tally {
    fn new(baseline: &Baseline, now: Instant) -> Self {
        let item = |planned: &crate::domain::timing::Planned| ItemReading {
            item: planned.item,
            standing: Standing::Ahead,
            planned: planned.minutes,
            extended: Span::ZERO,
            spent: Span::ZERO,
            began: None,
            left: None,
        };
        Self {
            phase: Phase::Waiting,
            items: baseline.0.iter().map(item).collect(),
            current: 0,
            started: None,
            ended: None,
            counted: now,
        }
    }

    fn enter(&mut self, entry: &Entry) {
        match entry.change {
            Change::Started if self.phase == Phase::Waiting => {
                self.phase = Phase::Running;
                self.started = Some(entry.at);
                self.counted = entry.at;
                self.stand(Standing::Current, entry.at);
            }
            // Nothing but a start can follow on waiting, and nothing at all on the end.
            _ if matches!(self.phase, Phase::Waiting | Phase::Ended) => {}
            Change::Started => {}
            Change::MovedTo(item) => self.leave_for(item, entry.at, Standing::Done),
            Change::SkippedTo(item) => self.leave_for(item, entry.at, Standing::Skipped),
            Change::MovedSince(item, since) => {
                self.count_to(entry.at);
                let ago = entry.at.since(since).at_least_zero();
                let given = self.items.get(self.current).map_or(Span::ZERO, |item| item.spent.min(ago));
                self.spend(Span::ZERO.minus(given));
                self.leave_for(item, entry.at.minus(given), Standing::Done);
                self.counted = entry.at;
                self.spend(given);
            }
            Change::BeganAt(began) => {
                self.count_to(entry.at);
                let started = self.started.unwrap_or(entry.at);
                if let Some(item) = self.items.first_mut().filter(|_| began < started) {
                    item.spent = item.spent.plus(started.since(began));
                    item.began = Some(began);
                    self.started = Some(began);
                }
            }
            Change::PausedFor(_) | Change::Interrupted => {}
            Change::Extended(item, by) => {
                self.count_to(entry.at);
                if let Some(reading) = self.items.iter_mut().find(|reading| reading.item == item) {
                    // Two minutes more are two minutes from now.
                    reading.extended = reading.extended.plus(reading.overrun()).plus(by.span());
                }
            }
            Change::Shortened(item, by) => {
                self.count_to(entry.at);
                if let Some(reading) = self.items.iter_mut().find(|reading| reading.item == item) {
                    let unspent = reading.time().minus(reading.spent).at_least_zero();
                    reading.extended = reading.extended.minus(by.span().min(unspent));
                }
            }
            Change::Dropped(item) => {
                let ahead =
                    |reading: &&mut ItemReading| reading.item == item && reading.standing == Standing::Ahead;
                if let Some(reading) = self.items.iter_mut().find(ahead) {
                    reading.standing = Standing::Skipped;
                }
            }
            Change::Paused => {
                self.count_to(entry.at);
                self.phase = Phase::Paused;
            }
            Change::Resumed => {
                self.count_to(entry.at);
                self.phase = Phase::Running;
            }
            Change::Jumped { seen, .. } => {
                self.count_to(seen);
                self.counted = entry.at;
            }
            Change::Stayed => self.count_to(entry.at),
            Change::Ended => {
                self.count_to(entry.at);
                self.phase = Phase::Ended;
                self.ended = Some(entry.at);
                self.stand(Standing::Done, entry.at);
            }
        }
    }

    /// Assigns the time up to `at` to the current item if the clock runs. A step backward adds nothing, and
    /// counting goes on from the new time, so a step costs at most the time that it hid.
    fn count_to(&mut self, at: Instant) {
        if self.phase == Phase::Running {
            let passed = at.since(self.counted).at_least_zero();
            if let Some(item) = self.items.get_mut(self.current) {
                item.spent = item.spent.plus(passed);
            }
        }
        self.counted = at;
    }

    /// Adds time to the current item; takes time from it if negative.
    fn spend(&mut self, time: Span) {
        if let Some(item) = self.items.get_mut(self.current) {
            item.spent = item.spent.plus(time).at_least_zero();
        }
    }

    fn leave_for(&mut self, item: ItemId, at: Instant, left: Standing) {
        let Some(place) = self.items.iter().position(|reading| reading.item == item) else {
            return;
        };
        self.count_to(at);
        // Going back leaves the item still to come, not done.
        self.stand(if place < self.current { Standing::Ahead } else { left }, at);
        self.current = place;
        self.stand(Standing::Current, at);
    }

    fn stand(&mut self, standing: Standing, at: Instant) {
        if let Some(item) = self.items.get_mut(self.current) {
            item.standing = standing;
            if standing == Standing::Current {
                item.began = item.began.or(Some(at));
                item.left = None;
            } else {
                item.left = Some(at);
            }
        }
    }

    fn read(mut self, now: Instant) -> Reading {
        let over = self.phase == Phase::Ended;
        let set_back =
            if self.phase == Phase::Running { self.counted.since(now).at_least_zero() } else { Span::ZERO };
        if self.phase == Phase::Running {
            self.count_to(now.max(self.counted));
        }
        let open = |item: &&ItemReading| matches!(item.standing, Standing::Ahead | Standing::Current);
        let left = self.items.iter().filter(open).fold(Span::ZERO, |sum, item| sum.plus(item.remaining()));
        let now = if set_back > Span::ZERO { self.counted } else { now };
        let expected_finish = self.ended.filter(|_| over).unwrap_or_else(|| now.plus(left));
        let planned = total(self.items.iter().map(|item| item.planned)).span();
        let planned_finish = self.started.unwrap_or(now).plus(planned);
        Reading {
            phase: self.phase,
            items: self.items,
            started: self.started,
            ended: self.ended,
            expected_finish,
            behind: expected_finish.since(planned_finish),
            set_back,
            current: self.current,
        }
    }
}
