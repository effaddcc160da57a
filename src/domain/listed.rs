//! Lines that a person puts on the list for the next session of two people.
//!
//! A list stays in its browser. A link brings copies of the lines that are not held back: it is made of [`Carried`], and no
//! type of a link can hold a [`Listed`].

use super::note::Carried;

/// A line on the list for the next session.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Listed {
    /// True if this person holds the line back from the other one. Of two windows, of which one held it back, that one
    /// counts: the order of the fields says so.
    pub is_held: bool,
    /// Parked note of this person, under a session id of its own that no session has, with the instant at which it was
    /// written in place of the start.
    pub line: Carried,
}

impl Listed {
    /// Returns a line that stays with this person.
    #[must_use]
    pub fn held(line: Carried) -> Self {
        Self { is_held: true, line }
    }

    /// Returns a line that goes out with the next message.
    #[must_use]
    pub fn shared(line: Carried) -> Self {
        Self { is_held: false, line }
    }
}
