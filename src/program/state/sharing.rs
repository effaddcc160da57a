//! The state of the screen that sends a session, without the sent content.

use super::complaint::Complaint;
use super::field::Field;
use super::request::RequestId;
use crate::outgoing::picture::Picture;

/// The state of the screen that sends a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// Complaints about its fields.
    pub complaints: Vec<(Field, Complaint)>,
    /// True if initials stand for the names.
    pub by_initials: bool,
    /// True if the parts of the record that are held back are shown.
    pub shows_held: bool,
    /// True if the less common send methods are shown.
    pub is_open: bool,
    /// The request to copy or share that the browser has not answered.
    pub sending: Option<RequestId>,
    /// The outcome of the last sending.
    pub told: Option<Told>,
    /// The link as a picture.
    pub picture: Option<Picture>,
    /// The typed password.
    pub password: String,
    /// The lock of the link.
    pub lock: Lock,
}

/// The lock of a link that goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Lock {
    /// The link goes out in the clear.
    #[default]
    Open,
    /// The browser encrypts the link as it is now.
    Asked(RequestId),
    /// The link goes out with this encrypted payload.
    Locked(String),
}

impl Lock {
    /// Returns the encrypted payload; `None` for a link that goes out in the clear.
    #[must_use]
    pub fn payload(&self) -> Option<&str> {
        match self {
            Self::Locked(payload) => Some(payload),
            Self::Open | Self::Asked(_) => None,
        }
    }
}

/// The outcome of a sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// The message is on the clipboard.
    Copied,
    /// The browser refused to copy the message.
    Refused,
    /// The share sheet took the message.
    Shared,
    /// The link is too long for a picture.
    NoPicture,
    /// The browser refused to lock the link.
    NoLock,
}
