//! The start of a session on the clocks of another place.

use super::called::called;
use super::session_context::SessionContext;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::LocalDateTime;
use crate::domain::zone::{Schedule, Zone};
use crate::outgoing::note::append;
use crate::program::state::model::Model;
use crate::program::update::seller_zone::seller_time;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the planned start at the place of the plan, where clocks in `here` show another time: see
/// [`Env::at_place_of_plan`]. For a time zone that this browser does not know, states that the offset of the plan was
/// used instead.
pub(crate) fn elsewhere(env: &Env<'_>, schedule: &Schedule, here: &Zone) -> Option<Words> {
    zone_unknown(env, schedule).or_else(|| env.at_place_of_plan(schedule, here))
}

/// Returns the statement about a time zone that this browser does not know: see [`elsewhere`]. `None` for a known one.
pub(crate) fn zone_unknown(env: &Env<'_>, schedule: &Schedule) -> Option<Words> {
    if schedule.knows_zone(env.zones) {
        return None;
    }
    let offset = format!("UTC{}", schedule.offset);
    Some(env.say(&Message::ZoneUnknown { zone: schedule.zone.name(), offset: &offset }))
}

/// Returns the planned start on the clocks of others, where these show another time: at the place of the plan, and on the
/// manager's screens for the seller, if the seller's zone is known.
pub(crate) fn for_both(context: &SessionContext<'_>) -> Option<Words> {
    let place = elsewhere(context.env, &context.half.plan.schedule, &context.model.zone);
    joined(place.into_iter().chain(for_seller(context)))
}

/// Returns another start of the two, such as a date of their row, on the clocks of others: see [`for_both`].
pub(crate) fn for_both_at(context: &SessionContext<'_>, schedule: &Schedule) -> Option<Words> {
    let place = context.env.at_place_of_plan(schedule, &context.model.zone);
    joined(place.into_iter().chain(for_seller_at(context, schedule)))
}

fn joined(words: impl Iterator<Item = Words>) -> Option<Words> {
    let mut all = String::new();
    words.for_each(|words| append(&mut all, &words));
    (!all.is_empty()).then(|| all.into())
}

/// Returns the planned start on the seller's clocks, with the seller's name: "15:45 for Lee". `None` on the seller's
/// device, where the clocks show the same as here, and if the seller's zone is unknown.
pub(crate) fn for_seller(context: &SessionContext<'_>) -> Option<Words> {
    for_seller_at(context, &context.half.plan.schedule)
}

fn for_seller_at(context: &SessionContext<'_>, schedule: &Schedule) -> Option<Words> {
    let time = seller_time(context.model, context.env, context.id, schedule)?;
    let name = &context.name(Party::Seller);
    Some(context.env.say(&Message::TimeFor { time: &time, name }))
}

/// Returns the planned start here, and behind it the one on the seller's clocks: "10:00 (15:45 for Lee)". The start alone
/// where [`for_seller`] returns `None`.
pub(crate) fn beside(context: &SessionContext<'_>, time: Words) -> Words {
    beside_at(context, &context.half.plan.schedule, time)
}

/// Returns a start on the clocks here, in the words `time`, and behind it the one on the seller's clocks: see [`beside`].
pub(crate) fn beside_here(context: &SessionContext<'_>, local: LocalDateTime, time: Words) -> Words {
    beside_offered(context.model, context.env, context.id, local, time)
}

/// Returns a start that is offered to the two of a session on the clocks here, in the words `time`, and behind it the one
/// on the seller's clocks: see [`beside`]. The session may be one that the seller only asked for.
pub(crate) fn beside_offered(
    model: &Model,
    env: &Env<'_>,
    id: SessionId,
    local: LocalDateTime,
    time: Words,
) -> Words {
    let schedule = Schedule::new(local, model.zone.clone(), env.zones);
    let (Some(there), Some(session)) = (seller_time(model, env, id, &schedule), model.known(id)) else {
        return time;
    };
    let name = &called(model, env, model.pair(session.pair), Party::Seller);
    let other = &env.say(&Message::TimeFor { time: &there, name });
    env.say(&Message::TimeBeside { time: &time, other })
}

/// Returns the start of the schedule, in the words `time`, and behind it the one on the seller's clocks: see [`beside`].
pub(crate) fn beside_at(context: &SessionContext<'_>, schedule: &Schedule, time: Words) -> Words {
    match for_seller_at(context, schedule) {
        Some(other) => context.env.say(&Message::TimeBeside { time: &time, other: &other }),
        None => time,
    }
}
