//! Joins lists of things with ids, in an order that a person sees.

use std::collections::BTreeSet;

use super::{Clash, Join};

/// A thing with an id in a list.
pub(super) trait Element: Join + Ord {
    /// Returns the id within the list.
    fn id(&self) -> u16;

    /// Returns the same thing under another id.
    fn with_id(&self, id: u16) -> Self;
}

/// One of the three lists in the course of joining.
struct Side<T> {
    /// The things of the list, no two with one id.
    things: Vec<T>,
    /// The ids in the order of the list. A thing that got another id has the new one here.
    order: Vec<u16>,
}

impl<T: Element> Side<T> {
    /// Returns the side of a list; `None` if two things of the list have one id.
    fn of(list: &[T]) -> Option<Self> {
        let order: Vec<u16> = list.iter().map(T::id).collect();
        let is_twice = |id: &u16| order.iter().filter(|other| *other == id).count() > 1;
        (!order.iter().any(is_twice)).then(|| Self { things: list.to_vec(), order })
    }

    fn get(&self, id: u16) -> Option<&T> {
        self.things.iter().find(|thing| thing.id() == id)
    }

    fn has(&self, id: u16) -> bool {
        self.get(id).is_some()
    }
}

/// Joins two lists thing by thing.
///
/// A thing that one side added stays. A thing that one side removed and the other left unchanged is removed.
/// If both sides added different things under one id, both stay, and the greater one gets a free id. If both
/// changed a thing, `clash` decides. If one side changed the order, its order holds; two different new orders
/// are a conflict. `mine` holds as a whole if two things of a list have one id, or if more than `limit`
/// things would stay.
pub(super) fn join_list<T: Element>([base, mine, theirs]: [&[T]; 3], limit: usize, clash: Clash) -> Vec<T> {
    if mine == theirs || theirs == base {
        return mine.to_vec();
    }
    if mine == base {
        return theirs.to_vec();
    }
    let (Some(before), Some(here), Some(there)) = (Side::of(base), Side::of(mine), Side::of(theirs)) else {
        return mine.to_vec();
    };
    let mut joining = Joining::new(before, here, there);
    joining.settle(clash);
    let joined = joining.in_order();
    if joined.len() > limit { mine.to_vec() } else { joined }
}

/// Three lists in the course of joining.
struct Joining<T> {
    base: Side<T>,
    mine: Side<T>,
    theirs: Side<T>,
    /// The things that stay, no two with one id.
    joined: Vec<T>,
    /// All ids that a thing has or had.
    taken: BTreeSet<u16>,
    /// The ids that an earlier joining gave to things of the other side.
    recognized: BTreeSet<u16>,
}

impl<T: Element> Joining<T> {
    fn new(base: Side<T>, mine: Side<T>, theirs: Side<T>) -> Self {
        let mut taken = BTreeSet::new();
        for side in [&base, &mine, &theirs] {
            taken.extend(side.things.iter().map(T::id));
        }
        Self { base, mine, theirs, joined: Vec::new(), taken, recognized: BTreeSet::new() }
    }

    /// Fills `joined` with the things that stay, by `clash` where both sides changed a thing.
    fn settle(&mut self, clash: Clash) {
        for id in self.taken.clone() {
            let sides = [&self.base, &self.mine, &self.theirs].map(|side| side.get(id));
            let stays = match sides {
                [None, Some(mine), Some(theirs)] if mine != theirs => {
                    let (mine, theirs) = (mine.clone(), theirs.clone());
                    self.keep_both(id, mine, theirs);
                    continue;
                }
                [Some(base), Some(mine), Some(theirs)] => {
                    let (one, other) = (T::join(base, mine, theirs), T::join(base, theirs, mine));
                    if one != other && clash == Clash::Both {
                        self.keep_both(id, one, other);
                        continue;
                    }
                    Some(one)
                }
                [Some(base), Some(mine), None] => Some(mine).filter(|mine| *mine != base).cloned(),
                [Some(base), None, Some(theirs)] => {
                    Some(theirs).filter(|theirs| *theirs != base && clash == Clash::Both).cloned()
                }
                [None, mine, theirs] => mine.or(theirs).cloned(),
                [Some(_), None, None] => None,
            };
            self.joined.extend(stays);
        }
    }

