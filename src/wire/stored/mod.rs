//! Stored records: an envelope with version and checksum around the data of that version.
//!
//! Absent, damaged and too new are values. Nothing here writes over what it could not read.
//!
//! The data is converted by hand: code derived by `serde` for the same data weighed 70 KB more
//! WebAssembly, since it is generated anew for each struct.

mod fields;
pub mod v1;
pub(super) mod write;

use fields::Faults;
use write::Writer;

use super::json::{self, Json};
use crate::domain::id::SessionId;

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

/// A value that can be written as a record of the current version.
pub trait Stored: Sized {
    /// Writes the data that stands for it.
    fn write(&self, out: &mut Writer);

    /// The value that the data stands for. What is at fault is noted, and then the value, if there
    /// is one, is not to be used.
    fn read(data: &Json, faults: &Faults) -> Option<Self>;
}

/// The record that holds `value`.
pub fn seal<T: Stored>(value: &T) -> String {
    enclose(&|out| value.write(out))
}

/// The value that a record holds.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn open<T: Stored>(record: &str) -> Result<T, Unreadable> {
    let mut value = None;
    disclose(record, &mut |data, faults| value = T::read(data, faults))?;
    value.ok_or(Unreadable::Value("data"))
}

/// An envelope is JSON in exactly this form, which is also what [`unpack`] looks for: the checksum
/// is over the very characters of the data, so there is no other way to write the same record.
fn enclose(write: &dyn Fn(&mut Writer)) -> String {
    let (mut data, mut record) = (Writer::default(), Writer::default());
    write(&mut data);
    let data = data.finish();
    record.object(|record| {
        record.at("v").number(VERSION);
        record.at("sum").id(fingerprint(&data));
        record.at("data").raw(&data);
    });
    record.finish()
}

/// Reads what [`enclose`] wrote; an error where anything of it is at fault.
fn disclose(record: &str, read: &mut dyn FnMut(&Json, &Faults)) -> Result<(), Unreadable> {
    let data = json::parse(unpack(record)?).map_err(|json::NotJson| Unreadable::Shape)?;
    let faults = Faults::default();
    read(&data, &faults);
    faults.first().map_or(Ok(()), |name| Err(Unreadable::Value(name)))
}

/// The data in an envelope, once its version and its checksum are good.
fn unpack(record: &str) -> Result<&str, Unreadable> {
    if record.len() > RECORD_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let (version, rest) = part(record, "{\"v\":", ',')?;
    let version: u32 = version.parse().map_err(|_| Unreadable::NoEnvelope)?;
    if version > VERSION {
        return Err(Unreadable::Newer { found: version });
    }
    let (sum, rest) = part(rest, "\"sum\":\"", '"')?;
    let data = rest.strip_prefix(",\"data\":").and_then(|rest| rest.strip_suffix('}'));
    match data {
        Some(data) if version == VERSION => {
            let sound = SessionId::parse(sum) == Some(SessionId(fingerprint(data)));
            if sound { Ok(data) } else { Err(Unreadable::Checksum) }
        }
        _ => Err(Unreadable::NoEnvelope),
    }
}

/// What stands between `before` and the next `end`, and what comes then.
fn part<'a>(text: &'a str, before: &str, end: char) -> Result<(&'a str, &'a str), Unreadable> {
    text.strip_prefix(before).and_then(|rest| rest.split_once(end)).ok_or(Unreadable::NoEnvelope)
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
