//! The contents for one person alone, on the screen of a session that the other may see: they show while their button
//! is held, or for a minute at one item.

use super::open_clock::read;
use crate::domain::agenda::ItemId;
use crate::domain::draft::Purpose;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::{Instant, Span};
use crate::domain::ui_state::Screen;
use crate::program::event::AlonePress;
use crate::program::state::hold::Reveal;
use crate::program::state::model::Model;
use crate::program::state::running::Layer;

/// Time for which the contents show after the question.
const SHOWN_FOR: Span = Span::minutes(1);

/// Handles a button of the contents for one person alone.
pub(super) fn pressed(model: &mut Model, now: Instant, press: AlonePress) {
    let item = item(model, now);
    let is_there = model.open_session().and_then(|id| model.half(id)).is_some();
    let Some(before) = model.screen.session().map(|state| state.reveal).filter(|_| is_there) else { return };
    let reveal = match (press, before) {
        (AlonePress::Held, Reveal::Asked) => Reveal::Asked,
        (AlonePress::Held, _) => Reveal::Held,
        (AlonePress::Released, Reveal::Held) | (AlonePress::Hidden, _) => Reveal::Hidden,
        (AlonePress::Released, before) => before,
        (AlonePress::Asked, _) => Reveal::Asked,
        (AlonePress::Unseen, _) => {
            take_back(model);
            // On a screen that the manager sees alone they show again as before.
            let is_alone = model.open_session().is_some_and(|id| sees_alone(model, id));
            if is_alone { Reveal::Hidden } else { Reveal::Shown(item, now.plus(SHOWN_FOR)) }
        }
    };
    if let Some(state) = model.screen.session_mut() {
        state.reveal = reveal;
    }
}

/// The place of an event: what stands on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    screen: Screen,
    /// True if an overlay stands above the screen.
    is_below: bool,
    /// Current item of the session.
    item: Option<ItemId>,
    /// True if the contents for this person alone show.
    is_shown: bool,
}

/// Returns what stands on the screen.
pub(super) fn place(model: &Model, now: Instant) -> Place {
    let is_below = model.overlays.link.is_some() || model.overlays.file.is_some();
    let (item, is_shown) = (item(model, now), is_shown(model, now));
    Place { screen: model.screen.address(), is_below, item, is_shown }
}

/// Hides the contents that show while their button is held, and covers a draft that its reader uncovered, if an event left
/// something else than `before` on the screen: the button may be gone, and no release of it comes then. Returns true if an
/// open line for a note that the manager alone reads must close, too: with the contents, and at the next item.
pub(super) fn let_go(model: &mut Model, now: Instant, before: Place) -> bool {
    let is_other = Place { is_shown: before.is_shown, ..place(model, now) } != before;
    if is_other {
        model.uncovered = None;
    }
    if let Some(state) = model.screen.session_mut().filter(|state| is_other && state.reveal == Reveal::Held) {
        state.reveal = Reveal::Hidden;
    }
    !is_shown(model, now) && (before.is_shown || item(model, now) != before.item)
}

/// Notes that the device went to the seller: what is for the manager alone hides.
pub(super) fn give(model: &mut Model, id: SessionId) {
    (model.handed, model.screen_unsaved) = (Some(id), true);
}

/// Records who sees the screen during the session: true for the manager alone.
pub(super) fn say(model: &mut Model, id: SessionId, alone: bool) {
    take_back(model);
    model.change(id, &mut |half| half.prepared.alone = alone);
}

/// Notes that the manager holds the device again.
pub(super) fn take_back(model: &mut Model) {
    (model.handed, model.screen_unsaved) = (None, true);
}

/// Shows a draft, or the lines for the next session, to the manager, who says to be the one at the device.
pub(super) fn uncover(model: &mut Model, purpose: Purpose) {
    if let Purpose::CameUp(_) = purpose {
        take_back(model);
    }
    model.uncovered = Some(purpose);
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

/// Returns true if the open session shows what is for this person alone at `now`.
#[must_use]
pub fn is_shown(model: &Model, now: Instant) -> bool {
    if model.screen.session().is_some_and(|state| state.layer == Layer::Shared) {
        return false;
    }
    match model.screen.session().map(|state| state.reveal).unwrap_or_default() {
        Reveal::Hidden => {
            model.handed.is_none() && model.open_session().is_some_and(|id| sees_alone(model, id))
        }
        Reveal::Asked => false,
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
