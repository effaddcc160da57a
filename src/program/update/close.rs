//! The close, the last part of a session: each party answers before either sees the answers of the other.

use super::complaint::{checked_text, complain, typed_as};
use super::differently::carry_late;
use super::open_clock::runs;
use super::screen::show;
use crate::domain::closing::{Asked, Closing, Reply, questions};
use crate::domain::draft::{CloseDraft, Purpose};
use crate::domain::half::SellerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::text::{Text, three_texts};
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{CloseField, Field};
use crate::program::state::model::Model;

/// Opens the sheet on which the party answers at the close. Once both parties have answered, the answers are
/// visible and final, and no sheet opens.
pub(super) fn begin(model: &mut Model, id: SessionId, party: Party, effects: &mut Vec<Effect>) {
    let Some(session) = model.session(id) else { return };
    if !is_final(model, id, party) {
        let closing = session.closing(party);
        show(model, Screen::Close(id, party));
        model.drafts.resume(Purpose::Close(id, party), draft_of(&closing));
    }
    move_focus(effects, Focus::Heading);
}

/// Returns true if the party's answers can change no more: both see them. A seller can correct on an own device what was
/// said aloud on the manager's.
#[must_use]
pub fn is_final(model: &Model, id: SessionId, party: Party) -> bool {
    model.session(id).is_some_and(|session| session.both_answered() && !corrects(model, session, party))
}

/// Returns true if the party is the seller on an own device, and all answers are those that the manager heard.
#[must_use]
pub fn corrects(model: &Model, session: &Session, party: Party) -> bool {
    let is_own = party == Party::Seller && model.side(session.pair) == Party::Seller;
    is_own && session.is_heard() && session.closing(party).is_in
}

/// Returns the stored answers as the fields hold them.
fn draft_of(closing: &Closing) -> CloseDraft {
    CloseDraft { differently: typed_as(closing.differently.as_ref()) }
}

/// Stores the typed text in the draft of the open answers at the close, letter for letter.
pub(super) fn typed(model: &mut Model, field: CloseField, text: String) {
    let Screen::Close(id, party) = model.screen.address() else { return };
    let Some(draft) = model.drafts.edit::<CloseDraft>(Purpose::Close(id, party)) else { return };
    match field {
        CloseField::Differently => draft.differently = text,
    }
}

/// Stores at once the answer that the party chose, or takes it back if it was chosen before. The other party
/// does not see it yet. Does nothing once both have answered.
pub(super) fn reply(model: &mut Model, asked: Asked, reply: Reply) {
    let Screen::Close(id, party) = model.screen.address() else { return };
    change_answers(model, id, party, &|closing| {
        closing.choose(asked, reply);
        // Another answer counts once it is handed in.
        (closing.is_in, closing.is_aloud) = (false, false);
    });
}

/// Returns true if the two say their answers aloud: on the manager's device while both see the screen, unless one of them
/// wrote answers alone, be it on an own device or on a sheet here.
#[must_use]
pub fn is_aloud(model: &Model, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    // Half an answer that waits in a draft is on no screen but the sheet.
    let is_half_typed = |purpose| {
        model.drafts.typed(purpose).is_some()
            || model.drafts.left(purpose).any(|(_, draft)| draft.holds_text())
    };
    let is_blind = [Party::Seller, Party::Manager]
        .into_iter()
        .any(|party| session.closing(party).is_blind() || is_half_typed(Purpose::Close(id, party)));
    !is_blind && session.manager_half().is_some_and(|half| !half.prepared.alone)
}

/// Returns true if the two said aloud all that the close asks, and both say that it was coaching.
#[must_use]
pub fn is_settled(model: &Model, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| session.both_answered()) else { return false };
    let says_coaching = |party| session.closing(party).reply(Asked::Talk) == Some(Reply::Coaching);
    is_aloud(model, id) && [Party::Seller, Party::Manager].into_iter().all(says_coaching)
}

/// Returns true on the manager's device if the seller answers on an own device: the invitation went there, and the seller
/// does not see the manager's screen.
#[must_use]
pub fn is_elsewhere(model: &Model, id: SessionId) -> bool {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    let is_alone = session.manager_half().is_some_and(|half| !half.is_planned() && half.prepared.alone);
    is_alone && model.private(id, Party::Manager).sent.is_some()
}

