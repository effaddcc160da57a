//! Saving: writes changed records, and merges the records of other windows. A record in storage is never
//! overwritten unread.

use crate::domain::closing::Closing;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::{DeviceId, SessionId};
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::domain::register::{Content, Register, Written};
use crate::domain::session::Session;
use crate::domain::ui_state::UiState;
use crate::program::effect::{Effect, Expected};
use crate::program::event::Outcome;
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// Returns true if a change waits to be saved.
pub(super) fn is_unsaved(model: &Model) -> bool {
    model.screen_unsaved || drafts(model).next().is_some() || model.kept.values().any(Kept::is_unsaved)
}

/// Returns the drafts that storage does not hold as they are; `None` for one whose record is to be removed. A
/// record that cannot be read stays.
fn drafts(model: &Model) -> impl Iterator<Item = (Key, Option<&Draft>)> {
    let unsaved = model.drafts.unsaved().map(|(purpose, draft)| (Key::Draft(purpose, model.device), draft));
    unsaved.filter(|(key, draft)| draft.is_some() || !model.health.blocked.contains(key))
}

/// Adds the writes of all unsaved changes: shared records first, the open screen last.
pub(super) fn save(model: &Model, effects: &mut Vec<Effect>) {
    for (key, kept) in model.kept.iter().filter(|(key, _)| !model.health.blocked.contains(key)) {
        if let Some((record, expected)) = kept.unsaved_record() {
            effects.push(Effect::Write { key: *key, record, expected });
        }
    }
    for (key, draft) in drafts(model) {
        match draft {
            Some(draft) => write(model, key, seal(draft), Expected::Anything, effects),
            None => effects.push(Effect::Remove(key)),
        }
    }
    if model.screen_unsaved {
        write(model, Key::UiState, seal(&ui_state(model)), Expected::Anything, effects);
    }
}

/// Returns the state of the screen that is stored.
fn ui_state(model: &Model) -> UiState {
    let question = model.screen.session().and_then(|state| state.shown_question.clone());
    UiState { screen: model.screen.address(), seen: model.seen, question }
}

/// Adds the write of a record, unless an unreadable record blocks the key.
pub(super) fn write(model: &Model, key: Key, record: String, expected: Expected, effects: &mut Vec<Effect>) {
    if !model.health.blocked.contains(&key) {
        effects.push(Effect::Write { key, record, expected });
    }
}

/// Handles the outcome of a write.
pub(super) fn settle(model: &mut Model, key: Key, outcome: Outcome, effects: &mut Vec<Effect>) {
    match outcome {
        Outcome::Failed(fault) => model.health.fault = Some(fault),
        Outcome::Stored => {
            match key {
                Key::Session(_) | Key::Record(_) => {
                    model.kept.get_mut(&key).into_iter().for_each(Kept::stored);
                }
                Key::Draft(purpose, _) => model.drafts.saved(purpose),
                Key::UiState => model.screen_unsaved = false,
                Key::Device => {}
            }
            // A record that fits makes no room for another record that did not.
            if !is_unsaved(model) {
                model.health.fault = None;
            }
        }
        Outcome::Raced(found) => {
            take_in(model, key, found.as_deref());
            if !model.health.blocked.contains(&key) {
                save(model, effects);
            }
        }
    }
}

/// Merges a record that another window wrote. Local changes are kept beside it. An unreadable record stays in
/// storage, and the value in memory stays.
pub(super) fn take_in(model: &mut Model, key: Key, record: Option<&str>) {
    let fork = model.ids.device();
    let read = match record {
        // Each window has an open screen and drafts of its own in memory; the records serve the next start.
        Some(record) => match key {
            Key::UiState => Ok(()),
            Key::Draft(purpose, writer) if writer == model.device => read_draft(record, purpose).map(drop),
            _ => renew(model, key, record, fork),
        },
        None => {
            model.kept.get_mut(&key).into_iter().for_each(Kept::lost);
            Ok(())
        }
    };
    match read {
        Ok(()) => model.health.free(key),
        Err(unreadable) => model.health.refuse(key, &unreadable),
    }
}

