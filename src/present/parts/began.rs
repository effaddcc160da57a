//! Notices that lead back to half-typed answers to invitations.

use super::action::Action;
use super::called::called;
use super::notice::{LABEL_SHOWN, Notice, shortened};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::answering::{Begun, begun};
use crate::program::update::link::Link;
use crate::program::update::sending::manager_half;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns a notice for each half-typed answer to an invitation that is neither open nor here: on the list of all people,
/// and on the screen of another opened link.
pub(crate) fn began(model: &Model, env: &Env<'_>, now: Instant) -> Vec<Notice> {
    begun(model).iter().map(|begun| notice(model, env, now, begun)).collect()
}

fn notice(model: &Model, env: &Env<'_>, now: Instant, begun: &Begun<'_>) -> Notice {
    let Begun { purpose, writer, draft, link } = begun;
    let whole = &draft.content.texts().collect::<Vec<_>>().join(" \u{b7} ");
    let discard = match writer {
        None => Press::DraftDiscarded(*purpose),
        Some(writer) => Press::LeftDiscarded(*purpose, *writer),
    };
    let discard = Action::new(env, &Message::LeftDiscard, discard);
    // Without the invitation this is the only place of the text.
    let Some(link) = link else {
        return Notice::new(env.say(&Message::BeganSomeAnswer { text: whole }), vec![discard]);
    };
    let two = Pair { manager: link.manager.clone(), seller: link.seller.clone() };
    let name = &called(model, env, Some(&two), Party::Manager);
    let go_on = Action::new(env, &Message::LeftTake, Press::AnswerReopened(*purpose, *writer));
    let text = &shortened(whole, LABEL_SHOWN);
    let told = match &when(model, env, now, link) {
        Some(when) => env.say(&Message::BeganAnswer { name, when, text }),
        // The invitation was cancelled.
        None => env.say(&Message::LeftTyped { text }),
    };
    Notice::new(told, vec![go_on, discard])
}

/// Returns the start of the session in an invitation; `None` if the link holds no plan.
fn when(model: &Model, env: &Env<'_>, now: Instant, link: &Link) -> Option<Words> {
    let schedule = &manager_half(link)?.plan.schedule;
    Some(env.begins(schedule, &model.zone, env.local(now, &model.zone), Names::Short))
}
