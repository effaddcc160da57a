//! Stored records: an envelope with version and checksum around the data of that version.
//!
//! Absent, damaged and too new are values. Nothing here writes over what it could not read.
//!
//! The data is converted by hand: code derived by `serde` for the same data weighed 70 KB more
//! WebAssembly, since it is generated anew for each struct.

mod scribe;
pub mod v1;
pub(super) mod write;

use write::{Writer, hex};

pub use scribe::Scribe;

use super::json;
use crate::domain::register::Content;

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The longest record that is read, in bytes of UTF-8: more than a store of five million UTF-16
/// units can hold of one session in earnest.
pub const RECORD_LIMIT: usize = 2 * 1024 * 1024;

/// Why a record is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is longer than [`RECORD_LIMIT`].
    TooLarge,
    /// It is no envelope: cut off, or something else's.
    NoEnvelope,
    /// The data is not what was written: the checksum says so.
    Checksum,
    /// The data is not JSON.
    Shape,
    /// The data has a field that cannot be as it is, or is missing, or is not known; it is named.
    Value(&'static str),
    /// A newer release wrote it. It is sound, and not ours to touch.
    Newer {
        /// The version found.
        found: u32,
    },
}

/// A value that is stored, or a part of one, in the form of the current version.
pub trait Stored: Clone {
    /// Where reading starts from. It need not be a value that could be stored.
    fn blank() -> Self;

    /// Writes this value, or reads into it, whichever `scribe` does. What is at fault is noted, and
    /// then this is not to be used.
    fn pass(&mut self, scribe: &mut Scribe<'_>);
}

/// The record that holds `value`.
pub fn seal<T: Stored>(value: &T) -> String {
    let mut value = value.clone();
    enclose(&mut |scribe| value.pass(scribe))
}

impl<T: Stored + Eq> Content for T {
    fn print(&self) -> u64 {
        let mut value = self.clone();
        fingerprint(&data(&mut |scribe| value.pass(scribe)))
    }
}

/// The value that a record holds.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn open<T: Stored>(record: &str) -> Result<T, Unreadable> {
    let mut value = T::blank();
    disclose(record, &mut |scribe| value.pass(scribe))?;
    Ok(value)
}

/// An envelope is JSON in exactly this form, which is also what [`unpack`] looks for: the checksum
/// is over the very characters of the data, so there is no other way to write the same record.
fn enclose(write: &mut dyn FnMut(&mut Scribe<'_>)) -> String {
    let (data, mut record) = (data(write), Writer::default());
    record.object(|record| {
        record.at("v").number(VERSION);
        record.at("sum").text(&hex(fingerprint(&data)));
        record.at("data").raw(&data);
    });
    record.finish()
}

fn data(write: &mut dyn FnMut(&mut Scribe<'_>)) -> String {
    let mut data = Scribe::default();
    write(&mut data);
    data.finish()
}

/// Reads what [`enclose`] wrote; an error where anything of it is at fault.
fn disclose(record: &str, read: &mut dyn FnMut(&mut Scribe<'_>)) -> Result<(), Unreadable> {
    let data = json::parse(unpack(record)?).map_err(|json::NotJson| Unreadable::Shape)?;
    let mut scribe = Scribe::reading(&data);
    read(&mut scribe);
    scribe.fault().map_or(Ok(()), |name| Err(Unreadable::Value(name)))
}

/// The data in an envelope, once its version and its checksum are good.
fn unpack(record: &str) -> Result<&str, Unreadable> {
    if record.len() > RECORD_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let (found, rest) = version_of(record).ok_or(Unreadable::NoEnvelope)?;
    if found > VERSION {
        return Err(Unreadable::Newer { found });
    }
    match sum_and_data(rest) {
        Some((sum, data)) if found == VERSION => {
            if sum == hex(fingerprint(data)) {
                Ok(data)
            } else {
                Err(Unreadable::Checksum)
            }
        }
        _ => Err(Unreadable::NoEnvelope),
    }
}

/// The version of an envelope, and what comes behind it.
fn version_of(record: &str) -> Option<(u32, &str)> {
    let (version, rest) = record.strip_prefix("{\"v\":")?.split_once(',')?;
    Some((version.parse().ok()?, rest))
}

/// What comes behind the version: the checksum, and the data that it is of.
fn sum_and_data(rest: &str) -> Option<(&str, &str)> {
    let (sum, rest) = rest.strip_prefix("\"sum\":\"")?.split_once('"')?;
    Some((sum, rest.strip_prefix(",\"data\":")?.strip_suffix('}')?))
}

/// A number that tells one record's text from another's, and accidental damage from what was
/// written; against malice it is nothing (FNV-1a, 64 bits).
#[must_use]
pub fn fingerprint(text: &str) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
