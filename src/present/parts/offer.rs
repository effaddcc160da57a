//! The card at a change of item that proposes how to finish on time, or how to use the minutes in hand.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::agenda::ItemId;
use crate::domain::time::Instant;
use crate::program::event::{OfferPress, Press};
use crate::program::state::screen::Offer;
use crate::program::update::offer::offered;
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::proposal::{Proposal, Retimed, Way};

/// The card at a change of item with a proposal about the minutes that are left.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferView {
    /// Minutes behind the plan or ahead of it, and the way that is proposed first.
    pub text: Words,
    /// Same words for a screen reader, without signs.
    pub spoken: Words,
    /// Buttons that take the proposed way, that leave the minutes as they are, and that show the other ways.
    pub actions: Vec<Action>,
    /// Buttons that take another way; empty while these are hidden.
    pub others: Vec<Action>,
}

/// Returns the card with the proposal of the open session; `None` without one.
pub(crate) fn offer(context: &SessionContext<'_>) -> Option<OfferView> {
    let env = context.env;
    let (proposal, shown) = offered(context.model, env)?;
    let take = finish(context, proposal.first.finish, OfferPress::Taken(0));
    let mut actions = vec![take, finish(context, proposal.finish, OfferPress::Declined)];
    if !proposal.others.is_empty() {
        let label = if shown == Offer::All { Message::OfferFewer } else { Message::OfferOthers };
        actions.push(Action::new(env, &label, Press::Offer(OfferPress::OthersToggled)));
    }
    let mut others = Vec::new();
    for (number, way) in (1..).zip(&proposal.others).filter(|_| shown == Offer::All) {
        let press = Press::Offer(OfferPress::Taken(number));
        others.push(Action::labelled(said(context, way, change), press));
    }
    Some(OfferView {
        text: proposed(context, &proposal, change),
        spoken: proposed(context, &proposal, change_spoken),
        actions,
        others,
    })
}

/// Returns the button that takes or declines the proposal. It says when the session ends by that.
fn finish(context: &SessionContext<'_>, finish: Instant, press: OfferPress) -> Action {
    Action::new(context.env, &Message::OfferFinish { time: &time(context, finish) }, Press::Offer(press))
}

/// The words for new minutes of an item.
type SayChange = fn(&SessionContext<'_>, &Retimed) -> Words;

/// Returns the minutes behind or ahead and the way that is proposed first, in words.
fn proposed(context: &SessionContext<'_>, proposal: &Proposal, change: SayChange) -> Words {
    let way = &said(context, &proposal.first, change);
    let minutes = proposal.behind.saturating_abs();
    context.env.say(&match proposal.behind > 0 {
        true => Message::OfferBehind { minutes, way },
        false => Message::OfferAhead { minutes, way },
    })
}

/// Returns a way in words: new minutes or a dropped item, and the finish.
fn said(context: &SessionContext<'_>, way: &Way, change: SayChange) -> Words {
    let env = context.env;
    let time = &time(context, way.finish);
    if let Some(dropped) = way.dropped {
        return env.say(&Message::OfferWithout { title: &title(context, dropped), time });
    }
    let changes: Vec<_> = way.retimed.iter().map(|item| change(context, item).to_string()).collect();
    env.say(&Message::OfferWay { changes: &changes.join(", "), time })
}

fn change(context: &SessionContext<'_>, Retimed { item, from, to }: &Retimed) -> Words {
    context.env.say(&Message::OfferChange { title: &title(context, *item), from: *from, to: *to })
}

fn change_spoken(context: &SessionContext<'_>, Retimed { item, from, to }: &Retimed) -> Words {
    context.env.say(&Message::OfferChangeSpoken { title: &title(context, *item), from: *from, to: *to })
}

fn title(context: &SessionContext<'_>, item: ItemId) -> Words {
    let item = context.half.plan.agenda.item(item);
    item.map(|item| context.env.wording(&item.title)).unwrap_or_default()
}

fn time(context: &SessionContext<'_>, instant: Instant) -> Words {
    context.env.time_at(instant, &context.model.zone)
}
