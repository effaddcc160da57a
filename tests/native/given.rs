//! Sample values and generators of domain values, hostile ones included.
//!
//! Asserts nothing.

use std::hash::{BuildHasher, Hasher, RandomState};

use coaching_session::domain::agenda::{Agenda, Item, ItemField, ItemId, Role, TopicSlot};
use coaching_session::domain::ahead::Ahead;
use coaching_session::domain::closing::{Asked, Closing};
use coaching_session::domain::coaching_type::{BUILT_IN, History, TypeLabel};
use coaching_session::domain::day::Day;
use coaching_session::domain::draft::{
    AgendaDraft, AnswerDraft, CloseDraft, Content, Draft, HourDraft, ItemText, LineDraft, MoveDraft,
    PlanDraft, PreparationDraft, QuarterDraft, RequestDraft, TextDraft, TopicDraft,
};
use coaching_session::domain::evidence::{Evidence, SOURCES};
use coaching_session::domain::half::{Course, ManagerHalf, SellerHalf, TimeAnswer, TimeSaid};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::listed::Listed;
use coaching_session::domain::note::{
    Answer, Carried, Detail, Note, NoteId, NoteKind, Notes, Place, Readers, Status,
};
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::plan::Plan;
use coaching_session::domain::private::{Entered, Held, Private};
use coaching_session::domain::readiness::{Handshake, Prepared, Readiness};
use coaching_session::domain::record::{Record, RemovedLine, Settings};
use coaching_session::domain::register::{Register, Version, Written};
use coaching_session::domain::sent::{Sent, SentBy, SentKind, Stated};
use coaching_session::domain::session::Session;
use coaching_session::domain::signal::Signal;
use coaching_session::domain::standing::{
    EnteredBy, EnteredDate, EnteredRow, Rhythm, Standing, StandingDate, StandingSlot,
};
use coaching_session::domain::text::{TEXT_LIMIT, Text};
use coaching_session::domain::time::{Instant, LocalDateTime, Minutes, Span};
use coaching_session::domain::timing::{Baseline, Cause, Change, Entry, Leap, Log, PauseReason, Planned};
use coaching_session::domain::told::Told;
use coaching_session::domain::topic::Topic;
use coaching_session::domain::ui_state::{Screen, UiState};
use coaching_session::domain::version::VersionVector;
use coaching_session::domain::zone::{Offset, Schedule, Zone, ZoneAt};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{RngSeed, TestCaseError, TestRunner};

/// Thursday, 14 May, 10:00 in Berlin.
pub const TEN: Instant = Instant(1_778_745_600_000);

/// Returns the number of cases for an ordinary law.
pub fn cases() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) }
}

/// Returns the number of cases for a law that protects a person's data.
pub fn many_cases() -> ProptestConfig {
    law(2_000)
}

