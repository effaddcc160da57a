//! The clock of the open session: every change is an entry in its log.

use super::differently::carry_over;
use super::open_clock::read;
use super::screen::put_up;
use super::{leap, line, note, offer, standing};
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::readiness::Handshake;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Span};
use crate::domain::timing::{Baseline, Cause, Change, Log};
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::timer::boundary;
use crate::timer::catch_up::{self, GAP};
use crate::timer::reading::{Phase, Reading};

/// Greatest time before the booked start, or after it on another day, at which a session starts unasked: one hour.
const NEAR: Span = Span::minutes(60);

/// Least time spent on an item that the two went through: one minute.
const GONE_THROUGH: Span = Span::minutes(1);

/// Starts the clock of the open session, or first asks about a session that is booked for another time.
pub(super) fn start_on_time(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let half = model.open_session().and_then(|id| model.half(id)).filter(|half| half.is_planned());
    let is_far = half.is_some_and(|half| is_far(model, env, now, &half.plan.schedule));
    match model.screen.session_mut() {
        Some(state) if is_far => {
            state.asks_start = true;
            move_focus(effects, Focus::Heading);
        }
        _ => start(model, now, effects),
    }
}

/// Returns true if `now` is more than [`NEAR`] before the booked start, or after it on another day of this device.
fn is_far(model: &Model, env: &Env<'_>, now: Instant, schedule: &Schedule) -> bool {
    let begins = schedule.begins(env.zones);
    let day = |at| env.local(at, &model.zone).map(LocalDateTime::date_field);
    begins.since(now) > NEAR || now.since(begins) > NEAR && day(now) != day(begins)
}

/// Asks no longer about a session that is booked for another time.
pub(super) fn decline_start(model: &mut Model) {
    if let Some(state) = model.screen.session_mut() {
        state.asks_start = false;
    }
}

/// Starts the clock of the open session, and shows its screen: the minutes of the agenda become the baseline,
/// the plan by which the clock is read. Records how the two agreed, and parks the seller's topics without a
/// slot in the agenda. Does nothing if the session has begun.
pub(super) fn start(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session() else { return };
    if model.half(id).is_none_or(|half| !half.is_planned()) {
        return;
    }
    put_up(model, Screen::Session(id), effects);
    let both = model.session(id).is_some_and(|session| session.both_are_ready(&model.catalogue));
    model.change(id, &mut |half| {
        half.prepared.handshake = Some(if both { Handshake::Ready } else { Handshake::Together });
        let baseline = Baseline::of(&half.plan.agenda);
        half.course = Course::Begun { baseline, log: Log::default().with(now, Change::Started) };
    });
    note::park_the_rest(model, id);
    carry_over(model, id);
}

/// Records that the open session, whose date has passed, took place at its booked start. Its clock did not run.
pub(super) fn say_happened(model: &mut Model, env: &Env<'_>, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session() else { return };
    let Some(half) = model.half(id).filter(|half| half.is_planned()) else { return };
    let begins = half.plan.schedule.begins(env.zones);
    model.change(id, &mut |half| {
        let log = Log::default().with(begins, Change::Started).with(begins, Change::Ended);
        half.course = Course::Begun { baseline: Baseline::of(&half.plan.agenda), log };
    });
    carry_over(model, id);
    move_focus(effects, Focus::Heading);
}

/// Pauses the running clock of the open session; does nothing to any other clock.
pub(super) fn pause(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| (reading.phase == Phase::Running).then_some(Change::Paused));
}

/// Resumes the paused clock of the open session; does nothing to any other clock.
pub(super) fn resume(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| (reading.phase == Phase::Paused).then_some(Change::Resumed));
}

/// Goes on to the next agenda item, if there is one and the session is not over.
pub(super) fn go_on(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    if log(model, now, &|_, reading| reading.next().map(|next| Change::MovedTo(next.item))) {
        offer::make(model);
    }
    effects.push(Effect::Show(Focus::Heading));
}

/// Goes back to the agenda item before, if there is one and the session is not over.
pub(super) fn go_back(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    log(model, now, &|_, reading| reading.previous().map(|previous| Change::MovedTo(previous.item)));
    effects.push(Effect::Show(Focus::Heading));
}

