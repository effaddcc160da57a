//! A session: the manager's half and the seller's half, each written by its owner alone.
//!
//! No type of this file can hold a private note, so nothing made from a session can.

use super::agenda::Item;
use super::closing::Closing;
use super::coaching_type::Catalogue;
use super::half::{ManagerHalf, SellerHalf, Versioned};
use super::id::{PairId, SessionId, WriterId};
use super::note::{Note, NoteKind};
use super::party::Party;
use super::register::{Register, Version, Written};
use super::time::Instant;
use super::topic::{TOPICS_AT_ONCE, Topic};

/// One session of a pair: the two halves, each with its concurrent versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Id of the session, which never changes.
    pub id: SessionId,
    /// Id of the pair: the manager and the seller of the session.
    pub pair: PairId,
    /// Manager's half: plan, preparation and record of the session. Absent until this device knows a plan.
    pub manager: Register<ManagerHalf>,
    /// Seller's half; `None` until the seller wrote something.
    pub seller: Option<Register<SellerHalf>>,
}

impl Session {
    /// Returns a session of a seller's half alone: nobody planned it yet, or the plan is on another device.
    #[must_use]
    pub fn unplanned(id: SessionId, pair: PairId, seller: Register<SellerHalf>) -> Self {
        Self { id, pair, manager: Register::absent(), seller: Some(seller) }
    }

    /// Returns the shown content of the manager's half; `None` if it is deleted or absent.
    #[must_use]
    pub fn manager_half(&self) -> Option<&ManagerHalf> {
        self.manager.content()
    }

    /// Returns the shown content of the seller's half; `None` if it is deleted or absent.
    #[must_use]
    pub fn seller_half(&self) -> Option<&SellerHalf> {
        self.seller.as_ref().and_then(Register::content)
    }

    /// Returns the topic that the manager noted, as long as the seller named none; `None` otherwise.
    #[must_use]
    pub fn noted(&self) -> Option<&Topic> {
        let has_own = self.seller_half().is_some_and(|half| !half.topics.is_empty());
        self.manager_half().filter(|_| !has_own).and_then(|half| half.ahead.noted.as_ref())
    }

    /// Returns the seller's topics, or the noted one, in two parts: the first two, which are for this session, and those
    /// that are saved for the next one.
    #[must_use]
    pub fn topics(&self) -> (&[Topic], &[Topic]) {
        let noted = self.manager_half().map(|half| half.ahead.noted.as_slice()).unwrap_or_default();
        let own = self.seller_half().map(|half| half.topics.as_slice()).unwrap_or_default();
        let topics = if own.is_empty() { noted } else { own };
        topics.split_at_checked(TOPICS_AT_ONCE).unwrap_or((topics, &[]))
    }

    /// Returns the topic of the seller, or the noted one, that an agenda item works on; `None` for an item without a topic, and while
    /// the seller has named none for its slot.
    #[must_use]
    pub fn topic(&self, item: &Item) -> Option<&Topic> {
        let slot = item.role.topic()?;
        let place = self.manager_half()?.plan.agenda.slots().iter().position(|other| *other == slot)?;
        self.topics().0.get(place)
    }

    /// Returns a party's answers at the close; empty before the first answer, and without the party's half. A seller who
    /// gave none alone has those that the manager heard.
    #[must_use]
    pub fn closing(&self, party: Party) -> Closing {
        let manager = self.manager_half().map(|half| &half.closing);
        match party {
            Party::Manager => manager.cloned().unwrap_or_default(),
            Party::Seller if self.is_heard() => manager.and_then(Closing::heard).unwrap_or_default(),
            Party::Seller => self.seller_half().map(|half| half.closing.clone()).unwrap_or_default(),
        }
    }

