//! Import of files: reads a file in turns and compares its records with the local ones.

use super::keep::read_draft;
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::version::LEAP_LIMIT;
use crate::program::state::incoming::{DRAFTS_AT_ONCE, Fault, FileReading, Incoming, LeftOut, NotBackup};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::wire::backup::{Entry, Restore};
use crate::wire::key::{Key, QUARANTINE, WriterKey};
use crate::wire::stored::Unreadable;

/// Upper bound on the shown characters of a record's name.
const NAME_SHOWN: usize = 60;

/// Greatest number of writes by one device in a record that is unknown here. The file may be the only copy of
/// the person's data, so the limit is far beyond any honest number: a write each second takes eleven days.
const FIRST_LIMIT: u32 = 1_000_000;

/// Number of bytes of a file that are read in one turn; small enough that nobody waits. A record is read
/// whole.
const AT_ONCE: usize = 64 * 1024;

/// Begins to read a file; no record is read yet.
///
/// # Errors
/// [`NotBackup`] if the text is no saved file of this widget.
pub(super) fn begin(file: String, name: &str) -> Result<FileReading, NotBackup> {
    let name = name.chars().filter(|letter| !letter.is_control()).take(NAME_SHOWN).collect();
    Ok(FileReading {
        file: Restore::begin(file)?,
        incoming: Incoming { is_of_two: true, name, ..Incoming::default() },
    })
}

/// Reads the next part of the file; returns true if records remain. The open screen of a window, and quarantined
/// records, are skipped.
///
/// # Errors
/// [`NotBackup::TooLarge`] for too many records.
pub(super) fn read_turn(reading: &mut FileReading, model: &Model) -> Result<bool, NotBackup> {
    let until = reading.file.at().saturating_add(AT_ONCE);
    while reading.file.at() < until {
        let Some(entry) = reading.file.entry()? else { return Ok(false) };
        add(&mut reading.incoming, entry, model);
    }
    Ok(true)
}

fn add(incoming: &mut Incoming, entry: Entry, model: &Model) {
    let (name, record) = match entry {
        Entry::Record(name, record) => (name, Some(record)),
        Entry::Damaged(name) => (name, None),
        Entry::NoLine(number) => return incoming.left_out.push(LeftOut::Line(number, Fault::Damaged)),
        Entry::TooLong(number) => return incoming.left_out.push(LeftOut::Line(number, Fault::TooLarge)),
        Entry::Missing => return incoming.left_out.push(LeftOut::End),
    };
    let key = Key::parse_saved(&name);
    incoming.is_of_two &= matches!(key, Some(Key::Session(_) | Key::Record(RecordId::Pair(_))));
    let taken = record.ok_or(Fault::Damaged).and_then(|record| take(incoming, key, &name, &record, model));
    if let Err(fault) = taken {
        incoming.left_out.push(LeftOut::Record(name.chars().take(NAME_SHOWN).collect(), fault));
    }
}

fn take(
    incoming: &mut Incoming,
    key: Option<Key>,
    name: &str,
    record: &str,
    model: &Model,
) -> Result<(), Fault> {
    let (key, place) = match key.map(|key| (key, incoming.place(key))) {
        Some((Key::UiState, _)) => return Ok(()),
        Some((Key::Draft(purpose), _)) => return take_draft(incoming, purpose, record, model),
        None if name.starts_with(QUARANTINE) => return Ok(()),
        None if could_be(name) => return Err(Fault::Newer),
        None => return Err(Fault::Damaged),
        Some((key, _)) if model.health.blocks(key) => return Err(Fault::Blocked),
        // A sound file holds each key once, or once for each writer.
        Some((_, Ok(_))) if WriterKey::parse(name).is_none() => return Err(Fault::Damaged),
        Some(found) => found,
    };
    let value = Value::open(key, record).map_err(|unreadable| fault(&unreadable))?;
    let mine = model.kept.get(&key).map(Kept::value);
    if value.leaps_over(mine, if mine.is_some() { LEAP_LIMIT } else { FIRST_LIMIT }) {
        return Err(Fault::Forged);
    }
    if !fits(model, key, &value) {
        return Err(Fault::Unfit);
    }
    // A file of stored records holds the value of each writer.
    let known = place.ok().and_then(|place| incoming.values.get_mut(place)).map(|(_, known)| known);
    let both = known.as_ref().map(|known| known.merged(&value));
    let all = both.as_ref().unwrap_or(&value);
    if !all.fits() || !model.has_room(key, all) {
        return Err(Fault::TooLarge);
    }
    match (known, both, place) {
        (Some(known), Some(both), _) => *known = both,
        (_, _, Err(place)) => incoming.values.insert(place, (key, value)),
        _ => {}
    }
    Ok(())
}

