//! The content of a link, and why a text holds none.

use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::text::Text;
use crate::domain::time::Schedule;

/// The version that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Upper bound on the text that is searched for a link, in characters: an e-mail with all its quotes.
pub const LINK_LIMIT: usize = 64 * 1024;

/// The content of a link: the sender's half of one session, and the names of the two.
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
    /// Fields of later releases. This release writes none of its own and keeps those that it reads as long as the
    /// link is open. They are never stored: a record holds only content that its reader could see.
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
        /// The schedule, for a reader without the session. `None` in the wish for a session that nobody planned
        /// yet.
        when: Option<Schedule>,
        /// The seller's half.
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

/// The error for a link that is larger than any reader accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// The reason why a text holds no link that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// Nothing in the text looks like a link.
    None,
    /// The text holds a damaged link.
    Damaged,
    /// The text or the link is larger than this release reads.
    TooLarge,
    /// A newer release wrote the link, in this version. It is undamaged.
    Newer(u32),
    /// The link needs a password. The bytes are those that were given to [`write_locked`].
    ///
    /// [`write_locked`]: super::write_locked
    Locked(Vec<u8>),
}
