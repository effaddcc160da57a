//! The clock of the open session: every change is an entry in its log.

use super::note;
use super::open_clock::read;
use super::screen::put_up;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::readiness::Handshake;
use crate::domain::session::Session;
use crate::domain::time::{Instant, Minutes, Span};
use crate::domain::timing::{Baseline, Cause, Change, Log};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::Event;
use crate::program::state::model::Model;
use crate::program::state::screen::ClockQuestion;
use crate::timer::boundary;
use crate::timer::catch_up::{self, CatchUp, GAP};
use crate::timer::reading::{JITTER, Phase, Reading};

/// Starts the clock of the open session: the minutes of the agenda become the baseline, the plan by which the
/// clock is read.
pub(super) fn start(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session() else { return };
    if model.half(id).is_none_or(|half| !half.is_planned()) {
        return;
    }
    put_up(model, Screen::Session(id), effects);
    let both = model.session(id).is_some_and(Session::both_are_ready);
    model.change(id, &mut |half| {
        half.prepared.handshake = Some(if both { Handshake::Ready } else { Handshake::Together });
        let baseline = Baseline::of(&half.plan.agenda);
        half.course = Course::Begun { baseline, log: Log::default().with(now, Change::Started) };
    });
    note::park_the_rest(model, id);
}

/// Pauses the clock of the open session.
pub(super) fn pause(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| (reading.phase == Phase::Running).then_some(Change::Paused));
}

/// Resumes the paused clock of the open session.
pub(super) fn resume(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| (reading.phase == Phase::Paused).then_some(Change::Resumed));
}

/// Goes on to the next agenda item.
pub(super) fn go_on(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| reading.next().map(|next| Change::MovedTo(next.item)));
}

/// Goes back to the agenda item before.
pub(super) fn go_back(model: &mut Model, now: Instant) {
    log(model, now, &|_, reading| reading.previous().map(|previous| Change::MovedTo(previous.item)));
}

/// Skips the current agenda item, if that is possible.
pub(super) fn skip(model: &mut Model, now: Instant) {
    log(model, now, &|half, reading| {
        reading.next().filter(|_| can_skip(half, reading)).map(|next| Change::SkippedTo(next.item))
    });
}

/// Gives the current agenda item so many more minutes.
pub(super) fn extend(model: &mut Model, now: Instant, by: Minutes) {
    log(model, now, &|_, reading| reading.current().map(|current| Change::Extended(current.item, by)));
}

/// Ends the open session.
pub(super) fn end(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    if log(model, now, &|_, reading| {
        matches!(reading.phase, Phase::Running | Phase::Paused).then_some(Change::Ended)
    }) {
        move_focus(effects, Focus::Heading);
    }
}

/// Undoes the last entry of the clock's log. Excludes the time between the end and its undo. The undo of a
/// start leaves a planned session, without asked questions and answers at the close.
pub(super) fn undo(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(id) = model.open_session() else { return };
    // The line of a note belongs to a session that has begun.
    if !note::keep(model, now, effects) {
        return;
    }
    if let Some(state) = model.screen.session_mut() {
        state.clock_question = None;
    }
    // Undoing an answer opens its question again, so the last sign of life before the answer counts again.
    let answered = model.seen_before_answer.take();
    model.seen = answered.or(model.seen);
    let ended = read(model, now).and_then(|reading| reading.ended);
    // Excludes the time between the end and its undo.
    let over = ended.filter(|ended| answered.is_none() && now.since(*ended) >= GAP);
    let mut starts = false;
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = log.without_last();
            if let Some(seen) = over {
                *log = log.with(now, Change::Jumped { seen, cause: Cause::Away });
            }
            starts = log.0.is_empty();
        }
        if starts {
            // A session that has not begun has no asked questions.
            half.course = Course::Planned;
            half.asked.clear();
            half.prepared.handshake = None;
        }
    });
    if starts {
        super::close::take_out(model, id);
    }
    if ended.is_some() || starts {
        move_focus(effects, Focus::Heading);
    }
}

/// Answers the question about the clock: the session went on while the page was asleep.
pub(super) fn answer_stayed(model: &mut Model, now: Instant) {
    answer(model, now, |_| Change::Stayed);
}

