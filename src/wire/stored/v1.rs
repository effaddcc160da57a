//! Version 1 of the stored data. The names of fields and tags are part of the format: once
//! released they stay.
//!
//! Unknown fields are refused rather than passed over, since saving would drop them.

mod desk;
mod session;

use std::collections::BTreeMap;
use std::hash::Hash;

use serde::{Deserialize, Serialize};

use super::{Stored, Unreadable};
use crate::domain::id::DeviceId;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::record::{Pair, Settings};
use crate::domain::register::{Register, Version, Written};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::version::VersionVector;

/// The most concurrent writings that one register is read with.
const VERSION_LIMIT: usize = 16;

/// The most devices that one vector is read with.
const DEVICE_LIMIT: usize = 64;

/// One writing: either `content` or `deleted`, epoch milliseconds.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionDto<C> {
    vector: BTreeMap<String, u32>,
    #[serde(skip_serializing_if = "Option::is_none", default = "Option::default")]
    content: Option<C>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    deleted: Option<i64>,
}

/// Writes a register, whatever it holds.
fn register_dto<C: Clone + Eq + Hash, D>(register: &Register<C>, dto: impl Fn(&C) -> D) -> Vec<VersionDto<D>> {
    let version = |version: &Version<C>| {
        let vector = version.vector.counters().map(|(device, count)| (device.to_string(), count)).collect();
        match &version.written {
            Written::Content(content) => VersionDto { vector, content: Some(dto(content)), deleted: None },
            Written::Deleted(at) => VersionDto { vector, content: None, deleted: Some(at.0) },
        }
    };
    register.versions().map(version).collect()
}

/// Reads a register, whatever it holds.
fn register<C: Clone + Eq + Hash, D>(versions: Vec<VersionDto<D>>, read: impl Fn(D) -> Result<C, Unreadable>) -> Result<Register<C>, Unreadable> {
    if versions.len() > VERSION_LIMIT {
        return Err(Unreadable::Value("versions"));
    }
    let version = |dto: VersionDto<D>| {
        if dto.vector.is_empty() || dto.vector.len() > DEVICE_LIMIT {
            return Err(Unreadable::Value("vector"));
        }
        let counter = |(device, count): (&String, &u32)| DeviceId::parse(device).map(|device| (device, *count));
        let counters: Option<Vec<_>> = dto.vector.iter().map(counter).collect();
        let vector = VersionVector::new(counters.ok_or(Unreadable::Value("vector"))?);
        let written = match (dto.content, dto.deleted) {
            (Some(content), None) => Written::Content(read(content)?),
            (None, Some(at)) => Written::Deleted(Instant(at)),
            _ => return Err(Unreadable::Value("content")),
        };
        Ok(Version { vector, written })
    };
    let versions = versions.into_iter().map(version).collect::<Result<Vec<_>, _>>()?;
    Register::from_versions(versions).ok_or(Unreadable::Value("versions"))
}

/// Built-in words by key, or somebody's own.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum WordingDto {
    BuiltIn(String),
    Own(String),
}

fn wording_dto(wording: &Wording) -> WordingDto {
    match wording {
        Wording::BuiltIn(phrase) => WordingDto::BuiltIn(phrase.key().to_owned()),
        Wording::Own(text) => WordingDto::Own(text.to_string()),
    }
}

fn wording(dto: WordingDto, field: &'static str) -> Result<Wording, Unreadable> {
    match dto {
        WordingDto::BuiltIn(key) => Phrase::from_key(&key).map(Wording::BuiltIn).ok_or(Unreadable::Value(field)),
        WordingDto::Own(own) => text(&own, field).map(Wording::Own),
    }
}

fn text(found: &str, field: &'static str) -> Result<Text, Unreadable> {
    Text::parse(found).map_err(|_| Unreadable::Value(field))
}

fn optional_text(found: Option<String>, field: &'static str) -> Result<Option<Text>, Unreadable> {
    found.map(|found| text(&found, field)).transpose()
}

/// A pair.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PairDto {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    manager: Option<String>,
    seller: String,
}

impl Stored for Register<Pair> {
    type Dto = Vec<VersionDto<PairDto>>;

    fn to_dto(&self) -> Self::Dto {
        register_dto(self, |pair| PairDto { manager: pair.manager.as_ref().map(Text::to_string), seller: pair.seller.to_string() })
    }

    fn from_dto(dto: Self::Dto) -> Result<Self, Unreadable> {
        register(dto, |pair: PairDto| Ok(Pair { manager: optional_text(pair.manager, "manager")?, seller: text(&pair.seller, "seller")? }))
    }
}

/// What this person set.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingsDto {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    own_name: Option<String>,
}

impl Stored for Register<Settings> {
    type Dto = Vec<VersionDto<SettingsDto>>;

    fn to_dto(&self) -> Self::Dto {
        register_dto(self, |settings| SettingsDto { own_name: settings.own_name.as_ref().map(Text::to_string) })
    }

    fn from_dto(dto: Self::Dto) -> Result<Self, Unreadable> {
        register(dto, |settings: SettingsDto| Ok(Settings { own_name: optional_text(settings.own_name, "own_name")? }))
    }
}

impl Stored for DeviceId {
    type Dto = String;

    fn to_dto(&self) -> Self::Dto {
        self.to_string()
    }

    fn from_dto(dto: Self::Dto) -> Result<Self, Unreadable> {
        Self::parse(&dto).ok_or(Unreadable::Value("device"))
    }
}
