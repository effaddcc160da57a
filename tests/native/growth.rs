//! Long histories: the time of the screens grows no faster than the history, and the look-ups of open matters and of
//! pairs that are the same give the answers of their plain definitions.

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Duration;

use coaching_session::domain::half::{Course, ManagerHalf};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::note::{Answer, Carried, Detail, Note, NoteId, Notes, Place, Status};
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::record::{Record, RecordId};
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::domain::time::{Instant, Span};
use coaching_session::domain::timing::{Baseline, Change, Entry, Log};
use coaching_session::present::{View, present};
use coaching_session::program::event::{Event, Found, Here, Press};
use coaching_session::program::state::model::Model;
use coaching_session::program::update::earlier::{self, Earlier};
use coaching_session::program::update::same;
use coaching_session::wire::key::Key;
use coaching_session::wire::stored::seal;
use cpu_time::ThreadTime;
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{self, TEN, law, plan, text};
use crate::intl::{env, zone};
use crate::seen;
use crate::story::{Records, tell, written};

/// Returns a course from `began` on, ended half an hour later.
fn ended(began: Instant) -> Course {
    let log = vec![
        Entry { at: began, change: Change::Started },
        Entry { at: began.plus(Span::minutes(30)), change: Change::Ended },
    ];
    Course::Begun { baseline: Baseline::of(&plan().agenda), log: Log(log) }
}

fn next_step(id: u16, by: Party) -> Note {
    let detail = Detail::NextStep { by, first_step: None, when: None, on: None, is_confirmed: false };
    Note { id: NoteId(id), item: None, words: text("Call Dana"), detail }
}

fn session(id: u64, pair: u64, change: impl FnOnce(&mut ManagerHalf)) -> Session {
    let mut half = given::session(Course::Planned).manager_half().unwrap().clone();
    change(&mut half);
    let manager = Register::new(WriterId(1), half);
    Session { id: SessionId(id), pair: PairId(pair), manager, seller: None }
}

fn add_session(records: &mut Records, session: &Session) {
    records.insert(Key::Session(session.id).name(), seal(session));
}

fn add_record(records: &mut Records, id: RecordId, record: Record) {
    records.insert(Key::Record(id).name(), seal(&Register::new(WriterId(1), record)));
}

fn add_pair(records: &mut Records, pair: u64) {
    let names = Pair { manager: None, seller: text(&format!("Seller {pair}")) };
    add_record(records, RecordId::Pair(PairId(pair)), Record::Pair(names));
}

/// Returns a history of that many held sessions, one a day, with the sellers in turn. Each has two next steps, parks a
/// thing, answers an earlier next step, and carries next steps of sessions that are unknown here.
fn history(sessions: u64, sellers: u64) -> Records {
    let mut records = Records::new();
    (0..sellers).for_each(|seller| add_pair(&mut records, seller));
    for count in 0..sessions {
        // Ids in another order than the dates.
        let id = |count: u64| count.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let began = |count: u64| TEN.plus(Span::minutes(i64::try_from(count).unwrap() * 24 * 60 - 6_000_000));
        let parked = Detail::Parked { by: None, place: Some(Place::NextTime), quotes: None };
        let carried = |note: u16| Carried {
            session: SessionId(id(count) ^ u64::MAX),
            began: began(count),
            note: next_step(note, Party::Manager),
        };
        let held = session(id(count), count % sellers, |half| {
            half.course = ended(began(count));
            half.notes.all = vec![
                next_step(0, Party::Manager),
                next_step(1, Party::Seller),
                Note { id: NoteId(2), item: None, words: text("Travel"), detail: parked },
                next_step(3, Party::Seller),
            ];
            half.notes.statuses = vec![Status {
                session: SessionId(id(count.saturating_sub(sellers))),
                note: NoteId(3),
                answer: Answer::Done,
            }];
            half.carried = (0..4).map(carried).collect();
        });
        add_session(&mut records, &held);
    }
    records
}

/// Returns the program as it starts with these records. Nothing is written back: a story would draw after each write.
fn started(records: Records) -> Model {
    let mut model = Model::new();
    let found = Found {
        records: Ok(records.into_iter().map(|(name, record)| (written(&name), record)).collect()),
        seed: 1,
        zone: zone("Europe/Berlin"),
        here: Here::default(),
        has_link: false,
        slot: Some(0),
        living: vec![0],
    };
    tell(&mut model, TEN, Event::Booted(Box::new(found)));
    model
}

