//! Same-person claims: pairs that the person declared to be the same two people.
//!
//! A seller whose phone was wiped comes back as another pair, and so does a manager. A claim is a record
//! beside the sessions and merges like any other. Sessions, halves and links keep their pair.

use std::collections::BTreeMap;

use crate::domain::id::{PairId, SessionId};
use crate::domain::name::are_alike;
use crate::domain::note::Carried;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Register, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// The pairs that are the same two people: the claims of a model, looked up once for a whole view. A pair
/// that no claim names stands for itself.
#[derive(Debug)]
pub struct SamePairs {
    /// The claims, without those that join a manager's pair with a seller's.
    claims: Vec<(PairId, PairId)>,
    /// Each pair that a claim names, and its representative. At most two for each claim, so a search is
    /// short.
    ones: Vec<(PairId, PairId)>,
}

impl SamePairs {
    /// Returns the pairs that the claims of `model` join.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let mut claims = claims(model);
        claims.retain(|(one, other)| model.side(*one) == model.side(*other));
        let mut same = Self { claims, ones: Vec::new() };
        for pair in same.claims.iter().map(|(one, _)| *one).collect::<Vec<_>>() {
            if same.ones.iter().all(|(known, _)| *known != pair) {
                let all = same.all(pair);
                let one = all.iter().copied().fold(pair, PairId::min);
                same.ones.extend(all.into_iter().map(|other| (other, one)));
            }
        }
        same
    }

    /// Returns the representative of a pair: the least id among the pairs of the same two people.
    #[must_use]
    pub fn one(&self, pair: PairId) -> PairId {
        self.ones.iter().find(|(known, _)| *known == pair).map_or(pair, |(_, one)| *one)
    }

    /// Returns all pairs of the same two people, `pair` first.
    #[must_use]
    pub fn all(&self, pair: PairId) -> Vec<PairId> {
        let mut all = vec![pair];
        let mut at = 0;
        while let Some(of) = all.get(at).copied() {
            for (one, other) in &self.claims {
                for (this, that) in [(one, other), (other, one)] {
                    if *this == of && !all.contains(that) {
                        all.push(*that);
                    }
                }
            }
            at = at.saturating_add(1);
        }
        all
    }
}

/// Returns the id that stands for all pairs of the same two people: the least one. A view of many sessions
/// asks [`SamePairs`].
#[must_use]
pub fn one(model: &Model, pair: PairId) -> PairId {
    SamePairs::of(model).one(pair)
}

/// Returns all pairs of the same two people, `pair` first.
#[must_use]
pub fn all(model: &Model, pair: PairId) -> Vec<PairId> {
    SamePairs::of(model).all(pair)
}

/// Upper bound on same-person claims; bounds the work that a hostile file causes at every turn.
const CLAIM_LIMIT: usize = 100;

/// Returns the claims that two pairs are the same two people, each as the ids of two pairs, as far as
/// [`CLAIM_LIMIT`] allows. Concurrent claims all hold, so nobody has to choose.
fn claims(model: &Model) -> Vec<(PairId, PairId)> {
    let mut claims = Vec::new();
    for (key, kept) in model.kept.iter() {
        // The records of claims come first in the order of keys.
        let Key::Record(RecordId::Same(id)) = key else { break };
        if claims.len() >= CLAIM_LIMIT {
            break;
        }
        for version in kept.value().register().map(Register::versions).unwrap_or_default() {
            if let Written::Content(Record::Same(other)) = version.written {
                claims.push((*id, other));
            }
        }
    }
    claims
}

/// Returns the pairs in which this person is the party `side`, and the name of the other person looks
/// like `name`: see [`are_alike`]. A manager and a seller of one name are never taken for the same person.
pub fn named<'a>(model: &'a Model, side: Party, name: &'a str) -> impl Iterator<Item = PairId> {
    let is_named = move |two: &Pair| {
        let other = if side == Party::Manager { Some(&two.seller) } else { two.manager.as_ref() };
        other.map(Text::as_str).is_some_and(|other| are_alike(other, name))
    };
    let named = model.pairs().filter(move |(id, two)| is_named(two) && model.side(*id) == side);
    named.map(|(id, _)| id)
}

/// Returns other pairs in which the other person is called `name`; `side` is the party of this person. Of
/// joined pairs the one is returned that stands for all. Only the person can tell which of several is meant.
#[must_use]
pub fn namesakes(model: &Model, pair: PairId, side: Party, name: &str) -> Vec<PairId> {
    let same = SamePairs::of(model);
    let own = same.one(pair);
    let mut others = Vec::new();
    for id in named(model, side, name).map(|id| same.one(id)) {
        if id != own && !others.contains(&id) {
            others.push(id);
        }
    }
    others
}

/// Returns the namesakes of a local pair: see [`namesakes`].
#[must_use]
pub fn others(model: &Model, pair: PairId) -> Vec<PairId> {
    let Some(two) = model.pair(pair) else { return Vec::new() };
    let side = model.side(pair);
    let name = if side == Party::Manager { Some(&two.seller) } else { two.manager.as_ref() };
    name.map(|name| namesakes(model, pair, side, name.as_str())).unwrap_or_default()
}

/// Records the claim that two pairs are the same two people.
pub(super) fn join(model: &mut Model, pair: PairId, other: PairId) {
    // A record holds one claim, so the first pair without a claim gets the new one.
    let mut free = all(model, pair);
    free.extend(all(model, other));
    let claims = claims(model);
    let is_free = |of: &PairId| !claims.iter().any(|(id, _)| id == of);
    let Some(from) = free.into_iter().find(is_free) else { return };
    let to = if all(model, pair).contains(&from) { other } else { pair };
    model.record(RecordId::Same(from), Record::Same(to));
}

/// Withdraws all claims that the pair and others are the same two people. Planned sessions lose the next steps
/// that they carry from earlier sessions; sending adds those that belong there again.
pub(super) fn part(model: &mut Model, pair: PairId, now: Instant) {
    let (writer, all) = (model.writer, all(model, pair));
    for (id, _) in claims(model) {
        let kept = model.kept.get_mut(&Key::Record(RecordId::Same(id))).filter(|_| all.contains(&id));
        if let Some(kept) = kept {
            kept.set(kept.value().deleted(writer, now));
        }
    }
    let pairs: BTreeMap<SessionId, PairId> =
        model.sessions().map(|session| (session.id, session.pair)).collect();
    for (id, pair) in pairs.iter().filter(|(_, pair)| all.contains(pair)) {
        // A step of a session that is not here stands nowhere else.
        let stays = |carried: &Carried| pairs.get(&carried.session).is_none_or(|of| of == pair);
        model.change(*id, &mut |half| {
            if half.is_planned() {
                half.carried.retain(stays);
            }
        });
    }
}
