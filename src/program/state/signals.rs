//! State of the signals of a running session: the last requests to the browser.

use crate::domain::id::SessionId;

/// The last requests to the browser, so that it is asked only for a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signals {
    /// Title of the browser's tab; `None` while the tab has its own title.
    pub title: Option<String>,
    /// True while the browser is to keep the screen on.
    pub keeps_awake: bool,
    /// True if the browser refused to keep the screen on since that was asked for last.
    pub is_refused: bool,
    /// Place of the clock at the last event; `None` while no clock runs on the screen.
    pub at: Option<ClockPlace>,
    /// True while the floating clock is open.
    pub is_floating: bool,
    /// True while the page is hidden.
    pub is_hidden: bool,
}

/// The place of a running clock: the item, and how far its time has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClockPlace {
    /// Session whose clock runs.
    pub session: SessionId,
    /// Place of the current item in the agenda, from 0.
    pub item: usize,
    /// Part of the item's time that has gone.
    pub stage: Stage,
}

/// The parts of the time of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// More than a minute is left.
    Early,
    /// A minute or less is left.
    Nearing,
    /// The time is up.
    Up,
}
