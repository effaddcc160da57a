//! A value and its records in storage. Each window writes a record of its own; the value merges all of them.

use std::rc::Rc;

use crate::domain::id::WriterId;
use crate::domain::record::{Record, RecordId, united_settings};
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// A value that several windows and devices write: a session or a record beside the sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "an `Rc` holds it; 32-bit targets find the variants alike")]
pub enum Value {
    /// A session with the halves of both parties.
    Session(Box<Session>),
    /// A record beside the sessions, such as the names of a pair or a private note.
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

    /// Returns true if the value may stand under `key`: the session has the id of the key, or each version of
    /// the record has the kind of the key or is deleted.
    fn is_of(&self, key: Key) -> bool {
        match (self, key) {
            (Self::Session(session), Key::Session(id)) => session.id == id,
            (Self::Record(register), Key::Record(id)) => {
                register.versions().iter().all(|version| match (&version.written, id) {
                    (Written::Deleted(_), _)
                    | (Written::Content(Record::Pair(_)), RecordId::Pair(_))
                    | (Written::Content(Record::List(_)), RecordId::List(_))
                    | (Written::Content(Record::Settings(_)), RecordId::Settings)
                    | (Written::Content(Record::Private(_)), RecordId::Private(..))
                    | (Written::Content(Record::Side(_)), RecordId::Side(_))
                    | (Written::Content(Record::Same(_)), RecordId::Same(_))
                    | (Written::Content(Record::Standing(_)), RecordId::Standing(_))
                    | (Written::Content(Record::EnteredRow(_)), RecordId::EnteredRow(_))
                    | (Written::Content(Record::Told(_)), RecordId::Told(_)) => true,
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

    /// Returns the number of versions that wait for the person's choice, since they were written without
    /// knowing of each other.
    #[must_use]
    pub fn waiting(&self) -> usize {
        match self {
            Self::Session(session) => session.waiting(),
            Self::Record(register) => register.others().len(),
        }
    }

    /// Returns true if the value is within the bounds that reading accepts: see [`Register::fits`].
    #[must_use]
    pub fn fits(&self) -> bool {
        match self {
            Self::Session(session) => session.fits(),
            Self::Record(register) => register.fits(),
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

    /// Returns true if the value knows every version of `other`.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Session(mine), Self::Session(theirs)) => mine.knows(theirs),
            (Self::Record(mine), Self::Record(theirs)) => mine.knows(theirs),
            _ => false,
        }
    }

    /// Returns the value joined with `theirs`, a concurrent change by another window of this browser, as a version of
    /// `writer`; `None` if there is nothing to join. `known` are past values that both may know, the last one first.
    #[must_use]
    pub fn joined<'a>(
        &self,
        known: impl Iterator<Item = &'a Self> + Clone,
        theirs: &Self,
        writer: WriterId,
    ) -> Option<Self> {
        match (self, theirs) {
            (Self::Session(mine), Self::Session(theirs)) => {
                let known = known.filter_map(Self::session);
                mine.joined(known, theirs, writer).map(|joined| Self::Session(Box::new(joined)))
            }
            (Self::Record(mine), Self::Record(theirs)) => {
                mine.joined(known.filter_map(Self::register), theirs, writer).map(Self::Record)
            }
            _ => None,
        }
    }

    /// Returns the value as `writer` deleted it at `at`, without its content.
    #[must_use]
    pub fn deleted(&self, writer: WriterId, at: Instant) -> Self {
        match self {
            Self::Session(session) => Self::Session(Box::new(session.deleted(writer, at))),
            Self::Record(register) => Self::Record(register.written(writer, Written::Deleted(at))),
        }
    }

    /// Returns true if a write of the value is more than `limit` ahead of the writes that `known` knows.
    #[must_use]
    pub fn leaps_over(&self, known: Option<&Self>, limit: u32) -> bool {
        match self {
            Self::Session(session) => session.leaps_over(known.and_then(Self::session), limit),
            Self::Record(register) => register.leaps_over(known.and_then(Self::register), limit),
        }
    }

    /// Returns the contents of `other` that count as known here, although no version here says the same;
    /// `None` if there are none: see [`Register::older`].
    #[must_use]
    pub fn older(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Session(mine), Self::Session(theirs)) => {
                mine.older(theirs).map(|older| Self::Session(Box::new(older)))
            }
            (Self::Record(mine), Self::Record(theirs)) => mine.older(theirs).map(Self::Record),
            _ => None,
        }
    }

    /// Returns the value with the change from `before` to `taken` taken back: see [`Register::reverted`].
    #[must_use]
    pub fn reverted(&self, writer: WriterId, taken: &Self, before: &Self) -> Self {
        match (self, taken, before) {
            (Self::Session(now), Self::Session(taken), Self::Session(before)) => {
                Self::Session(Box::new(now.reverted(writer, taken, before)))
            }
            (Self::Record(now), Self::Record(taken), Self::Record(before)) => {
                Self::Record(now.reverted(writer, taken, before))
            }
            _ => self.clone(),
        }
    }

    /// Returns the value after `writer` undid its deletion; `before` is the value before it. See
    /// [`Register::restored`].
    #[must_use]
    pub fn restored(&self, writer: WriterId, before: &Self) -> Self {
        match (self, before) {
            (Self::Session(now), Self::Session(then)) => Self::Session(Box::new(now.restored(writer, then))),
            (Self::Record(now), Self::Record(then)) => Self::Record(now.restored(writer, then)),
            _ => self.clone(),
        }
    }
}

/// The record of one writer in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stored {
    /// Writer of the record.
    writer: WriterId,
    /// Value that the record holds.
    value: Rc<Value>,
    /// Text of the record, as storage holds it.
    text: Rc<str>,
}

/// Upper bound on the past values of one record: more than two windows can write before they hear of each other.
const HISTORY_LIMIT: usize = 16;

/// A value and its records in storage, at most one of each writer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Versions of all writers, merged, with the changes that are not stored yet.
    value: Rc<Value>,
    /// At most [`HISTORY_LIMIT`] values that others may know, the last one at the end: stored, read, or brought.
    known: Vec<Rc<Value>>,
    /// Records in storage, one for each window that wrote the value.
    stored: Vec<Stored>,
    /// True while storage does not hold the value as it is now.
    unsaved: bool,
}

