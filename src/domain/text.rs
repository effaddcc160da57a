//! Text that a person wrote: of limited length, shown literally, never read as markup.

use std::borrow::Cow;
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
    /// show nothing and can hide something; line breaks and tabs stay. Characters that turn the text around
    /// them are dropped: see [`without_turns`].
    ///
    /// # Errors
    /// [`TextError`] for an empty or too long string.
    pub fn parse(typed: &str) -> Result<Self, TextError> {
        let over = excess(typed);
        if over > 0 {
            return Err(TextError::TooLong { over });
        }
        let shown = |mark: char| if mark.is_control() && !matches!(mark, '\n' | '\t') { ' ' } else { mark };
        let shown: String = without_turns(typed).chars().map(shown).collect();
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

/// Returns the number of characters that a typed string has beyond [`TEXT_LIMIT`]; 0 if it fits. Counts
/// neither white space and control characters at the ends nor characters that turn the text. Needs no copy of
/// the string, which may be millions of characters long.
#[must_use]
pub fn excess(typed: &str) -> usize {
    // A character takes at least one byte, so most texts need no count.
    if typed.len() <= TEXT_LIMIT {
        return 0;
    }
    let trimmed = typed.trim_matches(|mark: char| mark.is_whitespace() || mark.is_control() || turns(mark));
    trimmed.chars().filter(|mark| !turns(*mark)).count().saturating_sub(TEXT_LIMIT)
}

/// Returns the text without the characters that embed, override or isolate a direction: U+202A to U+202E and
/// U+2066 to U+2069 (Unicode UAX 9, section 2). One of them can turn the sentence around a name, or end the
/// isolate that protects the sentence. The marks U+200E, U+200F and U+061C stay: Arabic and Hebrew need them
/// beside digits and punctuation, and they turn nothing outside an isolate.
#[must_use]
pub fn without_turns(text: &str) -> Cow<'_, str> {
    if text.contains(turns) { text.replace(turns, "").into() } else { text.into() }
}

fn turns(mark: char) -> bool {
    matches!(mark, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns the lines of both texts, at any length: lines that both begin or end with once, the other ones of
/// each text between, those of `one` first. If one text has all lines of the other, one after the other, returns it
/// alone. A line that another line merely contains stays: "no" is not in "now or never".
#[must_use]
pub fn both_texts(one: &str, other: &str) -> String {
    if has_lines_of(other, one) {
        return other.to_owned();
    }
    if has_lines_of(one, other) {
        return one.to_owned();
    }
    let (first, second): (Vec<&str>, Vec<&str>) = (one.lines().collect(), other.lines().collect());
    let head = first.iter().zip(&second).take_while(|(one, other)| one == other).count();
    let tails = first.iter().skip(head).rev().zip(second.iter().skip(head).rev());
    let tail = tails.take_while(|(one, other)| one == other).count();
    let own = first.len().saturating_sub(tail);
    let lines: Vec<&str> = first.iter().take(own).chain(second.iter().skip(head)).copied().collect();
    lines.join("\n")
}

/// Returns true if the text has all lines of `part`, one after the other, or goes on with them.
fn has_lines_of(text: &str, part: &str) -> bool {
    let part: Vec<&str> = part.trim().lines().map(str::trim).collect();
    let text: Vec<&str> = text.lines().map(str::trim).collect();
    let goes_on = |lines: &[&str]| lines.iter().zip(&part).all(|(line, part)| continues(line, part));
    part.is_empty() || text.windows(part.len()).any(goes_on)
}

/// Least length of a line that a longer line is taken to continue, in characters. A shorter one may be an answer of its
/// own, with which the longer line begins by chance.
const CONTINUED: usize = 12;

/// Returns true if the line is `start`, or goes on after it with another word.
fn continues(line: &str, start: &str) -> bool {
    match line.strip_prefix(start) {
        Some("") => true,
        Some(rest) => start.chars().count() >= CONTINUED && !rest.starts_with(char::is_alphanumeric),
        None => false,
    }
}

/// Returns the text that two windows made of `from`: of a text that only one of them changed, the changed one; else
/// the lines of both.
#[must_use]
pub fn three_texts(from: &str, mine: &str, theirs: &str) -> String {
    match (mine.trim() == from.trim(), theirs.trim() == from.trim()) {
        (true, _) => theirs.to_owned(),
        (_, true) => mine.to_owned(),
        _ => both_texts(theirs, mine),
    }
}

/// Returns the lines of both texts as one text, the same for either order of the two; `None` if they are too long
/// together.
#[must_use]
pub fn united(one: &Text, other: &Text) -> Option<Text> {
    let (lesser, greater) = if one < other { (one, other) } else { (other, one) };
    Text::parse(&both_texts(lesser.as_str(), greater.as_str())).ok()
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

    #[test]
    fn line_that_another_line_contains_by_chance_stays() {
        for (one, other) in
            [("no", "now or never"), ("Call Ann", "Call Anna about it"), ("price", "the price")]
        {
            assert_eq!(both_texts(one, other), format!("{one}\n{other}"));
        }
        let (begun, whole) = ("The pilot at Ward", "The pilot at Ward, and who decides");
        assert_eq!(both_texts(begun, whole), whole, "a sentence that goes on");
        assert_eq!(both_texts("b\nc", "a\nb\nc"), "a\nb\nc", "whole lines");
    }

    #[test]
    fn text_that_one_side_left_alone_takes_the_other_change() {
        assert_eq!(three_texts("a", "a", "b"), "b");
        assert_eq!(three_texts("a", "b", "a "), "b");
        assert_eq!(three_texts("a", "b", "c"), "c\nb");
        assert_eq!(three_texts("a", "", "c"), "c");
    }

    #[test]
    fn characters_that_turn_text_are_dropped_and_marks_stay() {
        let turns = "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}";
        assert_eq!(Text::parse(&format!("L{turns}ee{turns}")).unwrap().as_str(), "Lee");
        assert_eq!(Text::parse(turns), Err(TextError::Empty));
        for marked in ["\u{5dc}\u{5d0}\u{5d4}\u{200f} (3)", "\u{645}\u{61c}1", "a\u{200e}b", "👩\u{200d}👧"]
        {
            assert_eq!(Text::parse(marked).unwrap().as_str(), marked);
        }
    }
}
