//! localStorage under one prefix. Each write compares the stored record first.
//!
//! Never interprets a record. Without Web Locks another window can write between the comparison and the write,
//! an interval of some microseconds. The `storage` event reveals such a write afterwards.

use std::collections::BTreeMap;

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use super::platform::Platform;
use crate::program::effect::Expected;
use crate::program::event::{Outcome, StorageFault};
use crate::wire::key::{Key, QUARANTINE};

/// The localStorage of one widget: the records under its prefix.
pub(super) struct Store {
    prefix: Prefix,
    storage: Option<Storage>,
    platform: Platform,
}

/// The prefix of one instance's record names in localStorage, which all pages of an origin share.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Prefix(String);

impl Prefix {
    /// Returns the prefix of an instance. A name that is not 1 to 40 characters of `A-Z a-z 0-9 - _` counts as
    /// `default`.
    fn of(instance: &str) -> Self {
        let legal = |mark: char| mark.is_ascii_alphanumeric() || mark == '-' || mark == '_';
        let fits = (1..=40).contains(&instance.len()) && instance.chars().all(legal);
        Self(format!("coaching-session/{}/", if fits { instance } else { "default" }))
    }

    /// Returns the name of a record in the whole storage.
    fn name(&self, key: Key) -> String {
        format!("{}{}", self.0, key.name())
    }

    /// Returns the key of a name in the whole storage; `None` for a name under another prefix.
    pub(super) fn parse(&self, name: &str) -> Option<Key> {
        name.strip_prefix(&self.0).and_then(Key::parse)
    }
}

impl Store {
    /// Opens the storage of an instance.
    pub(super) fn open(instance: &str, platform: &Platform) -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        Self { prefix: Prefix::of(instance), storage, platform: platform.clone() }
    }

    /// Returns the prefix of the record names.
    pub(super) fn prefix(&self) -> &Prefix {
        &self.prefix
    }

    /// Returns all records by name.
    ///
    /// # Errors
    /// Fails if the browser denies storage.
    pub(super) fn read_all(&self) -> Result<BTreeMap<String, String>, StorageFault> {
        let storage = self.storage.as_ref().ok_or(StorageFault::Denied)?;
        let count = storage.length().map_err(|_| StorageFault::Denied)?;
        let mut records = BTreeMap::new();
        for index in 0..count {
            let Some(name) = storage.key(index).ok().flatten() else { continue };
            let Some(ours) = name.strip_prefix(&self.prefix.0) else { continue };
            if let Some(record) = storage.get_item(&name).ok().flatten() {
                records.insert(ours.to_owned(), record);
            }
        }
        Ok(records)
    }

    /// Returns true if a record exists under a prefix, which may be another instance's.
    pub(super) fn has(&self, prefix: &Prefix, key: Key) -> bool {
        let found = self.storage.as_ref().map(|storage| storage.get_item(&prefix.name(key)));
        matches!(found, Some(Ok(Some(_))))
    }

    /// Writes a record if the stored record is the expected one.
    pub(super) fn write(&self, key: Key, record: &str, expected: &Expected) -> Outcome {
        let Some(storage) = &self.storage else { return Outcome::Failed(StorageFault::Denied) };
        let name = self.prefix.name(key);
        let Ok(found) = storage.get_item(&name) else { return Outcome::Failed(StorageFault::Denied) };
        if !expected.holds(found.as_deref()) {
            return Outcome::Raced(found);
        }
        match storage.set_item(&name, record) {
            Ok(()) => Outcome::Stored,
            Err(error) => Outcome::Failed(fault(&error)),
        }
    }

    /// Removes a record.
    pub(super) fn remove(&self, key: Key) -> Outcome {
        let removed = self.storage.as_ref().map(|storage| storage.remove_item(&self.prefix.name(key)));
        match removed {
            Some(Ok(())) => Outcome::Stored,
            Some(Err(_)) | None => Outcome::Failed(StorageFault::Denied),
        }
    }

    /// Moves a record to a free name. The original is removed only after the copy is written.
    pub(super) fn quarantine(&self, name: &str) -> bool {
        let Some(storage) = &self.storage else { return false };
        let from = format!("{}{name}", self.prefix.0);
        for count in 1..1000 {
            let place = format!("{}{QUARANTINE}{name}~{count}", self.prefix.0);
            if matches!(storage.get_item(&place), Ok(None)) {
                return self.platform.move_record(storage, &from, &place);
            }
        }
        false
    }
}

fn fault(error: &JsValue) -> StorageFault {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageFault::Full,
        _ => StorageFault::Denied,
    }
}
