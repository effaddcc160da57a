//! The agenda: the items of a session in order, each with its planned minutes. Protected items come last.
//!
//! Knows neither the time of day nor coaching types.

use super::checksum::CRC_32;
use super::phrase::{Phrase, Wording};
use super::time::{Minutes, total};

/// Upper bound on the items of one agenda.
pub const ITEM_LIMIT: usize = 30;

/// Allowed length of a session in minutes, both bounds included.
pub const SESSION_MINUTES: std::ops::RangeInclusive<u16> = 20..=90;

/// Id of an agenda item, unique within its agenda. Renaming, retiming and moving the item keep the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub u16);

/// Number of a topic slot in an agenda. The lowest slot takes the seller's first topic, the next slot the
/// second topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TopicSlot(pub u8);

/// The role of an agenda item in the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// The opening: the two agree on the aim of the session.
    Open,
    /// The look back: the two go through the next steps of earlier sessions.
    LookBack,
    /// Work on the seller's topic in this slot. Several items may share a slot.
    Topic(TopicSlot),
    /// An item that the manager added to the agenda.
    Added,
    /// The item in which both parties say a next step. Protected: stays at the end of the agenda.
    NextSteps,
    /// The close: both parties look at the session and book the next one. Protected: stays at the end of the
    /// agenda.
    Close,
}

impl Role {
    /// Returns true for the items that stay at the end of the agenda with their least minutes or more:
    /// next steps and close.
    #[must_use]
    pub fn is_protected(self) -> bool {
        matches!(self, Self::NextSteps | Self::Close)
    }

    /// Returns the topic slot that an item of this role works on; `None` for a role without a topic.
    #[must_use]
    pub fn topic(self) -> Option<TopicSlot> {
        match self {
            Self::Topic(slot) => Some(slot),
            _ => None,
        }
    }
}

/// One item of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    /// Id of the item, unique within its agenda.
    pub id: ItemId,
    /// Role of the item in the session.
    pub role: Role,
    /// Name of the item on the screen: a built-in phrase, or the manager's own words.
    pub title: Wording,
    /// One line on the purpose of the item; also finds the item's questions. `None` for an added item.
    pub purpose: Option<Phrase>,
    /// Planned minutes of the item, 1 to 90. Fitting keeps them within `least` and `most`; the manager may go
    /// beyond.
    pub minutes: Minutes,
    /// Fewest minutes to which fitting shrinks the item, 1 or more.
    pub least: Minutes,
    /// Most minutes to which fitting stretches the item, from `least` to 90.
    pub most: Minutes,
}

/// A field of an item in the agenda editor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ItemField {
    /// The field takes the name of the item.
    Title,
    /// The field takes the planned minutes of the item.
    Minutes,
}

/// The direction in which the manager moves an agenda item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning of the agenda.
    Earlier,
    /// Towards the end of the agenda.
    Later,
}

/// The items of one session in order, 1 to [`ITEM_LIMIT`] of them. Protected items come after all others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Agenda {
    items: Vec<Item>,
}

/// The reason why an agenda cannot be made or changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaError {
    /// The agenda has no item with the given id.
    Unknown,
    /// The change would remove or move a protected item, or move another item behind one.
    Protected,
    /// The agenda would hold more than [`ITEM_LIMIT`] items.
    Full,
    /// The agenda would hold no item.
    LastItem,
    /// The given minutes are outside the bounds of the item.
    Minutes {
        /// Fewest minutes that the item may have: 1, or more if the item is protected.
        least: Minutes,
        /// Most minutes that the item may have: 90.
        most: Minutes,
    },
    /// Two items of the agenda have the same id.
    TwiceTheSameId,
}

impl Agenda {
    /// Returns a number for the titles and minutes of the items: a CRC-32, the same on every device.
    #[must_use]
    pub fn fingerprint(&self) -> u32 {
        let lines = self.items.iter().map(|item| format!("{}\n{}\n", item.title.key(), item.minutes.0));
        CRC_32.checksum(lines.collect::<String>().as_bytes())
    }

    /// Returns an agenda of these items in their order; protected items move behind all others.
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
        let (last, mut items): (Vec<Item>, Vec<Item>) =
            items.into_iter().partition(|item| item.role.is_protected());
        items.extend(last);
        Ok(Self { items })
    }

    /// Returns all items of the agenda in order.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// Returns the item with this id; `None` if the agenda has no such item.
    #[must_use]
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// Returns the topic slots of the items in ascending order, each once. Several items may work on one
    /// topic, and the item with the first slot may be gone.
    #[must_use]
    pub fn slots(&self) -> Vec<TopicSlot> {
        let mut slots = Vec::new();
        for slot in self.items.iter().filter_map(|item| item.role.topic()) {
            if let Err(place) = slots.binary_search(&slot) {
                slots.insert(place, slot);
            }
        }
        slots
    }

    /// Returns the sum of the planned minutes of all items.
    #[must_use]
    pub fn minutes(&self) -> Minutes {
        total(self.items.iter().map(|item| item.minutes))
    }

    /// Returns the agenda with these planned minutes, one entry for each item in order; bounds are not
    /// checked.
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
    /// [`AgendaError::Unknown`]; [`AgendaError::Protected`] if the item or its neighbour is protected.
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

    /// Returns the item with this id for changing it.
    ///
    /// # Errors
    /// [`AgendaError::Unknown`].
    pub(super) fn find(&mut self, id: ItemId) -> Result<&mut Item, AgendaError> {
        self.items.iter_mut().find(|item| item.id == id).ok_or(AgendaError::Unknown)
    }
}
