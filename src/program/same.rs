//! "These two are one": pairs that the person said are the same two people.
//!
//! A seller whose phone was wiped comes back as another pair, and so does a manager. What was said is a
//! record beside the sessions, merged like all of them; sessions, halves and links keep the pair they have.

use super::model::Model;
use crate::domain::id::PairId;
use crate::domain::record::{Pair, Record, RecordId};
use crate::domain::register::{Register, Written};
use crate::domain::session::Party;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::wire::key::Key;

/// The pair that stands for that one and all that are the same two: the least of them.
#[must_use]
#[inline(never)]
pub fn one(model: &Model, pair: PairId) -> PairId {
    all(model, pair).into_iter().fold(pair, PairId::min)
}

/// All pairs that are the same two as that one, itself first.
#[must_use]
#[inline(never)]
pub fn all(model: &Model, pair: PairId) -> Vec<PairId> {
    let mut all = vec![pair];
    let mut at = 0;
    while let Some(of) = all.get(at).copied() {
        for (one, other) in said(model) {
            for (this, that) in [(one, other), (other, one)] {
                if this == of && !all.contains(&that) {
                    all.push(that);
                }
            }
        }
        at = at.saturating_add(1);
    }
    all
}

/// Which pairs were said to be the same two. Of what two devices said at once all holds: nobody is asked to
/// choose.
#[inline(never)]
fn said(model: &Model) -> Vec<(PairId, PairId)> {
    let mut said = Vec::new();
    for (key, kept) in model.kept.iter() {
        // They come first.
        let Key::Record(RecordId::Same(id)) = key else { break };
        for version in kept.value().register().map(Register::versions).unwrap_or_default() {
            if let Written::Content(Record::Same(other)) = version.written {
                said.push((*id, other));
            }
        }
    }
    said
}

/// Another pair of this person with somebody of that name; `side` is which of the two the person is.
#[must_use]
pub fn namesake(model: &Model, pair: PairId, side: Party, name: &str) -> Option<PairId> {
    let all = all(model, pair);
    let is_other = |(id, two): &(PairId, &Pair)| {
        let other = if side == Party::Manager { Some(&two.seller) } else { two.manager.as_ref() };
        let is_named = other.map(Text::as_str).is_some_and(|other| other.eq_ignore_ascii_case(name));
        is_named && model.side(*id) == side && !all.contains(id)
    };
    model.pairs().find(is_other).map(|(id, _)| id)
}

/// The same of a pair that is here.
#[must_use]
pub fn other(model: &Model, pair: PairId) -> Option<PairId> {
    let (two, side) = (model.pair(pair)?, model.side(pair));
    let name = if side == Party::Manager { &two.seller } else { two.manager.as_ref()? };
    namesake(model, pair, side, name.as_str())
}

/// Keeps that the two of that pair are those of `other` as well.
pub(super) fn join(model: &mut Model, pair: PairId, other: PairId) {
    // Each says it of one other at most: the first that says nothing yet does.
    let mut free = all(model, pair);
    free.extend(all(model, other));
    let said = said(model);
    let is_free = |of: &PairId| !said.iter().any(|(id, _)| id == of);
    let Some(from) = free.into_iter().find(is_free) else { return };
    let to = if all(model, pair).contains(&from) { other } else { pair };
    model.record(RecordId::Same(from), Record::Same(to));
}

/// Takes that back, of all that were one with that pair.
pub(super) fn part(model: &mut Model, pair: PairId, now: Instant) {
    let (device, all) = (model.device, all(model, pair));
    for (id, _) in said(model) {
        let kept = model.kept.get_mut(&Key::Record(RecordId::Same(id))).filter(|_| all.contains(&id));
        if let Some(kept) = kept {
            kept.set(kept.value().deleted(device, now));
        }
    }
}