/// Answers the question about the clock: the time in which the page was asleep does not count.
pub(super) fn answer_gap(model: &mut Model, now: Instant, cause: Cause) {
    answer(model, now, |question| {
        let (CatchUp::Unseen { seen, .. } | CatchUp::LeftRunning { seen, .. }) = question.about;
        Change::Jumped { seen, cause }
    });
}

/// Logs the answer to the question about the clock; returns true if a question was open and the answer was
/// logged. Remembers when the page was last known to be awake before it, in case the answer is undone at
/// once.
fn answer(model: &mut Model, at: Instant, change: impl Fn(&ClockQuestion) -> Change) -> bool {
    let question = model.screen.session_mut().and_then(|state| state.clock_question.take());
    let Some(question) = question else { return false };
    let seen = model.seen;
    let answered = log(model, at, &|_, _| Some(change(&question)));
    model.seen_before_answer = seen;
    answered
}

/// Moves the suggested end of a session that was left running; positive is later. It stays between `now` and
/// the instant at which the page was last known to be awake.
pub(super) fn move_end(model: &mut Model, now: Instant, by: Span) {
    let Some(state) = model.screen.session_mut() else { return };
    let Some(question) = &mut state.clock_question else { return };
    if let CatchUp::LeftRunning { seen, .. } = question.about {
        question.end = question.end.plus(by).max(seen).min(now);
    }
}

/// Ends a session that was left running, at the suggested end.
pub(super) fn confirm_end(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(end) = model.clock_question().map(|question| question.end) else { return };
    if answer(model, end, |_| Change::Ended) {
        move_focus(effects, Focus::Heading);
    }
}

/// Asks about time that passed while the page was asleep. Drops the question if the session moved on in
/// another window.
pub(super) fn catch_up(model: &mut Model, now: Instant) {
    let Screen::Session(session) = model.screen.address() else { return };
    let about = match model.half(session).map(|half| &half.course) {
        Some(Course::Begun { baseline, log }) => catch_up::catch_up(baseline, log, model.seen, now),
        Some(Course::Planned) | None => None,
    };
    let Some(state) = model.screen.session_mut() else { return };
    match (about, &mut state.clock_question) {
        (None, question) => *question = None,
        (Some(about), Some(question)) => question.about = about,
        (Some(about), question) => {
            let end = match about {
                CatchUp::LeftRunning { probable_end, .. } => probable_end,
                CatchUp::Unseen { .. } => now,
            };
            *question = Some(ClockQuestion { about, end });
        }
    }
}

/// Logs that the device's clock was set back, if the event tells so, or the page was last awake at a later
/// time than `now`.
pub(super) fn notice_set_back(model: &mut Model, now: Instant, event: &Event) {
    if let Event::ClockSetBack { seen } = event {
        log(model, now, &|_, _| Some(Change::Jumped { seen: *seen, cause: Cause::ClockChanged }));
    } else {
        notice_step(model, now);
    }
}

/// Logs a step backward of the device's clock that shows only in the log, or in the instant at which the page
/// was last known to be awake.
pub(super) fn notice_step(model: &mut Model, now: Instant) {
    let Some(reading) = read(model, now) else { return };
    let seen = model.seen.filter(|seen| seen.since(now) > JITTER);
    if reading.phase != Phase::Running || (reading.set_back <= JITTER && seen.is_none()) {
        return;
    }
    let good = seen.unwrap_or_else(|| now.plus(reading.set_back));
    log(model, now, &|_, _| Some(Change::Jumped { seen: good, cause: Cause::ClockChanged }));
}

/// Returns the next instant at which more than the clock face changes; `None` while the clock does not run.
pub(super) fn next_boundary(model: &Model, now: Instant) -> Option<Instant> {
    boundary::next_boundary(&read(model, now)?, now)
}

/// Adds the change that `change` returns to the log of the open session's clock; returns true if there was
/// one to add. An ended session takes no more.
fn log(model: &mut Model, at: Instant, change: &dyn Fn(&ManagerHalf, &Reading) -> Option<Change>) -> bool {
    let (Some(id), Some(reading)) = (model.open_session(), read(model, at)) else { return false };
    let change = model.half(id).and_then(|half| change(half, &reading));
    let Some(change) = change.filter(|_| reading.phase != Phase::Ended) else { return false };
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = log.with(at, change);
        }
    });
    model.seen_before_answer = None;
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
