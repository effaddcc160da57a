//! Events, named in the past tense. The shell makes them of the browser's reports, and `ui` of the person's
//! actions.

use std::collections::BTreeMap;

use super::state::field::Field;
use super::state::request::RequestId;
use crate::domain::zone::Zone;
use crate::timer::steps::Step;
use crate::wire::key::WriterKey;

pub use correction::CorrectionPress;
pub use host::{Call, Frame, FrameData, FramePress, Host, Hotkeys, StorageKind, Telling};
pub use note::NotePress;
pub use offer::OfferPress;
pub use press::{AlonePress, CameUpPress, Press, SendMethod, Taking};
pub use quarter::QuarterPress;
pub use running::RunningPress;

mod correction;
mod host;
mod note;
mod offer;
mod press;
mod quarter;
mod running;

/// The state of the browser at the start of the element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Stored records by name, quarantined ones included, or the reason why the browser lets the program read
    /// none.
    pub records: Result<BTreeMap<String, String>, StorageFault>,
    /// Random bits from the browser's cryptographic source, from which new ids are made.
    pub seed: u64,
    /// Time zone of this device, as the browser reports it.
    pub zone: Zone,
    /// Abilities of the browser and of the page.
    pub here: Here,
    /// True if the page was opened by a link; the link follows as [`Event::LinkOpened`].
    pub has_link: bool,
    /// Slot of this window among those of the browser, from 0, which no other window holds; `None` if the
    /// browser has no Web Locks.
    pub slot: Option<u32>,
    /// Slots of the windows of this browser that are open, this one included. Empty if the browser has no Web
    /// Locks.
    pub living: Vec<u32>,
}

/// Abilities of the browser and the page, and the wishes of the host page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Here {
    /// Address that links point to, without query and fragment; `None` if there is no `http` or `https`
    /// address, as for a page that was opened from a disk.
    pub share_url: Option<String>,
    /// True if the browser has a share sheet.
    pub can_share: bool,
    /// True if the browser can keep the screen of the device on.
    pub can_stay_awake: bool,
    /// True if the browser can show a small window above all others.
    pub can_float: bool,
    /// True if the title of the browser's tab is the widget's: on the page of its own, outside of a frame.
    pub owns_tab: bool,
    /// True if the browser can encrypt links by a password, which it does on secure pages only.
    pub can_lock: bool,
    /// Days of the week on which people of the reader's region do not work, from Monday as 0; Saturday and Sunday where
    /// the browser does not know.
    pub rest_days: Vec<u8>,
    /// Wishes of the host page.
    pub host: Host,
    /// Frame in which the page of its own is shown; `None` outside of a frame, and for an element on a host page.
    pub frame: Option<Frame>,
}

/// The reason why the browser refused to read, write or remove a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageFault {
    /// The browser does not let this page use storage.
    Denied,
    /// The browser has no room left for the data of this page.
    Full,
    /// The host page wants nothing stored.
    Unwanted,
}

/// The outcome of a write or a removal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The browser stored the record.
    Stored,
    /// The browser removed the record.
    Removed,
    /// The shell wrote nothing, since storage was cleared: the records of this window are gone.
    Cleared,
    /// The browser refused to write or remove the record. Holds the reason.
    Failed(StorageFault),
}

/// A write or a removal that the shell tried, and its outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// Place of the record that the shell tried to write or remove.
    pub place: WriterKey,
    /// Outcome of the write or the removal.
    pub outcome: Outcome,
}

/// A record that another window, or another widget of the page, wrote or removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Place of the record that was written or removed.
    pub place: WriterKey,
    /// New text of the record; `None` if it was removed.
    pub record: Option<String>,
}

/// The outcome of [`Effect::Quarantine`](super::effect::Effect::Quarantine).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Name of the damaged record in storage, without the widget's prefix.
    pub name: String,
    /// True if the record was moved to quarantine, the place for damaged records; false if it is still in its
    /// place.
    pub moved: bool,
}

