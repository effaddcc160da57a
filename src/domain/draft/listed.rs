//! A line for the list of the next session, as typed.

use crate::domain::id::SessionId;

/// A line for the list of the next session, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedDraft {
    /// Words of the line; may be empty.
    pub words: String,
    /// Line that the words change; `None` for a new line.
    pub changes: Option<SessionId>,
    /// True if the words are for this person alone: they change a line that is held back, or were one. They stay so if that
    /// line goes.
    pub is_held: bool,
}
