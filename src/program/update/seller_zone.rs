//! The time zone of the seller's device: in the seller's own answer, and as the manager's device knows it from answers.
//!
//! Never takes an unknown zone for UTC.

use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::ui_state::Screen;
use crate::domain::zone::{Schedule, ZoneAt};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the time zone of this device with its offset at the planned start, for the answer of the seller, this person;
/// `None` on a manager's device, without a plan, and if the platform names no zone.
pub(super) fn own_zone(model: &Model, env: &Env<'_>, id: SessionId) -> Option<ZoneAt> {
    let session = model.session(id).filter(|session| model.side(session.pair) == Party::Seller)?;
    let begins = session.manager_half()?.plan.schedule.begins(env.zones);
    ZoneAt::of(&model.zone, begins, env.zones)
}

/// Returns the zone of the seller's device by the answer in the session, else by the answer in the latest planned session
/// of the two; `None` on the seller's device, and if no answer told. An offset without the rules of its zone holds for the
/// start that the answer is about, and for no other `schedule`.
fn seller_zone<'a>(
    model: &'a Model,
    env: &Env<'_>,
    id: SessionId,
    schedule: &Schedule,
) -> Option<&'a ZoneAt> {
    let session = model.known(id).filter(|session| model.side(session.pair) == Party::Manager)?;
    let told = |of: &'a Session| of.seller_half().and_then(|half| half.zone.as_ref());
    let others = model.sessions().filter(|other| other.pair == session.pair);
    let planned = |of: &&Session| of.manager_half().map(|half| half.plan.schedule.local);
    // The zone of a session that was just deleted stands in the message that says so.
    let is_sent = matches!(model.screen.address(), Screen::Share(of) if of == id);
    let cancelled = || model.screen.sharing().filter(|_| is_sent)?.cancelled.as_ref()?.zone.as_ref();
    let latest = || others.filter(|other| told(other).is_some()).max_by_key(planned).and_then(told);
    let zone = told(session).or_else(cancelled).or_else(latest)?;
    let is_known = env.zones.offset(&zone.zone, Instant(0)).is_some();
    let is_about = || {
        let time = session.seller_half().and_then(|half| half.time);
        told(session).is_some() && time.is_some_and(|time| time.start == schedule.fingerprint())
    };
    (is_known || is_about()).then_some(zone)
}

/// Returns the planned start on the seller's clocks, with the zone, where they show another time than the clocks here;
/// `None` where they show the same, and if the zone is unknown: see [`own_zone`] for how it becomes known.
fn elsewhere<'a>(
    model: &'a Model,
    env: &Env<'_>,
    id: SessionId,
    schedule: &Schedule,
) -> Option<(LocalDateTime, &'a ZoneAt)> {
    let zone = seller_zone(model, env, id, schedule)?;
    let begins = schedule.begins(env.zones);
    let there = zone.local_at(begins, env.zones)?;
    (env.local(begins, &model.zone) != Some(there)).then_some((there, zone))
}

/// Returns the start in words as the seller's clocks show it, without the seller's name: the time, with the date if that is
/// another day than here. `None` where they show the same as the clocks here, and if the seller's zone is unknown.
#[must_use]
pub fn seller_time(model: &Model, env: &Env<'_>, id: SessionId, schedule: &Schedule) -> Option<Words> {
    let (there, _) = elsewhere(model, env, id, schedule)?;
    Some(time(model, env, schedule, there))
}

/// Returns the planned start in words with the place of the time zone: see [`Env::begins_at_place`]. On the manager's
/// device the seller's time and place follow where they differ and are known, in place of those of the plan. `None` in place of the year of `now` says
/// the year.
#[must_use]
pub fn at_both_places(
    model: &Model,
    env: &Env<'_>,
    id: SessionId,
    schedule: &Schedule,
    (now, names): (Option<LocalDateTime>, Names),
) -> Words {
    let other = elsewhere(model, env, id, schedule).filter(|(there, _)| *there != schedule.local);
    let Some((local, zone)) = other else { return env.begins_at_place(schedule, &model.zone, now, names) };
    let (here, place) = (&env.begins(schedule, &model.zone, now, names), &model.zone.place());
    let (there, there_place) = (&time(model, env, schedule, local), &zone.zone.place());
    env.say(&Message::TimeAtBoth { time: here, place, there, there_place })
}

/// Returns true if the clocks of the two are known to show different times at the start.
#[must_use]
pub fn differs(model: &Model, env: &Env<'_>, id: SessionId, schedule: &Schedule) -> bool {
    env.at_place_of_plan(schedule, &model.zone).is_some() || elsewhere(model, env, id, schedule).is_some()
}

/// Returns the time `there`, with the date if clocks here show another day.
fn time(model: &Model, env: &Env<'_>, schedule: &Schedule, there: LocalDateTime) -> Words {
    let here = env.local(schedule.begins(env.zones), &model.zone);
    match here {
        Some(here) if here.days_after(there) == 0 => env.time(there),
        _ => env.date_time(there, here, Names::Short),
    }
}
