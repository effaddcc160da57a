//! Buttons that correct the clock of a running session, and those that note the reason of a pause.

use super::action::Action;
use crate::domain::time::Instant;
use crate::domain::timing::{Change, Log, PauseReason};
use crate::program::event::{CorrectionPress, Press};
use crate::program::update::correction::{can_begin, can_end};
use crate::text::message::Message;
use crate::text::{Env, Words};
use crate::timer::boundary::{BEGAN, ENDED};
use crate::timer::reading::{Phase, Reading};

/// A group of buttons that correct the clock, or say more about a pause.
#[derive(Clone, Debug, PartialEq)]
pub struct CorrectionsView {
    /// Name of the group.
    pub name: Words,
    /// Buttons of the group, at least one.
    pub actions: Vec<Action>,
}

/// Returns the buttons that correct the clock; `None` if nothing can be corrected.
pub(crate) fn corrections(env: &Env<'_>, reading: &Reading, now: Instant) -> Option<CorrectionsView> {
    let mut actions = Vec::new();
    for minutes in BEGAN.into_iter().filter(|minutes| can_begin(reading, *minutes, now)) {
        let press = Press::Corrected(CorrectionPress::Began(minutes));
        actions.push(Action::new(env, &Message::BeganAgo { minutes }, press));
    }
    for minutes in ENDED.into_iter().filter(|minutes| can_end(reading, *minutes)) {
        let press = Press::Corrected(CorrectionPress::Ended(minutes));
        actions.push(Action::new(env, &Message::EndedAgo { minutes }, press));
    }
    (!actions.is_empty()).then(|| CorrectionsView { name: env.say(&Message::CorrectClock), actions })
}

/// Returns the button that breaks the session off, to go on another day.
pub(crate) fn interrupt(env: &Env<'_>) -> Action {
    Action::new(env, &Message::Interrupted, Press::Corrected(CorrectionPress::Interrupted))
}

/// Returns the buttons that note the reason of a pause; `None` unless the clock is paused without a reason.
pub(crate) fn pause_reasons(env: &Env<'_>, log: &Log, reading: &Reading) -> Option<CorrectionsView> {
    if reading.phase != Phase::Paused || reason(log).is_some() {
        return None;
    }
    let reasons = [PauseReason::Call, PauseReason::Visitor, PauseReason::Break, PauseReason::Line];
    let action = |reason| Action::new(env, &words(reason), Press::Corrected(CorrectionPress::Paused(reason)));
    Some(CorrectionsView { name: env.say(&Message::PauseWhy), actions: reasons.map(action).to_vec() })
}

/// Returns the reason of the pause that is on, in words; `None` if the manager noted none.
pub(crate) fn pause_reason(env: &Env<'_>, log: &Log) -> Option<Words> {
    reason(log).map(|reason| env.say(&words(reason)))
}

/// Returns the reason that was noted since the last pause.
fn reason(log: &Log) -> Option<PauseReason> {
    let since = log.0.iter().rev().take_while(|entry| entry.change != Change::Paused);
    since.into_iter().find_map(|entry| match entry.change {
        Change::PausedFor(reason) => Some(reason),
        _ => None,
    })
}

fn words(reason: PauseReason) -> Message<'static> {
    match reason {
        PauseReason::Call => Message::PauseCall,
        PauseReason::Visitor => Message::PauseVisitor,
        PauseReason::Break => Message::PauseBreak,
        PauseReason::Line => Message::PauseLine,
    }
}
