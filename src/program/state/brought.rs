//! The last import of a file, which can be undone.

use super::kept::Value;
use crate::wire::key::Key;

/// The records that the last file changed. Kept until the import is undone, another file is imported, or the
/// person dismisses the notice: what the file displaced may be noticed on another screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brought {
    /// The changed records.
    pub changes: Vec<BroughtChange>,
}

/// A record that a file changed.
#[derive(Clone, Debug, PartialEq)]
pub struct BroughtChange {
    /// Key of the record.
    pub key: Key,
    /// The record before the import; `None` if there was none.
    pub before: Option<Value>,
    /// The record right after the import.
    pub taken: Value,
}
