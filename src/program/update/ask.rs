//! The coaching questions of a running session: the shown one and the asked ones. Undo of the clock leaves
//! them alone.

use crate::domain::agenda::{Item, ItemId};
use crate::domain::coaching_type::Catalogue;
use crate::domain::half::ManagerHalf;
use crate::domain::question::{ASKED_LIMIT, Question, QuestionKey, next_unasked, rotated};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;

/// Returns the questions for an item of the session, in the order in which they are offered. An item that has the same
/// questions as an earlier one begins with another.
#[must_use]
pub fn offered(catalogue: &Catalogue, half: &ManagerHalf, item: &Item) -> Vec<Question> {
    let of = |item: &Item| catalogue.questions(half.plan.coaching_type.id.as_str(), item);
    let all = of(item);
    let earlier = half.plan.agenda.items().iter().take_while(|other| other.id != item.id);
    let before = earlier.filter(|other| of(other) == all).count();
    rotated(all, item.id, &half.asked, before)
}

/// Records that the manager asked the question during the item, if the session has begun and the record has
/// room, and shows the next question that was not asked.
pub(super) fn asked(model: &mut Model, item: ItemId, key: QuestionKey, effects: &mut Vec<Effect>) {
    let question = of_key(model, item, key);
    let asked = question.and_then(|question| question.asked_in(item));
    let (Some(id), Some(asked)) = (model.open_session(), asked) else { return };
    model.change(id, &mut |half| {
        let is_new = !half.is_planned() && !half.asked.contains(&asked);
        if is_new && half.asked.len() < ASKED_LIMIT {
            half.asked.push(asked.clone());
        }
    });
    passed(model, item, key);
    if model.screen.session().is_some_and(|state| state.shown_question.is_none()) {
        move_focus(effects, Focus::Question);
    }
}

/// Returns the offered question for the item with this fingerprint; `None` if none has it.
fn of_key(model: &Model, item: ItemId, key: QuestionKey) -> Option<Question> {
    let half = model.half(model.open_session()?)?;
    let all = offered(&model.catalogue, half, half.plan.agenda.item(item)?);
    all.into_iter().find(|question| question.key_in(item) == key)
}

/// Shows the next question for the item that was not asked, after `question`.
pub(super) fn passed(model: &mut Model, item: ItemId, key: QuestionKey) {
    let Some(half) = model.open_session().and_then(|id| model.half(id)) else { return };
    let Some(on) = half.plan.agenda.item(item) else { return };
    let all = offered(&model.catalogue, half, on);
    let question = all.iter().find(|question| question.key_in(item) == key);
    let next = next_unasked(&all, item, &half.asked, question);
    if let Some(state) = model.screen.session_mut() {
        state.shown_question = next.and_then(|next| next.asked_in(item));
    }
    model.screen_unsaved = true;
}
