//! Effects: the requests of the program to the shell, as imperatives. Only the shell performs them.

use std::rc::Rc;

use super::state::field::Field;
use super::state::request::RequestId;
use crate::domain::note::{NoteId, NoteKind};
use crate::domain::time::Instant;
use crate::wire::key::Key;

/// The stored record that a write expects. Any other record there stops the write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any record or none: only this writer writes the record.
    Anything,
    /// No record.
    Nothing,
    /// Exactly this record.
    Record(Rc<str>),
}

impl Expected {
    /// Returns true if the write may replace `found`; `None` stands for no record.
    #[must_use]
    pub fn holds(&self, found: Option<&str>) -> bool {
        match self {
            Self::Anything => true,
            Self::Nothing => found.is_none(),
            Self::Record(record) => found == Some(&**record),
        }
    }
}

/// The target of the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// A field.
    Field(Field),
    /// The button that opens the line for a note of the kind.
    Opener(NoteKind),
    /// The button that edits a note.
    Note(NoteId),
    /// The notes, if the focused note is gone.
    Notes,
    /// The text of the summary, all of it selected.
    Summary,
    /// The shown question, if the buttons below it are gone.
    Question,
    /// The list of items, if the focused item is gone.
    Items,
}

/// A request of the program to the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a record if storage holds the expected one, and answer with `Event::Settled`.
    Write {
        /// The key of the record.
        key: Key,
        /// The text of the record.
        record: String,
        /// The record that storage has to hold now.
        expected: Expected,
    },
    /// Remove a record of this writer, and answer with `Event::Settled`.
    Remove(Key),
    /// Move a damaged record to quarantine unchanged, and answer with `Event::Quarantined`.
    Quarantine(String),
    /// Send `Event::SaveCame` after a second or two without another `SaveSoon`.
    SaveSoon,
    /// Send `Event::AlarmRang` at the instant; `None` cancels. Replaces the earlier `Wake`.
    Wake(Option<Instant>),
    /// Move the focus once the screen is drawn.
    MoveFocus(Focus),
    /// Copy a text to the clipboard, and answer with `Event::CopySettled`.
    Copy {
        /// The number of this request.
        request: RequestId,
        /// The text.
        text: String,
    },
    /// Open the browser's share sheet, and answer with `Event::ShareSettled`.
    Share {
        /// The number of this request.
        request: RequestId,
        /// The title.
        title: String,
        /// The text.
        text: String,
        /// The link; `None` if the text holds the link.
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
        /// The content of the file.
        text: String,
    },
    /// Read all stored records, and answer with `Event::StoredRead`.
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
    /// Remove the link from the page's address, so that a reload does not open the link again.
    ForgetLink,
    /// Let the browser do other work, and answer with `Event::ReadOnCame`.
    ReadOn,
    /// Do not draw: a file or link appears only once all of it is read.
    HoldScreen,
    /// Offer a link to the other widgets of the page, and answer with `Event::HandedOn`. The keys are tried in
    /// order, and the first key that any widget stores decides: the link stays here if this widget stores that
    /// record, else the link goes to the widget that does.
    HandOn {
        /// The text in which the link was found.
        link: String,
        /// The keys of the session and of its pair.
        keys: [Key; 2],
    },
}

/// Adds the effect that moves the focus.
pub(super) fn move_focus(effects: &mut Vec<Effect>, to: Focus) {
    effects.push(Effect::MoveFocus(to));
}
