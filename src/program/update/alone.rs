//! The contents for the manager alone during a session, on a screen that the seller may see: they show while their
//! button is held, or for a minute at one item.

use super::open_clock::read;
use crate::domain::agenda::ItemId;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::time::{Instant, Span};
use crate::program::event::AlonePress;
use crate::program::state::hold::Reveal;
use crate::program::state::model::Model;

/// Time for which the contents show after the question.
const SHOWN_FOR: Span = Span::minutes(1);

/// Handles a button of the contents for the manager alone.
pub(super) fn pressed(model: &mut Model, now: Instant, press: AlonePress) {
    let item = read(model, now).and_then(|reading| reading.current().map(|on| on.item));
    let Some(state) = model.screen.session_mut() else { return };
    state.reveal = match (press, state.reveal, item) {
        (AlonePress::Held, Reveal::Hidden | Reveal::Held, _) => Reveal::Held,
        (AlonePress::Released, Reveal::Held, _) => Reveal::Hidden,
        (AlonePress::Held | AlonePress::Released, before, _) => before,
        (AlonePress::Asked, ..) => Reveal::Asked,
        (AlonePress::Unseen, _, Some(item)) => Reveal::Shown(item, now.plus(SHOWN_FOR)),
        (AlonePress::Unseen | AlonePress::Hidden, ..) => Reveal::Hidden,
    };
}

/// Returns true if the open session shows what is for the manager alone at `now`, during `item`.
#[must_use]
pub fn is_shown(model: &Model, now: Instant, item: Option<ItemId>) -> bool {
    let half = model.open_session().and_then(|id| model.half(id));
    let reveal = model.screen.session().map(|state| state.reveal).unwrap_or_default();
    half.is_some_and(|half| half.prepared.alone)
        || match reveal {
            Reveal::Hidden | Reveal::Asked => false,
            Reveal::Held => true,
            Reveal::Shown(at, until) => item == Some(at) && now < until,
        }
}

/// Returns the instant after `now` at which the contents hide again; `None` if nothing hides by itself.
#[must_use]
pub fn hides_at(model: &Model, now: Instant) -> Option<Instant> {
    match model.screen.session()?.reveal {
        Reveal::Shown(_, until) if until > now => Some(until),
        _ => None,
    }
}

/// Switches the shortcuts on or off that are a single letter.
pub(super) fn toggle_keys(model: &mut Model) {
    let settings = model.settings();
    let keys_are_off = !settings.keys_are_off;
    model.record(RecordId::Settings, Record::Settings(Settings { keys_are_off, ..settings }));
}
