//! Fields of links: ids, texts and lists, and their conversions.

use serde::{Deserialize, Serialize};

use crate::domain::text::{Text, TextError};
use crate::wire::link::content::NoLink;
use crate::wire::link::list::LinkList;

/// A 64-bit id or fingerprint in a link, as eight bytes, the least significant byte first.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Id(#[serde(with = "postcard::fixint::le")] pub(super) u64);

/// Returns the entries of a list of a link, each converted into a value of the domain.
///
/// # Errors
/// [`NoLink::TooLarge`] for more than `limit` entries; the first error of an entry.
pub(super) fn convert_at_most<T, U>(
    limit: usize,
    list: LinkList<T>,
    convert: impl FnMut(T) -> Result<U, NoLink>,
) -> Result<Vec<U>, NoLink> {
    if list.0.len() > limit {
        return Err(NoLink::TooLarge);
    }
    list.0.into_iter().map(convert).collect()
}

/// Returns a text of a person.
///
/// # Errors
/// [`NoLink::Damaged`] for an empty text, [`NoLink::TooLarge`] for one that is too long.
pub(super) fn text(text: &str) -> Result<Text, NoLink> {
    Text::parse(text).map_err(|error| match error {
        TextError::Empty => NoLink::Damaged,
        TextError::TooLong { .. } => NoLink::TooLarge,
    })
}

/// Returns a text of a person that may be missing; `None` if it is.
///
/// # Errors
/// As [`text`].
pub(super) fn optional_text(optional: Option<&str>) -> Result<Option<Text>, NoLink> {
    optional.map(text).transpose()
}
