//! The start of a session on the clocks of another place.

use crate::domain::zone::{Schedule, Zone};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the planned start as the clocks show it in the time zone of the plan, with the place: "10:00 (Berlin)", and
/// with the date if that is another day. `None` where clocks in `here` show the same. For a time zone that this browser
/// does not know, states that the offset of the plan was used instead.
pub(crate) fn elsewhere(env: &Env<'_>, schedule: &Schedule, here: &Zone) -> Option<Words> {
    if !schedule.knows_zone(env.zones) {
        let offset = format!("UTC{}", schedule.offset);
        return Some(env.say(&Message::ZoneUnknown { zone: schedule.zone.name(), offset: &offset }));
    }
    let local = env.local(schedule.begins(env.zones), here)?;
    if local == schedule.local {
        return None;
    }
    let time = if local.days_after(schedule.local) == 0 {
        env.time(schedule.local)
    } else {
        env.date_time(schedule.local, Some(local), Names::Short)
    };
    Some(env.say(&Message::TimeAtPlace { time: &time, place: &schedule.zone.place() }))
}
