//! "These two are one": pairs that the person said are the same two people.
//!
//! A seller whose phone was wiped comes back as another pair, and so does a manager. What was said is a
//! record beside the sessions, merged like all of them; sessions, halves and links keep the pair they have.

use crate::domain::id::PairId;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Register, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// The pair that stands for that one and all that are the same two: the least of them.
#[must_use]
pub fn one(model: &Model, pair: PairId) -> PairId {
    all(model, pair).into_iter().fold(pair, PairId::min)
}

/// All pairs that are the same two as that one, itself first.
#[must_use]
pub fn all(model: &Model, pair: PairId) -> Vec<PairId> {
    let said = said(model);
    let mut all = vec![pair];
    let mut at = 0;
    while let Some(of) = all.get(at).copied() {
        for (one, other) in &said {
            for (this, that) in [(one, other), (other, one)] {
                if *this == of && !all.contains(that) && model.side(*that) == model.side(of) {
                    all.push(*that);
                }
            }
        }
        at = at.saturating_add(1);
    }
    all
}

/// The most of it that is heeded: nobody says as much, and a file of any size would be looked through at
/// every turn.
const SAID_LIMIT: usize = 100;

/// Which pairs were said to be the same two. Of what two devices said at once all holds: nobody is asked to
/// choose.
fn said(model: &Model) -> Vec<(PairId, PairId)> {
    let mut said = Vec::new();
    for (key, kept) in model.kept.iter() {
        // They come first.
        let Key::Record(RecordId::Same(id)) = key else { break };
        if said.len() >= SAID_LIMIT {
            break;
        }
        for version in kept.value().register().map(Register::versions).unwrap_or_default() {
            if let Written::Content(Record::Same(other)) = version.written {
                said.push((*id, other));
            }
        }
    }
    said
}

/// The other people of that name with whom this person has sessions, each by the pair that stands for them;
/// `side` is which of the two this person is. Where there are several, nobody but they can tell which.
#[must_use]
pub fn namesakes(model: &Model, pair: PairId, side: Party, name: &str) -> Vec<PairId> {
    let own = one(model, pair);
    let mut others = Vec::new();
    for (id, two) in model.pairs() {
        let other = if side == Party::Manager { Some(&two.seller) } else { two.manager.as_ref() };
        let is_named = other.map(Text::as_str).is_some_and(|other| other.eq_ignore_ascii_case(name));
        if is_named && model.side(id) == side {
            let id = one(model, id);
            if id != own && !others.contains(&id) {
                others.push(id);
            }
        }
    }
    others
}

/// The same of a pair that is here.
#[must_use]
pub fn others(model: &Model, pair: PairId) -> Vec<PairId> {
    let Some(two) = model.pair(pair) else { return Vec::new() };
    let side = model.side(pair);
    let name = if side == Party::Manager { Some(&two.seller) } else { two.manager.as_ref() };
    name.map(|name| namesakes(model, pair, side, name.as_str())).unwrap_or_default()
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

/// Takes that back, of all that were one with that pair. What was promised to any of them goes out of what is
/// planned: what belongs there is put there again before it is sent.
pub(super) fn part(model: &mut Model, pair: PairId, now: Instant) {
    let (device, all) = (model.device, all(model, pair));
    for (id, _) in said(model) {
        let kept = model.kept.get_mut(&Key::Record(RecordId::Same(id))).filter(|_| all.contains(&id));
        if let Some(kept) = kept {
            kept.set(kept.value().deleted(device, now));
        }
    }
    let theirs = model.sessions().filter(|session| all.contains(&session.pair));
    for id in theirs.map(|session| session.id).collect::<Vec<_>>() {
        model.change(id, &mut |half| {
            if half.is_planned() {
                half.carried.clear();
            }
        });
    }
}