/// Updates the value in memory from its record in storage. Unsaved local changes become a version of `fork`.
pub(super) fn renew(model: &mut Model, key: Key, record: &str, fork: DeviceId) -> Result<(), Unreadable> {
    match key {
        Key::UiState => {
            let UiState { screen, seen, question } = open(record)?;
            model.screen = OpenScreen::new(screen);
            model.seen = seen;
            if let Some(session) = model.screen.session_mut() {
                session.shown_question = question;
            }
        }
        Key::Device => model.device = open(record)?,
        // The drafts of other writers stay as they are.
        Key::Draft(purpose, writer) if writer == model.device => {
            model.drafts.read(purpose, read_draft(record, purpose)?);
        }
        Key::Draft(..) => {}
        Key::Session(_) | Key::Record(_) => {
            let value = Value::open(key, record)?;
            match model.kept.get_mut(&key) {
                Some(kept) => kept.found(value, record, fork),
                None => drop(model.kept.insert(key, Kept::read(value, record))),
            }
        }
    }
    Ok(())
}

/// Returns the stored draft for that purpose.
fn read_draft(record: &str, purpose: Purpose) -> Result<Draft, Unreadable> {
    let draft: Draft = open(record)?;
    if draft.fits(purpose) { Ok(draft) } else { Err(Unreadable::Value("content")) }
}

/// Records the outcome of a move to quarantine.
pub(super) fn quarantined(model: &mut Model, name: String, moved: bool) {
    if let Some(key) = Key::parse(&name).filter(|_| moved) {
        model.health.free(key);
    }
    model.health.note(name, moved);
}

/// Keeps one of several concurrent versions of a session, as the person chose. The manager's half is chosen
/// first, then the seller's.
pub(super) fn choose(model: &mut Model, id: SessionId, choice: usize) {
    let device = model.device;
    let Some(kept) = model.kept.get_mut(&Key::Session(id)) else { return };
    let Some(session) = kept.value().session() else { return };
    let is_managers = !session.manager.others().is_empty();
    let manager = chosen(&session.manager, device, choice, |half| &mut half.closing);
    let seller = session.seller.as_ref().map(|half| chosen(half, device, choice, |half| &mut half.closing));
    if let Value::Session(session) = kept.edit() {
        if is_managers {
            session.manager = manager;
        } else {
            session.seller = seller;
        }
    }
    // Held-back content stays held back, whichever version has it.
    if is_managers {
        let Private { held, .. } = model.private(id, Party::Manager);
        model.change(id, &mut |half| half.notes.all.retain(|note| !held.holds(note)));
    } else if let Some(mut half) = model.session(id).and_then(Session::seller_half).cloned() {
        let mut private = model.private(id, Party::Seller);
        if private.held.take_out_of(&mut half) {
            model.keep_private(id, Party::Seller, private);
        }
        model.change_seller(id, half);
    }
}

/// Returns the half after the choice of a version. The choice covers plan and preparation: given answers at
/// the close stay, whichever version holds them.
fn chosen<C: Content>(
    half: &Register<C>,
    device: DeviceId,
    choice: usize,
    closing: fn(&mut C) -> &mut Closing,
) -> Register<C> {
    let versions = half.versions();
    let Some(mut written) = versions.get(choice).map(|version| version.written.clone()) else {
        return half.clone();
    };
    for version in versions {
        if let (Written::Content(half), Written::Content(other)) = (&mut written, &version.written) {
            let mut other = other.clone();
            if closing(&mut other).is_in && !closing(half).is_in {
                closing(half).clone_from(closing(&mut other));
            }
        }
    }
    // Choices 0 and 1 are the shown version and the first waiting one.
    half.chosen(device, choice.saturating_sub(1), written)
}
