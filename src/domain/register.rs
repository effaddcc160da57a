//! A value that several devices write and that merges without losing anything: a multi-value
//! register (Shapiro et al. 2011, "A comprehensive study of Convergent and Commutative Replicated
//! Data Types", section 3.2.3).
//!
//! Merging keeps the writings that no other one knew of. A last-writer-wins choice with a joined
//! vector would be shorter and is not associative: three devices could end on different values.
//! Never decides for the person: of concurrent writings it shows one and keeps the others.

use std::cmp::Reverse;

use super::checksum::CRC_32;
use super::id::DeviceId;
use super::time::Instant;
use super::version::VersionVector;

/// The most writings that a register is read with that know nothing of one another. Nobody brings about as
/// many; each is held against each, so that more of them would take long. What would bring it over that by
/// a link or a file is not taken in.
pub const VERSION_LIMIT: usize = 100;

/// Content of a register. Its order decides which of two writings is shown that know of the same, so it is
/// derived: it follows the order of fields and variants and is the same on every device.
pub trait Content: Clone + Ord {}

impl<T: Clone + Ord> Content for T {}

/// What one writing left.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written<C> {
    /// Content.
    Content(C),
    /// Nothing: the person deleted it at this instant.
    Deleted(Instant),
}

/// One writing and what it knew of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<C> {
    /// The writings that this one knew of, itself included.
    pub vector: VersionVector,
    /// What it left.
    pub written: Written<C>,
}

/// The writings of one value that no other one knew of; nearly always a single one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<C> {
    shown: Version<C>,
    others: Vec<Version<C>>,
}

impl<C: Ord> Version<C> {
    /// Returns the sort key that decides between writings; the least is shown. Content comes before a
    /// deletion, then the writing with more writings behind it. Vector and content break the tie.
    fn rank(&self) -> (bool, Reverse<u64>, &VersionVector, &Written<C>) {
        let is_deleted = matches!(self.written, Written::Deleted(_));
        (is_deleted, Reverse(self.vector.writings()), &self.vector, &self.written)
    }
}

impl<C: Content> Register<C> {
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

    /// A register that nobody wrote: it gives way to any writing.
    #[must_use]
    pub fn absent() -> Self {
        Self::of(Version { vector: VersionVector::default(), written: Written::Deleted(Instant(0)) })
    }

    /// Whether nobody wrote it.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.shown.vector == VersionVector::default()
    }

    /// The writings of `other` that are none of these and that none of these knew of; `None` of none.
    /// What was seen before is not seen again, whatever it says now.
    #[must_use]
    pub fn news(&self, other: &Self) -> Option<Self> {
        let mut all = other.versions();
        all.retain(|new| !self.versions().iter().any(|known| known.vector.covers(&new.vector)));
        Self::kept(&all)
    }

    /// A register of these writings; `None` of none.
    #[must_use]
    pub fn from_versions(versions: &[Version<C>]) -> Option<Self> {
        Self::kept(&versions.iter().collect::<Vec<_>>())
    }

    /// Returns a register of the writings that no other one knew of, each once; `None` for no writing.
    fn kept(all: &[&Version<C>]) -> Option<Self> {
        let mut ranked: Vec<_> = all.iter().map(|version| version.rank()).collect();
        ranked.sort_unstable();
        ranked.dedup();
        let is_known = |vector: &VersionVector| {
            all.iter().any(|other| other.vector.covers(vector) && !vector.covers(&other.vector))
        };
        let mut kept = ranked
            .into_iter()
            .filter(|(_, _, vector, _)| !is_known(vector))
            .map(|(_, _, vector, written)| Version { vector: vector.clone(), written: written.clone() });
        let shown = kept.next()?;
        Some(Self { shown, others: kept.collect() })
    }

    /// The same writings in their order, without those that another one knew of.
    #[must_use]
    pub fn in_order(&self) -> Self {
        Self::kept(&self.versions()).unwrap_or_else(|| self.clone())
    }

    /// The writing that is shown, without those that wait.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self::of(self.shown.clone())
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

    /// As [`Register::versions`].
    fn versions_mut(&mut self) -> impl Iterator<Item = &mut Version<C>> {
        std::iter::once(&mut self.shown).chain(&mut self.others)
    }

    /// What all writings together know of.
    #[must_use]
    pub fn vector(&self) -> VersionVector {
        let versions = self.versions();
        versions.iter().fold(VersionVector::default(), |known, version| known.joined(&version.vector))
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
        let other = others.remove(place);
        let known = self.shown.vector.joined(&other.vector);
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
        let base = base.map(Self::versions).unwrap_or_default();
        let mut told = self.clone();
        for (place, version) in (0..).zip(told.versions_mut()) {
            if base.contains(&&*version) {
                continue;
            }
            let mut known = VersionVector::default();
            for seen in base.iter().filter(|seen| version.vector.covers(&seen.vector)) {
                known = known.joined(&seen.vector);
            }
            version.vector = known.bumped(DeviceId(device.0.wrapping_add(place)));
        }
        told.in_order()
    }

    /// This register after a deletion was taken back: all that `before` held is there again, beside
    /// whatever was written since by others.
    #[must_use]
    pub fn restored(&self, device: DeviceId, before: &Self) -> Self {
        let mut known = VersionVector::default();
        for version in self.versions() {
            if matches!(version.written, Written::Deleted(_)) {
                known = known.joined(&version.vector);
            }
        }
        let device = derived(device, &known);
        let mut again = before.clone();
        for (place, version) in (0..).zip(again.versions_mut()) {
            version.vector = known.bumped(DeviceId(device.0.wrapping_add(place)));
        }
        self.merged(&again)
    }

    /// The vector of a writing by `device` that knows of `known` and not of those that wait. Where
    /// the device's own counter would cover one of these, the writing goes by a derived name.
    fn stamp(&self, device: DeviceId, known: &VersionVector, waiting: &[Version<C>]) -> VersionVector {
        let written = VersionVector::new([(device, self.vector().count(device))]);
        let vector = known.joined(&written).bumped(device);
        if waiting.iter().any(|waits| vector.covers(&waits.vector)) {
            return known.bumped(derived(device, known));
        }
        vector
    }

    /// Both, less what either already knew of. Commutative, associative and idempotent.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let mut all = self.versions();
        all.extend(other.versions());
        // Of a finite set some element is maximal, so there always is one to keep.
        Self::kept(&all).unwrap_or_else(|| self.clone())
    }
}

/// Returns a device id that nobody has written under. The id follows from the device and the known writings,
/// so that the same step on the same state is the same writing: a CRC-32 of them, and one of them backward.
fn derived(device: DeviceId, known: &VersionVector) -> DeviceId {
    let counters = known.counters().flat_map(|(of, count)| [of.0, count.into()]);
    let mut bytes: Vec<u8> = std::iter::once(device.0).chain(counters).flat_map(u64::to_le_bytes).collect();
    let low = CRC_32.checksum(&bytes);
    bytes.reverse();
    let high = CRC_32.checksum(&bytes);
    DeviceId(u64::from(high) << 32 | u64::from(low))
}
