//! Text that the person threw away with *Cancel* or Escape, in a form or in the line for notes. Held in memory alone, and
//! each text can be brought back.

use crate::domain::draft::{Content, Draft, Purpose};
use crate::domain::id::SessionId;

/// Text that the person threw away.
#[derive(Clone, Debug, PartialEq)]
pub struct Thrown {
    /// Purpose of the draft: a form, a new note, or the change of a note.
    pub purpose: Purpose,
    /// Draft as it was.
    pub draft: Draft,
}

impl Thrown {
    /// Returns true if the text was typed in a form, and not in the line for notes.
    #[must_use]
    pub fn is_form(&self) -> bool {
        !matches!(self.purpose, Purpose::Line(..))
    }

    /// Returns true if the text is a note that the manager alone was to read.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        matches!(&self.draft.content, Content::Line(line) if line.is_alone())
    }

    /// Returns true if the text was typed in the line for notes of the session.
    #[must_use]
    pub fn is_line_of(&self, session: SessionId) -> bool {
        matches!(self.purpose, Purpose::Line(of, _) if of == session)
    }
}
