//! Files: one of everything or of one session goes out, and one comes in, looked at first.

use std::collections::BTreeMap;

use super::incoming::{Incoming, NotBackup, Reading};
use super::opened::become_seller;
use super::screen::put_up;
use crate::domain::desk::Screen;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::wire::backup::backup;
use crate::wire::key::Key;

/// Offers a file of everything: the records that stand in storage, with those of this window on top, since
/// it may hold what is not stored.
pub(super) fn offer(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    stored: BTreeMap<String, String>,
    effects: &mut Vec<Effect>,
) {
    let mut records = stored;
    for key in model.kept.keys() {
        put(model, &mut records, *key);
    }
    let name = dated(model, env, now, "coaching-sessions", "jsonl");
    effects.push(Effect::OfferFile { name, text: backup(&records) });
}

/// Offers a file of that session and the names of its two, and once it was held also of what they have
/// booked: both leave with the next date. What the seller may have written for that stays here.
pub(super) fn offer_session(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    id: SessionId,
    effects: &mut Vec<Effect>,
) {
    let Some(session) = model.session(id) else { return };
    let mut records = BTreeMap::new();
    put(model, &mut records, Key::Record(RecordId::Pair(session.pair)));
    if is_here(model, Key::Session(id)) {
        // Somebody else may get it: what waits for a choice stays here.
        records.insert(Key::Session(id).name(), Value::Session(Box::new(session.alone())).seal());
    }
    let is_planned = |session: &Session| session.manager_half().map(ManagerHalf::is_planned);
    for other in model.sessions().filter(|other| other.pair == session.pair) {
        let key = Key::Session(other.id);
        if (is_planned(session), is_planned(other)) == (Some(false), Some(true)) && is_here(model, key) {
            let plan = Session { seller: None, ..other.alone() };
            records.insert(key.name(), Value::Session(Box::new(plan)).seal());
        }
    }
    let name = dated(model, env, now, "coaching-session", "jsonl");
    effects.push(Effect::OfferFile { name, text: backup(&records) });
}

/// Returns the name of a file that is saved at `now`, with the date on this device.
pub(super) fn dated(model: &Model, env: &Env<'_>, now: Instant, name: &str, ending: &str) -> String {
    let today = env.local(now, &model.zone).map(|local| local.date_field()).unwrap_or_default();
    format!("{name}-{today}.{ending}")
}

/// Whether a record is what stands in storage: what cannot be read there is not passed off as what is in
/// memory.
fn is_here(model: &Model, key: Key) -> bool {
    !model.health.blocked.contains(&key)
}

fn put(model: &Model, records: &mut BTreeMap<String, String>, key: Key) {
    if let Some(kept) = model.kept.get(&key).filter(|_| is_here(model, key)) {
        records.insert(key.name(), kept.value().seal());
    }
}

/// Begins to read a file, where the person still is at the list from which it was opened.
pub(super) fn open_file(model: &mut Model, is_whole: bool, effects: &mut Vec<Effect>) {
    let mut text = std::mem::take(&mut model.coming);
    if !is_whole {
        text.clear();
    }
    if matches!(model.desk.screen, Screen::Home | Screen::Pair(_)) || model.is_gone() {
        let (reading, fault) = match Reading::begin(text) {
            Ok(reading) => (Some(reading), None),
            Err(fault) => (None, Some(fault)),
        };
        // One that was still being read gives way to it.
        model.reading = reading;
        match fault {
            None => read_on(model, effects),
            Some(fault) => put_file_up(model, Err(fault), effects),
        }
    }
}

/// Goes on with a file that is being read. The screen stays as it is until all of it was.
pub(super) fn go_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let was_reading = model.reading.is_some();
    read_on(model, effects);
    if !was_reading || model.reading.is_some() {
        effects.push(Effect::HoldScreen);
    }
}

/// Reads on in the file, and puts up what it holds once it is read, unless the person went elsewhere
/// meanwhile.
fn read_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(mut reading) = model.reading.take() else { return };
    match reading.goes_on(model) {
        Ok(true) => {
            model.reading = Some(reading);
            effects.push(Effect::ReadOn);
        }
        Ok(false) => put_file_up(model, Ok(reading.finish()), effects),
        Err(fault) => put_file_up(model, Err(fault), effects),
    }
}

fn put_file_up(model: &mut Model, file: Result<Incoming, NotBackup>, effects: &mut Vec<Effect>) {
    model.file = Some(file);
    move_focus(effects, Focus::Heading);
}

/// Takes in what the open file holds. Nothing that is here is lost: all of it is merged.
pub(super) fn take(model: &mut Model, party: Party, effects: &mut Vec<Effect>) {
    let Some(Ok(file)) = model.file.take() else { return };
    if let Some((pair, two)) = file.strangers(model).filter(|_| party == Party::Seller) {
        become_seller(model, pair, Some(&two.seller.clone()));
    }
    for (key, value) in file.values {
        match model.kept.get_mut(&key) {
            Some(kept) => kept.bring(&value),
            None => drop(model.kept.insert(key, Kept::brought(value))),
        }
    }
    put_up(model, Screen::Home, effects);
    model.brought = true;
}
