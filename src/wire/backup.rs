//! The file that a person can save: every stored record under its own name, as it is.
//!
//! Holds sealed records rather than a format of its own, so that what can be read from storage can
//! be read from a file; damaged records go in as they were found.

use litemap::LiteMap;
use serde_json::{Map, Value};

/// The version of the file's form.
pub const VERSION: u32 = 1;

/// The file's text, from names of records and their texts.
#[must_use]
pub fn backup(records: &LiteMap<String, String>) -> String {
    let mut all = Map::new();
    for (name, record) in records.iter() {
        all.insert(name.clone(), Value::from(record.as_str()));
    }
    let mut file = Map::new();
    file.insert("coaching-session".to_owned(), Value::from(VERSION));
    file.insert("records".to_owned(), Value::Object(all));
    Value::Object(file).to_string()
}
