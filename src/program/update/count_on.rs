//! The lines that the seller can count on: the manager chooses them on the screen that sends the session.

use std::sync::Arc;

use super::share::open_session;
use crate::domain::ahead::Ahead;
use crate::domain::phrase::WordingKey;
use crate::program::state::model::Model;

/// Stands by a line that the seller can count on, or no longer, on the screen that sends the open session.
pub(super) fn toggle(model: &mut Model, line: WordingKey) {
    let catalogue = Arc::clone(&model.catalogue);
    let offered = catalogue.count_on();
    if let Some(line) = offered.iter().find(|offered| offered.fingerprint() == line) {
        change_ahead(model, &mut |ahead| ahead.toggle(line, offered));
    }
}

/// Stands by all lines that the seller can count on, on the screen that sends the open session.
pub(super) fn take_all(model: &mut Model) {
    let catalogue = Arc::clone(&model.catalogue);
    change_ahead(model, &mut |ahead| ahead.take_all(catalogue.count_on()));
}

/// Changes the words of the manager ahead of the open session, on the screen that sends it.
fn change_ahead(model: &mut Model, change: &mut dyn FnMut(&mut Ahead)) {
    let Some(id) = open_session(model) else { return };
    model.change(id, &mut |half| change(&mut half.ahead));
}
