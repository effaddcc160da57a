//! Joins the clock's log.

use super::Join;
use crate::domain::half::Course;
use crate::domain::timing::{Baseline, Entry};

impl Join for Course {
    /// Of two logs that both continue `base`, the longer one holds if the other is its beginning. If both
    /// sides took back entries of `base`, the shorter log holds. All other logs are in conflict, such as an
    /// entry that one side took back and from which the other went on.
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        if theirs == base {
            return mine.clone();
        }
        if mine == base {
            return theirs.clone();
        }
        let (before, here, there) = (entries(base), entries(mine), entries(theirs));
        let same_start = match (baseline(mine), baseline(theirs)) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => true,
        };
        let holds_theirs = if here.starts_with(before) && there.starts_with(before) {
            there.len() > here.len() && there.starts_with(here)
        } else {
            before.starts_with(here) && before.starts_with(there) && there.len() < here.len()
        };
        if same_start && holds_theirs { theirs.clone() } else { mine.clone() }
    }
}

/// Returns the entries of the log; none before the start.
fn entries(course: &Course) -> &[Entry] {
    match course {
        Course::Planned => &[],
        Course::Begun { log, .. } => &log.0,
    }
}

/// Returns the planned minutes of the items at the start; `None` before the start.
fn baseline(course: &Course) -> Option<&Baseline> {
    match course {
        Course::Planned => None,
        Course::Begun { baseline, .. } => Some(baseline),
    }
}
