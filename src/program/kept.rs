//! A value that is stored, and what is known of its record. The record in storage is the truth;
//! another window may write it at any time, so each write says what it expects to find.

use std::hash::Hash;

use super::effect::{Effect, Expected};
use crate::domain::id::DeviceId;
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::wire::key::Key;
use crate::wire::stored::{Stored, fingerprint, seal};

/// A value that several windows and devices write.
pub trait Replica: Clone + PartialEq + Stored {
    /// Both, with nothing lost.
    #[must_use]
    fn merge(&self, other: &Self) -> Self;

    /// What was written here since `base`, as a writing of `device`.
    #[must_use]
    fn fork(&self, base: Option<&Self>, device: DeviceId) -> Self;
}

impl Replica for Session {
    fn merge(&self, other: &Self) -> Self {
        self.merged(other)
    }

    fn fork(&self, base: Option<&Self>, device: DeviceId) -> Self {
        self.forked(base, device)
    }
}

impl<C: Clone + Eq + Hash> Replica for Register<C>
where
    Self: Stored,
{
    fn merge(&self, other: &Self) -> Self {
        self.merged(other)
    }

    fn fork(&self, base: Option<&Self>, device: DeviceId) -> Self {
        self.forked(base, device)
    }
}

/// What was written elsewhere and is not to be told as written here: what storage holds, and what a
/// file brought.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Base<T> {
    value: T,
    /// The record in storage; `None` where there is none yet.
    fingerprint: Option<u64>,
}

/// A value and its record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept<T> {
    value: T,
    base: Option<Base<T>>,
    unsaved: bool,
}

impl<T: Replica> Kept<T> {
    /// A value that was never stored.
    pub fn new(value: T) -> Self {
        Self { value, base: None, unsaved: true }
    }

    /// A value as it was read from `record`.
    pub fn read(value: T, record: &str) -> Self {
        let base = Base { value: value.clone(), fingerprint: Some(fingerprint(record)) };
        Self { value, base: Some(base), unsaved: false }
    }

    /// A value that a file brought and that storage is still to get.
    pub fn brought(value: T) -> Self {
        let base = Base { value: value.clone(), fingerprint: None };
        Self { value, base: Some(base), unsaved: true }
    }

    /// The value.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// The value as it was written elsewhere.
    pub fn base(&self) -> Option<&T> {
        self.base.as_ref().map(|base| &base.value)
    }

    /// Whether storage does not hold the value as it is.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// Puts another value in its place, to be saved.
    pub fn set(&mut self, value: T) {
        self.value = value;
        self.unsaved = true;
    }

    /// The write that saves it; `None` where it is saved.
    pub fn write(&self, key: Key) -> Option<Effect> {
        let record = self.unsaved.then(|| seal(&self.value))?;
        let stands = self.base.as_ref().and_then(|base| base.fingerprint);
        let expected = stands.map_or(Expected::Nothing, Expected::Record);
        Some(Effect::Write { key, record, expected })
    }

    /// Storage now holds the value.
    pub fn stored(&mut self) {
        *self = Self::read(self.value.clone(), &seal(&self.value));
    }

    /// Merges what a file brought, to be saved. Its writings stay those of their devices: the base
    /// knows them, so that neither a race nor a change before the next save tells them as written
    /// here.
    pub fn bring(&mut self, other: &T) {
        self.value = self.value.merge(other);
        self.unsaved = true;
        if let Some(base) = &mut self.base {
            base.value = base.value.merge(other);
        }
    }

    /// Storage holds `found`, or held it a moment ago: news of other windows can come late. What was
    /// written here meanwhile becomes a writing of `device`, which must be new, and both are kept.
    pub fn found(&mut self, found: &T, record: &str, device: DeviceId) {
        let print = fingerprint(record);
        if let Some(base) = self.base.as_mut().filter(|base| base.value.merge(found) == base.value) {
            base.fingerprint = Some(print);
            return;
        }
        let base = self.base.as_ref().map(|base| &base.value);
        let mine = if self.unsaved { self.value.fork(base, device) } else { self.value.clone() };
        self.value = found.merge(&mine);
        self.unsaved = self.value != *found;
        self.base = Some(Base { value: found.clone(), fingerprint: Some(print) });
    }

    /// The record is gone from storage; the value is not.
    pub fn lost(&mut self) {
        self.base = None;
        self.unsaved = true;
    }
}

/// The register after a change by `device`: a writing of its own, or, where storage has not seen
/// the one that is shown yet, that one amended.
pub fn changed<C: Clone + Eq + Hash>(
    register: &Register<C>,
    base: Option<&Register<C>>,
    device: DeviceId,
    content: C,
) -> Register<C> {
    let seen = base.is_some_and(|base| base.versions().contains(&register.shown()));
    if seen { register.rewritten(device, Written::Content(content)) } else { register.amended(content) }
}