/// Takes a half-typed text of the file, unless the person only opened its form, or this window or the file has the same.
fn take_draft(incoming: &mut Incoming, purpose: Purpose, record: &str, model: &Model) -> Result<(), Fault> {
    let draft = read_draft(record, purpose).map_err(|unreadable| fault(&unreadable))?;
    let is_alike = |(of, other): &(Purpose, Draft)| *of == purpose && other.content.is_alike(&draft.content);
    if !draft.holds_text() || model.drafts.have(purpose, &draft) || incoming.drafts.iter().any(is_alike) {
        return Ok(());
    }
    if incoming.drafts.len() >= DRAFTS_AT_ONCE {
        return Err(Fault::TooLarge);
    }
    incoming.drafts.push((purpose, draft));
    Ok(())
}

/// Returns true if the half-typed text may be offered here: on the device of a seller, nothing is that the manager typed.
#[must_use]
pub fn is_for_here(model: &Model, incoming: &Incoming, purpose: Purpose) -> bool {
    let Some(id) = purpose.session() else { return true };
    let session = model.known(id).or_else(|| incoming.session(id));
    let Some(pair) = session.map(|session| session.pair) else { return true };
    let side = incoming.get(Key::Record(RecordId::Side(pair))).and_then(|value| value.register()?.content());
    let is_sellers = match side {
        Some(Record::Side(party)) => *party == Party::Seller,
        _ => model.side(pair) == Party::Seller,
    };
    !is_sellers
        || matches!(purpose, Purpose::Preparation(_, Party::Seller) | Purpose::Close(_, Party::Seller))
}

/// Returns false if the value contradicts the local data: a session of another pair, or another side of a
/// known pair. No link can say either.
fn fits(model: &Model, key: Key, value: &Value) -> bool {
    match (key, value) {
        (Key::Session(id), Value::Session(theirs)) => {
            model.known(id).is_none_or(|mine| mine.pair == theirs.pair)
        }
        (Key::Record(RecordId::Side(pair)), Value::Record(theirs)) => {
            let mine = model.kept.get(&key).and_then(|kept| kept.value().register());
            let both = mine.map_or_else(|| theirs.clone(), |mine| mine.merged(theirs));
            let side = match both.content() {
                Some(Record::Side(party)) => *party,
                _ => Party::Manager,
            };
            model.pair(pair).is_none() || side == model.side(pair)
        }
        _ => true,
    }
}

/// Returns the pair of a file that holds only the sessions of one pair that is unknown here; `None` for any
/// other file. The person then says which of the two people they are. A file of all records says so itself.
#[must_use]
pub fn strangers<'a>(incoming: &'a Incoming, model: &Model) -> Option<(PairId, &'a Pair)> {
    let mut records = incoming.records().filter(|_| incoming.is_of_two);
    let (Some((RecordId::Pair(pair), names)), None) = (records.next(), records.next()) else {
        return None;
    };
    let is_theirs = incoming.sessions().all(|session| session.pair == pair);
    let Some(Record::Pair(two)) = names.content().filter(|_| is_theirs) else { return None };
    (model.pair(pair).is_none() && incoming.sessions().next().is_some()).then_some((pair, two))
}

/// Returns true if some release could use the name for a record: a word, or a word and an id.
fn could_be(name: &str) -> bool {
    let (kind, id) = name.split_once('/').unwrap_or((name, "0000000000000000"));
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter == b'-';
    !kind.is_empty() && kind.bytes().all(plain) && SessionId::parse(id).is_some()
}

