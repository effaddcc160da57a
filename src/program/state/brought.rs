//! A change that a file or a link brought, which can be undone.

use super::kept::Value;
use crate::wire::key::Key;

/// A change that a file or a link brought. Kept until it is undone, or the person dismisses the notice: what was displaced
/// may be noticed on another screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Brought {
    /// A file was imported. Holds the changed records.
    File(Vec<BroughtChange>),
    /// A link was taken in that replaced words here. Holds the changed records.
    Link(Vec<BroughtChange>),
    /// The change was undone, except for sessions in which somebody wrote since.
    Stayed,
}

/// A record that a file or a link changed.
#[derive(Clone, Debug, PartialEq)]
pub struct BroughtChange {
    /// Key of the record.
    pub key: Key,
    /// The record before the change; `None` if there was none.
    pub before: Option<Value>,
    /// The record right after the change.
    pub taken: Value,
}
