//! localStorage under one prefix. Each window writes only records of its own, since localStorage is not fresh
//! across windows: a window can read what another one has overwritten some milliseconds before.
//!
//! Never interprets a record.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::Storage;

use super::platform::Platform;
use crate::domain::id::WriterId;
use crate::program::event::{Outcome, StorageFault};
use crate::wire::key::{Key, QUARANTINE, WriterKey};

/// The localStorage of one widget: the records under its prefix.
pub(super) struct Store {
    prefix: Prefix,
    storage: Option<Storage>,
    platform: Platform,
    /// Name of the stored screen of this window; `None` until the window has stored it. The window never
    /// removes that record, so it is missing only after storage was cleared.
    screen: Cell<Option<String>>,
    /// Names of this window's records that storage held at the last look.
    own: RefCell<BTreeSet<String>>,
}

/// The prefix of one instance's record names in localStorage, which all pages of an origin share.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Prefix(String);

impl Prefix {
    /// Returns the prefix of an instance. A name that is not 1 to 40 characters of `A-Z a-z 0-9 - _` counts
    /// as `default`.
    fn of(instance: &str) -> Self {
        let legal = |mark: char| mark.is_ascii_alphanumeric() || mark == '-' || mark == '_';
        let fits = (1..=40).contains(&instance.len()) && instance.chars().all(legal);
        Self(format!("coaching-session/{}/", if fits { instance } else { "default" }))
    }

    /// Returns the name of a record in localStorage.
    fn name(&self, place: WriterKey) -> String {
        format!("{}{}", self.0, place.name())
    }

    /// Returns the key and the writer that a name in localStorage stands for; `None` for a name under another
    /// prefix, or of no such record.
    pub(super) fn parse(&self, name: &str) -> Option<WriterKey> {
        name.strip_prefix(&self.0).and_then(WriterKey::parse)
    }
}

impl Store {
    /// Opens the storage of an instance. If the browser denies storage, each reading and writing fails.
    pub(super) fn open(instance: &str, platform: &Platform) -> Self {
        let storage = web_sys::window().and_then(|window| window.local_storage().ok().flatten());
        let (prefix, platform) = (Prefix::of(instance), platform.clone());
        Self { prefix, storage, platform, screen: Cell::new(None), own: RefCell::default() }
    }

    /// Returns the prefix of the record names.
    pub(super) fn prefix(&self) -> &Prefix {
        &self.prefix
    }

    /// Returns all records under the prefix, quarantined ones included, by their names without the prefix.
    ///
    /// # Errors
    /// [`StorageFault::Denied`] if the browser denies storage.
    pub(super) fn read_all(&self) -> Result<BTreeMap<String, String>, StorageFault> {
        let storage = self.storage.as_ref().ok_or(StorageFault::Denied)?;
        let count = storage.length().map_err(|_| StorageFault::Denied)?;
        let mut records = BTreeMap::new();
        for index in 0..count {
            let Some(name) = storage.key(index).map_err(|_| StorageFault::Denied)? else { continue };
            let Some(ours) = name.strip_prefix(&self.prefix.0) else { continue };
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
        self.names().iter().any(|name| prefix.parse(name).is_some_and(|place| place.key == key))
    }

    /// Returns the names of all records in storage, those of others included.
    fn names(&self) -> Vec<String> {
        let Some(storage) = &self.storage else { return Vec::new() };
        let indices = 0..storage.length().unwrap_or_default();
        indices.filter_map(|index| storage.key(index).ok().flatten()).collect()
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
        let Some(storage) = &self.storage else { return Outcome::Failed(StorageFault::Denied) };
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
            Some(Err(_)) | None => Outcome::Failed(StorageFault::Denied),
        }
    }

    /// Moves a record to a free name in quarantine; returns true if the record moved. The original is removed
    /// only after the copy is written.
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
