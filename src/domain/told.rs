//! Contents of a seller's answers that are about more than their own session, and outlive it on the manager's device.

use super::note::{CARRIED_LIMIT, Carried, STATUS_LIMIT, Status};

/// The answers about next steps, and the lines for the next session, that came with answers to sessions that are deleted.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// Answers of the seller about own next steps, at most [`STATUS_LIMIT`], one for each step; the last ones stay.
    pub steps: Vec<Status>,
    /// Lines that the seller put on the list for the next session, at most [`CARRIED_LIMIT`]; the last ones stay.
    pub listed: Vec<Carried>,
}

impl Told {
    /// Adds answers and lines, which take the place of earlier ones about the same step or of the same id.
    pub fn add(&mut self, steps: &[Status], listed: &[Carried]) {
        let is_about = |one: &Status, other: &Status| (one.session, one.note) == (other.session, other.note);
        self.steps.retain(|old| !steps.iter().any(|new| is_about(old, new)));
        self.steps.extend(steps);
        self.listed.retain(|old| !listed.iter().any(|new| old.session == new.session));
        self.listed.extend(listed.iter().cloned());
        self.steps.drain(..self.steps.len().saturating_sub(STATUS_LIMIT));
        self.listed.drain(..self.listed.len().saturating_sub(CARRIED_LIMIT));
    }

    /// Removes answers and lines that are exactly these.
    pub fn remove(&mut self, steps: &[Status], listed: &[Carried]) {
        self.steps.retain(|old| !steps.contains(old));
        self.listed.retain(|old| !listed.contains(old));
    }
}