/// An event: a report of the browser, or an action of the person. Large contents are boxed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The element started and read storage.
    Booted(Box<Found>),
    /// The page handed over the company's file of content, before the start or later. Holds the text of the file.
    Configured(String),
    /// The host page changed its wishes, or the address that links point to. Holds the new state of browser and page.
    HereChanged(Box<Here>),
    /// The person pressed a button. Holds the meaning of the button.
    Pressed(Press),
    /// The person typed into a field, or chose an option. Holds the field and the whole of its new text.
    Typed(Field, String),
    /// The device's clock made a step, or the machine slept. Holds the step.
    ClockStepped(Step),
    /// A field or another element of the widget lost the focus.
    FieldLeft,
    /// The delay is over after which typed text is saved.
    SaveCame,
    /// The instant of [`Effect::Wake`](super::effect::Effect::Wake) has come, or the alarm rang early.
    AlarmRang,
    /// The page was hidden or is about to be closed, or the widget is being removed.
    PageHidden,
    /// The page is visible again.
    PageShown,
    /// The shell tried to write or remove a record.
    Settled(Box<Settled>),
    /// Another window, or another widget of the page, wrote or removed a record.
    ChangedElsewhere(Box<Changed>),
    /// The browser answered a request to copy. Holds its number; true if the text is on the clipboard.
    CopySettled(RequestId, bool),
    /// The share sheet was closed. Holds the number of the request; true if the person shared the text, false
    /// if not or if the browser refused.
    ShareSettled(RequestId, bool),
    /// The browser answered a request to encrypt. Holds its number and the encrypted bytes; `None` if the
    /// browser refused.
    LockSettled(RequestId, Option<Vec<u8>>),
    /// The browser answered [`Effect::KeepAwake`](super::effect::Effect::KeepAwake); false if it refused.
    AwakeSettled(bool),
    /// The floating clock was opened, or closed for false; the browser may have refused to open it.
    FloatSettled(bool),
    /// The browser answered a request to decrypt. Holds its number and the bytes; `None` if the password is
    /// wrong or the bytes were changed.
    UnlockSettled(RequestId, Option<Vec<u8>>),
    /// A link came in by the page's address, or another widget of the page handed one over. Holds a text that
    /// may contain the link.
    LinkOpened(String),
    /// The person went back or forward in the browser's history. Holds the place of the entry there: see
    /// [`place`](super::update::past::place).
    PlaceRecalled(String),
    /// The shell offered a link to the other widgets of the page; true if another widget took the link.
    HandedOn(bool),
    /// Storage may have been cleared: another window reported it, or the window got the focus.
    StorageDoubted,
    /// The shell read all stored records again for [`Effect::LookAgain`](super::effect::Effect::LookAgain).
    /// Holds the records by name, or the reason why the browser refused.
    StorageSeen(Result<BTreeMap<String, String>, StorageFault>),
    /// The shell read all stored records, for a file or for a call of the host page, whose number it holds. Holds the
    /// records by name, or the reason why the browser refused.
    StoredRead(Option<RequestId>, Result<BTreeMap<String, String>, StorageFault>),
    /// The host page called a method of the element. Holds the number of the call.
    Called(RequestId, Box<Call>),
    /// The page around the frame, of another origin, called a method. Holds the number of the call, and the page's origin.
    CalledAround(RequestId, Box<Call>, String),
    /// The shell tried to remove all records for a call. Holds the number of the call; true if none is left.
    AllRemoved(RequestId, bool),
    /// The shell tried to move a damaged record to quarantine.
    Quarantined(Box<Quarantined>),
    /// The browser had its turn after [`Effect::ReadOn`](super::effect::Effect::ReadOn): the reading of a
    /// file or link goes on.
    ReadOnCame,
    /// The browser had its turn after [`Effect::ImportOn`](super::effect::Effect::ImportOn): the reading of a file that a
    /// call brought goes on.
    ImportOnCame,
    /// The next part of a chosen file was read. Holds the number of the file, higher for a later one, and the
    /// text of the part.
    FileCame(RequestId, String),
    /// The reading of a chosen file ended. Holds the number of the file and its name; `None` if a part did not come.
    FileOpened(RequestId, Option<String>),
}

impl From<Press> for Event {
    fn from(press: Press) -> Self {
        Self::Pressed(press)
    }
}
