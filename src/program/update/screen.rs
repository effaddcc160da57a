//! The open screen: the check of its content, and the change to another screen.

use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::{Model, UNDO_LIMIT};
use crate::program::state::overlay::FileOverlay;
use crate::program::state::screen::OpenScreen;

/// Returns true if the session or pair of the open screen does not exist or no longer exists. The list is
/// shown then.
#[must_use]
pub fn is_gone(model: &Model) -> bool {
    let session = match model.screen.address() {
        Screen::Home | Screen::Ask | Screen::Plan(None) => return false,
        Screen::Pair(id) => return model.pair(id).is_none(),
        // A requested session has no plan yet.
        Screen::Plan(Some(id)) => return model.session(id).is_none(),
        // Of what was asked for or cancelled there is something to send, too.
        Screen::Share(id) => return model.known(id).is_none(),
        Screen::Session(id)
        | Screen::Agenda(id)
        | Screen::HandOver(id, _)
        | Screen::Prepare(id, _)
        | Screen::Close(id, _) => id,
    };
    model.half(session).is_none()
}

/// Opens another screen, and moves the focus to its heading.
pub(super) fn put_up(model: &mut Model, screen: Screen, effects: &mut Vec<Effect>) {
    show(model, screen);
    move_focus(effects, Focus::Heading);
}

/// Opens another screen, and closes an opened link or file. The drafts of the screen before are dropped,
/// since their text is kept or given up by now.
pub(super) fn show(model: &mut Model, screen: Screen) {
    for purpose in model.purposes() {
        model.drafts.drop(purpose);
    }
    // A file that is still coming may yet find the list open.
    model.overlays.file.take_if(|file| !matches!(file, FileOverlay::Coming(..)));
    model.overlays.link = None;
    model.screen = OpenScreen::new(screen);
    model.screen_unsaved = true;
}

/// Adds a change to those that can be undone; beyond [`UNDO_LIMIT`] the oldest is forgotten.
pub(super) fn remember<T>(undo: &mut Vec<T>, change: T) {
    undo.push(change);
    if undo.len() > UNDO_LIMIT {
        undo.remove(0);
    }
}
