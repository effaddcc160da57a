//! What surrounds the clock of a running session: its keys and signals.

use super::signals;
use crate::program::effect::Effect;
use crate::program::event::RunningPress;
use crate::program::state::model::Model;
use crate::program::state::running::Layer;

/// Handles a button of what surrounds the clock.
pub(super) fn pressed(model: &mut Model, press: RunningPress, effects: &mut Vec<Effect>) {
    match press {
        RunningPress::KeysToggled => {
            signals::set(model, |settings| settings.keys_are_off = !settings.keys_are_off)
        }
        RunningPress::SignalToggled(signal) => signals::toggle(model, signal, effects),
        RunningPress::KeysListed => toggle(model, Layer::Keys),
    }
}

/// Lays a layer above the screen, or takes it away if it lies there. The browser moves the focus.
fn toggle(model: &mut Model, layer: Layer) {
    if let Some(state) = model.screen.session_mut() {
        state.layer = if state.layer == layer { Layer::Bare } else { layer };
    }
}
