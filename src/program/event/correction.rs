//! Presses that correct the clock of a running session.

use crate::domain::time::Minutes;
use crate::domain::timing::PauseReason;

/// The meaning of a button that corrects the clock, or says more about a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrectionPress {
    /// The session began so many minutes ago.
    Began(Minutes),
    /// The current item ended so many minutes ago.
    Ended(Minutes),
    /// The two were interrupted, and go on another day.
    Interrupted,
    /// The manager noted the reason of the pause.
    Paused(PauseReason),
}
