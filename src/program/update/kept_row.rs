//! The dates of two people ahead, as the manager keeps them, and as the seller knows them from the last message.

use super::same::all;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::sent::Sent;
use crate::domain::session::Session;
use crate::domain::standing::Standing;
use crate::domain::zone::Schedule;
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

/// Returns the row of dates that the seller has from an earlier message of this person, the manager, about another session
/// than `id`, with that message; `None` without one. The message about the latest session counts, as on the seller's device.
fn row_told(model: &Model, id: SessionId) -> Option<(Sent, Standing)> {
    let pair = model.session(id).map(|session| session.pair)?;
    let pairs = all(model, pair);
    let others = model.sessions().filter(|session| session.id != id && pairs.contains(&session.pair));
    let message = |session: &Session| {
        let half = session.manager_half()?;
        let private = model.private(session.id, Party::Manager);
        let ahead = private.stated.ahead.as_ref().unwrap_or(&half.ahead);
        Some((half.plan.schedule.local, private.sent?, ahead.standing.clone()))
    };
    let (_, sent, row) = others.filter_map(message).max_by_key(|(local, ..)| *local)?;
    Some((sent, row?))
}

/// Returns the message with which the seller got the date of the planned session `id`, which itself was never sent; `None`
/// if the seller does not have the date.
#[must_use]
pub fn date_told(model: &Model, id: SessionId) -> Option<Sent> {
    let (sent, row) = row_told(model, id)?;
    let Schedule { local, zone, .. } = &model.half(id)?.plan.schedule;
    let is_of = row.dates.iter().any(|date| date.local == *local && !date.is_skipped) && row.zone == *zone;
    is_of.then_some(sent)
}

/// Returns true if the seller has a slot from an earlier message of this person, the manager, about another session than
/// `id`.
#[must_use]
pub fn knows_slot(model: &Model, id: SessionId) -> bool {
    row_told(model, id).is_some_and(|(_, row)| row.slot.is_some())
}
