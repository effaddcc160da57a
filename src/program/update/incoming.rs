//! Import of files: reads a file in turns and compares its records with the local ones.

use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::program::state::incoming::{Fault, FileReading, Incoming, LeftOut, NotBackup};
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::wire::backup::{Entry, Restore};
use crate::wire::key::{Key, QUARANTINE, WriterKey};
use crate::wire::stored::Unreadable;

/// Upper bound on the shown characters of a record's name.
const NAME_SHOWN: usize = 60;

/// Number of bytes of a file that are read in one turn; small enough that nobody waits. A record is read
/// whole.
const AT_ONCE: usize = 64 * 1024;

/// Begins to read a file; no record is read yet.
///
/// # Errors
/// [`NotBackup`] if the text is no saved file of this widget.
pub(super) fn begin(file: String) -> Result<FileReading, NotBackup> {
    Ok(FileReading {
        file: Restore::begin(file)?,
        incoming: Incoming { is_of_two: true, ..Incoming::default() },
    })
}

/// Reads the next part of the file; returns true if records remain. The open screen and the drafts of a
/// window, and quarantined records, are skipped.
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
        Some((Key::UiState | Key::Draft(_), _)) => return Ok(()),
        None if name.starts_with(QUARANTINE) => return Ok(()),
        None if could_be(name) => return Err(Fault::Newer),
        None => return Err(Fault::Damaged),
        Some((key, _)) if model.health.blocks(key) => return Err(Fault::Blocked),
        Some((key, Ok(place))) if WriterKey::parse(name).is_some() => {
            let value = Value::open(key, record).map_err(|unreadable| fault(&unreadable))?;
            if let Some((_, known)) = incoming.values.get_mut(place) {
                *known = known.merged(&value);
            }
            return Ok(());
        }
        // A sound file holds each key once, or once for each writer.
        Some((_, Ok(_))) => return Err(Fault::Damaged),
        Some((key, Err(place))) => (key, place),
    };
    let value = Value::open(key, record).map_err(|unreadable| fault(&unreadable))?;
    if !model.has_room(key, &value) {
        return Err(Fault::TooLarge);
    }
    incoming.values.insert(place, (key, value));
    Ok(())
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
    /// The session was changed here and in the file: both versions are kept.
    Both,
    /// The session is deleted in the file, and the import deletes it here.
    Deleted,
    /// The session is newer in the file.
    Changed,
    /// The session is unknown here.
    New,
    /// The record is neither a session nor private, such as names that are new or differ here.
    Name,
    /// The record holds private content of a party about a session.
    Private,
    /// The session holds no change that is unknown here.
    Same,
}

/// Returns the effect that the import of a session from a file would have.
#[must_use]
pub fn stand(model: &Model, theirs: &Session) -> Stand {
    let Some(mine) = model.known(theirs.id) else {
        return if theirs.is_deleted() { Stand::Deleted } else { Stand::New };
    };
    let merged = mine.merged(theirs);
    if merged == *mine {
        Stand::Same
    } else if merged.is_deleted() {
        Stand::Deleted
    } else if merged.waiting() > mine.waiting() {
        Stand::Both
    } else {
        Stand::Changed
    }
}

/// Returns true if the import of the record would change the local data.
#[must_use]
pub fn changes(model: &Model, id: RecordId, theirs: &Register<Record>) -> bool {
    let mine = model.kept.get(&Key::Record(id)).and_then(|kept| kept.value().register());
    mine.is_none_or(|mine| mine.merged(theirs) != *mine)
}
