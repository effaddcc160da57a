//! The start of a session on the clocks of another place.

use crate::domain::zone::{Schedule, Zone};
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
