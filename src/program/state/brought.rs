//! A change that a file or a link brought, which can be undone.

use super::kept::Value;
use crate::domain::draft::Purpose;
use crate::domain::id::WriterId;
use crate::domain::session::Session;
use crate::wire::key::Key;

/// A change that a file or a link brought. Kept until it is undone, or the person dismisses the notice: what was displaced
/// may be noticed on another screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Brought {
    /// A file was imported.
    File(BroughtFile),
    /// A link was taken in that replaced words here. Holds the changed records.
    Link(Vec<BroughtChange>),
    /// The change was undone, except for sessions in which somebody wrote since, and for texts that somebody went on with.
    /// Holds the name of the file; `None` for a link.
    Stayed(Option<String>),
}

/// The changes by a file that was imported.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BroughtFile {
    /// Name of the file.
    pub name: String,
    /// Changed records.
    pub changes: Vec<BroughtChange>,
    /// Half-typed texts that the file brought: what each is for, and the writer under which it is offered.
    pub drafts: Vec<(Purpose, WriterId)>,
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

impl BroughtChange {
    /// Returns the changed session, with its plan if it has or had one; `None` for another record.
    #[must_use]
    pub fn session(&self) -> Option<&Session> {
        let [taken, before] = [Some(&self.taken), self.before.as_ref()].map(|value| value?.session());
        taken.filter(|session| session.manager_half().is_some()).or(before).or(taken)
    }
}