    /// Keeps two different things of one id: the lesser one as it is, the greater one under a free id. If the
    /// lesser one's side holds the greater one under another id already, an earlier joining put it there.
    fn keep_both(&mut self, id: u16, mine: T, theirs: T) {
        let is_mine_greater = mine > theirs;
        let (lesser, greater) = if is_mine_greater { (theirs, mine) } else { (mine, theirs) };
        let (here, there) =
            if is_mine_greater { (&mut self.mine, &self.theirs) } else { (&mut self.theirs, &self.mine) };
        let is_known = |thing: &&T| {
            let other = thing.id();
            let is_old = self.base.has(other) || here.has(other) || self.recognized.contains(&other);
            !is_old && **thing == greater.with_id(other)
        };
        self.joined.push(lesser);
        if let Some(known) = there.things.iter().filter(is_known).map(T::id).min() {
            self.recognized.insert(known);
            here.order.retain(|other| *other != id);
        } else if let Some(new) = free(&self.taken) {
            self.taken.insert(new);
            self.joined.push(greater.with_id(new));
            here.order.iter_mut().filter(|other| **other == id).for_each(|other| *other = new);
        }
    }

    /// Returns the things that stay, in order: the common ones as the side that reordered them has them, each
    /// added one behind the common thing that it follows on its own side.
    fn in_order(self) -> Vec<T> {
        let is_common = |id: &u16| self.base.has(*id);
        let leading = if self.is_reordered(&self.mine) { &self.mine } else { &self.theirs };
        let common: Vec<u16> = self.staying(leading).into_iter().filter(is_common).collect();
        let sides = [self.staying(&self.mine), self.staying(&self.theirs)];
        // Each added id, with the number of common things before it.
        let mut places = Vec::<(u16, usize)>::new();
        for order in &sides {
            let mut after = 0;
            for id in order {
                match common.iter().position(|other| other == id) {
                    Some(place) => after = place.saturating_add(1),
                    None => match places.iter_mut().find(|(other, _)| other == id) {
                        Some((_, place)) => *place = after.max(*place),
                        None => places.push((*id, after)),
                    },
                }
            }
        }
        let added_after = |after: usize| {
            let mut group = BTreeSet::new();
            group.extend(places.iter().filter(|(_, place)| *place == after).map(|(id, _)| *id));
            group_order(&group, &sides)
        };
        let mut order = added_after(0);
        for (place, id) in (1..).zip(&common) {
            order.push(*id);
            order.extend(added_after(place));
        }
        order.iter().filter_map(|id| self.joined.iter().find(|thing| thing.id() == *id)).cloned().collect()
    }

    /// Returns the ids of a side that stay, in the side's order. A changed thing that the side removed, and
    /// that stays, follows the thing before it in `base`.
    fn staying(&self, side: &Side<T>) -> Vec<u16> {
        let stays = |id: &&u16| self.joined.iter().any(|thing| thing.id() == **id);
        let mut order: Vec<u16> = side.order.iter().filter(stays).copied().collect();
        let mut after = 0;
        for id in self.base.order.iter().filter(stays) {
            let place = order.iter().position(|other| other == id).unwrap_or_else(|| {
                let place = order.len().min(after);
                order.insert(place, *id);
                place
            });
            after = place.saturating_add(1);
        }
        order
    }

    /// Returns true if a side has the common things in another order than `base`.
    fn is_reordered(&self, side: &Side<T>) -> bool {
        let own = side.order.iter().filter(|id| self.base.has(**id));
        let before = self.base.order.iter().filter(|id| side.order.contains(id));
        !own.eq(before)
    }
}

/// Returns added ids that follow the same thing: in the order of the side that has all of them, else sorted.
fn group_order(group: &BTreeSet<u16>, sides: &[Vec<u16>; 2]) -> Vec<u16> {
    let own = |order: &Vec<u16>| order.iter().filter(|id| group.contains(id)).copied().collect::<Vec<u16>>();
    let [mine, theirs] = sides.each_ref().map(own);
    match (mine.len() == group.len(), theirs.len() == group.len()) {
        (true, true) if mine == theirs => mine,
        (true, false) => mine,
        (false, true) => theirs,
        _ => group.iter().copied().collect(),
    }
}

/// Returns the id above all taken ones, or else the least free one; `None` if all are taken.
fn free(taken: &BTreeSet<u16>) -> Option<u16> {
    let above = taken.last().map_or(Some(0), |last| last.checked_add(1));
    above.or_else(|| (0..=u16::MAX).find(|id| !taken.contains(id)))
}
