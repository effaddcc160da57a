//! What surrounds the clock of a running session: its keys.

use crate::domain::record::{Record, RecordId, Settings};
use crate::program::event::RunningPress;
use crate::program::state::model::Model;
use crate::program::state::running::Layer;

/// Handles a button of what surrounds the clock.
pub(super) fn pressed(model: &mut Model, press: RunningPress) {
    match press {
        RunningPress::KeysToggled => set(model, |settings| settings.keys_are_off = !settings.keys_are_off),
        RunningPress::KeysListed => toggle(model, Layer::Keys),
    }
}

/// Lays a layer above the screen, or takes it away if it lies there. The browser moves the focus.
fn toggle(model: &mut Model, layer: Layer) {
    if let Some(state) = model.screen.session_mut() {
        state.layer = if state.layer == layer { Layer::Bare } else { layer };
    }
}

/// Changes the settings of this person.
fn set(model: &mut Model, change: impl FnOnce(&mut Settings)) {
    let mut settings = model.settings();
    change(&mut settings);
    model.record(RecordId::Settings, Record::Settings(settings));
}
