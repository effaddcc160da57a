//! Reads and writes the fields of a JSON object, by name and with their checks.
//!
//! Data is written as text at once: a `serde_json::Value` on the way would bring along the code
//! that writes fractions, with tables that do not compress, and we have no fractions.

use serde_json::{Map, Value};

use super::Unreadable;
use crate::domain::text::Text;

/// The fields of an object that is read. A field that is not known is refused rather than passed
/// over, since saving would drop it.
pub(super) struct Fields<'a> {
    object: &'a Map<String, Value>,
    taken: usize,
    name: &'static str,
}

impl<'a> Fields<'a> {
    /// The fields of `data`, which is called `name` in an error.
    pub(super) fn of(data: &'a Value, name: &'static str) -> Result<Self, Unreadable> {
        let object = data.as_object().ok_or(Unreadable::Value(name))?;
        Ok(Self { object, taken: 0, name })
    }

    /// A field that may be missing.
    pub(super) fn maybe(&mut self, name: &str) -> Option<&'a Value> {
        let value = self.object.get(name)?;
        self.taken += 1;
        Some(value)
    }

    /// A field.
    pub(super) fn field(&mut self, name: &'static str) -> Result<&'a Value, Unreadable> {
        self.maybe(name).ok_or(Unreadable::Value(name))
    }

    /// A field that holds a string.
    pub(super) fn string(&mut self, name: &'static str) -> Result<&'a str, Unreadable> {
        self.field(name)?.as_str().ok_or(Unreadable::Value(name))
    }

    /// A field that holds somebody's text.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Text, Unreadable> {
        text(self.string(name)?, name)
    }

    /// A field that holds somebody's text, or is missing.
    pub(super) fn maybe_text(&mut self, name: &'static str) -> Result<Option<Text>, Unreadable> {
        let found = self.maybe(name).map(|value| value.as_str().ok_or(Unreadable::Value(name))).transpose()?;
        found.map(|found| text(found, name)).transpose()
    }

    /// A field that holds a whole number from 0 to 65,535.
    pub(super) fn small(&mut self, name: &'static str) -> Result<u16, Unreadable> {
        small(self.field(name)?, name)
    }

    /// A field that holds a list of at most `limit` values.
    pub(super) fn list(&mut self, name: &'static str, limit: usize) -> Result<&'a [Value], Unreadable> {
        list(self.field(name)?, name, limit)
    }

    /// No more fields.
    pub(super) fn end(self) -> Result<(), Unreadable> {
        if self.taken == self.object.len() { Ok(()) } else { Err(Unreadable::Value(self.name)) }
    }
}

/// A list of at most `limit` values.
pub(super) fn list<'a>(value: &'a Value, name: &'static str, limit: usize) -> Result<&'a [Value], Unreadable> {
    let list = value.as_array().filter(|list| list.len() <= limit);
    list.map(Vec::as_slice).ok_or(Unreadable::Value(name))
}

/// Somebody's text, as [`Text::parse`] left it.
pub(super) fn text(found: &str, name: &'static str) -> Result<Text, Unreadable> {
    Text::parse(found).map_err(|_| Unreadable::Value(name))
}

/// A whole number from 0 to 65,535.
pub(super) fn small(value: &Value, name: &'static str) -> Result<u16, Unreadable> {
    value.as_u64().and_then(|number| number.try_into().ok()).ok_or(Unreadable::Value(name))
}

/// An instant, or another whole number of milliseconds.
pub(super) fn milliseconds(value: &Value, name: &'static str) -> Result<i64, Unreadable> {
    value.as_i64().ok_or(Unreadable::Value(name))
}

/// Data as JSON text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Data(String);

impl Data {
    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An object of these fields, less those that are `None`.
pub(in crate::wire) fn object<'a>(fields: impl IntoIterator<Item = (&'a str, Option<Data>)>) -> Data {
    let mut text = String::new();
    for (name, value) in fields {
        if let Some(value) = value {
            text.push(if text.is_empty() { '{' } else { ',' });
            text.push_str(&string(name).0);
            text.push(':');
            text.push_str(&value.0);
        }
    }
    text.push_str(if text.is_empty() { "{}" } else { "}" });
    Data(text)
}

/// A list.
pub(super) fn array(values: impl IntoIterator<Item = Data>) -> Data {
    let mut text = String::from("[");
    for (place, value) in values.into_iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&value.0);
    }
    text.push(']');
    Data(text)
}

/// A string, with all escapes that RFC 8259 asks for.
pub(in crate::wire) fn string(value: &str) -> Data {
    // A string always is JSON; an empty one would say so if that changed.
    Data(serde_json::to_string(value).unwrap_or_else(|_| "\"\"".to_owned()))
}

/// A string, such as an id shows itself.
pub(super) fn shown(value: &impl ToString) -> Option<Data> {
    Some(string(&value.to_string()))
}

/// A whole number.
pub(in crate::wire) fn number(value: impl Into<i64>) -> Option<Data> {
    Some(Data(value.into().to_string()))
}

/// True or false.
pub(super) fn truth(value: bool) -> Option<Data> {
    Some(Data(value.to_string()))
}
