//! Reads the text of a company's file into a tree of JSON, within limits that hold while it is read.

use std::cell::Cell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// Most objects and lists around a value.
const DEPTH_LIMIT: u8 = 10;

/// Most values of one file.
const VALUE_LIMIT: usize = 10_000;

/// Reads a text of JSON. Refuses an object with one name twice: of two values, none is known to be meant.
///
/// # Errors
/// The text is no JSON, or beyond a limit. The error says where.
pub(super) fn read(text: &str) -> serde_json::Result<Value> {
    let left = Cell::new(VALUE_LIMIT);
    let mut json = serde_json::Deserializer::from_str(text);
    let value = Node { left: &left, depth: 0 }.deserialize(&mut json)?;
    json.end()?;
    Ok(value)
}

/// A value that is to be read, at a depth; `left` is the number of values that the file may still have.
#[derive(Clone, Copy)]
struct Node<'a> {
    left: &'a Cell<usize>,
    depth: u8,
}

impl Node<'_> {
    /// Returns the node for a value within this one.
    ///
    /// # Errors
    /// The file has too many values, or nests too deep.
    fn within<E: Error>(self) -> Result<Self, E> {
        let left = self
            .left
            .get()
            .checked_sub(1)
            .ok_or_else(|| E::custom(format_args!("the file has more than {VALUE_LIMIT} values")))?;
        self.left.set(left);
        if self.depth == DEPTH_LIMIT {
            return Err(E::custom(format_args!("more than {DEPTH_LIMIT} objects and lists in each other")));
        }
        Ok(Self { depth: self.depth.saturating_add(1), ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value of JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, flag: bool) -> Result<Value, E> {
        Ok(flag.into())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element_seed(self.within()?)? {
            list.push(entry);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = fields.next_key::<Name>()? {
            let value = fields.next_value_seed(self.within()?)?;
            if object.insert(name.0.clone(), value).is_some() {
                return Err(A::Error::custom(format_args!(
                    "the name `{}` stands twice",
                    name.0.escape_debug()
                )));
            }
        }
        Ok(Value::Object(object))
    }
}

/// The name of a value in an object.
#[derive(serde::Deserialize)]
struct Name(String);

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[test]
    fn text_within_the_limits_is_read_as_by_the_library() {
        for text in ["null", "[1,-1,1.5,true,\"a\"]", "{\"a\":{\"b\":[]}}", " {} "] {
            let whole = <Value as Deserialize>::deserialize(&mut serde_json::Deserializer::from_str(text));
            assert_eq!(read(text).unwrap(), whole.unwrap(), "{text}");
        }
    }

    #[track_caller]
    fn check_refused(text: &str, words: &str) {
        let error = read(text).unwrap_err().to_string();
        assert!(error.contains(words), "{error}");
    }

    #[test]
    fn name_twice_and_anything_beyond_a_limit_is_refused() {
        check_refused("{\"a\":1,\"b\":{\"c\":1,\"c\":2}}", "the name `c` stands twice at line 1");
        check_refused("{\"a\":1} 2", "trailing characters");
        check_refused("{\"a\":", "EOF");
        check_refused(&"[".repeat(100_000), "more than 10 objects and lists in each other");
        check_refused(&format!("[{}1]", "1,".repeat(10_000)), "more than 10000 values");
    }
}
