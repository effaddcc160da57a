//! A stored value and its last known record. Other windows may write the record at any time, so each write
//! names the record that it expects.

use std::rc::Rc;

use crate::domain::id::DeviceId;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Content, Register, Written};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::effect::Expected;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// A value that several windows and devices write: a session or a record beside the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A session.
    Session(Box<Session>),
    /// A record beside the sessions.
    Record(Register<Record>),
}

impl Value {
    /// Reads the value of a stored record.
    ///
    /// # Errors
    /// [`Unreadable`] names the fault; [`Unreadable::Value`] if the content does not belong under `key`.
    pub fn open(key: Key, record: &str) -> Result<Self, Unreadable> {
        let value = match key {
            Key::Session(_) => Self::Session(Box::new(open(record)?)),
            _ => Self::Record(open(record)?),
        };
        if value.is_of(key) { Ok(value) } else { Err(Unreadable::Value("id")) }
    }

    /// Returns true if the value may stand under `key`: the session has the id of the key, or each version of the
    /// record has the kind of the key or is deleted.
    fn is_of(&self, key: Key) -> bool {
        match (self, key) {
            (Self::Session(session), Key::Session(id)) => session.id == id,
            (Self::Record(register), Key::Record(id)) => {
                register.versions().iter().all(|version| match (&version.written, id) {
                    (Written::Deleted(_), _)
                    | (Written::Content(Record::Pair(_)), RecordId::Pair(_))
                    | (Written::Content(Record::Settings(_)), RecordId::Settings)
                    | (Written::Content(Record::Private(_)), RecordId::Private(..))
                    | (Written::Content(Record::Side(_)), RecordId::Side(_))
                    | (Written::Content(Record::Same(_)), RecordId::Same(_)) => true,
                    (Written::Content(_), _) => false,
                })
            }
            _ => false,
        }
    }

    /// Returns the text of the record that holds the value.
    #[must_use]
    pub fn seal(&self) -> String {
        match self {
            Self::Session(session) => seal(&**session),
            Self::Record(register) => seal(register),
        }
    }

    /// Returns the session; `None` for a record beside the sessions.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match self {
            Self::Session(session) => Some(session),
            Self::Record(_) => None,
        }
    }

    /// Returns the record beside the sessions; `None` for a session.
    #[must_use]
    pub fn register(&self) -> Option<&Register<Record>> {
        match self {
            Self::Record(register) => Some(register),
            Self::Session(_) => None,
        }
    }

    /// Returns the number of concurrent versions that wait for the person's choice.
    #[must_use]
    pub fn waiting(&self) -> usize {
        match self {
            Self::Session(session) => session.waiting(),
            Self::Record(register) => register.others().len(),
        }
    }

    /// Merges two values without loss. Of two kinds, which never share a key, `self` is returned.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Session(mine), Self::Session(theirs)) => Self::Session(Box::new(mine.merged(theirs))),
            (Self::Record(mine), Self::Record(theirs)) => Self::Record(mine.merged(theirs)),
            _ => self.clone(),
        }
    }

    /// Returns the value with the local changes since `base` as a version of `device`.
    #[must_use]
    pub fn forked(&self, base: Option<&Self>, device: DeviceId) -> Self {
        match self {
            Self::Session(session) => {
                Self::Session(Box::new(session.forked(base.and_then(Self::session), device)))
            }
            Self::Record(register) => Self::Record(register.forked(base.and_then(Self::register), device)),
        }
    }

    /// Returns the value deleted at `at`, without its content.
    #[must_use]
    pub fn deleted(&self, device: DeviceId, at: Instant) -> Self {
        match self {
            Self::Session(session) => Self::Session(Box::new(session.deleted(device, at))),
            Self::Record(register) => Self::Record(register.written(device, Written::Deleted(at))),
        }
    }

    /// Returns the value after the undo of its deletion: see [`Register::restored`].
    #[must_use]
    pub fn restored(&self, device: DeviceId, before: &Self) -> Self {
        match (self, before) {
            (Self::Session(now), Self::Session(then)) => Self::Session(Box::new(now.restored(device, then))),
            (Self::Record(now), Self::Record(then)) => Self::Record(now.restored(device, then)),
            _ => self.clone(),
        }
    }
}