/// Returns ten thousand in `cargo xtask test`, else `everyday`.
pub fn law(everyday: u32) -> ProptestConfig {
    let cases = if tries_all() { 10_000 } else { everyday };
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

/// Tries a law with a seed of its own for each case. A failure names the seed; the variable `COACHING_SEED` tries that
/// case alone, and `COACHING_CASES` tries another number of cases from a random seed on.
pub fn try_by_seed<S: Strategy>(
    everyday: u32,
    strategy: S,
    law: impl Fn(&S::Value) -> Result<(), TestCaseError>,
) {
    let number = |name: &str| std::env::var(name).ok().map(|number| number.parse::<u64>().expect(name));
    let (first, count) = match number("COACHING_SEED") {
        Some(seed) => (seed, 1),
        None => {
            let count = if tries_all() { 50 * u64::from(everyday) } else { u64::from(everyday) };
            let chosen =
                number("COACHING_CASES").map(|count| (RandomState::new().build_hasher().finish(), count));
            chosen.unwrap_or((0, count))
        }
    };
    for seed in (0..count).map(|place| first.wrapping_add(place)) {
        let config = ProptestConfig {
            rng_seed: RngSeed::Fixed(seed),
            max_shrink_time: 60_000,
            max_shrink_iters: 5_000,
            ..cases()
        };
        let mut runner = TestRunner::new(ProptestConfig { cases: 1, ..config });
        if let Err(failure) = runner.run(&strategy, |case| law(&case)) {
            panic!("COACHING_SEED={seed}\n{failure}");
        }
    }
}

/// Returns true in `cargo xtask test`, which sets the variable.
pub fn tries_all() -> bool {
    std::env::var_os("COACHING_LAWS").is_some()
}

/// Returns a text of the domain.
pub fn text(typed: &str) -> Text {
    Text::parse(typed).unwrap()
}

/// Returns a span of minutes.
pub fn minutes(count: i64) -> Span {
    Span::minutes(count)
}

/// Returns the instant a number of minutes after [`TEN`].
pub fn at(count: i64) -> Instant {
    TEN.plus(minutes(count))
}

/// Returns the built-in agenda for 45 minutes: 3, 5, 15, 12, 7, 3.
pub fn agenda_of_45() -> Agenda {
    BUILT_IN[0].agenda(Minutes(45), History::Returning).unwrap()
}

/// Returns a plan with the agenda of 45 minutes.
pub fn plan() -> Plan {
    Plan {
        coaching_type: BUILT_IN[0].label().unwrap(),
        schedule: Schedule {
            local: LocalDateTime::parse("2026-05-14", "10:00").unwrap(),
            zone: Zone::parse("Europe/Berlin").unwrap(),
            offset: Offset::new(120).unwrap(),
        },
        minutes: Minutes(45),
        place: Some(text("Room 4")),
        agenda: agenda_of_45(),
    }
}

/// Returns a session of that plan with a course.
pub fn session(course: Course) -> Session {
    let half = ManagerHalf {
        plan: plan(),
        prepared: Prepared::default(),
        ahead: Ahead::default(),
        course,
        asked: Vec::new(),
        notes: Notes::default(),
        carried: Vec::new(),
        settled: Vec::new(),
        closing: Closing::default(),
    };
    Session {
        id: SessionId(0x5e),
        pair: PairId(0xa1),
        manager: Register::new(WriterId(1), half),
        seller: None,
    }
}

/// Generates valid texts with unusual characters, as they are after reading.
pub fn hostile_text() -> impl Strategy<Value = Text> {
    any_text().prop_filter_map("a text", |text| Text::parse(text.as_str().trim()).ok())
}

fn any_text() -> impl Strategy<Value = Text> {
    let known = select(vec![
        "Lee",
        "<script>alert(\"x\")</script>",
        "مرحبا بالعالم",
        "\u{202e}turned\u{202c}",
        "👩‍👩‍👧‍👦 🏳️‍🌈",
        "a\nb\tc",
        "\"quoted\" \\back\\slash\\ 'single'",
        "\u{2028}\u{2029}\u{feff}x\u{200b}y",
        "null",
        "{\"v\":1}",
        "⟦marks⟧ & &amp; <!-- -->",
        "ﷺ𝔘𝔫𝔦",
        "\u{fffd}\u{ffff}z",
    ]);
    let long = select(vec!['x', 'é', '😀', '\\', '"', '<']);
    prop_oneof![
        15 => known.prop_map(text),
        15 => vec(any::<char>(), 1..40).prop_filter_map("not blank", |marks| Text::parse(&String::from_iter(marks)).ok()),
        1 => long.prop_map(|mark| text(&mark.to_string().repeat(TEXT_LIMIT))),
    ]
}

/// Generates the content of fields, valid or not.
pub fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        hostile_text().prop_map(|text| text.to_string()),
        vec(any::<char>(), 0..12).prop_map(String::from_iter)
    ]
}

/// Generates instants, distant ones included.
pub fn any_instant() -> impl Strategy<Value = Instant> {
    prop_oneof![
        4 => (-100_000_000_i64..100_000_000).prop_map(|off| TEN.plus(Span(off))),
        2 => any::<i64>().prop_map(Instant),
        1 => select(vec![i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX]).prop_map(Instant),
    ]
}

fn wording() -> impl Strategy<Value = Wording> {
    prop_oneof![select(Phrase::ALL).prop_map(Wording::BuiltIn), hostile_text().prop_map(Wording::Own)]
}

fn role() -> impl Strategy<Value = Role> {
    prop_oneof![
        Just(Role::Open),
        Just(Role::LookBack),
        (0_u8..3).prop_map(|slot| Role::Topic(TopicSlot(slot))),
        Just(Role::Added),
        Just(Role::NextSteps),
        Just(Role::Close),
    ]
}

