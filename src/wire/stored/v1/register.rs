//! The stored form of registers, versions and version vectors.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::field::Invalid;
use crate::domain::id::WriterId;
use crate::domain::register::{Content, Register, VERSION_LIMIT, Version, Written};
use crate::domain::time::Instant;
use crate::domain::version::{VersionVector, WRITER_LIMIT};
use crate::wire::stored::list::List;

/// The stored form of a register: the list of its concurrent versions, the shown one first.
#[derive(Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub(super) struct RegisterDto<C>(List<VersionDto<C>, VERSION_LIMIT>);

/// The stored form of a version, the result of one write: its vector, and either its content or the instant
/// of its deletion.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct VersionDto<C> {
    vector: VectorDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<C>,
    /// Instant of the deletion, in milliseconds since 1970-01-01, UTC; left out of a version with content.
    #[serde(skip_serializing_if = "Option::is_none")]
    deleted: Option<i64>,
}

impl<'a, C: Content, F: From<&'a C>> From<&'a Register<C>> for RegisterDto<F> {
    fn from(register: &'a Register<C>) -> Self {
        let form = |version: &&'a Version<C>| {
            let (content, deleted) = match &version.written {
                Written::Content(content) => (Some(content.into()), None),
                Written::Deleted(at) => (None, Some(at.0)),
            };
            VersionDto { vector: VectorDto(version.vector.clone()), content, deleted }
        };
        Self(List(register.versions().iter().map(form).collect()))
    }
}

impl<C: Content, F: TryInto<C, Error = Invalid>> TryFrom<RegisterDto<F>> for Register<C> {
    type Error = Invalid;

    fn try_from(RegisterDto(versions): RegisterDto<F>) -> Result<Self, Invalid> {
        Self::from_versions(&versions.values()?).filter(Self::fits).ok_or(Invalid("versions"))
    }
}

impl<C, F: TryInto<C, Error = Invalid>> TryFrom<VersionDto<F>> for Version<C> {
    type Error = Invalid;

    fn try_from(form: VersionDto<F>) -> Result<Self, Invalid> {
        let VectorDto(vector) = form.vector;
        let written = match (form.content, form.deleted) {
            // Content has somebody who wrote it.
            (Some(_), None) if vector == VersionVector::default() => return Err(Invalid("vector")),
            (Some(content), None) => Written::Content(content.try_into()?),
            (None, Some(at)) => Written::Deleted(Instant(at)),
            (Some(_), Some(_)) | (None, None) => return Err(Invalid("content")),
        };
        Ok(Self { vector, written })
    }
}

/// The stored form of a version vector: an object with the number of known writes, 1 or more, of each writer.
#[derive(Debug)]
struct VectorDto(VersionVector);

impl Serialize for VectorDto {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.counters().map(|(writer, count)| (writer.to_string(), count)))
    }
}

impl<'de> Deserialize<'de> for VectorDto {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Counters)
    }
}

/// Reads the numbers of a version vector. A map of serde's would keep the last of two numbers of one writer.
struct Counters;

impl<'de> Visitor<'de> for Counters {
    type Value = VectorDto;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a vector: a counter from 1 on for each of at most {WRITER_LIMIT} writers")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut counters: A) -> Result<Self::Value, A::Error> {
        let mut vector = BTreeMap::new();
        while let Some((writer, count)) = counters.next_entry::<String, u32>()? {
            let Some(id) = WriterId::parse(&writer).filter(|_| count > 0) else {
                return Err(A::Error::custom(format_args!("not the counter of a writer: {writer}, {count}")));
            };
            if vector.insert(id, count).is_some() {
                return Err(A::Error::custom(format_args!("two counters of the writer {writer}")));
            }
            if vector.len() > WRITER_LIMIT {
                return Err(A::Error::invalid_length(vector.len(), &self));
            }
        }
        Ok(VectorDto(VersionVector::new(vector)))
    }
}
