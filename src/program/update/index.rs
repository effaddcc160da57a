//! The index of one look at the model: finds values by their numbers without going through all of them, and
//! puts values in order. All look-ups share this one type.
//!
//! Never outlives a view or a change, so an index cannot disagree with the model.

use std::collections::BTreeMap;

/// Places in a list, by two numbers: an instant or a note's id, and the id of a session or pair.
pub type Index = BTreeMap<(i64, u64), usize>;