fn item() -> impl Strategy<Value = Item> {
    let bounds = (1_u16..=90).prop_flat_map(|least| (Just(least), least..=90));
    (role(), wording(), proptest::option::of(select(Phrase::ALL)), 1_u16..=90, bounds).prop_map(
        |(role, title, purpose, minutes, (least, most))| Item {
            id: ItemId(0),
            role,
            title,
            purpose,
            minutes: Minutes(minutes),
            least: Minutes(least),
            most: Minutes(most),
        },
    )
}

/// Generates agendas of up to `most` items with ids in any order.
pub fn agenda(most: usize) -> impl Strategy<Value = Agenda> {
    let ids = proptest::collection::hash_set(any::<u16>(), 1..=most);
    (ids, vec(item(), most)).prop_map(|(ids, items)| {
        let items = ids.into_iter().zip(items).map(|(id, item)| Item { id: ItemId(id), ..item }).collect();
        Agenda::new(items).unwrap()
    })
}

/// Generates minutes of items 0, 1, 2 and so on.
pub fn baseline() -> impl Strategy<Value = Baseline> {
    vec(1_u16..=90, 1..=8).prop_map(|minutes| baseline_of(&minutes))
}

/// Returns a baseline with minutes of items 0, 1, 2 and so on.
pub fn baseline_of(minutes: &[u16]) -> Baseline {
    let planned = |(item, minutes): (u16, &u16)| Planned { item: ItemId(item), minutes: Minutes(*minutes) };
    Baseline((0..).zip(minutes).map(planned).collect())
}

fn any_change() -> impl Strategy<Value = Change> {
    let item = || prop_oneof![3 => (0_u16..8).prop_map(ItemId), 1 => any::<u16>().prop_map(ItemId)];
    prop_oneof![
        2 => Just(Change::Started),
        2 => item().prop_map(Change::MovedTo),
        2 => item().prop_map(Change::SkippedTo),
        2 => (item(), any::<u16>()).prop_map(|(item, by)| Change::Extended(item, Minutes(by))),
        2 => (item(), any::<u16>()).prop_map(|(item, by)| Change::Shortened(item, Minutes(by))),
        1 => item().prop_map(Change::Dropped),
        1 => (item(), any_instant()).prop_map(|(item, since)| Change::MovedSince(item, since)),
        1 => any_instant().prop_map(Change::BeganAt),
        1 => Just(Change::Interrupted),
        1 => select(vec![PauseReason::Call, PauseReason::Visitor, PauseReason::Break, PauseReason::Line]).prop_map(Change::PausedFor),
        1 => Just(Change::Paused),
        1 => Just(Change::Resumed),
        1 => any_instant().prop_map(|seen| Change::Jumped { seen, cause: Cause::Away }),
        1 => any_instant().prop_map(|seen| Change::Jumped { seen, cause: Cause::ClockChanged }),
        1 => Just(Change::Stayed),
        1 => Just(Change::Ended),
    ]
}

/// Generates logs of any entries in any order, as damage under a valid checksum could leave them.
pub fn garbage_log() -> impl Strategy<Value = Log> {
    vec((any_instant(), any_change()), 0..24)
        .prop_map(|entries| Log(entries.into_iter().map(|(at, change)| Entry { at, change }).collect()))
}

fn course() -> impl Strategy<Value = Course> {
    prop_oneof![
        Just(Course::Planned),
        (baseline(), garbage_log()).prop_map(|(baseline, log)| Course::Begun { baseline, log })
    ]
}

fn local() -> impl Strategy<Value = LocalDateTime> {
    (1970_u32..=9999, 1_u32..=12, 1_u32..=28, 0_u32..24, 0_u32..60).prop_map(
        |(year, month, day, hour, minute)| {
            LocalDateTime::parse(&format!("{year:04}-{month:02}-{day:02}"), &format!("{hour:02}:{minute:02}"))
                .unwrap()
        },
    )
}

fn zone() -> impl Strategy<Value = Zone> {
    select(vec!["UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+12", "No/Such-Zone_9"])
        .prop_map(|name| Zone::parse(name).unwrap())
}

fn zone_at() -> impl Strategy<Value = Option<ZoneAt>> {
    let offset = (-1_080_i16..=1_080).prop_map(|minutes| Offset::new(minutes).unwrap());
    proptest::option::of((zone(), offset).prop_map(|(zone, offset)| ZoneAt { zone, offset }))
}

