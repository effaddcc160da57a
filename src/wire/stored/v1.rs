//! Version 1 of the stored data. The names of fields and tags are part of the format: once
//! released they stay.

mod desk;
mod session;

use std::hash::Hash;

use super::fields::{Data, Fields, array, list, number, object, shown, string, string_of, text, whole};
use super::{Stored, Unreadable};
use crate::domain::id::DeviceId;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::record::{Pair, Record, Settings};
use crate::domain::register::{Register, Version, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;
use crate::wire::json::Json;

/// The most concurrent writings that one register is read with.
const VERSION_LIMIT: usize = 1_000;

/// The most devices that one vector is read with.
const DEVICE_LIMIT: usize = 10_000;

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
    data: &Json,
    content: impl Fn(&Json) -> Result<C, Unreadable>,
) -> Result<Register<C>, Unreadable> {
    let version = |data: &Json| {
        let mut fields = Fields::of(data, "version")?;
        let vector = read_vector(fields.field("vector")?)?;
        let written = match (fields.maybe("content"), fields.maybe("deleted")) {
            (Some(written), None) => Written::Content(content(written)?),
            (None, Some(at)) => Written::Deleted(Instant(whole(at, "deleted")?)),
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
    let counters: Vec<(String, u32)> =
        vector.counters().map(|(device, count)| (device.to_string(), count)).collect();
    object(counters.iter().map(|(device, count)| (device.as_str(), number(*count))))
}

fn read_vector(data: &Json) -> Result<VersionVector, Unreadable> {
    let bad = Unreadable::Value("vector");
    let Json::Object(object) = data else { return Err(bad) };
    if !(1..=DEVICE_LIMIT).contains(&object.len()) {
        return Err(bad);
    }
    let mut counters = Vec::new();
    for (device, count) in object {
        let count = u32::try_from(whole(count, "vector")?).ok().filter(|count| *count > 0).ok_or(bad)?;
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

fn read_wording(data: &Json, name: &'static str) -> Result<Wording, Unreadable> {
    let mut fields = Fields::of(data, name)?;
    let wording = match (fields.maybe("built-in"), fields.maybe("own")) {
        (Some(key), None) => Wording::BuiltIn(read_phrase(key, name)?),
        (None, Some(own)) => Wording::Own(text(string_of(own, name)?, name)?),
        _ => return Err(Unreadable::Value(name)),
    };
    fields.end()?;
    Ok(wording)
}

fn read_phrase(data: &Json, name: &'static str) -> Result<Phrase, Unreadable> {
    Phrase::from_key(string_of(data, name)?).ok_or(Unreadable::Value(name))
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

    fn read(data: &Json) -> Result<Self, Unreadable> {
        read_register(data, |data| {
            let mut fields = Fields::of(data, "record")?;
            let record = match fields.string("kind")? {
                "pair" => Record::Pair(Pair {
                    manager: fields.maybe_text("manager")?,
                    seller: fields.text("seller")?,
                }),
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

    fn read(data: &Json) -> Result<Self, Unreadable> {
        Self::parse(string_of(data, "device")?).ok_or(Unreadable::Value("device"))
    }
}
