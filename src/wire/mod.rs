//! How data is written down: stored records, the file that holds them all, and links.
//!
//! Never touches a browser, and never trusts what it reads: every value is checked before it
//! becomes one of the `domain`.

pub mod backup;
pub mod key;
pub mod link;
pub mod stored;

use serde::Deserialize;

/// Reads a JSON object from text with nothing else in it. Left alone, serde takes a list of the fields'
/// values for the object as well.
fn object<'a, T: Deserialize<'a>>(text: &'a str) -> Option<T> {
    let is_object = text.trim_ascii_start().starts_with('{');
    if is_object { serde_json::from_str(text).ok() } else { None }
}