    /// Returns true if the seller gave no answers at the close but those said aloud, if any.
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.seller_half().is_none_or(|half| half.closing == Closing::default())
    }

    /// Returns true once both handed their answers in; from then on the two see both.
    #[must_use]
    pub fn both_answered(&self) -> bool {
        self.closing(Party::Manager).is_in && self.closing(Party::Seller).is_in
    }

    /// Returns true if both parties declared to be ready for the current plan.
    #[must_use]
    pub fn both_are_ready(&self, catalogue: &Catalogue) -> bool {
        self.manager_half().is_some_and(|half| {
            let manager = half.prepared.ready.is_some_and(|ready| ready.is_for(&half.plan));
            manager && self.seller_half().is_some_and(|seller| seller.is_ready_for(&half.plan, catalogue))
        })
    }

    /// Returns true if both halves are deleted or absent.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        let seller = self.seller.as_ref().and_then(Register::content);
        self.manager.content().is_none() && seller.is_none()
    }

    /// Returns true if the plan waits beside a deletion of it.
    #[must_use]
    pub fn is_half_deleted(&self) -> bool {
        let is_deletion = |version: &Version<ManagerHalf>| matches!(version.written, Written::Deleted(_));
        self.manager.content().is_some() && self.manager.others().iter().any(is_deletion)
    }

    /// Returns the session as `writer` deletes it: ids and the instant of the deletion, without
    /// any content.
    #[must_use]
    pub fn deleted(&self, writer: WriterId, at: Instant) -> Self {
        Self {
            id: self.id,
            pair: self.pair,
            manager: self.manager.written(writer, Written::Deleted(at)),
            seller: self.seller.as_ref().map(|half| half.written(writer, Written::Deleted(at))),
        }
    }

    /// Returns this session with its deletion taken back: see [`Register::restored`].
    #[must_use]
    pub fn restored(&self, writer: WriterId, before: &Self) -> Self {
        let seller = match (&self.seller, &before.seller) {
            (Some(now), Some(then)) => Some(now.restored(writer, then)),
            (now, then) => now.clone().or_else(|| then.clone()),
        };
        Self { id: self.id, pair: self.pair, manager: self.manager.restored(writer, &before.manager), seller }
    }

    /// Merges two states of one session, half by half, so neither party can change the other's versions. Of
    /// two ids of pairs the lesser one stays. Returns this session unchanged if the ids of the sessions
    /// differ.
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

    /// Returns true if the session knows every version of `other`.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        let knows_seller = other
            .seller
            .as_ref()
            .is_none_or(|theirs| self.seller.as_ref().is_some_and(|mine| mine.knows(theirs)));
        knows_seller && self.manager.knows(&other.manager)
    }

    /// Returns the session with both halves joined, or merged where a half has nothing to join: see
    /// [`Register::joined`]. `None` if neither half has anything to join.
    #[must_use]
    pub fn joined<'a>(
        &self,
        known: impl Iterator<Item = &'a Self> + Clone,
        theirs: &Self,
        writer: WriterId,
    ) -> Option<Self> {
        let manager = self.manager.joined(known.clone().map(|known| &known.manager), &theirs.manager, writer);
        let seller = match (&self.seller, &theirs.seller) {
            (Some(mine), Some(theirs)) => {
                mine.joined(known.filter_map(|known| known.seller.as_ref()), theirs, writer)
            }
            _ => None,
        };
        if manager.is_none() && seller.is_none() {
            return None;
        }
        let merged = self.merged(theirs);
        Some(Self { manager: manager.unwrap_or(merged.manager), seller: seller.or(merged.seller), ..merged })
    }

    /// Returns the number of versions, of both halves, that wait for the person's choice.
    #[must_use]
    pub fn waiting(&self) -> usize {
        let sellers = self.seller.as_ref().map_or(0, |half| half.others().len());
        self.manager.others().len().saturating_add(sellers)
    }

    /// Returns the session with one version in place of those of a half that differ in nothing that a person could
    /// choose between; `None` if there are none.
    #[must_use]
    pub fn united(&self) -> Option<Self> {
        let manager = united(&self.manager);
        let seller = self.seller.as_ref().and_then(united);
        (manager.is_some() || seller.is_some()).then(|| Self {
            manager: manager.unwrap_or_else(|| self.manager.clone()),
            seller: seller.or_else(|| self.seller.clone()),
            ..*self
        })
    }

    /// Returns the seller's half with all that its versions say, if what one says the others leave open; `None` if there is
    /// one version, or a choice to make. Versions complete each other if no writer knew of a write of another; or if one
    /// holds answers alone, of a session that has begun: no preparation is taken back by then.
    #[must_use]
    pub fn completed_seller(&self) -> Option<SellerHalf> {
        let seller = self.seller.as_ref()?;
        let has_begun = self.manager_half().is_some_and(|half| !half.is_planned());
        let (mut joined, mut vector) = (seller.content()?.clone(), seller.shown().vector.clone());
        for version in seller.others() {
            let Written::Content(other) = &version.written else { return None };
            let is_apart = version.vector.counters().all(|(writer, _)| vector.count(writer) == 0);
            let holds_answers = joined.holds_answers_alone() || other.holds_answers_alone();
            if !(is_apart || has_begun && holds_answers) || !joined.completes(other) {
                return None;
            }
            joined = joined.completed(other);
            vector = vector.joined(&version.vector);
        }
        (!seller.others().is_empty()).then_some(joined)
    }

    /// Returns true if both halves are within the bounds that reading accepts: see [`Register::fits`].
    #[must_use]
    pub fn fits(&self) -> bool {
        self.manager.fits() && self.seller.as_ref().is_none_or(Register::fits)
    }

    /// Returns the session without the versions that wait for a choice.
    #[must_use]
    pub fn alone(&self) -> Self {
        let seller = self.seller.as_ref().map(Register::alone);
        Self { id: self.id, pair: self.pair, manager: self.manager.alone(), seller }
    }

    /// Returns the session as it leaves the device: see [`ManagerHalf::outline`].
    #[must_use]
    pub fn outline(&self) -> Self {
        let manager = self.manager_half().filter(|half| !half.is_planned()).map(ManagerHalf::outline);
        let manager = manager.map_or_else(|| self.manager.clone(), |half| self.manager.amended(half));
        Self { manager, ..self.clone() }
    }

    /// Returns the session, which has not begun, as it goes along with the record of another one: the shown version of
    /// the manager's half, see [`ManagerHalf::announced`].
    #[must_use]
    pub fn announced(&self) -> Self {
        let half = self.manager_half().map(ManagerHalf::announced);
        let manager = half.map_or_else(|| self.manager.clone(), |half| self.manager.amended(half)).alone();
        Self { manager, seller: None, ..*self }
    }

    /// Returns the session without what a start that was undone left in the manager's half; unchanged once it has begun.
    #[must_use]
    pub fn without_undone_start(&self) -> Self {
        match self.manager_half().filter(|half| half.is_planned()) {
            Some(half) => Self { manager: self.manager.amended(half.announced()), ..self.clone() },
            None => self.clone(),
        }
    }

    /// Returns the session without what the seller said aloud at the close, unless those are all answers of the seller, and
    /// complete.
    #[must_use]
    pub fn without_half_heard(&self) -> Self {
        let is_whole = self.is_heard() && self.closing(Party::Seller).is_in;
        let Some(half) = self.manager_half().filter(|half| !is_whole && !half.closing.heard.is_empty())
        else {
            return self.clone();
        };
        let closing = Closing { heard: Vec::new(), ..half.closing.clone() };
        let manager = self.manager.amended(ManagerHalf { closing, ..half.clone() });
        Self { manager, ..self.clone() }
    }

    /// Returns the session without the answers of both parties at the close.
    #[must_use]
    pub fn without_answers(&self) -> Self {
        let manager =
            self.manager_half().map(|half| ManagerHalf { closing: Closing::default(), ..half.clone() });
        let seller =
            self.seller_half().map(|half| SellerHalf { closing: Closing::default(), ..half.clone() });
        let seller = match (&self.seller, seller) {
            (Some(register), Some(half)) => Some(register.amended(half)),
            (register, _) => register.clone(),
        };
        let manager = manager.map_or_else(|| self.manager.clone(), |half| self.manager.amended(half));
        Self { manager, seller, ..self.clone() }
    }

    /// Returns the session as it leaves the device once the two have begun their next session: without the answers at the
    /// close, and without the parked notes that took the words about what to do differently there.
    #[must_use]
    pub fn past_close(&self) -> Self {
        let closings = [Party::Seller, Party::Manager].map(|party| self.closing(party));
        let is_said = |note: &Note| {
            let mut said = closings.iter().filter_map(|closing| closing.differently.as_ref());
            note.kind() == NoteKind::Parked && said.any(|words| *words == note.words)
        };
        let mut session = self.without_answers();
        if let Some(half) = session.manager_half().filter(|half| half.notes.all.iter().any(is_said)) {
            let mut half = half.clone();
            half.notes.all.retain(|note| !is_said(note));
            session.manager = session.manager.amended(half);
        }
        session
    }

    /// Returns the versions of `other` that are unknown here; `None` if there are none. The manager's half is
    /// absent if its versions are all known.
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

    /// Returns true if a write of `self` is more than `limit` ahead of the writes that `known` knows.
    #[must_use]
    pub fn leaps_over(&self, known: Option<&Self>, limit: u32) -> bool {
        let known_seller = known.and_then(|known| known.seller.as_ref());
        self.manager.leaps_over(known.map(|known| &known.manager), limit)
            || self.seller.as_ref().is_some_and(|half| half.leaps_over(known_seller, limit))
    }

    /// Returns the contents of `other` that count as known here, although no version here says the same;
    /// `None` if there are none: see [`Register::older`].
    #[must_use]
    pub fn older(&self, other: &Self) -> Option<Self> {
        let manager = self.manager.older(&other.manager);
        let seller = self.seller.as_ref().zip(other.seller.as_ref());
        let seller = seller.and_then(|(mine, theirs)| mine.older(theirs));
        if manager.is_none() && seller.is_none() {
            return None;
        }
        let manager = manager.unwrap_or_else(Register::absent);
        Some(Self { id: self.id, pair: self.pair, manager, seller })
    }

    /// Returns this session with the change from `before` to `taken` taken back: see [`Register::reverted`].
    #[must_use]
    pub fn reverted(&self, writer: WriterId, taken: &Self, before: &Self) -> Self {
        let absent = Register::absent();
        let [now, taken_half, before_half] =
            [self, taken, before].map(|session| session.seller.as_ref().unwrap_or(&absent));
        let seller = now.reverted(writer, taken_half, before_half);
        Self {
            id: self.id,
            pair: self.pair,
            manager: self.manager.reverted(writer, &taken.manager, &before.manager),
            seller: (!seller.is_absent()).then_some(seller),
        }
    }
}

/// Returns the half with one version in place of its alike ones; `None` if it has a single version, or versions to
/// choose between.
fn united<C: Versioned>(half: &Register<C>) -> Option<Register<C>> {
    let mut joined = half.content()?.clone();
    for version in half.others() {
        match &version.written {
            Written::Content(other) if joined.is_alike(other) => joined = joined.united(other),
            _ => return None,
        }
    }
    (!half.others().is_empty()).then(|| half.united(joined))
}
