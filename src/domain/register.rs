//! A value that several devices write and that merges without losing anything: a multi-value
//! register (Shapiro et al. 2011, "A comprehensive study of Convergent and Commutative Replicated
//! Data Types", section 3.2.3).
//!
//! Merging keeps the writings that no other one knew of. A last-writer-wins choice with a joined
//! vector would be shorter and is not associative: three devices could end on different values.
//! Never decides for the person: of concurrent writings it shows one and keeps the others.

use std::cmp::{Ordering, Reverse};
use std::hash::{Hash, Hasher as _};

use litemap::LiteMap;

use super::id::DeviceId;
use super::time::Instant;
use super::version::VersionVector;

/// What one writing left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Written<C> {
    /// Content.
    Content(C),
    /// Nothing: the person deleted it at this instant.
    Deleted(Instant),
}

/// One writing and what it knew of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Version<C> {
    /// The writings that this one knew of, itself included.
    pub vector: VersionVector,
    /// What it left.
    pub written: Written<C>,
}

/// The writings of one value that no other one knew of; nearly always a single one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Register<C> {
    shown: Version<C>,
    others: Vec<Version<C>>,
}

/// A writing that lost its place on the screen to a concurrent one. It is kept in its register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Displaced(pub u64);

impl<C: Clone + Eq + Hash> Register<C> {
    /// The first writing, by `device`.
    #[must_use]
    pub fn new(device: DeviceId, content: C) -> Self {
        let vector = VersionVector::default().bumped(device);
        Self::of(Version { vector, written: Written::Content(content) })
    }

    /// A register that holds one writing.
    #[must_use]
    pub fn of(version: Version<C>) -> Self {
        Self { shown: version, others: Vec::new() }
    }

    /// A register of these writings; `None` of none.
    #[must_use]
    pub fn from_versions(versions: &[Version<C>]) -> Option<Self> {
        Self::kept(&versions.iter().collect::<Vec<_>>())
    }

    /// Those of the writings that no other one knew of; `None` of none.
    fn kept(all: &[&Version<C>]) -> Option<Self> {
        let standings: Vec<Standing<'_>> = all.iter().map(|version| Standing::of(version)).collect();
        let mut kept = Standing::in_order(&standings).into_iter().filter_map(|place| all.get(place));
        let shown = (*kept.next()?).clone();
        Some(Self { shown, others: kept.map(|version| (*version).clone()).collect() })
    }

    /// The content shown; `None` where it was deleted.
    #[must_use]
    pub fn content(&self) -> Option<&C> {
        match &self.shown.written {
            Written::Content(content) => Some(content),
            Written::Deleted(_) => None,
        }
    }

    /// The writing shown.
    #[must_use]
    pub fn shown(&self) -> &Version<C> {
        &self.shown
    }

    /// The writings that wait for the person's choice, in a fixed order.
    #[must_use]
    pub fn others(&self) -> &[Version<C>] {
        &self.others
    }

    /// All writings, the shown one first.
    #[must_use]
    pub fn versions(&self) -> Vec<&Version<C>> {
        let mut all = vec![&self.shown];
        all.extend(&self.others);
        all
    }

