//! A planned session that holds nothing but its plan: only then does the undo of its booking lose no words.

use super::came_up;
use super::same::all;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::private::{Held, Private};
use crate::program::state::model::Model;

/// Returns true if the session has not begun, has the plan with this fingerprint still, and nobody wrote or typed anything for it
/// since it was booked.
pub(super) fn is_bare(model: &Model, id: SessionId, plan: u64) -> bool {
    let Some(session) = model.session(id) else { return false };
    let Some(half) = session.manager_half() else { return false };
    let is_as_booked = |half: &ManagerHalf| {
        let is_written =
            half.ahead.noted.is_some() || half.ahead.fact.is_some() || !half.notes.all.is_empty();
        half.is_planned() && half.plan.fingerprint() == plan && half.prepared.ready.is_none() && !is_written
    };
    let is_empty = |party| {
        let Private { ticks, note, held, .. } = model.private(id, party);
        ticks.is_empty() && note.is_none() && held == Held::default()
    };
    is_as_booked(half)
        && session.seller_half().is_none_or(|half| *half == SellerHalf::default())
        && is_empty(Party::Manager)
        && is_empty(Party::Seller)
        && !model.drafts.hold_text_of(id)
}

/// Returns true if the two people have nothing but this session: no other one, and no line that waits for the next.
pub(super) fn is_all_of_pair(model: &Model, pair: PairId, id: SessionId) -> bool {
    let of = all(model, pair);
    let mut others = model.sessions().filter(|session| of.contains(&session.pair) && session.id != id);
    others.next().is_none() && !of.iter().any(|pair| came_up::waits(model, *pair))
}