fn fault(unreadable: &Unreadable) -> Fault {
    match unreadable {
        Unreadable::TooLarge => Fault::TooLarge,
        Unreadable::Newer { .. } => Fault::Newer,
        _ => Fault::Damaged,
    }
}

/// Returns the session that a record belongs to, by the record's name; `None` for a record of no session.
#[must_use]
pub fn session_of(name: &str) -> Option<SessionId> {
    match Key::parse_saved(name)? {
        Key::Session(id) | Key::Record(RecordId::Private(id, _)) => Some(id),
        _ => None,
    }
}

/// The effect that the import of a record from a file would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// The record cannot be imported.
    LeftOut,
    /// The file changes the half of the session that is the person's own: written on another device of
    /// theirs, or forged.
    Own,
    /// The session was changed here and in the file without knowing of each other: both versions are kept,
    /// and wait for a choice.
    Both,
    /// The session is deleted in the file, and the import deletes it here.
    Deleted,
    /// The file holds changes of the session that are unknown here, and no version waits for a choice because
    /// of them.
    Changed,
    /// The file's content of the session counts as known here, although no version here says the same:
    /// something newer replaced it, or a forged number of writes hides it.
    Older,
    /// The session is unknown here.
    New,
    /// The record is neither a session nor private, such as names that are new or differ here.
    Name,
    /// The record holds private content of a party about a session.
    Private,
    /// The record is a half-typed text, which is offered where it was typed.
    Draft,
    /// The session holds no change that is unknown here.
    Same,
}

/// Returns the effect that the import of a session from a file would have. Ownership follows the rules of
/// links.
#[must_use]
pub fn stand(model: &Model, theirs: &Session) -> Stand {
    let Some(mine) = model.known(theirs.id) else {
        let is_own = match model.side(theirs.pair) {
            Party::Manager => !theirs.manager.is_absent() && model.pair(theirs.pair).is_some(),
            Party::Seller => theirs.seller.is_some(),
        };
        return match theirs.is_deleted() {
            true => Stand::Deleted,
            false if is_own => Stand::Own,
            false => Stand::New,
        };
    };
    let merged = mine.merged(theirs);
    let is_own = match model.side(mine.pair) {
        Party::Manager => merged.manager != mine.manager,
        Party::Seller => merged.seller != mine.seller,
    };
    if merged == *mine {
        Stand::Same
    } else if is_own {
        Stand::Own
    } else if merged.is_deleted() {
        Stand::Deleted
    } else if merged.waiting() > mine.waiting() {
        Stand::Both
    } else {
        Stand::Changed
    }
}

/// Returns the content of the record that counts as known here, although no version here says the same;
/// `None` if there is none.
#[must_use]
pub fn older(model: &Model, key: Key, theirs: &Value) -> Option<Value> {
    model.kept.get(&key)?.value().merged(theirs).older(theirs)
}

/// Returns true if the file holds older content of the session, shared or private.
#[must_use]
pub fn has_older(model: &Model, incoming: &Incoming, id: SessionId) -> bool {
    let is_older = |key| incoming.get(key).is_some_and(|theirs| older(model, key, theirs).is_some());
    keys_of(id).into_iter().any(is_older)
}

/// Returns true if the record is what this person keeps private about a session here: a file with changes of
/// the record changes the person's own words.
#[must_use]
pub fn is_own_private(model: &Model, id: SessionId, party: Party) -> bool {
    let is_here = model.kept.contains_key(&Key::Record(RecordId::Private(id, party)));
    is_here && model.known(id).is_some_and(|session| model.side(session.pair) == party)
}

/// Returns the keys of a session and of what each party keeps private about it.
pub(super) fn keys_of(id: SessionId) -> [Key; 3] {
    let private = |party| Key::Record(RecordId::Private(id, party));
    [Key::Session(id), private(Party::Manager), private(Party::Seller)]
}

/// Returns true if the import of the record would change the local data.
#[must_use]
pub fn changes(model: &Model, id: RecordId, theirs: &Register<Record>) -> bool {
    let mine = model.kept.get(&Key::Record(id)).and_then(|kept| kept.value().register());
    mine.is_none_or(|mine| mine.merged(theirs) != *mine)
}
