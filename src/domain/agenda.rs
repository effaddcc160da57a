//! The agenda: items in order, each with its minutes, the protected ones last.
//!
//! Never knows the time of day and never what a coaching type is called.

use std::collections::BTreeSet;

use super::phrase::{Phrase, Wording};
use super::time::{Minutes, total};

/// The most items that one agenda holds.
pub const ITEM_LIMIT: usize = 30;

/// The least and the most minutes of a whole session.
pub const SESSION_MINUTES: std::ops::RangeInclusive<u16> = 20..=90;

/// Names an item within its agenda, through every change of name, time and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub u16);

/// Which of the seller's topics, counted from 0, an item works on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TopicSlot(pub u8);

/// What an item is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Agrees what the session is about.
    Open,
    /// Goes through what was promised last time.
    LookBack,
    /// Works on a topic; several items may work on the same one.
    Topic(TopicSlot),
    /// Whatever the manager added.
    Added,
    /// Both promise. Protected.
    Promise,
    /// Both look at the session, and book the next. Protected.
    Close,
}

impl Role {
    /// Whether the item stays, at the end, and at its least minutes or more.
    #[must_use]
    pub fn is_protected(self) -> bool {
        matches!(self, Self::Promise | Self::Close)
    }

    /// The topic that the item works on.
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
    /// Its lasting name.
    pub id: ItemId,
    /// What it is there for.
    pub role: Role,
    /// Its name on the screen.
    pub title: Wording,
    /// What it is for, in a line.
    pub purpose: Option<Phrase>,
    /// Its planned minutes, within `least` and `most` when fitted.
    pub minutes: Minutes,
    /// The fewest minutes that make sense for it, 1 or more.
    pub least: Minutes,
    /// The most minutes that make sense for it.
    pub most: Minutes,
}

/// Up or down the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Sooner.
    Earlier,
    /// Later.
    Later,
}

/// Items in order; protected ones come after all others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agenda {
    items: Vec<Item>,
}

/// Why a change of an agenda is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaError {
    /// There is no such item.
    Unknown,
    /// A protected item neither goes nor moves, nor does another one move behind it.
    Protected,
    /// It would be the 31st item.
    Full,
    /// An agenda without an item is none.
    LastItem,
    /// These minutes are outside what the item allows.
    Minutes {
        /// The fewest allowed.
        least: Minutes,
        /// The most allowed.
        most: Minutes,
    },
    /// Two items have the same id.
    TwiceTheSameId,
}

impl Agenda {
    /// An agenda of these items; protected ones are put last, and otherwise the order stays.
    ///
    /// # Errors
    /// [`AgendaError`] for no item, too many, or two of one id.
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

    /// The items in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The item of that id.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The slots for topics that its items work on, each once and in order: several items may work on
    /// one topic, and the one with the first slot may have been taken out.
    #[must_use]
    pub fn slots(&self) -> Vec<TopicSlot> {
        let slots: BTreeSet<TopicSlot> = self.items.iter().filter_map(|item| item.role.topic()).collect();
        slots.into_iter().collect()
    }

    /// The planned minutes of all items together.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.items.iter().map(|item| item.minutes))
    }

    /// The same agenda with other minutes, in the order of the items.
    #[must_use]
    pub(super) fn with_minutes(mut self, minutes: &[Minutes]) -> Self {
        for (item, minutes) in self.items.iter_mut().zip(minutes) {
            item.minutes = *minutes;
        }
        self
    }

    /// The same agenda with those of its items alone that are to stay; `None` where there are none.
    #[must_use]
    pub(super) fn with_those(&self, stays: &dyn Fn(&Item) -> bool) -> Option<Self> {
        let mut rest = self.clone();
        rest.items.retain(stays);
        (!rest.items.is_empty()).then_some(rest)
    }

    /// Gives an item another name.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`].
    pub fn rename(&mut self, id: ItemId, title: Wording) -> Result<(), AgendaError> {
        self.find(id)?.title = title;
        Ok(())
    }

    /// Gives an item other minutes: 1 to 90, for a protected one not under its least.
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

    /// Adds an item of five minutes behind the last that is not protected.
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

    /// Takes an item out.
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

    /// Changes places with the neighbour.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`], [`AgendaError::Protected`]; at either end nothing happens.
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

    /// The item of that id, to be changed.
    pub(super) fn find(&mut self, id: ItemId) -> Result<&mut Item, AgendaError> {
        self.items.iter_mut().find(|item| item.id == id).ok_or(AgendaError::Unknown)
    }
}
