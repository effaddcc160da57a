//! State of the screen of a running session that dies with the screen: the contents for one person alone, and the
//! question about the clock.

use crate::domain::agenda::ItemId;
use crate::domain::time::Instant;
use crate::timer::catch_up::CatchUp;

/// The contents for one person alone on a screen that the other may see.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reveal {
    /// The contents are hidden, unless the manager alone sees the screen.
    #[default]
    Hidden,
    /// The contents are hidden, and the person is asked if the other can see the screen right now.
    Asked,
    /// The contents show while the person holds their button down.
    Held,
    /// The contents show until an instant, as long as the session stays at this item; `None` stands for no item, after
    /// the end.
    Shown(Option<ItemId>, Instant),
}

/// A question to the person about a session's clock: how to count time that the page missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClockQuestion {
    /// Time that passed unseen, about which the person is asked.
    pub about: CatchUp,
    /// Suggested end of a session that was left running, which the person can move; unused for any other
    /// question.
    pub end: Instant,
}

impl ClockQuestion {
    /// Returns true if `about` is of the same kind as this question, and its unseen time begins at the same
    /// instant.
    pub(in crate::program) fn is_about_the_same(&self, about: CatchUp) -> bool {
        let seen = |about| match about {
            CatchUp::Unseen { seen, .. } => (seen, false),
            CatchUp::LeftRunning { seen, .. } => (seen, true),
        };
        seen(self.about) == seen(about)
    }
}
