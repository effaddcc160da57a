//! Joins lists whose entries have a key, and whose order has no meaning.

use std::collections::{BTreeMap, BTreeSet};

use super::Clash;

/// Joins two lists entry by entry. `mine` holds as a whole if two entries of a list have one key, or if more
/// than `limit` entries would stay. The entries of `base` keep their order, and the added ones follow in the
/// order of their keys.
pub(super) fn join_keyed<T: Clone + Ord, K: Ord>(
    [base, mine, theirs]: [&[T]; 3],
    key: impl Fn(&T) -> K,
    limit: usize,
    clash: Clash,
) -> Vec<T> {
    if mine == theirs || theirs == base {
        return mine.to_vec();
    }
    if mine == base {
        return theirs.to_vec();
    }
    let by_key =
        |list: &'_ [T]| -> BTreeMap<K, T> { list.iter().map(|entry| (key(entry), entry.clone())).collect() };
    let (before, here, there) = (by_key(base), by_key(mine), by_key(theirs));
    if before.len() < base.len() || here.len() < mine.len() || there.len() < theirs.len() {
        return mine.to_vec();
    }
    match (here == before, there == before) {
        // Both sides changed the order alone, which has no meaning.
        (true, true) => return mine.min(theirs).to_vec(),
        (true, false) => return theirs.to_vec(),
        (false, true) => return mine.to_vec(),
        (false, false) => {}
    }
    let settled = |key: &K| settled([before.get(key), here.get(key), there.get(key)], clash).cloned();
    let mut joined: Vec<T> = base.iter().filter_map(|entry| settled(&key(entry))).collect();
    let added: BTreeSet<&K> =
        here.keys().chain(there.keys()).filter(|key| !before.contains_key(key)).collect();
    joined.extend(added.into_iter().filter_map(settled));
    if joined.len() > limit { mine.to_vec() } else { joined }
}

/// Returns the entry that stays under one key, by `clash` if both sides changed it. `None` stands for no
/// entry under the key.
fn settled<T: Ord>([base, mine, theirs]: [Option<&T>; 3], clash: Clash) -> Option<&T> {
    match clash {
        _ if mine == base => theirs,
        _ if theirs == base => mine,
        Clash::Mine => mine,
        // `None` is less than any entry, so a changed entry outlives its removal.
        Clash::Both => mine.max(theirs),
    }
}
