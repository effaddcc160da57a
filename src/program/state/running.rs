//! State of the screen of a running session that lies around the clock, and dies with the screen.

/// The layer above the screen of a running session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layer {
    /// Nothing lies above the screen.
    #[default]
    Bare,
    /// The list of the keys is open.
    Keys,
    /// The session is drawn for a screen that both see.
    Shared,
}
