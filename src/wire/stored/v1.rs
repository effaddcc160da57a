//! Version 1 of the stored data. The names of fields and tags are part of the format: once
//! released they stay.

mod desk;
mod session;

use std::hash::Hash;

use serde_json::Value;

use super::fields::{Data, Fields, array, list, milliseconds, number, object, shown, string, text};
use super::{Stored, Unreadable};
use crate::domain::id::DeviceId;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::record::{Pair, Record, Settings};
use crate::domain::register::{Register, Version, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;

/// The most concurrent writings that one register is read with.
const VERSION_LIMIT: usize = 16;

/// The most devices that one vector is read with.
const DEVICE_LIMIT: usize = 64;

/// A register is a list of its writings: `vector`, and either `content` or `deleted`, an instant.
fn write_register<C: Clone + Eq + Hash>(register: &Register<C>, content: impl Fn(&C) -> Data) -> Data {
    let version = |version: &Version<C>| {
        let (content, deleted) = match &version.written {
            Written::Content(written) => (Some(content(written)), None),
            Written::Deleted(at) => (None, number(at.0)),
        };
        object([("vector", Some(write_vector(&version.vector))), ("content", content), ("deleted", deleted)])
    };
    array(register.versions().map(version))
}

fn read_register<C: Clone + Eq + Hash>(
    data: &Value,
    content: impl Fn(&Value) -> Result<C, Unreadable>,
) -> Result<Register<C>, Unreadable> {
    let version = |data: &Value| {
        let mut fields = Fields::of(data, "version")?;
        let vector = read_vector(fields.field("vector")?)?;
        let written = match (fields.maybe("content"), fields.maybe("deleted")) {
            (Some(written), None) => Written::Content(content(written)?),
            (None, Some(at)) => Written::Deleted(Instant(milliseconds(at, "deleted")?)),
            _ => return Err(Unreadable::Value("content")),
        };
        fields.end()?;
        Ok(Version { vector, written })
    };
    let mut versions = Vec::new();
    for data in list(data, "versions", VERSION_LIMIT)? {
        versions.push(version(data)?);
    }
    Register::from_versions(versions).ok_or(Unreadable::Value("versions"))
}

fn write_vector(vector: &VersionVector) -> Data {
    let counters: Vec<(String, u32)> = vector.counters().map(|(device, count)| (device.to_string(), count)).collect();
    object(counters.iter().map(|(device, count)| (device.as_str(), number(*count))))
}

fn read_vector(data: &Value) -> Result<VersionVector, Unreadable> {
    let bad = Unreadable::Value("vector");
    let object = data.as_object().filter(|object| (1..=DEVICE_LIMIT).contains(&object.len())).ok_or(bad)?;
    let mut counters = Vec::new();
    for (device, count) in object {
        let count = count.as_u64().and_then(|count| u32::try_from(count).ok()).filter(|count| *count > 0).ok_or(bad)?;
        counters.push((DeviceId::parse(device).ok_or(bad)?, count));
    }
    Ok(VersionVector::new(counters))
}

/// Built-in words by key, or somebody's own.
fn write_wording(wording: &Wording) -> Data {
    match wording {
        Wording::BuiltIn(phrase) => object([("built-in", Some(string(phrase.key())))]),
        Wording::Own(text) => object([("own", shown(text))]),
    }
}

fn read_wording(data: &Value, name: &'static str) -> Result<Wording, Unreadable> {
    let mut fields = Fields::of(data, name)?;
    let wording = match (fields.maybe("built-in"), fields.maybe("own")) {
        (Some(key), None) => Wording::BuiltIn(read_phrase(key, name)?),
        (None, Some(own)) => Wording::Own(text(own.as_str().ok_or(Unreadable::Value(name))?, name)?),
        _ => return Err(Unreadable::Value(name)),
    };
    fields.end()?;
    Ok(wording)
}

fn read_phrase(data: &Value, name: &'static str) -> Result<Phrase, Unreadable> {
    data.as_str().and_then(Phrase::from_key).ok_or(Unreadable::Value(name))
}

fn maybe_shown(text: Option<&Text>) -> Option<Data> {
    text.and_then(shown)
}

impl Stored for Register<Record> {
    fn write(&self) -> Data {
        write_register(self, |record| match record {
            Record::Pair(pair) => object([
                ("kind", Some(string("pair"))),
                ("manager", maybe_shown(pair.manager.as_ref())),
                ("seller", shown(&pair.seller)),
            ]),
            Record::Settings(settings) => object([
                ("kind", Some(string("settings"))),
                ("own_name", maybe_shown(settings.own_name.as_ref())),
            ]),
        })
    }

    fn read(data: &Value) -> Result<Self, Unreadable> {
        read_register(data, |data| {
            let mut fields = Fields::of(data, "record")?;
            let record = match fields.string("kind")? {
                "pair" => Record::Pair(Pair { manager: fields.maybe_text("manager")?, seller: fields.text("seller")? }),
                "settings" => Record::Settings(Settings { own_name: fields.maybe_text("own_name")? }),
                _ => return Err(Unreadable::Value("kind")),
            };
            fields.end().map(|()| record)
        })
    }
}

impl Stored for DeviceId {
    fn write(&self) -> Data {
        string(&self.to_string())
    }

    fn read(data: &Value) -> Result<Self, Unreadable> {
        data.as_str().and_then(Self::parse).ok_or(Unreadable::Value("device"))
    }
}
