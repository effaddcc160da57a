//! The seller's answer about the planned start, given on the page of the session.

use super::accept;
use super::share;
use super::sheet::seller_half_of;
use crate::domain::id::SessionId;
use crate::program::effect::Effect;
use crate::program::state::model::Model;

/// Says yes to the planned start of the session, and opens the screen that sends the answer.
pub(super) fn accept(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(plan) = model.half(id).filter(|half| half.is_planned()).map(|half| half.plan.clone()) else {
        return;
    };
    let mut half = seller_half_of(model, id);
    accept::accept(&mut half, &plan);
    model.change_seller(id, half);
    share::open(model, id, effects);
}
