//! The standing slot of two people: keeping, changing and ending it, and the sessions on the dates of its row.
//!
//! Only the manager keeps a slot.

use std::collections::BTreeSet;

use super::interrupted::rest_of;
use super::kept_row::kept_row;
use super::new_session::{begin, follow, remember_booking};
use super::rhythm;
use super::same::{SamePairs, all};
use super::screen::put_up;
use crate::domain::following::following;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Written;
use crate::domain::session::Session;
use crate::domain::standing::{FEW, Rhythm, Standing, StandingDate, StandingSlot};
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::timing::Change;
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::text::Env;
use crate::wire::key::Key;

/// A date of the row of two people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Upcoming<'a> {
    /// Date of the row.
    pub date: &'a StandingDate,
    /// Instant at which a session on the date begins.
    pub begins: Instant,
    /// State of the date.
    pub state: DateState,
}

/// The state of a date of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateState {
    /// Nothing is planned on the date yet.
    Free,
    /// The date is skipped.
    Skipped,
    /// The session with this id is planned on the date.
    Planned(SessionId),
    /// The session of the date is planned for another time, or has begun.
    Moved(SessionId),
}

/// Returns the dates of two people ahead and their slot, with the pair under which these are kept; `None` without any. On
/// the seller's device they are those that came with the latest session.
#[must_use]
pub fn standing(model: &Model, pair: PairId) -> Option<(PairId, &Standing)> {
    if model.side(pair) == Party::Manager {
        return kept_row(model, pair);
    }
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let halves = of_pair.filter_map(|session| Some((session.pair, session.manager_half()?)));
    let (pair, last) = halves.max_by_key(|(_, half)| half.plan.schedule.local)?;
    last.ahead.standing.as_ref().map(|standing| (pair, standing))
}

/// Returns the slot that is offered after session `id`, at its day and time, in the usual rhythm of its type; `None` on
/// the seller's device, and if the two have a slot.
#[must_use]
pub fn offered(model: &Model, id: SessionId) -> Option<StandingSlot> {
    let session = model.session(id).filter(|session| model.side(session.pair) == Party::Manager)?;
    let plan = &session.manager_half()?.plan;
    let rhythm = Rhythm::of_weeks(model.catalogue.guidance(plan.coaching_type.id.as_str()).weeks);
    standing(model, session.pair).is_none().then(|| slot_at(&plan.schedule, rhythm))
}

/// Returns the slot of this rhythm at the day and time of a session.
#[must_use]
pub fn slot_at(schedule: &Schedule, rhythm: Rhythm) -> StandingSlot {
    StandingSlot { rhythm, first: schedule.local }
}

/// Returns the session at whose day and time the slot of two people is kept: the next planned one, else the last one;
/// `None` without any.
#[must_use]
pub fn anchor(model: &Model, now: Option<LocalDateTime>, pair: PairId) -> Option<SessionId> {
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let last = of_pair
        .filter_map(|session| Some((session.manager_half()?.plan.schedule.local, session.id)))
        .max()
        .map(|(_, id)| id)?;
    Some(rhythm::booked(model, last, now).map_or(last, |next| next.id))
}

/// Returns the dates of the row of two people after `now`; empty without a row.
#[must_use]
pub fn upcoming<'a>(model: &'a Model, env: &Env<'_>, now: Instant, pair: PairId) -> Vec<Upcoming<'a>> {
    let Some((pair, standing)) = standing(model, pair) else { return Vec::new() };
    let pairs = all(model, pair);
    let of_pair = || model.sessions().filter(|session| pairs.contains(&session.pair));
    let begins = |session: &Session| {
        let half = session.manager_half().filter(|half| half.is_planned() && !session.is_half_deleted())?;
        Some(half.plan.schedule.begins(env.zones))
    };
    let is_cancelled = |id| model.session(id).is_some_and(Session::is_half_deleted);
    let planned: Vec<(Instant, SessionId)> =
        of_pair().filter_map(|session| Some((begins(session)?, session.id))).collect();
    let dates = standing.after(env.zones, now).into_iter().map(|(date, begins)| {
        let on = planned.iter().find(|(other, _)| *other == begins);
        let state = match on {
            Some((_, id)) => DateState::Planned(*id),
            None if is_cancelled(date.session) => DateState::Skipped,
            None if model.session(date.session).is_some() => DateState::Moved(date.session),
            None if date.is_skipped => DateState::Skipped,
            None => DateState::Free,
        };
        Upcoming { date, begins, state }
    });
    dates.collect()
}

/// Returns the dates of the row of two people after `now` on which nothing is planned yet.
#[must_use]
pub fn free<'a>(model: &'a Model, env: &Env<'_>, now: Instant, pair: PairId) -> Vec<Upcoming<'a>> {
    let mut dates = upcoming(model, env, now, pair);
    dates.retain(|date| date.state == DateState::Free);
    dates
}

