//! Time that passed unseen, and steps of the device's clock: noticed, asked about, and answered.
//!
//! A leap stays until the two answer, on whichever screen and after whichever further step. The log holds the
//! answer at the place of the leap, so that later entries keep their time.

use super::open_clock::read;
use crate::domain::half::Course;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::{Instant, Span};
use crate::domain::timing::{Baseline, Cause, Change, Entry, LEAP_LIMIT, Leap, Log};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::Event;
use crate::program::state::hold::ClockQuestion;
use crate::program::state::model::{Answered, Model};
use crate::timer::catch_up::{self, CatchUp, GAP};
use crate::timer::reading::{JITTER, Phase, reading};
use crate::timer::steps::Step;

/// The age of the last entry beyond which a step of the clock no longer concerns a session.
const FORGOTTEN: Span = Span::minutes(24 * 60);

/// Notices a step of the device's clock, and time that passed unseen, and notes `now` as a sign of life.
/// Ignores the start and news of another window. Comes before anything is logged by the new time.
pub(super) fn notice(model: &mut Model, now: Instant, event: &Event) {
    match event {
        // Nothing is read yet; and another window may tell that it logged the step that is yet to be noticed
        // here.
        Event::Booted(_) | Event::ChangedElsewhere(_) => return,
        Event::ClockStepped(step) => step_clock(model, now, step),
        _ => {
            notice_gap(model, now, Absence::Asleep);
            notice_step(model, now);
        }
    }
    seen(model, now);
}

/// Notes `now` as a sign of life, and the steps of the clock that the logs hold by now: a step that is noticed later is
/// none of these.
fn seen(model: &mut Model, now: Instant) {
    model.seen = Some(now);
    let steps = |id| clock(model, id).map(|(_, log)| log.0.iter().filter(|entry| catch_up::is_step(entry)));
    let steps = |id| steps(id).into_iter().flatten().map(move |entry| (id, *entry));
    model.known_steps = running(model, now).into_iter().flat_map(steps).collect();
}

/// Returns true if the log of the session holds the step, because another window noticed it.
fn is_logged(model: &Model, id: SessionId, step: &Step, now: Instant) -> bool {
    clock(model, id).is_some_and(|(_, log)| {
        let is_new = |entry: &&Entry| !model.known_steps.contains(&(id, **entry));
        catch_up::knows_step(log.0.iter().filter(is_new), step, now)
    })
}

/// Notices, at the start, the time in which the page was closed, and notes `now` as a sign of life.
pub(super) fn notice_start(model: &mut Model, now: Instant) {
    notice_gap(model, now, Absence::Closed);
    notice_step(model, now);
    seen(model, now);
}

/// The state of the page during a time that passed unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Absence {
    /// The page was open: the time that passed is real.
    Asleep,
    /// The page was closed: the clock may have been set meanwhile.
    Closed,
}

/// Returns the sessions that have begun, are not over and were changed within a day, and the open one. The
/// clock runs on the manager's device alone: the sessions of other managers are left out.
fn running(model: &Model, now: Instant) -> Vec<SessionId> {
    let open = model.open_session();
    let mut running = Vec::new();
    for session in model.sessions().filter(|session| model.side(session.pair) == Party::Manager) {
        let Some(Course::Begun { baseline, log }) = session.manager_half().map(|half| &half.course) else {
            continue;
        };
        let age = log.last().map_or(Span::ZERO, |last| now.since(last.at));
        let is_on = age < FORGOTTEN && reading(baseline, log, now).phase != Phase::Ended;
        if is_on || open == Some(session.id) {
            running.push(session.id);
        }
    }
    running
}

/// Returns the baseline and the log of a session's clock; `None` if the session has not begun.
fn clock(model: &Model, id: SessionId) -> Option<(&Baseline, &Log)> {
    match &model.half(id)?.course {
        Course::Begun { baseline, log } => Some((baseline, log)),
        Course::Planned => None,
    }
}

/// Adds an entry to the log of a session.
fn log(model: &mut Model, id: SessionId, at: Instant, change: Change) {
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = log.with(at, change);
        }
    });
    model.screen_unsaved = true;
}

