//! Keeping: what is written when, what is done when another window wrote as well, and when storage
//! refuses. The record in storage is never written over unread.

use crate::domain::id::{DeviceId, SessionId};
use crate::program::effect::{Effect, Expected};
use crate::program::event::Outcome;
use crate::program::kept::{Kept, Replica};
use crate::program::model::Model;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// Whether anything waits to be saved.
pub(super) fn is_unsaved(model: &Model) -> bool {
    model.desk_unsaved
        || model.sessions.values().any(Kept::is_unsaved)
        || model.records.values().any(Kept::is_unsaved)
}

/// Has everything written that waits to be saved: what belongs to others first, the desk last.
pub(super) fn save(model: &Model, effects: &mut Vec<Effect>) {
    let records = model.records.iter().filter_map(|(id, kept)| kept.write(Key::Record(*id)));
    let sessions = model.sessions.iter().filter_map(|(id, kept)| kept.write(Key::Session(*id)));
    let desk = model.desk_unsaved.then(|| seal(&model.desk)).map(|record| Effect::Write {
        key: Key::Desk,
        record,
        expected: Expected::Anything,
    });
    let free =
        |effect: &Effect| !matches!(effect, Effect::Write { key, .. } if model.health.blocked.contains(key));
    effects.extend(records.chain(sessions).chain(desk).filter(free));
}

/// Has a record written that was not there before.
pub(super) fn write_new(model: &Model, key: Key, record: String, effects: &mut Vec<Effect>) {
    if !model.health.blocked.contains(&key) {
        effects.push(Effect::Write { key, record, expected: Expected::Nothing });
    }
}

/// Takes in what became of a write.
pub(super) fn settle(model: &mut Model, key: Key, outcome: Outcome, effects: &mut Vec<Effect>) {
    match outcome {
        Outcome::Failed(fault) => model.health.fault = Some(fault),
        Outcome::Stored => {
            match key {
                Key::Session(id) => model.sessions.get_mut(&id).map(Kept::stored),
                Key::Record(id) => model.records.get_mut(&id).map(Kept::stored),
                Key::Desk => {
                    model.desk_unsaved = false;
                    None
                }
                Key::Device => None,
            };
            // One record that fits does not make room for another that did not.
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

/// Takes in what another window wrote. What was typed here meanwhile is kept beside it. What
/// cannot be read stays in storage, and what is in memory stays in memory.
pub(super) fn take_in(model: &mut Model, key: Key, record: Option<&str>) {
    let fork = model.ids.device();
    let read = match key {
        // Each window has a desk of its own in memory; the record only serves the next start.
        Key::Desk => Ok(()),
        Key::Device => record.map_or(Ok(()), |record| open(record).map(|device| model.device = device)),
        Key::Session(id) => renew(model.sessions.get_mut(&id), record, fork)
            .map(|new| new.map_or((), |new| drop(model.sessions.insert(id, new)))),
        Key::Record(id) => renew(model.records.get_mut(&id), record, fork)
            .map(|new| new.map_or((), |new| drop(model.records.insert(id, new)))),
    };
    match read {
        Ok(()) => model.health.blocked.retain(|blocked| *blocked != key),
        Err(unreadable) => model.health.refuse(key, unreadable),
    }
}

/// Brings a value up to what storage holds now; returns it where it was not known before.
fn renew<T: Replica>(
    kept: Option<&mut Kept<T>>,
    record: Option<&str>,
    fork: DeviceId,
) -> Result<Option<Kept<T>>, Unreadable> {
    match (kept, record) {
        (Some(kept), Some(record)) => kept.found(&open(record)?, record, fork),
        (Some(kept), None) => kept.lost(),
        (None, Some(record)) => return Ok(Some(Kept::read(open(record)?, record))),
        (None, None) => {}
    }
    Ok(None)
}

/// Takes in whether a damaged record was moved aside.
pub(super) fn moved_aside(model: &mut Model, name: String, moved: bool) {
    if let Some(key) = Key::parse(&name).filter(|_| moved) {
        model.health.blocked.retain(|blocked| *blocked != key);
    }
    model.health.damaged.insert(name, moved);
}

/// Keeps one of several concurrent writings of a session: the person has chosen.
pub(super) fn choose(model: &mut Model, id: SessionId, choice: usize) {
    let device = model.device;
    let Some(kept) = model.sessions.get_mut(&id) else { return };
    let mut session = kept.value().clone();
    let Some(written) = session.manager.versions().get(choice).map(|version| version.written.clone()) else {
        return;
    };
    // The one that is shown was offered together with the first that waits.
    session.manager = session.manager.chosen(device, choice.saturating_sub(1), written);
    kept.set(session);
}
