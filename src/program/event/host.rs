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
