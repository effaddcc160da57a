//! The content of a link, and why a text holds none.

use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::text::Text;
use crate::domain::time::Schedule;

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// The longest text that is searched for a link, in characters: an e-mail with all that it quotes.
pub const LINK_LIMIT: usize = 64 * 1024;

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
