//! Version vectors: which of two writings knew of the other (Parker et al. 1983, "Detection of
//! Mutual Inconsistency in Distributed Systems").
#![deny(clippy::arithmetic_side_effects)]

use std::collections::BTreeMap;

use super::id::DeviceId;

/// For each device, how many times it had written when this was written.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionVector(BTreeMap<DeviceId, u32>);

impl VersionVector {
    /// A vector of these counters; a counter of zero says nothing and is left out.
    pub fn new(counters: impl IntoIterator<Item = (DeviceId, u32)>) -> Self {
        Self(counters.into_iter().filter(|(_, count)| *count > 0).collect())
    }

    /// The devices and their counters, in order of the devices.
    pub fn counters(&self) -> impl Iterator<Item = (DeviceId, u32)> {
        self.0.iter().map(|(device, count)| (*device, *count))
    }

    /// This vector after one more writing by `device`.
    #[must_use]
    pub fn bumped(&self, device: DeviceId) -> Self {
        let mut next = self.clone();
        let count = next.0.entry(device).or_default();
        *count = count.saturating_add(1);
        next
    }

    /// How many writings of that device this vector knows of.
    #[must_use]
    pub fn count(&self, device: DeviceId) -> u32 {
        self.0.get(&device).copied().unwrap_or(0)
    }

    /// The least vector that knows of both.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let mut join = self.clone();
        for (device, count) in other.counters() {
            let mine = join.0.entry(device).or_default();
            *mine = count.max(*mine);
        }
        join
    }

    /// Whether this vector knows of all that `other` knows of.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        // Both are in order, so one walk along each is enough: a hostile record has thousands of devices.
        let mut own = self.counters();
        other.counters().all(|(device, count)| {
            let found = own.find(|(known, _)| *known >= device);
            found.is_some_and(|(known, written)| known == device && written >= count)
        })
    }

    /// How many writings this vector knows of.
    #[must_use]
    pub fn writings(&self) -> u64 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(u64::from(*count)))
    }
}
