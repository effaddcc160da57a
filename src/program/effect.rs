//! All that the program wants done, as imperatives. The shell performs them; nothing else does.

use std::rc::Rc;

use super::state::field::Field;
use super::state::request::RequestId;
use crate::domain::note::{NoteId, NoteKind};
use crate::domain::time::Instant;
use crate::wire::key::Key;

/// What has to stand in storage for a write to go ahead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Anything: the record belongs to this device alone.
    Anything,
    /// Nothing.
    Nothing,
    /// This record.
    Record(Rc<str>),
}

impl Expected {
    /// Whether a write may go ahead where this record stands, or none.
    #[must_use]
    pub fn holds(&self, found: Option<&str>) -> bool {
        match self {
            Self::Anything => true,
            Self::Nothing => found.is_none(),
            Self::Record(record) => found == Some(&**record),
        }
    }
}

/// Where the keyboard goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// To the heading of the screen.
    Heading,
    /// To a field.
    Field(Field),
    /// To the button that opens that line.
    Opener(NoteKind),
    /// To the button that changes a note.
    Note(NoteId),
    /// To the notes, when the one that had the focus is gone.
    Notes,
    /// To the text of the summary, all of it selected.
    Summary,
    /// To the question to ask, when the buttons below it are gone.
    Question,
    /// To the list of items, when the item that had the focus is gone.
    Items,
}

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a record where storage holds what is expected, and tell the outcome.
    Write {
        /// Which record.
        key: Key,
        /// Its text.
        record: String,
        /// What has to stand there now.
        expected: Expected,
    },
    /// Remove a record of this writer, and tell the outcome.
    Remove(Key),
    /// Move a damaged record to quarantine unchanged, and answer with `Event::Quarantined`.
    Quarantine(String),
    /// Tell when a second or two have passed without another of these.
    SaveSoon,
    /// Ring at this instant, and at no other one; not at all where there is none.
    Wake(Option<Instant>),
    /// Move the focus once the screen is drawn.
    MoveFocus(Focus),
    /// Copy this text to the clipboard, and answer with `Event::CopySettled`.
    Copy {
        /// The number of this request.
        request: RequestId,
        /// The text.
        text: String,
    },
    /// Hand this to the browser's share sheet, and answer with
    /// `Event::ShareSettled`.
    Share {
        /// The number of this request.
        request: RequestId,
        /// The title.
        title: String,
        /// The text.
        text: String,
        /// The link, where the text does not hold it.
        link: Option<String>,
    },
    /// Open the mail program with a new mail.
    Mail {
        /// The subject.
        subject: String,
        /// The body.
        body: String,
    },
    /// Offer a file for download.
    OfferFile {
        /// The name of the file.
        name: String,
        /// All that the file holds.
        text: String,
    },
    /// Read all that storage holds, and answer with `Event::StoredRead`.
    ReadStored,
    /// Encrypt bytes by a password, and answer with `Event::LockSettled`.
    Lock {
        /// The number of this request.
        request: RequestId,
        /// The bytes.
        plain: Vec<u8>,
        /// The password.
        password: String,
    },
    /// Decrypt the bytes of [`Effect::Lock`], and answer with `Event::UnlockSettled`.
    Unlock {
        /// The number of this request.
        request: RequestId,
        /// The encrypted bytes.
        sealed: Vec<u8>,
        /// The password.
        password: String,
    },
    /// The link by which the page was opened is dealt with: a reload shall not open it again.
    ForgetLink,
    /// Let the browser do something else, and then read on in the file or link.
    ReadOn,
    /// Leave on the screen what is there: nothing of a file or a link is seen before all of it was read.
    HoldScreen,
    /// Give a link to another widget of the page where one of these records is there and not here, and
    /// answer with `Event::HandedOn`. The first record decides, where any widget
    /// holds it.
    HandOn {
        /// The text by which the link came.
        link: String,
        /// The records.
        keys: [Key; 2],
    },
}

/// Has the focus moved once the screen is drawn.
pub(super) fn move_focus(effects: &mut Vec<Effect>, to: Focus) {
    effects.push(Effect::MoveFocus(to));
}
