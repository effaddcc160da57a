//! Links: one party's half of one session as a short text that goes behind `#cs=`.
//!
//! The payload is `1.` and base64url of a postcard message with a checksum; `docs/formats.md` describes it.
//! Private notes and ticks are in no type of this module. A text whose checksum is wrong is never opened.

mod dto;
mod frame;
mod list;
mod repair;

use self::dto::LinkDto;
use self::frame::Kind;
use self::list::{ENTRY_LIMIT, Entries as _};
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::text::Text;
use crate::domain::time::Schedule;

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The longest text that is searched for a link, in characters: an e-mail with all that it quotes.
pub const LINK_LIMIT: usize = 64 * 1024;

/// The longest encoded link that is written, in bytes. Three of them become four characters, which leaves
/// room below [`LINK_LIMIT`] for the address, for what a password adds, and for a few words around the link.
const ENCODED_LIMIT: usize = 46 * 1024;

/// What a link carries: the sender's half of one session, and who the two are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The pair.
    pub pair: PairId,
    /// The session.
    pub session: SessionId,
    /// The manager's name, if it is known.
    pub manager: Option<Text>,
    /// The seller's name.
    pub seller: Text,
    /// The sender's half.
    pub half: Half,
    /// Fields that a later release may add. This release writes none of its own, and keeps those it reads as
    /// long as the link is open. They are not stored: a record holds only what its reader could see.
    pub extras: Vec<Extra>,
}

/// The sender's half of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Half {
    /// From the manager: an invitation, a changed plan, a cancellation (deleted), or the record of the
    /// session.
    Manager(Register<ManagerHalf>),
    /// From the seller: a reply.
    Seller {
        /// When the session is, for a reader that does not have it. `None` in the wish for a session
        /// that nobody planned yet.
        when: Option<Schedule>,
        /// What the seller wrote.
        half: Register<SellerHalf>,
    },
}

/// A field that this release does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// The number of the field.
    pub number: u16,
    /// Its value.
    pub bytes: Vec<u8>,
}

/// The link holds more than any reader accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// Why a text holds no link that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// Nothing in it looks like a link.
    None,
    /// A link was there, and differs from what was written.
    Damaged,
    /// It is longer, or holds more, than this release reads.
    TooLarge,
    /// A newer release wrote it, in this version. It is undamaged.
    Newer(u32),
    /// It needs a password. These are the bytes that were given to [`write_locked`].
    Locked(Vec<u8>),
}

/// Returns the payload: what goes behind `#cs=`.
///
/// # Errors
/// [`TooMuch`] if a reader would refuse it.
pub fn write(link: &Link) -> Result<String, TooMuch> {
    Ok(frame::seal(Kind::Open, &encode(link)?))
}

/// Returns the payload of a link that was encrypted with a password; the bytes can be anything.
#[must_use]
pub fn write_locked(encrypted: &[u8]) -> String {
    frame::seal(Kind::Locked, encrypted)
}

/// Returns the link in any text at all: an address, an e-mail, a bare code. Damage is repaired where the
/// checksum proves the repair.
///
/// # Errors
/// [`NoLink`] says what the text holds instead.
pub fn read(text: &str) -> Result<Link, NoLink> {
    decode(&find(text)?)
}

/// Returns the encoded link in any text at all, for [`decode`]: the first half of [`read`], which takes about
/// as long as the second.
///
/// # Errors
/// [`NoLink`] says what the text holds instead.
pub fn find(text: &str) -> Result<Vec<u8>, NoLink> {
    let body = repair::find(text)?;
    match frame::open(&body) {
        Some((Kind::Open, content)) => Ok(content.to_vec()),
        Some((Kind::Locked, content)) => Err(NoLink::Locked(content.to_vec())),
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

/// Returns the link that [`encode`] or [`find`] gave these bytes of.
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
