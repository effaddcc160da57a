//! Adds a planned session to the records: the one of the form, or the next one of two people by one press.

use super::bare::is_bare;
use super::interrupted::{last_interrupted, rest_of, topic_of};
use super::kept_row::kept_row;
use super::names;
use super::screen::remember;
use crate::domain::agenda::SESSION_MINUTES;
use crate::domain::ahead::Ahead;
use crate::domain::closing::Closing;
use crate::domain::following::following;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::Notes;
use crate::domain::plan::Plan;
use crate::domain::readiness::Prepared;
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::domain::time::{Instant, Minutes};
use crate::domain::zone::Schedule;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::screen::{SessionChange, Undone};
use crate::program::update::same::all;
use crate::wire::key::Key;

/// Adds a planned session of the pair; or for `asked` the plan to this session that the seller asked for.
/// Returns the session's id.
pub(super) fn begin(model: &mut Model, asked: Option<SessionId>, pair: PairId, plan: Plan) -> SessionId {
    names::list(model, pair);
    let id = asked.unwrap_or_else(|| model.ids.session());
    let half = ManagerHalf {
        plan,
        prepared: Prepared::default(),
        ahead: ahead(model, pair),
        course: Course::Planned,
        asked: Vec::new(),
        notes: Notes::default(),
        carried: Vec::new(),
        settled: Vec::new(),
        closing: Closing::default(),
    };
    let writer = model.writer;
    // A plan counts two writes from the start: the link of a calendar entry counts one, and yields to it.
    let planned = |half: &Register<ManagerHalf>, plan: ManagerHalf| {
        half.written(writer, Written::Content(plan.clone())).written(writer, Written::Content(plan))
    };
    if let Some(Value::Session(session)) = model.kept.get_mut(&Key::Session(id)).map(Kept::edit) {
        // An earlier plan may have been deleted.
        session.manager = planned(&session.manager, half);
    } else {
        let session = Session { id, pair, manager: planned(&Register::absent(), half), seller: None };
        model.kept.insert(Key::Session(id), Kept::new(Value::Session(Box::new(session))));
    }
    id
}

/// Returns the words ahead of a new session of the pair: the lines that the seller can count on, as in the last
/// session of the two, and the topic of one that was interrupted.
fn ahead(model: &Model, pair: PairId) -> Ahead {
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let last = of_pair.filter_map(Session::manager_half).max_by_key(|half| half.plan.schedule.local);
    let count_on = last.map(|half| half.ahead.count_on.clone()).unwrap_or_default();
    let noted = last_interrupted(model, pair).and_then(|id| topic_of(model, id));
    Ahead { noted, count_on, standing: kept_row(model, pair).map(|(_, row)| row.clone()), ..Ahead::default() }
}

/// Remembers the booking of a session on the open screen for undo.
pub(super) fn remember_booking(model: &mut Model, id: SessionId) {
    let Some(plan) = model.half(id).map(|half| half.plan.fingerprint()) else { return };
    if let Some(state) = model.screen.session_mut() {
        remember(&mut state.undo, SessionChange::Booked(id, plan));
    }
}

/// Takes the last booking on the open screen back. A session that has begun since, or for which somebody wrote something, stays,
/// and the screen says so.
pub(super) fn unbook(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(SessionChange::Booked(id, plan)) = model.screen.session_mut().and_then(|state| state.undo.pop())
    else {
        return;
    };
    let is_bare = is_bare(model, id, plan);
    let writer = model.writer;
    if let Some(kept) = model.kept.get_mut(&Key::Session(id)).filter(|_| is_bare) {
        kept.set(kept.value().deleted(writer, now));
    }
    if let Some(state) = model.screen.session_mut() {
        state.undone = if is_bare { Undone::Whole } else { Undone::Overtaken };
    }
    move_focus(effects, Focus::Notes);
}

/// Returns the plan of session `id` for another start, with the agenda that follows: see [`following`]. A session that was
/// interrupted is followed by what is left of it.
pub(super) fn follow(model: &Model, id: SessionId, schedule: Schedule) -> Option<Plan> {
    let plan = &model.half(id)?.plan;
    if let Some(agenda) = rest_of(model, id) {
        let (least, most) = (*SESSION_MINUTES.start(), *SESSION_MINUTES.end());
        let minutes = Minutes(agenda.minutes().0.clamp(least, most));
        return Some(Plan { agenda, minutes, schedule, ..plan.clone() });
    }
    Some(Plan { agenda: following(plan, plan.minutes, &model.catalogue), schedule, ..plan.clone() })
}
