//! The start of a session on the clocks of another place.

use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::zone::{Schedule, Zone};
use crate::outgoing::note::append;
use crate::program::update::seller_zone::seller_time;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the planned start at the place of the plan, where clocks in `here` show another time: see
/// [`Env::at_place_of_plan`]. For a time zone that this browser does not know, states that the offset of the plan was
/// used instead.
pub(crate) fn elsewhere(env: &Env<'_>, schedule: &Schedule, here: &Zone) -> Option<Words> {
    if schedule.knows_zone(env.zones) {
        return env.at_place_of_plan(schedule, here);
    }
    let offset = format!("UTC{}", schedule.offset);
    Some(env.say(&Message::ZoneUnknown { zone: schedule.zone.name(), offset: &offset }))
}

/// Returns the planned start on the clocks of others, where these show another time: at the place of the plan, and on the
/// manager's screens for the seller, if the seller's zone is known.
pub(crate) fn for_both(context: &SessionContext<'_>) -> Option<Words> {
    let mut all = String::new();
    let schedule = &context.half.plan.schedule;
    let place = elsewhere(context.env, schedule, &context.model.zone);
    for words in place.into_iter().chain(for_seller(context)) {
        append(&mut all, &words);
    }
    (!all.is_empty()).then(|| all.into())
}

/// Returns the planned start on the seller's clocks, with the seller's name: "15:45 for Lee". `None` on the seller's
/// device, where the clocks show the same as here, and if the seller's zone is unknown.
pub(crate) fn for_seller(context: &SessionContext<'_>) -> Option<Words> {
    let time = seller_time(context.model, context.env, context.id, &context.half.plan.schedule)?;
    let name = &context.name(Party::Seller);
    Some(context.env.say(&Message::TimeFor { time: &time, name }))
}

/// Returns the planned start here, and behind it the one on the seller's clocks: "10:00 (15:45 for Lee)". The start alone
/// where [`for_seller`] returns `None`.
pub(crate) fn beside(context: &SessionContext<'_>, time: Words) -> Words {
    match for_seller(context) {
        Some(other) => context.env.say(&Message::TimeBeside { time: &time, other: &other }),
        None => time,
    }
}
