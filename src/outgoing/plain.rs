//! Text that leaves the product as it stands: without the invisible characters that the screen needs.

/// Returns the text without the isolates that keep names written from right to left apart on the screen. Other programs
/// show them as boxes or count them as letters.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars().filter(|mark| !matches!(mark, '\u{2066}'..='\u{2069}')).collect()
}
