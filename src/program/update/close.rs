//! The close: what each party answers before either sees what the other one says.

use super::complaint::{checked_text, complain};
use crate::domain::closing::{Asked, Closing, Reply};
use crate::domain::draft::{CloseDraft, Purpose};
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{CloseField, Field};
use crate::program::state::model::Model;

/// Puts up what the party answered so far; once both answers are in they are seen and stay.
pub(super) fn begin(model: &mut Model, id: SessionId, party: Party, effects: &mut Vec<Effect>) {
    let Some(session) = model.session(id) else { return };
    if !session.both_answered() {
        let closing = session.closing(party);
        let typed = |text: Option<Text>| text.map(|text| text.to_string()).unwrap_or_default();
        let (keep, change) = (typed(closing.keep), typed(closing.change));
        model.show(Screen::Close(id, party));
        model.drafts.begin(Purpose::Close(id, party), CloseDraft { keep, change });
    }
    move_focus(effects, Focus::Heading);
}

/// Keeps what was typed, letter for letter.
pub(super) fn typed(model: &mut Model, field: CloseField, text: String) {
    let Screen::Close(id, party) = model.ui.screen else { return };
    let Some(draft) = model.drafts.edit::<CloseDraft>(Purpose::Close(id, party)) else { return };
    match field {
        CloseField::Keep => draft.keep = text,
        CloseField::Change => draft.change = text,
    }
}

/// Takes in a reply. It is kept at once, and seen by nobody else.
pub(super) fn reply(model: &mut Model, asked: Asked, reply: Reply) {
    let Screen::Close(id, party) = model.ui.screen else { return };
    answer(model, id, party, &|closing| closing.choose(asked, reply));
}

/// Keeps what is written, with the word of the party: that is my answer, or not yet. The screen goes
/// to the other one where only that answer is missing.
pub(super) fn say(model: &mut Model, is_in: bool, effects: &mut Vec<Effect>) {
    let Screen::Close(id, party) = model.ui.screen else { return };
    if !kept(model, effects) {
        return;
    }
    answer(model, id, party, &|closing| closing.is_in = is_in);
    let is_alone = model.session(id).is_none_or(|session| model.side(session.pair) == Party::Seller);
    let is_last = !is_in || is_alone || model.session(id).is_none_or(Session::both_answered);
    model.show(if is_last { Screen::Session(id) } else { Screen::HandOver(id, party.other()) });
    move_focus(effects, if is_last { Focus::Notes } else { Focus::Heading });
}

/// Keeps what is written at the close, if that lies open. Where something of it cannot be kept, the
/// keyboard goes there, and it stays open.
pub(super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Screen::Close(id, party) = model.ui.screen else { return true };
    let Some(draft) = model.drafts.get::<CloseDraft>(Purpose::Close(id, party)) else { return true };
    let mut complaints = Vec::new();
    let keep = checked_text(Field::Close(CloseField::Keep), Text::optional(&draft.keep), &mut complaints);
    let other =
        checked_text(Field::Close(CloseField::Change), Text::optional(&draft.change), &mut complaints);
    if complain(&complaints, |field| field, effects) {
        model.complaints = complaints;
        return false;
    }
    answer(model, id, party, &|closing| {
        closing.keep.clone_from(&keep);
        closing.change.clone_from(&other);
    });
    true
}

/// Changes what that party answers, unless both answers are in, here or by another window: by then
/// they are seen.
fn answer(model: &mut Model, id: SessionId, party: Party, change: &dyn Fn(&mut Closing)) {
    if model.session(id).is_some_and(|session| !session.both_answered()) {
        self::change(model, id, party, change);
    }
}

/// Takes both answers out again, where the session is taken back that they were about.
pub(super) fn take_out(model: &mut Model, id: SessionId) {
    for &party in &[Party::Manager, Party::Seller] {
        change(model, id, party, &|closing| *closing = Closing::default());
    }
}

fn change(model: &mut Model, id: SessionId, party: Party, change: &dyn Fn(&mut Closing)) {
    let Some(session) = model.session(id) else { return };
    match party {
        Party::Manager => model.change(id, &mut |half| change(&mut half.closing)),
        Party::Seller => {
            let before = session.seller_half();
            let mut half = before.cloned().unwrap_or_default();
            change(&mut half.closing);
            if before.is_some() || half != SellerHalf::default() {
                model.change_seller(id, half);
            }
        }
    }
}
