//! Presses on what surrounds the clock of a running session.

use crate::domain::signal::Signal;

/// The meaning of a button of what surrounds the clock of a running session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunningPress {
    /// The person switched the shortcuts on or off that are a single letter.
    KeysToggled,
    /// The person asked for the floating clock, or closed it.
    FloatToggled,
    /// The person asked for the view for a screen that both see, or left it.
    SharedToggled,
    /// The person switched this signal on or off.
    SignalToggled(Signal),
    /// The person asked for the list of the keys, or closed it.
    KeysListed,
}
