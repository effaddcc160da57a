//! Stored records: an envelope with version and checksum around the data of that version.
//!
//! `docs/formats.md` describes them for programs in other languages. An absent, a damaged and a newer
//! record are values. This module never writes over a record that it could not read.

mod list;
mod v1;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::objects;
use crate::domain::checksum::CRC_32;

/// Version of stored records that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Upper bound on the length of a record that is read, in bytes of UTF-8. A browser stores 5 Mi units of
/// UTF-16 for a page, and a unit takes at most three bytes: so every record that storage holds is short
/// enough to be read.
pub const RECORD_LIMIT: usize = 3 * 5 * 1024 * 1024;

/// The reason why a stored record cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// The record is longer than [`RECORD_LIMIT`].
    TooLarge,
    /// The record has no envelope of this product: cut off, or written by another program.
    NoEnvelope,
    /// The data of the record does not match its checksum, so it is not what was written.
    Checksum,
    /// The data of the record is no JSON, or a field is missing, unknown, given twice or of another type. The
    /// text says what was found, what was allowed, and where.
    Shape(String),
    /// The field of this name has the right type and a value that it cannot have.
    Value(&'static str),
    /// The record names a version above [`VERSION`], so a newer release wrote it. Nothing else of the record
    /// was checked. Callers neither change it nor put it into quarantine.
    Newer {
        /// Version of the record, greater than [`VERSION`].
        found: u32,
    },
}

/// A value that has a form of its own in stored data.
pub trait Stored: Sized {
    /// Returns the value as JSON in the form of the current version.
    ///
    /// # Errors
    /// None in practice: the forms have text as keys and are written into memory.
    fn write(&self) -> serde_json::Result<Box<RawValue>>;

    /// Reads what [`Stored::write`] wrote.
    ///
    /// # Errors
    /// [`Unreadable::Shape`], [`Unreadable::Value`].
    fn read(data: &str) -> Result<Self, Unreadable>;
}

/// The version of a record that any release wrote. The other fields belong to that version.
#[derive(Deserialize)]
struct Versioned {
    v: u32,
}

/// A record of version 1: the version, the checksum of the data, and the data.
#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Envelope<'a> {
    v: u32,
    sum: String,
    /// Data of the record as JSON. The checksum is over exactly this text.
    #[serde(borrow)]
    data: &'a RawValue,
}

/// Returns the text of a record that holds `value`.
#[must_use]
pub fn seal<T: Stored>(value: &T) -> String {
    value.write().and_then(|data| enclose(&data)).unwrap_or_default()
}

/// Returns the text of a record with this data.
fn enclose(data: &RawValue) -> serde_json::Result<String> {
    serde_json::to_string(&Envelope { v: VERSION, sum: checksum(data.get()), data })
}

/// Returns the value that the text of a record holds.
///
/// # Errors
/// [`Unreadable`] says what is wrong with the record.
pub fn open<T: Stored>(record: &str) -> Result<T, Unreadable> {
    T::read(data(record)?)
}

/// Returns the data in the text of a record.
fn data(record: &str) -> Result<&str, Unreadable> {
    if record.len() > RECORD_LIMIT {
        return Err(Unreadable::TooLarge);
    }
    let Versioned { v: found } = objects::read(record).map_err(|_| Unreadable::NoEnvelope)?;
    if found > VERSION {
        return Err(Unreadable::Newer { found });
    }
    let Envelope { v, sum, data } = objects::read(record).map_err(|_| Unreadable::NoEnvelope)?;
    if v != VERSION {
        return Err(Unreadable::NoEnvelope);
    }
    if sum != checksum(data.get()) {
        return Err(Unreadable::Checksum);
    }
    Ok(data.get())
}

/// Returns the checksum of a record's data: CRC-32 as in zip and PNG, as eight lower-case hexadecimal
/// digits. It detects accidental damage, and no malice.
#[must_use]
pub fn checksum(data: &str) -> String {
    format!("{:08x}", CRC_32.checksum(data.as_bytes()))
}

/// Returns the checksum of a value's stored data as a number. It is the same on every device, and differs
/// between releases that store the value differently.
#[must_use]
pub fn data_checksum<T: Stored>(value: &T) -> u32 {
    value.write().map(|data| CRC_32.checksum(data.get().as_bytes())).unwrap_or_default()
}
