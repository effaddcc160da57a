//! The start of a session in words: as it is booked; and once the session has begun at quite another time, as it was.

use crate::domain::half::{Course, ManagerHalf};
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::zone::Zone;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::pace::MOVED;

/// Returns the instant at which a session began, if that is further from the booked start than [`MOVED`].
fn moved(env: &Env<'_>, half: &ManagerHalf) -> Option<Instant> {
    let Course::Begun { log, .. } = &half.course else { return None };
    let (began, booked) = (log.began()?, half.plan.schedule.begins(env.zones));
    (began.since(booked).0.saturating_abs() > MOVED.0).then_some(began)
}

/// Returns the start of a session in words, as clocks in `zone` show it. A session that began at another time than booked
/// names both. The year is left out if it is that of `now`; with `None` for `now` it stays.
#[must_use]
pub fn start(
    env: &Env<'_>,
    half: &ManagerHalf,
    zone: &Zone,
    now: Option<LocalDateTime>,
    names: Names,
) -> Words {
    let booked = env.begins(&half.plan.schedule, zone, now, names);
    let Some(local) = moved(env, half).and_then(|began| env.local(began, zone)) else { return booked };
    let when = &env.date_time(local, now, names);
    env.say(&Message::HeldWhen { when, booked: &booked })
}

/// Returns the start with the place of the time zone, for a reader who may be elsewhere: the booked one, or of a session that
/// began at another time the real one alone.
#[must_use]
pub fn start_at_place(
    env: &Env<'_>,
    half: &ManagerHalf,
    zone: &Zone,
    now: Option<LocalDateTime>,
    names: Names,
) -> Words {
    let booked = env.begins_at_place(&half.plan.schedule, zone, now, names);
    let Some(local) = moved(env, half).and_then(|began| env.local(began, zone)) else { return booked };
    let time = &env.date_time(local, now, names);
    env.say(&Message::TimeAtPlace { time, place: &zone.place() })
}
