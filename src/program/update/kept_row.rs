//! The dates of two people ahead, as the manager keeps them.

use super::same::all;
use crate::domain::id::PairId;
use crate::domain::record::{Record, RecordId};
use crate::domain::standing::Standing;
use crate::program::state::model::Model;

/// Returns the stored row of dates of two people, with the pair under which it is kept; `None` without one.
pub(super) fn kept_row(model: &Model, pair: PairId) -> Option<(PairId, &Standing)> {
    all(model, pair).into_iter().find_map(|pair| match model.content(RecordId::Standing(pair)) {
        Some(Record::Standing(standing)) => Some((pair, standing)),
        _ => None,
    })
}
