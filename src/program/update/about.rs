//! The coaching type that the seller chose for the topic: the agenda follows once the manager adds the answer.

use std::sync::Arc;

use crate::domain::id::SessionId;
use crate::domain::sent::Sent;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::program::state::model::Model;
use crate::program::update::sent::{self, SentState};

/// Gives a planned session the coaching type that the seller chose, with its agenda; `before` is the choice before the
/// answer came. The seller knows of the change, so that an invitation that was sent counts as sent.
pub(super) fn follow(model: &mut Model, id: SessionId, before: Option<&Text>) {
    let Some(seller) = model.session(id).and_then(Session::seller_half).cloned() else { return };
    if seller.about.as_ref() == before {
        return;
    }
    let (sent, catalogue) = (sent::sent_state(model, id), Arc::clone(&model.catalogue));
    model.change(id, &mut |half| {
        if half.is_planned() {
            half.plan = seller.chosen(&half.plan, &catalogue);
        }
    });
    if let (Some(SentState::Sent(sent)), Some(going)) = (sent, sent::going(model, id)) {
        sent::record(model, id, Sent { content: going.content, ..sent });
    }
}
