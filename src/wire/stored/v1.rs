//! Version 1 of the stored data. The names of fields and tags are part of the format: once
//! released they stay.

mod closing;
mod desk;
mod note;
mod preparation;
mod session;

use std::hash::Hash;

use super::Stored;
use super::fields::Faults;
use super::write::{Writer, hex};
use crate::domain::id::DeviceId;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::record::{Pair, Record, Settings};
use crate::domain::register::{Register, Version, Written};
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;
use crate::wire::json::Json;

/// The most concurrent writings that one register is read with.
const VERSION_LIMIT: usize = 1_000;

/// The most devices that one vector is read with.
const DEVICE_LIMIT: usize = 10_000;

/// A register is a list of its writings: `vector`, and either `content` or `deleted`, an instant.
fn write_register<C: Clone + Eq + Hash>(
    out: &mut Writer,
    register: &Register<C>,
    content: fn(&C, &mut Writer),
) {
    out.list(|out| {
        for version in register.versions() {
            out.object(|out| {
                write_vector(&version.vector, out.at("vector"));
                match &version.written {
                    Written::Content(written) => content(written, out.at("content")),
                    Written::Deleted(at) => out.at("deleted").number(at.0),
                }
            });
        }
    });
}

fn read_register<C: Clone + Eq + Hash>(
    data: &Json,
    faults: &Faults,
    content: fn(&Json, &Faults) -> Option<C>,
) -> Option<Register<C>> {
    let version = |data: &Json| {
        let (vector, written) = read_version(data, faults);
        let written = match written {
            Written::Content(written) => Written::Content(content(written, faults)?),
            Written::Deleted(at) => Written::Deleted(at),
        };
        Some(Version { vector, written })
    };
    let versions = faults.list(data, "versions", VERSION_LIMIT).iter().filter_map(version);
    let versions: Vec<Version<C>> = versions.collect();
    faults.want(Register::from_versions(&versions), "versions")
}

/// A writing, its content still as data.
fn read_version<'a>(data: &'a Json, faults: &'a Faults) -> (VersionVector, Written<&'a Json>) {
    faults.object(data, "version", |fields| {
        let vector = read_vector(fields.field("vector"), faults);
        let written = match (fields.maybe("content"), fields.maybe("deleted")) {
            (Some(written), None) => Written::Content(written),
            (None, Some(at)) => Written::Deleted(Instant(faults.whole(at, "deleted"))),
            _ => {
                faults.note("content");
                Written::Content(data)
            }
        };
        (vector, written)
    })
}

fn write_vector(vector: &VersionVector, out: &mut Writer) {
    out.object(|out| {
        for (device, count) in vector.counters() {
            out.at(&hex(device.0)).number(count);
        }
    });
}

fn read_vector(data: &Json, faults: &Faults) -> VersionVector {
    let object = match data {
        Json::Object(object) if (1..=DEVICE_LIMIT).contains(&object.len()) => object.as_slice(),
        _ => {
            faults.note("vector");
            &[]
        }
    };
    let counter = |(device, count): &(String, Json)| {
        let device = DeviceId(faults.id(device, "vector"));
        let count = u32::try_from(faults.whole(count, "vector")).ok().filter(|count| *count > 0);
        (device, faults.want(count, "vector").unwrap_or_default())
    };
    VersionVector::new(object.iter().map(counter))
}

/// Built-in words by key, or somebody's own.
fn write_wording(wording: &Wording, out: &mut Writer) {
    out.object(|out| match wording {
        Wording::BuiltIn(phrase) => out.at("built-in").text(phrase.key()),
        Wording::Own(text) => out.at("own").text(text.as_str()),
    });
}

fn read_wording(data: &Json, name: &'static str, faults: &Faults) -> Wording {
    faults.object(data, name, |fields| {
        match (fields.maybe("built-in"), fields.maybe("own")) {
            (Some(key), None) => Some(Wording::BuiltIn(read_phrase(key, name, faults))),
            (None, own) => own.and_then(|own| faults.text(own, name)).map(Wording::Own),
            _ => None,
        }
        .unwrap_or_else(|| {
            faults.note(name);
            Wording::BuiltIn(Phrase::NewItem)
        })
    })
}

fn read_phrase(data: &Json, name: &'static str, faults: &Faults) -> Phrase {
    let phrase = Phrase::from_key(faults.string(data, name));
    faults.want(phrase, name).unwrap_or(Phrase::NewItem)
}

impl Stored for Register<Record> {
    fn write(&self, out: &mut Writer) {
        write_register(out, self, write_record);
    }

    fn read(data: &Json, faults: &Faults) -> Option<Self> {
        read_register(data, faults, read_record)
    }
}

fn write_record(record: &Record, out: &mut Writer) {
    out.object(|out| match record {
        Record::Pair(pair) => {
            out.at("kind").text("pair");
            out.maybe_text("manager", pair.manager.as_ref());
            out.at("seller").text(pair.seller.as_str());
        }
        Record::Settings(settings) => {
            out.at("kind").text("settings");
            out.maybe_text("own_name", settings.own_name.as_ref());
        }
        Record::Private(private) => {
            out.at("kind").text("private");
            out.at("ticks").list(|out| private.ticks.iter().for_each(|line| out.text(line.key())));
            out.maybe_text("note", private.note.as_ref());
        }
    });
}

fn read_record(data: &Json, faults: &Faults) -> Option<Record> {
    faults.object(data, "record", |fields| match fields.string("kind") {
        "pair" => {
            let manager = fields.maybe_text("manager");
            fields.text("seller").map(|seller| Record::Pair(Pair { manager, seller }))
        }
        "settings" => Some(Record::Settings(Settings { own_name: fields.maybe_text("own_name") })),
        "private" => Some(Record::Private(preparation::read_private(fields, faults))),
        _ => faults.want(None, "kind"),
    })
}

impl Stored for DeviceId {
    fn write(&self, out: &mut Writer) {
        out.id(self.0);
    }

    fn read(data: &Json, faults: &Faults) -> Option<Self> {
        Some(Self(faults.id(faults.string(data, "device"), "device")))
    }
}
