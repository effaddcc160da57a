//! A change in the agenda editor that can be undone.

use super::field::ItemField;
use crate::domain::agenda::{Agenda, ItemId};
use crate::domain::draft::ItemText;
use crate::domain::id::SessionId;

/// A change of an agenda that can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgendaEdit {
    /// Session of the changed agenda.
    pub session: SessionId,
    /// Agenda before the change.
    pub before: Agenda,
    /// Agenda after the change.
    pub after: Agenda,
    /// Texts that the removed item could not have; empty for another change.
    pub texts: Vec<ItemText>,
    /// Kind of the change.
    pub change: AgendaChange,
}

/// The kind of a change of an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaChange {
    /// An item got another name or other minutes. Holds the item and the field.
    Edited(ItemId, ItemField),
    /// An item was added to the agenda.
    Added,
    /// An item was removed from the agenda.
    Removed,
    /// An item was moved by one place.
    Moved,
    /// The minutes of the items were fitted to the booked minutes.
    Fitted,
}