fn maybe_text() -> impl Strategy<Value = Option<Text>> {
    proptest::option::of(hostile_text())
}

fn note() -> impl Strategy<Value = Note> {
    let on = proptest::option::of((0_u32..=2_932_896).prop_map(|days| Day::from_number(days).unwrap()));
    let next_step = (party(), maybe_text(), maybe_text(), on, any::<bool>()).prop_map(
        |(by, first_step, when, on, is_confirmed)| Detail::NextStep {
            by,
            first_step,
            when,
            on,
            is_confirmed,
        },
    );
    let place = select(vec![None, Some(Place::NextTime), Some(Place::Elsewhere), Some(Place::Dropped)]);
    let parked = (proptest::option::of(party()), place, proptest::option::of(any::<u32>()))
        .prop_map(|(by, place, quotes)| Detail::Parked { by, place, quotes });
    let detail = prop_oneof![next_step, parked, Just(Detail::Shared)];
    (proptest::option::of(any::<u16>()), hostile_text(), detail).prop_map(|(item, words, detail)| Note {
        id: NoteId(0),
        item: item.map(ItemId),
        words,
        detail,
    })
}

fn status() -> impl Strategy<Value = Status> {
    let answer = select(vec![Answer::Done, Answer::NotYet, Answer::Dropped]);
    (any::<u64>(), any::<u16>(), answer).prop_map(|(session, note, answer)| Status {
        session: SessionId(session),
        note: NoteId(note),
        answer,
    })
}

/// Generates notes with ids in any order.
pub fn notes() -> impl Strategy<Value = Notes> {
    let ids = proptest::collection::hash_set(any::<u16>(), 0..4);
    (ids, vec(note(), 4), vec(status(), 0..4)).prop_map(|(ids, notes, statuses)| {
        let all = ids.into_iter().zip(notes).map(|(id, note)| Note { id: NoteId(id), ..note }).collect();
        Notes { all, statuses }
    })
}

fn carried() -> impl Strategy<Value = Carried> {
    (any::<u64>(), any_instant(), note()).prop_map(|(session, began, note)| Carried {
        session: SessionId(session),
        began,
        note,
    })
}

fn manager_half() -> impl Strategy<Value = ManagerHalf> {
    let offset = (-1_080_i16..=1_080).prop_map(|minutes| Offset::new(minutes).unwrap());
    let schedule =
        (local(), zone(), offset).prop_map(|(local, zone, offset)| Schedule { local, zone, offset });
    let coaching_type = (hostile_text(), wording()).prop_map(|(id, name)| TypeLabel { id, name });
    let place = proptest::option::of(hostile_text());
    let asked = vec(hostile_text(), 0..3);
    (
        coaching_type,
        schedule,
        20_u16..=90,
        place,
        agenda(4),
        course(),
        (prepared(), ahead()),
        (asked, notes(), vec(carried(), 0..3), vec(status(), 0..3), closing()),
    )
        .prop_map(
            |(
                coaching_type,
                schedule,
                minutes,
                place,
                agenda,
                course,
                (prepared, ahead),
                (asked, notes, carried, settled, closing),
            )| {
                ManagerHalf {
                    plan: Plan { coaching_type, schedule, minutes: Minutes(minutes), place, agenda },
                    prepared,
                    ahead,
                    course,
                    asked,
                    notes,
                    carried,
                    settled,
                    closing,
                }
            },
        )
}

fn closing() -> impl Strategy<Value = Closing> {
    let asked = prop_oneof![any::<u16>().prop_map(Asked::Worked), Just(Asked::Talk), Just(Asked::Spoke)];
    let replies = vec((asked, 0_usize..3), 0..5);
    (replies.clone(), replies, maybe_text(), any::<bool>(), any::<bool>()).prop_map(
        |(replies, heard, differently, is_in, is_aloud)| {
            let mut closing = Closing { differently, is_in, is_aloud, ..Closing::default() };
            for (asked, at) in replies {
                closing.choose(asked, asked.offers()[at % asked.offers().len()]);
            }
            for (asked, at) in heard {
                closing.hear(asked, asked.offers()[at % asked.offers().len()]);
            }
            closing
        },
    )
}

