//! All that can happen, in the past tense. The shell makes each of these from what the browser
//! tells it; `ui` from what the person does.

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

/// What the shell found when the element came to life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The stored records by name, or why there are none to be had.
    pub records: Result<BTreeMap<String, String>, StorageFault>,
    /// Chance, from the browser's cryptographic source.
    pub seed: u64,
    /// The time zone of this device.
    pub zone: Zone,
    /// What the browser lets the widget do here.
    pub here: Here,
    /// True if the page was opened by a link, which is still to come as [`Event::LinkOpened`].
    pub has_link: bool,
}

/// Where the widget runs, as far as links go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// The address that links point to, without query and fragment; `None` where there is none to
    /// share, as on a page that was opened from a disk.
    pub share_url: Option<String>,
    /// Whether the browser has a share sheet.
    pub can_share: bool,
    /// Whether the browser encrypts, which it does on secure pages alone.
    pub can_lock: bool,
}

/// Why the browser does not store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// It does not let this page store anything.
    Denied,
    /// There is no room left.
    Full,
}

/// What became of a record that was to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is stored.
    Stored,
    /// Somebody else had written there since; nothing was written. What they wrote.
    Raced(Option<String>),
    /// It is not stored.
    Failed(StorageFault),
}

/// A write, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The record.
    pub key: Key,
    /// What became of it.
    pub outcome: Outcome,
}

/// A record that another window wrote, or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The record.
    pub key: Key,
    /// Its text; `None` where it was removed.
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

/// Something that happened. What is large is boxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The element came to life and storage was read.
    Booted(Box<Found>),
    /// The person pressed a button.
    Pressed(Press),
    /// The person typed into that field, which now holds this text.
    Typed(Field, String),
    /// The shell saw the device's clock go back; it was right until `seen`.
    ClockSetBack {
        /// The last good instant.
        seen: Instant,
    },
    /// A field lost the focus.
    FieldLeft,
    /// The time to save what was typed has come.
    SaveCame,
    /// The alarm rang.
    AlarmRang,
    /// The page was hidden, or is about to go.
    PageHidden,
    /// The page is seen again.
    PageShown,
    /// The shell tried to write a record.
    Settled(Box<Settled>),
    /// Another window wrote a record, or removed it.
    ChangedElsewhere(Box<Changed>),
    /// The browser copied the text of that request, or refused.
    CopySettled(RequestId, bool),
    /// The share sheet took the text of that request, or was put away.
    ShareSettled(RequestId, bool),
    /// The encrypted bytes of that request came; `None` if the browser refused.
    LockSettled(RequestId, Option<Vec<u8>>),
    /// The decrypted bytes of that request came; `None` if the password is not the right one.
    UnlockSettled(RequestId, Option<Vec<u8>>),
    /// The page was opened by a link, or another widget of the page gave one.
    LinkOpened(String),
    /// The link was given to another widget of the page, or was to stay here.
    HandedOn(bool),
    /// The shell read all that storage holds.
    StoredRead(Result<BTreeMap<String, String>, StorageFault>),
    /// The shell tried to move a damaged record to quarantine.
    Quarantined(Box<Quarantined>),
    /// The time to read on in an opened file or link has come.
    ReadOnCame,
    /// The next part came of the text of a file that the person chose; later files have higher numbers.
    FileCame(RequestId, String),
    /// All parts of that file came, or else the rest could not be read.
    FileOpened(RequestId, bool),
}

