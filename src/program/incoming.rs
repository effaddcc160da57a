//! What a file holds that the person opened: checked, to be looked at, and not taken in yet.

use super::kept::Value;
use super::model::Model;
use crate::domain::id::{PairId, SessionId};
use crate::domain::record::{Pair, Record, RecordId};
use crate::domain::register::Register;
use crate::domain::session::Session;
pub use crate::wire::backup::NotBackup;
use crate::wire::backup::restore;
use crate::wire::json::{Json, NAME_LIMIT};
use crate::wire::key::{ASIDE, Key};
use crate::wire::stored::Unreadable;

/// Why a record of a file is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not as it was written.
    Damaged,
    /// It is longer than any record may be.
    TooLarge,
    /// A newer release wrote it, or it is of a kind that this one does not know.
    Newer,
    /// What stands here under its name cannot be read and is not written over.
    Blocked,
}

/// The longest name of a record that is repeated on the screen, in characters.
const NAME_SHOWN: usize = 60;

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// The sessions and what is kept beside them, in the order of the file.
    pub values: Vec<(Key, Value)>,
    /// Whether it has sessions and the names of two, and nothing else.
    pub is_of_two: bool,
    /// The records that are left out, each by the beginning of its name, and why.
    pub left_out: Vec<(String, Fault)>,
}

impl Incoming {
    /// What the text of a file holds. What belongs to the device that saved it, and what was set
    /// aside there, is passed over.
    ///
    /// # Errors
    /// [`NotBackup`] where it is no file of ours.
    pub(super) fn read(file: &str, model: &Model) -> Result<Self, NotBackup> {
        let records = restore(file).map_err(|fault| match fault {
            // Within a record each quotation mark has a mark before it, so these stand between a name and
            // its record.
            NotBackup::Foreign if between(file) > NAME_LIMIT => NotBackup::TooLarge,
            fault => fault,
        })?;
        let mut incoming = Self { is_of_two: true, ..Self::default() };
        for (name, record) in records {
            let key = Key::parse(&name);
            incoming.is_of_two &= matches!(key, Some(Key::Session(_) | Key::Record(RecordId::Pair(_))));
            let taken = match &record {
                Json::Text(record) => incoming.take(key, &name, record, model),
                _ => Err(Fault::Damaged),
            };
            if let Err(fault) = taken {
                incoming.left_out.push((name.chars().take(NAME_SHOWN).collect(), fault));
            }
        }
        Ok(incoming)
    }

    fn take(&mut self, key: Option<Key>, name: &str, record: &str, model: &Model) -> Result<(), Fault> {
        let key = match key {
            Some(Key::Device | Key::Desk) => return Ok(()),
            None if name.starts_with(ASIDE) => return Ok(()),
            None if could_be(name) => return Err(Fault::Newer),
            None => return Err(Fault::Damaged),
            Some(key) if model.health.blocked.contains(&key) => return Err(Fault::Blocked),
            Some(key) => key,
        };
        self.values.push((key, Value::open(key, record).map_err(fault)?));
        Ok(())
    }

    /// The sessions, in the order of the file.
    pub fn sessions(&self) -> impl Iterator<Item = &Session> {
        self.values.iter().filter_map(|(_, value)| value.session())
    }

    /// The two whose sessions these are, where the file is of them alone and they are not known here:
    /// then the person says which of them they are. A file of everything knows.
    #[must_use]
    pub fn strangers(&self, model: &Model) -> Option<(PairId, &Pair)> {
        let mut records = self.records().filter(|_| self.is_of_two);
        let (Some((RecordId::Pair(pair), names)), None) = (records.next(), records.next()) else {
            return None;
        };
        let is_theirs = self.sessions().all(|session| session.pair == pair);
        let Some(Record::Pair(two)) = names.content().filter(|_| is_theirs) else { return None };
        (model.pair(pair).is_none() && self.sessions().next().is_some()).then_some((pair, two))
    }

    /// What is kept beside them.
    pub fn records(&self) -> impl Iterator<Item = (RecordId, &Register<Record>)> {
        self.values.iter().filter_map(|(key, value)| match key {
            Key::Record(id) => Some((*id, value.register()?)),
            _ => None,
        })
    }
}

/// How often a name and a text meet in a file. Byte by byte, since the search for a text weighs 4 KB in the
/// download.
fn between(file: &str) -> usize {
    file.as_bytes().windows(3).filter(|three| *three == b"\":\"").count()
}

/// Whether some release could give a record that name: a word, or a word and an id.
fn could_be(name: &str) -> bool {
    let (kind, id) = name.split_once('/').unwrap_or((name, "0000000000000000"));
    let plain = |letter: u8| letter.is_ascii_lowercase() || letter == b'-';
    !kind.is_empty() && kind.bytes().all(plain) && SessionId::parse(id).is_some()
}

fn fault(unreadable: Unreadable) -> Fault {
    match unreadable {
        Unreadable::TooLarge => Fault::TooLarge,
        Unreadable::Newer { .. } => Fault::Newer,
        _ => Fault::Damaged,
    }
}

/// The session that a record of that name is of, or belongs to.
#[must_use]
pub fn session_of(name: &str) -> Option<SessionId> {
    match Key::parse(name)? {
        Key::Session(id) | Key::Record(RecordId::Private(id, _)) => Some(id),
        _ => None,
    }
}

/// What would become of what a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It cannot be read.
    LeftOut,
    /// A session that was changed here and there without knowing of each other: both are kept.
    Both,
    /// A session that was deleted there, and then is here.
    Deleted,
    /// A session that goes on from what is here.
    Changed,
    /// A session that is not here.
    New,
    /// A name that is not here, or is another one.
    Name,
    /// What somebody keeps for themselves.
    Private,
    /// A session of which what is here knows all.
    Same,
}

/// What would become of that session.
#[must_use]
pub fn stand(model: &Model, theirs: &Session) -> Stand {
    let Some(mine) = model.known(theirs.id) else {
        return if theirs.is_deleted() { Stand::Deleted } else { Stand::New };
    };
    let merged = mine.merged(theirs);
    let waiting = |session: &Session| {
        let sellers = session.seller.as_ref().map_or(0, |half| half.others().len());
        session.manager.others().len().saturating_add(sellers)
    };
    if merged == *mine {
        Stand::Same
    } else if merged.is_deleted() {
        Stand::Deleted
    } else if waiting(&merged) > waiting(mine) {
        Stand::Both
    } else {
        Stand::Changed
    }
}

/// Whether that record would change anything.
#[must_use]
pub fn changes(model: &Model, id: RecordId, theirs: &Register<Record>) -> bool {
    let mine = model.kept.get(&Key::Record(id)).and_then(|kept| kept.value().register());
    mine.is_none_or(|mine| mine.merged(theirs) != *mine)
}
