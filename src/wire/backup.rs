//! The file that a person can save: every stored record under its own name, as it is.
//!
//! Holds sealed records rather than a format of its own, so that what can be read from storage can
//! be read from a file; damaged records go in as they were found.

use litemap::LiteMap;

use super::stored::write::Writer;

/// The version of the file's form.
pub const VERSION: u32 = 1;

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
