//! The file that a person can save: every stored record under its own name, as it is.
//!
//! Holds sealed records rather than a format of its own, so that what can be read from storage can
//! be read from a file; damaged records go in as they were found.

use std::collections::BTreeMap;

use serde::Serialize;

#[derive(Serialize)]
struct Backup<'a> {
    /// The version of the file's form.
    #[serde(rename = "coaching-session")]
    version: u32,
    records: BTreeMap<&'a str, &'a str>,
}

/// The file's text, from names of records and their texts.
#[must_use]
pub fn backup(records: &BTreeMap<String, String>) -> String {
    let records = records.iter().map(|(name, record)| (name.as_str(), record.as_str())).collect();
    // Strings in a map always are JSON; an empty file would say so if that changed.
    serde_json::to_string_pretty(&Backup { version: 1, records }).unwrap_or_default()
}