/// The value as storage or a file brought it. Its versions never count as written here.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Base {
    value: Value,
    /// The record in storage; `None` if there is none yet.
    record: Option<Rc<str>>,
}

/// A value and its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    value: Value,
    base: Option<Base>,
    unsaved: bool,
}

impl Kept {
    /// Returns a value that was never stored.
    pub fn new(value: Value) -> Self {
        Self { value, base: None, unsaved: true }
    }

    /// Returns a value that was read from `record`.
    pub fn read(value: Value, record: &str) -> Self {
        let base = Base { value: value.clone(), record: Some(record.into()) };
        Self { value, base: Some(base), unsaved: false }
    }

    /// Returns a value that a file brought and that is not stored yet.
    pub fn brought(value: Value) -> Self {
        let base = Base { value: value.clone(), record: None };
        Self { value, base: Some(base), unsaved: true }
    }

    /// Returns the value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Returns the value as storage or a file brought it.
    pub fn base(&self) -> Option<&Value> {
        self.base.as_ref().map(|base| &base.value)
    }

    /// Returns true if the value has changes that storage does not hold.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Returns the value for editing, and marks it as unsaved.
    pub fn edit(&mut self) -> &mut Value {
        self.unsaved = true;
        &mut self.value
    }

    /// Replaces the value, and marks it as unsaved.
    pub fn set(&mut self, value: Value) {
        *self.edit() = value;
    }

    /// Returns the record that saves the value, and the record that storage holds; `None` if the value is saved.
    pub fn unsaved_record(&self) -> Option<(String, Expected)> {
        let record = self.unsaved.then(|| self.value.seal())?;
        let stands = self.base.as_ref().and_then(|base| base.record.clone());
        Some((record, stands.map_or(Expected::Nothing, Expected::Record)))
    }

    /// Marks the value as saved.
    pub fn stored(&mut self) {
        *self = Self::read(self.value.clone(), &self.value.seal());
    }

    /// Merges a value that a file brought, and marks the result as unsaved. The file's versions stay those of
    /// their devices: the base knows them, so a race or a change before the next save never counts them as
    /// written here.
    pub fn bring(&mut self, other: &Value) {
        let merged = self.value.merged(other);
        if merged != self.value {
            self.set(merged);
            if let Some(base) = &mut self.base {
                base.value = base.value.merged(other);
            }
        }
    }

    /// Merges the value in storage. News of other windows can come late. Local changes become a version of
    /// `device`, which must be new; both versions are kept.
    pub fn found(&mut self, found: Value, record: &str, device: DeviceId) {
        let record = Some(record.into());
        if let Some(base) = self.base.as_mut().filter(|base| base.value.merged(&found) == base.value) {
            base.record = record;
            return;
        }
        let mine = if self.unsaved { self.value.forked(self.base(), device) } else { self.value.clone() };
        self.value = found.merged(&mine);
        self.unsaved = self.value != found;
        self.base = Some(Base { value: found, record });
    }

    /// Forgets the record, which is gone from storage. The value stays.
    pub fn lost(&mut self) {
        self.base = None;
        self.unsaved = true;
    }
}

/// Returns the register after a change by `device`. Amends the shown version if storage has not seen it;
/// otherwise adds a version.
pub fn changed<C: Content>(
    register: &Register<C>,
    base: Option<&Register<C>>,
    device: DeviceId,
    content: C,
) -> Register<C> {
    let seen = base.is_some_and(|base| base.versions().contains(&register.shown()));
    if seen { register.rewritten(device, Written::Content(content)) } else { register.amended(content) }
}
