//! Links: what is written can be read, what was damaged is never opened, and they are short.
//!
//! What becomes of a link on its way is in `link_doctor`.

use coaching_session::domain::id::{DeviceId, PairId, SessionId};
use coaching_session::domain::note::{Detail, Note, NoteId};
use coaching_session::domain::preparation::{Evidence, Readiness, Source};
use coaching_session::domain::register::Register;
use coaching_session::domain::session::{Course, ManagerHalf, Plan, SellerHalf, Session, Topic};
use coaching_session::domain::timing::{Baseline, Change, Log};
use coaching_session::wire::link::{Half, Link, NoLink, TooMuch, lock, read, unlocked, write};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::{at, hostile_text, plan, session, sessions, text};

/// How often each law is tried. Without optimising a case takes a fifth of a second; all of them are
/// tried by `cargo test --profile laws --test native link`.
const CASES: u32 = if cfg!(debug_assertions) { 60 } else { 10_000 };

fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(CASES) }
}

/// Ids as chance makes them.
const PAIR: PairId = PairId(0x9f3c_71e5_0b8a_d264);
const SESSION: SessionId = SessionId(0x41d7_ea20_c96b_8f35);
const MANAGER: DeviceId = DeviceId(0xc85a_1e93_7d04_b6f2);
const SELLER: DeviceId = DeviceId(0x2b96_f04d_e871_5ca3);

fn link_of(half: Half) -> Link {
    Link { pair: PAIR, session: SESSION, manager: Some(text("Maria Silva")), seller: text("Lee Park"), half }
}

fn planned() -> ManagerHalf {
    let half = session(Course::Planned).manager_half().unwrap().clone();
    ManagerHalf { plan: Plan { place: Some(text("Teams")), ..plan() }, ..half }
}

/// An invitation as it is after filling in the form.
pub fn untouched() -> Link {
    link_of(Half::Manager(Register::new(MANAGER, planned())))
}

/// What the seller brings: two topics with how they worked, and three pieces of evidence.
pub fn reply() -> Link {
    let topic =
        |id, words: &str, worked_if: &str| Topic { id, words: text(words), worked_if: Some(text(worked_if)) };
    let evidence = |source, words: &str| Evidence { words: text(words), source };
    let half = SellerHalf {
        topics: vec![
            topic(
                1,
                "Contoso has gone quiet since the demo and I do not know who decides",
                "I know whom to call on Monday and what to ask",
            ),
            topic(
                2,
                "Is the Fabrikam opportunity worth two more weeks of my time?",
                "I can say yes or no to my team on Friday",
            ),
        ],
        evidence: vec![
            evidence(Source::Seen, "The purchasing manager asked for the price list twice"),
            evidence(Source::Told, "Their IT lead says the budget is approved until March"),
            evidence(Source::Guessed, "A competitor is already in the building"),
        ],
        ready: Some(Readiness { at: at(-60), plan: planned().plan.print() }),
        ..SellerHalf::default()
    };
    link_of(Half::Seller { when: Some(planned().plan.schedule), half: Register::new(SELLER, half) })
}

/// The record of a session with three shared notes of eighty characters.
pub fn record() -> Link {
    let words = [
        "The decision is made by the finance director, not by the people who saw the demo",
        "Ask what would have to be true for them to start in May, and leave silence after",
        "Before the next call we write down the three questions that only Lee can ask now",
    ];
    let note = |(id, words): (u16, &str)| {
        assert_eq!(words.chars().count(), 80, "{words}");
        Note { id: NoteId(id), item: None, words: text(words), detail: Detail::Shared }
    };
    let mut half = planned();
    let log = Log::default()
        .with(at(0), Change::Started)
        .with(at(4), Change::MovedTo(half.plan.agenda.items()[1].id))
        .with(at(44), Change::Ended);
    half.course = Course::Begun { baseline: Baseline::of(&half.plan.agenda), log };
    half.notes.all = (0..).zip(words).map(note).collect();
    link_of(Half::Manager(Register::new(MANAGER, half)))
}

#[track_caller]
fn reads_back(link: &Link) -> String {
    let payload = write(link).unwrap();
    assert_eq!(read(&payload).as_ref(), Ok(link), "{payload}");
    let (version, code) = payload.split_once('.').unwrap();
    assert_eq!(version, "1");
    assert!(code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{payload}");
    assert!(!payload.ends_with(['-', '_']), "{payload}");
    payload
}

/// Links of whatever halves.
fn links() -> impl Strategy<Value = Link> {
    let names = (proptest::option::of(hostile_text()), hostile_text());
    (sessions(), names, any::<bool>()).prop_map(|(session, (manager, seller), is_reply)| {
        let Session { id, pair, manager: half, seller: reply } = session;
        let when = half.content().filter(|_| is_reply).map(|half| half.plan.schedule.clone());
        let half = match reply {
            Some(half) => Half::Seller { when, half },
            None => Half::Manager(half),
        };
        Link { pair, session: id, manager, seller, half }
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_written_reads_back(link in links()) {
        match write(&link) {
            Ok(_) => drop(reads_back(&link)),
            // Over the limits are only those that hold very much.
            Err(TooMuch) => {
                let size = format!("{link:?}").len();
                prop_assert!(size > 8_000);
            }
        }
    }

    #[test]
    fn any_bytes_behind_a_good_checksum_are_a_link_or_an_error(bytes in vec(any::<u8>(), 0..200)) {
        if let Ok(link) = unlocked(&bytes) {
            prop_assert_eq!(write(&link).and_then(|payload| read(&payload).map_err(|_| TooMuch)), Ok(link));
        }
        prop_assert_eq!(read(&lock(&bytes)), Err(NoLink::Locked(bytes)));
    }

    #[test]
    fn any_text_is_an_error_and_no_panic(text in prop_oneof![
        vec(any::<char>(), 0..60).prop_map(String::from_iter),
        vec(select(vec!["#cs=", "1.", "2.", "A", "AbC9", "-", "_", "%", "%23", "&amp;", "&#x", "=\r\n", ">", " ", "\u{feff}", "urldefense", "é"]), 0..40).prop_map(|parts| parts.concat()),
    ]) {
        prop_assert!(read(&text).is_err());
    }
}

#[test]
fn the_lengths_are_kept() {
    let [plan, reply, record] = [untouched(), reply(), record()].map(|link| reads_back(&link).len());
    println!("untouched {plan}, reply {reply}, record {record}");
    assert!(plan <= 220, "{plan}");
    assert!(reply + record <= 750, "{reply} + {record}");
}
