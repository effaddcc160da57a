//! A multi-value register: several writers (windows of browsers) write one value, and merging loses no
//! concurrent version (Shapiro et al. 2011, "A comprehensive study of Convergent and Commutative Replicated
//! Data Types", section 3.2.3).
//!
//! A version is the result of one write. Merging drops a version only if the writer of another version knew
//! of it. A last-writer-wins choice with a joined vector would be shorter, but it is not associative: three
//! devices could end on different values. Concurrent versions wait for the person's choice: the register
//! shows one and keeps the others.

use std::cmp::Reverse;

use super::id::WriterId;
use super::join::{Join, Joined};
use super::time::Instant;
use super::version::{VersionVector, WRITER_LIMIT, derived};

/// Upper bound on the concurrent versions of one register. Every version is compared with every other, so the bound
/// limits the work that a hostile record can cause. A link or a file that would exceed it is refused.
pub const VERSION_LIMIT: usize = 100;

/// Content of a register. Its derived `Ord` breaks ties between concurrent versions, the same way on every device.
pub trait Content: Clone + Ord {}

impl<T: Clone + Ord> Content for T {}

/// The result of one write to a register.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Written<C> {
    /// The writer, a window of a browser, wrote this content.
    Content(C),
    /// The writer deleted the content at this instant.
    Deleted(Instant),
}

/// One version of a register's value: the result of one write, with the writes that its writer knew of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<C> {
    /// Number of writes of each writer that were known at the time of this write, which is included.
    pub vector: VersionVector,
    /// Content that the writer wrote, or the instant at which the writer deleted the content.
    pub written: Written<C>,
}

/// The concurrent versions of one value, nearly always a single one. One version is shown; the others wait
/// for the person's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Register<C> {
    shown: Version<C>,
    others: Vec<Version<C>>,
}

impl<C: Ord> Version<C> {
    /// Returns the sort key that decides which version is shown; the least is shown. Content comes before a
    /// deletion, then the version that knew of more writes. Vector and content break the tie.
    fn rank(&self) -> (bool, Reverse<u64>, &VersionVector, &Written<C>) {
        let is_deleted = matches!(self.written, Written::Deleted(_));
        (is_deleted, Reverse(self.vector.writings()), &self.vector, &self.written)
    }
}

impl<C: Content> Register<C> {
    /// Returns a register with its first version, written by `writer`.
    #[must_use]
    pub fn new(writer: WriterId, content: C) -> Self {
        let vector = VersionVector::default().bumped(writer);
        Self::of(Version { vector, written: Written::Content(content) })
    }

    /// Returns a register that holds one version.
    #[must_use]
    pub fn of(version: Version<C>) -> Self {
        Self { shown: version, others: Vec::new() }
    }

    /// Returns a register that nobody wrote: a deletion without any known write. Any version takes its place.
    #[must_use]
    pub fn absent() -> Self {
        Self::of(Version { vector: VersionVector::default(), written: Written::Deleted(Instant(0)) })
    }

