//! Saving: writes changed records, and takes in the records of other windows. Each window writes only its own
//! records, so no window overwrites what another one wrote.

use std::collections::BTreeMap;

use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::WriterId;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::time::Instant;
use crate::domain::ui_state::UiState;
use crate::program::effect::Effect;
use crate::program::event::{Outcome, StorageFault};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::wire::key::{Key, WriterKey};
use crate::wire::stored::{Unreadable, open, seal};

/// Returns true if a change waits to be saved.
pub(super) fn is_unsaved(model: &Model) -> bool {
    model.screen_unsaved
        || drafts(model).next().is_some()
        || model.drafts.unsaved_left().next().is_some()
        || model.kept.values().any(Kept::is_unsaved)
}

/// Returns the drafts (typed text that is not kept yet) that storage does not hold as they are; `None` for
/// one whose record is to be removed. A record that cannot be read stays.
fn drafts(model: &Model) -> impl Iterator<Item = (WriterKey, Option<&Draft>)> {
    let unsaved = model.drafts.unsaved();
    let unsaved = unsaved.map(|(purpose, draft)| (Key::Draft(purpose).of(model.writer), draft));
    unsaved.filter(|(place, draft)| draft.is_some() || !model.health.blocked.contains(place))
}

/// Puts one version in place of those that a change made alike.
pub(super) fn unite(model: &mut Model) {
    model.kept.values_mut().filter(|kept| kept.is_unsaved()).for_each(Kept::unite);
}

/// Adds the writes of all unsaved changes: sessions and records first, then drafts, the open screen last.
/// Adds nothing while storage is cleared and the person has not said what to do.
pub(super) fn save(model: &Model, effects: &mut Vec<Effect>) {
    if model.health.cleared.is_some() {
        return;
    }
    let unsaved = || model.kept.iter().filter(|(_, kept)| kept.is_unsaved());
    for (key, kept) in unsaved() {
        match shared_now(kept, model.writer) {
            None => write(model, *key, kept.value().seal(), effects),
            Some(both) => write(model, *key, both.seal(), effects),
        }
    }
    // The session holds the shared content by now.
    for (key, kept) in unsaved().filter(|(_, kept)| shared_now(kept, model.writer).is_some()) {
        write(model, *key, kept.value().seal(), effects);
    }
    for (purpose, writer, draft) in model.drafts.unsaved_left() {
        effects.push(Effect::Write { place: Key::Draft(purpose).of(writer), record: seal(draft) });
    }
    for (place, draft) in drafts(model).filter(|(place, draft)| draft.is_some() || !is_awaited(model, *place))
    {
        save_draft(model, place, draft, effects);
    }
    if model.screen_unsaved {
        write(model, Key::UiState, seal(&ui_state(model)), effects);
    }
}

/// Returns true if the text of a dropped draft may stand in a value that storage does not hold yet: then the record of the
/// draft stays until that value is stored.
fn is_awaited(model: &Model, place: WriterKey) -> bool {
    let Key::Draft(purpose) = place.key else { return false };
    let mut unsaved = model.kept.iter().filter(|(_, kept)| kept.is_unsaved()).map(|(key, _)| *key);
    match purpose.session() {
        None => unsaved.next().is_some(),
        Some(id) => unsaved.any(|key| match key {
            Key::Session(of) | Key::Record(RecordId::Private(of, _)) => of == id,
            _ => false,
        }),
    }
}

/// Adds the removals of the records of dropped drafts whose text storage holds elsewhere by now.
fn remove_dropped(model: &Model, effects: &mut Vec<Effect>) {
    let dropped = drafts(model).filter(|(_, draft)| draft.is_none()).map(|(place, _)| place);
    effects.extend(dropped.filter(|place| !is_awaited(model, *place)).map(Effect::Remove));
}

/// Adds the write of a draft of this window; the removal of its record for `None`.
fn save_draft(model: &Model, place: WriterKey, draft: Option<&Draft>, effects: &mut Vec<Effect>) {
    match draft {
        Some(draft) => write(model, place.key, seal(draft), effects),
        None => effects.push(Effect::Remove(place)),
    }
}

