//! Saved files: offers a file of all records or of one session, and imports a file after the person has seen
//! its content.

use std::collections::BTreeMap;

use super::cancelled::{keep_cancelled, plan_before};
use super::incoming::{begin, is_for_here, keys_of, older, read_turn, strangers};
use super::screen::{is_gone, put_up, remember};
use super::sides::become_seller;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{SessionId, WriterId};
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::brought::{Brought, BroughtChange, BroughtFile};
use crate::program::state::incoming::Incoming;
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::state::overlay::FileOverlay;
use crate::program::state::request::RequestId;
use crate::program::update::earlier::has_next_begun;
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
    let name = dated(model, env, now, "coaching-backup", "jsonl");
    effects.push(Effect::OfferFile { name, text: backup_of(model, stored) });
}

/// Returns the text of a file of all records: see [`offer`].
pub(super) fn backup_of(model: &Model, stored: BTreeMap<String, String>) -> String {
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
    // The stored record of a draft is older than the text in memory, or its text stands in a session by now.
    for (purpose, draft) in model.drafts.unsaved() {
        let place = Key::Draft(purpose).of(model.writer);
        let is_blocked = model.health.blocked.contains(&place);
        match draft {
            // A record that cannot be read stays beside the text.
            Some(draft) if is_blocked => drop(records.insert(Key::Draft(purpose).name(), seal(draft))),
            Some(draft) => drop(records.insert(place.name(), seal(draft))),
            None if is_blocked => {}
            None => drop(records.remove(&place.name())),
        }
    }
    for (purpose, writer, draft) in model.drafts.unsaved_left() {
        records.insert(Key::Draft(purpose).of(writer).name(), seal(draft));
    }
    backup(&records)
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
        let past = has_next_begun(model, id).then(|| session.past_close());
        let leaving = leaving(past.as_ref().unwrap_or(session));
        records.insert(Key::Session(id).name(), Value::Session(Box::new(leaving)).seal());
    }
    for other in taken_along(model, id) {
        records.insert(Key::Session(other.id).name(), Value::Session(Box::new(other.announced())).seal());
    }
    let name = named(model, env, session, "jsonl");
    effects.push(Effect::OfferFile { name, text: backup(&records) });
}

/// Returns the planned sessions of the two that a file of session `id` takes along: none unless that one has begun.
pub fn taken_along(model: &Model, id: SessionId) -> impl Iterator<Item = &Session> {
    let is_planned = |session: &Session| session.manager_half().map(ManagerHalf::is_planned);
    let session = model.session(id).filter(|session| is_planned(session) == Some(false));
    let pair = session.map(|session| session.pair);
    model.sessions().filter(move |other| {
        Some(other.pair) == pair
            && is_planned(other) == Some(true)
            && is_readable(model, Key::Session(other.id))
    })
}

/// Returns the session as it stands in a file of its own: without versions that wait, without the minutes of the items,
/// without the notes of a start that was undone, and without the answers at the close.
fn leaving(session: &Session) -> Session {
    session.alone().outline().without_undone_start().without_answers()
}

/// Returns the name of a file that is saved at `now`: `name`, the date on this device, and the ending.
fn dated(model: &Model, env: &Env<'_>, now: Instant, name: &str, ending: &str) -> String {
    let today = env.local(now, &model.zone).map(|local| local.date_field()).unwrap_or_default();
    format!("{name}-{today}.{ending}")
}

/// Returns the name of a file of one session: the names of the two in small letters, and the day on which the session
/// began or is planned.
pub(super) fn named(model: &Model, env: &Env<'_>, session: &Session, ending: &str) -> String {
    let two = model.pair(session.pair).map(|pair| [Some(&pair.seller), pair.manager.as_ref()]);
    let two = two.into_iter().flatten().flatten().map(Text::as_str).collect::<Vec<_>>().join(" ");
    let mut name = String::from("coaching-session");
    for part in two.split(|letter: char| !letter.is_alphanumeric()).filter(|part| !part.is_empty()) {
        name.push('-');
        name.extend(part.chars().take(NAME_PART).flat_map(char::to_lowercase));
        if name.len() > NAME_LENGTH {
            break;
        }
    }
    let day = session.manager_half().map(|half| match &half.course {
        Course::Begun { log, .. } => log.began().and_then(|began| env.local(began, &model.zone)),
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
const NAME_LENGTH: usize = 48;

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
/// file. `name` is that of the file, and `None` if a part could not be read; then the file is refused.
pub(super) fn open_file(model: &mut Model, file: RequestId, name: Option<&str>, effects: &mut Vec<Effect>) {
    let text = match model.overlays.file.take() {
        Some(FileOverlay::Coming(known, text)) if known == file && name.is_some() => text,
        Some(later @ FileOverlay::Coming(known, _)) if file < known => {
            model.overlays.file = Some(later);
            return;
        }
        // An empty file has no parts.
        _ => String::new(),
    };
    if is_at_list(model) {
        match begin(text, name.unwrap_or_default()) {
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
pub(super) fn take(model: &mut Model, now: Instant, party: Party, effects: &mut Vec<Effect>) {
    let Some(FileOverlay::Opened(file)) = model.overlays.file.take() else { return };
    merge(model, now, party, &file);
    put_up(model, Screen::Home, effects);
}

/// Merges the records of a file into the data. See [`take`].
pub(super) fn merge(model: &mut Model, now: Instant, party: Party, file: &Incoming) {
    let stranger = strangers(file, model).filter(|_| party == Party::Seller);
    let stranger = stranger.map(|(pair, two)| (pair, two.seller.clone()));
    let mut values = file.values.clone();
    for id in &file.chosen {
        values.extend(older_of(model, file, *id));
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
    let drafts = offer_drafts(model, file, now);
    remember(&mut model.brought, Brought::File(BroughtFile { name: file.name.clone(), changes, drafts }));
}

/// Offers the half-typed texts of the file, each under a new writer, as those of closed windows are. Returns what each is
/// for, with its writer. The time that a draft is kept begins anew.
fn offer_drafts(model: &mut Model, file: &Incoming, now: Instant) -> Vec<(Purpose, WriterId)> {
    let mut offered = Vec::new();
    for (purpose, draft) in &file.drafts {
        if is_for_here(model, file, *purpose) && !model.drafts.have(*purpose, draft) {
            let writer = model.ids.writer();
            model.drafts.offer(*purpose, writer, Draft { changed: now, ..draft.clone() });
            offered.push((*purpose, writer));
        }
    }
    offered
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
