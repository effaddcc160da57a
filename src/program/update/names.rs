//! The names of sellers that the form suggests, and the pairs whose names go out as initials.

use std::collections::BTreeMap;

use super::same::{SamePairs, all, named};
use crate::domain::id::PairId;
use crate::domain::name::folded;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, UNLISTED_LIMIT};
use crate::domain::time::LocalDateTime;
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;

/// A seller whom this person coaches, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownSeller<'a> {
    /// One of the pairs with this name.
    pub pair: PairId,
    /// Name of the seller.
    pub name: &'a str,
    /// Planned start of the latest session with the seller; `None` without one.
    pub last: Option<LocalDateTime>,
    /// True if another seller has a name that looks alike.
    pub has_namesake: bool,
    /// True if the form suggests the name.
    pub is_listed: bool,
}

/// Returns the sellers whom this person coaches, sorted by name; one who has several pairs once.
#[must_use]
pub fn sellers(model: &Model) -> Vec<KnownSeller<'_>> {
    let (unlisted, latest) = (model.settings().unlisted, latest(model));
    let same = SamePairs::of(model);
    let mut sellers: Vec<((String, PairId), KnownSeller<'_>)> = Vec::new();
    for (pair, two) in model.pairs().filter(|(pair, _)| model.side(*pair) == Party::Manager) {
        let (name, is_listed) = (two.seller.as_str(), !unlisted.contains(&pair));
        let last = latest.get(&pair).copied();
        let seller = KnownSeller { pair, name, last, has_namesake: false, is_listed };
        let key = (folded(name), same.one(pair));
        match sellers.binary_search_by(|(other, _)| other.cmp(&key)) {
            Ok(place) => {
                if let Some((_, known)) = sellers.get_mut(place) {
                    known.last = known.last.max(seller.last);
                    known.is_listed |= is_listed;
                }
            }
            Err(place) => sellers.insert(place, (key, seller)),
        }
    }
    let names: Vec<String> = sellers.iter().map(|((name, _), _)| name.clone()).collect();
    let known = sellers.into_iter().map(|((name, _), seller)| {
        let count = names.iter().filter(|other| **other == name).count();
        KnownSeller { has_namesake: count > 1, ..seller }
    });
    known.collect()
}

/// Returns the planned start of the latest session of each pair.
fn latest(model: &Model) -> BTreeMap<PairId, LocalDateTime> {
    let mut latest = BTreeMap::new();
    for session in model.sessions() {
        if let Some(half) = session.manager_half() {
            let begins = half.plan.schedule.local;
            let known = latest.entry(session.pair).or_insert(begins);
            *known = begins.max(*known);
        }
    }
    latest
}

/// Opens or closes the choice of the suggested names.
pub(super) fn toggle_editor(model: &mut Model) {
    if let OpenScreen::Plan(_, state) = &mut model.screen {
        state.edits_names = !state.edits_names;
    }
}

/// Removes the name of this pair's seller from the suggestions, or puts the name back.
pub(super) fn toggle(model: &mut Model, pair: PairId) {
    let Some(name) = model.pair(pair).map(|two| two.seller.to_string()) else { return };
    let of_person = all(model, pair);
    let pairs: Vec<PairId> =
        named(model, Party::Manager, &name).filter(|named| of_person.contains(named)).collect();
    let mut settings = model.settings();
    let before = settings.unlisted.len();
    settings.unlisted.retain(|id| !pairs.contains(id));
    if settings.unlisted.len() == before {
        settings.waiting.retain(|id| !pairs.contains(id));
        settings.unlisted.extend(pairs);
        settings.unlisted.sort_unstable();
        settings.unlisted.truncate(UNLISTED_LIMIT);
    }
    model.record(RecordId::Settings, Record::Settings(settings));
}

/// Suggests the name of this pair's seller again, since a session with the seller is planned.
pub(super) fn list(model: &mut Model, pair: PairId) {
    let before = model.settings();
    let mut settings = before.clone();
    settings.unlisted.retain(|id| *id != pair);
    settings.waiting.retain(|id| *id != pair);
    if settings != before {
        model.record(RecordId::Settings, Record::Settings(settings));
    }
}

/// Names the manager of a pair without one by the name that the manager gave elsewhere, if any.
pub(super) fn name_manager(model: &mut Model, pair: PairId) {
    let (own_name, two) = (model.settings().own_name, model.pair(pair).cloned());
    if let (Some(own_name), Some(two)) = (own_name, two.filter(|two| two.manager.is_none())) {
        model.record(RecordId::Pair(pair), Record::Pair(Pair { manager: Some(own_name), ..two }));
    }
}

/// Keeps the seller of the pair in the list, although no session with the seller is left.
pub(super) fn wait(model: &mut Model, pair: PairId) {
    let mut settings = model.settings();
    if !settings.waiting.contains(&pair) && settings.waiting.len() < UNLISTED_LIMIT {
        settings.waiting.push(pair);
        settings.waiting.sort_unstable();
        model.record(RecordId::Settings, Record::Settings(settings));
    }
}

/// Returns true if the links of a pair hold initials in place of the names, as the person chose for these two.
#[must_use]
pub fn are_initials(model: &Model, pair: PairId) -> bool {
    let by_initials = model.settings().by_initials;
    !by_initials.is_empty() && all(model, pair).iter().any(|pair| by_initials.contains(pair))
}

/// Chooses the names in the links of a pair; `by_initials` is true for initials.
pub(super) fn choose_initials(model: &mut Model, pair: PairId, by_initials: bool) {
    let of_person = all(model, pair);
    let mut settings = model.settings();
    settings.by_initials.retain(|id| !of_person.contains(id));
    if by_initials && settings.by_initials.len() < UNLISTED_LIMIT {
        settings.by_initials.push(pair);
        settings.by_initials.sort_unstable();
    }
    model.record(RecordId::Settings, Record::Settings(settings));
}
