//! Statements about readiness, which claim no more than a party has said.

use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::readiness::Readiness;
use crate::domain::time::LocalDateTime;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the statement about the readiness of `party` for the current plan. It claims no more than the
/// party has said.
pub(crate) fn readiness(context: &SessionContext<'_>, party: Party) -> Words {
    let ready = match party {
        Party::Manager => context.half.prepared.ready,
        Party::Seller => context.session.seller_half().and_then(|half| half.ready),
    };
    let plan = &context.half.plan;
    let seller = context.session.seller_half().filter(|_| party == Party::Seller);
    // The seller may be ready for the plan with the coaching type that the seller chose.
    let is_ready = seller.is_some_and(|half| half.is_ready_for(plan, &context.model.catalogue));
    let plan = (!is_ready).then_some(plan);
    readiness_of(context.env, context.model, context.now, &context.name(party), ready, plan)
}

/// Returns the statement about the manager's own readiness, to the manager.
pub(crate) fn own_readiness(context: &SessionContext<'_>) -> Words {
    let Some(ready) = context.half.prepared.ready else { return context.env.say(&Message::OwnUnprepared) };
    own_said(context, ready, ready.is_for(&context.half.plan))
}

/// Returns the statement about a person's own readiness on the person's device.
pub(crate) fn own_said(context: &SessionContext<'_>, ready: Readiness, is_for_plan: bool) -> Words {
    let local = context.env.local(ready.at, &context.model.zone);
    let when =
        &local.map(|local| context.env.date_time(local, context.now, Names::Short)).unwrap_or_default();
    context.env.say(&if is_for_plan { Message::OwnReady { when } } else { Message::OwnReadyEarlier { when } })
}

/// Returns the statement about a person called `name`: ready for `plan`, ready for an earlier plan, or
/// nothing said yet if `ready` is `None`. Without a plan any readiness counts.
pub(crate) fn readiness_of(
    env: &Env<'_>,
    model: &Model,
    now: Option<LocalDateTime>,
    name: &str,
    ready: Option<Readiness>,
    plan: Option<&Plan>,
) -> Words {
    let Some(ready) = ready else { return env.say(&Message::ReadyNever { name }) };
    let local = env.local(ready.at, &model.zone);
    let when = &local.map(|local| env.date_time(local, now, Names::Short)).unwrap_or_default();
    env.say(&match plan {
        Some(plan) if !ready.is_for(plan) => Message::ReadyEarlier { name, when },
        _ => Message::Ready { name, when },
    })
}
