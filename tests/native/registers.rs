//! One register at a time: what two windows join, what a choice leaves, and which number of writes is a leap.
//!
//! `merging` has the laws of many devices.

use coaching_session::domain::id::WriterId;
use coaching_session::domain::join::Join;
use coaching_session::domain::register::{Register, VERSION_LIMIT, Version, Written};
use coaching_session::domain::version::{VersionVector, WRITER_LIMIT};
use proptest::prelude::*;

use crate::given::{TEN, cases, register};

/// Two fields that are joined one by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fields(u8, u8);

impl Join for Fields {
    fn join(base: &Self, mine: &Self, theirs: &Self) -> Self {
        let field = |base: u8, mine: u8, theirs: u8| if mine == base { theirs } else { mine };
        Self(field(base.0, mine.0, theirs.0), field(base.1, mine.1, theirs.1))
    }
}

const MINE: WriterId = WriterId(1);
const THEIRS: WriterId = WriterId(2);

fn base() -> Register<Fields> {
    Register::new(MINE, Fields(0, 0))
}

fn content(one: u8, other: u8) -> Written<Fields> {
    Written::Content(Fields(one, other))
}

/// Returns the contents of the versions, the shown one first.
fn contents(register: &Register<Fields>) -> Vec<Written<Fields>> {
    register.versions().iter().map(|version| version.written.clone()).collect()
}

#[test]
fn changes_of_two_windows_become_one_write_that_knows_both() {
    let (mine, theirs) = (base().rewritten(MINE, content(1, 0)), base().rewritten(THEIRS, content(0, 1)));
    let joined = mine.joined([&base()].into_iter(), &theirs, MINE).unwrap();
    assert_eq!(contents(&joined), [content(1, 1)]);
    assert_eq!(joined.vector(), VersionVector::new([(MINE, 3), (THEIRS, 1)]));
    assert!(joined.knows(&mine) && joined.knows(&theirs));
}

#[test]
fn same_change_of_two_windows_counts_as_one_write() {
    let (mine, theirs) = (base().rewritten(MINE, content(1, 0)), base().rewritten(THEIRS, content(1, 0)));
    let joined = mine.joined(std::iter::empty(), &theirs, MINE).unwrap();
    assert_eq!(contents(&joined), [content(1, 0)]);
    assert_eq!(joined.vector(), mine.vector().joined(&theirs.vector()), "nobody wrote anything new");
}

#[test]
fn conflict_keeps_both_versions() {
    let (mine, theirs) = (base().rewritten(MINE, content(1, 0)), base().rewritten(THEIRS, content(2, 0)));
    let joined = mine.joined([&base()].into_iter(), &theirs, MINE).unwrap();
    assert_eq!(joined, mine.merged(&theirs), "no write, since nothing is joined");
    let theirs = base().rewritten(THEIRS, content(2, 5));
    let joined = mine.joined([&base()].into_iter(), &theirs, MINE).unwrap();
    let mut both = contents(&joined);
    both.sort();
    assert_eq!(both, [content(1, 5), content(2, 5)], "what is not in conflict is joined");
    assert!(joined.knows(&mine) && joined.knows(&theirs));
}

