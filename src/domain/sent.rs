//! The last sending of a session from this device: the method, the instant, and the content that went out.
//!
//! Copied is not sent, and sent is not read: the screen says no more than this record knows.

use super::ahead::Ahead;
use super::half::{SellerHalf, TimeAnswer};
use super::note::Status;
use super::plan::Plan;
use super::time::Instant;

/// The last sending of a session to the other party. It stays on the device of the sender.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sent {
    /// Instant at which the browser took the message.
    pub at: Instant,
    /// Method by which the message left.
    pub by: SentBy,
    /// Fingerprint of the content that went out: see [`fingerprint`](super::fingerprint).
    pub content: u64,
    /// Kind of content that went out.
    pub what: SentKind,
}

/// The statements of a message that a later one compares with: a seller's about a planned start and about own next steps,
/// and the plan that a manager sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stated {
    /// Answer about a planned start; `None` if the answer said nothing about one.
    pub time: Option<TimeAnswer>,
    /// Answers about own next steps.
    pub steps: Vec<Status>,
    /// Plan that the manager sent; `None` for a seller, and once the session has begun.
    pub plan: Option<Plan>,
    /// Words of the manager that went along with the plan; `None` without a plan.
    pub ahead: Option<Ahead>,
}

impl Stated {
    /// Returns the statements in the seller's half.
    #[must_use]
    pub fn of(half: &SellerHalf) -> Self {
        Self { time: half.time, steps: half.steps.clone(), ..Self::default() }
    }
}

/// The content that a person sends of a session, as it is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Going {
    /// Kind of the content.
    pub what: SentKind,
    /// Fingerprint of the content.
    pub content: u64,
}

/// The kind of content that a person sends of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentKind {
    /// The plan, before the session.
    Invitation,
    /// The plan, after it changed since an earlier message.
    Change,
    /// The plan, in one message with the record of an earlier session.
    InvitationWithRecord,
    /// The seller's request for a session, or answer to the invitation.
    Answer,
    /// The record of the session that is over.
    Record,
    /// The summary of the session that is over, as plain text: the record without the answers at the close.
    Summary,
    /// The seller's half once the session began, with the answers at the close.
    Closing,
}

impl SentKind {
    /// All kinds.
    pub const ALL: [Self; 7] = [
        Self::Invitation,
        Self::Change,
        Self::InvitationWithRecord,
        Self::Answer,
        Self::Record,
        Self::Summary,
        Self::Closing,
    ];

    /// Returns the word for this kind in stored records and in `l10n/*.ftl`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Change => "change",
            Self::InvitationWithRecord => "invitation-with-record",
            Self::Answer => "answer",
            Self::Record => "record",
            Self::Summary => "summary",
            Self::Closing => "closing",
        }
    }

    /// Returns true for content of a session that has begun.
    #[must_use]
    pub fn is_after_start(self) -> bool {
        matches!(self, Self::Record | Self::Summary | Self::Closing)
    }
}

/// The method by which a message left this device, as far as the browser tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SentBy {
    /// The message, the link or the text code is on the clipboard.
    Copied,
    /// The share sheet took the message.
    Shared,
    /// The mail program opened with the message.
    Mailed,
    /// A file of the session was saved.
    Saved,
    /// The QR code of the link was shown.
    Shown,
}
