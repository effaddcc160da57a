//! The form of a company's file. Each part is read by itself, so that a fault in one leaves the others.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde_json::Value;

use super::fault::{At, Rule};
use crate::wire::objects;

/// A part of the file that is read once its place is known.
#[derive(Debug)]
pub(super) struct Part<T>(Value, PhantomData<T>);

impl<T: DeserializeOwned> Part<T> {
    /// Reads the part; `None` with a fault if it has another form.
    pub(super) fn read(self, at: &mut At<'_>) -> Option<T> {
        match objects::read_value(self.0) {
            Ok(value) => Some(value),
            Err(error) => {
                let (path, words) = (error.path().to_string(), error.inner().to_string());
                at.fault_below(&path, Rule::Form(words))
            }
        }
    }

    /// Returns the part without the names that it cannot have, each of which is a fault.
    pub(super) fn with(mut self, known: &'static [&'static str], at: &mut At<'_>) -> Self {
        if let Value::Object(fields) = &mut self.0 {
            fields.retain(|name, _| {
                let is_known = known.contains(&name.as_str());
                if !is_known {
                    at.name(name).fault::<()>(Rule::Unknown(known));
                }
                is_known
            });
        }
        self
    }
}

impl<T> From<Value> for Part<T> {
    fn from(value: Value) -> Self {
        Self(value, PhantomData)
    }
}

impl<'de, T> Deserialize<'de> for Part<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(Self::from)
    }
}

/// Defines a structure whose names are known, for parts that tell an unknown one and read on.
macro_rules! named {
    ($(#[$attribute:meta])* $structure:ident { $($(#[$of_field:meta])* $field:ident as $name:literal: $kind:ty,)+ }) => {
        $(#[$attribute])*
        #[derive(Debug, serde::Deserialize)]
        #[cfg_attr(test, derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub(super) struct $structure {
            $($(#[$of_field])* #[serde(rename = $name)] pub(super) $field: $kind,)+
        }

        impl $structure {
            /// The names that the object can have.
            pub(super) const NAMES: &'static [&'static str] = &[$($name),+];
        }
    };
}

named! {
    /// The content of a company: its own coaching types, limits and words.
    FileDto {
        /// Address of the schema, for editors. Not read.
        _schema as "$schema": Option<Part<String>>,
        /// Version of the form of this file: 1.
        version as "version": Option<Part<u8>>,
        /// Coaching types of the company, in front of the built-in ones. A type with the id of a built-in one replaces it.
        types as "types": Option<Part<Vec<Part<TypeDto>>>>,
        /// Ids of the built-in coaching types that are offered, too; without this list all are.
        built_in_types as "built-in-types": Option<Part<Vec<String>>>,
        /// Lines that a manager can choose under "What can the seller count on?", in place of the built-in ones.
        count_on as "count-on": Option<Part<Vec<LineDto>>>,
        /// Limits, tighter than the built-in ones.
        limits as "limits": Option<Part<LimitsDto>>,
        /// The company's names for the manager and the seller, by language tag.
        parties as "parties": Option<Part<BTreeMap<String, PartiesDto>>>,
        /// Words of the company in place of built-in ones, by language tag, as text in the form of Project Fluent.
        words as "words": Option<Part<BTreeMap<String, String>>>,
    }
}

named! {
    /// A coaching type of the company.
    TypeDto {
        /// Lasting id of the type, of the characters a-z, 0-9 and -, such as `renewal`.
        id as "id": Part<String>,
        /// Name of the type on the screen.
        name as "name": Part<String>,
        /// Usual length of a session, in minutes; without it that of the middle agenda.
        minutes as "minutes": Option<Part<u16>>,
        /// Usual time from one session to the next, in weeks; 4 without it.
        rhythm_weeks as "rhythm-weeks": Option<Part<u8>>,
        /// The type's own activities by name. Agendas name them, and the built-in ones.
        activities as "activities": Option<Part<BTreeMap<String, Part<ActivityDto>>>>,
        /// Agendas by their length in minutes.
        agendas as "agendas": Part<BTreeMap<String, Part<Vec<RowDto>>>>,
        /// Mindset checklists of the two; without it the built-in ones.
        checklists as "checklists": Option<Part<ChecklistsDto>>,
        /// Evidence that helps in a session of this type, for the seller.
        evidence as "evidence": Option<Part<LineDto>>,
        /// Questions that the manager should leave unasked.
        avoid as "avoid": Option<Part<Vec<String>>>,
    }
}

named! {
    /// An activity of a session, which works on a topic.
    ActivityDto {
        /// Name of the item on the screen.
        title as "title": String,
        /// One line on the purpose of the item.
        purpose as "purpose": Option<String>,
        /// Questions for the manager to ask.
        questions as "questions": Option<Part<Vec<QuestionDto>>>,
    }
}

/// A question for the manager to ask.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuestionDto {
    /// Question in the words of the manager.
    pub(super) ask: String,
    /// Answer to listen for, in a few words.
    pub(super) listen_for: Option<String>,
}

/// An item of an agenda.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RowDto {
    /// Name of an activity: one of the type's own, `open`, `look-back`, `next-steps`, `close`, or the key of another
    /// built-in activity, such as `late.stop`.
    pub(super) activity: String,
    /// Planned minutes of the item.
    pub(super) minutes: u16,
    /// Fewest minutes to which the item shrinks in a shorter session; a third of its minutes without it.
    pub(super) least: Option<u16>,
    /// Most minutes to which the item grows in a longer session; 90 for a topic and twice its minutes for another item
    /// without it.
    pub(super) most: Option<u16>,
    /// Number of the topic on which the item works, from 1; 1 without it.
    pub(super) topic: Option<u8>,
}