#[test]
fn nothing_is_joined_without_two_changes_of_one_known_version() {
    let (mine, theirs) = (base().rewritten(MINE, content(1, 0)), base().rewritten(THEIRS, content(0, 1)));
    let check = |known: Option<&Register<Fields>>, mine: &Register<Fields>, theirs: &Register<Fields>| {
        assert_eq!(mine.joined(known.into_iter(), theirs, MINE), None, "{mine:?} and {theirs:?}");
    };
    let base = base();
    let known = Some(&base);
    check(None, &mine, &theirs);
    // A version that one of the two does not know.
    let strange = Register::new(WriterId(7), Fields(9, 9));
    check(Some(&strange), &mine, &theirs);
    check(Some(&strange), &mine, &theirs.merged(&strange).written(THEIRS, content(0, 1)));
    check(Some(&strange), &mine.merged(&strange).written(MINE, content(1, 0)), &theirs);
    // One knows the other.
    check(known, &mine, &base);
    check(known, &base, &theirs);
    check(known, &mine, &mine);
    // Versions wait already.
    let waiting = base.rewritten(WriterId(3), content(3, 3));
    check(known, &mine.merged(&waiting), &theirs);
    check(known, &mine, &theirs.merged(&waiting));
    // One is deleted.
    check(known, &base.written(MINE, Written::Deleted(TEN)), &theirs);
    check(known, &mine, &base.written(THEIRS, Written::Deleted(TEN)));
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn choice_replaces_two_versions_and_leaves_the_others(before in register(0..200_u8), place in 0_usize..4, writer in 0_u64..6) {
        let written = Written::Content(200);
        let chosen = before.chosen(WriterId(writer), place, written.clone());
        let Some(other) = before.others().get(place) else {
            prop_assert_eq!(chosen, before, "there is no such version");
            return Ok(());
        };
        let choice = chosen.versions().into_iter().find(|version| version.written == written).unwrap();
        prop_assert!(choice.vector.covers(&before.shown().vector) && choice.vector.covers(&other.vector));
        let is_left = |version: &&Version<u8>| *version != other && **version != *before.shown();
        let mut left: Vec<_> = before.versions().into_iter().filter(is_left).map(|version| &version.written).collect();
        let mut waiting: Vec<_> =
            chosen.versions().iter().map(|version| &version.written).filter(|waits| **waits != written).collect();
        left.sort();
        waiting.sort();
        prop_assert_eq!(waiting, left);
        prop_assert_eq!(&chosen.in_order(), &chosen, "no version is known to another one");
    }

    #[test]
    fn register_leaps_if_one_of_its_versions_does(mine in register(any::<u8>()), new in register(any::<u8>()), limit in 0_u32..4) {
        let leaps = |known: &VersionVector| new.versions().iter().any(|version| version.vector.leaps_over(known, limit));
        prop_assert_eq!(new.leaps_over(Some(&mine), limit), leaps(&mine.vector()));
        prop_assert_eq!(new.leaps_over(None, limit), leaps(&VersionVector::default()));
    }
}

#[test]
fn undone_deletion_is_a_write_of_an_id_of_64_bits() {
    let before = base();
    let restored = before.written(MINE, Written::Deleted(TEN)).restored(MINE, &before);
    let own = restored.vector().counters().map(|(writer, _)| writer).find(|writer| *writer != MINE);
    assert!(own.is_some_and(|writer| writer.0 > u64::from(u32::MAX)), "{own:?}");
}

#[test]
fn register_fits_up_to_its_bounds() {
    let version = |writer: u64, others: usize| {
        let counters = (writer..).take(others).map(|writer| (WriterId(writer), 1));
        Version { vector: VersionVector::new(counters), written: content(0, 0) }
    };
    let versions = |count: u64| {
        let all: Vec<_> = (0..count).map(|writer| version(writer * 10, 2)).collect();
        Register::from_versions(&all).unwrap().fits()
    };
    let limit = u64::try_from(VERSION_LIMIT).unwrap();
    assert_eq!([versions(limit), versions(limit + 1)], [true, false]);
    let writers = |count: usize| Register::of(version(0, count)).fits();
    assert_eq!([writers(WRITER_LIMIT), writers(WRITER_LIMIT + 1)], [true, false]);
    // Both versions count.
    let apart = Register::from_versions(&[version(0, 6_000), version(90_000, 6_000)]).unwrap();
    assert!(!apart.fits());
}

#[test]
fn full_vector_takes_writes_under_a_listed_id() {
    let full = VersionVector::new((10..).take(WRITER_LIMIT).map(|writer| (WriterId(writer), 1)));
    for writer in [0, 10, 500, u64::MAX] {
        let next = full.bumped(WriterId(writer));
        assert_eq!((next.writers(), next.writings()), (WRITER_LIMIT, full.writings() + 1), "{writer}");
        assert!(next.covers(&full) && !full.covers(&next), "{writer}");
    }
    assert_eq!(full.bumped(WriterId(500)).count(WriterId(500)), 2, "its own, if it is listed");
    let one_less = VersionVector::new((10..).take(WRITER_LIMIT - 1).map(|writer| (WriterId(writer), 1)));
    assert_eq!(one_less.bumped(WriterId(0)).count(WriterId(0)), 1);
}

#[test]
fn register_that_takes_no_more_writes_does_not_fit() {
    let fits = |writers: usize, last: u32| {
        let counters =
            (0..).take(writers).map(|writer| (WriterId(writer), if writer == 0 { last } else { u32::MAX }));
        Register::of(Version { vector: VersionVector::new(counters), written: content(0, 0) }).fits()
    };
    assert_eq!([fits(WRITER_LIMIT, u32::MAX), fits(WRITER_LIMIT, u32::MAX - 1)], [false, true]);
    assert!(fits(WRITER_LIMIT - 1, u32::MAX));
}
