//! The wishes of the host page: the attributes of the element, as far as the program heeds them.

use crate::domain::party::Party;
use crate::domain::time::Minutes;
use crate::outgoing::summary::Form;

/// The wishes of the host page. Each holds until the host page changes the attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Host {
    /// Party that the visitors of the page are; `None` if both come.
    pub party: Option<Party>,
    /// Id of the coaching type of a new session with a new seller, or the beginning of the id; `None` for the usual one.
    pub coaching_type: Option<String>,
    /// Length of a new session with a new seller, 20 to 90; `None` for that of the coaching type.
    pub minutes: Option<Minutes>,
    /// Place of the stored data.
    pub storage: StorageKind,
    /// State of the keys of one letter.
    pub hotkeys: Hotkeys,
    /// Events that the host page hears.
    pub telling: Telling,
}

/// The place of the stored data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StorageKind {
    /// The browser keeps the data until somebody clears them.
    #[default]
    Local,
    /// The browser keeps the data until the tab is closed.
    Session,
    /// The data are in memory alone.
    Nowhere,
}

/// The state of the keys of one letter, which a host page may need for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hotkeys {
    /// The keys work.
    #[default]
    On,
    /// The keys are left to the host page.
    Off,
}

/// The events of the element that the host page hears.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Telling {
    /// The page hears of the start of the widget, and of trouble.
    #[default]
    Trouble,
    /// The page hears of sessions, too, and the widget says so.
    All,
}

/// The frame in which the page of its own is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// Address of the full page.
    pub page: String,
    /// Relation of the frame's data to those of the full page.
    pub data: FrameData,
}

/// The relation of a frame's data to those of the full page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameData {
    /// All pages around the frame are of its origin, so that both show the same data.
    Shared,
    /// A page around the frame is of another origin, so that the browser may keep the data apart. The full page can take
    /// them over.
    Apart,
    /// The frame has no origin of its own, so that it stores nothing, and the full page can take nothing over.
    Sealed,
}

/// A press on a button that only a frame has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramePress {
    /// The page around the frame may have what it asked for, and nothing else.
    Allowed,
    /// The page gets nothing, and cannot ask for the same again until the frame is loaded anew.
    Declined,
    /// The person wants to copy the content of the file that the frame offered.
    FileCopied,
    /// The person has the file, or does without.
    FileLeft,
}

/// A call of a method of the element by the host page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Call {
    /// Returns the link of the session on the screen, as this person would send it.
    Link,
    /// Returns the session on the screen in the format iCalendar.
    Calendar,
    /// Returns the summary of the session on the screen.
    Summary(Form),
    /// Returns all data as a saved file.
    Export,
    /// Merges a saved file into the data. Holds its text.
    Import(String),
    /// Removes all data.
    Delete,
}