/// Returns the dates after `now` that the rows of all people keep, without those on which a session is planned, each with a
/// pair of the row.
#[must_use]
pub fn kept_dates<'a>(model: &'a Model, env: &Env<'_>, now: Instant) -> Vec<(PairId, Upcoming<'a>)> {
    let (same, mut seen, mut dates) = (SamePairs::of(model), BTreeSet::new(), Vec::new());
    for (pair, _) in model.pairs() {
        if seen.insert(same.one(pair)) {
            dates.extend(free(model, env, now, pair).into_iter().map(|date| (pair, date)));
        }
    }
    dates
}

/// Returns true if so few dates of the row are left that the next quarter is offered.
#[must_use]
pub fn is_ending(model: &Model, env: &Env<'_>, now: Instant, pair: PairId) -> bool {
    let left =
        |dates: Vec<Upcoming<'_>>| dates.iter().filter(|date| date.state != DateState::Skipped).count();
    let has_slot = standing(model, pair).is_some_and(|(_, standing)| standing.slot.is_some());
    has_slot && left(upcoming(model, env, now, pair)) < FEW
}

/// Keeps a slot of this rhythm at the day and time of session `id`, in place of any other slot of the two, and plans the
/// next session.
pub(super) fn keep(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (id, rhythm): (SessionId, Rhythm),
    effects: &mut Vec<Effect>,
) {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return;
    };
    let Some(half) = session.manager_half() else { return };
    let plan = &half.plan;
    let (slot, zone) = (slot_at(&plan.schedule, rhythm), plan.schedule.zone.clone());
    let pair = standing(model, session.pair).map_or(session.pair, |(pair, _)| pair);
    let today = env.local(now, &zone).unwrap_or(slot.first);
    let standing = Standing::new(pair, slot, zone, &plan.coaching_type, plan.minutes, today);
    model.record(RecordId::Standing(pair), Record::Standing(standing));
    share(model, pair);
    plan_next(model, env, now, id);
    match model.screen.address() {
        Screen::Session(_) => move_focus(effects, Focus::Notes),
        Screen::Standing(_) => {}
        _ => put_up(model, Screen::Standing(pair), effects),
    }
}

/// Plans the next date of the slot once the open session is over, unless a session of the two is planned.
pub(super) fn plan_after(model: &mut Model, env: &Env<'_>, now: Instant) {
    let Some(id) = model.open_session() else { return };
    let is_over = model.half(id).is_some_and(|half| match &half.course {
        Course::Begun { log, .. } => log.last().is_some_and(|last| last.change == Change::Ended),
        Course::Planned => false,
    });
    if is_over {
        plan_next(model, env, now, id);
    }
}

/// Plans the next date of the slot like session `id`, unless a session of the two is planned. On the screen of a session,
/// *Undo* takes the date back.
fn plan_next(model: &mut Model, env: &Env<'_>, now: Instant, id: SessionId) {
    let Some(session) = model.session(id).filter(|session| model.side(session.pair) == Party::Manager) else {
        return;
    };
    let is_booked = rhythm::booked(model, id, env.local(now, &model.zone)).is_some();
    let next = free(model, env, now, session.pair).first().map(|next| next.date.clone());
    if let Some(planned) = next.filter(|_| !is_booked).and_then(|next| plan(model, env, id, &next)) {
        remember_booking(model, planned);
    }
}

/// Plans a date of the row like session `id`: see [`plan_of`]. Returns the id of the planned session.
fn plan(model: &mut Model, env: &Env<'_>, id: SessionId, next: &StandingDate) -> Option<SessionId> {
    let pair = standing(model, model.session(id)?.pair)?.0;
    let plan = plan_of(model, env, id, next)?;
    Some(begin(model, Some(next.session), pair, plan))
}

/// Returns the plan for a date of the row: that of session `id`, with the type and the length of the date.
pub(super) fn plan_of(model: &Model, env: &Env<'_>, id: SessionId, next: &StandingDate) -> Option<Plan> {
    let (_, standing) = standing(model, model.session(id)?.pair)?;
    let last = &model.half(id)?.plan;
    let template = model.catalogue.find(next.coaching_type.id.as_str());
    let last = match template.filter(|_| last.coaching_type.id != next.coaching_type.id) {
        Some(template) => last.retyped(template, &model.catalogue),
        None => last.clone(),
    };
    Some(Plan {
        agenda: rest_of(model, id).unwrap_or_else(|| following(&last, next.minutes, &model.catalogue)),
        coaching_type: next.coaching_type.clone(),
        minutes: next.minutes,
        schedule: Schedule::new(next.local, standing.zone.clone(), env.zones),
        ..last
    })
}

/// Plans the date of the row that begins at `begins` like session `id`; `None` if the row has no such date.
fn plan_at(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    id: SessionId,
    begins: Instant,
) -> Option<SessionId> {
    let pair = model.session(id)?.pair;
    let next = free(model, env, now, pair).into_iter().find(|next| next.begins == begins)?.date.clone();
    plan(model, env, id, &next)
}

