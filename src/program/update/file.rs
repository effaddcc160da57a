//! Saved files: offers a file of all records or of one session, and imports a file after the person has seen
//! its content.

use std::collections::BTreeMap;

use super::cancelled::{keep_cancelled, plan_before};
use super::incoming::{begin, keys_of, older, read_turn, strangers};
use super::screen::{is_gone, put_up, remember};
use super::sides::become_seller;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{SessionId, WriterId};
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::brought::{Brought, BroughtChange};
use crate::program::state::incoming::Incoming;
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::overlay::FileOverlay;
use crate::program::state::request::RequestId;
use crate::text::Env;
use crate::wire::backup::backup;
use crate::wire::key::{Key, WriterKey};
use crate::wire::stored::seal;

/// Offers a file of all records: those just read from storage, with the merged value in memory in place of
/// the stored records of its key, unless one of them cannot be read. Then the value stands beside
/// them, if storage does not hold it.
pub(super) fn offer(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    stored: BTreeMap<String, String>,
    effects: &mut Vec<Effect>,
) {
    let is_in_memory = |key| model.kept.contains_key(&key) && is_readable(model, key);
    let mut records = BTreeMap::new();
    for (name, record) in stored {
        if !WriterKey::parse(&name).is_some_and(|place| is_in_memory(place.key)) {
            records.insert(name, record);
        }
    }
    for (key, kept) in &model.kept {
        if is_readable(model, *key) || kept.is_unsaved() {
            records.insert(key.name(), kept.value().seal());
        }
    }
    for (purpose, draft) in model.drafts.unsaved() {
        if let Some(draft) = draft {
            records.insert(Key::Draft(purpose).name(), seal(draft));
        }
    }
    for (purpose, writer, draft) in model.drafts.unsaved_left() {
        records.insert(Key::Draft(purpose).of(writer).name(), seal(draft));
    }
    let name = dated(model, env, now, "coaching-sessions", "jsonl");
    effects.push(Effect::OfferFile { name, text: backup(&records) });
}

/// Offers a file of one session and the names of its two people. Once the session has begun, the file also
/// holds the planned sessions of the pair, without the seller's preparation. Versions that wait for a choice
/// stay out.
pub(super) fn offer_session(model: &Model, env: &Env<'_>, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(session) = model.session(id) else { return };
    let mut records = BTreeMap::new();
    insert_record(model, &mut records, Key::Record(RecordId::Pair(session.pair)));
    if is_readable(model, Key::Session(id)) {
        // The file may go to somebody else, so versions that wait for a choice stay here.
        records.insert(Key::Session(id).name(), Value::Session(Box::new(leaving(session))).seal());
    }
    let is_planned = |session: &Session| session.manager_half().map(ManagerHalf::is_planned);
    for other in model.sessions().filter(|other| other.pair == session.pair) {
        let key = Key::Session(other.id);
        if (is_planned(session), is_planned(other)) == (Some(false), Some(true)) && is_readable(model, key) {
            records.insert(key.name(), Value::Session(Box::new(other.announced())).seal());
        }
    }
    let name = named(model, env, session, "jsonl");
    effects.push(Effect::OfferFile { name, text: backup(&records) });
}

/// Returns the session as it stands in a file of its own: without versions that wait, without the minutes of the items,
/// and without the answers at the close.
fn leaving(session: &Session) -> Session {
    session.alone().outline().without_answers()
}

/// Returns the name of a file that is saved at `now`: `name`, the date on this device, and the ending.
fn dated(model: &Model, env: &Env<'_>, now: Instant, name: &str, ending: &str) -> String {
    let today = env.local(now, &model.zone).map(|local| local.date_field()).unwrap_or_default();
    format!("{name}-{today}.{ending}")
}

