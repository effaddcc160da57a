//! The proposal at a change of item: to catch up, or to use the minutes in hand. The next action takes it away.

use crate::domain::half::Course;
use crate::domain::time::Instant;
use crate::domain::timing::{Change, Log};
use crate::program::event::{OfferPress, Press};
use crate::program::state::model::Model;
use crate::program::state::screen::Offer;
use crate::text::Env;
use crate::timer::pace::pace;
use crate::timer::proposal::{Proposal, proposal};
use crate::timer::reading::reading;

/// Takes the proposal away, since the person did something else.
pub(super) fn withdraw(model: &mut Model, press: Press) {
    if let (false, Some(state)) = (matches!(press, Press::Offer(_)), model.screen.session_mut()) {
        state.offer = None;
    }
}

/// Makes a proposal at the change of item that was logged last.
pub(super) fn make(model: &mut Model) {
    if let Some(state) = model.screen.session_mut() {
        state.offer = Some(Offer::First);
    }
}

/// Performs a press on the proposal; does nothing if there is none any more.
pub(super) fn pressed(model: &mut Model, env: &Env<'_>, now: Instant, press: OfferPress) {
    let Some((proposal, offer)) = offered(model, env) else { return };
    let next = match (press, offer) {
        (OfferPress::OthersToggled, Offer::First) => Some(Offer::All),
        (OfferPress::OthersToggled, Offer::All) => Some(Offer::First),
        (OfferPress::Taken(_) | OfferPress::Declined, _) => None,
    };
    if let Some(state) = model.screen.session_mut() {
        state.offer = next;
    }
    let OfferPress::Taken(number) = press else { return };
    let (Some(id), Some(way)) = (model.open_session(), proposal.way(number.into())) else { return };
    let changes = way.changes();
    model.change(id, &mut |half| {
        if let Course::Begun { log, .. } = &mut half.course {
            *log = changes.iter().fold(log.clone(), |log, change| log.with(now, *change));
        }
    });
    model.screen_unsaved = true;
}

fn is_change_of_item(change: Change) -> bool {
    matches!(change, Change::MovedTo(_) | Change::MovedSince(..) | Change::SkippedTo(_))
}

/// Returns the proposal of the open session and its state on the screen; `None` unless the last change of the clock was
/// that of an item, and the person did nothing since. It is read at that change, and so stays as it is.
#[must_use]
pub fn offered(model: &Model, env: &Env<'_>) -> Option<(Proposal, Offer)> {
    let state = model.screen.session()?;
    let offer = state.offer.filter(|_| state.clock_question.is_none())?;
    let half = model.half(model.open_session()?)?;
    let Course::Begun { baseline, log } = &half.course else { return None };
    let last = log.last().filter(|last| is_change_of_item(last.change))?;
    let reading = reading(baseline, log, last.at);
    let pace = pace(half.plan.schedule.begins(env.zones), baseline, log, &reading);
    Some((proposal(&half.plan.agenda, &reading, &pace)?, offer))
}

/// Returns the number of entries, from `place` back, that a person made with one press: a way of the proposal is several,
/// and so is an interruption.
#[must_use]
pub(super) fn made_together(log: &Log, place: usize) -> usize {
    let Some(last) = log.0.get(place) else { return 0 };
    let before = log.0.get(place.saturating_sub(1)).map(|entry| entry.change);
    if last.change == Change::Ended && before == Some(Change::Interrupted) {
        return 2;
    }
    let is_part = |change: Change| matches!(change, Change::Shortened(..));
    if !is_part(last.change) {
        return 1;
    }
    let before = log.0.iter().take(place.saturating_add(1)).rev();
    before.take_while(|entry| is_part(entry.change) && entry.at == last.at).count()
}
