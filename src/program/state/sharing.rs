//! The state of the screen that sends a session. The content that is sent is not part of it.

use super::complaint::Complaint;
use super::field::Field;
use super::request::RequestId;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::sent::{Going, Sent, Stated};
use crate::domain::zone::ZoneAt;
use crate::outgoing::picture::Picture;

/// The state of the screen that sends a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Complaints about the fields of the screen, in the order of the fields.
    pub complaints: Vec<(Field, Complaint)>,
    /// True once the manager asked to see the notes that are held back from the seller, held one back, or
    /// shared one again.
    pub shows_held: bool,
    /// True while the less common send methods are shown.
    pub is_open: bool,
    /// The session that this screen tells is deleted, as it was before; `None` for any other session, and after a reload.
    pub cancelled: Option<Box<Cancelled>>,
    /// The request to copy or share that the browser has not answered; `None` without such a request.
    pub sending: Option<AwaitedSending>,
    /// Outcome of the last action on the screen; `None` before the first, once the link changed, or if the
    /// person closed the share sheet without sharing.
    pub told: Option<Told>,
    /// QR code of the link; `None` until the person asks for it, or once the link changed.
    pub picture: Option<Picture>,
    /// Content of the link, not encrypted, from which the lock or the QR code was made; `None` without either.
    pub made_of: Option<Vec<u8>>,
    /// Password that the person typed to lock the link.
    pub password: String,
    /// State of the lock of the link.
    pub lock: Lock,
    /// The last message before the one that this screen sent; `None` until this screen sends one. While the content is the
    /// same, the words on the screen stay as they were sent.
    pub before: Option<Box<Before>>,
    /// True if the screen was opened from the booked dates of all sellers.
    pub is_of_quarter: bool,
}

/// A deleted session, whose content is stored no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cancelled {
    /// Manager's half of the session before the deletion.
    pub half: ManagerHalf,
    /// Time zone of the seller's device, by the deleted answer; `None` if it told none.
    pub zone: Option<ZoneAt>,
}

/// A message that went out about a session: its sending, `None` for no message, and what it stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// The sending of the message.
    pub sent: Option<Sent>,
    /// Statements of the message.
    pub stated: Stated,
}

/// A request to copy or share that the browser has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitedSending {
    /// Number of the request.
    pub request: RequestId,
    /// Sessions whose sending is recorded, each with the content that goes out.
    pub going: Vec<(SessionId, Going)>,
}

/// The lock of an outgoing link: encryption by a password.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// The link goes out unencrypted.
    #[default]
    Open,
    /// The browser is encrypting the link. Holds the number of the request.
    Asked(RequestId),
    /// The link goes out encrypted. Holds the text code of the encrypted link.
    Locked(String),
}

impl Lock {
    /// Returns true while the browser encrypts the link. Nothing is sent until the browser answers.
    #[must_use]
    pub fn is_awaited(&self) -> bool {
        matches!(self, Self::Asked(_))
    }

    /// Returns the text code of the encrypted link; `None` for a link that goes out unencrypted.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        match self {
            Self::Locked(payload) => Some(payload),
            Self::Open | Self::Asked(_) => None,
        }
    }
}

/// The outcome of the last action on the screen that sends a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The message, the link or the text code is on the clipboard.
    Copied,
    /// The browser refused to copy, or the session is too long for a link.
    Refused,
    /// The share sheet took the message.
    Shared,
    /// The mail program was asked to open with the message; nobody tells if it did.
    Mailed,
    /// The link is too long for a QR code.
    NoPicture,
    /// The browser refused to encrypt the link.
    NoLock,
    /// The link was locked and is open again, since the password changed.
    Unlocked,
    /// Nothing was sent: a password is typed, and the link is not locked.
    NotLocked,
}