fn ready() -> impl Strategy<Value = Option<Readiness>> {
    proptest::option::of((any_instant(), any::<u64>()).prop_map(|(at, plan)| Readiness { at, plan }))
}

fn prepared() -> impl Strategy<Value = Prepared> {
    let handshake = select(vec![None, Some(Handshake::Ready), Some(Handshake::Together)]);
    (ready(), handshake, any::<bool>()).prop_map(|(ready, handshake, alone)| Prepared {
        ready,
        handshake,
        alone,
    })
}

fn ahead() -> impl Strategy<Value = Ahead> {
    let noted = maybe_text().prop_map(|words| words.map(Topic::noted));
    (noted, option::of(evidence()), vec(wording(), 0..3), option::of(standing()))
        .prop_map(|(noted, fact, count_on, standing)| Ahead { noted, fact, count_on, standing })
}

fn topic() -> impl Strategy<Value = Topic> {
    (any::<u16>(), hostile_text(), maybe_text()).prop_map(|(id, words, worked_if)| Topic {
        id,
        words,
        worked_if,
    })
}

fn evidence() -> impl Strategy<Value = Evidence> {
    (hostile_text(), select(SOURCES.to_vec())).prop_map(|(words, source)| Evidence { words, source })
}

/// Generates answers of a seller about a planned start.
fn time_answer() -> impl Strategy<Value = Option<TimeAnswer>> {
    let says = select(vec![TimeSaid::Works, TimeSaid::OtherTime, TimeSaid::CantCome]);
    proptest::option::of((any::<u64>(), says).prop_map(|(start, says)| TimeAnswer { start, says }))
}

/// Generates lines on the list for the next session.
fn line() -> impl Strategy<Value = Carried> {
    (any::<u64>(), any::<u32>(), note()).prop_map(|(session, began, note)| Carried {
        session: SessionId(session),
        began: Instant(began.into()),
        note,
    })
}

fn seller_half() -> impl Strategy<Value = SellerHalf> {
    let (topic, evidence) = (topic(), evidence());
    (
        vec(topic, 0..3),
        vec(evidence, 0..3),
        maybe_text(),
        maybe_text(),
        (any::<bool>(), time_answer(), zone_at()),
        maybe_text(),
        ready(),
        (vec(status(), 0..3), vec(line(), 0..3), closing()),
    )
        .prop_map(
            |(topics, evidence, leave_alone, about, (brings_it, time, zone), wish, ready, last)| {
                let (steps, listed, closing) = last;
                SellerHalf {
                    topics,
                    evidence,
                    leave_alone,
                    about,
                    brings_it,
                    time,
                    zone,
                    wish,
                    ready,
                    steps,
                    listed,
                    closing,
                }
            },
        )
}

/// Generates version vectors of a few devices, never empty.
pub fn vector() -> impl Strategy<Value = VersionVector> {
    vec((0_u64..4, 1_u32..4), 1..4).prop_map(|counters| {
        VersionVector::new(counters.into_iter().map(|(device, count)| (WriterId(device), count)))
    })
}

fn written<C: std::fmt::Debug>(content: impl Strategy<Value = C>) -> impl Strategy<Value = Written<C>> {
    prop_oneof![
        4 => content.prop_map(Written::Content),
        1 => any_instant().prop_map(Written::Deleted),
    ]
}

/// Generates registers of a few versions, also such that no honest history produces.
pub fn register<C: coaching_session::domain::register::Content + std::fmt::Debug>(
    content: impl Strategy<Value = C>,
) -> impl Strategy<Value = Register<C>> {
    let version = (vector(), written(content)).prop_map(|(vector, written)| Version { vector, written });
    vec(version, 1..4).prop_map(|versions| Register::from_versions(&versions).unwrap())
}

/// Generates sessions of one id with any content.
pub fn sessions() -> impl Strategy<Value = Session> {
    (any::<u64>(), any::<u64>(), register(manager_half()), proptest::option::of(register(seller_half())))
        .prop_map(|(id, pair, manager, seller)| Session {
            id: SessionId(id),
            pair: PairId(pair),
            manager,
            seller,
        })
}

