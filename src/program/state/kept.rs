//! A value that is stored, and what is known of its record. The record in storage is the truth;
//! another window may write it at any time, so each write says what it expects to find.

use std::rc::Rc;

use crate::domain::id::DeviceId;
use crate::domain::record::{Record, RecordId};
use crate::domain::register::{Content, Register, Written};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Expected};
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// A value that several windows and devices write. One type for both kinds, so that what is done to
/// them is in the program once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A session.
    Session(Box<Session>),
    /// What is kept beside the sessions.
    Record(Register<Record>),
}

impl Value {
    /// The value that a record of that name holds.
    ///
    /// # Errors
    /// [`Unreadable`] says what is wrong with it; [`Unreadable::Value`] where it holds something else
    /// than its name says.
    pub fn open(key: Key, record: &str) -> Result<Self, Unreadable> {
        let value = match key {
            Key::Session(_) => Self::Session(Box::new(open(record)?)),
            _ => Self::Record(open(record)?),
        };
        if value.is_of(key) { Ok(value) } else { Err(Unreadable::Value("id")) }
    }

    /// Whether it is what a record of that name holds.
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

    /// The record that holds it.
    #[must_use]
    pub fn seal(&self) -> String {
        match self {
            Self::Session(session) => seal(&**session),
            Self::Record(register) => seal(register),
        }
    }

    /// The session, where it is one.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        match self {
            Self::Session(session) => Some(session),
            Self::Record(_) => None,
        }
    }

    /// What is kept beside the sessions, where it is that.
    #[must_use]
    pub fn register(&self) -> Option<&Register<Record>> {
        match self {
            Self::Record(register) => Some(register),
            Self::Session(_) => None,
        }
    }

    /// How many writings wait for the person's choice.
    #[must_use]
    pub fn waiting(&self) -> usize {
        match self {
            Self::Session(session) => session.waiting(),
            Self::Record(register) => register.others().len(),
        }
    }

    /// Both, with nothing lost. Of two kinds, which never have one name, the first is returned.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Session(mine), Self::Session(theirs)) => Self::Session(Box::new(mine.merged(theirs))),
            (Self::Record(mine), Self::Record(theirs)) => Self::Record(mine.merged(theirs)),
            _ => self.clone(),
        }
    }

    /// What was written here since `base`, as a writing of `device`.
    #[must_use]
    pub fn forked(&self, base: Option<&Self>, device: DeviceId) -> Self {
        match self {
            Self::Session(session) => {
                Self::Session(Box::new(session.forked(base.and_then(Self::session), device)))
            }
            Self::Record(register) => Self::Record(register.forked(base.and_then(Self::register), device)),
        }
    }

    /// The value without its content.
    #[must_use]
    pub fn deleted(&self, device: DeviceId, at: Instant) -> Self {
        match self {
            Self::Session(session) => Self::Session(Box::new(session.deleted(device, at))),
            Self::Record(register) => Self::Record(register.written(device, Written::Deleted(at))),
        }
    }

    /// This value after its deletion was taken back: see [`Register::restored`].
    #[must_use]
    pub fn restored(&self, device: DeviceId, before: &Self) -> Self {
        match (self, before) {
            (Self::Session(now), Self::Session(then)) => Self::Session(Box::new(now.restored(device, then))),
            (Self::Record(now), Self::Record(then)) => Self::Record(now.restored(device, then)),
            _ => self.clone(),
        }
    }
}

/// What was written elsewhere and is not to be told as written here: what storage holds, and what a
/// file brought.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Base {
    value: Value,
    /// The record in storage; `None` where there is none yet.
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
    /// A value that was never stored.
    pub fn new(value: Value) -> Self {
        Self { value, base: None, unsaved: true }
    }

    /// A value as it was read from `record`.
    pub fn read(value: Value, record: &str) -> Self {
        let base = Base { value: value.clone(), record: Some(record.into()) };
        Self { value, base: Some(base), unsaved: false }
    }

    /// A value that a file brought and that storage is still to get.
    pub fn brought(value: Value) -> Self {
        let base = Base { value: value.clone(), record: None };
        Self { value, base: Some(base), unsaved: true }
    }

    /// The value.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The value as it was written elsewhere.
    pub fn base(&self) -> Option<&Value> {
        self.base.as_ref().map(|base| &base.value)
    }

    /// Whether storage does not hold the value as it is.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// The value, to be changed and saved.
    pub fn edit(&mut self) -> &mut Value {
        self.unsaved = true;
        &mut self.value
    }

    /// Puts another value in its place, to be saved.
    pub fn set(&mut self, value: Value) {
        *self.edit() = value;
    }

    /// The write that saves it; `None` where it is saved.
    pub fn write(&self, key: Key) -> Option<Effect> {
        let record = self.unsaved.then(|| self.value.seal())?;
        let stands = self.base.as_ref().and_then(|base| base.record.clone());
        let expected = stands.map_or(Expected::Nothing, Expected::Record);
        Some(Effect::Write { key, record, expected })
    }

    /// Storage now holds the value.
    pub fn stored(&mut self) {
        *self = Self::read(self.value.clone(), &self.value.seal());
    }

    /// Merges what a file brought, to be saved. Its writings stay those of their devices: the base
    /// knows them, so that neither a race nor a change before the next save tells them as written
    /// here.
    pub fn bring(&mut self, other: &Value) {
        let merged = self.value.merged(other);
        if merged != self.value {
            self.set(merged);
            if let Some(base) = &mut self.base {
                base.value = base.value.merged(other);
            }
        }
    }

    /// Storage holds `found`, or held it a moment ago: news of other windows can come late. What was
    /// written here meanwhile becomes a writing of `device`, which must be new, and both are kept.
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

    /// The record is gone from storage; the value is not.
    pub fn lost(&mut self) {
        self.base = None;
        self.unsaved = true;
    }
}

/// The register after a change by `device`: a writing of its own, or, where storage has not seen
/// the one that is shown yet, that one amended.
pub fn changed<C: Content>(
    register: &Register<C>,
    base: Option<&Register<C>>,
    device: DeviceId,
    content: C,
) -> Register<C> {
    let seen = base.is_some_and(|base| base.versions().contains(&register.shown()));
    if seen { register.rewritten(device, Written::Content(content)) } else { register.amended(content) }
}
