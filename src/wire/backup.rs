//! The saved file: JSON Lines with a head, then one record a line under its own name.
//!
//! A line holds the record's text as it is stored, so that what can be read from storage can be read from
//! a file, and damaged records go in as they were found. Reading takes the file apart and judges no record.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::objects;
use super::stored::RECORD_LIMIT;

/// Version of the file format that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Upper bound on the length of a file that is read, in bytes of UTF-8: what a browser stores for a page is
/// five million units of UTF-16, and no such unit takes more than three. `widget.ts` reads no more of a file
/// than this and one byte.
pub const FILE_LIMIT: usize = 16_000_000;

/// Upper bound on the lines behind the head of a file that is read, one for each record.
pub const RECORD_COUNT: usize = 10_000;

/// Upper bound on the length of a line that is read, in bytes of UTF-8: the longest record that is read, with
/// its key.
pub const LINE_LIMIT: usize = RECORD_LIMIT + 1_000;

/// The reason why a file is no saved file of this product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotBackup {
    /// The file is longer than [`FILE_LIMIT`], or has more than [`RECORD_COUNT`] lines behind its head.
    TooLarge,
    /// A newer release wrote the file, in a version that this release does not read.
    Newer,
    /// The file does not begin with the head of a saved file of this product.
    Foreign,
}

/// The first line of a saved file. Other fields than these are ignored.
#[derive(Deserialize, Serialize)]
struct Head {
    #[serde(rename = "coaching-session")]
    version: u32,
    /// Number of records that the file was saved with; fewer lines show that the file was cut off. `None` if
    /// unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    records: Option<usize>,
}

/// The version in the first line of a file that any release saved.
#[derive(Deserialize)]
struct Versioned {
    #[serde(rename = "coaching-session")]
    version: u32,
}

/// A line behind the head of a saved file: the key of a record, and the record's text as it was stored.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Line {
    key: String,
    record: String,
}

/// The key of a line that is no [`Line`]: the record is missing or not text, or there is another field.
#[derive(Deserialize)]
struct Keyed {
    key: String,
}

/// Returns the text of a saved file, from keys of records and their texts.
#[must_use]
pub fn backup(records: &BTreeMap<String, String>) -> String {
    let mut file = String::new();
    push(&mut file, &Head { version: VERSION, records: Some(records.len()) });
    for (key, record) in records {
        push(&mut file, &Line { key: key.clone(), record: record.clone() });
    }
    file
}

/// Appends a line to a saved file. Text and numbers in memory can always be written.
fn push(file: &mut String, line: &impl Serialize) {
    file.push_str(&serde_json::to_string(line).unwrap_or_default());
    file.push('\n');
}

/// The content of one line of a saved file, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// The key of a record, and the text of the record as it was stored; the text may be damaged.
    Record(String, String),
    /// The key of a line whose record is missing or not text, or that has another field.
    Damaged(String),
    /// The number, from 1, of a line of the file that is no JSON object with a key.
    NoLine(usize),
    /// The number, from 1, of a line of the file that is longer than [`LINE_LIMIT`].
    TooLong(usize),
    /// The file has fewer records than its head announces. Comes once, behind the last line.
    Missing,
}

/// A saved file that is read line by line, so that nobody waits for the whole of a long one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restore {
    text: String,
    /// Place of the next line in `text`, in bytes from 0.
    at: usize,
    /// Number of the next line in the file, from 1.
    line: usize,
    /// Number of lines read behind the head, readable or not.
    count: usize,
    /// Number of records that the head announces; 0 if it announces none, or once the end was reached.
    expected: usize,
}

impl Restore {
    /// Returns a reader of a file, of which the head alone has been read.
    ///
    /// # Errors
    /// [`NotBackup`] says what the file is instead.
    pub fn begin(text: String) -> Result<Self, NotBackup> {
        if text.len() > FILE_LIMIT {
            return Err(NotBackup::TooLarge);
        }
        let mut file = Self { text, at: 0, line: 1, count: 0, expected: 0 };
        let (_, head) = file.next_line().ok_or(NotBackup::Foreign)?;
        let Versioned { version } = objects::read(head).map_err(|_| NotBackup::Foreign)?;
        if version > VERSION {
            return Err(NotBackup::Newer);
        }
        let Head { version, records } = objects::read(head).map_err(|_| NotBackup::Foreign)?;
        if version != VERSION {
            return Err(NotBackup::Foreign);
        }
        file.expected = records.unwrap_or_default();
        Ok(file)
    }

    /// Returns the place of the next line in the file, in bytes from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Reads the next line; `None` at the end. A file that was cut off ends with one [`Entry::Missing`].
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

    /// Goes on to the next line that is not blank, and returns its number, from 1, and its text; `None` at
    /// the end.
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

/// Reads the line with this number behind the head of a saved file.
fn entry(number: usize, line: &str) -> Entry {
    if line.len() > LINE_LIMIT {
        return Entry::TooLong(number);
    }
    let record = objects::read(line).ok().map(|Line { key, record }| Entry::Record(key, record));
    let damaged = || objects::read(line).ok().map(|Keyed { key }| Entry::Damaged(key));
    record.or_else(damaged).unwrap_or(Entry::NoLine(number))
}