/// Returns a private record with the content before and after the change, if the change takes content out, as
/// when it is shared; else `None`. A window killed between two writes leaves the content in both records.
fn shared_now(kept: &Kept, writer: WriterId) -> Option<Value> {
    let private = |value: &Value| match value.register().and_then(Register::content) {
        Some(Record::Private(private)) => Some((**private).clone()),
        _ => None,
    };
    let before = private(kept.stored_by(writer)?)?;
    let now = private(kept.value())?;
    let mut both = now.clone();
    both.join(&before);
    both.ticks.clone_from(&now.ticks);
    both.note.clone_from(&now.note);
    (both != now).then(|| {
        kept.value().register().map(|now| Value::Record(now.amended(Record::Private(Box::new(both)))))
    })?
}

/// Returns the state of the screen that is stored.
fn ui_state(model: &Model) -> UiState {
    let question = model.screen.session().and_then(|state| state.shown_question.clone());
    let (screen, leaps) = (model.screen.address(), model.leaps.clone());
    UiState {
        screen,
        seen: model.seen,
        question,
        slot: model.slot,
        leaps,
        handed: model.handed,
        expiry_told: model.expiry_told,
    }
}

/// Adds the write of a record, unless an unreadable record is in the place.
fn write(model: &Model, key: Key, record: String, effects: &mut Vec<Effect>) {
    let place = key.of(model.writer);
    if !model.health.blocked.contains(&place) {
        effects.push(Effect::Write { place, record });
    }
}

/// Handles the outcome of a write or a removal: marks the record as stored or gone, removes the records of
/// closed windows that a stored one makes superfluous, or notes why the browser refused.
pub(super) fn settle(model: &mut Model, place: WriterKey, outcome: Outcome, effects: &mut Vec<Effect>) {
    match outcome {
        Outcome::Failed(fault) => {
            model.health.fault = Some(fault);
            if place.writer == model.writer {
                model.kept.get_mut(&place.key).into_iter().for_each(Kept::save_again);
            }
        }
        Outcome::Cleared => {
            if !effects.contains(&Effect::LookAgain) {
                effects.push(Effect::LookAgain);
            }
        }
        Outcome::Removed => match place.key {
            Key::Session(_) | Key::Record(_) => {
                model.kept.get_mut(&place.key).into_iter().for_each(|kept| kept.lost(place.writer));
            }
            Key::Draft(purpose) if place.writer == model.writer => {
                draft_saved(model, purpose, effects);
                if !is_unsaved(model) {
                    model.health.settle();
                }
            }
            Key::Draft(_) | Key::UiState => {}
        },
        Outcome::Stored => {
            match place.key {
                Key::Session(_) | Key::Record(_) => {
                    if let Some(kept) = model.kept.get_mut(&place.key) {
                        kept.saved(model.writer);
                        let gone = kept.superseded_by(model.writer);
                        let gone = gone.into_iter().filter(|writer| !model.living.contains(writer));
                        effects.extend(gone.map(|writer| Effect::Remove(place.key.of(writer))));
                    }
                    remove_dropped(model, effects);
                }
                Key::Draft(purpose) if place.writer == model.writer => draft_saved(model, purpose, effects),
                Key::Draft(purpose) => left_saved(model, purpose, place.writer, effects),
                Key::UiState => model.screen_unsaved = false,
            }
            // A record that fits makes no room for another record that did not.
            if !is_unsaved(model) {
                model.health.settle();
            }
        }
    }
}

/// Marks a draft of this window as stored, or as gone, and removes the records that held its text until then.
fn draft_saved(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) {
    let replaced = model.drafts.saved(purpose);
    effects.extend(replaced.into_iter().map(|writer| Effect::Remove(Key::Draft(purpose).of(writer))));
}

/// Marks an offered draft as stored, removes the record that held its text until then, and saves the draft of this
/// window that waited for that.
fn left_saved(model: &mut Model, purpose: Purpose, writer: WriterId, effects: &mut Vec<Effect>) {
    let replaced = model.drafts.left_saved(purpose, writer);
    effects.extend(replaced.map(|writer| Effect::Remove(Key::Draft(purpose).of(writer))));
    let place = Key::Draft(purpose).of(model.writer);
    for (waiting, draft) in drafts(model).filter(|(waiting, _)| *waiting == place) {
        save_draft(model, waiting, draft, effects);
    }
}

