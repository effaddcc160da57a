//! Files: one of everything or of one session goes out, and one comes in, looked at first.

use std::collections::BTreeMap;

use super::incoming::{begin, read_turn, strangers};
use super::screen::put_up;
use super::sides::become_seller;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::overlay::FileOverlay;
use crate::program::state::request::RequestId;
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

/// Takes the next part of the file of that number. Parts of an earlier file than the last one are ignored.
pub(super) fn add_part(model: &mut Model, file: RequestId, part: &str, effects: &mut Vec<Effect>) {
    match &mut model.overlays.file {
        Some(FileOverlay::Coming(known, _)) if file < *known => {}
        Some(FileOverlay::Coming(known, text)) if *known == file => text.push_str(part),
        other => *other = Some(FileOverlay::Coming(file, part.to_owned())),
    }
    effects.push(Effect::HoldScreen);
}

/// Begins to read the file of that number, if the person still is at the list from which it was opened.
/// All of it came, or else the rest could not be read.
pub(super) fn open_file(model: &mut Model, file: RequestId, is_whole: bool, effects: &mut Vec<Effect>) {
    let text = match model.overlays.file.take() {
        Some(FileOverlay::Coming(known, text)) if known == file && is_whole => text,
        Some(later @ FileOverlay::Coming(known, _)) if file < known => {
            model.overlays.file = Some(later);
            return;
        }
        // Of an empty file no part comes.
        _ => String::new(),
    };
    if is_at_list(model) {
        match begin(text) {
            Ok(reading) => {
                model.overlays.file = Some(FileOverlay::Read(Box::new(reading)));
                read_on(model, effects);
            }
            Err(fault) => put_file_up(model, FileOverlay::Refused(fault), effects),
        }
    }
}

/// Returns true if the list is on the screen.
fn is_at_list(model: &Model) -> bool {
    matches!(model.ui.screen, Screen::Home | Screen::Pair(_)) || model.is_gone()
}

/// Goes on with a file that is being read. The screen stays as it is until all of it was.
pub(super) fn go_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let was_reading = is_reading(model);
    read_on(model, effects);
    if !was_reading || is_reading(model) {
        effects.push(Effect::HoldScreen);
    }
}

/// Returns true if a file is being read.
pub(super) fn is_reading(model: &Model) -> bool {
    matches!(model.overlays.file, Some(FileOverlay::Read(_)))
}

/// Reads on in the file, and puts up what it holds once it is read.
fn read_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(FileOverlay::Read(mut reading)) =
        model.overlays.file.take_if(|file| matches!(file, FileOverlay::Read(_)))
    else {
        return;
    };
    match read_turn(&mut reading, model) {
        Ok(true) => {
            model.overlays.file = Some(FileOverlay::Read(reading));
            effects.push(Effect::ReadOn);
        }
        Ok(false) => put_file_up(model, FileOverlay::Opened(Box::new(reading.incoming)), effects),
        Err(fault) => put_file_up(model, FileOverlay::Refused(fault), effects),
    }
}

fn put_file_up(model: &mut Model, file: FileOverlay, effects: &mut Vec<Effect>) {
    model.overlays.file = Some(file);
    move_focus(effects, Focus::Heading);
}

/// Takes in what the open file holds. Nothing that is here is lost: all of it is merged.
pub(super) fn take(model: &mut Model, party: Party, effects: &mut Vec<Effect>) {
    let Some(FileOverlay::Opened(file)) = model.overlays.file.take() else { return };
    if let Some((pair, two)) = strangers(&file, model).filter(|_| party == Party::Seller) {
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