/// Stores an answer that the party said aloud, on a screen that both see. The answers of a party count as handed in once
/// each question has one. While the session runs, the questions fold once all is said, and the focus moves out of them.
pub(super) fn reply_aloud(
    model: &mut Model,
    now: Instant,
    id: SessionId,
    party: Party,
    (asked, reply): (Asked, Reply),
    effects: &mut Vec<Effect>,
) {
    let Some(session) = model.session(id).filter(|_| is_aloud(model, id)) else { return };
    let questions = questions(party, session.topics().0);
    if model.open_session() == Some(id) && questions.contains(&asked) {
        // What the seller says aloud is part of the manager's record: nobody else writes in the seller's half.
        model.change(id, &mut |half| match party {
            Party::Seller => half.closing.hear(asked, reply),
            Party::Manager => {
                half.closing.choose(asked, reply);
                half.closing.is_aloud = true;
                half.closing.is_in = questions.iter().all(|asked| half.closing.reply(*asked).is_some());
            }
        });
        match is_settled(model, id) {
            true if runs(model, now) => move_focus(effects, Focus::Notes),
            true => {}
            false => effects.push(Effect::Show(Focus::Say)),
        }
    }
}

/// Keeps the answers of the party, and opens the session. If `is_in` is true, the party hands them in; on the
/// manager's device, the screen that hands the device to the other party then opens instead, unless that
/// party has answered, or is a seller who does not see the screen. With a wrong text, the sheet stays.
pub(super) fn say(model: &mut Model, now: Instant, is_in: bool, effects: &mut Vec<Effect>) {
    let Screen::Close(id, party) = model.screen.address() else { return };
    if !kept(model, effects) {
        return;
    }
    // Answers said aloud that nobody corrected stay as they are.
    if is_in || !model.session(id).is_some_and(|session| corrects(model, session, party)) {
        change_answers(model, id, party, &|closing| (closing.is_in, closing.is_aloud) = (is_in, false));
    }
    carry_late(model, id);
    let is_alone = model.session(id).is_none_or(|session| model.side(session.pair) == Party::Seller);
    let is_last = !is_in
        || is_alone
        || (party == Party::Manager && is_elsewhere(model, id))
        || model.session(id).is_none_or(Session::both_answered);
    show(model, if is_last { Screen::Session(id) } else { Screen::HandOver(id, party.other()) });
    // Once the session is over, its screen begins with what is to do next.
    move_focus(effects, if is_last && runs(model, now) { Focus::Notes } else { Focus::Heading });
}

/// Keeps the typed answers at the close, after text that another window kept meanwhile is added to them.
/// Returns false if some text is wrong, or too long by that. Then the focus moves to that text, and the sheet
/// stays.
pub(super) fn kept(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    let Screen::Close(id, party) = model.screen.address() else { return true };
    add_news(model, id, party);
    let Some(draft) = model.drafts.get::<CloseDraft>(Purpose::Close(id, party)) else { return true };
    let mut complaints = Vec::new();
    let field = Field::Close(CloseField::Differently);
    let differently = checked_text(field, Text::optional(&draft.differently), &mut complaints);
    if complain(&complaints, |field| field, effects) {
        model.screen.set_complaints(complaints);
        return false;
    }
    change_answers(model, id, party, &|closing| {
        // Other words count once they are handed in.
        let is_same = closing.differently == differently;
        closing.is_in &= is_same;
        closing.is_aloud &= is_same;
        closing.differently.clone_from(&differently);
    });
    true
}

/// Adds text to the draft that another window kept since the draft began.
fn add_news(model: &mut Model, id: SessionId, party: Party) {
    let Some(now) = model.session(id).map(|session| draft_of(&session.closing(party))) else { return };
    let purpose = Purpose::Close(id, party);
    let Some(from) = model.drafts.from::<CloseDraft>(purpose).filter(|from| **from != now).cloned() else {
        return;
    };
    if let Some(draft) = model.drafts.edit::<CloseDraft>(purpose) {
        draft.differently = three_texts(&from.differently, &draft.differently, &now.differently);
    }
    if let Some(told) = model.drafts.told(purpose) {
        *told = now;
    }
}

/// Changes the answers of a party at the close, unless they are final, be it by another window.
fn change_answers(model: &mut Model, id: SessionId, party: Party, change: &dyn Fn(&mut Closing)) {
    let Some(session) = model.session(id).filter(|_| !is_final(model, id, party)) else { return };
    match party {
        Party::Manager => model.change(id, &mut |half| change(&mut half.closing)),
        Party::Seller => {
            let before = session.seller_half();
            let heard = session.closing(party);
            let mut closing = heard.clone();
            change(&mut closing);
            // Answers said aloud stay in the manager's record until the seller gives others.
            if session.is_heard() && closing == heard {
                return;
            }
            let half = SellerHalf { closing, ..before.cloned().unwrap_or_default() };
            if before.is_some() || half != SellerHalf::default() {
                model.change_seller(id, half);
            }
        }
    }
}
