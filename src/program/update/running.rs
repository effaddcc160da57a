//! The surroundings of the clock of a running session: its keys, its signals and its views.

use super::alone::sees_alone;
use super::signals;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::RunningPress;
use crate::program::state::hold::Reveal;
use crate::program::state::model::Model;
use crate::program::state::running::Layer;

/// Handles a button of what surrounds the clock.
pub(super) fn pressed(model: &mut Model, press: RunningPress, effects: &mut Vec<Effect>) {
    match press {
        RunningPress::KeysToggled => {
            signals::set(model, |settings| settings.keys_are_off = !settings.keys_are_off)
        }
        RunningPress::FloatToggled => effects.push(Effect::Float(!model.signals.is_floating)),
        RunningPress::SharedToggled => share_screen(model, effects),
        RunningPress::SignalToggled(signal) => signals::toggle(model, signal, effects),
        RunningPress::KeysListed => toggle(model, Layer::Keys),
    }
}

/// Draws the session for a screen that both see, or as before. Whoever asks for that says that the other can see the screen:
/// what is for the manager alone stays hidden afterwards, also over a reload.
fn share_screen(model: &mut Model, effects: &mut Vec<Effect>) {
    toggle(model, Layer::Shared);
    let Some(id) = model.open_session() else { return };
    if let Some(state) = model.screen.session_mut() {
        state.reveal = Reveal::Hidden;
    }
    if sees_alone(model, id) {
        model.change(id, &mut |half| half.prepared.alone = false);
    }
    move_focus(effects, Focus::Heading);
}

/// Lays a layer above the screen, or takes it away if it lies there. The browser moves the focus.
fn toggle(model: &mut Model, layer: Layer) {
    if let Some(state) = model.screen.session_mut() {
        state.layer = if state.layer == layer { Layer::Bare } else { layer };
    }
}
