//! Overlays: an opened link or file that covers the open screen. None of it is stored.
//!
//! The screen below keeps its typed text.

use std::collections::VecDeque;

use super::complaint::Complaint;
use super::field::LinkField;
use super::incoming::{FileReading, Incoming};
use super::request::RequestId;
use crate::wire::backup::NotBackup;
use crate::wire::link::{Link, NoLink};

/// The opened link and file above the screen. A link covers a file, and a file covers the list of sessions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlays {
    /// Link that covers the screen; `None` if no link is open.
    pub link: Option<LinkOverlay>,
    /// Link that is being read, of which the screen shows nothing yet; `None` if none is.
    pub link_reading: Option<LinkReading>,
    /// Links that came while another one was being read, each as the text that holds it. Each opens once the one
    /// before is answered or left.
    pub links_waiting: VecDeque<String>,
    /// File that covers the list of sessions, or is being read; `None` if no file is open.
    pub file: Option<FileOverlay>,
}

/// A link that covers the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkOverlay {
    /// The link can be read, and waits for the person's answer.
    Opened(Box<OpenedLink>),
    /// The link is locked, and waits for its password.
    Locked {
        /// Encrypted bytes of the link.
        sealed: Vec<u8>,
        /// Password that the person typed.
        password: String,
        /// Progress of unlocking the link.
        unlocking: Unlocking,
    },
    /// The link cannot be read, and the person can paste the whole of it.
    Refused {
        /// Reason why the link cannot be read.
        why: NoLink,
        /// Text that the person pasted as the whole of the link.
        pasted: String,
    },
}

/// A readable link that waits for the person's answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenedLink {
    /// Content of the link.
    pub link: Link,
    /// True if the person declared the link's two people to be the local pair of the same name.
    pub is_same: bool,
    /// Complaints about the typed topic and time, in the order of the fields.
    pub complaints: Vec<(LinkField, Complaint)>,
    /// Statement to the person about an answer that is not sent; `None` if there is nothing to say.
    pub told: Option<NotSent>,
}

/// The progress of unlocking a link by its password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unlocking {
    /// The person tried no password, or typed another one since the last try.
    Untried,
    /// The browser is decrypting the link. Holds the number of the request.
    Asked(RequestId),
    /// The last password that the person tried is wrong.
    WrongPassword,
}

/// A link that is being read. Finding, unpacking and drawing are separate tasks, so that the page never
/// freezes for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkReading {
    /// Source of the link, which decides if another widget may get it.
    pub source: LinkSource,
    /// Progress of the reading.
    pub stage: LinkStage,
}

/// The source of a link that is being read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkSource {
    /// The page was opened by the link, and shows nothing of its own until the link is read.
    Page,
    /// The link came from the page's address or another widget while the page was open.
    Outside,
    /// The person pasted or unlocked the link in this widget.
    Here,
}

/// The reason why a typed answer to an opened link is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSent {
    /// The person wanted to leave the link. The next press leaves it.
    Leaving,
    /// The screen below the link holds a text that cannot be kept, so that it cannot be left.
    Blocked,
}

/// Progress of reading a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkStage {
    /// The shell has not handed over the text of the link yet.
    Awaited,
    /// The text was searched. Holds the text with the bytes of the link, or the reason why there are none.
    /// The text is empty for a link that was unlocked in this widget.
    Found(String, Result<Vec<u8>, NoLink>),
    /// The link was decoded. Holds the text it was found in and its content, or the reason why it cannot be
    /// read.
    Whole(String, Result<Box<Link>, NoLink>),
    /// The link was offered to the other widgets of the page. Holds its content until they answer.
    HandedOn(Result<Box<Link>, NoLink>),
}

/// A file that covers the list of sessions, or is on its way there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileOverlay {
    /// The text of the file is arriving. Holds the number of the file and the text so far; the screen shows
    /// nothing of it.
    Coming(RequestId, String),
    /// The records of the file are being read; the screen shows nothing of them.
    Read(Box<FileReading>),
    /// The records of the file are on the screen, and can be imported.
    Opened(Box<Incoming>),
    /// The file is not a saved file of this widget, or cannot be read. Holds the reason, which is on the
    /// screen.
    Refused(NotBackup),
}

impl FileOverlay {
    /// Returns true if the screen shows the file or the reason why it cannot be read.
    #[must_use]
    pub fn is_shown(&self) -> bool {
        matches!(self, Self::Opened(_) | Self::Refused(_))
    }
}
