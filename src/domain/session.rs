//! A session: the manager's half and the seller's, each written by its owner alone.
//!
//! Private notes are in no type of this file, so nothing made of a session can hold one.

use super::agenda::Agenda;
use super::id::{DeviceId, PairId, SessionId};
use super::register::{Displaced, Register, Written};
use super::template::CoachingType;
use super::text::Text;
use super::time::{Instant, Minutes, Schedule};
use super::timing::{Baseline, Log};

/// Whose half, or whose turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Party {
    /// The coach.
    Manager,
    /// The one who is coached.
    Seller,
}

/// What the manager decides before the session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// The coaching type.
    pub coaching_type: CoachingType,
    /// When it begins.
    pub schedule: Schedule,
    /// How long it is booked for: 20 to 90 minutes. The agenda may differ and says so.
    pub minutes: Minutes,
    /// A room, or the link of a meeting.
    pub place: Option<Text>,
    /// What happens in it.
    pub agenda: Agenda,
}

/// How far the session has come.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// It has not begun.
    Planned,
    /// It began: the agenda as it stood then, and all that was done to the clock since.
    Begun {
        /// The minutes planned at the start.
        baseline: Baseline,
        /// What was done to the clock.
        log: Log,
    },
}

/// What the manager owns: the plan and the record of the session.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ManagerHalf {
    /// The plan.
    pub plan: Plan,
    /// The clock.
    pub course: Course,
}

/// Something that the seller brings.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Topic {
    /// Its lasting name within the session.
    pub id: u16,
    /// The seller's words.
    pub words: Text,
}

/// What the seller owns.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SellerHalf {
    /// What would help most, the first one first.
    pub topics: Vec<Topic>,
}

/// One session of a pair.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
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
    /// The manager's half as it is shown; `None` once it was deleted.
    #[must_use]
    pub fn manager_half(&self) -> Option<&ManagerHalf> {
        self.manager.content()
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

    /// Both, half by half, and what lost its place on the screen to a concurrent writing. A half is
    /// merged with the same half alone, so neither party can change what the other wrote. Sessions
    /// of different ids are not one session: the first is returned as it is.
    #[must_use]
    pub fn merged(&self, other: &Self) -> (Self, Vec<(Party, Displaced)>) {
        if self.id != other.id {
            return (self.clone(), Vec::new());
        }
        let manager = self.manager.merged(&other.manager);
        let seller = match (&self.seller, &other.seller) {
            (Some(mine), Some(theirs)) => Some(mine.merged(theirs)),
            (mine, theirs) => mine.clone().or_else(|| theirs.clone()),
        };
        let mut displaced: Vec<(Party, Displaced)> = manager
            .displaced([&self.manager, &other.manager])
            .into_iter()
            .map(|hash| (Party::Manager, hash))
            .collect();
        if let Some(merged) = &seller {
            let before = [&self.seller, &other.seller].into_iter().flatten();
            displaced.extend(merged.displaced(before).into_iter().map(|hash| (Party::Seller, hash)));
        }
        (Self { id: self.id, pair: self.pair.min(other.pair), manager, seller }, displaced)
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
