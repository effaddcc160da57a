//! The lasting link of two people: what is written reads back, in Python too, and hostile input is refused.

use coaching_session::domain::id::PairId;
use coaching_session::domain::standing::{Rhythm, StandingSlot};
use coaching_session::domain::time::{Instant, LocalDateTime};
use coaching_session::wire::link::{NoLink, PairLink, find, read, write_pair};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::given::{cases, hostile_text, text};
use crate::intl::zone;
use crate::link_python::python;

/// A lasting link as the fixture holds it.
fn sample() -> PairLink {
    let first = LocalDateTime::parse("2026-05-14", "10:00").unwrap();
    PairLink {
        pair: PairId(0xa1),
        manager: Some(text("Maria Sánchez")),
        seller: text("Lee Park"),
        zone: zone("Europe/Berlin"),
        slot: Some(StandingSlot { rhythm: Rhythm::TwoWeeks, first }),
    }
}

/// From the release 0.1.0 on the link of this file is read for ever. Until then the variable `WRITE_LINK_FIXTURES` writes
/// it anew.
#[test]
fn lasting_link_fixtures_of_version_1_read_as_written() {
    let path = format!("{}/tests/fixtures/pair-link-v1.txt", env!("CARGO_MANIFEST_DIR"));
    let payload = write_pair(&sample()).unwrap();
    if std::env::var_os("WRITE_LINK_FIXTURES").is_some() {
        std::fs::write(&path, payload.clone() + "\n").unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(read(&stored), Err(NoLink::Pair(Box::new(sample()))));
    assert!(payload.len() < 120, "{payload}");
    let read = python("read_link.py", &stored);
    let expected = json!({
        "pair": "00000000000000a1",
        "manager": "Maria Sánchez",
        "seller": "Lee Park",
        "zone": "Europe/Berlin",
        "slot": ["two weeks", "2026-05-14 10:00"],
    });
    assert_eq!(read, [expected]);
}

#[test]
fn lasting_link_too_long_for_a_reader_is_not_written() {
    let long = text(&"😀".repeat(1_000));
    assert_eq!(write_pair(&PairLink { seller: long, ..sample() }), None);
}

fn links() -> impl Strategy<Value = PairLink> {
    let slot = (select(Rhythm::ALL.to_vec()), 0_i64..4_000_000_000).prop_map(|(rhythm, minute)| {
        StandingSlot { rhythm, first: LocalDateTime::from_utc(Instant(minute * 60_000)).unwrap() }
    });
    let zones = select(vec!["UTC", "Asia/Kathmandu", "No/Such-Zone_9"]);
    (any::<u64>(), option::of(hostile_text()), hostile_text(), zones, option::of(slot)).prop_map(
        |(pair, manager, seller, zone_name, slot)| PairLink {
            pair: PairId(pair),
            manager,
            seller,
            zone: zone(zone_name),
            slot,
        },
    )
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn lasting_link_reads_back(link in links()) {
        if let Some(payload) = write_pair(&link) {
            prop_assert!(!payload.ends_with(['-', '_']));
            prop_assert_eq!(read(&format!("https://x.test/#cs={payload}")), Err(NoLink::Pair(Box::new(link))));
        }
    }

    #[test]
    fn damaged_lasting_link_is_never_another_one(link in links(), place in any::<prop::sample::Index>(), other in "[A-Za-z0-9_-]") {
        let Some(payload) = write_pair(&link) else { return Ok(()) };
        let at = 2 + place.index(payload.len() - 2);
        let damaged = format!("{}{other}{}", &payload[..at], &payload[at + 1..]);
        let found = find(&damaged);
        let is_same = found == Err(NoLink::Pair(Box::new(link)));
        prop_assert!(is_same && damaged == payload || !matches!(found, Ok(_) | Err(NoLink::Pair(_))));
    }
}
