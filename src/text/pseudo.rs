//! A pseudo-language: every message in marks, with letters that are no longer plain English. What
//! is on the screen without marks was never a message, or was written by a person.

/// Puts a message into marks and accents its vowels.
pub(super) fn mark(message: &str) -> String {
    let accented = |letter: char| match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        other => other,
    };
    format!("⟦{}⟧", message.chars().map(accented).collect::<String>())
}
