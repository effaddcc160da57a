//! Links: one party's half of one session as a short text that goes behind `#cs=`.
//!
//! The payload is `1.` and base64url of a postcard message with a checksum; `docs/formats.md` describes it.
//! No type of this module can hold private notes or ticks. A text with a wrong checksum is never opened.

mod content;
mod dto;
mod frame;
mod list;
mod plan_only;
mod repair;

pub use self::content::{Extra, Half, LINK_LIMIT, Link, NextSession, NoLink, PairLink, TooMuch, VERSION};
use self::dto::LinkDto;
use self::frame::ContentKind;
use self::list::{ENTRY_LIMIT, Entries as _};

/// Upper bound on an encoded link that is written, in bytes. Three of them become four characters, which
/// leaves room below [`LINK_LIMIT`] for the address, for what a password adds, and for a few words around the
/// link.
const ENCODED_LIMIT: usize = 46 * 1024;

/// Returns the payload of a link, the text behind `#cs=`.
///
/// # Errors
/// [`TooMuch`] if a reader would refuse it.
pub fn write(link: &Link) -> Result<String, TooMuch> {
    Ok(frame::seal(ContentKind::Open, &encode(link)?))
}

/// Returns the payload of the lasting link of two people; `None` if a reader would refuse it.
#[must_use]
pub fn write_pair(link: &PairLink) -> Option<String> {
    Some(frame::seal(ContentKind::Pair, &dto::pair::encode(link)?))
}

/// Returns the payload of a link that was encrypted with a password. Any bytes are legal.
#[must_use]
pub fn write_locked(encrypted: &[u8]) -> String {
    frame::seal(ContentKind::Locked, encrypted)
}

/// Returns the link in any text: an address, an e-mail, a bare code. Damage is repaired if the checksum
/// proves the repair.
///
/// # Errors
/// [`NoLink`] says why the text holds no link that can be opened.
pub fn read(text: &str) -> Result<Link, NoLink> {
    decode(&find(text)?)
}

/// Returns the encoded link in any text, for [`decode`]: the first half of [`read`], for a caller that does
/// the two halves in separate turns.
///
/// # Errors
/// [`NoLink`] says why the text holds no link that can be opened. [`NoLink::Locked`] has the encrypted bytes, and
/// [`NoLink::Pair`] the lasting link of two people.
pub fn find(text: &str) -> Result<Vec<u8>, NoLink> {
    let body = repair::find(text)?;
    match frame::open(&body) {
        Some((ContentKind::Open, content)) => Ok(content.to_vec()),
        Some((ContentKind::Locked, content)) => Err(NoLink::Locked(content.to_vec())),
        Some((ContentKind::Pair, content)) => {
            Err(dto::pair::decode(content).map_or_else(|why| why, |link| NoLink::Pair(Box::new(link))))
        }
        None => Err(NoLink::Damaged),
    }
}

/// Returns the encoded link, which can be encrypted for [`write_locked`].
///
/// # Errors
/// [`TooMuch`] if a reader would refuse it.
pub fn encode(link: &Link) -> Result<Vec<u8>, TooMuch> {
    let bytes = postcard::to_allocvec(&LinkDto::from(link)).map_err(|_| TooMuch)?;
    // The limits stand in one place, the reader's.
    if bytes.len() > ENCODED_LIMIT || decode(&bytes).is_err() {
        return Err(TooMuch);
    }
    Ok(bytes)
}

/// Returns the link for bytes that [`encode`] or [`find`] returned, or that a password decrypted.
///
/// # Errors
/// [`NoLink::Damaged`], [`NoLink::TooLarge`].
pub fn decode(bytes: &[u8]) -> Result<Link, NoLink> {
    if bytes.len() > LINK_LIMIT {
        return Err(NoLink::TooLarge);
    }
    let (link, rest) = postcard::take_from_bytes::<LinkDto<'_>>(bytes).map_err(|error| match error {
        // A list was too long. An unknown variant looks the same; only a later version has one.
        postcard::Error::SerdeDeCustom => NoLink::TooLarge,
        _ => NoLink::Damaged,
    })?;
    if !rest.is_empty() {
        return Err(NoLink::Damaged);
    }
    if link.entries() > ENTRY_LIMIT {
        return Err(NoLink::TooLarge);
    }
    link.try_into()
}