/// Returns the name of a file of one session: the seller's name in small letters, and the day on which the session began
/// or is planned.
pub(super) fn named(model: &Model, env: &Env<'_>, session: &Session, ending: &str) -> String {
    let seller = model.pair(session.pair).map_or("", |pair| pair.seller.as_str());
    let mut name = String::from("coaching");
    for part in seller.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()) {
        name.push('-');
        name.extend(part.chars().take(NAME_PART).flat_map(char::to_lowercase));
        if name.len() > NAME_LENGTH {
            break;
        }
    }
    let day = session.manager_half().map(|half| match &half.course {
        Course::Begun { log, .. } => log.0.first().and_then(|entry| env.local(entry.at, &model.zone)),
        Course::Planned => Some(half.plan.schedule.local),
    });
    if let Some(day) = day.flatten() {
        name.push('-');
        name.push_str(&day.date_field());
    }
    format!("{name}.{ending}")
}

/// Upper bound on the letters of one part of a name within the name of a file.
const NAME_PART: usize = 40;

/// Number of bytes after which the name of a file takes no further part of a name.
const NAME_LENGTH: usize = 40;

/// Returns true if the value in memory may stand for the records of `key` in a file: none of them in storage
/// is unreadable.
fn is_readable(model: &Model, key: Key) -> bool {
    !model.health.blocks(key)
}

fn insert_record(model: &Model, records: &mut BTreeMap<String, String>, key: Key) {
    if let Some(kept) = model.kept.get(&key).filter(|_| is_readable(model, key)) {
        records.insert(key.name(), kept.value().seal());
    }
}

/// Adds the next part of a chosen file's text. A later file replaces an earlier one, and further parts of the
/// earlier one are ignored.
pub(super) fn add_part(model: &mut Model, file: RequestId, part: &str, effects: &mut Vec<Effect>) {
    match &mut model.overlays.file {
        Some(FileOverlay::Coming(known, _)) if file < *known => {}
        Some(FileOverlay::Coming(known, text)) if *known == file => text.push_str(part),
        other => *other = Some(FileOverlay::Coming(file, part.to_owned())),
    }
    effects.push(Effect::HoldScreen);
}

/// Begins to read a chosen file, all parts of which have come, if the list is still open; else drops the
/// file. `is_whole` is false if a part could not be read; then the file is refused.
pub(super) fn open_file(model: &mut Model, file: RequestId, is_whole: bool, effects: &mut Vec<Effect>) {
    let text = match model.overlays.file.take() {
        Some(FileOverlay::Coming(known, text)) if known == file && is_whole => text,
        Some(later @ FileOverlay::Coming(known, _)) if file < known => {
            model.overlays.file = Some(later);
            return;
        }
        // An empty file has no parts.
        _ => String::new(),
    };
    if is_at_list(model) {
        match begin(text) {
            Ok(reading) => {
                model.overlays.file = Some(FileOverlay::Read(Box::new(reading)));
                read_on(model, effects);
            }
            Err(fault) => open_overlay(model, FileOverlay::Refused(fault), effects),
        }
    }
}

/// Returns true if the screen shows the list of sessions, the page of a pair, or the list in place of a
/// screen whose content is gone.
fn is_at_list(model: &Model) -> bool {
    matches!(model.screen.address(), Screen::Home | Screen::Pair(_)) || is_gone(model)
}

/// Reads the next part of the opened file. The screen stays as it is until all of the file is read.
pub(super) fn go_on(model: &mut Model, effects: &mut Vec<Effect>) {
    let was_reading = is_reading(model);
    read_on(model, effects);
    if !was_reading || is_reading(model) {
        effects.push(Effect::HoldScreen);
    }
}

/// Continues to read a file that waited for the link, if there is one.
pub(super) fn go_on_with_file(model: &Model, effects: &mut Vec<Effect>) {
    if is_reading(model) {
        effects.push(Effect::ReadOn);
    }
}

/// Returns true if the records of a file are being read.
pub(super) fn is_reading(model: &Model) -> bool {
    matches!(model.overlays.file, Some(FileOverlay::Read(_)))
}

/// Reads the next part of the opened file; shows the file, or the reason why it is refused, once all of it is
/// read.
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
        Ok(false) => open_overlay(model, FileOverlay::Opened(Box::new(reading.incoming)), effects),
        Err(fault) => open_overlay(model, FileOverlay::Refused(fault), effects),
    }
}

