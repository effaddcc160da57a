//! Corrections of the clock: what the two noticed later than it happened, each an entry of the log.

use super::{clock, offer};
use crate::domain::time::{Instant, Minutes};
use crate::domain::timing::Change;
use crate::program::effect::{Effect, Focus};
use crate::program::event::CorrectionPress;
use crate::program::state::model::Model;
use crate::text::Env;
use crate::timer::reading::{Phase, Reading};

/// Performs a press that corrects the clock; does nothing if the correction is not possible any more.
pub(super) fn pressed(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    press: CorrectionPress,
    effects: &mut Vec<Effect>,
) {
    let is_logged = clock::log(model, now, &|_, reading| match press {
        CorrectionPress::Began(ago) => {
            can_begin(reading, ago, now).then(|| Change::BeganAt(now.minus(ago.span())))
        }
        CorrectionPress::Ended(ago) => {
            let next = reading.next().filter(|_| can_end(reading, ago))?;
            Some(Change::MovedSince(next.item, now.minus(ago.span())))
        }
        CorrectionPress::Interrupted => can_interrupt(reading).then_some(Change::Interrupted),
        CorrectionPress::Paused(reason) => {
            (reading.phase == Phase::Paused).then_some(Change::PausedFor(reason))
        }
    });
    if is_logged && press == CorrectionPress::Interrupted {
        clock::end(model, env, now, effects);
    }
    if is_logged && matches!(press, CorrectionPress::Ended(_)) {
        offer::make(model);
        effects.push(Effect::Show(Focus::Heading));
    }
}

/// Returns true if the session can be broken off: it is paused, and another item follows.
#[must_use]
pub fn can_interrupt(reading: &Reading) -> bool {
    reading.phase == Phase::Paused && reading.next().is_some()
}

/// Returns true if the session can have begun so long before `now`: the two are at the first item, and the logged start is
/// later.
#[must_use]
pub fn can_begin(reading: &Reading, ago: Minutes, now: Instant) -> bool {
    let is_first = reading.phase == Phase::Running && reading.current_index() == Some(0);
    is_first && reading.started.is_some_and(|started| now.minus(ago.span()) < started)
}

/// Returns true if the current item can have ended so long ago: it took at least that time, and another item follows.
#[must_use]
pub fn can_end(reading: &Reading, ago: Minutes) -> bool {
    let took = reading.current().is_some_and(|current| current.spent >= ago.span());
    reading.phase == Phase::Running && reading.next().is_some() && took
}
