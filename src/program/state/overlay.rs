//! What lies above the open screen: a link or a file that was opened. None of it is stored.
//!
//! The screen below stays as it is, with all that was typed there.

use super::complaint::Complaint;
use super::field::LinkField;
use super::incoming::{FileReading, Incoming};
use super::request::RequestId;
use crate::wire::backup::NotBackup;
use crate::wire::link::{Link, NoLink};

/// The overlays. A link covers a file, and a file covers the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlays {
    /// The link on the screen.
    pub link: Option<LinkOverlay>,
    /// The link that is being read and is on no screen yet.
    pub link_reading: Option<LinkReading>,
    /// The file.
    pub file: Option<FileOverlay>,
}

/// A link above the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkOverlay {
    /// The link can be read, and waits for the person's answer.
    Opened(Box<OpenedLink>),
    /// The link is locked by a password.
    Locked {
        /// The encrypted bytes.
        sealed: Vec<u8>,
        /// The password, as it was typed.
        password: String,
        /// Progress of unlocking.
        unlocking: Unlocking,
    },
    /// The link cannot be read.
    Refused {
        /// The reason.
        why: NoLink,
        /// The whole of the link, as it was pasted.
        pasted: String,
    },
}

/// A link that can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLink {
    /// The link.
    pub link: Link,
    /// True if the person said that its two are those of the local pair of the same name.
    pub is_same: bool,
    /// Complaints about the answer, in the order of its fields.
    pub complaints: Vec<(LinkField, Complaint)>,
}

/// Progress of unlocking a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// No password was tried, or another one was typed since.
    Untried,
    /// The browser decrypts.
    Asked(RequestId),
    /// The password is not the right one.
    WrongPassword,
}

/// A link that is being read. To find it, to unpack it and to draw it each take their time, and a page stands
/// still meanwhile: each is a task of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkReading {
    /// The source of the link.
    pub source: LinkSource,
    /// Progress of the reading.
    pub stage: LinkStage,
}

/// The source of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkSource {
    /// The page was opened by the link: the page shows nothing of its own before.
    Page,
    /// The link came from outside while the page was open.
    Outside,
    /// The person pasted or unlocked the link here.
    Here,
}

/// Progress of reading a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkStage {
    /// The shell has still to hand over the link.
    Awaited,
    /// Found in this text: bytes to unpack, or why there are none.
    Found(String, Result<Vec<u8>, NoLink>),
    /// Unpacked from this text: the link, or why it cannot be opened.
    Whole(String, Result<Box<Link>, NoLink>),
    /// Offered to another widget of the page.
    HandedOn(Box<Link>),
}

/// A file above the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOverlay {
    /// The text is coming; on no screen yet.
    Coming(RequestId, String),
    /// The records are being read; on no screen yet.
    Read(Box<FileReading>),
    /// The records can be looked at, and taken in.
    Opened(Box<Incoming>),
    /// The file is none of ours.
    Refused(NotBackup),
}

impl FileOverlay {
    /// Returns true if the file is on the screen.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        matches!(self, Self::Opened(_) | Self::Refused(_))
    }
}
