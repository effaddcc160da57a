//! Events, named in the past tense. The shell makes them from what the browser reports, `ui` from what the
//! person does.

use std::collections::BTreeMap;

use super::state::field::{Field, Holdable};
use super::state::request::RequestId;
use crate::domain::agenda::{Direction, ItemId};
use crate::domain::closing::{Asked, Reply};
use crate::domain::evidence::Source;
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Answer, NoteId, NoteKind, Place};
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::question::Question;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Span, Zone};
use crate::domain::timing::Cause;
use crate::wire::key::Key;

/// The state of the browser at the start of the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The stored records by name, or the reason why none can be read.
    pub records: Result<BTreeMap<String, String>, StorageFault>,
    /// Random bits from the browser's cryptographic source.
    pub seed: u64,
    /// The time zone of this device.
    pub zone: Zone,
    /// Abilities of the browser and the page.
    pub here: Here,
    /// True if the page was opened by a link; the link follows as [`Event::LinkOpened`].
    pub has_link: bool,
}

/// Abilities of the browser and the page, as far as links need them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The address that links point to, without query and fragment; `None` if the page has no address to
    /// share, as one opened from a disk.
    pub share_url: Option<String>,
    /// True if the browser has a share sheet.
    pub can_share: bool,
    /// True if the browser encrypts: on secure pages only.
    pub can_lock: bool,
}

/// The reason why the browser does not store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser lets this page store nothing.
    Denied,
    /// The room for this page is used up.
    Full,
}

/// The outcome of a write or a removal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The record is stored.
    Stored,
    /// Another window had written the record since; nothing was written. Holds the record of the other
    /// window.
    Raced(Option<String>),
    /// The record is not stored.
    Failed(StorageFault),
}

/// A write or a removal, and its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The key of the record.
    pub key: Key,
    /// The outcome.
    pub outcome: Outcome,
}

/// A record that another window wrote or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The key of the record.
    pub key: Key,
    /// The text of the record; `None` if the record was removed.
    pub record: Option<String>,
}

/// The outcome of [`Effect::Quarantine`](super::effect::Effect::Quarantine).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The record's name.
    pub name: String,
    /// True if the record was moved.
    pub moved: bool,
}

/// An event. Large contents are boxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The element came to life and storage was read.
    Booted(Box<Found>),
    /// The person pressed a button.
    Pressed(Press),
    /// The person typed into the field, which now holds the text.
    Typed(Field, String),
    /// The device's clock was set back; before, it was right until `seen`.
    ClockSetBack {
        /// The last good instant.
        seen: Instant,
    },
    /// A field lost the focus.
    FieldLeft,
    /// The delay after the last typed letter is over.
    SaveCame,
    /// The instant of [`Effect::Wake`](super::effect::Effect::Wake) has come.
    AlarmRang,
    /// The page was hidden, or is about to be closed.
    PageHidden,
    /// The page is visible again.
    PageShown,
    /// The shell tried to write or remove a record.
    Settled(Box<Settled>),
    /// Another window wrote or removed a record.
    ChangedElsewhere(Box<Changed>),
    /// The browser answered the request to copy; true if the text is on the clipboard.
    CopySettled(RequestId, bool),
    /// The share sheet was closed; true if the person shared the text.
    ShareSettled(RequestId, bool),
    /// The browser answered the request to encrypt, with the encrypted bytes; `None` if the browser refused.
    LockSettled(RequestId, Option<Vec<u8>>),
    /// The browser answered the request to decrypt, with the bytes; `None` if the password is wrong.
    UnlockSettled(RequestId, Option<Vec<u8>>),
    /// The page was opened by this link, or another widget of the page handed the link over.
    LinkOpened(String),
    /// The offer of a link to the other widgets of the page was answered; true if another widget took the
    /// link.
    HandedOn(bool),
    /// The shell read all stored records.
    StoredRead(Result<BTreeMap<String, String>, StorageFault>),
    /// The shell tried to move a damaged record to quarantine.
    Quarantined(Box<Quarantined>),
    /// The browser had its turn; the opened file or link can be read on.
    ReadOnCame,
    /// The next part of the text of a chosen file came; later files have higher numbers.
    FileCame(RequestId, String),
    /// The reading of a chosen file ended; true if all of its parts came.
    FileOpened(RequestId, bool),
}