/// Leaves the current agenda item for the next one, if [`can_skip`] allows it. An item counts as skipped only if the two
/// spent less than [`GONE_THROUGH`] on it.
pub(super) fn skip(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    if log(model, now, &|half, reading| {
        let next = reading.next().filter(|_| can_skip(half, reading))?.item;
        let is_gone_through = reading.current().is_some_and(|current| current.spent >= GONE_THROUGH);
        Some(if is_gone_through { Change::MovedTo(next) } else { Change::SkippedTo(next) })
    }) {
        offer::make(model);
    }
    effects.push(Effect::Show(Focus::Heading));
}

/// Gives the current agenda item so many more minutes, unless the session is over.
pub(super) fn extend(model: &mut Model, now: Instant, by: Minutes) {
    log(model, now, &|_, reading| reading.current().map(|current| Change::Extended(current.item, by)));
}

/// Ends the open session, if its clock is running or paused, and plans the next date of a standing slot.
pub(super) fn end(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    if log(model, now, &|_, reading| {
        matches!(reading.phase, Phase::Running | Phase::Paused).then_some(Change::Ended)
    }) {
        move_focus(effects, Focus::Heading);
    }
    standing::plan_after(model, env, now);
}

/// Undoes the last change of the log that a person made, with one press. Excludes the time between the end and its undo. The
/// undo of a start leaves a planned session without asked questions. Its notes and answers at the close come
/// back when it begins and ends again. Keeps an open note first, and does nothing if its text is too long.
pub(super) fn undo(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session() else { return };
    // The line of a note belongs to a session that has begun.
    if !line::keep(model, env, now, effects) {
        return;
    }
    let Some(Course::Begun { log, .. }) = model.half(id).map(|half| &half.course) else { return };
    let Some(place) = catch_up::last_act(log) else { return };
    let Some(undone) = log.0.get(place).copied() else { return };
    let ended = read(model, now).and_then(|reading| reading.ended);
    // Undoing an answer opens its question again.
    let is_answer = leap::ask_again(model, id, place, undone);
    // Excludes the time between the end and its undo.
    let over = ended.filter(|ended| !is_answer && now.since(*ended) >= GAP);
    let mut starts = false;
    let rest = model.session(id).map(|session| session.topics().1.to_vec()).unwrap_or_default();
    model.change(id, &mut |half| {
        let never_ran = half.is_unclocked();
        if let Course::Begun { log, .. } = &mut half.course {
            for place in (0..=place).rev().take(offer::made_together(log, place)) {
                *log = log.without(place);
            }
            if let Some(seen) = over {
                *log = log.with(now, Change::Jumped { seen, cause: Cause::Away });
            }
            starts = undone.change == Change::Started || never_ran;
        }
        if starts {
            // A session that has not begun has no asked questions.
            half.course = Course::Planned;
            half.asked.clear();
            // The next start parks what is left of the seller's topics then.
            half.notes.all.retain(|note| !note::is_parked_topic(note, &rest));
            half.prepared.handshake = None;
            // The manager hands in again. The seller's half belongs to the seller, and changes by no undo.
            half.closing.is_in = false;
        }
    });
    if ended.is_some() || starts {
        move_focus(effects, Focus::Heading);
    }
}

/// Returns the next instant at which more than the clock face of the open session changes; `None` while its
/// clock does not run.
pub(super) fn next_boundary(model: &Model, now: Instant) -> Option<Instant> {
    boundary::next_boundary(&read(model, now)?, now)
}

/// Adds the change that `change` returns to the log of the open session's clock; returns true if there was
/// one to add. An ended session takes no more.
pub(super) fn log(
    model: &mut Model,
    at: Instant,
    change: &dyn Fn(&ManagerHalf, &Reading) -> Option<Change>,
) -> bool {
    let (Some(id), Some(reading)) = (model.open_session(), read(model, at)) else { return false };
    let change = model.half(id).and_then(|half| change(half, &reading));
    let Some(change) = change.filter(|_| reading.phase != Phase::Ended) else { return false };
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = log.with(at, change);
        }
    });
    // The state of the screen is saved too: it holds the last sign of life, by the new time.
    model.screen_unsaved = true;
    true
}

/// Returns true if the current item can be skipped: another item follows, and the item is not protected.
#[must_use]
pub fn can_skip(half: &ManagerHalf, reading: &Reading) -> bool {
    let Some(current) = reading.current() else { return false };
    let protected = half.plan.agenda.item(current.item).is_some_and(|item| item.role.is_protected());
    !protected && reading.next().is_some()
}
