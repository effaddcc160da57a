//! The seller's answer to an invitation, as a statement: in the second person on the seller's own device.

use super::readiness::readiness;
use super::session_context::SessionContext;
use crate::domain::half::{SellerHalf, Stance};
use crate::domain::party::Party;
use crate::domain::readiness::Readiness;
use crate::domain::text::Text;
use crate::text::message::Message;
use crate::text::{Names, Words};

/// Returns true if the seller has answered the invitation in any way.
pub(crate) fn has_answered(context: &SessionContext<'_>) -> bool {
    let answered = |half: &SellerHalf| {
        half.stance.is_some() || half.works_for.is_some() || half.ready.is_some() || !half.topics.is_empty()
    };
    context.session.seller_half().is_some_and(answered)
}

/// Returns the statement about the seller's answer: the readiness, the topic or another answer, and a wished time.
pub(crate) fn answer(context: &SessionContext<'_>) -> Words {
    let is_own = context.side == Party::Seller;
    let statement = stated(context, is_own);
    let ready = context.session.seller_half().and_then(|half| half.ready);
    let readiness = || if is_own { own_readiness(context, ready) } else { readiness(context, Party::Seller) };
    match wish(context, is_own) {
        Some(wish) if statement.is_some() || ready.is_some() => {
            format!("{} \u{b7} {wish}", statement.unwrap_or_else(readiness)).into()
        }
        Some(wish) => wish,
        None => statement.unwrap_or_else(readiness),
    }
}

/// Returns the seller's answer to the invitation; `None` before the seller answered, and once the seller is ready.
fn stated(context: &SessionContext<'_>, is_own: bool) -> Option<Words> {
    let (env, plan) = (context.env, &context.half.plan);
    let name = &*context.name(Party::Seller);
    let half = context.session.seller_half().filter(|half| !half.is_ready_for(plan))?;
    let wish = half.wish.as_ref().map(Text::as_str);
    let topic = half.topics.first().filter(|_| half.stance != Some(Stance::OtherTime));
    let stance = match (topic, half.stance, is_own) {
        (Some(topic), _, true) => Some(Message::OwnTopic { words: topic.words.as_str() }),
        (Some(_), _, false) => Some(Message::SaysTopic { name }),
        (None, Some(Stance::BringsIt), true) => Some(Message::OwnBringsIt),
        (None, Some(Stance::BringsIt), false) => Some(Message::SaysBringsIt { name }),
        (None, Some(Stance::OtherTime), true) => Some(Message::OwnOtherTime { wish }),
        (None, Some(Stance::OtherTime), false) => Some(Message::SaysOtherTime { name, wish }),
        (None, None, _) => None,
    };
    let stance = stance.map(|stance| env.say(&stance));
    let works = half.works_with(plan).then(|| match is_own {
        true => env.say(&Message::OwnWorks),
        false => env.say(&Message::SaysWorks { name }),
    });
    match (works, stance) {
        (Some(works), Some(stance)) => Some(format!("{works} {stance}").into()),
        (works, stance) => works.or(stance),
    }
}

/// Returns the seller's readiness for the seller.
fn own_readiness(context: &SessionContext<'_>, ready: Option<Readiness>) -> Words {
    let env = context.env;
    let Some(ready) = ready else { return env.say(&Message::OwnNever) };
    let local = env.local(ready.at, &context.model.zone);
    let when = &local.map(|local| env.date_time(local, context.now, Names::Short)).unwrap_or_default();
    let is_ready = context.session.seller_half().is_some_and(|half| half.is_ready_for(&context.half.plan));
    env.say(&if is_ready { Message::OwnReady { when } } else { Message::OwnReadyEarlier { when } })
}

/// Returns the time that the seller wished for, beside any other answer than the wish for another time; `None` without
/// such a wish, and once the planned time suits the seller.
fn wish(context: &SessionContext<'_>, is_own: bool) -> Option<Words> {
    let half = context.session.seller_half().filter(|half| half.stance != Some(Stance::OtherTime))?;
    if half.works_with(&context.half.plan) {
        return None;
    }
    let wish = half.wish.as_ref()?.as_str();
    let seller = &context.name(Party::Seller);
    Some(context.env.say(&if is_own {
        Message::OwnWish { wish }
    } else {
        Message::WishSaid { seller, wish }
    }))
}
