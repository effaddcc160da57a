//! Text that was typed in a form, and that *Cancel* threw away: the screen that follows offers it, and forgets it at its
//! end.

use super::hold::Thrown;
use super::screen::OpenScreen;

impl OpenScreen {
    /// Returns what was typed in the form that *Cancel* left for this screen; `None` without any.
    #[must_use]
    pub fn cancelled(&self) -> Option<&Thrown> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => state.cancelled.as_deref(),
            Self::Session(_, state) => state.cancelled.as_deref(),
            _ => None,
        }
    }

    /// Returns the place for what was typed in a form that *Cancel* leaves for this screen; `None` on a screen that no
    /// form is left for.
    pub(in crate::program) fn cancelled_mut(&mut self) -> Option<&mut Option<Box<Thrown>>> {
        match self {
            Self::Home(state) | Self::Pair(_, state) => Some(&mut state.cancelled),
            Self::Session(_, state) => Some(&mut state.cancelled),
            _ => None,
        }
    }
}