/// Takes a step of the device's clock out of all sessions that are on. A step backward and a small step
/// forward do not count. A large step forward is a leap: the machine may have slept meanwhile.
fn step_clock(model: &mut Model, now: Instant, step: &Step) {
    let unset = now.minus(step.by);
    notice_gap(model, unset, Absence::Asleep);
    for id in running(model, now) {
        if is_logged(model, id, step, now) {
            continue;
        }
        if step.by >= GAP {
            add(model, id, unset, now, step.is_watched);
        } else if step.by < Span::ZERO || step.is_watched {
            let change = Change::Jumped { seen: unset, cause: Cause::ClockChanged };
            self::log(model, id, now, change);
        }
        // A clock that goes back makes the leaps before it doubtful.
        if Span::ZERO.minus(step.by) >= GAP {
            let doubtful = model.leaps.iter_mut().filter(|leap| leap.session == id);
            doubtful.for_each(|leap| leap.is_asked = true);
        }
    }
}

/// Remembers the time since the last sign of life, if it was long. Asks about it if the end of an item
/// passed, or the session seems to be over.
fn notice_gap(model: &mut Model, now: Instant, absence: Absence) {
    let seen = model.seen.filter(|seen| *seen <= now);
    for id in running(model, now) {
        // No alarm wakes the page for a session on another screen.
        let is_shown = model.screen.address() == Screen::Session(id);
        if !is_shown && (absence == Absence::Asleep || model.seen.is_none()) {
            continue;
        }
        let Some((baseline, log)) = clock(model, id) else { continue };
        let Some(touched) = log.last().map(|last| last.at) else { continue };
        let since = seen.map_or(touched, |seen| seen.max(touched));
        match catch_up::catch_up(baseline, log, seen, now) {
            Some(CatchUp::Unseen { seen, .. }) => add(model, id, seen, now, true),
            // A page that is awake finds the session left at each event.
            Some(CatchUp::LeftRunning { .. }) if is_asked_about(model, id) => {}
            Some(CatchUp::LeftRunning { seen, .. }) => add(model, id, seen, now, true),
            None if absence == Absence::Closed && now.since(since) >= GAP => {
                add(model, id, since, now, false)
            }
            None => {}
        }
    }
}

/// Returns true if a question about the session's clock is open.
fn is_asked_about(model: &Model, id: SessionId) -> bool {
    model.leaps.iter().any(|leap| leap.session == id && leap.is_asked)
}

/// Remembers the leap between two instants, to be asked about if `is_asked` or if the end of an item passed
/// meanwhile. Of too many, one that is not asked about is forgotten.
fn add(model: &mut Model, session: SessionId, from: Instant, to: Instant, is_asked: bool) {
    let Some((baseline, log)) = clock(model, session) else { return };
    let asks = catch_up::catch_up(baseline, log, Some(from), to).is_some();
    let leap = Leap { session, after: log.0.len(), from, to, is_asked: is_asked || asks };
    if model.leaps.len() >= LEAP_LIMIT {
        let place = model.leaps.iter().position(|leap| !leap.is_asked).unwrap_or_default();
        model.leaps.remove(place);
    }
    model.leaps.push(leap);
    model.screen_unsaved = true;
}

/// Logs a step backward of more than [`JITTER`]: in all sessions that are on if the last sign of life lies
/// after `now`, else in the open running session if its log is ahead of `now`.
pub(super) fn notice_step(model: &mut Model, now: Instant) {
    if let Some(seen) = model.seen.filter(|seen| seen.since(now) > JITTER) {
        let step = Step { by: now.since(seen), last: seen, is_watched: false };
        for id in running(model, now) {
            if !is_logged(model, id, &step, now) {
                log(model, id, now, Change::Jumped { seen, cause: Cause::ClockChanged });
            }
        }
        return;
    }
    // The log of another device can be ahead.
    let ahead =
        read(model, now).filter(|reading| reading.phase == Phase::Running && reading.set_back > JITTER);
    if let (Some(reading), Some(id)) = (ahead, model.open_session()) {
        let seen = now.plus(reading.set_back);
        log(model, id, now, Change::Jumped { seen, cause: Cause::ClockChanged });
    }
}

/// Returns the first open question of a session, and its place among the leaps.
fn question(model: &Model, id: SessionId, now: Instant) -> Option<(usize, CatchUp)> {
    let (baseline, log) = clock(model, id)?;
    let asked = model.leaps.iter().enumerate().filter(|(_, leap)| leap.session == id && leap.is_asked);
    asked.filter_map(|(place, leap)| Some((place, catch_up::question(baseline, log, leap, now)?))).next()
}