fn drawn(model: &Model) -> View {
    present(model, &env("en"), TEN)
}

/// Returns the shortest time of nine drawings of the screen, without the time in which the thread waits.
fn time(model: &Model) -> Duration {
    let once = |_| {
        let watch = ThreadTime::now();
        black_box(drawn(model));
        watch.elapsed()
    };
    (0..9).map(once).min().unwrap()
}

#[test]
fn eight_times_the_history_takes_under_30_times_as_long() {
    for sellers in [1, 10] {
        let times = |sessions| {
            let mut model = started(history(sessions, sellers));
            let list = time(&model);
            tell(&mut model, TEN, Event::Pressed(Press::PairOpened(PairId(0))));
            let page = time(&model);
            let rows: usize = seen::home(&drawn(&model)).groups.iter().map(|group| group.rows.len()).sum();
            assert!(
                rows >= usize::try_from(sessions / sellers).unwrap(),
                "the page lists all sessions: {rows}"
            );
            [list, page]
        };
        let (short, long) = (times(250), times(2_000));
        for (screen, (short, long)) in ["list", "page of a seller"].iter().zip(short.into_iter().zip(long)) {
            println!("{sellers} sellers, {screen}: 250 sessions {short:?}, 2,000 sessions {long:?}");
            // In proportion to the square, it would be 64 times.
            assert!(long < short * 30, "{screen} of {sellers} sellers: {short:?}, then {long:?}");
        }
    }
}

/// Returns all pairs of the same two people, by looking at each claim again and again.
fn plain_all(model: &Model, claims: &[(PairId, PairId)], pair: PairId) -> Vec<PairId> {
    let mut all = vec![pair];
    let mut at = 0;
    while let Some(of) = all.get(at).copied() {
        for (one, other) in claims {
            for (this, that) in [(one, other), (other, one)] {
                if *this == of && !all.contains(that) && model.side(*that) == model.side(of) {
                    all.push(*that);
                }
            }
        }
        at += 1;
    }
    all
}

/// Returns the open notes of the kind by looking at each session for each note.
fn plain_open<'a>(
    model: &'a Model,
    claims: &[(PairId, PairId)],
    at: Option<SessionId>,
    is_of_kind: fn(&Note) -> bool,
) -> Vec<Earlier<'a>> {
    let one = |pair| plain_all(model, claims, pair).into_iter().min().unwrap();
    let began = |half: &ManagerHalf| match &half.course {
        Course::Begun { log, .. } => log.0.first().map(|entry| entry.at),
        Course::Planned => None,
    };
    let halves = || model.sessions().filter_map(|session| Some((session, session.manager_half()?)));
    let mine = at.and_then(|at| Some((one(model.session(at)?.pair), began(model.half(at)?)?)));
    let mut found: Vec<Earlier<'a>> = Vec::new();
    let mut add = |note: Earlier<'a>| {
        let place = found.iter().position(|later| later.began > note.began).unwrap_or(found.len());
        let is_there = |known: &Earlier<'_>| known.session == note.session && known.note.id == note.note.id;
        if !found.iter().any(is_there) {
            found.insert(place, note);
        }
    };
    for (session, half) in halves() {
        let pair = one(session.pair);
        if mine.is_some_and(|(own, _)| own != pair) {
            continue;
        }
        for Carried { session, began, note } in &half.carried {
            if model.half(*session).is_none() {
                add(Earlier { session: *session, pair, began: *began, note, is_old: false, told: None });
            }
        }
        let Some(began) = began(half).filter(|began| mine.is_none_or(|(_, until)| *began < until)) else {
            continue;
        };
        half.notes.all.iter().for_each(|note| {
            add(Earlier { session: session.id, pair, began, note, is_old: false, told: None });
        });
    }
    let is_settled = |earlier: &Earlier<'_>| {
        let others = halves().filter(|(session, _)| Some(session.id) != at);
        others.flat_map(|(_, half)| &half.notes.statuses).any(|status| {
            status.answer != Answer::NotYet
                && (status.session, status.note) == (earlier.session, earlier.note.id)
        })
    };
    found.retain(|earlier| is_of_kind(earlier.note) && !is_settled(earlier));
    // Each session is over once it began. Those of one instant count once.
    let since = |earlier: &Earlier<'_>| {
        let theirs = halves().filter(|(session, _)| one(session.pair) == earlier.pair);
        let starts: BTreeSet<_> = theirs.filter_map(|(_, half)| began(half)).collect();
        let until = mine.map_or(Instant(i64::MAX), |(_, until)| until);
        starts.into_iter().filter(|start| *start > earlier.began && *start < until).count()
    };
    found.iter_mut().for_each(|earlier| earlier.is_old = since(earlier) > 0);
    let is_step = |note: &Note| matches!(note.detail, Detail::NextStep { .. });
    found.retain(|earlier| !is_step(earlier.note) || since(earlier) < 2);
    found
}

