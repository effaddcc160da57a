//! Lists in stored records, with a limit that holds while they are read.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// A list in a stored record, of at most `LIMIT` entries. Reading stops at the first entry too many, so a
/// hostile record takes no more memory than an honest one.
#[derive(Debug)]
pub(super) struct List<T, const LIMIT: usize>(pub(super) Vec<T>);

impl<T, const LIMIT: usize> List<T, LIMIT> {
    /// Returns the list of the stored forms of these values.
    pub(super) fn of<'a, V>(values: &'a [V]) -> Self
    where
        T: From<&'a V>,
    {
        Self(values.iter().map(T::from).collect())
    }

    /// Returns true if the list has no entry; such a list is left out of the record.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the values of the domain for the entries of the list.
    ///
    /// # Errors
    /// The first error of an entry.
    pub(super) fn values<V, E>(self) -> Result<Vec<V>, E>
    where
        T: TryInto<V, Error = E>,
    {
        self.0.into_iter().map(T::try_into).collect()
    }
}

impl<T, const LIMIT: usize> Default for List<T, LIMIT> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize, const LIMIT: usize> Serialize for List<T, LIMIT> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de>, const LIMIT: usize> Deserialize<'de> for List<T, LIMIT> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Entries(PhantomData))
    }
}

/// Reads the entries of a [`List`].
struct Entries<T, const LIMIT: usize>(PhantomData<T>);

impl<'de, T: Deserialize<'de>, const LIMIT: usize> Visitor<'de> for Entries<T, LIMIT> {
    type Value = List<T, LIMIT>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a list of at most {LIMIT} entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element()? {
            if list.len() == LIMIT {
                return Err(A::Error::invalid_length(LIMIT.saturating_add(1), &self));
            }
            list.push(entry);
        }
        Ok(List(list))
    }
}
