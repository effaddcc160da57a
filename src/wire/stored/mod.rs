//! Stored records: an envelope with version and checksum around the data of that version.
//!
//! Absent, damaged and too new are values. Nothing here writes over what it could not read.

pub mod v1;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

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
    /// It is no envelope: not JSON, cut off, or something else's.
    NoEnvelope,
    /// The data is not what was written: the checksum says so.
    Checksum,
    /// The data has not the shape of its version.
    Shape,
    /// The data has the shape, and a value that none of ours can have; the field is named.
    Value(&'static str),
    /// A newer release wrote it. It is sound, and not ours to touch.
    Newer {
        /// The version found.
        found: u32,
    },
}

#[derive(Serialize)]
struct Sealed<'a> {
    v: u32,
    sum: String,
    data: &'a RawValue,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    v: u32,
    sum: String,
    #[serde(borrow)]
    data: &'a RawValue,
}

/// The version alone: a newer envelope may hold fields that this release does not know.
#[derive(Deserialize)]
struct VersionOnly {
    v: u32,
}

/// Data that can be written as a record of the current version.
pub trait Stored: Sized {
    /// The data of version 1 that stands for it.
    type Dto: Serialize + for<'a> Deserialize<'a>;

    /// Its data.
    fn to_dto(&self) -> Self::Dto;

    /// The value that the data stands for.
    ///
    /// # Errors
    /// [`Unreadable::Value`] names the field whose value cannot be.
    fn from_dto(dto: Self::Dto) -> Result<Self, Unreadable>;
}

/// The record that holds `value`; `None` if it cannot be written as JSON, which no value of ours
/// brings about.
pub fn seal<T: Stored>(value: &T) -> Option<String> {
    let data = serde_json::value::to_raw_value(&value.to_dto()).ok()?;
    let sum = checksum(data.get());
    serde_json::to_string(&Sealed { v: VERSION, sum, data: &data }).ok()
}

/// The value that a record holds.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn open<T: Stored>(record: &str) -> Result<T, Unreadable> {
    if record.len() > RECORD_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let version = serde_json::from_str::<VersionOnly>(record).map_err(|_| Unreadable::NoEnvelope)?.v;
    if version > VERSION {
        return Err(Unreadable::Newer { found: version });
    }
    let envelope: Envelope<'_> = serde_json::from_str(record).map_err(|_| Unreadable::NoEnvelope)?;
    if envelope.v != VERSION {
        return Err(Unreadable::NoEnvelope);
    }
    if envelope.sum != checksum(envelope.data.get()) {
        return Err(Unreadable::Checksum);
    }
    let dto = serde_json::from_str(envelope.data.get()).map_err(|_| Unreadable::Shape)?;
    T::from_dto(dto)
}

/// Sixteen hexadecimal digits that tell accidental damage, not malice (FNV-1a, 64 bits).
fn checksum(data: &str) -> String {
    format!("{:016x}", fingerprint(data))
}

/// A number that tells one record's text from another's (FNV-1a, 64 bits).
#[must_use]
pub fn fingerprint(text: &str) -> u64 {
    use std::hash::Hasher as _;
    let mut hasher = fnv::FnvHasher::default();
    hasher.write(text.as_bytes());
    hasher.finish()
}
