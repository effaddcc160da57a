//! Files: one of everything or of one session goes out, and one comes in, looked at first.

use litemap::LiteMap;

use crate::domain::desk::Screen;
use crate::domain::id::SessionId;
use crate::domain::record::RecordId;
use crate::program::effect::{Effect, Focus};
use crate::program::incoming::{Incoming, Stand, changes, stand};
use crate::program::kept::Kept;
use crate::program::model::Model;
use crate::wire::key::Key;
use crate::wire::stored::seal;

/// Offers a file of everything, what is not stored included.
pub(super) fn offer(model: &Model, effects: &mut Vec<Effect>) {
    let mut records = LiteMap::new_vec();
    for (id, kept) in model.records.iter() {
        put(model, &mut records, Key::Record(*id), seal(kept.value()));
    }
    for (id, kept) in model.sessions.iter() {
        put(model, &mut records, Key::Session(*id), seal(kept.value()));
    }
    effects.push(Effect::OfferFile(records));
}

/// Offers a file of that session and the names of its two.
pub(super) fn offer_session(model: &Model, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(kept) = model.sessions.get(&id) else { return };
    let mut records = LiteMap::new_vec();
    let pair = RecordId::Pair(kept.value().pair);
    if let Some(names) = model.records.get(&pair) {
        put(model, &mut records, Key::Record(pair), seal(names.value()));
    }
    put(model, &mut records, Key::Session(id), seal(kept.value()));
    effects.push(Effect::OfferPart(records));
}

/// What stands in storage and cannot be read is not passed off as what is in memory.
fn put(model: &Model, records: &mut LiteMap<String, String>, key: Key, record: String) {
    if !model.health.blocked.contains(&key) {
        records.insert(key.name(), record);
    }
}

/// Puts up what a file holds, where the person still is at the list from which it was opened.
pub(super) fn open_file(model: &mut Model, text: &str, effects: &mut Vec<Effect>) {
    if matches!(model.desk.screen, Screen::Home | Screen::Pair(_)) || model.is_gone() {
        let file = Incoming::read(text, model);
        model.file = Some(file);
        effects.push(Effect::MoveFocus(Focus::Heading));
    }
}

/// Takes in what the open file holds. Nothing that is here is lost: all of it is merged.
pub(super) fn take(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(Ok(file)) = model.file.take() else { return };
    for session in file.sessions {
        if stand(model, &session) == Stand::Same {
            continue;
        }
        match model.sessions.get_mut(&session.id) {
            Some(kept) => kept.bring(&session),
            None => drop(model.sessions.insert(session.id, Kept::brought(session))),
        }
    }
    for (id, record) in file.records {
        if !changes(model, id, &record) {
            continue;
        }
        match model.records.get_mut(&id) {
            Some(kept) => kept.bring(&record),
            None => drop(model.records.insert(id, Kept::brought(record))),
        }
    }
    model.show(Screen::Home);
    model.brought = true;
    effects.push(Effect::MoveFocus(Focus::Heading));
}
