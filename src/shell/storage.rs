//! The browser's storage under one prefix: localStorage, or what the host page wants in its place. Each window writes only records of its own, since localStorage is not fresh
//! across windows: a window can read what another one has overwritten some milliseconds before.
//!
//! Never interprets a record.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Storage, StorageEvent};

use super::platform::Platform;
use crate::domain::id::WriterId;
use crate::program::event::{Outcome, StorageFault, StorageKind};
use crate::wire::key::{Key, QUARANTINE, WriterKey};

/// The storage of one widget: the records under its prefix.
pub(super) struct Store {
    prefix: Prefix,
    storage: Option<Storage>,
    /// Reason why there is no storage, if there is none.
    absent: StorageFault,
    platform: Platform,
    /// Name of the stored screen of this window; `None` until the window has stored it. The window never
    /// removes that record, so it is missing only after storage was cleared.
    screen: Cell<Option<String>>,
    /// Names of this window's records that storage held at the last look.
    own: RefCell<BTreeSet<String>>,
}

/// The prefix of one instance's record names, and the browser's storage that holds the records.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Prefix {
    name: String,
    kind: StorageKind,
}

impl Prefix {
    /// Returns the prefix of an instance. A name that is not 1 to 40 characters of `A-Z a-z 0-9 - _` counts
    /// as `default`.
    fn of(instance: &str, kind: StorageKind) -> Self {
        let legal = |mark: char| mark.is_ascii_alphanumeric() || mark == '-' || mark == '_';
        let fits = (1..=40).contains(&instance.len()) && instance.chars().all(legal);
        Self { name: format!("coaching-session/{}/", if fits { instance } else { "default" }), kind }
    }

    /// Returns the browser's storage that holds the records; `None` if the browser denies it, or the host page wants
    /// nothing stored.
    fn storage(&self) -> Option<Storage> {
        let window = web_sys::window()?;
        match self.kind {
            StorageKind::Local => window.local_storage().ok().flatten(),
            StorageKind::Session => window.session_storage().ok().flatten(),
            StorageKind::Nowhere => None,
        }
    }

    /// Returns true if an event of storage is about the browser's storage that holds the records.
    pub(super) fn is_told(&self, event: &StorageEvent) -> bool {
        event.storage_area().is_none_or(|area| self.storage().is_some_and(|own| area == own))
    }

    /// Returns the name of a record in localStorage.
    fn name(&self, place: WriterKey) -> String {
        format!("{}{}", self.name, place.name())
    }

    /// Returns the key and the writer that a name in localStorage stands for; `None` for a name under another
    /// prefix, or of no such record.
    pub(super) fn parse(&self, name: &str) -> Option<WriterKey> {
        name.strip_prefix(&self.name).and_then(WriterKey::parse)
    }
}

impl Store {
    /// Opens the storage of an instance. If the browser denies storage, each reading and writing fails.
    pub(super) fn open(instance: &str, platform: &Platform) -> Self {
        let (prefix, platform) = (Prefix::of(instance, platform.storage_kind()), platform.clone());
        let absent = match prefix.kind {
            StorageKind::Nowhere => StorageFault::Unwanted,
            StorageKind::Local | StorageKind::Session => StorageFault::Denied,
        };
        Self {
            storage: prefix.storage(),
            absent,
            prefix,
            platform,
            screen: Cell::new(None),
            own: RefCell::default(),
        }
    }

    /// Returns the prefix of the record names.
    pub(super) fn prefix(&self) -> &Prefix {
        &self.prefix
    }

    /// Returns all records under the prefix, quarantined ones included, by their names without the prefix.
    ///
    /// # Errors
    /// [`StorageFault::Denied`] if the browser denies storage, [`StorageFault::Unwanted`] if the host page wants none.
    pub(super) fn read_all(&self) -> Result<BTreeMap<String, String>, StorageFault> {
        let storage = self.storage.as_ref().ok_or(self.absent)?;
        let count = storage.length().map_err(|_| StorageFault::Denied)?;
        let mut records = BTreeMap::new();
        for index in 0..count {
            let Some(name) = storage.key(index).map_err(|_| StorageFault::Denied)? else { continue };
            let Some(ours) = name.strip_prefix(&self.prefix.name) else { continue };
            if let Some(record) = storage.get_item(&name).map_err(|_| StorageFault::Denied)? {
                records.insert(ours.to_owned(), record);
            }
        }
        Ok(records)
    }

    /// Returns all records by name, for a program that was told of cleared storage or doubts storage. From
    /// then on the program decides: records are written again.
    ///
    /// # Errors
    /// Fails if the browser denies storage.
    pub(super) fn look_again(&self) -> Result<BTreeMap<String, String>, StorageFault> {
        let records = self.read_all()?;
        // Otherwise each write would tell of the same clearing, without end where the screen cannot be
        // stored.
        if self.is_cleared() {
            self.screen.set(None);
        }
        self.own.borrow_mut().retain(|name| self.has_name(name));
        Ok(records)
    }

