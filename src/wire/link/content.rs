//! The content of a link, and the reasons why a text holds none.

use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::register::Register;
use crate::domain::standing::StandingSlot;
use crate::domain::text::Text;
use crate::domain::zone::{Schedule, Zone};

/// Version of the link format that this release writes, and the newest that it reads.
pub const VERSION: u32 = 1;

/// Upper bound on the text that is searched for a link, in characters: an e-mail with all its quotes. Also
/// the upper bound on an encoded link that is read, in bytes.
pub const LINK_LIMIT: usize = 64 * 1024;

/// The content of a link: the sender's half of one session, and the names of the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Id of the pair: the manager and the seller of the session.
    pub pair: PairId,
    /// Id of the session.
    pub session: SessionId,
    /// Name of the manager as the sender knows it; `None` if it is unknown.
    pub manager: Option<Text>,
    /// Name of the seller as the sender knows it.
    pub seller: Text,
    /// Sender's half of the session: the manager's or the seller's.
    pub half: Half,
    /// Next session of the two, in the record of one that is over: one message brings both. `None` in any other link.
    pub next: Option<NextSession>,
    /// Fields of later releases. This release writes none of its own and keeps those that it reads as long as
    /// the link is open. They are never stored: a record holds only content that its reader could see.
    pub extras: Vec<Extra>,
}

/// The next session of the two in the link of a record: the invitation to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextSession {
    /// Id of the next session.
    pub session: SessionId,
    /// Manager's half of the next session: its plan.
    pub half: Register<ManagerHalf>,
}

/// The lasting link of two people, which each calendar entry of their dates carries: it opens their next session on a device
/// that knows the two, and brings no session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairLink {
    /// Id of the pair.
    pub pair: PairId,
    /// Name of the manager; `None` if it is unknown.
    pub manager: Option<Text>,
    /// Name of the seller.
    pub seller: Text,
    /// Time zone of the slot: the manager's.
    pub zone: Zone,
    /// Standing slot of the two when the link was made; `None` for dates without a rhythm.
    pub slot: Option<StandingSlot>,
}

/// The half of a session that a link carries: the part that its sender alone writes.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "a program holds one link at a time")]
pub enum Half {
    /// The manager's half: an invitation, a changed plan, a cancellation (deleted), or the record of the
    /// session.
    Manager(Register<ManagerHalf>),
    /// The seller's half: an answer to the manager, or a request for a session.
    Seller {
        /// Planned beginning of the session, for a reader without the session. `None` in a request for a
        /// session that nobody planned yet.
        when: Option<Schedule>,
        /// Seller's half in all its concurrent versions.
        half: Register<SellerHalf>,
    },
}

/// A field of a later release in a link, which this release does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Number of the field in later releases.
    pub number: u16,
    /// Value of the field, as it was read.
    pub bytes: Vec<u8>,
}

/// The error for a link that a reader would refuse, such as one that is too large.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMuch;

/// The reason why a text holds no link that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoLink {
    /// Nothing in the text looks like a link.
    None,
    /// The text holds a damaged link, or one whose content is not legal.
    Damaged,
    /// The text or the link is larger than this release reads.
    TooLarge,
    /// A newer release wrote the link, in this version of the format. The link is undamaged.
    Newer(u32),
    /// The link needs a password. The bytes are its encrypted content, as given to [`write_locked`].
    ///
    /// [`write_locked`]: super::write_locked
    Locked(Vec<u8>),
    /// The link is the lasting one of two people, which brings no session.
    Pair(Box<PairLink>),
}
