//! Stored records: an envelope with version and checksum around the data of that version.
//!
//! Absent, damaged and too new are values. Nothing here writes over what it could not read.
//!
//! The data is converted by hand: code derived by `serde` for the same data weighed 70 KB more
//! WebAssembly (20 KB in the download), since it is generated anew for each struct.

pub(super) mod fields;
pub mod v1;

use fields::Data;

use super::json::{self, Json};

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
    /// The data that stands for it.
    fn write(&self) -> Data;

    /// The value that the data stands for.
    ///
    /// # Errors
    /// [`Unreadable::Value`] names the field that cannot be.
    fn read(data: &Json) -> Result<Self, Unreadable>;
}

/// The record that holds `value`.
pub fn seal<T: Stored>(value: &T) -> String {
    enclose(value.write().as_str())
}

/// The value that a record holds.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn open<T: Stored>(record: &str) -> Result<T, Unreadable> {
    T::read(&unpack(record)?)
}

/// An envelope is JSON in exactly this form, which is also what [`unpack`] looks for: the checksum
/// is over the very characters of the data, so there is no other way to write the same record.
fn enclose(data: &str) -> String {
    format!("{{\"v\":{VERSION},\"sum\":\"{:016x}\",\"data\":{data}}}", fingerprint(data))
}

fn unpack(record: &str) -> Result<Json, Unreadable> {
    if record.len() > RECORD_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let (version, rest) =
        record.strip_prefix("{\"v\":").and_then(|rest| rest.split_once(',')).ok_or(Unreadable::NoEnvelope)?;
    let version: u32 = version.parse().map_err(|_| Unreadable::NoEnvelope)?;
    if version > VERSION {
        return Err(Unreadable::Newer { found: version });
    }
    let (sum, rest) = rest
        .strip_prefix("\"sum\":\"")
        .and_then(|rest| rest.split_once('"'))
        .ok_or(Unreadable::NoEnvelope)?;
    let data = rest
        .strip_prefix(",\"data\":")
        .and_then(|rest| rest.strip_suffix('}'))
        .ok_or(Unreadable::NoEnvelope)?;
    if version != VERSION {
        return Err(Unreadable::NoEnvelope);
    }
    if sum != format!("{:016x}", fingerprint(data)) {
        return Err(Unreadable::Checksum);
    }
    json::parse(data).map_err(|json::NotJson| Unreadable::Shape)
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