/// The mindset checklists of the two.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ChecklistsDto {
    /// Checklist of the manager; without it the built-in one.
    pub(super) manager: Option<ChecklistDto>,
    /// Checklist of the seller; without it the built-in one.
    pub(super) seller: Option<ChecklistDto>,
}

/// A mindset checklist.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ChecklistDto {
    /// Lines about the content: what the party knows and brings.
    #[serde(default)]
    pub(super) content: Vec<LineDto>,
    /// Lines about the tone: how the party talks and listens.
    #[serde(default)]
    pub(super) tone: Vec<LineDto>,
    /// Lines about the structure: the frame that the party gives the session.
    #[serde(default)]
    pub(super) structure: Vec<LineDto>,
    /// Further lines, which the screen folds.
    #[serde(default)]
    pub(super) more: Vec<LineDto>,
}

/// A line: the company's own words, or a built-in text by its key.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(super) enum LineDto {
    /// The company's own words.
    Own(String),
    /// A built-in text, which is shown in the language of the reader.
    BuiltIn(BuiltInDto),
}

/// A built-in text.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BuiltInDto {
    /// Key of the text, such as `check.own-steps`.
    pub(super) built_in: String,
}

/// Limits of the company, tighter than the built-in ones.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LimitsDto {
    /// Shortest session, in minutes: 20 to 90.
    pub(super) shortest_minutes: Option<u16>,
    /// Longest session, in minutes: 20 to 90.
    pub(super) longest_minutes: Option<u16>,
    /// Days for which half-typed text is kept: 1 to 30.
    pub(super) drafts_kept_days: Option<u8>,
}

/// The company's names for the two.
#[derive(Debug, serde::Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct PartiesDto {
    /// Name for the manager inside a sentence, such as `coach`.
    pub(super) manager: String,
    /// Name for the seller inside a sentence, such as `adviser`.
    pub(super) seller: String,
    /// Name for several sellers inside a sentence, such as `advisers`.
    pub(super) sellers: String,
}

#[cfg(test)]
impl<T: schemars::JsonSchema> schemars::JsonSchema for Part<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> std::borrow::Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::json_schema(generator)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The schema of the file, which editors of the owner of a page read. `UPDATE_FIXTURES=1` writes it anew.
    #[test]
    fn schema_beside_the_page_is_that_of_the_types() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/config.schema.json");
        let mut made = serde_json::to_string_pretty(&schemars::schema_for!(FileDto)).unwrap();
        made.push('\n');
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap();
        assert!(kept == made, "config.schema.json is of other types: write it anew with UPDATE_FIXTURES=1");
    }
}
