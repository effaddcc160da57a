//! Start: reads the stored records. Damaged records move to quarantine; records of a newer release stay.

use std::collections::BTreeMap;

use super::keep;
use super::screen::is_gone;
use crate::domain::id::Ids;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Expected, Focus, move_focus};
use crate::program::event::Found;
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkReading, LinkSource, LinkStage};
use crate::program::state::screen::OpenScreen;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, seal};

/// Fills the model from the state of the browser.
pub(super) fn boot(model: &mut Model, now: Instant, found: Found, effects: &mut Vec<Effect>) {
    model.ids = Ids::seeded(found.seed);
    model.device = model.ids.device();
    model.zone = found.zone;
    model.here = found.here;
    if found.has_link {
        let reading = LinkReading { source: LinkSource::Page, stage: LinkStage::Awaited };
        model.overlays.link_reading = Some(reading);
    }
    let records = found.records.unwrap_or_else(|fault| {
        model.health.fault = Some(fault);
        BTreeMap::new()
    });
    let mut is_known = false;
    for (name, record) in records.iter() {
        let Some(key) = Key::parse(name) else { continue };
        is_known |= key == Key::Device;
        // Nothing was written here yet, so no local change needs a version of its own.
        if let Err(unreadable) = keep::renew(model, key, record, model.device) {
            model.health.refuse(key, &unreadable);
            if !matches!(unreadable, Unreadable::Newer { .. }) {
                effects.push(Effect::Quarantine(key.name()));
            }
        }
    }
    if !is_known {
        keep::write(model, Key::Device, seal(&model.device), Expected::Nothing, effects);
    }
    model.drafts.expire(now);
    restore_screen(model, effects);
    super::clock::notice_step(model, now);
}

/// Opens the last screen again, if its content still exists.
fn restore_screen(model: &mut Model, effects: &mut Vec<Effect>) {
    if is_gone(model) || is_draft_gone(model) {
        for purpose in model.purposes() {
            model.drafts.drop(purpose);
        }
        model.screen = OpenScreen::new(Screen::Home);
        model.seen = None;
        model.screen_unsaved = true;
    }
    let (id, is_planned) = match model.screen.address() {
        Screen::Session(id) | Screen::Prepare(id, _) => (id, true),
        Screen::Close(id, _) => (id, false),
        _ => return,
    };
    let Some(half) = model.half(id) else { return };
    if model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller) {
        return;
    }
    match model.screen.address() {
        // The focus makes the keys of a running session work at once.
        Screen::Session(_) if !half.is_planned() => move_focus(effects, Focus::Heading),
        Screen::Session(_) => {}
        // After a reload either party may sit before a shared screen.
        _ => {
            let is_covered = half.is_planned() == is_planned;
            if let Some(sheet) = model.screen.sheet_mut() {
                sheet.is_covered = is_covered;
            }
        }
    }
}

/// Returns true if the draft of the open screen is gone: it expired, or was damaged.
fn is_draft_gone(model: &Model) -> bool {
    model.screen.address().purpose().is_some_and(|purpose| !model.drafts.has(purpose))
}