    fn standings(&self) -> Vec<Standing<'_>> {
        self.versions().into_iter().map(Standing::of).collect()
    }

    /// What all writings together know of.
    #[must_use]
    pub fn vector(&self) -> VersionVector {
        known(&self.standings(), |_| true)
    }

    /// A writing by `device` that knows of all others: it alone remains.
    #[must_use]
    pub fn written(&self, device: DeviceId, written: Written<C>) -> Self {
        Self::of(Version { vector: self.vector().bumped(device), written })
    }

    /// A writing by `device` over the one that is shown. The others still wait for a choice.
    #[must_use]
    pub fn rewritten(&self, device: DeviceId, written: Written<C>) -> Self {
        let vector = self.stamp(device, &self.shown.vector, &self.others);
        Self { shown: Version { vector, written }, others: self.others.clone() }
    }

    /// The choice, by `device`, between the writing that is shown and the one of `others` at
    /// `place`: `written` stands for both, and those that were not looked at still wait.
    #[must_use]
    pub fn chosen(&self, device: DeviceId, place: usize, written: Written<C>) -> Self {
        let mut others = self.others.clone();
        if place >= others.len() {
            return self.clone();
        }
        let known = self.shown.vector.joined(&others.remove(place).vector);
        let vector = self.stamp(device, &known, &others);
        Self { shown: Version { vector, written }, others }
    }

    /// The same writing with other content: for changes to a writing that nobody has seen yet.
    #[must_use]
    pub fn amended(&self, content: C) -> Self {
        let shown = Version { vector: self.shown.vector.clone(), written: Written::Content(content) };
        Self { shown, others: self.others.clone() }
    }

    /// What was written here since `base`, told as writings of devices from `device` on, which must
    /// be new. For two windows that wrote in the same device's name: a counter alone would call one
    /// of them the elder and lose it.
    #[must_use]
    pub fn forked(&self, base: Option<&Self>, device: DeviceId) -> Self {
        let base = base.map(Self::standings).unwrap_or_default();
        let told = |(place, version): (u64, &Version<C>)| {
            let vector = Standing::of(version).forked(&base, DeviceId(device.0.wrapping_add(place)));
            Version { vector, written: version.written.clone() }
        };
        let told: Vec<Version<C>> = (0..).zip(self.versions()).map(told).collect();
        Self::from_versions(&told).unwrap_or_else(|| self.clone())
    }

    /// This register after a deletion was taken back: all that `before` held is there again, beside
    /// whatever was written since by others.
    #[must_use]
    pub fn restored(&self, device: DeviceId, before: &Self) -> Self {
        let known = known(&self.standings(), |standing| standing.is_deleted);
        let device = derived(device, &known);
        let again = |(place, version): (u64, &Version<C>)| {
            let vector = known.bumped(DeviceId(device.0.wrapping_add(place)));
            Version { vector, written: version.written.clone() }
        };
        let again: Vec<Version<C>> = (0..).zip(before.versions()).map(again).collect();
        let mut all = self.versions();
        all.extend(&again);
        Self::kept(&all).unwrap_or_else(|| self.clone())
    }

    /// The vector of a writing by `device` that knows of `known` and not of those that wait. Where
    /// the device's own counter would cover one of these, the writing goes by a derived name.
    fn stamp(&self, device: DeviceId, known: &VersionVector, waiting: &[Version<C>]) -> VersionVector {
        let waiting: Vec<Standing<'_>> = waiting.iter().map(Standing::of).collect();
        stamped(&self.vector(), device, known, &waiting)
    }

    /// Both, less what either already knew of. Commutative, associative and idempotent.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let mut all = self.versions();
        all.extend(other.versions());
        // Of a finite set some element is maximal, so there always is one to keep.
        Self::kept(&all).unwrap_or_else(|| self.clone())
    }

    /// The writings that `before` showed and that this register keeps without showing.
    pub fn displaced<'a>(&'a self, before: impl IntoIterator<Item = &'a Self>) -> Vec<Displaced> {
        let mut hashes = LiteMap::new_vec();
        for register in before.into_iter().filter(|register| self.others.contains(&register.shown)) {
            hashes.insert(Displaced(digest(&register.shown)), ());
        }
        hashes.iter().map(|(hash, ())| *hash).collect()
    }
}

/// All that there is to know of a writing without knowing what kind of content it has: what does not
/// ask for that is in the program once and not for each kind.
///
/// It decides between writings. The least is shown: content before a deletion, then the one with
/// more writings behind it, then whatever vector and digest say, alike on every device.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Standing<'a> {
    is_deleted: bool,
    writings: Reverse<u64>,
    vector: &'a VersionVector,
    digest: u64,
}

impl<'a> Standing<'a> {
    fn of<C: Hash>(version: &'a Version<C>) -> Self {
        Self {
            is_deleted: matches!(version.written, Written::Deleted(_)),
            writings: Reverse(version.vector.writings()),
            vector: &version.vector,
            digest: digest(version),
        }
    }

    /// The places of those that no other one knew of, each once, the one to show first.
    fn in_order(all: &[Self]) -> Vec<usize> {
        let outdone =
            |one: &Self| all.iter().any(|other| one.vector.compare(other.vector) == Some(Ordering::Less));
        let mut places = LiteMap::new_vec();
        for (place, one) in all.iter().enumerate().filter(|(_, one)| !outdone(one)) {
            places.insert(one, place);
        }
        places.values().copied().collect()
    }

    /// The vector of this writing: as it is where `base` has it, else told as one of `device` that
    /// knows what it knew of `base`.
    fn forked(&self, base: &[Self], device: DeviceId) -> VersionVector {
        if base.contains(self) {
            return self.vector.clone();
        }
        known(base, |known| self.vector.covers(known.vector)).bumped(device)
    }
}

/// What those of the writings together know of.
fn known(all: &[Standing<'_>], is_meant: impl Fn(&Standing<'_>) -> bool) -> VersionVector {
    let meant = all.iter().filter(|standing| is_meant(standing));
    meant.fold(VersionVector::default(), |join, standing| join.joined(standing.vector))
}

/// The vector of a writing by `device` that knows of `known`, and not of those that wait, in a
/// register that knows of `all`.
fn stamped(
    all: &VersionVector,
    device: DeviceId,
    known: &VersionVector,
    waiting: &[Standing<'_>],
) -> VersionVector {
    let written = VersionVector::new([(device, all.count(device))]);
    let vector = known.joined(&written).bumped(device);
    if waiting.iter().any(|standing| vector.covers(standing.vector)) {
        return known.bumped(derived(device, known));
    }
    vector
}

/// A name for a device that nobody has written under: it follows from what is known at the moment,
/// so that the same step on the same state is the same writing.
fn derived(device: DeviceId, known: &VersionVector) -> DeviceId {
    DeviceId(digest(&(device, known)))
}

/// A hash that is the same on every device and in every release of the compiler (FNV-1a, 64 bits).
pub(super) fn digest(value: &impl Hash) -> u64 {
    let mut hasher = fnv::FnvHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}
