//! The open screen: the check of its content, and the change to another screen.

use crate::domain::draft::{CloseDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::text::Text;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::{Model, UNDO_LIMIT};
use crate::program::state::overlay::FileOverlay;
use crate::program::state::screen::OpenScreen;
use crate::program::state::thrown::ThrownBy;

/// Returns true if the session or pair of the open screen does not exist or no longer exists, or the session
/// lacks the plan that the screen needs. The list is shown then.
#[must_use]
pub fn is_gone(model: &Model) -> bool {
    let session = match model.screen.address() {
        Screen::Home | Screen::Ask | Screen::Plan(None) | Screen::Quarter | Screen::Booked => return false,
        Screen::Pair(id) | Screen::Standing(id) => return model.pair(id).is_none(),
        // A requested session has no plan yet.
        Screen::Plan(Some(id)) => return model.session(id).is_none(),
        // Of what was asked for or cancelled there is something to send, too.
        Screen::Share(id) => return model.known(id).is_none(),
        Screen::Session(id)
        | Screen::Agenda(id)
        | Screen::HandOver(id, _)
        | Screen::Prepare(id, _)
        | Screen::Close(id, _)
        | Screen::Own(id, _)
        | Screen::Calendar(id) => id,
    };
    model.half(session).is_none()
}

/// Covers the open sheet if it was for both parties, or its session was gone, and shows the text of one party again: the
/// start or a deletion was undone. Nobody sits beside the seller at the seller's own device.
pub(super) fn cover(model: &mut Model) {
    let (id, is_preparation) = match model.screen.address() {
        Screen::Prepare(id, party) => (id, party == Party::Seller),
        Screen::Close(id, _) | Screen::Own(id, _) => (id, false),
        _ => return,
    };
    let is_sellers = model.known(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    let half = model.half(id);
    let (is_there, has_begun) = (half.is_some(), half.is_some_and(|half| !half.is_planned()));
    let Some(sheet) = model.screen.sheet_mut() else { return };
    let was_shared = std::mem::replace(&mut sheet.is_shared, is_preparation && has_begun);
    sheet.is_agreed &= sheet.is_shared;
    sheet.is_covered |= !is_sellers && (!is_there || (was_shared && !sheet.is_shared));
}

/// Opens another screen, and moves the focus to its heading.
pub(super) fn put_up(model: &mut Model, screen: Screen, effects: &mut Vec<Effect>) {
    show(model, screen);
    move_focus(effects, Focus::Heading);
}

/// Opens another screen, and closes an opened link or file. A preparation and the answers at the close are
/// kept by now, so their drafts are dropped. Any other typed text stays a draft until it is kept, sent or
/// discarded.
pub(super) fn show(model: &mut Model, screen: Screen) {
    let is_covered = model.screen.sheet().is_some_and(|sheet| sheet.is_covered);
    let is_kept = match model.screen.address() {
        // Whoever covers the sheet cannot mend it.
        _ if is_covered => false,
        Screen::Prepare(..) => !is_gone(model),
        Screen::Close(id, party) => !is_gone(model) && holds_answers(model, id, party),
        _ => false,
    };
    for purpose in model.purposes() {
        if is_kept || model.drafts.typed(purpose).is_none() {
            model.drafts.drop(purpose);
        }
    }
    // A file that is still coming may yet find the list open.
    model.overlays.file.take_if(|file| !matches!(file, FileOverlay::Coming(..)));
    model.overlays.link = None;
    model.uncovered = None;
    model.screen = OpenScreen::new(screen);
    // The list goes on offering the other texts of cancelled forms after one was brought back, and a session those of its
    // sheet.
    let is_form = matches!(screen, Screen::Plan(_) | Screen::Ask | Screen::Quarter | Screen::Home);
    model.thrown.retain(|thrown| match thrown.purpose {
        // The notice stood on the screen that closes.
        _ if thrown.by == ThrownBy::Discard => false,
        Purpose::Line(..) => true,
        Purpose::Preparation(of, _) => {
            matches!(screen, Screen::Session(id) | Screen::HandOver(id, _) | Screen::Prepare(id, _) if id == of)
        }
        _ => is_form,
    });
    model.screen_unsaved = true;
}

/// Returns true if the session holds the answers that the party typed at the close, or none are typed.
/// Answers that both gave, here or in another window, are final and take no more text.
#[must_use]
pub fn holds_answers(model: &Model, id: SessionId, party: Party) -> bool {
    let Some(draft) = model.drafts.get::<CloseDraft>(Purpose::Close(id, party)) else { return true };
    let Some(closing) = model.session(id).map(|session| session.closing(party)) else { return false };
    let is_held = |typed: &str, held: &Option<Text>| Text::optional(typed).is_ok_and(|typed| typed == *held);
    is_held(&draft.differently, &closing.differently)
}

/// Adds a change to those that can be undone; beyond [`UNDO_LIMIT`] the oldest is forgotten.
pub(super) fn remember<T>(undo: &mut Vec<T>, change: T) {
    undo.push(change);
    if undo.len() > UNDO_LIMIT {
        undo.remove(0);
    }
}