impl Kept {
    /// Starts to keep a new value that was never stored.
    pub fn new(value: Value) -> Self {
        Self { value: Rc::new(value), known: Vec::new(), stored: Vec::new(), unsaved: true }
    }

    /// Starts to keep a value that a file or a link brought and that is not stored yet.
    pub fn brought(value: Value) -> Self {
        let value = Rc::new(value);
        Self { value: value.clone(), known: vec![value], stored: Vec::new(), unsaved: true }
    }

    /// Starts to keep a value that was read from the record of `writer`, whose text is `record`.
    pub fn read(value: Value, writer: WriterId, record: &str) -> Self {
        let mut kept = Self::brought(value);
        kept.unsaved = false;
        kept.store(Stored { writer, value: kept.value.clone(), text: record.into() });
        kept.unite();
        kept
    }

    /// Returns the value: the versions of all writers, merged.
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// Returns the values that other windows or devices may know: those in storage, and earlier ones.
    pub fn known(&self) -> impl Iterator<Item = &Value> {
        let stored = self.stored.iter().map(|stored| &*stored.value);
        stored.chain(self.known.iter().map(|known| &**known))
    }

    /// Returns the value in the stored record of a writer; `None` if the writer has stored none.
    pub fn stored_by(&self, writer: WriterId) -> Option<&Value> {
        self.record_of(writer).map(|stored| &*stored.value)
    }

    /// Returns true if storage does not hold the value as it is now.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Returns true if no single record in storage holds all that the value says.
    pub fn is_ahead(&self) -> bool {
        self.unsaved && !self.stored.iter().any(|stored| stored.value.knows(&self.value))
    }

    /// Returns the writers with a record in storage, and the texts of their records.
    pub fn records(&self) -> impl Iterator<Item = (WriterId, &str)> {
        self.stored.iter().map(|stored| (stored.writer, &*stored.text))
    }

    /// Returns the value for editing, and marks it as unsaved.
    pub fn edit(&mut self) -> &mut Value {
        self.unsaved = true;
        Rc::make_mut(&mut self.value)
    }

    /// Replaces the value by another one, and marks the new value as unsaved.
    pub fn set(&mut self, value: Value) {
        *self.edit() = value;
    }