fn sendings() -> impl Strategy<Value = Option<Sent>> {
    let by = select(vec![SentBy::Copied, SentBy::Shared, SentBy::Mailed, SentBy::Saved, SentBy::Shown]);
    let sent = (any_instant(), by, any::<u64>(), select(SentKind::ALL.to_vec()));
    proptest::option::of(sent.prop_map(|(at, by, content, what)| Sent { at, by, content, what }))
}

/// Generates a line of a checklist: a built-in one, or a company's own.
fn checklist_line() -> impl Strategy<Value = Wording> {
    prop_oneof![
        3 => select(Phrase::ALL.to_vec()).prop_map(Wording::BuiltIn),
        1 => hostile_text().prop_map(Wording::Own),
    ]
}

/// Generates the records beside the sessions.
pub fn records() -> impl Strategy<Value = Register<Record>> {
    let name = || proptest::option::of(hostile_text());
    let pair = (name(), hostile_text()).prop_map(|(manager, seller)| Record::Pair(Pair { manager, seller }));
    let unlisted = proptest::collection::btree_set((1_u64..9).prop_map(PairId), 0..3);
    let removed = (option::of((1_u64..9).prop_map(PairId)), checklist_line())
        .prop_map(|(pair, line)| RemovedLine { pair, line });
    let removed = proptest::collection::btree_set(removed, 0..3);
    let waiting = proptest::collection::btree_set((1_u64..9).prop_map(PairId), 0..3);
    let by_initials = proptest::collection::btree_set((1_u64..9).prop_map(PairId), 0..3);
    let send_by = select(vec![None, Some(SentBy::Copied), Some(SentBy::Shared), Some(SentBy::Mailed)]);
    let signals = proptest::collection::btree_set(select(Signal::ALL.to_vec()), 0..3);
    let settings = (name(), unlisted, any::<bool>(), removed, waiting, by_initials, send_by, signals)
        .prop_map(|(own_name, unlisted, keys_are_off, removed, waiting, by_initials, send_by, signals)| {
            let (unlisted, removed) = (unlisted.into_iter().collect(), removed.into_iter().collect());
            let (waiting, by_initials) = (waiting.into_iter().collect(), by_initials.into_iter().collect());
            Record::Settings(Settings {
                own_name,
                unlisted,
                keys_are_off,
                removed,
                waiting,
                by_initials,
                send_by,
                signals: signals.into_iter().collect(),
            })
        });
    let ticks = vec(checklist_line(), 0..4);
    let said = (name(), option::of(evidence()));
    let said =
        said.prop_map(|(noted, fact)| Ahead { noted: noted.map(Topic::noted), fact, ..Ahead::default() });
    let stated = (time_answer(), vec(status(), 0..3), option::of(Just(plan())), option::of(said));
    let stated = stated.prop_map(|(time, steps, plan, ahead)| Stated { time, steps, plan, ahead });
    let moved = vec(any_instant(), 0..3);
    let private = (ticks, name(), held(), option::of(entered()), sendings(), stated, moved).prop_map(
        |(ticks, note, held, entered, sent, stated, moved)| {
            Record::Private(Box::new(Private { ticks, note, held, entered, sent, stated, moved }))
        },
    );
    let side = party().prop_map(Record::Side);
    let same = any::<u64>().prop_map(|id| Record::Same(PairId(id)));
    register(prop_oneof![
        pair,
        settings,
        private,
        side,
        same,
        standing().prop_map(Record::Standing),
        vec((any::<bool>(), line()), 0..3).prop_map(|lines| {
            Record::List(lines.into_iter().map(|(is_held, line)| Listed { is_held, line }).collect())
        }),
        entered_row(),
        (vec(status(), 0..3), vec(line(), 0..3))
            .prop_map(|(steps, listed)| Record::Told(Told { steps, listed })),
    ])
}

fn entered_by() -> impl Strategy<Value = EnteredBy> {
    select(vec![EnteredBy::File, EnteredBy::Web])
}

fn entered_row() -> impl Strategy<Value = Record> {
    let date = (any::<u64>(), any_instant(), 20_u16..=90, any::<u64>());
    let date = date.prop_map(|(session, begins, minutes, content)| EnteredDate {
        session: SessionId(session),
        begins,
        minutes: Minutes(minutes),
        content,
    });
    (any::<u32>(), any_instant(), entered_by(), vec(date, 0..4))
        .prop_map(|(sequence, at, by, dates)| Record::EnteredRow(EnteredRow { sequence, at, by, dates }))
}

