//! Reads and writes the fields of a JSON object, by name and with their checks.

use super::Unreadable;
use crate::domain::text::Text;
use crate::wire::json::{Json, quote};

/// The fields of an object that is read. A field that is not known is refused rather than passed
/// over, since saving would drop it.
pub(super) struct Fields<'a> {
    object: &'a [(String, Json)],
    taken: usize,
    name: &'static str,
}

impl<'a> Fields<'a> {
    /// The fields of `data`, which is called `name` in an error.
    pub(super) fn of(data: &'a Json, name: &'static str) -> Result<Self, Unreadable> {
        match data {
            Json::Object(object) => Ok(Self { object, taken: 0, name }),
            _ => Err(Unreadable::Value(name)),
        }
    }

    /// A field that may be missing.
    pub(super) fn maybe(&mut self, name: &str) -> Option<&'a Json> {
        let (_, value) = self.object.iter().find(|(known, _)| known == name)?;
        self.taken += 1;
        Some(value)
    }

    /// A field.
    pub(super) fn field(&mut self, name: &'static str) -> Result<&'a Json, Unreadable> {
        self.maybe(name).ok_or(Unreadable::Value(name))
    }

    /// A field that holds a string.
    pub(super) fn string(&mut self, name: &'static str) -> Result<&'a str, Unreadable> {
        string_of(self.field(name)?, name)
    }

    /// A field that holds somebody's text.
    pub(super) fn text(&mut self, name: &'static str) -> Result<Text, Unreadable> {
        text(self.string(name)?, name)
    }

    /// A field that holds somebody's text, or is missing.
    pub(super) fn maybe_text(&mut self, name: &'static str) -> Result<Option<Text>, Unreadable> {
        let found = self.maybe(name).map(|value| string_of(value, name)).transpose()?;
        found.map(|found| text(found, name)).transpose()
    }

    /// A field that holds a whole number from 0 to 65,535.
    pub(super) fn small(&mut self, name: &'static str) -> Result<u16, Unreadable> {
        small(self.field(name)?, name)
    }

    /// A field that holds a list of at most `limit` values.
    pub(super) fn list(&mut self, name: &'static str, limit: usize) -> Result<&'a [Json], Unreadable> {
        list(self.field(name)?, name, limit)
    }

    /// No more fields.
    pub(super) fn end(self) -> Result<(), Unreadable> {
        if self.taken == self.object.len() { Ok(()) } else { Err(Unreadable::Value(self.name)) }
    }
}

/// A list of at most `limit` values.
pub(super) fn list<'a>(value: &'a Json, name: &'static str, limit: usize) -> Result<&'a [Json], Unreadable> {
    match value {
        Json::List(list) if list.len() <= limit => Ok(list),
        _ => Err(Unreadable::Value(name)),
    }
}

/// A string.
pub(super) fn string_of<'a>(value: &'a Json, name: &'static str) -> Result<&'a str, Unreadable> {
    match value {
        Json::Text(text) => Ok(text),
        _ => Err(Unreadable::Value(name)),
    }
}

/// Somebody's text, as [`Text::parse`] left it.
pub(super) fn text(found: &str, name: &'static str) -> Result<Text, Unreadable> {
    Text::parse(found).map_err(|_| Unreadable::Value(name))
}

/// A whole number from 0 to 65,535.
pub(super) fn small(value: &Json, name: &'static str) -> Result<u16, Unreadable> {
    whole(value, name)?.try_into().map_err(|_| Unreadable::Value(name))
}

/// A whole number.
pub(super) fn whole(value: &Json, name: &'static str) -> Result<i64, Unreadable> {
    match value {
        Json::Whole(number) => Ok(*number),
        _ => Err(Unreadable::Value(name)),
    }
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
            quote(&mut text, name);
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

/// A string.
pub(in crate::wire) fn string(value: &str) -> Data {
    let mut text = String::new();
    quote(&mut text, value);
    Data(text)
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
