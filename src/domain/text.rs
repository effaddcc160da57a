//! What a person wrote: within a length, shown as it is, never read as markup.

use std::fmt;

/// The most Unicode scalar values that one text holds.
pub const TEXT_LIMIT: usize = 2_000;

/// Text that a person wrote, trimmed, 1 to [`TEXT_LIMIT`] Unicode scalar values long.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

/// Why something typed is no [`Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Nothing but white space was found.
    Empty,
    /// More was found than [`TEXT_LIMIT`] allows.
    TooLong {
        /// How many Unicode scalar values were found.
        found: usize,
    },
}

impl Text {
    /// Takes what was typed, without the white space around it. Control characters other than
    /// line breaks and tabs become spaces: they show nothing and can hide something.
    ///
    /// # Errors
    /// [`TextError`] where nothing is left or it is too long.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        let shown = |mark: char| if mark.is_control() && !matches!(mark, '\n' | '\t') { ' ' } else { mark };
        let shown: String = typed.chars().map(shown).collect();
        let trimmed = shown.trim();
        let found = trimmed.chars().count();
        match found {
            0 => Err(TextError::Empty),
            1..=TEXT_LIMIT => Ok(Self(trimmed.to_owned())),
            _ => Err(TextError::TooLong { found }),
        }
    }

    /// As [`Text::parse`], where leaving the field empty is an answer too.
    ///
    /// # Errors
    /// [`TextError::TooLong`] alone.
    pub fn optional(typed: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(typed) {
            Ok(text) => Ok(Some(text)),
            Err(TextError::Empty) => Ok(None),
            Err(long) => Err(long),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

/// One text of two, what was known before first; `None` of two that are too long together.
#[must_use]
pub fn joined(mine: Option<Text>, known: Option<Text>) -> Option<Text> {
    match (mine, known) {
        (Some(mine), Some(known)) if mine != known => Text::parse(&lines(&known, &mine)).ok(),
        (mine, known) => mine.or(known),
    }
}

/// Both texts, each on lines of its own, however long they are together.
#[must_use]
pub fn lines(one: &Text, other: &Text) -> String {
    [one.as_str(), "\n", other.as_str()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_counts_characters_and_not_bytes() {
        let full = "😀".repeat(TEXT_LIMIT);
        assert_eq!(Text::parse(&full).unwrap().as_str(), full);
        let over = "é".repeat(TEXT_LIMIT + 1);
        assert_eq!(Text::parse(&over), Err(TextError::TooLong { found: TEXT_LIMIT + 1 }));
    }

    #[test]
    fn markup_and_other_directions_are_text_like_any_other() {
        for typed in ["<script>alert(1)</script>", "مرحبا", "a\nb"] {
            assert_eq!(Text::parse(typed).unwrap().as_str(), typed);
        }
    }

    #[test]
    fn white_space_is_nothing_and_controls_are_spaces() {
        assert_eq!(Text::parse(" \n\t "), Err(TextError::Empty));
        assert_eq!(Text::optional("  "), Ok(None));
        assert_eq!(Text::parse("a\u{0}b\u{7f}c").unwrap().as_str(), "a b c");
    }
}
