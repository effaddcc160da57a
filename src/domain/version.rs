//! Version vectors: they show if the device of one write knew of another write (Parker et al. 1983,
//! "Detection of Mutual Inconsistency in Distributed Systems").
#![deny(clippy::arithmetic_side_effects)]

use std::collections::BTreeMap;

use super::checksum::CRC_32;
use super::id::WriterId;

/// Greatest jump of a number of writes over the local one that a link or a file may bring. A greater one is
/// damaged or forged.
pub const LEAP_LIMIT: u32 = 1_000;

/// Upper bound on the writers that the versions of one register count together. A record with more cannot be read, so
/// no write adds a writer beyond the bound, and nothing is merged that would exceed it.
pub const WRITER_LIMIT: usize = 10_000;

/// The number of writes of each writer that were known at the time of a write; 0 for a writer that is not
/// listed.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct VersionVector(BTreeMap<WriterId, u32>);

impl VersionVector {
    /// Returns a vector of these numbers of writes. Zeros are left out.
    pub fn new(counters: impl IntoIterator<Item = (WriterId, u32)>) -> Self {
        let mut vector = Self::default();
        for (writer, count) in counters {
            if count > 0 {
                vector.0.insert(writer, count);
            }
        }
        vector
    }

    /// Returns the writers and their numbers of known writes, in the order of their ids.
    pub fn counters(&self) -> impl Iterator<Item = (WriterId, u32)> {
        self.0.iter().map(|(writer, count)| (*writer, *count))
    }

    /// Returns this vector after one more write by `writer`. A number that cannot rise, which only a forged
    /// file or link brings, is left alone: the write counts under the next id whose number can.
    #[must_use]
    pub fn bumped(&self, writer: WriterId) -> Self {
        let mut next = self.clone();
        let count = next.0.entry(self.free_writer(writer)).or_default();
        *count = count.saturating_add(1);
        next
    }

    /// Returns the id under which `first` can write: its own, or the next one whose number can rise. A vector with
    /// [`WRITER_LIMIT`] writers, which only a forged file or record brings, takes no other id than those it lists.
    #[must_use]
    pub fn free_writer(&self, first: WriterId) -> WriterId {
        if self.writers() >= WRITER_LIMIT {
            let mut listed = self.0.range(first..).chain(self.0.range(..first));
            let free = listed.find(|(_, count)| **count < u32::MAX).map(|(writer, _)| *writer);
            return free.unwrap_or(first);
        }
        let mut writer = first;
        while self.count(writer) == u32::MAX {
            writer = WriterId(writer.0.wrapping_add(1));
        }
        writer
    }

    /// Returns true if one more write fits: the vector lists fewer than [`WRITER_LIMIT`] writers, or a number that can
    /// rise. Nothing fits into a vector that was forged in storage to be full in both ways.
    #[must_use]
    pub fn takes_a_write(&self) -> bool {
        self.writers() < WRITER_LIMIT || self.0.values().any(|count| *count < u32::MAX)
    }

    /// Returns true if a number of this vector is more than `limit` ahead of `known`. Honest writers exchange
    /// their writes far more often.
    #[must_use]
    pub fn leaps_over(&self, known: &Self, limit: u32) -> bool {
        self.counters().any(|(writer, count)| count > known.count(writer).saturating_add(limit))
    }

    /// Returns the number of writers that the vector lists.
    #[must_use]
    pub fn writers(&self) -> usize {
        self.0.len()
    }

    /// Returns the number of known writes of a writer, 0 for an unknown writer.
    #[must_use]
    pub fn count(&self, writer: WriterId) -> u32 {
        self.0.get(&writer).copied().unwrap_or(0)
    }

    /// Returns the least vector that covers both vectors.
    #[must_use]
    pub fn joined(&self, other: &Self) -> Self {
        let mut join = self.clone();
        for (writer, count) in other.counters() {
            let mine = join.0.entry(writer).or_default();
            *mine = count.max(*mine);
        }
        join
    }

    /// Returns true if, for each writer, this vector counts at least as many writes as `other`.
    #[must_use]
    pub fn covers(&self, other: &Self) -> bool {
        // Both are sorted, so one pass is enough, even for a hostile record with thousands of writers.
        let mut own = self.counters();
        other.counters().all(|(writer, count)| {
            let found = own.find(|(known, _)| *known >= writer);
            found.is_some_and(|(known, written)| known == writer && written >= count)
        })
    }

    /// Returns the number of known writes of all writers together.
    #[must_use]
    pub fn writings(&self) -> u64 {
        self.0.values().fold(0, |sum, count| sum.saturating_add(u64::from(*count)))
    }
}

/// Returns the id of a writer as whom nobody has written. The id follows from `writer` and the known writes,
/// so that the same step on the same state gives the same version: a CRC-32 of their bytes, and one of the
/// bytes backward.
pub(super) fn derived(writer: WriterId, known: &VersionVector) -> WriterId {
    let counters = known.counters().flat_map(|(of, count)| [of.0, count.into()]);
    let mut bytes: Vec<u8> = std::iter::once(writer.0).chain(counters).flat_map(u64::to_le_bytes).collect();
    let low = CRC_32.checksum(&bytes);
    bytes.reverse();
    let high = CRC_32.checksum(&bytes);
    WriterId(u64::from(high) << 32 | u64::from(low))
}
