//! Sample links: an invitation, a reply, a record, and generated links.

use coaching_session::domain::coaching_type::{BUILT_IN, History, TypeLabel};
use coaching_session::domain::evidence::{Evidence, Source};
use coaching_session::domain::half::{Course, ManagerHalf, SellerHalf};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::note::{Answer, Detail, Note, NoteId, Status};
use coaching_session::domain::phrase::Wording;
use coaching_session::domain::plan::Plan;
use coaching_session::domain::readiness::Readiness;
use coaching_session::domain::register::{Register, Written};
use coaching_session::domain::session::Session;
use coaching_session::domain::time::Minutes;
use coaching_session::domain::timing::{Baseline, Change, Log};
use coaching_session::domain::topic::Topic;
use coaching_session::domain::zone::{Offset, Zone, ZoneAt};
use coaching_session::wire::link::{Half, Link};
use proptest::prelude::*;

use crate::given::{at, hostile_text, plan, session, sessions, text};

/// Random ids.
pub const PAIR: PairId = PairId(0x9f3c_71e5_0b8a_d264);
pub const SESSION: SessionId = SessionId(0x41d7_ea20_c96b_8f35);
pub const MANAGER: WriterId = WriterId(0xc85a_1e93_7d04_b6f2);
pub const SELLER: WriterId = WriterId(0x2b96_f04d_e871_5ca3);

pub fn link_of(half: Half) -> Link {
    Link {
        pair: PAIR,
        session: SESSION,
        manager: Some(text("Maria Silva")),
        seller: text("Lee Park"),
        half,
        next: None,
        extras: Vec::new(),
    }
}

pub fn planned() -> ManagerHalf {
    let half = session(Course::Planned).manager_half().unwrap().clone();
    ManagerHalf { plan: Plan { place: Some(text("Teams")), ..plan() }, ..half }
}

/// An invitation as the form makes it.
pub fn untouched() -> Link {
    link_of(Half::Manager(Register::new(MANAGER, planned())))
}

/// A reply with two topics, how each will have worked, and three pieces of evidence.
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
        zone: Some(ZoneAt {
            zone: Zone::parse("Asia/Kathmandu").unwrap(),
            offset: Offset::new(345).unwrap(),
        }),
        ready: Some(Readiness { at: at(-60), plan: planned().plan.fingerprint() }),
        steps: vec![Status { session: SessionId(0xb0), note: NoteId(5), answer: Answer::Done }],
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

/// A record with two notes of two hundred characters.
pub fn long() -> Link {
    let words = [
        "They bought from us once before, in 2023, and the person who signed has since moved to another company of the group; Lee will ask her for an introduction to whoever runs the plant in Hamburg now.",
        "The price is not the point: each hour that the line stands still costs them eleven thousand, and nobody has said so in a meeting yet. Say it with their own numbers, and ask whether they are right.",
    ];
    let mut link = record();
    if let Half::Manager(register) = &mut link.half {
        let mut half = register.content().unwrap().clone();
        let note = |id: u16| {
            let words = format!("{}. {}", id + 1, words[usize::from(id) % 2]);
            Note { id: NoteId(id), item: None, words: text(&words), detail: Detail::Shared }
        };
        half.notes.all = (0..2).map(note).collect();
        *register = Register::new(MANAGER, half);
    }
    link
}

/// Links with either half, of any content.
pub fn links() -> impl Strategy<Value = Link> {
    let names = (proptest::option::of(hostile_text()), hostile_text());
    (sessions(), names, any::<bool>()).prop_map(|(session, (manager, seller), is_reply)| {
        let Session { id, pair, manager: half, seller: reply } = session;
        let when = half.content().filter(|_| is_reply).map(|half| half.plan.schedule.clone());
        let half = match reply {
            Some(half) => Half::Seller { when, half },
            None => Half::Manager(half),
        };
        Link { pair, session: id, manager, seller, half, next: None, extras: Vec::new() }
    })
}

/// Ten links that differ in what they hold.
pub fn ten() -> Vec<Link> {
    let half = |half: ManagerHalf| link_of(Half::Manager(Register::new(MANAGER, half)));
    let seller = |half: SellerHalf| link_of(Half::Seller { when: None, half: Register::new(SELLER, half) });
    let deleted = Register::new(MANAGER, planned()).written(MANAGER, Written::Deleted(at(5)));
    let first = BUILT_IN[0].agenda(Minutes(45), History::First).unwrap();
    let mut renamed = planned();
    renamed.plan.agenda.rename(renamed.plan.agenda.items()[2].id, Wording::Own(text("Contoso"))).unwrap();
    let mut company = planned();
    company.plan.coaching_type = TypeLabel { id: text("own"), name: Wording::Own(text("Our own")) };
    vec![
        untouched(),
        reply(),
        record(),
        half(ManagerHalf { plan: Plan { agenda: first, ..plan() }, ..planned() }),
        half(renamed),
        half(company),
        link_of(Half::Manager(deleted)),
        seller(SellerHalf::default()),
        seller(SellerHalf {
            leave_alone: Some(text("مرحبا \u{202e} 👩‍👩‍👧‍👦 <b>")), ..SellerHalf::default()
        }),
        Link { manager: None, seller: text("L"), ..untouched() },
    ]
}

/// The names of the links that are kept as files, in the order of [`ten`] and then [`long`].
const FIXTURES: [&str; 11] = [
    "plan",
    "reply",
    "record",
    "first",
    "renamed",
    "company",
    "cancelled",
    "empty",
    "hostile",
    "nameless",
    "long",
];

/// The links that are kept as files `tests/fixtures/link-v1-*.txt`, by name.
pub fn fixtures() -> impl Iterator<Item = (&'static str, Link)> {
    FIXTURES.into_iter().zip(ten().into_iter().chain([long()]))
}