/// The meaning of a button. Every button on the screen carries a press, so the type is small and `Copy`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The person asked to prepare, or to answer at the close, as the party: the screen goes to the party.
    PrepareAsked(SessionId, Party),
    /// The person confirmed to be the party that the screen went to.
    PartySaid,
    /// The seller added a topic.
    TopicAdded,
    /// The seller added a line of evidence.
    EvidenceAdded,
    /// The seller chose the source of a line of evidence.
    SourceChosen(u8, Source),
    /// The person held back the part of the preparation, or shared it again.
    HoldToggled(Holdable),
    /// The person held back a note of the record on the screen that sends it.
    NoteHeld(NoteId),
    /// The person shared a note again that was held back.
    NoteShared(NoteId),
    /// The person asked to see the held-back notes of the record on the screen that sends it.
    StaysOpened,
    /// The person ticked a line of the checklist, or removed the tick.
    Ticked(Phrase),
    /// The person chose a reply at the close, or chose the same reply again to withdraw it.
    Replied(Asked, Reply),
    /// The person declared to be ready, or gave the answers at the close.
    ReadySaid,
    /// The person declared not to be ready yet; the typed text is kept.
    NotReadySaid,
    /// The person answered the question of who sees the screen; true for the manager alone.
    AloneSaid(SessionId, bool),
    /// The person asked for the list of sessions.
    HomeOpened,
    /// The person asked for the page of a seller.
    PairOpened(PairId),
    /// The person declared this pair and another one of the same name to be the same two people.
    PairJoined(PairId),
    /// The person declared this pair and another one of the same name to be different people.
    PairParted(PairId),
    /// The person asked for a new session.
    PlanOpened,
    /// The person asked for the form for the next session with the same seller. Holds the local time of the
    /// last session.
    NextPlanned(SessionId, LocalDateTime),
    /// The person booked the next session like the given one, for the local time.
    NextBooked(SessionId, LocalDateTime),
    /// The person asked to change the plan of a session. Holds the local time of the plan.
    PlanReopened(SessionId, LocalDateTime),
    /// The person opened a session.
    SessionOpened(SessionId),
    /// The person opened the agenda of a session for editing.
    AgendaOpened(SessionId),
    /// The person deleted a session.
    SessionDeleted(SessionId),
    /// The person undid the last change.
    Undone,
    /// The person unfolded or folded the line of defaults.
    DefaultsToggled,
    /// The person submitted the form.
    PlanSubmitted,
    /// The person added an item.
    ItemAdded,
    /// The person removed an item.
    ItemRemoved(ItemId),
    /// The person moved an item.
    ItemMoved(ItemId, Direction),
    /// The person asked to fit the agenda to the booked minutes.
    AgendaFitted,
    /// The person started the session.
    Started,
    /// The person paused the session.
    Paused,
    /// The person resumed the session.
    Resumed,
    /// The person went to the next item.
    WentOn,
    /// The person went back to the item before.
    WentBack,
    /// The person skipped the current item.
    Skipped,
    /// The person gave the current item more minutes.
    Extended(Minutes),
    /// The person asked the question during the item.
    QuestionAsked(ItemId, Question),
    /// The person passed over the question during the item, and wants another one.
    QuestionPassed(ItemId, Question),
    /// The person ended the session.
    Ended,
    /// The person undid the last action of the clock.
    ClockUndone,
    /// The person pressed a button of the notes.
    Note(NotePress),
    /// The person unfolded or folded the summary.
    SummaryRead,
    /// The person asked to copy the summary.
    SummaryCopied,
    /// The person asked for the summary as a file.
    SummarySaved,
    /// The person answered that the session went on while the page was asleep.
    StayedAnswered,
    /// The person answered that the time while the page was asleep does not count. Holds the cause.
    GapAnswered(Cause),
    /// The person moved the suggested end of a session that was left running; positive is later.
    EndMoved(Span),
    /// The person confirmed when the session ended.
    EndConfirmed,
    /// The person opened the screen that sends the session.
    ShareOpened(SessionId),
    /// The person sent the session by the method.
    Sent(SendMethod),
    /// The person unfolded or folded the less common send methods.
    WaysToggled,
    /// The person chose between names and initials; true for initials.
    InitialsChosen(bool),
    /// The person asked for the link as a picture.
    PictureAsked,
    /// The person asked to lock the link by the typed password.
    LockAsked,
    /// The person asked to open the pasted link, or to unlock the open one.
    PastedOpened,
    /// The person answered an opened link.
    LinkTaken(Taking),
    /// The manager asked for the form for a requested session.
    AskPlanned(SessionId),
    /// The person opened the form that requests a session.
    AskOpened,
    /// The person submitted the request for a session.
    AskSent,
    /// The person asked for a file of all records.
    FileAsked,
    /// The person asked for a file of one session.
    SessionFileAsked(SessionId),
    /// The person imported the open file; as the party, if the two people of the file are unknown here.
    FileTaken(Party),
    /// The person dismissed the notice.
    NoticeDismissed,
    /// The person chose among concurrent versions of the session: 0 for the shown one, from 1 for the others.
    VersionChosen(SessionId, usize),
}

/// A method to send a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendMethod {
    /// Copies the message with the link in it.
    Copy,
    /// Copies the link alone.
    CopyLink,
    /// Copies the text code alone, which needs no address.
    CopyCode,
    /// Opens the browser's share sheet.
    Share,
    /// Opens the mail program.
    Mail,
}

/// The answer to an opened link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// The seller accepts, with the typed topic.
    Accepted,
    /// The seller accepts, and brings the topic to the session.
    BringsIt,
    /// The seller asks for another time: the first press opens the field, the second press sends.
    OtherTime,
    /// The content of the link is merged with the local data.
    Merged,
    /// The manager plans the requested session.
    Planned,
}

/// The meaning of a button of the notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePress {
    /// The person opened the line for a note of the kind, or closed it by the same button.
    Opened(NoteKind),
    /// The person chose the party that promises, or that raised the note.
    PartyChosen(Party),
    /// The person kept the text of the line as a note.
    Kept,
    /// The person closed the line.
    PutAway,
    /// The person opened a note for editing.
    Reopened(NoteId),
    /// The person removed a note.
    Removed(NoteId),
    /// The person confirmed a promise, or withdrew the confirmation.
    Confirmed(NoteId),
    /// The person chose the place of a parked note, or withdrew the choice.
    Placed(NoteId, Place),
    /// The person answered for a promise or a parked note of the session, or withdrew the answer.
    Answered(SessionId, NoteId, Answer),
}

impl From<Press> for Event {
    fn from(press: Press) -> Self {
        Self::Pressed(press)
    }
}