    /// Returns true if nobody wrote the register.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        self.shown.vector == VersionVector::default()
    }

    /// Returns true if this register holds the version, or a version that knew of it. A version with an equal
    /// vector and other content is unknown: two windows wrote as the same writer.
    #[must_use]
    pub fn knows_version(&self, version: &Version<C>) -> bool {
        self.versions().iter().any(|known| {
            known.vector.covers(&version.vector)
                && (known.vector != version.vector || known.written == version.written)
        })
    }

    /// Returns true if this register knows every version of `other`.
    #[must_use]
    pub fn knows(&self, other: &Self) -> bool {
        other.versions().into_iter().all(|version| self.knows_version(version))
    }

    /// Returns the versions of `other` that are unknown here; `None` if there are none. Known versions are
    /// ignored, whatever their content: a link adds the open next steps to a version.
    #[must_use]
    pub fn news(&self, other: &Self) -> Option<Self> {
        let mut all = other.versions();
        all.retain(|new| !self.versions().iter().any(|known| known.vector.covers(&new.vector)));
        Self::kept(&all)
    }

    /// Returns this register joined with a concurrent version by another window of the same browser; `None`
    /// if there is nothing to join: one of the two knows the other, several versions wait already, one is a
    /// deletion, or no version of `known` is known to both. `known` are registers of the past, the last one
    /// first.
    ///
    /// Without a conflict one version of `writer` takes the place of both. With a conflict both stay: the own
    /// version with all changes of the other one that do not conflict, beside the other one.
    #[must_use]
    pub fn joined<'a>(
        &self,
        mut known: impl Iterator<Item = &'a Self>,
        theirs: &Self,
        writer: WriterId,
    ) -> Option<Self>
    where
        C: Join + 'a,
    {
        let is_single = self.others.is_empty() && theirs.others.is_empty();
        if !is_single || self.knows(theirs) || theirs.knows(self) {
            return None;
        }
        let (mine, other) = (self.content()?, theirs.content()?);
        let vector = self.vector().joined(&theirs.vector());
        if mine == other {
            // Both windows joined the same changes. The two versions count as one.
            return Some(Self::of(Version { vector, written: Written::Content(mine.clone()) }));
        }
        let base =
            known.find_map(|known| known.content().filter(|_| self.knows(known) && theirs.knows(known)))?;
        Some(match C::joined(base, mine, other) {
            Joined::One(joined) => {
                Self::of(Version { vector: vector.bumped(writer), written: Written::Content(joined) })
            }
            Joined::Both { mine: own, .. } if own == *mine => self.merged(theirs),
            Joined::Both { mine: own, .. } => self.rewritten(writer, Written::Content(own)).merged(theirs),
        })
    }

    /// Returns a register of these versions, without those that another one knew of; shows the one of the
    /// least rank. `None` for no version.
    #[must_use]
    pub fn from_versions(versions: &[Version<C>]) -> Option<Self> {
        Self::kept(&versions.iter().collect::<Vec<_>>())
    }

    /// Returns a register of the versions that no other one knew of, each once, in the order of their ranks;
    /// `None` for no version.
    fn kept(all: &[&Version<C>]) -> Option<Self> {
        let mut ranked = Vec::new();
        for rank in all.iter().map(|version| version.rank()) {
            if let Err(place) = ranked.binary_search(&rank) {
                ranked.insert(place, rank);
            }
        }
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

    /// Returns the register with its versions in the order of their ranks, without those that another one
    /// knew of.
    #[must_use]
    pub fn in_order(&self) -> Self {
        Self::kept(&self.versions()).unwrap_or_else(|| self.clone())
    }

    /// Returns a register of the shown version alone.
    #[must_use]
    pub fn alone(&self) -> Self {
        Self::of(self.shown.clone())
    }

    /// Returns the content of the shown version; `None` if the shown version is a deletion.
    #[must_use]
    pub fn content(&self) -> Option<&C> {
        match &self.shown.written {
            Written::Content(content) => Some(content),
            Written::Deleted(_) => None,
        }
    }

    /// Returns the version that is shown to the person.
    #[must_use]
    pub fn shown(&self) -> &Version<C> {
        &self.shown
    }

    /// Returns the versions that wait for the person's choice, in a fixed order.
    #[must_use]
    pub fn others(&self) -> &[Version<C>] {
        &self.others
    }

    /// Returns all versions, the shown one first.
    #[must_use]
    pub fn versions(&self) -> Vec<&Version<C>> {
        let mut all = vec![&self.shown];
        all.extend(&self.others);
        all
    }

    /// Returns all versions, the shown one first, for changing them.
    fn versions_mut(&mut self) -> impl Iterator<Item = &mut Version<C>> {
        std::iter::once(&mut self.shown).chain(&mut self.others)
    }

    /// Returns the least vector that covers the vectors of all versions.
    #[must_use]
    pub fn vector(&self) -> VersionVector {
        let versions = self.versions();
        versions.iter().fold(VersionVector::default(), |known, version| known.joined(&version.vector))
    }

    /// Returns true if the register is within the bounds that reading accepts, [`VERSION_LIMIT`] and [`WRITER_LIMIT`],
    /// and can be written again.
    #[must_use]
    pub fn fits(&self) -> bool {
        let vector = self.vector();
        self.others.len() < VERSION_LIMIT && vector.writers() <= WRITER_LIMIT && vector.takes_a_write()
    }

    /// Returns the register after a write by `writer`, who knows of all versions and replaces them.
    #[must_use]
    pub fn written(&self, writer: WriterId, written: Written<C>) -> Self {
        Self::of(Version { vector: self.vector().bumped(writer), written })
    }

    /// Returns the register after a write by `writer` over the shown version. The others still wait for a choice.
    #[must_use]
    pub fn rewritten(&self, writer: WriterId, written: Written<C>) -> Self {
        let vector = self.stamp(writer, &self.shown.vector, &self.others);
        let others = self.uncovered(self.others.clone(), &vector);
        Self { shown: Version { vector, written }, others }
    }

    /// Returns the register after a choice by `writer` between the shown version and the one of `others` at the index
    /// `place`. `written` replaces both; all further versions still wait. Without such a version nothing changes.
    #[must_use]
    pub fn chosen(&self, writer: WriterId, place: usize, written: Written<C>) -> Self {
        let mut others = self.others.clone();
        if place >= others.len() {
            return self.clone();
        }
        let other = others.remove(place);
        let known = self.shown.vector.joined(&other.vector);
        let vector = self.stamp(writer, &known, &others);
        let others = self.uncovered(others, &vector);
        Self { shown: Version { vector, written }, others }.in_order()
    }

    /// Returns the waiting versions, anew where a write with this vector would hide them: by forged numbers.
    fn uncovered(&self, mut waiting: Vec<Version<C>>, vector: &VersionVector) -> Vec<Version<C>> {
        for hidden in waiting.iter_mut().filter(|waits| vector.covers(&waits.vector)) {
            *hidden = self.aside(hidden);
        }
        waiting
    }

    /// Returns the register with `content` in place of all versions. Every window makes the same version of the same
    /// ones: its writer follows from what they know.
    #[must_use]
    pub fn united(&self, content: C) -> Self {
        let known = self.vector();
        self.written(derived(WriterId(0), &known), Written::Content(content))
    }

    /// Returns the register with other content in the shown version, which nobody else has seen yet.
    #[must_use]
    pub fn amended(&self, content: C) -> Self {
        let shown = Version { vector: self.shown.vector.clone(), written: Written::Content(content) };
        Self { shown, others: self.others.clone() }
    }

    /// Returns this register with its deletion taken back: `before`, beside every version that others wrote since.
    #[must_use]
    pub fn restored(&self, writer: WriterId, before: &Self) -> Self {
        let mut known = VersionVector::default();
        for version in self.versions() {
            if matches!(version.written, Written::Deleted(_)) {
                known = known.joined(&version.vector);
            }
        }
        let writer = derived(writer, &known);
        let mut again = before.clone();
        for (place, version) in (0..).zip(again.versions_mut()) {
            version.vector = known.bumped(WriterId(writer.0.wrapping_add(place)));
        }
        self.merged(&again)
    }

    /// Returns the register with `parts` in place of the shown version, as versions of writers that are
    /// derived from `writer`. They know of the shown version, and not of each other. The first one is shown.
    #[must_use]
    pub fn parted(&self, writer: WriterId, parts: Vec<Written<C>>) -> Self {
        let known = &self.shown.vector;
        let writer = derived(writer, known);
        let part = |(place, written)| Version {
            vector: known.bumped(WriterId(writer.0.wrapping_add(place))),
            written,
        };
        let parts: Vec<Version<C>> = (0..).zip(parts).map(part).collect();
        Self::kept(&parts.iter().chain(&self.others).collect::<Vec<_>>()).unwrap_or_else(|| self.clone())
    }

    /// Returns the vector of a write by `writer` that knows of `known` and of none of the waiting versions.
    /// Uses the id of a derived writer if the counter of `writer` would cover a waiting version.
    fn stamp(&self, writer: WriterId, known: &VersionVector, waiting: &[Version<C>]) -> VersionVector {
        let all = self.vector();
        let free = all.free_writer(writer);
        let written = VersionVector::new([(free, all.count(free))]);
        let vector = known.joined(&written).bumped(free);
        if waiting.iter().any(|waits| vector.covers(&waits.vector)) {
            return known.bumped(derived(writer, known));
        }
        vector
    }

    /// Returns true if a write of this register is more than `limit` ahead of the writes that `known` knows:
    /// see [`VersionVector::leaps_over`].
    #[must_use]
    pub fn leaps_over(&self, known: Option<&Self>, limit: u32) -> bool {
        let known = known.map(Self::vector).unwrap_or_default();
        self.versions().iter().any(|version| version.vector.leaps_over(&known, limit))
    }

    /// Returns the contents of `other` that count as known here, although no version here says the same;
    /// `None` if there are none. Either something newer replaced them, or a forged number of writes hides
    /// them. Each is written under an id of its own, so merging keeps it beside the versions of this
    /// register.
    #[must_use]
    pub fn older(&self, other: &Self) -> Option<Self> {
        let own = self.versions();
        let mut found = Vec::new();
        for version in other.versions() {
            let Version { vector, written } = version;
            let counts = own.iter().any(|known| known.vector.covers(vector));
            let is_said = own.iter().any(|known| known.written == *written);
            if counts && !is_said && matches!(written, Written::Content(_)) {
                found.push(self.aside(version));
            }
        }
        Self::from_versions(&found)
    }

    /// Returns the version as a write of an id of its own, which no version of this register knows of.
    fn aside(&self, version: &Version<C>) -> Version<C> {
        let writer = derived(WriterId(0), &version.vector);
        let known = VersionVector::new([(writer, self.vector().count(writer))]);
        Version { vector: known.bumped(writer), written: version.written.clone() }
    }

    /// Returns this register with the change from `before` to `taken` taken back. Writes since then stay
    /// beside the versions of `before`.
    #[must_use]
    pub fn reverted(&self, writer: WriterId, taken: &Self, before: &Self) -> Self {
        if taken == before {
            return self.clone();
        }
        let known = taken.vector();
        let writer = derived(writer, &known);
        let mut again = before.clone();
        for (place, version) in (0..).zip(again.versions_mut()) {
            version.vector = known.bumped(WriterId(writer.0.wrapping_add(place)));
        }
        self.merged(&again)
    }

    /// Merges two registers: keeps every version that no other one knew of. Commutative, associative and
    /// idempotent.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let mut all = self.versions();
        all.extend(other.versions());
        // Of a finite set some element is maximal, so there always is one to keep.
        Self::kept(&all).unwrap_or_else(|| self.clone())
    }
}
