//! How English counts, and puts words of others into its sentences.

use crate::domain::time::Minutes;

/// "45 minutes", "1 minute".
pub(super) fn count(minutes: Minutes) -> String {
    match minutes.0 {
        1 => "1 minute".into(),
        many => format!("{many} minutes"),
    }
}

/// A number below a million with a comma before its thousands.
pub(super) fn grouped(number: usize) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}

/// Words of which the first letter is small, as within a sentence.
pub(super) fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| std::iter::once(first.to_ascii_lowercase()).chain(letters).collect())
        .unwrap_or_default()
}

/// Text that may run from right to left, kept from turning the words around it (Unicode UAX 9,
/// first strong isolate). Plain Latin text stays as it is.
pub(super) fn isolated(text: &str) -> String {
    if text.chars().any(|letter| letter >= '\u{590}') {
        format!("\u{2068}{text}\u{2069}")
    } else {
        text.to_owned()
    }
}