/// Puts the first open question of the open session on the screen. Forgets the leaps that are answered, and
/// those of sessions that are gone or have not begun.
pub(super) fn ask(model: &mut Model, now: Instant) {
    let mut leaps = std::mem::take(&mut model.leaps);
    let before = leaps.len();
    leaps.retain(|leap| {
        let Some((baseline, log)) = clock(model, leap.session) else { return false };
        let is_over = || reading(baseline, log, now).phase == Phase::Ended;
        let is_question = || leap.is_asked && catch_up::question(baseline, log, leap, now).is_some();
        !catch_up::is_answered(log, leap) && (!is_over() || is_question())
    });
    model.screen_unsaved |= leaps.len() != before;
    model.leaps = leaps;
    let Screen::Session(session) = model.screen.address() else { return };
    let about = question(model, session, now).map(|(_, about)| about);
    let Some(state) = model.screen.session_mut() else { return };
    match (about, &mut state.clock_question) {
        (None, question) => *question = None,
        (Some(about), Some(question)) if question.is_about_the_same(about) => question.about = about,
        (Some(about), question) => {
            let end = match about {
                CatchUp::LeftRunning { probable_end, .. } => probable_end,
                CatchUp::Unseen { .. } => now,
            };
            *question = Some(ClockQuestion { about, end });
        }
    }
}

/// Answers the question of the clock: the session went on.
pub(super) fn answer_stayed(model: &mut Model, now: Instant) {
    answer(model, now, |leap, is_last| {
        let at = if is_last { now } else { leap.to };
        Entry { at, change: Change::Stayed }
    });
}

/// Answers the question of the clock: the time in question does not count.
pub(super) fn answer_gap(model: &mut Model, now: Instant, cause: Cause) {
    answer(model, now, |leap, _| Entry { at: leap.to, change: Change::Jumped { seen: leap.from, cause } });
}

/// Moves the suggested end; positive is later. The end stays between the last sign of life and now.
pub(super) fn move_end(model: &mut Model, now: Instant, by: Span) {
    let Some(state) = model.screen.session_mut() else { return };
    let Some(question) = &mut state.clock_question else { return };
    if let CatchUp::LeftRunning { seen, .. } = question.about {
        question.end = question.end.plus(by).max(seen).min(now);
    }
}

/// Ends a session that was left running, at the suggested end.
pub(super) fn confirm_end(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(question) = model.clock_question() else { return };
    let (end, CatchUp::LeftRunning { .. }) = (question.end, question.about) else { return };
    if answer(model, now, |_, _| Entry { at: end, change: Change::Ended }) {
        move_focus(effects, Focus::Heading);
    }
}

/// Logs the answer to the first open question of the open session, at the place of its leap. Remembers the
/// leap, in case the answer is undone. `entry` makes the log entry of the leap, and of true if nothing was
/// logged since the leap, and no later one waits for its answer. Returns false if there is no question.
fn answer(model: &mut Model, now: Instant, entry: impl Fn(&Leap, bool) -> Entry) -> bool {
    let Some(id) = model.open_session() else { return false };
    let Some((place, _)) = question(model, id, now) else { return false };
    let leap = model.leaps.remove(place);
    let Some((_, log)) = clock(model, id) else { return false };
    let after = leap.after.min(log.0.len());
    let has_later = model.leaps.iter().skip(place).any(|later| later.session == id);
    let entry = entry(&leap, after == log.0.len() && !has_later);
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = log.with_at(after, entry.at, entry.change);
        }
    });
    // An earlier leap that was not asked about may have the same place in the log, and stays before this one.
    for later in
        model.leaps.iter_mut().skip(place).filter(|later| later.session == id && later.after >= after)
    {
        later.after = later.after.saturating_add(1);
    }
    if let Some(state) = model.screen.session_mut() {
        state.clock_question = None;
    }
    model.answered = Some(Answered { leap, entry });
    model.screen_unsaved = true;
    true
}

/// Asks again after the undo of `entry` at `place` in the log, if `entry` was the last answer, or any entry
/// that some time does not count. Later leaps move by one place. Returns true if it was the last answer.
pub(super) fn ask_again(model: &mut Model, id: SessionId, place: usize, entry: Entry) -> bool {
    for later in model.leaps.iter_mut().filter(|later| later.session == id && later.after > place) {
        later.after = later.after.saturating_sub(1);
    }
    let last = model.answered.take_if(|answered| answered.leap.session == id && answered.entry == entry);
    let is_last = last.is_some();
    let again = match (last, entry.change) {
        (Some(Answered { leap, .. }), _) => Some(leap),
        (None, Change::Jumped { seen, .. }) => {
            Some(Leap { session: id, after: place, from: seen, to: entry.at, is_asked: true })
        }
        (None, _) => None,
    };
    if let Some(leap) = again {
        let at = model.leaps.iter().position(|other| other.session == id && other.after >= place);
        model.leaps.insert(at.unwrap_or(model.leaps.len()), Leap { after: place, ..leap });
        model.screen_unsaved = true;
    }
    is_last
}
