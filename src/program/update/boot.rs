//! Start: reads the stored records. Damaged records move to quarantine; records of a newer release stay.

use std::collections::BTreeMap;

use super::screen::{is_gone, show};
use super::{keep, left, line};
use crate::domain::id::{Ids, SessionId, WriterId};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::domain::ui_state::{Screen, UiState};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::Found;
use crate::program::state::health::Health;
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkReading, LinkSource, LinkStage, Overlays};
use crate::program::state::screen::OpenScreen;
use crate::wire::key::{Key, WriterKey};
use crate::wire::stored::{Unreadable, open};

/// Fills the model from `found`, the state of the browser at the start, and opens the last screen again.
pub(super) fn boot(model: &mut Model, now: Instant, found: Found, effects: &mut Vec<Effect>) {
    model.ids = Ids::seeded(found.seed);
    model.zone = found.zone;
    model.here = found.here;
    if found.has_link {
        let reading = LinkReading { source: LinkSource::Page, stage: LinkStage::Awaited };
        model.overlays.link_reading = Some(reading);
    }
    let records = found.records.unwrap_or_else(|fault| {
        model.health.refuse_reading(fault);
        BTreeMap::new()
    });
    let mut records: Vec<(WriterKey, String)> = records
        .into_iter()
        .filter_map(|(name, record)| WriterKey::parse(&name).map(|place| (place, record)))
        .collect();
    let screens: Vec<(WriterId, UiState)> = records
        .iter()
        .filter(|(place, _)| place.key == Key::UiState)
        .filter_map(|(place, record)| open(record).ok().map(|state| (place.writer, state)))
        .collect();
    let adopted = become_writer(model, found.slot, &found.living, screens);
    // A forged record of many versions leaves no room for others, so the own record is read first, then short ones.
    records.sort_by_key(|(place, record)| (place.writer != model.writer, record.len()));
    for (place, record) in &records {
        let is_adopted = adopted == Some(place.writer);
        let is_draft = matches!(place.key, Key::Draft(_));
        // An adopted draft is read like an own one.
        let as_read = if is_adopted && is_draft { place.key.of(model.writer) } else { *place };
        let read = keep::read(model, as_read, record, effects);
        if is_adopted && read.is_ok() {
            adopt(model, *place, effects);
        }
        if let Err(unreadable) = read {
            model.health.refuse(*place, &unreadable);
            if !matches!(unreadable, Unreadable::Newer { .. }) {
                effects.push(Effect::Quarantine(place.name()));
            }
        }
    }
    keep::fold_in(model);
    left::expire(model, now, effects);
    restore_screen(model, effects);
    super::leap::notice_start(model, now);
}

/// Empties the memory and opens the list, after storage was cleared and the person chose to leave it cleared. A form of
/// no session stays, open or not, if the person has typed in it since. Then looks at storage again.
pub(super) fn begin_anew(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(since) = model.health.cleared else { return };
    model.kept.clear();
    model.drafts.keep_new(since);
    let answered = model.overlays.link.take().filter(|_| model.drafts.has_answer());
    model.overlays = Overlays::default();
    model.health = Health::default();
    model.brought.clear();
    model.leaps.clear();
    model.known_steps.clear();
    model.thrown.clear();
    model.answered = None;
    model.handed = None;
    model.expiry_told = None;
    if !model.purposes().any(|purpose| model.drafts.has(purpose)) {
        show(model, Screen::Home);
    }
    model.overlays.link = answered;
    model.screen_unsaved = true;
    move_focus(effects, Focus::Heading);
    // Another window may have stored something since.
    effects.push(Effect::LookAgain);
}

