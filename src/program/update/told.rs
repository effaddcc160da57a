//! Contents of a seller's answer that are about more than its session: kept on the manager's device when that session is
//! deleted.

use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::time::Instant;
use crate::domain::told::Told;
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// Returns what sellers told with answers to sessions that are deleted, with the pair of each.
pub(super) fn all_told(model: &Model) -> impl Iterator<Item = (PairId, &Told)> {
    model.pairs().filter_map(|(pair, _)| Some((pair, of(model, pair)?)))
}

fn of(model: &Model, pair: PairId) -> Option<&Told> {
    match model.content(RecordId::Told(pair)) {
        Some(Record::Told(told)) => Some(told),
        _ => None,
    }
}

/// Keeps what the seller told with the answer to session `id`, which is about to be deleted.
pub(super) fn keep(model: &mut Model, id: SessionId) {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return;
    };
    let Some(half) = session.seller_half().filter(|half| !half.steps.is_empty() || !half.listed.is_empty())
    else {
        return;
    };
    let pair = session.pair;
    let mut told = of(model, pair).cloned().unwrap_or_default();
    told.add(&half.steps, &half.listed);
    model.record(RecordId::Told(pair), Record::Told(told));
}

/// Takes back what was kept of session `id`, whose deletion was undone: the session tells it again.
pub(super) fn take_back(model: &mut Model, id: SessionId) {
    let Some(session) = model.session(id) else { return };
    let (Some(half), Some(told)) = (session.seller_half(), of(model, session.pair)) else { return };
    let (pair, mut rest) = (session.pair, told.clone());
    rest.remove(&half.steps, &half.listed);
    if rest != *told {
        model.record(RecordId::Told(pair), Record::Told(rest));
    }
}

/// Returns true if the seller of the pair told lines for the next session.
pub(super) fn has_lines(model: &Model, pair: PairId) -> bool {
    of(model, pair).is_some_and(|told| !told.listed.is_empty())
}

/// Deletes what was kept of the pair, whose seller is taken off the list.
pub(super) fn forget(model: &mut Model, now: Instant, pair: PairId) {
    let writer = model.writer;
    if let Some(kept) = model.kept.get_mut(&Key::Record(RecordId::Told(pair))) {
        kept.set(kept.value().deleted(writer, now));
    }
}
