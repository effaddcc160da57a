//! The seller's answer to an invitation, as a statement: in the second person on the seller's own device.

use super::readiness::{own_said, readiness};
use super::session_context::SessionContext;
use super::time_said::{Told, time_said, wish_about};
use crate::domain::half::SellerHalf;
use crate::domain::party::Party;
use crate::domain::readiness::Readiness;
use crate::program::update::sent::is_unsent;
use crate::text::message::Message;
use crate::text::{Names, Words};

/// Returns true if the seller has answered the invitation in any way.
pub(crate) fn has_answered(context: &SessionContext<'_>) -> bool {
    let answered = |half: &SellerHalf| {
        half.brings_it || half.time.is_some() || half.ready.is_some() || !half.topics.is_empty()
    };
    context.session.seller_half().is_some_and(answered)
}

/// Returns the statement about the seller's answer: about the time, then the topic or the readiness, then a wished time.
pub(crate) fn answer(context: &SessionContext<'_>) -> Words {
    let env = context.env;
    let name = context.name(Party::Seller);
    let told = if context.side == Party::Seller { Told::Own } else { Told::Of(&name) };
    let Some(half) = context.session.seller_half() else { return never(context) };
    let plan = &context.half.plan;
    let is_ready = half.is_ready_for(plan, &context.model.catalogue);
    let time = match half.says_of(plan) {
        // Whoever is ready comes.
        Some(_) if is_ready && !half.declines(plan) => None,
        Some(says) => Some(time_said(env, says, &when(context), told)),
        None => half.time.map(|_| match told {
            Told::Own => env.say(&Message::OwnTimeEarlier),
            Told::Of(name) if is_unsent(context.model, context.id) => env.say(&Message::TimeUnsent { name }),
            Told::Of(name) => env.say(&Message::TimeEarlier { name }),
        }),
    };
    // The seller's own screen shows the topic itself.
    let is_shown = context.side == Party::Seller && time.is_some();
    let topic = if is_ready || is_shown { None } else { topic(context, half, told) };
    // Whoever was ready before the plan changed is told so, and says it again.
    let is_voided = half.ready.is_some() && !is_ready && half.works_with(plan);
    let ready = half.ready.filter(|_| topic.is_none() || is_voided).map(|ready| ready_said(context, ready));
    let wish = wish_about(env, half, plan, told).filter(|_| !half.works_with(plan));
    let said: Vec<String> =
        [time, topic, ready, wish].into_iter().flatten().map(|words| words.to_string()).collect();
    if said.is_empty() { never(context) } else { said.join(" ").into() }
}

/// Returns the start of the session in words.
pub(crate) fn when(context: &SessionContext<'_>) -> Words {
    context.env.date_time(context.begins_here(), context.now, Names::Short)
}

/// Returns the statement about the topic that the seller brings; `None` if the seller said nothing of one.
fn topic(context: &SessionContext<'_>, half: &SellerHalf, told: Told<'_>) -> Option<Words> {
    let topic = half.topics.first();
    let words = topic.map_or("", |topic| topic.words.as_str());
    Some(context.env.say(&match (topic, told) {
        (Some(_), Told::Own) => Message::OwnTopic { words },
        (Some(_), Told::Of(name)) => Message::SaysTopic { name },
        (None, Told::Own) if half.will_bring() => Message::OwnBringsIt,
        (None, Told::Of(name)) if half.will_bring() => Message::SaysBringsIt { name },
        (None, _) => return None,
    }))
}

/// Returns the statement that the seller has not answered.
fn never(context: &SessionContext<'_>) -> Words {
    match context.side {
        Party::Seller => context.env.say(&Message::OwnNever),
        Party::Manager => readiness(context, Party::Seller),
    }
}

/// Returns the statement about the seller's readiness.
fn ready_said(context: &SessionContext<'_>, ready: Readiness) -> Words {
    if context.side == Party::Manager {
        return readiness(context, Party::Seller);
    }
    let is_ready = context
        .session
        .seller_half()
        .is_some_and(|half| half.is_ready_for(&context.half.plan, &context.model.catalogue));
    own_said(context, ready, is_ready)
}
