//! The file that a person can save, and open again: every record under its own name, as it is stored.
//!
//! Holds sealed records rather than a format of its own, so that what can be read from storage can
//! be read from a file; damaged records go in as they were found. Reading takes the file apart and
//! judges no record.

use litemap::LiteMap;

use super::json::{self, Json};
use super::stored::write::Writer;

/// The version of the file's form.
pub const VERSION: u32 = 1;

/// The longest file that is read, in bytes of UTF-8: four times what a browser stores for a page.
/// `element.js` reads no more of a file than this and one byte.
pub const FILE_LIMIT: usize = 20_000_000;

/// Why a file is none of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBackup {
    /// It is longer than [`FILE_LIMIT`].
    TooLarge,
    /// A newer release wrote it.
    Newer,
    /// It is something else's, or was cut off.
    Foreign,
}

/// The file's text, from names of records and their texts.
#[must_use]
pub fn backup(records: &LiteMap<String, String>) -> String {
    let mut out = Writer::default();
    out.object(|out| {
        out.at("coaching-session").number(VERSION);
        out.at("records").object(|out| {
            for (name, record) in records.iter() {
                out.at(name).text(record);
            }
        });
    });
    out.finish()
}

/// The records by name, in the order of the file; each should be a text.
///
/// # Errors
/// [`NotBackup`] says what the file is instead.
pub fn restore(file: &str) -> Result<Vec<(String, Json)>, NotBackup> {
    if file.len() > FILE_LIMIT {
        return Err(NotBackup::TooLarge);
    }
    let Ok(Json::Object(fields)) = json::parse(file) else { return Err(NotBackup::Foreign) };
    let (mut version, mut records) = (0, None);
    for (name, value) in fields {
        match (name.as_str(), value) {
            ("coaching-session", Json::Whole(found)) => version = found,
            ("records", Json::Object(found)) => records = Some(found),
            _ => {}
        }
    }
    if version > i64::from(VERSION) {
        return Err(NotBackup::Newer);
    }
    records.filter(|_| version == i64::from(VERSION)).ok_or(NotBackup::Foreign)
}
