//! Words in the language of the reader, ready to be drawn.

use std::borrow::Cow;
use std::fmt;
use std::ops::{Deref, Range};
use std::rc::Rc;

use crate::domain::text::without_turns;

/// Character behind a first strong isolate (U+2068) that marks the text up to the end of the isolate as a name.
const NAME: &str = "\u{2068}\u{2060}";
/// End of an isolate.
const END: char = '\u{2069}';

/// Words in the language of the reader, ready to be drawn; a clone is cheap.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words {
    text: Rc<str>,
    /// Places of the names of people in the text, which a translator of the page must leave alone; sorted.
    names: Option<Rc<[Range<usize>]>>,
}

/// A stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stretch<'a> {
    /// Words of the language.
    Said(&'a str),
    /// Name of a person.
    Name(&'a str),
}

impl Words {
    /// Returns a name with the marks by which [`Words::marked`] finds it.
    pub(super) fn mark(name: &str) -> String {
        format!("{NAME}{name}{END}")
    }

    /// Returns the words of a text in which names are marked, without the marks. A name that may run from right to left
    /// stays isolated, so that it does not turn the words around it (Unicode UAX 9, first strong isolate).
    pub(super) fn marked(text: &str) -> Self {
        let (mut plain, mut names) = (String::with_capacity(text.len()), Vec::new());
        let mut rest = text;
        while let Some((before, behind)) = rest.split_once(NAME) {
            let (name, after) = behind.split_once(END).unwrap_or((behind, ""));
            plain.push_str(before);
            let begins = plain.len();
            plain.push_str(&isolated(name));
            names.push(begins..plain.len());
            rest = after;
        }
        plain.push_str(rest);
        let names = (!names.is_empty()).then(|| names.into());
        Self { text: plain.into(), names }
    }

    /// Returns true if the words hold a name with words around it.
    #[must_use]
    pub fn has_names(&self) -> bool {
        self.names.is_some()
    }

    /// Returns the words in stretches, one after the other; none is empty.
    pub fn stretches(&self) -> impl Iterator<Item = Stretch<'_>> {
        let mut end = 0;
        let mut stretches = Vec::new();
        for name in self.names.as_deref().unwrap_or_default() {
            stretches.push(Stretch::Said(self.text.get(end..name.start).unwrap_or_default()));
            stretches.push(Stretch::Name(self.text.get(name.clone()).unwrap_or_default()));
            end = name.end;
        }
        stretches.push(Stretch::Said(self.text.get(end..).unwrap_or_default()));
        stretches.into_iter().filter(|stretch| !matches!(stretch, Stretch::Said("") | Stretch::Name("")))
    }
}

/// Returns the text between isolates if it may run from right to left, so that it does not turn the words around it
/// (Unicode UAX 9, first strong isolate). Drops the characters that would end the isolate.
pub(super) fn isolated(text: &str) -> Cow<'_, str> {
    let text = without_turns(text);
    match text.chars().any(|letter| letter >= '\u{590}') {
        true => format!("\u{2068}{text}\u{2069}").into(),
        false => text,
    }
}

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self { text: words.into(), names: None }
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self { text: words.into(), names: None }
    }
}

impl From<&Words> for Rc<str> {
    /// Shares the text.
    fn from(words: &Words) -> Self {
        words.text.clone()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_isolated_only_if_written_right_to_left() {
        assert_eq!(isolated("Lee"), "Lee");
        assert_eq!(isolated("Zoë"), "Zoë");
        assert_eq!(isolated("לאה"), "\u{2068}לאה\u{2069}");
        assert_eq!(isolated("Lee\u{200f}"), "\u{2068}Lee\u{200f}\u{2069}");
    }

    #[test]
    fn text_cannot_end_the_isolate_around_it() {
        assert_eq!(isolated("\u{2069}\u{202e}לאה"), "\u{2068}לאה\u{2069}");
        assert_eq!(isolated("\u{202e}Lee\u{2069}"), "Lee");
    }

    #[test]
    fn marked_names_are_found_and_their_marks_dropped() {
        let text = format!("Send {} to {}.", Words::mark("לאה"), Words::mark("Lee"));
        let words = Words::marked(&text);
        assert_eq!(&*words, "Send \u{2068}לאה\u{2069} to Lee.");
        let stretches: Vec<Stretch<'_>> = words.stretches().collect();
        let (first, second) = (Stretch::Name("\u{2068}לאה\u{2069}"), Stretch::Name("Lee"));
        assert_eq!(
            stretches,
            [Stretch::Said("Send "), first, Stretch::Said(" to "), second, Stretch::Said(".")]
        );
    }
}
