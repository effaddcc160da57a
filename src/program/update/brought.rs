//! The undo of what files and links brought.

use super::came_up::holds_own;
use super::incoming::keys_of;
use crate::domain::draft::Purpose;
use crate::domain::id::{SessionId, WriterId};
use crate::domain::record::RecordId;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::brought::{Brought, BroughtChange, BroughtFile};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::wire::key::Key;

/// Undoes the change at this place among those that files and links brought. Changes since then stay, and so does a new
/// session in which somebody wrote since, or two people for whose next session a line waits.
pub(super) fn undo(model: &mut Model, now: Instant, place: usize, effects: &mut Vec<Effect>) {
    let (file, BroughtFile { changes, drafts, .. }) = match model.brought.get(place).cloned() {
        Some(Brought::File(file)) => (Some(file.name.clone()), file),
        Some(Brought::Link(changes)) => (None, BroughtFile { changes, ..BroughtFile::default() }),
        Some(Brought::Stayed(_)) | None => return,
    };
    model.brought.remove(place);
    let is_gone_on_with = take_back(model, &drafts, effects);
    // A write under an id of its own stays beside the changes since the import.
    let aside = model.ids.writer();
    let staying = staying(model, &changes, now);
    for BroughtChange { key, before, taken } in changes.into_iter().filter(|one| !staying.contains(&one.key))
    {
        if let Some(kept) = model.kept.get_mut(&key) {
            kept.set_undone(undone(kept.value(), before.as_ref(), &taken, aside, now));
        }
    }
    let waits = |key: &Key| matches!(key, Key::Record(RecordId::Pair(pair)) if holds_own(model, *pair));
    let has_stayed = staying.iter().any(|key| matches!(key, Key::Session(_)) || waits(key));
    if has_stayed || is_gone_on_with {
        model.brought.insert(place, Brought::Stayed(file));
    }
    move_focus(effects, Focus::Heading);
}

/// Takes the half-typed texts that a file brought away again. Returns true if somebody went on with one, which stays.
fn take_back(model: &mut Model, drafts: &[(Purpose, WriterId)], effects: &mut Vec<Effect>) -> bool {
    let mut is_gone_on_with = false;
    for (purpose, writer) in drafts {
        if model.drafts.is_offered(*purpose, *writer) {
            let replaced = model.drafts.forget_left(*purpose, *writer);
            let gone = replaced.into_iter().chain([*writer]);
            effects.extend(gone.map(|writer| Effect::Remove(Key::Draft(*purpose).of(writer))));
        } else {
            is_gone_on_with |= model.drafts.typed(*purpose).is_some();
        }
    }
    is_gone_on_with
}

/// Forgets the change at this place: it can no longer be undone.
pub(super) fn confirm(model: &mut Model, place: usize, effects: &mut Vec<Effect>) {
    if place < model.brought.len() {
        model.brought.remove(place);
        move_focus(effects, Focus::Heading);
    }
}

/// Returns the value after the undo of a change from `before` to `taken`, as written by `aside`.
fn undone(value: &Value, before: Option<&Value>, taken: &Value, aside: WriterId, now: Instant) -> Value {
    match before {
        Some(before) => value.reverted(aside, taken, before),
        None => value.merged(&taken.deleted(aside, now)),
    }
}

/// Returns the keys of the records that the undo leaves alone: those of each session that the undo would take off the
/// list although somebody wrote in it since, and the names and the side of the two people of a session that stays.
fn staying(model: &Model, changes: &[BroughtChange], now: Instant) -> Vec<Key> {
    let planned = |value: &Value| value.session().is_some_and(|session| session.manager_half().is_some());
    let is_taken_away = |change: &BroughtChange| match (&change.before, model.kept.get(&change.key)) {
        (None, _) => true,
        (before, Some(kept)) => {
            let (now, then) =
                (kept.value(), undone(kept.value(), before.as_ref(), &change.taken, model.writer, now));
            planned(now) && !planned(&then)
        }
        (Some(_), None) => false,
    };
    let mut staying = Vec::new();
    for change in changes {
        if let Key::Session(id) = change.key
            && is_taken_away(change)
            && is_written_since(model, changes, id)
        {
            staying.extend(keys_of(id));
        }
    }
    let goes = |key: &Key| !staying.contains(key) && changes.iter().any(|change| change.key == *key);
    let mut people = Vec::new();
    for session in model.sessions().filter(|session| !goes(&Key::Session(session.id))) {
        people.extend([Key::Record(RecordId::Pair(session.pair)), Key::Record(RecordId::Side(session.pair))]);
    }
    // A line, kept or half typed, has its place on the page of the two.
    for (pair, _) in model.pairs().filter(|(pair, _)| holds_own(model, *pair)) {
        people.extend([Key::Record(RecordId::Pair(pair)), Key::Record(RecordId::Side(pair))]);
    }
    let new = changes.iter().filter(|change| change.before.is_none()).map(|change| change.key);
    let new: Vec<Key> = new.filter(|key| people.contains(key)).collect();
    staying.extend(new);
    staying
}

/// Returns true if a session, or what a party keeps private about it, holds more than the changes brought, or if a
/// text for it is half typed.
fn is_written_since(model: &Model, changes: &[BroughtChange], id: SessionId) -> bool {
    let is_new = |key: Key| {
        let Some(value) = model.kept.get(&key).map(Kept::value) else { return false };
        match changes.iter().find(|change| change.key == key) {
            Some(change) => !change.taken.knows(value),
            None => value.register().is_some_and(|register| register.content().is_some()),
        }
    };
    keys_of(id).into_iter().any(is_new) || model.drafts.hold_text_of(id)
}
