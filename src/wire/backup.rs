//! The file that a person can save, and open again: every record under its own name, as it is stored.
//!
//! Holds sealed records rather than a format of its own, so that what can be read from storage can
//! be read from a file; damaged records go in as they were found. Reading takes the file apart and
//! judges no record.

use std::collections::BTreeMap;

use super::json::{Json, Reader};
use super::stored::write::Writer;

/// The version of the file's form.
pub const VERSION: u32 = 1;

/// The longest file that is read, in bytes of UTF-8: what a browser stores for a page is five million units
/// of UTF-16, and no such unit takes more than three. `element.js` reads no more of a file than this and
/// one byte.
pub const FILE_LIMIT: usize = 16_000_000;

/// The most records that a file is read with.
pub const RECORD_COUNT: usize = 10_000;

/// The most that is looked through for one record, in bytes of UTF-8: as much as a browser stores for a page.
const WINDOW: usize = 5_500_000;

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
pub fn backup(records: &BTreeMap<String, String>) -> String {
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

/// A file that is read record by record, so that nobody waits for the whole of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    text: String,
    at: usize,
    count: usize,
}

impl Restore {
    /// A file of which nothing but its head was read: its version comes before its records.
    ///
    /// # Errors
    /// [`NotBackup`] says what the file is instead.
    pub fn begin(text: String) -> Result<Self, NotBackup> {
        if text.len() > FILE_LIMIT {
            return Err(NotBackup::TooLarge);
        }
        let (mut reader, mut is_first, mut is_ours) = (Reader::new(window(&text, 0)), true, false);
        reader.require(b'{');
        while reader.goes_on(b'}', is_first) {
            let name = reader.name();
            if name == "records" && is_ours {
                reader.require(b'{');
                let (at, is_json) = (reader.at, reader.is_json);
                return if is_json { Ok(Self { text, at, count: 0 }) } else { Err(NotBackup::Foreign) };
            }
            if let (true, Json::Whole(version)) = (name == "coaching-session", reader.value(1)) {
                if version > i64::from(VERSION) {
                    return Err(NotBackup::Newer);
                }
                is_ours = version == i64::from(VERSION);
            }
            is_first = false;
        }
        Err(NotBackup::Foreign)
    }

    /// The place of what is read next, in bytes.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// The next record by its name, which should be a text; `None` behind the last one.
    ///
    /// # Errors
    /// [`NotBackup`] where the rest is not what a file of ours has there.
    pub fn record(&mut self) -> Result<Option<(String, Json)>, NotBackup> {
        let mut reader = Reader::new(window(&self.text, self.at));
        let record = if reader.goes_on(b'}', self.count == 0) {
            Some((reader.name(), reader.value(2)))
        } else {
            while reader.goes_on(b'}', false) {
                reader.name();
                reader.value(1);
            }
            if !reader.is_done() || self.at.saturating_add(reader.at) < self.text.len() {
                return Err(NotBackup::Foreign);
            }
            None
        };
        self.at = self.at.saturating_add(reader.at);
        self.count = self.count.saturating_add(1);
        match record {
            _ if !reader.is_json => Err(NotBackup::Foreign),
            Some(_) if self.count > RECORD_COUNT => Err(NotBackup::TooLarge),
            record => Ok(record),
        }
    }
}

/// What is looked through from that place on.
fn window(text: &str, at: usize) -> &str {
    let end = at.saturating_add(WINDOW);
    // Not within a character, which has four bytes at most.
    let mut ends = (end..end.saturating_add(4)).chain([text.len()]);
    ends.find_map(|end| text.get(at..end)).unwrap_or_default()
}
