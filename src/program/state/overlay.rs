//! Overlays: an opened link or file above the open screen. None of it is stored.
//!
//! The screen below keeps its typed text.

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
    /// The link that is being read; nothing of it is on the screen yet.
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
        /// The typed password.
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
    /// True if the person declared the link's two people to be the local pair of the same name.
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

/// A link that is being read. Finding, unpacking and drawing are separate tasks, so that the page never
/// freezes for long.
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
    /// The bytes were found in this text; or the reason why not.
    Found(String, Result<Vec<u8>, NoLink>),
    /// The link was unpacked from this text; or the reason why not.
    Whole(String, Result<Box<Link>, NoLink>),
    /// The link was offered to the other widgets of the page.
    HandedOn(Box<Link>),
}

/// A file above the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOverlay {
    /// The text is arriving; nothing is on the screen yet.
    Coming(RequestId, String),
    /// The records are being read; nothing is on the screen yet.
    Read(Box<FileReading>),
    /// The records are on the screen, and can be imported.
    Opened(Box<Incoming>),
    /// The file is no saved file of this widget, or cannot be read.
    Refused(NotBackup),
}

impl FileOverlay {
    /// Returns true if the file is on the screen.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        matches!(self, Self::Opened(_) | Self::Refused(_))
    }
}
