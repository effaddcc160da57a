//! The row of a person without any session, who waits for a date.

use super::action::Action;
use super::session_row::{Listing, SessionRow, page};
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the row of a person without any session; `slots` are the buttons that book one with a seller.
pub(crate) fn waiting_row(
    model: &Model,
    pair: PairId,
    seller: &str,
    slots: Vec<Action>,
    env: &Env<'_>,
) -> SessionRow {
    let (label, press) = match model.side(pair) {
        Party::Manager => (Message::AnotherTime, Press::PlanWith(pair)),
        Party::Seller => (Message::AskOne, Press::AskOpened),
    };
    let name = Message::Labelled { label: &env.say(&label), words: seller };
    SessionRow {
        id: SessionId(pair.0),
        pair,
        begins: Instant(0),
        page: page(pair, &seller.into(), Listing::Everybody, env),
        seller: seller.into(),
        when: Words::default(),
        detail: Words::default(),
        open: Action::named(env, &label, &name, press),
        last: None,
        more: None,
        slots,
        delete: None,
        lines: Vec::new(),
        not_sent: None,
    }
}