/// Generates a note among few, so that ids meet.
fn few_notes() -> impl Strategy<Value = Note> {
    let detail = prop_oneof![
        3 => any::<bool>().prop_map(|is_manager| {
            let by = if is_manager { Party::Manager } else { Party::Seller };
            Detail::NextStep { by, first_step: None, when: None, on: None, is_confirmed: false }
        }),
        1 => Just(Detail::Parked { by: None, place: None, quotes: None }),
        1 => Just(Detail::Parked { by: None, place: Some(Place::Elsewhere), quotes: None }),
    ];
    (0_u16..4, detail).prop_map(|(id, detail)| Note { id: NoteId(id), item: None, words: text("x"), detail })
}

/// Generates sessions among few ids, pairs and dates.
fn few_sessions() -> impl Strategy<Value = Session> {
    let answer = prop_oneof![Just(Answer::Done), Just(Answer::NotYet), Just(Answer::Dropped)];
    let status = (0_u64..10, 0_u16..4, answer).prop_map(|(session, note, answer)| Status {
        session: SessionId(session),
        note: NoteId(note),
        answer,
    });
    let carried = (0_u64..14, 0_i64..4, few_notes()).prop_map(|(session, day, note)| Carried {
        session: SessionId(session),
        began: given::at(day),
        note,
    });
    let course = proptest::option::of(0_i64..4);
    (0_u64..10, 0_u64..5, course, vec(few_notes(), 0..4), vec(status, 0..5), vec(carried, 0..5)).prop_map(
        |(id, pair, begins, mut all, statuses, carried)| {
            all.sort_by_key(|note| note.id);
            all.dedup_by_key(|note| note.id);
            session(id, pair, |half| {
                half.course = begins.map_or(Course::Planned, |day| ended(given::at(day)));
                half.notes = Notes { all, statuses };
                half.carried = carried;
            })
        },
    )
}

proptest! {
    #![proptest_config(law(500))]

    #[test]
    fn open_matters_are_those_of_the_plain_definition(
        sessions in vec(few_sessions(), 0..12),
        sellers in proptest::collection::btree_set(0_u64..5, 0..3),
        claims in proptest::collection::btree_map(0_u64..6, 0_u64..6, 0..5),
    ) {
        let mut records = Records::new();
        (0..5).for_each(|pair| add_pair(&mut records, pair));
        sessions.iter().for_each(|session| add_session(&mut records, session));
        for pair in &sellers {
            add_record(&mut records, RecordId::Side(PairId(*pair)), Record::Side(Party::Seller));
        }
        for (pair, other) in &claims {
            add_record(&mut records, RecordId::Same(PairId(*pair)), Record::Same(PairId(*other)));
        }
        let model = &started(records);
        let claims: Vec<_> = claims.iter().map(|(pair, other)| (PairId(*pair), PairId(*other))).collect();
        for pair in (0..6).map(PairId) {
            let all = plain_all(model, &claims, pair);
            prop_assert_eq!(same::one(model, pair), *all.iter().min().unwrap());
            prop_assert_eq!(same::all(model, pair), all);
        }
        let is_next_step: fn(&Note) -> bool = |note| matches!(note.detail, Detail::NextStep { .. });
        let is_waiting: fn(&Note) -> bool =
            |note| matches!(note.detail, Detail::Parked { place: None | Some(Place::NextTime), .. });
        prop_assert_eq!(earlier::open(model, None), plain_open(model, &claims, None, is_next_step));
        for pair in (0..6).map(PairId) {
            let mut parked = plain_open(model, &claims, None, is_waiting);
            parked.retain(|earlier| earlier.pair == same::one(model, pair));
            prop_assert_eq!(earlier::parked(model, pair), parked);
        }
        for id in (0..10).map(SessionId) {
            prop_assert_eq!(earlier::open(model, Some(id)), plain_open(model, &claims, Some(id), is_next_step));
            prop_assert_eq!(earlier::parked_for(model, id), plain_open(model, &claims, Some(id), is_waiting));
        }
    }
}