/// Takes in a record that another window wrote, or removed for `None`; the writer of a written one counts as
/// an open window. An unreadable record stays in storage, and the value in memory stays.
pub(super) fn take_in(model: &mut Model, place: WriterKey, record: Option<&str>, effects: &mut Vec<Effect>) {
    let is_own = place.writer == model.writer;
    if !is_own && record.is_some() {
        model.living.insert(place.writer);
        model.drafts.forget_left_by(place.writer);
    }
    let read = match record {
        Some(record) => take_in_written(model, place, record, effects),
        None => {
            take_in_removed(model, place, is_own);
            Ok(())
        }
    };
    match read {
        Ok(()) => model.health.free(place),
        Err(unreadable) => model.health.refuse(place, &unreadable),
    }
    // Another window has put everything back.
    if model.health.cleared.is_some() && model.kept.values().all(Kept::is_stored) {
        put_back(model);
    }
}

fn take_in_written(
    model: &mut Model,
    place: WriterKey,
    record: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Unreadable> {
    let writer = model.writer;
    match place.key {
        // Each window has an open screen and drafts of its own in memory; the records serve the next start.
        Key::UiState => open::<UiState>(record).map(drop),
        Key::Draft(purpose) => read_draft(record, purpose).map(drop),
        Key::Session(_) | Key::Record(_) => {
            let value = open_with_room(model, place.key, record)?;
            let Some(kept) = model.kept.get_mut(&place.key) else {
                model.kept.insert(place.key, Kept::read(value, place.writer, record));
                return Ok(());
            };
            kept.found(value, place.writer, record, writer);
            if kept.is_superseded(writer) {
                effects.push(Effect::Remove(place.key.of(writer)));
            }
            Ok(())
        }
    }
}

fn take_in_removed(model: &mut Model, place: WriterKey, is_own: bool) {
    match place.key {
        Key::Session(_) | Key::Record(_) => {
            model.kept.get_mut(&place.key).into_iter().for_each(|kept| kept.lost(place.writer));
        }
        Key::Draft(purpose) if is_own => model.drafts.save_again_for(purpose),
        Key::UiState if is_own => model.screen_unsaved = true,
        Key::Draft(purpose) => drop(model.drafts.forget_left(purpose, place.writer)),
        Key::UiState => {}
    }
}

/// Takes in what other windows wrote to storage or removed. Storage without any record that this window knew
/// was cleared, and the person is asked before anything is written again. If the browser refused to read, the
/// next event reads again.
pub(super) fn see(
    model: &mut Model,
    now: Instant,
    stored: Result<BTreeMap<String, String>, StorageFault>,
    effects: &mut Vec<Effect>,
) {
    let stored = match stored {
        Ok(stored) => stored,
        Err(fault) => return model.health.refuse_reading(fault),
    };
    if std::mem::take(&mut model.health.is_unread) && !is_unsaved(model) {
        model.health.settle();
    }
    model.screen_unsaved |= !stored.contains_key(&Key::UiState.of(model.writer).name());
    let known: Vec<WriterKey> = known_places(model).collect();
    let is_there = |place: &WriterKey| stored.contains_key(&place.name());
    // Another window may have taken over the record of a writer that it thought gone.
    let is_known = |place: WriterKey| known.iter().any(|known| known.key == place.key);
    if !known.is_empty() && !stored.keys().filter_map(|name| WriterKey::parse(name)).any(is_known) {
        model.health.cleared = Some(now);
        model.kept.values_mut().for_each(Kept::forget_records);
        return;
    }
    for place in known.iter().filter(|place| !is_there(place)) {
        take_in(model, *place, None, effects);
    }
    let left: Vec<_> = model.drafts.stored_left().collect();
    for (purpose, writer) in
        left.into_iter().filter(|(purpose, writer)| !is_there(&Key::Draft(*purpose).of(*writer)))
    {
        model.drafts.lost(purpose, writer);
    }
    for (name, record) in &stored {
        let Some(place) = WriterKey::parse(name) else { continue };
        let is_known = model.kept.get(&place.key).is_some_and(|kept| {
            kept.records().any(|(writer, text)| writer == place.writer && text == record)
        });
        if !is_known && matches!(place.key, Key::Session(_) | Key::Record(_)) {
            take_in(model, place, Some(record), effects);
        }
    }
}

/// Returns the places of the records that storage held when this window last looked: those of all writers,
/// but of drafts only its own.
fn known_places(model: &Model) -> impl Iterator<Item = WriterKey> {
    let kept = model.kept.iter().flat_map(|(key, kept)| kept.records().map(|(writer, _)| key.of(writer)));
    let drafts = model.drafts.stored().map(|purpose| Key::Draft(purpose).of(model.writer));
    kept.chain(drafts)
}

/// Marks everything in memory as unsaved after storage was cleared, so that it is written again.
pub(super) fn put_back(model: &mut Model) {
    model.health.cleared = None;
    model.kept.values_mut().for_each(Kept::save_again);
    model.drafts.save_again();
    model.screen_unsaved = true;
}

/// Takes a stored record into memory at the start: a value, or a draft of this window or a closed one. An
/// untouched draft of a closed window is removed.
///
/// # Errors
/// [`Unreadable`] names the fault of the record.
pub(super) fn read(
    model: &mut Model,
    place: WriterKey,
    record: &str,
    effects: &mut Vec<Effect>,
) -> Result<(), Unreadable> {
    match place.key {
        Key::UiState => open::<UiState>(record).map(drop),
        Key::Draft(purpose) if place.writer == model.writer => {
            model.drafts.read(purpose, read_draft(record, purpose)?);
            Ok(())
        }
        // A window that is open keeps its drafts to itself.
        Key::Draft(purpose) if model.living.contains(&place.writer) => read_draft(record, purpose).map(drop),
        Key::Draft(purpose) => {
            let draft = read_draft(record, purpose)?;
            if draft.is_typed {
                model.drafts.leave(purpose, place.writer, draft);
            } else {
                effects.push(Effect::Remove(place));
            }
            Ok(())
        }
        Key::Session(_) | Key::Record(_) => {
            let value = open_with_room(model, place.key, record)?;
            match model.kept.get_mut(&place.key) {
                Some(kept) => kept.found(value, place.writer, record, model.writer),
                None => drop(model.kept.insert(place.key, Kept::read(value, place.writer, record))),
            }
            Ok(())
        }
    }
}

/// Marks the values that windows that are gone have stored as unsaved. Once this window has stored them, the
/// records of those windows can be removed.
pub(super) fn fold_in(model: &mut Model) {
    let (me, living) = (model.writer, &model.living);
    for kept in model.kept.values_mut() {
        if kept.records().any(|(writer, _)| writer != me && !living.contains(&writer)) {
            kept.save_again();
        }
    }
}

/// Reads the value of a stored record; fails also for a value that has no room beside the one in memory, since the
/// record of both could not be read again.
fn open_with_room(model: &Model, key: Key, record: &str) -> Result<Value, Unreadable> {
    let value = Value::open(key, record)?;
    if model.has_room(key, &value) { Ok(value) } else { Err(Unreadable::Value("versions")) }
}

/// Reads a stored draft; fails also for a draft of another kind than its purpose has.
pub(super) fn read_draft(record: &str, purpose: Purpose) -> Result<Draft, Unreadable> {
    let draft: Draft = open(record)?;
    if draft.fits(purpose) { Ok(draft) } else { Err(Unreadable::Value("content")) }
}

/// Records the outcome of a move to quarantine. `moved` is true if the record was moved; then its place may
/// be written again.
pub(super) fn quarantined(model: &mut Model, name: String, moved: bool) {
    if let Some(place) = WriterKey::parse(&name).filter(|_| moved) {
        model.health.free(place);
    }
    model.health.note(name, moved);
}
