//! The dates of two people ahead, as the manager keeps them.

use super::same::all;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::standing::Standing;
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// Returns the stored row of dates of two people, with the pair under which it is kept; `None` without one.
pub(super) fn kept_row(model: &Model, pair: PairId) -> Option<(PairId, &Standing)> {
    all(model, pair).into_iter().find_map(|pair| match model.content(RecordId::Standing(pair)) {
        Some(Record::Standing(standing)) => Some((pair, standing)),
        _ => None,
    })
}

/// Returns the sellers whose dates are booked without a rhythm, each with the dates.
pub fn booked(model: &Model) -> impl Iterator<Item = (PairId, &Standing)> {
    model.kept.keys().filter_map(|key| match key {
        Key::Record(RecordId::Standing(pair)) if model.side(*pair) == Party::Manager => {
            match model.content(RecordId::Standing(*pair))? {
                Record::Standing(standing) if standing.slot.is_none() => Some((*pair, standing)),
                _ => None,
            }
        }
        _ => None,
    })
}

/// Returns the next planned session among the dates of a row; `None` if none is planned.
#[must_use]
pub fn next_of(model: &Model, standing: &Standing) -> Option<SessionId> {
    let mut sessions = standing.dates.iter().map(|date| date.session);
    sessions.find(|id| model.half(*id).is_some_and(ManagerHalf::is_planned))
}
