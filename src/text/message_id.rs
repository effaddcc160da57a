//! Ids of messages, as the files of words have them.

use crate::domain::phrase::Phrase;
use crate::domain::question::BuiltInQuestion;

/// Returns the id of a built-in phrase in `l10n/*.ftl`: its key in stored data, with hyphens for dots.
pub(super) fn phrase_id(phrase: Phrase) -> String {
    phrase.key().replace('.', "-")
}

/// Returns the id of a built-in question in `l10n/*.ftl`: the id of its item, and its number.
pub(super) fn question_id(question: BuiltInQuestion) -> String {
    format!("{}-question-{}", phrase_id(question.matter), question.number)
}

/// Returns a name in kebab case: `plan-one` for `PlanOne`.
#[must_use]
pub fn kebab(name: &str) -> String {
    let mut id = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !id.is_empty() {
            id.push('-');
        }
        id.push(letter.to_ascii_lowercase());
    }
    id
}