    /// Replaces the value by the result of an undo. A result that could not be read again is dropped; only forged
    /// versions make one.
    pub fn set_undone(&mut self, value: Value) {
        if value.fits() {
            self.set(value);
        }
    }

    /// Puts one version in place of alike ones: see [`Session::united`] and [`united_settings`].
    pub fn unite(&mut self) {
        if let Some(session) = self.value.session().and_then(Session::united) {
            self.set(Value::Session(Box::new(session)));
        } else if let Some(settings) = self.value.register().and_then(united_settings) {
            self.set(Value::Record(settings));
        }
    }

    /// Marks the value as unsaved, so that the next save writes the value.
    pub fn save_again(&mut self) {
        self.unsaved = true;
    }

    /// Marks the value as stored by `writer`.
    pub fn saved(&mut self, writer: WriterId) {
        let text = self.value.seal().into();
        self.store(Stored { writer, value: self.value.clone(), text });
        self.unsaved = false;
        self.remember(self.value.clone());
    }

    /// Merges a value that a file or a link brought; if that changes the value, marks it as unsaved. The
    /// versions in the file stay those of their devices: a later change never counts them as written here.
    pub fn bring(&mut self, other: &Value) {
        let merged = self.value.merged(other);
        if merged != *self.value {
            self.set(merged);
            self.unite();
            self.remember(Rc::new(other.clone()));
        }
    }

    /// Takes in `found`, the value of the record that `from` stored, whose text is `record`. Joins concurrent
    /// changes as a version of `writer`, this window; versions that cannot be joined both stay.
    pub fn found(&mut self, found: Value, from: WriterId, record: &str, writer: WriterId) {
        let found = Rc::new(found);
        let joined = self.value.joined(self.known.iter().rev().map(|known| &**known), &found, writer);
        self.unsaved |= joined.is_some();
        self.value = Rc::new(joined.unwrap_or_else(|| self.value.merged(&found)));
        self.unite();
        self.remember(found.clone());
        self.store(Stored { writer: from, value: found, text: record.into() });
        // Only a program that writes as this writer could take anything away.
        self.unsaved |= from == writer && !self.is_stored();
    }

    /// Forgets the record of a writer, which is gone from storage. A value that no other record holds is
    /// written again.
    pub fn lost(&mut self, writer: WriterId) {
        self.stored.retain(|stored| stored.writer != writer);
        self.unsaved |= !self.is_stored();
    }

    /// Forgets all records, since storage was cleared. The value stays in memory.
    pub fn forget_records(&mut self) {
        self.stored.clear();
    }

    /// Returns true if the records in storage together hold all of the value.
    pub fn is_stored(&self) -> bool {
        let mut stored = self.stored.iter().map(|stored| &*stored.value);
        let Some(first) = stored.next() else { return false };
        stored.fold(first.clone(), |all, value| all.merged(value)).knows(&self.value)
    }

    /// Returns true if the record of another writer knows more than the one of `writer` and everything in it;
    /// false while a change is unsaved, or if `writer` has no record.
    pub fn is_superseded(&self, writer: WriterId) -> bool {
        let Some(own) = self.record_of(writer).filter(|_| !self.unsaved) else { return false };
        let mut others = self.stored.iter().filter(|other| other.writer != writer);
        others.any(|other| other.value.knows(&own.value) && !own.value.knows(&other.value))
    }

    /// Returns the other writers whose records the stored record of `writer` makes superfluous.
    pub fn superseded_by(&self, writer: WriterId) -> Vec<WriterId> {
        let Some(own) = self.record_of(writer) else { return Vec::new() };
        let others = self.stored.iter().filter(|other| other.writer != writer);
        others.filter(|other| own.value.knows(&other.value)).map(|other| other.writer).collect()
    }

    fn record_of(&self, writer: WriterId) -> Option<&Stored> {
        self.stored.iter().find(|stored| stored.writer == writer)
    }

    /// Notes a record that storage holds, in place of any other of the same writer.
    fn store(&mut self, record: Stored) {
        self.stored.retain(|stored| stored.writer != record.writer);
        self.stored.push(record);
    }

    fn remember(&mut self, value: Rc<Value>) {
        self.known.push(value);
        if self.known.len() > HISTORY_LIMIT {
            self.known.remove(0);
        }
    }
}
