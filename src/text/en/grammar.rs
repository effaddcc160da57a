//! How English counts, and puts words of others into its sentences.

use crate::domain::time::Minutes;

/// What goes into a sentence.
#[derive(Clone, Copy)]
pub(super) enum Slot<'a> {
    /// Words as they are.
    Text(&'a str),
    /// Somebody's words. Those that may run from right to left are kept from turning the words around
    /// them (Unicode UAX 9, first strong isolate).
    Name(&'a str),
    /// Words of which the first letter is small, as within a sentence.
    Lowered(&'a str),
    /// A number.
    Number(i64),
    /// A number of things, or the place of one.
    Nth(usize),
    /// A number below a million with a comma before its thousands.
    Grouped(usize),
    /// How many minutes, as the number alone.
    Bare(Minutes),
    /// "45 minutes", "1 minute".
    Counted(Minutes),
}

/// The words with what goes into them: each `{}` is the next slot, `@` the first and `&` the second.
pub(super) fn filled(words: &str, slots: &[Slot<'_>]) -> String {
    let mut said = String::new();
    let mut next = slots.iter();
    for letter in words.chars() {
        let slot = match letter {
            '{' => next.next(),
            '@' => slots.first(),
            '&' => slots.get(1),
            _ => None,
        };
        match slot {
            Some(slot) => slot.push_to(&mut said),
            None if letter == '}' => {}
            None => said.push(letter),
        }
    }
    said
}

impl Slot<'_> {
    fn push_to(self, said: &mut String) {
        match self {
            Slot::Text(text) => said.push_str(text),
            // Who has no name here is no name: within a sentence the first letter is small.
            Slot::Name("The manager") if !matches!(said.as_bytes(), [] | [.., b'.', b' ']) => {
                said.push_str("the manager");
            }
            Slot::Name(text) => {
                let turns = text.chars().any(|letter| letter >= '\u{590}');
                said.push_str(if turns { "\u{2068}" } else { "" });
                said.push_str(text);
                said.push_str(if turns { "\u{2069}" } else { "" });
            }
            Slot::Lowered(text) => {
                let mut letters = text.chars();
                said.extend(letters.next().map(|first| first.to_ascii_lowercase()));
                said.push_str(letters.as_str());
            }
            Slot::Number(number) => said.push_str(&number.to_string()),
            Slot::Nth(number) => said.push_str(&number.to_string()),
            Slot::Grouped(number) => {
                let digits = number.to_string();
                let thousands = digits.len().checked_sub(3).filter(|at| *at > 0);
                match thousands.and_then(|at| digits.split_at_checked(at)) {
                    Some((thousands, rest)) => said.extend([thousands, ",", rest]),
                    None => said.push_str(&digits),
                }
            }
            Slot::Bare(minutes) => said.push_str(&minutes.0.to_string()),
            Slot::Counted(minutes) => {
                Slot::Bare(minutes).push_to(said);
                said.push_str(if minutes.0 == 1 { " minute" } else { " minutes" });
            }
        }
    }
}
