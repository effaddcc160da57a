//! A list in a link, whose length is checked while it is decoded.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error as _, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// Upper bound on the entries of all lists of a link together.
pub(super) const ENTRY_LIMIT: usize = 200;

/// A list in a link. Reading stops at the first entry over [`ENTRY_LIMIT`], those of inner lists included,
/// and no memory is taken for entries that were only announced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct LinkList<T>(pub(super) Vec<T>);

/// A part of a link that may contain lists.
pub(super) trait Entries {
    /// Returns the number of entries of all lists in this part, inner lists included; 0 for a part without
    /// lists.
    fn entries(&self) -> usize {
        0
    }
}

impl<T: Entries> Entries for LinkList<T> {
    fn entries(&self) -> usize {
        self.0.iter().map(|entry| entry.entries() + 1).sum()
    }
}

impl<T: Entries> Entries for Option<T> {
    fn entries(&self) -> usize {
        self.as_ref().map_or(0, Entries::entries)
    }
}

impl<T> FromIterator<T> for LinkList<T> {
    fn from_iter<I: IntoIterator<Item = T>>(entries: I) -> Self {
        Self(Vec::from_iter(entries))
    }
}

impl<T: Serialize> Serialize for LinkList<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl<'de, T: Deserialize<'de> + Entries> Deserialize<'de> for LinkList<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de> + Entries> Visitor<'de> for ListVisitor<T> {
    type Value = LinkList<T>;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "at most {ENTRY_LIMIT} entries")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<LinkList<T>, A::Error> {
        let mut found = LinkList(Vec::new());
        let mut count = 0;
        while let Some(entry) = list.next_element::<T>()? {
            count += entry.entries() + 1;
            if count > ENTRY_LIMIT {
                return Err(A::Error::invalid_length(count, &self));
            }
            found.0.push(entry);
        }
        Ok(found)
    }
}