    /// Returns true if any window stores a record with the key under a prefix, which may be another
    /// instance's.
    pub(super) fn has(&self, prefix: &Prefix, key: Key) -> bool {
        let names = prefix.storage().as_ref().map(names).unwrap_or_default();
        names.iter().any(|name| prefix.parse(name).is_some_and(|place| place.key == key))
    }

    /// Returns the names of all records in the widget's storage, those of others included.
    fn names(&self) -> Vec<String> {
        self.storage.as_ref().map(names).unwrap_or_default()
    }

    /// Begins to look after the records of `writer`, which is this window: [`Self::has_lost`] tells of missing ones.
    pub(super) fn look_after(&self, writer: WriterId) {
        let is_own = |name: &String| self.prefix.parse(name).is_some_and(|place| place.writer == writer);
        self.own.replace(self.names().into_iter().filter(is_own).collect());
        // The screen of an earlier run is missing after a clearing, too.
        let screen = self.prefix.name(Key::UiState.of(writer));
        if matches!(self.storage.as_ref().map(|storage| storage.get_item(&screen)), Some(Ok(Some(_)))) {
            self.screen.set(Some(screen));
        }
    }

    /// Returns true if a record of this window is missing that it has not removed itself: the page, the person or
    /// another window removed it since the last look. Asks for names alone, so that it can be asked each second.
    pub(super) fn has_lost(&self) -> bool {
        !self.own.borrow().iter().all(|name| self.has_name(name))
    }

    /// Returns true if storage holds a record of that name, or cannot be asked.
    fn has_name(&self, name: &str) -> bool {
        self.storage.as_ref().is_none_or(|storage| Reflect::has(storage, &name.into()).unwrap_or(true))
    }

    /// Returns true if storage was cleared since this window stored its screen; false before that.
    fn is_cleared(&self) -> bool {
        let screen = self.screen.take();
        let is_gone = match (&self.storage, &screen) {
            (Some(storage), Some(screen)) => matches!(storage.get_item(screen), Ok(None)),
            _ => false,
        };
        self.screen.set(screen);
        is_gone
    }

    /// Writes a record. Once storage was cleared, writes only the screen of the window, and returns
    /// [`Outcome::Cleared`] for any other record.
    pub(super) fn write(&self, place: WriterKey, record: &str) -> Outcome {
        let Some(storage) = &self.storage else { return Outcome::Failed(self.absent) };
        let is_screen = place.key == Key::UiState;
        if !is_screen && self.is_cleared() {
            return Outcome::Cleared;
        }
        let name = self.prefix.name(place);
        if let Err(error) = storage.set_item(&name, record) {
            return Outcome::Failed(fault(&error));
        }
        // Some browsers and extensions drop a record without an error.
        if !matches!(storage.get_item(&name), Ok(Some(stored)) if stored == record) {
            return Outcome::Failed(StorageFault::Denied);
        }
        if is_screen {
            self.screen.set(Some(name.clone()));
        }
        self.own.borrow_mut().insert(name);
        Outcome::Stored
    }

    /// Removes a record.
    pub(super) fn remove(&self, place: WriterKey) -> Outcome {
        let name = self.prefix.name(place);
        let removed = self.storage.as_ref().map(|storage| storage.remove_item(&name));
        match removed {
            Some(Ok(())) => {
                self.own.borrow_mut().remove(&name);
                Outcome::Removed
            }
            Some(Err(_)) => Outcome::Failed(StorageFault::Denied),
            None => Outcome::Failed(self.absent),
        }
    }

    /// Removes all records under the prefix, quarantined ones included. Returns the places of the removed ones, without
    /// quarantine, and true if none is left.
    pub(super) fn remove_all(&self) -> (Vec<WriterKey>, bool) {
        let mut removed = Vec::new();
        for name in self.names().iter().filter(|name| name.starts_with(&self.prefix.name)) {
            if matches!(self.storage.as_ref().map(|storage| storage.remove_item(name)), Some(Ok(()))) {
                removed.extend(self.prefix.parse(name));
            }
        }
        self.screen.set(None);
        self.own.borrow_mut().clear();
        (removed, !self.names().iter().any(|name| name.starts_with(&self.prefix.name)))
    }

    /// Moves a record to a free name in quarantine; returns true if the record moved. The original is removed
    /// only after the copy is written.
    pub(super) fn quarantine(&self, name: &str) -> bool {
        let Some(storage) = &self.storage else { return false };
        let from = format!("{}{name}", self.prefix.name);
        for count in 1..1000 {
            let place = format!("{}{QUARANTINE}{name}~{count}", self.prefix.name);
            if matches!(storage.get_item(&place), Ok(None)) {
                return self.platform.move_record(storage, &from, &place);
            }
        }
        false
    }
}

/// Returns the names of all records in a storage.
fn names(storage: &Storage) -> Vec<String> {
    let indices = 0..storage.length().unwrap_or_default();
    indices.filter_map(|index| storage.key(index).ok().flatten()).collect()
}

fn fault(error: &JsValue) -> StorageFault {
    let name = error.dyn_ref::<web_sys::DomException>().map(web_sys::DomException::name);
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageFault::Full,
        _ => StorageFault::Denied,
    }
}
