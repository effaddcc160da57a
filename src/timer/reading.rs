//! What the clock shows: which item, how long, how long still, when it will be over.
//!
//! Total on any log: entries that name unknown items, come twice or out of order are passed over.

use crate::domain::agenda::ItemId;
use crate::domain::time::{Instant, Minutes, Span, total};
use crate::domain::timing::{Baseline, Change, Entry, Log};

/// How far clocks go back when a time server adjusts them; one that goes back further was set.
pub const JITTER: Span = Span(2_000);

/// How far the session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nobody started it.
    Waiting,
    /// Time counts for the current item.
    Running,
    /// Time stands still.
    Paused,
    /// It is over.
    Ended,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Still to come.
    Ahead,
    /// On now.
    Current,
    /// The two were done with it.
    Done,
    /// The two left it out.
    Skipped,
}

/// One item on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemReading {
    /// The item.
    pub item: ItemId,
    /// Where it stands.
    pub standing: Standing,
    /// Its minutes when the session began.
    pub planned: Minutes,
    /// The minutes it got since.
    pub extended: Minutes,
    /// The time spent on it, never negative.
    pub spent: Span,
}

impl ItemReading {
    /// The minutes it has in all.
    #[must_use]
    pub fn allotted(&self) -> Minutes {
        self.planned.plus(self.extended)
    }

    /// The time it has left; zero when it is up.
    #[must_use]
    pub fn remaining(&self) -> Span {
        self.allotted().span().minus(self.spent).at_least_zero()
    }

    /// The time it took beyond what it has; zero until it is up.
    #[must_use]
    pub fn overrun(&self) -> Span {
        self.spent.minus(self.allotted().span()).at_least_zero()
    }
}

/// What the clock shows at one instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// How far the session has come.
    pub phase: Phase,
    /// The items in order.
    pub items: Vec<ItemReading>,
    /// When it began, once it did.
    pub started: Option<Instant>,
    /// When it ended, once it did.
    pub ended: Option<Instant>,
    /// When it will be over if every item still to come takes what it has; when it was, once it is.
    pub expected_finish: Instant,
    /// How far `expected_finish` lies behind the plan at the start; negative when ahead of it.
    pub behind: Span,
    /// How far now lies before the last entry, where the device's clock was set back.
    pub set_back: Span,
    current: usize,
}

impl Reading {
    /// The item that is on; `None` before the start, after the end and of an empty agenda.
    #[must_use]
    pub fn current(&self) -> Option<&ItemReading> {
        self.items.get(self.current).filter(|item| item.standing == Standing::Current)
    }

    /// The place of the current item, counted from 0.
    #[must_use]
    pub fn current_index(&self) -> Option<usize> {
        self.current().map(|_| self.current)
    }

    /// The item behind the current one.
    #[must_use]
    pub fn next(&self) -> Option<&ItemReading> {
        self.current_index().and_then(|at| self.items.get(at.saturating_add(1)))
    }

    /// The item before the current one.
    #[must_use]
    pub fn previous(&self) -> Option<&ItemReading> {
        self.current_index().and_then(|at| at.checked_sub(1)).and_then(|at| self.items.get(at))
    }

    /// The time spent on all items.
    #[must_use]
    pub fn spent(&self) -> Span {
        self.items.iter().fold(Span::ZERO, |sum, item| sum.plus(item.spent))
    }
}

/// What the clock shows at `now`.
#[must_use]
pub fn reading(baseline: &Baseline, log: &Log, now: Instant) -> Reading {
    let mut tally = Tally::new(baseline, now);
    for entry in &log.0 {
        tally.enter(entry);
    }
    tally.read(now)
}

/// Goes through the log once, from the first entry to now.
struct Tally {
    phase: Phase,
    items: Vec<ItemReading>,
    current: usize,
    started: Option<Instant>,
    ended: Option<Instant>,
    /// Up to here the time is given to items; the next interval begins here.
    counted: Instant,
}

impl Tally {
    fn new(baseline: &Baseline, now: Instant) -> Self {
        let item = |planned: &crate::domain::timing::Planned| ItemReading {
            item: planned.item,
            standing: Standing::Ahead,
            planned: planned.minutes,
            extended: Minutes(0),
            spent: Span::ZERO,
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
                self.stand(Standing::Current);
            }
            // Nothing but a start can follow on waiting, and nothing at all on the end.
            _ if matches!(self.phase, Phase::Waiting | Phase::Ended) => {}
            Change::Started => {}
            Change::MovedTo(item) => self.leave_for(item, entry.at, Standing::Done),
            Change::SkippedTo(item) => self.leave_for(item, entry.at, Standing::Skipped),
            Change::Extended(item, by) => {
                if let Some(reading) = self.items.iter_mut().find(|reading| reading.item == item) {
                    reading.extended = reading.extended.plus(by);
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
                self.stand(Standing::Done);
            }
        }
    }

    /// Gives the time up to `at` to the current item. Where the clock was set back nothing passed;
    /// counting goes on from the new time, so that a step costs at most what it hid.
    fn count_to(&mut self, at: Instant) {
        if self.phase == Phase::Running {
            let passed = at.since(self.counted).at_least_zero();
            if let Some(item) = self.items.get_mut(self.current) {
                item.spent = item.spent.plus(passed);
            }
        }
        self.counted = at;
    }

    fn leave_for(&mut self, item: ItemId, at: Instant, left: Standing) {
        let Some(place) = self.items.iter().position(|reading| reading.item == item) else {
            return;
        };
        self.count_to(at);
        // Going back leaves the item still to come, not done.
        self.stand(if place < self.current { Standing::Ahead } else { left });
        self.current = place;
        self.stand(Standing::Current);
    }

    fn stand(&mut self, standing: Standing) {
        if let Some(item) = self.items.get_mut(self.current) {
            item.standing = standing;
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
