//! The saved file: JSON Lines with a head, then one record a line under its own name.
//!
//! A line holds the record's text as it is stored, so that what can be read from storage can be read from
//! a file, and damaged records go in as they were found. Reading takes the file apart and judges no record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::object;

/// The version of the file's form.
pub const VERSION: u32 = 1;

/// The longest file that is read, in bytes of UTF-8: what a browser stores for a page is five million units
/// of UTF-16, and no such unit takes more than three. `element.ts` reads no more of a file than this and
/// one byte.
pub const FILE_LIMIT: usize = 16_000_000;

/// The most records that a file is read with.
pub const RECORD_COUNT: usize = 10_000;

/// The longest line that is read, in bytes of UTF-8: as much as a browser stores for a page.
pub const LINE_LIMIT: usize = 5_500_000;

/// The reason why a file is no saved file of this product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBackup {
    /// The file is longer than [`FILE_LIMIT`], or has more records than [`RECORD_COUNT`].
    TooLarge,
    /// A newer release wrote the file.
    Newer,
    /// The file does not begin with our head.
    Foreign,
}

/// The first line. Other fields than these are passed over.
#[derive(Deserialize, Serialize)]
struct Head {
    #[serde(rename = "coaching-session")]
    version: u32,
    /// Number of records that the file was saved with: shows that a file was cut off.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    records: Option<usize>,
}

/// The version of any release's file.
#[derive(Deserialize)]
struct Versioned {
    #[serde(rename = "coaching-session")]
    version: u32,
}

/// A line behind the head.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Line {
    key: String,
    record: String,
}

/// The key of a line whose record is not text.
#[derive(Deserialize)]
struct Keyed {
    key: String,
}

/// Returns the file's text, from keys of records and their texts.
#[must_use]
pub fn backup(records: &BTreeMap<String, String>) -> String {
    let mut file = String::new();
    push(&mut file, &Head { version: VERSION, records: Some(records.len()) });
    for (key, record) in records {
        push(&mut file, &Line { key: key.clone(), record: record.clone() });
    }
    file
}

/// Adds a line. Text and numbers in memory are always written.
fn push(file: &mut String, line: &impl Serialize) {
    file.push_str(&serde_json::to_string(line).unwrap_or_default());
    file.push('\n');
}

/// Content of a line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A record under its key.
    Record(String, String),
    /// A line that has a key and no record.
    Damaged(String),
    /// A line without a key. Its number in the file is given, from 1.
    NoLine(usize),
    /// A line longer than [`LINE_LIMIT`]. Its number in the file is given, from 1.
    TooLong(usize),
    /// The file was saved with more records than it has.
    Missing,
}

/// A file that is read line by line, so that nobody waits for the whole of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    text: String,
    /// The place of the next line, in bytes.
    at: usize,
    /// The number of the next line, from 1.
    line: usize,
    /// The records so far, readable or not.
    count: usize,
    /// The records that should be there, where the head says so.
    expected: usize,
}

impl Restore {
    /// Begins with a file of which the head alone is read.
    ///
    /// # Errors
    /// [`NotBackup`] says what the file is instead.
    pub fn begin(text: String) -> Result<Self, NotBackup> {
        if text.len() > FILE_LIMIT {
            return Err(NotBackup::TooLarge);
        }
        let mut file = Self { text, at: 0, line: 1, count: 0, expected: 0 };
        let (_, head) = file.next_line().ok_or(NotBackup::Foreign)?;
        let Versioned { version } = object(head).ok_or(NotBackup::Foreign)?;
        if version > VERSION {
            return Err(NotBackup::Newer);
        }
        let Head { version, records } = object(head).ok_or(NotBackup::Foreign)?;
        if version != VERSION {
            return Err(NotBackup::Foreign);
        }
        file.expected = records.unwrap_or_default();
        Ok(file)
    }

    /// Returns the place of the next line, in bytes.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Reads the next line; `None` behind the last one.
    ///
    /// # Errors
    /// [`NotBackup::TooLarge`] for more lines than [`RECORD_COUNT`].
    pub fn entry(&mut self) -> Result<Option<Entry>, NotBackup> {
        let Some((number, line)) = self.next_line() else {
            let is_missing = self.count < std::mem::take(&mut self.expected);
            return Ok(is_missing.then_some(Entry::Missing));
        };
        let entry = entry(number, line);
        self.count = self.count.saturating_add(1);
        if self.count > RECORD_COUNT { Err(NotBackup::TooLarge) } else { Ok(Some(entry)) }
    }

    /// Goes on to the next line that is not blank, and returns its number and its text.
    fn next_line(&mut self) -> Option<(usize, &str)> {
        let rest = self.text.get(self.at..)?;
        let line = rest.trim_ascii_start();
        let (blank, _) = rest.split_at_checked(rest.len().saturating_sub(line.len()))?;
        self.line = self.line.saturating_add(blank.bytes().filter(|byte| *byte == b'\n').count());
        let line = line.lines().next()?;
        self.at = self.at.saturating_add(blank.len()).saturating_add(line.len());
        Some((self.line, line))
    }
}

/// Reads a line behind the head.
fn entry(number: usize, line: &str) -> Entry {
    if line.len() > LINE_LIMIT {
        return Entry::TooLong(number);
    }
    let record = object(line).map(|Line { key, record }| Entry::Record(key, record));
    let damaged = || object(line).map(|Keyed { key }| Entry::Damaged(key));
    record.or_else(damaged).unwrap_or(Entry::NoLine(number))
}
