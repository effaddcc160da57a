//! Coming to life: reads what storage holds. Damaged records are moved aside, newer ones left alone.

use std::collections::BTreeMap;

use super::keep;
use crate::domain::desk::{Desk, Screen};
use crate::domain::id::Ids;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Expected, Focus, move_focus};
use crate::program::event::Found;
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkReading, LinkSource, LinkStage};
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, seal};

/// Takes in all that the shell found.
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
        // Nothing was written here yet, so there is nothing to be told apart under another name.
        if let Err(unreadable) = keep::renew(model, key, record, model.device) {
            model.health.refuse(key, &unreadable);
            if !matches!(unreadable, Unreadable::Newer { .. }) {
                effects.push(Effect::MoveAside(key.name()));
            }
        }
    }
    if !is_known {
        keep::write(model, Key::Device, seal(&model.device), Expected::Nothing, effects);
    }
    come_back(model, effects);
    super::clock::notice_step(model, now);
}

/// Puts up the screen that was open, where what it shows is still there.
fn come_back(model: &mut Model, effects: &mut Vec<Effect>) {
    if model.is_gone() {
        model.desk = Desk { replies: std::mem::take(&mut model.desk.replies), ..Desk::default() };
        model.desk_unsaved = true;
    }
    let (id, is_planned) = match &model.desk.screen {
        Screen::Session(id) => (*id, true),
        Screen::Prepare(preparing) => (preparing.session, true),
        Screen::Close(draft) => (draft.session, false),
        _ => return,
    };
    let Some(half) = model.half(id) else { return };
    if model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller) {
        return;
    }
    match model.desk.screen {
        // The keys of a session that is on are heard there.
        Screen::Session(_) if !half.is_planned() => move_focus(effects, Focus::Heading),
        Screen::Session(_) => {}
        // Who sits before a screen that two share is not known any more.
        _ => model.is_covered = half.is_planned() == is_planned,
    }
}