/// Generates standing slots with skipped dates.
pub fn standing() -> impl Strategy<Value = Standing> {
    let date = |day: i64| LocalDateTime::from_utc(Instant((day * 1440 + 600) * 60_000)).unwrap();
    let slot = (select(Rhythm::ALL.to_vec()), 0_i64..40_000);
    let slot = option::of(slot.prop_map(move |(rhythm, day)| StandingSlot { rhythm, first: date(day) }));
    let entry = (any::<u64>(), 20_u16..=90, any::<bool>());
    let dates = proptest::collection::btree_map(0_i64..40_000, entry, 0..4);
    (slot, zone(), dates, hostile_text()).prop_map(move |(slot, zone, dates, id)| {
        let coaching_type = TypeLabel { name: Wording::Own(id.clone()), id };
        let entry = |(day, (session, minutes, is_skipped))| StandingDate {
            local: date(day),
            session: SessionId(session),
            coaching_type: coaching_type.clone(),
            minutes: Minutes(minutes),
            is_skipped,
        };
        Standing { slot, zone, dates: dates.into_iter().map(entry).collect() }
    })
}

/// Generates held-back things with ids in any order.
pub fn held() -> impl Strategy<Value = Held> {
    let leave = proptest::option::of(hostile_text());
    (vec(topic(), 0..3), vec(evidence(), 0..3), leave, vec(note(), 0..3))
        .prop_map(|(topics, evidence, leave_alone, notes)| Held { topics, evidence, leave_alone, notes })
}

fn party() -> impl Strategy<Value = Party> {
    select(vec![Party::Manager, Party::Seller])
}

/// Generates states of the screen.
pub fn ui_states() -> impl Strategy<Value = UiState> {
    let id = || any::<u64>().prop_map(SessionId);
    let screen = prop_oneof![
        Just(Screen::Home),
        any::<u64>().prop_map(|id| Screen::Pair(PairId(id))),
        proptest::option::of(id()).prop_map(Screen::Plan),
        id().prop_map(Screen::Session),
        id().prop_map(Screen::Agenda),
        (id(), party()).prop_map(|(id, party)| Screen::HandOver(id, party)),
        (id(), party()).prop_map(|(id, party)| Screen::Prepare(id, party)),
        (id(), party()).prop_map(|(id, party)| Screen::Close(id, party)),
        (id(), party()).prop_map(|(id, party)| Screen::Own(id, party)),
        id().prop_map(Screen::Share),
        id().prop_map(Screen::Calendar),
        any::<u64>().prop_map(|id| Screen::Standing(PairId(id))),
        Just(Screen::Ask),
        Just(Screen::Quarter),
        Just(Screen::Booked),
    ];
    let leap = (id(), any::<u16>(), any_instant(), any_instant(), any::<bool>()).prop_map(
        |(session, after, from, to, is_asked)| Leap { session, after: after.into(), from, to, is_asked },
    );
    let instants = (option::of(any_instant()), option::of(any_instant()));
    let question = option::of(hostile_text());
    (screen, instants, question, option::of(any::<u32>()), vec(leap, 0..4), option::of(id())).prop_map(
        |(screen, (seen, expiry_told), question, slot, leaps, handed)| UiState {
            screen,
            seen,
            question,
            slot,
            leaps,
            handed,
            expiry_told,
        },
    )
}