fn open_overlay(model: &mut Model, file: FileOverlay, effects: &mut Vec<Effect>) {
    model.overlays.file = Some(file);
    move_focus(effects, Focus::Heading);
}

/// Imports the opened file. `party` is the party that the person is, if the two people are unknown here. All
/// of it is merged, the older content that the person chose is kept beside the local one, and the list opens.
/// The import can be undone.
pub(super) fn take(model: &mut Model, party: Party, effects: &mut Vec<Effect>) {
    let Some(FileOverlay::Opened(file)) = model.overlays.file.take() else { return };
    let stranger = strangers(&file, model).filter(|_| party == Party::Seller);
    let stranger = stranger.map(|(pair, two)| (pair, two.seller.clone()));
    let mut values = file.values.clone();
    for id in &file.chosen {
        values.extend(older_of(model, &file, *id));
    }
    let before = model.kept.clone();
    if let Some((pair, name)) = stranger {
        become_seller(model, pair, Some(&name));
    }
    for (key, value) in values {
        let plan = plan_before(model, key);
        // Older content has no room beside very much new content.
        let has_room = model.has_room(key, &value);
        match model.kept.get_mut(&key).filter(|_| has_room) {
            Some(kept) => kept.bring(&value),
            None if !has_room => {}
            None => drop(model.kept.insert(key, Kept::brought(value))),
        }
        keep_cancelled(model, key, plan);
    }
    let mut changes = Vec::new();
    for (key, kept) in &model.kept {
        let (before, taken) = (before.get(key).map(Kept::value), kept.value());
        if before != Some(taken) {
            changes.push(BroughtChange { key: *key, before: before.cloned(), taken: taken.clone() });
        }
    }
    remember(&mut model.brought, Brought::File(changes));
    put_up(model, Screen::Home, effects);
}

/// Returns what the file holds of a session, shared and private, that something newer replaced here, to be
/// kept beside the local content; also the names of the two and this person's side, if they are deleted here.
/// Content without room is left out.
fn older_of(model: &Model, file: &Incoming, id: SessionId) -> Vec<(Key, Value)> {
    let mut keys = keys_of(id).to_vec();
    if let Some(pair) = file.session(id).map(|session| session.pair) {
        let pair = [Key::Record(RecordId::Pair(pair)), Key::Record(RecordId::Side(pair))];
        let is_deleted = |key: &Key| {
            let kept = model.kept.get(key).and_then(|kept| kept.value().register());
            kept.is_some_and(|register| register.content().is_none())
        };
        keys.extend(pair.into_iter().filter(is_deleted));
    }
    let older = |key: Key| Some((key, older(model, key, file.get(key)?)?));
    keys.into_iter().filter_map(older).filter(|(key, older)| model.has_room(*key, older)).collect()
}

/// Chooses to keep the older content of a session beside the local one, or no longer.
pub(super) fn choose_older(model: &mut Model, id: SessionId) {
    if let Some(FileOverlay::Opened(file)) = &mut model.overlays.file {
        match file.chosen.contains(&id) {
            true => file.chosen.retain(|chosen| *chosen != id),
            false => file.chosen.push(id),
        }
    }
}

/// Undoes the change at this place among those that files and links brought. Changes since then stay, and so does a new
/// session in which somebody wrote since.
pub(super) fn undo(model: &mut Model, now: Instant, place: usize, effects: &mut Vec<Effect>) {
    let Some(Brought::File(changes) | Brought::Link(changes)) = model.brought.get(place).cloned() else {
        return;
    };
    model.brought.remove(place);
    // A write under an id of its own stays beside the changes since the import.
    let aside = model.ids.writer();
    let staying = staying(model, &changes, now);
    for BroughtChange { key, before, taken } in changes.into_iter().filter(|one| !staying.contains(&one.key))
    {
        if let Some(kept) = model.kept.get_mut(&key) {
            kept.set_undone(undone(kept.value(), before.as_ref(), &taken, aside, now));
        }
    }
    let has_stayed = staying.iter().any(|key| matches!(key, Key::Session(_)));
    if has_stayed {
        model.brought.insert(place, Brought::Stayed);
    }
    move_focus(effects, Focus::Heading);
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
