//! The screen that sends a session, beside what goes out.

use super::request::RequestId;
use crate::outgoing::picture::Picture;

/// The screen that sends a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
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
    /// The password, as it was typed.
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
    /// It is on the clipboard.
    Copied,
    /// The browser does not let the page copy it.
    Refused,
    /// It went to what the person chose.
    Shared,
    /// No picture could be made of it.
    NoPicture,
    /// It could not be locked.
    NoLock,
}
