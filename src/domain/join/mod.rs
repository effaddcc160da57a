//! Three-way joining: brings together what two windows of one browser wrote at the same time.
//!
//! Each function gets the last value that both windows knew (`base`), and the value of each window since
//! (`mine`, `theirs`). Pure: reads no storage and no clock. Between devices nothing is joined; the person is
//! asked.
//!
//! The files of this folder implement [`Join`] for the content of records, in reading order:
//! 1. `keyed`: lists without an order of their own, such as answers.
//! 2. `listed`: lists of things with ids in an order that a person sees, such as notes.
//! 3. `note`, `agenda`, `clock`, `half`, `record`: the records.
//!
//! `form` joins what a person typed in a form with what was stored meanwhile.

mod agenda;
mod clock;
pub mod form;
mod half;
mod keyed;
mod listed;
mod note;
mod record;

/// A value that two windows may write at the same time.
///
/// Laws, for all values that a program writes:
/// - Two values are in conflict exactly if `join(b, m, t) != join(b, t, m)`.
/// - A side that changed nothing has no say: `join(b, m, b) == m` and `join(b, b, t) == t`.
/// - Joining again changes nothing: `join(b, m, join(b, m, t)) == join(b, m, t)`.
/// - Every text of `m` and `t` that `b` lacks is in `join(b, m, t)` or in `join(b, t, m)`. Carried next steps are
///   copies, and of two copies one stays.
/// - A limit that holds for `m` and `t` holds for the joined value. Two lists that do not fit together are in
///   conflict; no list is cut.
pub trait Join: Clone + PartialEq {
    /// Returns `mine` with every change that `theirs` made since `base` and that is not in conflict with a
    /// change of `mine`. A conflict is decided for `mine`.
    #[must_use]
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self;

    /// Returns the joined value, or each side's value if the two are in conflict.
    #[must_use]
    fn joined(base: &Self, mine: &Self, theirs: &Self) -> Joined<Self> {
        let (mine, theirs) = (Self::join(base, mine, theirs), Self::join(base, theirs, mine));
        if mine == theirs { Joined::One(mine) } else { Joined::Both { mine, theirs } }
    }
}

/// The result of joining two values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Joined<T> {
    /// The changes of both sides, without a conflict.
    One(T),
    /// The two sides of a conflict. Each side has the other side's changes that are not in conflict.
    Both {
        /// The value that decides each conflict for this window.
        mine: T,
        /// The value that decides each conflict for the other window.
        theirs: T,
    },
}

/// The decision about two changes of one thing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Clash {
    /// The change of `mine` wins: a conflict, about which the person is asked.
    Mine,
    /// Both changes stay, or the greater one where there is room for one. For records without a question.
    Both,
}

/// Returns the changed one of two values; `mine` if both changed.
fn field<T: Clone + PartialEq>(base: &T, mine: &T, theirs: &T) -> T {
    if mine == base { theirs.clone() } else { mine.clone() }
}
