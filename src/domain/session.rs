//! A session: the manager's half and the seller's, each written by its owner alone.
//!
//! Private notes are in no type of this file, so nothing made of a session can hold one.

use super::agenda::Item;
use super::closing::Closing;
use super::half::{ManagerHalf, SellerHalf};
use super::id::{DeviceId, PairId, SessionId};
use super::party::Party;
use super::register::{Register, Written};
use super::time::Instant;
use super::topic::Topic;

/// One session of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its lasting name.
    pub id: SessionId,
    /// Whose session it is.
    pub pair: PairId,
    /// Written by the manager alone.
    pub manager: Register<ManagerHalf>,
    /// Written by the seller alone; `None` until the seller wrote something.
    pub seller: Option<Register<SellerHalf>>,
}

impl Session {
    /// What a seller wrote for a session that nobody has planned yet, or whose plan is not here.
    #[must_use]
    pub fn unplanned(id: SessionId, pair: PairId, seller: Register<SellerHalf>) -> Self {
        Self { id, pair, manager: Register::absent(), seller: Some(seller) }
    }

    /// The manager's half as it is shown; `None` once it was deleted, or while there is none.
    #[must_use]
    pub fn manager_half(&self) -> Option<&ManagerHalf> {
        self.manager.content()
    }

    /// The seller's half as it is shown; `None` where there is none.
    #[must_use]
    pub fn seller_half(&self) -> Option<&SellerHalf> {
        self.seller.as_ref().and_then(Register::content)
    }

    /// The seller's topics that the agenda has a slot for, and those that it has none for: these wait.
    /// An agenda without any slot has room for one topic all the same.
    #[must_use]
    pub fn topics(&self) -> (&[Topic], &[Topic]) {
        let topics = self.seller_half().map(|half| half.topics.as_slice()).unwrap_or_default();
        let slots = self.manager_half().map_or(usize::MAX, |half| half.plan.agenda.slots().len().max(1));
        topics.split_at_checked(slots).unwrap_or((topics, &[]))
    }

    /// The topic that an item works on.
    #[must_use]
    pub fn topic(&self, item: &Item) -> Option<&Topic> {
        let slot = item.role.topic()?;
        let place = self.manager_half()?.plan.agenda.slots().iter().position(|other| *other == slot)?;
        self.topics().0.get(place)
    }

    /// What that party answers at the close; empty where there is nothing yet.
    #[must_use]
    pub fn closing(&self, party: Party) -> Closing {
        let closing = match party {
            Party::Manager => self.manager_half().map(|half| &half.closing),
            Party::Seller => self.seller_half().map(|half| &half.closing),
        };
        closing.cloned().unwrap_or_default()
    }

    /// Whether both answered at the close: then they see it together.
    #[must_use]
    pub fn both_answered(&self) -> bool {
        self.closing(Party::Manager).is_in && self.closing(Party::Seller).is_in
    }

    /// Whether both said that they are ready, for the plan as it is.
    #[must_use]
    pub fn both_are_ready(&self) -> bool {
        self.manager_half().is_some_and(|half| {
            let seller = self.seller_half().and_then(|seller| seller.ready);
            [half.prepared.ready, seller]
                .iter()
                .all(|ready| ready.is_some_and(|ready| ready.is_for(&half.plan)))
        })
    }

    /// Whether neither half holds anything any more.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        let seller = self.seller.as_ref().and_then(Register::content);
        self.manager.content().is_none() && seller.is_none()
    }

    /// The session without its content: what is left of a deletion is the id and when it was.
    #[must_use]
    pub fn deleted(&self, device: DeviceId, at: Instant) -> Self {
        Self {
            id: self.id,
            pair: self.pair,
            manager: self.manager.written(device, Written::Deleted(at)),
            seller: self.seller.as_ref().map(|half| half.written(device, Written::Deleted(at))),
        }
    }

    /// This session after its deletion was taken back: see [`Register::restored`].
    #[must_use]
    pub fn restored(&self, device: DeviceId, before: &Self) -> Self {
        let seller = match (&self.seller, &before.seller) {
            (Some(now), Some(then)) => Some(now.restored(device, then)),
            (now, then) => now.clone().or_else(|| then.clone()),
        };
        Self { id: self.id, pair: self.pair, manager: self.manager.restored(device, &before.manager), seller }
    }

    /// Both, half by half. A half is merged with the same half alone, so neither party can change
    /// what the other wrote. Sessions of different ids are not one session: the first is returned as
    /// it is.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        if self.id != other.id {
            return self.clone();
        }
        let seller = match (&self.seller, &other.seller) {
            (Some(mine), Some(theirs)) => Some(mine.merged(theirs)),
            (mine, theirs) => mine.clone().or_else(|| theirs.clone()),
        };
        let manager = self.manager.merged(&other.manager);
        Self { id: self.id, pair: self.pair.min(other.pair), manager, seller }
    }

    /// How many writings of either half wait for a choice.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let sellers = self.seller.as_ref().map_or(0, |half| half.others().len());
        self.manager.others().len().saturating_add(sellers)
    }

    /// The session as it is shown: without writings that wait for a choice.
    #[must_use]
    pub fn alone(&self) -> Self {
        let seller = self.seller.as_ref().map(Register::alone);
        Self { id: self.id, pair: self.pair, manager: self.manager.alone(), seller }
    }

    /// What `other` holds that nothing here knew of; `None` of nothing.
    #[must_use]
    pub fn news(&self, other: &Self) -> Option<Self> {
        let manager = self.manager.news(&other.manager);
        let seller = match (&self.seller, &other.seller) {
            (Some(mine), Some(theirs)) => mine.news(theirs),
            (_, theirs) => theirs.clone(),
        };
        if manager.is_none() && seller.is_none() {
            return None;
        }
        let manager = manager.unwrap_or_else(Register::absent);
        Some(Self { id: self.id, pair: self.pair, manager, seller })
    }

    /// What was written here since `base`, told as writings of `device`: see [`Register::forked`].
    #[must_use]
    pub fn forked(&self, base: Option<&Self>, device: DeviceId) -> Self {
        let base_of_seller = base.and_then(|base| base.seller.as_ref());
        Self {
            id: self.id,
            pair: self.pair,
            manager: self.manager.forked(base.map(|base| &base.manager), device),
            seller: self.seller.as_ref().map(|half| half.forked(base_of_seller, device)),
        }
    }
}