/// Generates stored drafts of every kind.
pub fn drafts() -> impl Strategy<Value = Draft> {
    let pair = proptest::option::of(any::<u64>().prop_map(PairId));
    let plan = (proptest::array::uniform7(typed()), pair, option::of(any::<u32>()), any::<bool>()).prop_map(
        |(
            [seller, date, time, coaching_type, minutes, place, own_name],
            pair,
            renews_agenda,
            defaults_open,
        )| {
            PlanDraft {
                seller,
                pair,
                date,
                time,
                coaching_type,
                renews_agenda,
                minutes,
                place,
                own_name,
                defaults_open,
            }
        },
    );
    let line = (
        select(vec![NoteKind::NextStep, NoteKind::Parked, NoteKind::Shared]),
        proptest::option::of(party()),
        proptest::array::uniform4(typed()),
        select(vec![Readers::Both, Readers::ManagerAlone]),
        any::<bool>(),
    )
        .prop_map(|(kind, by, [words, first_step, when, on], readers, is_open)| LineDraft {
            kind,
            by,
            words,
            first_step,
            when,
            on,
            readers,
            is_open,
        });
    let item_text = (any::<u16>(), select(vec![ItemField::Title, ItemField::Minutes]), typed())
        .prop_map(|(item, field, text)| ItemText { item: ItemId(item), field, text });
    let content = prop_oneof![
        plan.prop_map(Content::Plan),
        preparation().prop_map(Content::Preparation),
        typed().prop_map(|words| Content::Text(TextDraft { words })),
        vec(item_text, 0..3).prop_map(|texts| Content::Agenda(AgendaDraft { texts })),
        typed().prop_map(|differently| Content::Close(CloseDraft { differently })),
        line.prop_map(Content::Line),
        quarter().prop_map(Content::Quarter),
        proptest::array::uniform4(typed()).prop_map(|[manager, own_name, topic, wish]| {
            Content::Request(RequestDraft { manager, own_name, topic, wish })
        }),
        (typed(), typed(), any::<bool>(), typed(), typed()).prop_map(
            |(topic, wish, other_time, about, link)| {
                Content::Answer(AnswerDraft { topic, wish, other_time, about, link })
            }
        ),
    ];
    // A draft begins from the same content, or from a blank form.
    (any_instant(), any::<bool>(), content, any::<bool>()).prop_map(
        |(changed, is_typed, content, is_blank)| {
            let from = match &content {
                Content::Plan(_) if is_blank => Content::Plan(PlanDraft::default()),
                Content::Line(line) if is_blank => Content::Line(LineDraft::of(line.kind)),
                Content::Agenda(_) if is_blank => Content::Agenda(AgendaDraft::default()),
                _ => content.clone(),
            };
            Draft { changed, is_typed, content, from }
        },
    )
}

fn quarter() -> impl Strategy<Value = QuarterDraft> {
    let days = || vec(any::<u8>(), 0..3);
    let hour = (any::<u8>(), typed()).prop_map(|(weekday, time)| HourDraft { weekday, time });
    let turn = (0_i64..20_000).prop_map(|days| LocalDateTime::default().plus_days(days).unwrap());
    let moved = (proptest::array::uniform3(typed()), turn, any::<bool>()).prop_map(
        |([seller, date, time], turn, is_left_out)| MoveDraft { seller, turn, date, time, is_left_out },
    );
    (
        proptest::array::uniform6(typed()),
        proptest::array::uniform2(vec(any::<u64>().prop_map(PairId), 0..3)),
        vec(hour, 0..3),
        (vec(typed(), 0..3), days()),
        vec((typed(), any::<u8>()), 0..3),
        vec(moved, 0..3),
    )
        .prop_map(
            |(
                [names, every, minutes, first, last, avoid],
                [left_out, replaced],
                hours,
                (types, rest_days),
                seller_off,
                moves,
            )| {
                QuarterDraft {
                    names,
                    left_out,
                    replaced,
                    hours,
                    every,
                    minutes,
                    types,
                    first,
                    last,
                    avoid,
                    rest_days,
                    seller_off,
                    moves,
                }
            },
        )
}

fn preparation() -> impl Strategy<Value = PreparationDraft> {
    let topic = (any::<u16>(), typed(), typed()).prop_map(|(id, words, worked_if)| TopicDraft {
        id,
        words,
        worked_if,
    });
    let places = || vec(any::<u16>(), 0..3);
    (
        vec(topic, 0..3),
        vec((typed(), select(SOURCES.to_vec())), 0..3),
        (typed(), typed()),
        (places(), places()),
        any::<bool>(),
    )
        .prop_map(
            |(topics, evidence, (leave_alone, note), (held_topics, held_evidence), holds_leave)| {
                PreparationDraft {
                    topics,
                    evidence,
                    leave_alone,
                    note,
                    held_topics,
                    held_evidence,
                    holds_leave,
                }
            },
        )
}

/// Returns an entry that was put into a calendar.
pub fn entered() -> impl Strategy<Value = Entered> {
    (0..9_u32, 0..9_i64, entered_by(), any::<u64>(), any::<u64>()).prop_map(
        |(sequence, at, by, plan, content)| Entered { sequence, at: Instant(at), by, plan, content },
    )
}
