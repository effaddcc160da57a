//! Links: one party's half of one session as a short text that goes behind `#cs=`.
//!
//! `1.` and base64url: the packed form of the half (see `pack`), and a checksum of it all. Private
//! notes and ticks are in no type of this file. Never opens anything in place of what was damaged:
//! what the checksum does not hold is no link.

mod coder;
mod doctor;
mod frame;
mod model;
pub(super) mod pack;

use super::stored::{Scribe, Stored};
use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::session::{ManagerHalf, SellerHalf};
use crate::domain::text::Text;
use crate::domain::time::Schedule;

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The longest text that is looked through for a link, in characters: a mail with all that it quotes.
pub const LINK_LIMIT: usize = 64 * 1024;

/// The longest packed form that is written, in bytes: of three of them four characters become, and there is
/// room left for the address, for what a password adds, and for a few words around the link.
const PACKED_LIMIT: usize = 46 * 1024;

/// What a link carries: the sender's half of one session, and who the two are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The pair.
    pub pair: PairId,
    /// The session.
    pub session: SessionId,
    /// What the manager is called, where that is known.
    pub manager: Option<Text>,
    /// What the seller is called.
    pub seller: Text,
    /// The sender's half.
    pub half: Half,
}

/// The half of the one who sends.
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

/// It is more than a link is read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// Why a text holds no link that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// Nothing in it looks like one.
    None,
    /// One was there, and is not what was written.
    Damaged,
    /// It is longer than what is read, or holds more.
    TooLarge,
    /// A newer release wrote it, in this version. It is sound.
    Newer(u32),
    /// It needs a password. These are the bytes that were given to [`lock`].
    Locked(Vec<u8>),
}

/// What the first byte says of the others, in the bits that say anything.
const OPEN: u8 = 0;
const LOCKED: u8 = 1;

/// The bits of the first byte that say nothing: see [`frame::seal`].
const SALT: u8 = 0b1110;

/// The payload: what goes behind `#cs=`.
///
/// # Errors
/// [`TooMuch`] where it is over the limits of reading.
pub fn write(link: &Link) -> Result<String, TooMuch> {
    let plain = lockable(link)?;
    Ok(frame::seal(OPEN, &plain))
}

/// The link in any text at all: an address, a mail, a bare code. What can be repaired with certainty
/// is, which the checksum says.
///
/// # Errors
/// [`NoLink`] says what the text holds instead.
pub fn read(text: &str) -> Result<Link, NoLink> {
    unlocked(&found(text)?)
}

/// The first half of [`read`], which takes about as long as the second: what [`unlocked`] makes the link of.
///
/// # Errors
/// [`NoLink`] says what the text holds instead.
pub fn found(text: &str) -> Result<Vec<u8>, NoLink> {
    let body = doctor::find(text)?;
    match body.split_first().map(|(first, rest)| (first & !SALT, rest)) {
        Some((OPEN, plain)) => Ok(plain.to_vec()),
        Some((LOCKED, sealed)) => Err(NoLink::Locked(sealed.to_vec())),
        _ => Err(NoLink::Damaged),
    }
}

/// The bytes of a link that are to be encrypted; see [`lock`].
///
/// # Errors
/// As of [`write()`].
pub fn lockable(link: &Link) -> Result<Vec<u8>, TooMuch> {
    let mut link = link.clone();
    let mut scribe = Scribe::packing(None);
    pass(&mut link, &mut scribe);
    let fault = scribe.fault();
    let packer = scribe.into_packer().filter(|packer| fault.is_none() && !packer.is_over());
    packer.map(pack::Packer::finish).filter(|packed| packed.len() <= PACKED_LIMIT).ok_or(TooMuch)
}

/// The payload of a link that was encrypted, whatever these bytes are to the one who did.
#[must_use]
pub fn lock(sealed: &[u8]) -> String {
    frame::seal(LOCKED, sealed)
}

/// The link of the bytes that [`lockable`] or [`found`] gave.
///
/// # Errors
/// [`NoLink::Damaged`], [`NoLink::TooLarge`].
pub fn unlocked(plain: &[u8]) -> Result<Link, NoLink> {
    let nobody = Half::Seller { when: None, half: Register::blank() };
    let mut link =
        Link { pair: PairId(0), session: SessionId(0), manager: None, seller: Text::BLANK, half: nobody };
    let mut scribe = Scribe::packing(Some(plain));
    pass(&mut link, &mut scribe);
    let fault = scribe.fault();
    match scribe.into_packer() {
        Some(packer) if packer.is_over() => Err(NoLink::TooLarge),
        Some(packer) if packer.is_at_end() && fault.is_none() => Ok(link),
        _ => Err(NoLink::Damaged),
    }
}

fn pass(link: &mut Link, scribe: &mut Scribe<'_>) {
    let Link { pair, session, manager, seller, half } = link;
    pair.pass(scribe);
    session.pass(scribe);
    scribe.maybe("manager", manager);
    scribe.at("seller").text(seller);
    let is_manager = scribe.has("half", matches!(half, Half::Manager(_)));
    if is_manager && scribe.is_reading() {
        *half = Half::Manager(Register::blank());
    }
    match half {
        Half::Manager(half) => half.pass(scribe),
        Half::Seller { when, half } => {
            scribe.maybe("when", when);
            half.pass(scribe);
        }
    }
}
