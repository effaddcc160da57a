//! The written forms of data: stored records, the file that holds all records, and links.
//!
//! Touches no browser and trusts no input: every value is checked before it becomes a value of the `domain`.

pub mod backup;
pub mod key;
pub mod link;
pub mod stored;

use serde::Deserialize;

/// Reads a JSON object from a text that holds nothing else; `None` for any other text. Without this check
/// serde would also accept a list of the fields' values.
fn object<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let is_object = text.trim_ascii_start().starts_with('{');
    if is_object { serde_json::from_str(text).ok() } else { None }
}
