//! Text that the person threw away, by *Cancel*, Escape, *Discard it* or by starting over: in a form, on the sheet on which the
//! two write topics down, in the line for notes, or in a notice. Held in memory alone, and each text can be brought back.

use crate::domain::draft::{Content, Draft, Purpose};
use crate::domain::id::SessionId;

/// Text that the person threw away.
#[derive(Clone, Debug, PartialEq)]
pub struct Thrown {
    /// Purpose of the draft: a form, a sheet, a new note, or the change of a note.
    pub purpose: Purpose,
    /// Draft as it was.
    pub draft: Draft,
    /// Press that threw the text away.
    pub by: ThrownBy,
}

/// The press that threw a text away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ThrownBy {
    /// *Cancel*, Escape, starting over or undo: the text goes back to its form or its line.
    Cancel,
    /// *Discard it*, in a notice about a text that was typed earlier: the notice comes back.
    Discard,
}

impl Thrown {
    /// Returns true if a notice brings the text back, and not the line for notes: it was typed in a form or on a sheet, or
    /// stood in a notice.
    #[must_use]
    pub fn is_form(&self) -> bool {
        self.by == ThrownBy::Discard || !matches!(self.purpose, Purpose::Line(..))
    }

    /// Returns the texts that the person typed and that anybody may read who sees the screen. A sheet may hold words for one
    /// party alone beside those.
    #[must_use]
    pub fn shown_texts(&self) -> Vec<&str> {
        let before: Vec<&str> = self.draft.from.texts().collect();
        let texts: Vec<&str> = match &self.draft.content {
            Content::Preparation(sheet) => sheet.shared_texts().collect(),
            content => content.texts().collect(),
        };
        texts.into_iter().filter(|text| !before.contains(text)).collect()
    }

    /// Returns true if the text is a note that the manager alone was to read.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        matches!(&self.draft.content, Content::Line(line) if line.is_alone())
    }

    /// Returns true if the text was typed in the line for notes of the session.
    #[must_use]
    pub fn is_line_of(&self, session: SessionId) -> bool {
        self.by == ThrownBy::Cancel && matches!(self.purpose, Purpose::Line(of, _) if of == session)
    }
}
