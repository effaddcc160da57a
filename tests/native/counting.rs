//! Laws of counted writes under forged input: an honest writer is never stuck, no content of a link or a file is lost
//! behind a number, and an import can be undone.

use coaching_session::domain::id::WriterId;
use coaching_session::domain::register::{Register, Version, Written};
use coaching_session::domain::version::{LEAP_LIMIT, VersionVector};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::many_cases;

/// Generates vectors with honest and forged numbers of writes.
fn forged_vector() -> impl Strategy<Value = VersionVector> {
    let count = select(vec![1, 2, 3, LEAP_LIMIT, u32::MAX - 1, u32::MAX]);
    vec((0_u64..4, count), 1..4).prop_map(|counters| {
        VersionVector::new(counters.into_iter().map(|(writer, count)| (WriterId(writer), count)))
    })
}

fn register() -> impl Strategy<Value = Register<u8>> {
    let written = prop_oneof![4 => (0_u8..4).prop_map(Written::Content), 1 => Just(Written::Deleted(crate::given::TEN))];
    let version = (forged_vector(), written).prop_map(|(vector, written)| Version { vector, written });
    vec(version, 1..4).prop_map(|versions| Register::from_versions(&versions).unwrap())
}

fn says(register: &Register<u8>, written: &Written<u8>) -> bool {
    register.versions().iter().any(|version| version.written == *written)
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn honest_write_over_forged_numbers_is_always_news(old in register(), writer in 0_u64..4, content in 0_u8..4) {
        let writer = WriterId(writer);
        let next = old.vector().bumped(writer);
        prop_assert!(next.covers(&old.vector()) && !old.vector().covers(&next));
        for new in [old.written(writer, Written::Content(content)), old.rewritten(writer, Written::Content(content))] {
            prop_assert!(old.news(&new).is_some());
            prop_assert_eq!(old.merged(&new), new.in_order());
        }
    }

    #[test]
    fn no_content_is_lost_behind_a_number(mine in register(), theirs in register()) {
        let merged = mine.merged(&theirs);
        let all = merged.older(&theirs).map_or_else(|| merged.clone(), |older| merged.merged(&older));
        for version in theirs.versions() {
            let is_content = matches!(version.written, Written::Content(_));
            prop_assert!(!is_content || says(&all, &version.written), "{:?} in {:?}", version, all);
        }
        // What stood here stands here still, unless a write of theirs knew of it.
        for version in merged.versions() {
            prop_assert!(all.versions().contains(&version));
        }
        prop_assert_eq!(all.older(&theirs), None, "kept once");
    }

    #[test]
    fn undone_import_brings_back_what_was_there(before in register(), theirs in register()) {
        let writer = WriterId(2);
        let taken = before.merged(&theirs);
        let undone = taken.reverted(writer, &taken, &before);
        let contents = |register: &Register<u8>| {
            let mut all: Vec<_> = register.versions().iter().map(|version| version.written.clone()).collect();
            all.sort();
            all
        };
        prop_assert_eq!(contents(&undone), contents(&before));
        prop_assert_eq!(taken.merged(&undone), undone.clone(), "another window takes the undoing over");
        // A write since then stays beside it.
        let later = taken.written(WriterId(3), Written::Content(9));
        prop_assert!(says(&later.reverted(writer, &taken, &before), &Written::Content(9)));
    }

    #[test]
    fn leap_is_a_number_far_above_the_known_one(known in forged_vector(), new in forged_vector()) {
        let is_leap = new.counters().any(|(writer, count)| u64::from(count) > u64::from(known.count(writer)) + u64::from(LEAP_LIMIT));
        prop_assert_eq!(new.leaps_over(&known, LEAP_LIMIT), is_leap);
        prop_assert!(!known.leaps_over(&known, 0));
    }
}
