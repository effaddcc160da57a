//! The seller's answer about the planned start, given on the page of the session.

use super::complaint::{checked_text, complain};
use super::link::answer_to;
use super::screen::put_up;
use super::seller_zone::own_zone;
use super::sent::is_unsent;
use super::sheet::seller_half_of;
use super::{accept, list, share};
use crate::domain::draft::AnswerDraft;
use crate::domain::half::TimeSaid;
use crate::domain::id::SessionId;
use crate::domain::plan::Plan;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::Field;
use crate::program::state::model::Model;
use crate::text::Env;

/// Returns the words of a seller who is about to say "I can't come" on the page of the session, as typed; `None` unless
/// the form for them is open.
#[must_use]
pub fn absence(model: &Model, id: SessionId) -> Option<&AnswerDraft> {
    model.drafts.get::<AnswerDraft>(answer_to(id)).filter(|answer| answer.other_time)
}

/// Says yes to the planned start of the session, and opens the screen that sends the answer.
pub(super) fn accept(model: &mut Model, env: &Env<'_>, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(plan) = plan(model, id) else { return };
    let mut half = seller_half_of(model, id);
    let zone = own_zone(model, env, id);
    accept::accept(model, id, &mut half, &plan, zone);
    model.change_seller(id, half);
    share::open(model, id, effects);
}

/// Opens the form in which the seller says why, or when else; of a session that was deleted on the list just before, too.
pub(super) fn ask(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    if model.half(id).is_none() {
        list::restore(model, id, effects);
    }
    if plan(model, id).is_none() {
        return;
    }
    if model.open_session() != Some(id) {
        put_up(model, Screen::Session(id), effects);
    }
    let purpose = answer_to(id);
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, AnswerDraft::default());
    }
    set_open(model, id, true);
    move_focus(effects, Focus::Field(Field::Absence));
}

/// Closes the form. What is typed there waits in it.
pub(super) fn leave(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    set_open(model, id, false);
    move_focus(effects, Focus::Heading);
}

fn set_open(model: &mut Model, id: SessionId, is_open: bool) {
    if let Some(answer) = model.drafts.edit::<AnswerDraft>(answer_to(id)) {
        answer.other_time = is_open;
    }
}

/// Stores the typed text of the field.
pub(super) fn typed(model: &mut Model, text: String) {
    let Some(id) = model.open_session() else { return };
    if let Some(answer) = model.drafts.edit::<AnswerDraft>(answer_to(id)) {
        answer.wish = text;
    }
    if let Some(complaints) = model.screen.complaints_mut() {
        complaints.retain(|(field, _)| *field != Field::Absence);
    }
}

/// Says that the seller can't come, and opens the screen that sends it; or complains about the words. Nothing goes along that
/// was typed for another answer.
pub(super) fn say(model: &mut Model, env: &Env<'_>, id: SessionId, effects: &mut Vec<Effect>) {
    let (Some(plan), Some(answer)) = (plan(model, id), absence(model, id).cloned()) else { return };
    let mut complaints = Vec::new();
    let wish = checked_text(Field::Absence, Text::optional(&answer.wish), &mut complaints);
    if complain(&complaints, |field| field, effects) {
        return model.screen.set_complaints(complaints);
    }
    let mut half = seller_half_of(model, id);
    // The words stand for this time alone.
    let unsent = half.wish.take().filter(|old| is_unsent(model, id) && wish.as_ref() != Some(old));
    accept::decline(&mut half, &plan, own_zone(model, env, id), TimeSaid::CantCome, wish);
    // A topic that was typed elsewhere, and a wish that the manager has not got, wait on: no field here shows them.
    let wish = unsent.map(|wish| wish.to_string()).unwrap_or_default();
    if wish.is_empty() && answer.topic.trim().is_empty() {
        model.drafts.drop(answer_to(id));
    } else if let Some(answer) = model.drafts.edit::<AnswerDraft>(answer_to(id)) {
        (answer.wish, answer.other_time) = (wish, false);
    }
    model.change_seller(id, half);
    share::open(model, id, effects);
}

/// Returns the plan of a session that has not begun; `None` for any other.
fn plan(model: &Model, id: SessionId) -> Option<Plan> {
    model.half(id).filter(|half| half.is_planned()).map(|half| half.plan.clone())
}
