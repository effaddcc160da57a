//! Effects: the requests of the program to the shell, as imperatives. Only the shell performs them.

mod host;

use super::state::field::Field;
use super::state::request::RequestId;
use crate::domain::id::SessionId;
use crate::domain::note::{NoteId, NoteKind, Readers};
use crate::domain::time::Instant;
use crate::wire::key::{Key, WriterKey};

pub use host::{Failed, Refusal, Shared, Told};

/// Longest delay between a typed letter and its saving, in milliseconds. A browser that dies loses no more than that.
pub const SAVE_AFTER: u32 = 1_500;

/// The element on the screen that gets the keyboard focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen gets the focus.
    Heading,
    /// A field gets the focus. The text of a one-line field is selected, except in the line of a note.
    Field(Field),
    /// The button gets the focus that opens the line for a note of this kind.
    Opener(NoteKind),
    /// The button gets the focus that edits this note.
    Note(Readers, NoteId),
    /// The notes get the focus: the focused note or button is gone, or the answers at the close were kept.
    Notes,
    /// The text for copying by hand, a summary or a link, gets the focus, all of it selected.
    Summary,
    /// The next question to be answered aloud at the close.
    Say,
    /// The button gets the focus that moves the date at this index in the form of a quarter.
    QuarterDate(u16),
    /// The button gets the focus that sends the booked dates of this session's seller.
    Send(SessionId),
    /// The button gets the focus that opens the line about what to do differently next time.
    Differently,
    /// The question whether the other can see the screen gets the focus.
    Alone,
    /// The coaching question gets the focus, since the buttons below it are gone.
    Question,
    /// The items of the agenda editor get the focus, since the focused item or button is gone.
    Items,
}

/// The kind of a chime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The end of an item is a minute away.
    Nearing,
    /// The time of an item is up.
    Up,
}

/// A request of the program to the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write a record, and answer with `Event::Settled`.
    Write {
        /// Place of the record in storage: its key, and the writer that the record belongs to. A writer is a
        /// running widget, mostly one window; a draft that is set aside gets a writer of its own.
        place: WriterKey,
        /// New text of the record.
        record: String,
    },
    /// Remove a record from storage, and answer with `Event::Settled`.
    Remove(WriterKey),
    /// Read all stored records again, to find what other windows wrote or cleared, and answer with
    /// `Event::StorageSeen`.
    LookAgain,
    /// Move a damaged record to quarantine unchanged, and answer with `Event::Quarantined`. Holds the
    /// record's name.
    Quarantine(String),
    /// Send `Event::SaveCame` after [`SAVE_AFTER`] milliseconds, in place of any earlier `SaveSoon`.
    SaveSoon,
    /// Send `Event::AlarmRang` at the instant, in place of any earlier `Wake`; `None` sends nothing.
    Wake(Option<Instant>),
    /// Move the keyboard focus once the screen is drawn.
    MoveFocus(Focus),
    /// Scroll an element into sight once the screen is drawn. The focus stays.
    Show(Focus),
    /// Copy a text to the clipboard, and answer with `Event::CopySettled`.
    Copy {
        /// Number of this request, which the answer carries.
        request: RequestId,
        /// Text to copy.
        text: String,
    },
    /// Open the browser's share sheet with a message, and answer with `Event::ShareSettled`.
    Share {
        /// Number of this request, which the answer carries.
        request: RequestId,
        /// Title of the message to share.
        title: String,
        /// Text of the message to share.
        text: String,
        /// Link to share; `None` if the text holds the link.
        link: Option<String>,
    },
    /// Open the mail program with a new mail, without a recipient.
    Mail {
        /// Subject of the mail.
        subject: String,
        /// Body of the mail.
        body: String,
    },
    /// Offer a file for download. Nothing is sent.
    OfferFile {
        /// Name of the file, with its ending.
        name: String,
        /// Content of the file.
        text: String,
    },
    /// Open the browser's dialog for printing.
    Print,
    /// Sound a soft chime once.
    Chime(Tone),
    /// Open the floating clock, or close it for false; answer with `Event::FloatSettled`, and once the person closes it.
    Float(bool),
    /// Give the browser's tab this title; `None` gives it its own one again.
    NameTab(Option<String>),
    /// Keep the screen of the device on, or let it sleep again for false; answer with `Event::AwakeSettled`.
    KeepAwake(bool),
    /// Read all stored records, and answer with `Event::StoredRead`: for a file, or for a call of the host page, whose
    /// number it holds.
    ReadStored(Option<RequestId>),
    /// Remove all records, those in quarantine too, and answer with `Event::AllRemoved`. Holds the number of the call.
    RemoveAll(RequestId),
    /// Answer a call of the host page. Holds its number, and the result or the reason why there is none.
    Answer(RequestId, Result<String, Refusal>),
    /// Send an event of the element to the host page.
    Tell(Told),
    /// Encrypt bytes by a password, and answer with `Event::LockSettled`.
    Lock {
        /// Number of this request, which the answer carries.
        request: RequestId,
        /// Bytes to encrypt.
        plain: Vec<u8>,
        /// Password that encrypts the bytes.
        password: String,
    },
    /// Decrypt bytes that [`Effect::Lock`] encrypted, and answer with `Event::UnlockSettled`.
    Unlock {
        /// Number of this request, which the answer carries.
        request: RequestId,
        /// Encrypted bytes.
        sealed: Vec<u8>,
        /// Password that may decrypt the bytes.
        password: String,
    },
    /// Say these words of the company in place of built-in ones. Holds the tag of each language, and the words in the form
    /// of Project Fluent.
    UseWords(Vec<(String, String)>),
    /// Tell the owner of the page the faults of the company's file, one line each.
    TellOwner(Vec<String>),
    /// Name to the owner of the page the coaching type that the page wants and nobody offers, if the owner asks for such
    /// words.
    NameUnknownType(String),
    /// Remove the link from the page's address, so that a reload does not open the link again.
    ForgetLink,
    /// Let the browser do other work, and answer with `Event::ReadOnCame`.
    ReadOn,
    /// Let the browser do other work, and answer with `Event::ImportOnCame`.
    ImportOn,
    /// Do not draw after this event: a file or link appears only once all of it is read.
    HoldScreen,
    /// Offer a link to the other widgets of the page, and answer with `Event::HandedOn`. The keys are tried
    /// in order, and the first key that any widget stores decides: the link stays here if this widget stores
    /// that record, else the link goes to the widget that does.
    HandOn {
        /// Text in which the link was found.
        link: String,
        /// Key of the link's session, then the key of its pair; for a lasting link the key of the pair alone.
        keys: Vec<Key>,
    },
}

/// Adds the effect that moves the keyboard focus to `to`.
pub(super) fn move_focus(effects: &mut Vec<Effect>, to: Focus) {
    effects.push(Effect::MoveFocus(to));
}