/// What a button brings about. Every button on the screen carries one, so it is small and copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// The person asked to prepare, or to answer at the close, as that party: the screen goes to them.
    PrepareAsked(SessionId, Party),
    /// The person said that they are the one the screen went to.
    PartySaid,
    /// The seller brings one more topic.
    TopicAdded,
    /// The seller writes one more line of evidence.
    EvidenceAdded,
    /// The seller said how a line of evidence is known.
    SourceChosen(u8, Source),
    /// The person held back that part of the preparation, or shares it again.
    HoldToggled(Holdable),
    /// The person held back a note of the record that lies open to be sent.
    NoteHeld(NoteId),
    /// The person shares a note again that was held back.
    NoteShared(NoteId),
    /// The person wants to see what is held back of the record that lies open to be sent.
    StaysOpened,
    /// The person ticked a line of the checklist, or took the tick away.
    Ticked(Phrase),
    /// At the close the person chose that reply, or took it back.
    Replied(Asked, Reply),
    /// The person is ready, or said at the close: that is my answer.
    ReadySaid,
    /// The person is not ready yet; what is written is kept.
    NotReadySaid,
    /// The person said whether the manager alone will see the screen.
    AloneSaid(SessionId, bool),
    /// The person asked for the list of sessions.
    HomeOpened,
    /// The person asked for the page of a seller.
    PairOpened(PairId),
    /// The person said that this pair, and another one of the same name, are the same two.
    PairJoined(PairId),
    /// The person said that they are not.
    PairParted(PairId),
    /// The person asked for a new session.
    PlanOpened,
    /// The person asked for the next session with the same seller; the last one began at that time
    /// of this device's zone.
    NextPlanned(SessionId, LocalDateTime),
    /// The person booked the next session, for that time of this device's zone: all as in that one.
    NextBooked(SessionId, LocalDateTime),
    /// The person asked to change what was planned for that time of this device's zone.
    PlanReopened(SessionId, LocalDateTime),
    /// The person opened a session.
    SessionOpened(SessionId),
    /// The person opened a session's agenda for editing.
    AgendaOpened(SessionId),
    /// The person deleted a session.
    SessionDeleted(SessionId),
    /// The person took the last change back.
    Undone,
    /// The person opened or closed the line of defaults.
    DefaultsToggled,
    /// The person sent the form off.
    PlanSubmitted,
    /// The person added an item.
    ItemAdded,
    /// The person took an item out.
    ItemRemoved(ItemId),
    /// The person moved an item.
    ItemMoved(ItemId, Direction),
    /// The person had the agenda fitted to the booked minutes.
    AgendaFitted,
    /// The person started the session.
    Started,
    /// The person paused it.
    Paused,
    /// The person let it go on.
    Resumed,
    /// The person went to the next item.
    WentOn,
    /// The person went back to the item before.
    WentBack,
    /// The person left the current item out.
    Skipped,
    /// The person gave the current item more minutes.
    Extended(Minutes),
    /// The person asked this question in that item.
    QuestionAsked(ItemId, Question),
    /// The person wanted another question than this one in that item.
    QuestionPassed(ItemId, Question),
    /// The person ended the session.
    Ended,
    /// The person took back what was last done to the clock.
    ClockUndone,
    /// The person did something to what is written down.
    Note(NotePress),
    /// The person wants to read the summary, or no longer.
    SummaryRead,
    /// The person wants the summary copied.
    SummaryCopied,
    /// The person wants the summary as a file.
    SummarySaved,
    /// Asked about time that passed unseen, the person said: we were there.
    StayedAnswered,
    /// Asked about time that passed unseen, the person said that it is not to be counted, and why.
    GapAnswered(Cause),
    /// The person moved the end that is offered for a session left running.
    EndMoved(Span),
    /// The person confirmed when the session ended.
    EndConfirmed,
    /// The person asked for what goes out of that session.
    ShareOpened(SessionId),
    /// The person sent it in this way.
    Sent(SendMethod),
    /// The person asked for the ways that few need, or put them away.
    WaysToggled,
    /// The person said whether initials stand for the names.
    InitialsChosen(bool),
    /// The person wants the link as a picture.
    PictureAsked,
    /// The person wants the link locked by the password that was typed.
    LockAsked,
    /// The person wants what was pasted opened, or what was opened unlocked.
    PastedOpened,
    /// The person answered to a link that was opened.
    LinkTaken(Taking),
    /// The manager plans what a seller asked for.
    AskPlanned(SessionId),
    /// The person asked to ask for a session.
    AskOpened,
    /// The person asked for it.
    AskSent,
    /// The person asked for a file of everything.
    FileAsked,
    /// The person asked for a file of one session.
    SessionFileAsked(SessionId),
    /// The person took in what the file holds that lies open; of a session of two who are not known
    /// here, as that party.
    FileTaken(Party),
    /// The person put a notice away.
    NoticeDismissed,
    /// Two windows changed the session at once; the person keeps what is shown (0) or one of the
    /// others (from 1).
    VersionChosen(SessionId, usize),
}

/// The ways by which a link goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendMethod {
    /// The words with the link in them, to be pasted.
    Copy,
    /// The link alone.
    CopyLink,
    /// The text code alone, which needs no address.
    CopyCode,
    /// By the browser's share sheet.
    Share,
    /// By the mail program.
    Mail,
}

/// What is done with a link that was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taking {
    /// The seller accepts, with the topic that was typed.
    Accepted,
    /// The seller accepts, and brings the topic along.
    BringsIt,
    /// The seller would like another time: the field for it opens, and then it is said.
    OtherTime,
    /// What it holds is merged with what is here.
    Merged,
    /// The manager plans what the seller asked for.
    Planned,
}

/// What a button brings about in what is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotePress {
    /// The person opened the line for this, or put it away by the same button.
    Opened(NoteKind),
    /// The person said who promises, or who raised it.
    PartyChosen(Party),
    /// The person kept what the line holds.
    Kept,
    /// The person put the line away.
    PutAway,
    /// The person wants to change a note.
    Reopened(NoteId),
    /// The person took a note out.
    Removed(NoteId),
    /// The person confirmed a promise, or took that back.
    Confirmed(NoteId),
    /// The person said where something parked goes, or took that back.
    Placed(NoteId, Place),
    /// The person said what became of that session's promise or parked thing, or took that back.
    Answered(SessionId, NoteId, Answer),
}

impl From<Press> for Event {
    fn from(press: Press) -> Self {
        Self::Pressed(press)
    }
}
