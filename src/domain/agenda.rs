//! The agenda: items in order, each with its minutes, the protected ones last.
//!
//! Knows neither the time of day nor coaching types.

use std::collections::BTreeSet;

use super::phrase::{Phrase, Wording};
use super::time::{Minutes, total};

/// Upper bound on the items of one agenda.
pub const ITEM_LIMIT: usize = 30;

/// The bounds of a session's length, in minutes.
pub const SESSION_MINUTES: std::ops::RangeInclusive<u16> = 20..=90;

/// The id of an item within its agenda. It stays through every change of name, minutes and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub u16);

/// The place of a topic among the seller's topics, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TopicSlot(pub u8);

/// The role of an item in the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Agrees what the session is about.
    Open,
    /// Goes through the promises of last time.
    LookBack,
    /// Works on a topic; several items may work on the same one.
    Topic(TopicSlot),
    /// Any item that the manager added.
    Added,
    /// Both promise. Protected.
    Promise,
    /// Both look at the session, and book the next. Protected.
    Close,
}

impl Role {
    /// Returns true if the item must stay at the end, with its least minutes or more.
    #[must_use]
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Promise | Self::Close)
    }

    /// Returns the slot of the topic that the item works on.
    #[must_use]
    pub fn topic(self) -> Option<TopicSlot> {
        match self {
            Self::Topic(slot) => Some(slot),
            _ => None,
        }
    }
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// The id.
    pub id: ItemId,
    /// The role.
    pub role: Role,
    /// The name on the screen.
    pub title: Wording,
    /// The purpose, in one line.
    pub purpose: Option<Phrase>,
    /// The planned minutes; within `least` and `most` after fitting.
    pub minutes: Minutes,
    /// The fewest minutes that make sense, 1 or more.
    pub least: Minutes,
    /// The most minutes that make sense.
    pub most: Minutes,
}

/// A direction along the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Earlier,
    /// Towards the end.
    Later,
}

/// Items in order; protected ones come after all others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agenda {
    items: Vec<Item>,
}

/// The reason why a change of an agenda is impossible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaError {
    /// No item has the id.
    Unknown,
    /// A protected item cannot be removed or moved, and no item can move behind it.
    Protected,
    /// The agenda would have more than [`ITEM_LIMIT`] items.
    Full,
    /// The agenda would have no item.
    LastItem,
    /// The minutes are outside the bounds of the item.
    Minutes {
        /// The fewest allowed.
        least: Minutes,
        /// The most allowed.
        most: Minutes,
    },
    /// Two items have one id.
    TwiceTheSameId,
}

impl Agenda {
    /// Returns an agenda of these items in their order, protected items last.
    ///
    /// # Errors
    /// [`AgendaError`] for no item, too many items, or two with one id.
    pub fn new(items: Vec<Item>) -> Result<Self, AgendaError> {
        if items.is_empty() {
            return Err(AgendaError::LastItem);
        }
        if items.len() > ITEM_LIMIT {
            return Err(AgendaError::Full);
        }
        let twice = |item: &Item| items.iter().filter(|other| other.id == item.id).count() > 1;
        if items.iter().any(twice) {
            return Err(AgendaError::TwiceTheSameId);
        }
        let mut items = items;
        // A stable sort: within each of the two groups the order stays.
        items.sort_by_key(|item| item.role.is_protected());
        Ok(Self { items })
    }

    /// Returns the items in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Returns the item with this id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Returns the topic slots of the items, each once and in order. Several items may work on one topic, and
    /// the item with the first slot may be gone.
    #[must_use]
    pub fn slots(&self) -> Vec<TopicSlot> {
        let slots: BTreeSet<TopicSlot> = self.items.iter().filter_map(|item| item.role.topic()).collect();
        slots.into_iter().collect()
    }

    /// Returns the sum of the planned minutes.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.items.iter().map(|item| item.minutes))
    }

    /// Returns the agenda with other minutes, in the order of the items.
    #[must_use]
    pub(super) fn with_minutes(mut self, minutes: &[Minutes]) -> Self {
        for (item, minutes) in self.items.iter_mut().zip(minutes) {
            item.minutes = *minutes;
        }
        self
    }

    /// Returns the agenda with only the items for which `stays` is true; `None` if no item stays.
    #[must_use]
    pub(super) fn with_those(&self, stays: &dyn Fn(&Item) -> bool) -> Option<Self> {
        let mut rest = self.clone();
        rest.items.retain(stays);
        (!rest.items.is_empty()).then_some(rest)
    }

    /// Renames an item.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`].
    pub fn rename(&mut self, id: ItemId, title: Wording) -> Result<(), AgendaError> {
        self.find(id)?.title = title;
        Ok(())
    }

    /// Sets the minutes of an item: 1 to 90, for a protected item its least or more.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`], [`AgendaError::Minutes`].
    pub fn retime(&mut self, id: ItemId, minutes: Minutes) -> Result<(), AgendaError> {
        let item = self.find(id)?;
        let least = if item.role.is_protected() { item.least } else { Minutes(1) };
        let most = Minutes(*SESSION_MINUTES.end());
        if minutes < least || minutes > most {
            return Err(AgendaError::Minutes { least, most });
        }
        item.minutes = minutes;
        Ok(())
    }

    /// Adds an item of five minutes in front of the protected items, and returns its id.
    ///
    /// # Errors
    /// [`AgendaError::Full`].
    pub fn add(&mut self, title: Wording) -> Result<ItemId, AgendaError> {
        if self.items.len() >= ITEM_LIMIT {
            return Err(AgendaError::Full);
        }
        // Of more ids than there are items, one is free.
        let mut id = ItemId(0);
        while self.item(id).is_some() {
            id.0 += 1;
        }
        let first_protected = self.items.iter().position(|item| item.role.is_protected());
        let item = Item {
            id,
            role: Role::Added,
            title,
            purpose: None,
            minutes: Minutes(5),
            least: Minutes(1),
            most: Minutes(*SESSION_MINUTES.end()),
        };
        self.items.insert(first_protected.unwrap_or(self.items.len()), item);
        Ok(id)
    }

    /// Removes an item.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`], [`AgendaError::Protected`], [`AgendaError::LastItem`].
    pub fn remove(&mut self, id: ItemId) -> Result<(), AgendaError> {
        if self.find(id)?.role.is_protected() {
            return Err(AgendaError::Protected);
        }
        if self.items.len() == 1 {
            return Err(AgendaError::LastItem);
        }
        self.items.retain(|item| item.id != id);
        Ok(())
    }

    /// Swaps an item with its neighbour; at either end nothing changes.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`], [`AgendaError::Protected`].
    pub fn shift(&mut self, id: ItemId, direction: Direction) -> Result<(), AgendaError> {
        let place = self.items.iter().position(|item| item.id == id).ok_or(AgendaError::Unknown)?;
        let neighbour = match direction {
            Direction::Earlier => place.checked_sub(1),
            Direction::Later => place.checked_add(1),
        };
        let Some(neighbour) = neighbour.filter(|at| *at < self.items.len()) else {
            return Ok(());
        };
        let protected = |at: usize| self.items.get(at).is_some_and(|item| item.role.is_protected());
        if protected(place) || protected(neighbour) {
            return Err(AgendaError::Protected);
        }
        self.items.swap(place, neighbour);
        Ok(())
    }

    /// Returns the item with this id, to be changed.
    pub(super) fn find(&mut self, id: ItemId) -> Result<&mut Item, AgendaError> {
        self.items.iter_mut().find(|item| item.id == id).ok_or(AgendaError::Unknown)
    }
}
