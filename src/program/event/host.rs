//! The wishes of the host page: the attributes of the element, as far as the program heeds them.

use crate::domain::party::Party;
use crate::domain::time::Minutes;

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
