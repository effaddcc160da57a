//! Fields of stored data: texts, ids and flags, and the error for a wrong one.

use crate::domain::id::{PairId, SessionId};
use crate::domain::text::Text;

/// The error for a field of stored data with a value that it cannot have; holds the name of the field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Invalid(pub(super) &'static str);

/// Reads the text of a field.
///
/// # Errors
/// [`Invalid`] with the name `field` for an empty or too long text.
pub(super) fn text(text: &str, field: &'static str) -> Result<Text, Invalid> {
    Text::parse(text).map_err(|_| Invalid(field))
}

/// Reads the text of a field that may be missing; `None` if it is.
///
/// # Errors
/// [`Invalid`] with the name `field` for an empty or too long text.
pub(super) fn maybe_text(text: Option<String>, field: &'static str) -> Result<Option<Text>, Invalid> {
    text.map(|text| self::text(&text, field)).transpose()
}

/// Returns the stored form of a text that may be missing; `None` if it is.
pub(super) fn text_form(text: Option<&Text>) -> Option<String> {
    text.map(Text::to_string)
}

/// Reads the id of a session.
///
/// # Errors
/// [`Invalid`] with the name `field` for anything but sixteen lower-case hexadecimal digits.
pub(super) fn session_id(id: &str, field: &'static str) -> Result<SessionId, Invalid> {
    SessionId::parse(id).ok_or(Invalid(field))
}

/// Reads the id of a pair.
///
/// # Errors
/// [`Invalid`] with the name `field` for anything but sixteen lower-case hexadecimal digits.
pub(super) fn pair_id(id: &str, field: &'static str) -> Result<PairId, Invalid> {
    PairId::parse(id).ok_or(Invalid(field))
}

/// Returns a number of 64 bits as sixteen lower-case hexadecimal digits.
pub(super) fn hex_form(number: u64) -> String {
    format!("{number:016x}")
}

/// Reads the sixteen digits that [`hex_form`] writes.
///
/// # Errors
/// [`Invalid`] with the name `field` for anything else.
pub(super) fn hex_number(digits: &str, field: &'static str) -> Result<u64, Invalid> {
    session_id(digits, field).map(|id| id.0)
}

/// Returns true if a flag is false; such a flag is left out of the record.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(super) fn is_unset(flag: &bool) -> bool {
    !flag
}
