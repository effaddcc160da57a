//! The contents for one person alone, on the screen of a session that the other may see: they show while their button
//! is held, or for a minute at one item.

use super::open_clock::read;
use crate::domain::agenda::ItemId;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::time::{Instant, Span};
use crate::domain::ui_state::Screen;
use crate::program::event::AlonePress;
use crate::program::state::hold::Reveal;
use crate::program::state::model::Model;

/// Time for which the contents show after the question.
const SHOWN_FOR: Span = Span::minutes(1);

/// Handles a button of the contents for one person alone.
pub(super) fn pressed(model: &mut Model, now: Instant, press: AlonePress) {
    let item = item(model, now);
    let is_there = model.open_session().and_then(|id| model.half(id)).is_some();
    let Some(state) = model.screen.session_mut().filter(|_| is_there) else { return };
    state.reveal = match (press, state.reveal) {
        (AlonePress::Held, Reveal::Asked) => Reveal::Asked,
        (AlonePress::Held, _) => Reveal::Held,
        (AlonePress::Released, Reveal::Held) | (AlonePress::Hidden, _) => Reveal::Covered,
        (AlonePress::Released, before) => before,
        (AlonePress::Asked, _) => Reveal::Asked,
        (AlonePress::Unseen, _) => Reveal::Shown(item, now.plus(SHOWN_FOR)),
    };
}

/// Returns what stands on the screen: the screen, the overlay above it, and the current item of the session.
pub(super) fn place(model: &Model, now: Instant) -> (Screen, bool, Option<ItemId>) {
    let is_below = model.overlays.link.is_some() || model.overlays.file.is_some();
    (model.screen.address(), is_below, item(model, now))
}

/// Hides the contents that show while their button is held, if something else than `before` stands on the screen: the
/// button may be gone, and no release of it comes then.
pub(super) fn let_go(model: &mut Model, now: Instant, before: (Screen, bool, Option<ItemId>)) {
    let is_other = place(model, now) != before;
    if let Some(state) = model.screen.session_mut().filter(|state| is_other && state.reveal == Reveal::Held) {
        state.reveal = Reveal::Covered;
    }
}

/// Returns the current item of the open session; `None` after the end.
fn item(model: &Model, now: Instant) -> Option<ItemId> {
    read(model, now)?.current().map(|on| on.item)
}

/// Returns true if the manager said to see the screen of this session alone. The answer is about the manager's device.
#[must_use]
pub fn sees_alone(model: &Model, id: SessionId) -> bool {
    let is_managers = model.session(id).is_some_and(|session| model.side(session.pair) == Party::Manager);
    is_managers && model.half(id).is_some_and(|half| half.prepared.alone)
}

/// Returns true if the seller may hold the manager's device: the seller answered alone at the close, and the manager has not
/// answered since.
#[must_use]
pub fn may_be_handed(model: &Model, id: SessionId) -> bool {
    model.session(id).is_some_and(|session| {
        let is_managers = model.side(session.pair) == Party::Manager;
        is_managers && session.closing(Party::Seller).is_blind() && !session.both_answered()
    })
}

/// Returns true if the open session shows what is for this person alone at `now`.
#[must_use]
pub fn is_shown(model: &Model, now: Instant) -> bool {
    match model.screen.session().map(|state| state.reveal).unwrap_or_default() {
        Reveal::Hidden => model.open_session().is_some_and(|id| sees_alone(model, id)),
        Reveal::Covered | Reveal::Asked => false,
        Reveal::Held => true,
        Reveal::Shown(at, until) => item(model, now) == at && now < until,
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
