//! Text that a person wrote: of limited length, shown literally, never read as markup.

use std::fmt;

/// Upper bound on the Unicode scalar values of one text.
pub const TEXT_LIMIT: usize = 2_000;

/// Text that a person wrote, trimmed, 1 to [`TEXT_LIMIT`] Unicode scalar values long.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Text(String);

/// The reason why a typed string is no [`Text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// The string is empty or white space alone.
    Empty,
    /// The string is longer than [`TEXT_LIMIT`].
    TooLong {
        /// Number of Unicode scalar values beyond [`TEXT_LIMIT`].
        over: usize,
    },
}

impl Text {
    /// Reads a typed string, without the white space around it. Control characters become spaces, since they
    /// show nothing and can hide something; line breaks and tabs stay.
    ///
    /// # Errors
    /// [`TextError`] for an empty or too long string.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        let over = excess(typed);
        if over > 0 {
            return Err(TextError::TooLong { over });
        }
        let shown = |mark: char| if mark.is_control() && !matches!(mark, '\n' | '\t') { ' ' } else { mark };
        let shown: String = typed.chars().map(shown).collect();
        let trimmed = shown.trim();
        if trimmed.is_empty() { Err(TextError::Empty) } else { Ok(Self(trimmed.to_owned())) }
    }

    /// Reads a typed string like [`Text::parse`]; `None` for an empty one.
    ///
    /// # Errors
    /// [`TextError::TooLong`].
    pub fn optional(typed: &str) -> Result<Option<Self>, TextError> {
        match Self::parse(typed) {
            Ok(text) => Ok(Some(text)),
            Err(TextError::Empty) => Ok(None),
            Err(long) => Err(long),
        }
    }

    /// Returns the text without the wrapper.
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

/// Returns the number of characters that a typed string has beyond [`TEXT_LIMIT`]; 0 if it fits. Needs no copy of
/// the string, which may be millions of characters long.
#[must_use]
pub fn excess(typed: &str) -> usize {
    // A character takes at least one byte, so most texts need no count.
    if typed.len() <= TEXT_LIMIT {
        return 0;
    }
    let trimmed = typed.trim_matches(|mark: char| mark.is_whitespace() || mark.is_control());
    trimmed.chars().count().saturating_sub(TEXT_LIMIT)
}

/// Returns both texts as one, `known` first; `None` if both are too long together.
#[must_use]
pub fn joined(mine: Option<Text>, known: Option<Text>) -> Option<Text> {
    match (mine, known) {
        (Some(mine), Some(known)) if mine != known => Text::parse(&lines(&known, &mine)).ok(),
        (mine, known) => mine.or(known),
    }
}

/// Returns both texts, each on lines of its own, at any length.
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
        assert_eq!(Text::parse(&over), Err(TextError::TooLong { over: 1 }));
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
