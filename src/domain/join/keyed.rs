//! Joins lists whose entries have a key, and whose order has no meaning.

use super::Clash;

/// Joins two lists entry by entry, by `clash` where both sides changed an entry. `mine` holds as a whole if
/// two entries of a list have one key, or if more than `limit` entries would stay. The entries of `base` keep
/// their order, and the added ones follow in the order of their keys.
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
    let sides = [base, mine, theirs].map(|list| with_keys(list, &key));
    if sides.iter().any(|side| has_one_key_twice(side)) {
        return mine.to_vec();
    }
    let is_base = |list: &[T]| list.len() == base.len() && list.iter().all(|entry| base.contains(entry));
    match (is_base(mine), is_base(theirs)) {
        // Both sides changed the order alone, which has no meaning.
        (true, true) => return mine.min(theirs).to_vec(),
        (true, false) => return theirs.to_vec(),
        (false, true) => return mine.to_vec(),
        (false, false) => {}
    }
    let settled = |key: &K| settled(sides.each_ref().map(|side| entry(side, key)), clash).cloned();
    let [before, here, there] = &sides;
    let mut joined: Vec<T> = before.iter().filter_map(|(key, _)| settled(key)).collect();
    let mut added: Vec<&K> = Vec::new();
    for (key, _) in here.iter().chain(there).filter(|(key, _)| entry(before, key).is_none()) {
        let place = added.partition_point(|other| *other < key);
        if added.get(place) != Some(&key) {
            added.insert(place, key);
        }
    }
    joined.extend(added.into_iter().filter_map(settled));
    if joined.len() > limit { mine.to_vec() } else { joined }
}

/// Returns the entries of a list with their keys.
fn with_keys<'a, T, K>(list: &'a [T], key: &impl Fn(&T) -> K) -> Vec<(K, &'a T)> {
    list.iter().map(|entry| (key(entry), entry)).collect()
}

/// Returns the entry under a key; `None` if there is none.
fn entry<'a, T, K: PartialEq>(side: &[(K, &'a T)], key: &K) -> Option<&'a T> {
    side.iter().find(|(other, _)| other == key).map(|(_, entry)| *entry)
}

fn has_one_key_twice<T, K: PartialEq>(side: &[(K, T)]) -> bool {
    let is_twice = |(key, _): &(K, T)| side.iter().filter(|(other, _)| other == key).count() > 1;
    side.iter().any(is_twice)
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