/// Becomes the writer of a slot, and opens the screen that the slot's last window left. The first window of a
/// slot gets a new id. Without a slot each window gets a new id, and opens the screen that the last window
/// left; returns the writer of that screen then.
fn become_writer(
    model: &mut Model,
    slot: Option<u32>,
    living: &[u32],
    screens: Vec<(WriterId, UiState)>,
) -> Option<WriterId> {
    model.slot = slot;
    model.writer = model.ids.writer();
    model.screen_unsaved = true;
    for (writer, state) in &screens {
        if state.slot != slot && state.slot.is_some_and(|slot| living.contains(&slot)) {
            model.living.insert(*writer);
        }
    }
    let of_slot = screens.into_iter().filter(|(_, state)| state.slot == slot);
    let last = of_slot.max_by_key(|(_, state)| state.seen)?;
    let (writer, UiState { screen, seen, question, leaps, handed, expiry_told, .. }) = last;
    model.screen = OpenScreen::new(screen);
    model.seen = seen;
    model.leaps = leaps;
    model.handed = handed;
    model.expiry_told = expiry_told;
    if let Some(session) = model.screen.session_mut() {
        session.shown_question = question;
    }
    if slot.is_none() {
        return Some(writer);
    }
    model.writer = writer;
    model.screen_unsaved = false;
    None
}

/// Makes a draft and the screen of `before`, the window that was open last, those of this window. If that
/// window is still open, it stores its own again. Leaves any other record alone.
fn adopt(model: &mut Model, before: WriterKey, effects: &mut Vec<Effect>) {
    match before.key {
        Key::Draft(purpose) => model.drafts.adopt(purpose, before.writer),
        Key::UiState => effects.push(Effect::Remove(before)),
        Key::Session(_) | Key::Record(_) => {}
    }
}

/// Shows the list in place of the last screen, if the content of that screen is gone and no text was typed
/// there, or if its draft is gone. On the manager's device, covers the sheet of a party until the party
/// confirms to hold the device, and moves the focus to a session that has begun.
fn restore_screen(model: &mut Model, effects: &mut Vec<Effect>) {
    // Text that was typed into a session that is gone by now stands above the list, until it is discarded.
    let holds_text = model.purposes().any(|purpose| model.drafts.typed(purpose).is_some());
    if (is_gone(model) && !holds_text) || is_draft_gone(model) {
        model.screen = OpenScreen::new(Screen::Home);
        model.screen_unsaved = true;
    }
    if let Some(id) = managers_session(model.screen.address())
        && model.known(id).is_some_and(|session| model.side(session.pair) == Party::Seller)
    {
        let is_there = model.half(id).is_some();
        model.screen = OpenScreen::new(if is_there { Screen::Session(id) } else { Screen::Home });
        model.screen_unsaved = true;
    }
    let id = match model.screen.address() {
        Screen::Session(id) | Screen::Prepare(id, _) | Screen::Close(id, _) | Screen::Own(id, _) => id,
        _ => return,
    };
    let Some(half) = model.half(id) else { return };
    if model.session(id).is_some_and(|session| model.side(session.pair) == Party::Seller) {
        return;
    }
    if !half.prepared.alone {
        line::cover(model);
    }
    let Some(half) = model.half(id) else { return };
    match model.screen.address() {
        // The focus makes the keys of a running session work at once.
        Screen::Session(_) if !half.is_planned() => move_focus(effects, Focus::Heading),
        Screen::Session(_) => {}
        // After a reload either party may sit before a shared screen.
        _ => {
            let is_agreed =
                !half.is_planned() && matches!(model.screen.address(), Screen::Prepare(_, Party::Seller));
            if let Some(sheet) = model.screen.sheet_mut() {
                sheet.is_covered = !is_agreed;
                sheet.is_agreed = is_agreed;
            }
        }
    }
}

/// Returns the session of a screen that takes text of the manager alone; a seller's device would drop the text.
fn managers_session(screen: Screen) -> Option<SessionId> {
    match screen {
        Screen::Agenda(id)
        | Screen::Plan(Some(id))
        | Screen::HandOver(id, Party::Manager)
        | Screen::Prepare(id, Party::Manager)
        | Screen::Close(id, Party::Manager)
        | Screen::Own(id, Party::Manager) => Some(id),
        _ => None,
    }
}

/// Returns true if the open screen needs a draft, the text typed on it, and the draft is gone: it expired, or
/// was damaged.
fn is_draft_gone(model: &Model) -> bool {
    model.screen.address().purpose().is_some_and(|purpose| !model.drafts.has(purpose))
}