/// Books the next session of the same two people for `local` on this device, without the form; on a date of their row, the
/// session of that date. The plan is that of session `id` otherwise: see [`follow`].
pub(super) fn book_next(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (id, local): (SessionId, LocalDateTime),
    effects: &mut Vec<Effect>,
) {
    let begins = env.instant(local, &model.zone);
    let Some(next) = plan_at(model, env, now, id, begins).or_else(|| book(model, env, id, local)) else {
        return;
    };
    if model.screen.list().is_some() {
        // Booked from the list: the session is there to be sent and put into the calendar.
        put_up(model, Screen::Session(next), effects);
    } else {
        remember_booking(model, next);
        // The buttons of the dates disappear with the choice.
        move_focus(effects, Focus::Notes);
    }
}

/// Plans a session like session `id` for `local` on this device. Returns its id.
fn book(model: &mut Model, env: &Env<'_>, id: SessionId, local: LocalDateTime) -> Option<SessionId> {
    let pair = model.session(id)?.pair;
    let plan = follow(model, id, Schedule::new(local, model.zone.clone(), env.zones))?;
    Some(begin(model, None, pair, plan))
}

/// Skips the date of this session in the row, or puts it back.
pub(super) fn toggle(model: &mut Model, pair: PairId, session: SessionId) {
    change(model, pair, |_, standing| standing.toggled(session));
}

/// Adds the next quarter to the row.
pub(super) fn extend(model: &mut Model, env: &Env<'_>, now: Instant, pair: PairId) {
    change(model, pair, |pair, standing| match env.local(now, &standing.zone) {
        Some(today) => standing.extended(pair, today),
        None => standing.clone(),
    });
}

fn change(model: &mut Model, pair: PairId, change: impl Fn(PairId, &Standing) -> Standing) {
    let changed = standing(model, pair).map(|(pair, standing)| (pair, change(pair, standing)));
    if let Some((pair, changed)) = changed.filter(|(pair, _)| model.side(*pair) == Party::Manager) {
        model.record(RecordId::Standing(pair), Record::Standing(changed));
        share(model, pair);
    }
}

/// Puts the row of the pair, as it is now, into the planned sessions of the two, with which it goes to the seller.
pub(super) fn share(model: &mut Model, pair: PairId) {
    let row = kept_row(model, pair).map(|(_, row)| row.clone());
    let pairs = all(model, pair);
    let planned = model.sessions().filter(|session| {
        pairs.contains(&session.pair) && session.manager_half().is_some_and(ManagerHalf::is_planned)
    });
    for id in planned.map(|session| session.id).collect::<Vec<_>>() {
        model.change(id, &mut |half| half.ahead.standing.clone_from(&row));
    }
}

/// Returns the instant at which this person, the manager, ended the slot of two people; `None` while they have a row, and if
/// they never had one.
#[must_use]
pub fn ended(model: &Model, pair: PairId) -> Option<Instant> {
    let end = |pair| {
        let kept = model.kept.get(&Key::Record(RecordId::Standing(pair)))?;
        match kept.value().register()?.shown().written {
            Written::Deleted(at) => Some(at),
            Written::Content(_) => None,
        }
    };
    let ends = all(model, pair).into_iter().filter_map(end);
    ends.max().filter(|_| kept_row(model, pair).is_none() && model.side(pair) == Party::Manager)
}

/// Ends the slot. Sessions that are planned stay. *Undo* brings the slot back while its screen is open.
pub(super) fn end(model: &mut Model, now: Instant, pair: PairId, effects: &mut Vec<Effect>) {
    let (writer, pairs) = (model.writer, all(model, pair));
    let mut rows = Vec::new();
    for pair in pairs {
        if let Some(Record::Standing(row)) = model.content(RecordId::Standing(pair)) {
            rows.push((pair, row.clone()));
        }
        if let Some(kept) = model.kept.get_mut(&Key::Record(RecordId::Standing(pair))) {
            kept.set(kept.value().deleted(writer, now));
        }
    }
    share(model, pair);
    if let OpenScreen::Standing(_, ended) = &mut model.screen {
        *ended = rows;
    }
    move_focus(effects, Focus::Heading);
}

/// Brings back the slot that was ended on the open screen, unless the two have another one since.
pub(super) fn undo_end(model: &mut Model, effects: &mut Vec<Effect>) {
    let OpenScreen::Standing(pair, rows) = &mut model.screen else { return };
    let (pair, rows) = (*pair, std::mem::take(rows));
    if ended(model, pair).is_none() {
        return;
    }
    for (pair, row) in rows {
        model.record(RecordId::Standing(pair), Record::Standing(row));
    }
    share(model, pair);
    move_focus(effects, Focus::Heading);
}

/// Skips the date of a planned session that is about to be deleted, or puts it back after the deletion was undone: a
/// cancelled date is not planned again.
pub(super) fn skip(model: &mut Model, id: SessionId, is_skipped: bool) {
    let Some(session) = model.session(id) else { return };
    let Some((pair, standing)) = standing(model, session.pair) else { return };
    let Some(half) = session.manager_half().filter(|half| half.is_planned()) else { return };
    let schedule = &half.plan.schedule;
    let is_at = schedule.zone == standing.zone;
    let is_of = |date: &&StandingDate| date.session == id || is_at && date.local == schedule.local;
    let date = standing.dates.iter().find(is_of).filter(|date| date.is_skipped != is_skipped);
    if let Some(session) = date.map(|date| date.session) {
        toggle(model, pair, session);
    }
}
