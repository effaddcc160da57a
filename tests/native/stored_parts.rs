//! Stored records: preparations and notes.
//!
//! As in `stored`, damage is written by hand, under a valid checksum.

use std::fmt::Debug;

use coaching_session::domain::agenda::ItemId;
use coaching_session::domain::ahead::Ahead;
use coaching_session::domain::closing::{Asked, Closing, Reply};
use coaching_session::domain::coaching_type::BUILT_IN;
use coaching_session::domain::day::Day;
use coaching_session::domain::evidence::{Evidence, Source};
use coaching_session::domain::half::{Course, SellerHalf, TimeAnswer, TimeSaid};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::listed::Listed;
use coaching_session::domain::note::{Answer, Carried, Detail, Note, NoteId, Notes, Place, Status};
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::private::{Entered, Held, Private};
use coaching_session::domain::readiness::{Handshake, Prepared, Readiness};
use coaching_session::domain::record::Record;
use coaching_session::domain::register::{Register, Written};
use coaching_session::domain::sent::{Sent, SentBy, SentKind, Stated};
use coaching_session::domain::session::Session;
use coaching_session::domain::standing::{
    EnteredBy, EnteredDate, EnteredRow, Rhythm, Standing, StandingSlot,
};
use coaching_session::domain::time::{LocalDateTime, Minutes};
use coaching_session::domain::timing::{Baseline, Change, Log};
use coaching_session::domain::told::Told;
use coaching_session::domain::topic::Topic;
use coaching_session::domain::ui_state::{Screen, UiState};
use coaching_session::domain::zone::{Offset, Zone, ZoneAt};
use coaching_session::wire::stored::{Unreadable, open};

use crate::forged;
use crate::given::{agenda_of_45, at, session as session_of, text};
use crate::stored::check_fixture;

/// A row of dates every second week, of which the second one is skipped.
fn row() -> Standing {
    let date = |date| LocalDateTime::parse(date, "10:00").unwrap();
    let zone = Zone::parse("Europe/Berlin").unwrap();
    let slot = StandingSlot { rhythm: Rhythm::TwoWeeks, first: date("2026-05-14") };
    let label = BUILT_IN[0].label().unwrap();
    let today = date("2026-07-13");
    let standing = Standing::new(PairId(0xa1), slot, zone, &label, Minutes(45), today);
    standing.toggled(standing.dates[1].session)
}

/// A session as an earlier day's program stored it, with fields put into the manager's half and into
/// the seller's.
fn session(manager: &str, seller: &str) -> Result<Session, Unreadable> {
    let vector = "\"vector\":{\"0000000000000001\":1}";
    let item = |id: u8, role: &str| {
        format!(
            "{{\"id\":{id},\"role\":\"{role}\",\"title\":{{\"own\":\"{role}\"}},\"minutes\":10,\"least\":5,\"most\":20}}"
        )
    };
    let plan = "\"type\":{\"id\":\"own\",\"name\":{\"own\":\"Own\"}},\"date\":\"2026-05-14\",\"time\":\"10:00\",\"zone\":\"UTC\",\"offset\":0,\"minutes\":30";
    let agenda = [item(0, "open"), item(1, "next-steps"), item(2, "close")].join(",");
    open(&forged::record(&format!(
        "{{\"id\":\"000000000000005e\",\"pair\":\"00000000000000a1\",\"manager\":[{{{vector},\"content\":{{{plan},\"agenda\":[{agenda}]{manager}}}}}],\"seller\":[{{{vector},\"content\":{{\"topics\":[]{seller}}}}}]}}"
    )))
}

/// Reading goes well where nothing is expected. Else the field named in `expected` has a value that it cannot
/// have, or the shape is wrong in words that hold `expected`.
#[track_caller]
fn check<T: Debug>(read: Result<T, Unreadable>, expected: Option<&str>, given: &str) {
    match (read, expected) {
        (Ok(_), None) => {}
        (Err(Unreadable::Value(field)), Some(expected)) => assert_eq!(field, expected, "{given:.200}"),
        (Err(Unreadable::Shape(error)), Some(expected)) => {
            assert!(error.contains(expected), "{error}, not {expected}, for {given:.200}");
        }
        (read, expected) => panic!("{read:?}, not {expected:?}, for {given:.200}"),
    }
}

#[track_caller]
fn check_manager(field: &str, fault: Option<&str>) {
    check(session(&format!(",{field}"), ""), fault, field);
}

#[track_caller]
fn check_seller(field: &str, fault: Option<&str>) {
    check(session("", &format!(",{field}")), fault, field);
}

#[test]
fn a_session_without_these_parts_reads_as_it_always_did() {
    let read = session("", "").unwrap();
    let (manager, seller) = (read.manager_half().unwrap(), read.seller_half().unwrap());
    assert_eq!(
        (manager.prepared.ready, manager.prepared.handshake, manager.prepared.alone),
        (None, None, false)
    );
    assert!(manager.notes.all.is_empty() && manager.notes.statuses.is_empty());
    assert!(seller.evidence.is_empty() && seller.leave_alone.is_none() && seller.ready.is_none());
}

#[test]
fn readiness_and_handshake_are_checked() {
    let ready = "\"ready\":{\"at\":5,\"plan\":\"00000000000000ff\"}";
    check_manager(ready, None);
    check_seller(ready, None);
    for (wrong, fault) in [
        ("\"ready\":5", "struct ReadyDto"),
        ("\"ready\":{\"at\":\"5\",\"plan\":\"00000000000000ff\"}", "string \"5\", expected i64"),
        ("\"ready\":{\"at\":5.5,\"plan\":\"00000000000000ff\"}", "expected i64"),
        ("\"ready\":{\"at\":9223372036854775808,\"plan\":\"00000000000000ff\"}", "expected i64"),
        ("\"ready\":{\"at\":5,\"plan\":\"ff\"}", "plan"),
        ("\"ready\":{\"at\":5}", "missing field `plan`"),
        ("\"ready\":{\"at\":5,\"plan\":\"00000000000000ff\",\"by\":1}", "unknown field `by`"),
    ] {
        check_manager(wrong, Some(fault));
        check_seller(wrong, Some(fault));
    }
    check_manager("\"handshake\":\"ready\"", None);
    check_manager("\"handshake\":\"together\"", None);
    check_manager("\"handshake\":\"perhaps\"", Some("unknown variant `perhaps`"));
    check_manager("\"handshake\":1", Some("expected"));
    check_manager("\"alone\":true", None);
    check_manager("\"alone\":1", Some("expected a boolean"));
}

#[test]
fn what_the_seller_brings_is_checked() {
    let line = r#"{"source":"seen","words":"a"}"#;
    for source in ["seen", "told", "guessed"] {
        check_seller(&format!("\"evidence\":[{}]", line.replacen("seen", source, 1)), None);
    }
    for (wrong, fault) in [
        ("{}", "expected a list of at most 50 entries"),
        (r#"[{"source":"seen"}]"#, "missing field `words`"),
        (r#"[{"source":"dreamt","words":"a"}]"#, "unknown variant `dreamt`"),
        (r#"[{"source":"seen","words":""}]"#, "words"),
        (r#"[{"source":"seen","words":1}]"#, "expected a string"),
        (r#"[{"source":"seen","words":"a","by":1}]"#, "unknown field `by`"),
        ("[\"seen\"]", "struct EvidenceDto"),
    ] {
        check_seller(&format!("\"evidence\":{wrong}"), Some(fault));
    }
    let many = |count| format!("\"evidence\":[{}]", vec![line; count].join(","));
    check_seller(&many(50), None);
    check_seller(&many(51), Some("invalid length 51"));
    check_seller("\"leave_alone\":\"\"", Some("leave_alone"));
    check_seller("\"wish\":\"\"", Some("wish"));
    check_seller(
        "\"time\":{\"start\":\"0000000000000007\",\"says\":\"perhaps\"}",
        Some("unknown variant `perhaps`"),
    );
    check_seller("\"time\":{\"start\":\"7\",\"says\":\"works\"}", Some("start"));
    check_seller("\"time\":{\"start\":\"0000000000000007\",\"says\":\"cant-come\"}", None);
    check_seller("\"unheard_of\":1", Some("unknown field `unheard_of`"));
}

#[test]
fn what_is_written_down_is_checked() {
    let step = "{\"id\":1,\"kind\":\"next-step\",\"by\":\"seller\",\"words\":\"a\",\"confirmed\":false}";
    check_manager(&format!("\"notes\":[{step}]"), None);
    check_manager("\"notes\":[{\"id\":1,\"kind\":\"parked\",\"words\":\"a\",\"place\":\"next-time\"}]", None);
    check_manager("\"notes\":[{\"id\":1,\"kind\":\"note\",\"item\":1,\"words\":\"a\"}]", None);
    check_manager(&format!("\"notes\":[{step},{step}]"), Some("notes"));
    for (from, to, fault) in [
        ("\"next-step\"", "\"oath\"", "unknown variant `oath`"),
        ("\"seller\"", "\"boss\"", "unknown variant `boss`"),
        ("\"by\":\"seller\",", "", "by"),
        ("\"words\":\"a\"", "\"words\":\" \"", "words"),
        ("\"confirmed\":false", "\"confirmed\":0", "expected a boolean"),
        ("\"confirmed\":false", "\"when\":\"\"", "when"),
        ("\"confirmed\":false", "\"first_step\":\"\"", "first_step"),
        ("\"confirmed\":false", "\"place\":\"dropped\"", "place"),
        ("\"id\":1", "\"id\":-1", "expected u16"),
        ("\"id\":1", "\"id\":1,\"unheard_of\":2", "unknown field `unheard_of`"),
    ] {
        check_manager(&format!("\"notes\":[{}]", step.replacen(from, to, 1)), Some(fault));
    }
    // A field of a next step belongs to no other kind, nor does a place to a note for both.
    for (kind, field, fault) in [
        ("parked", "\"confirmed\":true", "confirmed"),
        ("parked", "\"when\":\"a\"", "when"),
        ("note", "\"first_step\":\"a\"", "first_step"),
        ("note", "\"by\":\"seller\"", "by"),
        ("note", "\"place\":\"dropped\"", "place"),
    ] {
        let note = format!("{{\"id\":1,\"kind\":\"{kind}\",\"words\":\"a\",{field}}}");
        check_manager(&format!("\"notes\":[{note}]"), Some(fault));
    }
    let many = |count: usize| {
        let all: Vec<String> =
            (0..count).map(|id| step.replacen("\"id\":1", &format!("\"id\":{id}"), 1)).collect();
        format!("\"notes\":[{}]", all.join(","))
    };
    check_manager(&many(100), None);
    check_manager(&many(101), Some("invalid length 101"));
}

#[test]
fn what_was_answered_at_the_close_is_checked() {
    let reply = |asked: &str, reply: &str| format!("{{\"asked\":\"{asked}\",\"reply\":\"{reply}\"}}");
    let closing = |replies: &[String]| format!("\"closing\":{{\"replies\":[{}]}}", replies.join(","));
    let worked = |topic: &str| {
        reply("worked", "partly").replacen("\"reply\"", &format!("\"topic\":{topic},\"reply\""), 1)
    };
    for check in [check_manager, check_seller] {
        check(&closing(&[reply("talk", "coaching"), reply("spoke", "even"), worked("3")]), None);
        check(r#""closing":{"replies":[],"differently":"b","in":true}"#, None);
        check(r#""closing":5"#, Some("struct ClosingDto"));
        check(&closing(&[reply("talk", "even")]), Some("replies"));
        check(&closing(&[reply("talk", "coaching"), reply("talk", "just-talking")]), Some("replies"));
        check(&closing(&[worked("3"), worked("3")]), Some("replies"));
        check(&closing(&[reply("walk", "coaching")]), Some("unknown variant `walk`"));
        check(&closing(&[reply("worked", "yes")]), Some("topic"));
        check(&closing(&[worked("3").replacen("worked", "talk", 1)]), Some("topic"));
        check(&closing(&[worked("65536")]), Some("expected u16"));
        check(&closing(&["{\"asked\":\"talk\"}".to_owned()]), Some("missing field `reply`"));
        check(&closing(&(0..22).map(|topic: u16| worked(&topic.to_string())).collect::<Vec<_>>()), None);
        let many = (0..23).map(|topic: u16| worked(&topic.to_string())).collect::<Vec<_>>();
        check(&closing(&many), Some("invalid length 23"));
        check(r#""closing":{"replies":[],"keep":""}"#, Some("keep"));
        check(r#""closing":{"replies":[],"change":""}"#, Some("change"));
        check(r#""closing":{"replies":[],"in":1}"#, Some("expected a boolean"));
        check(r#""closing":{"replies":[],"more":1}"#, Some("unknown field `more`"));
    }
}

#[test]
fn what_became_of_next_steps_is_checked() {
    let status = "{\"session\":\"00000000000000ff\",\"note\":1,\"answer\":\"done\"}";
    let statuses = |status: &str| format!("\"statuses\":[{status}]");
    for answer in ["done", "not-yet", "dropped"] {
        check_manager(&statuses(&status.replacen("done", answer, 1)), None);
    }
    check_manager(&statuses(&status.replacen("done", "forgotten", 1)), Some("unknown variant `forgotten`"));
    check_manager(&statuses(&status.replacen("00000000000000ff", "ff", 1)), Some("session"));
    check_manager(&statuses("[]"), Some("struct StatusDto"));
    check_manager(&statuses(&vec![status; 200].join(",")), None);
    check_manager(&statuses(&vec![status; 201].join(",")), Some("invalid length 201"));
    let note = "{\"id\":1,\"kind\":\"next-step\",\"by\":\"seller\",\"words\":\"a\"}";
    let one = format!("{{\"session\":\"00000000000000ff\",\"began\":5,\"note\":{note}}}");
    let carried = |all: &str| format!("\"carried\":[{all}]");
    check_manager(&carried(&one), None);
    check_manager(&carried(&one.replacen("00000000000000ff", "ff", 1)), Some("session"));
    check_manager(&carried(&one.replacen(":5", ":\"5\"", 1)), Some("expected i64"));
    check_manager(&carried(&one.replacen("\"a\"", "\"\"", 1)), Some("words"));
    check_manager(&carried(&vec![&*one; 50].join(",")), None);
    check_manager(&carried(&vec![&*one; 51].join(",")), Some("invalid length 51"));
}

#[test]
fn what_is_private_is_checked() {
    let private = |data: &str, fault: Option<&str>| {
        let content = format!("{{\"private\":{{{data}}}}}");
        let register = format!("[{{\"vector\":{{\"0000000000000001\":1}},\"content\":{content}}}]");
        check(open::<Register<Record>>(&forged::record(&register)), fault, data);
    };
    private("\"ticks\":[\"check.my-pick\"],\"note\":\"a\"", None);
    for (wrong, fault) in [
        ("\"ticks\":[\"check.unheard-of\"]", "ticks"),
        ("\"ticks\":5", "expected a list of at most 100 entries"),
        ("\"note\":\"a\"", "missing field `ticks`"),
        ("\"ticks\":[],\"note\":\"\"", "note"),
        ("\"ticks\":[],\"seller\":\"a\"", "unknown field `seller`"),
    ] {
        private(wrong, Some(fault));
    }
    let held = |field: &str, list: &str, fault: Option<&str>| {
        private(&format!("\"ticks\":[],\"{field}\":{list}"), fault);
    };
    let topic = r#"{"id":4,"words":"a","worked_if":"b"}"#;
    let line = r#"{"source":"told","words":"a"}"#;
    let note = r#"{"id":4,"kind":"note","words":"a"}"#;
    for (field, thing, limit, form) in [
        ("topics", topic, 20, "struct TopicDto"),
        ("evidence", line, 50, "struct EvidenceDto"),
        ("notes", note, 100, "struct NoteDto"),
    ] {
        let many = |count| format!("[{}]", vec![thing; count].join(","));
        held(field, &many(1), None);
        held(field, &many(limit), None);
        held(field, &many(limit + 1), Some(&format!("invalid length {}", limit + 1)));
        for wrong in ["5", "{}"] {
            held(field, wrong, Some(&format!("expected a list of at most {limit} entries")));
        }
        for wrong in ["[5]", "[[]]", "[null]"] {
            held(field, wrong, Some(form));
        }
        held(field, "[[0]]", Some("expected"));
        held(field, "[{}]", Some("missing field"));
    }
    held("leave_alone", "\"a\"", None);
    held("leave_alone", "\"\"", Some("leave_alone"));
    for wrong in ["5", "[\"a\"]"] {
        held("leave_alone", wrong, Some("expected a string"));
    }
    let long = "x".repeat(2_001);
    for (field, thing, from, to, fault) in [
        ("topics", topic, ":4", ":-1", "expected u16"),
        ("topics", topic, ":4", ":65536", "expected u16"),
        ("topics", topic, "\"id\":4,", "", "missing field `id`"),
        ("topics", topic, ":\"a\"", ":\" \"", "words"),
        ("topics", topic, ":\"a\"", &format!(":\"{long}\""), "words"),
        ("topics", topic, ":\"b\"", ":\"\"", "worked_if"),
        ("topics", topic, "}", ",\"by\":1}", "unknown field `by`"),
        ("evidence", line, "}", ",\"by\":1}", "unknown field `by`"),
        ("notes", note, ":4", ":65536", "expected u16"),
        ("notes", note, "\"note\"", "\"dreamt\"", "unknown variant `dreamt`"),
        ("notes", note, ":\"a\"", ":\"\"", "words"),
        ("evidence", line, "told", "dreamt", "unknown variant `dreamt`"),
        ("evidence", line, ":\"a\"", ":\"\"", "words"),
        ("evidence", line, ":\"a\"", &format!(":\"{long}\""), "words"),
    ] {
        held(field, &format!("[{}]", thing.replacen(from, to, 1)), Some(fault));
    }
}

#[test]
fn a_record_has_one_kind() {
    let record = |content: &str, fault: Option<&str>| {
        let register = format!("[{{\"vector\":{{\"0000000000000001\":1}},\"content\":{content}}}]");
        check(open::<Register<Record>>(&forged::record(&register)), fault, content);
    };
    for (good, bad, fault) in [
        ("{\"pair\":{\"seller\":\"a\"}}", "{\"pair\":{\"seller\":\"\"}}", "seller"),
        (
            "{\"pair\":{\"seller\":\"a\",\"manager\":\"b\"}}",
            "{\"pair\":{\"seller\":\"a\",\"manager\":\"\"}}",
            "manager",
        ),
        ("{\"settings\":{}}", "{\"settings\":{\"own_name\":\"\"}}", "own_name"),
        ("{\"side\":\"seller\"}", "{\"side\":\"boss\"}", "unknown variant `boss`"),
        ("{\"same\":\"00000000000000ff\"}", "{\"same\":\"ff\"}", "same"),
        ("{\"side\":\"manager\"}", "{\"side\":\"manager\",\"same\":\"00000000000000ff\"}", "expected"),
        ("{\"side\":\"manager\"}", "{\"kind\":\"side\"}", "unknown variant `kind`"),
        ("{\"side\":\"manager\"}", "{}", "expected"),
        ("{\"side\":\"manager\"}", "\"side\"", "expected"),
    ] {
        record(good, None);
        record(bad, Some(fault));
    }
}

#[test]
fn ui_state_with_a_wrong_screen_is_refused() {
    let state = |screen: &str, fault: Option<&str>| {
        check(open::<UiState>(&forged::record(&format!("{{\"screen\":{screen}}}"))), fault, screen);
    };
    let id = "\"session\":\"000000000000005e\"";
    for screen in ["\"home\"", "\"plan\"", "\"ask\"", "{\"plan-of\":\"000000000000005e\"}"] {
        state(screen, None);
    }
    for screen in ["hand-over", "prepare", "close"] {
        state(&format!("{{\"{screen}\":{{{id},\"party\":\"manager\"}}}}"), None);
        state(&format!("{{\"{screen}\":{{{id},\"party\":\"boss\"}}}}"), Some("unknown variant `boss`"));
        state(&format!("{{\"{screen}\":{{{id}}}}}"), Some("missing field `party`"));
        state(&format!("{{\"{screen}\":{{\"session\":\"5e\",\"party\":\"manager\"}}}}"), Some("session"));
    }
    for screen in ["pair", "plan-of", "session", "agenda", "share"] {
        state(&format!("{{\"{screen}\":\"5e\"}}"), Some(screen));
    }
    state("{\"agenda\":\"000000000000005e\",\"share\":\"000000000000005e\"}", Some("expected"));
    state("{\"garden\":\"5e\"}", Some("unknown variant `garden`"));
}

/// One of each that can be held back.
fn held() -> Held {
    let topic = Topic { id: 4, words: text("The pilot"), worked_if: Some(text("I know whom to ask")) };
    let bare = Topic { id: 7, words: text("The map"), worked_if: None };
    let line = Evidence { words: text("Three people were there"), source: Source::Told };
    Held { topics: vec![topic, bare], evidence: vec![line], ..Held::default() }
}

/// A session with one of each that two people can prepare, write down and answer.
fn whole_session() -> Session {
    let begun = Course::Begun {
        baseline: Baseline::of(&agenda_of_45()),
        log: Log::default().with(at(0), Change::Started).with(at(44), Change::Ended),
    };
    let session = session_of(begun);
    let mut half = session.manager_half().unwrap().clone();
    half.prepared = Prepared {
        ready: Some(Readiness { at: at(-9), plan: 7 }),
        handshake: Some(Handshake::Ready),
        alone: true,
    };
    half.ahead = Ahead {
        noted: Some(Topic::noted(text("The pilot, she said"))),
        fact: Some(Evidence { words: text("Dana has not answered since May"), source: Source::Seen }),
        count_on: vec![Wording::BuiltIn(Phrase::CountAsk), Wording::Own(text("No surprises"))],
        standing: Some(row()),
    };
    let step = Detail::NextStep {
        by: Party::Seller,
        first_step: Some(text("Find the number")),
        when: Some(text("Friday")),
        on: Day::parse("2026-05-22"),
        is_confirmed: true,
    };
    let parked = Detail::Parked { by: Some(Party::Manager), place: Some(Place::NextTime), quotes: Some(7) };
    let note = |id, detail| Note { id: NoteId(id), item: Some(ItemId(1)), words: text("Call Dana"), detail };
    half.notes = Notes {
        all: vec![note(0, step), note(1, parked), note(2, Detail::Shared)],
        statuses: vec![Status { session: SessionId(0xb0), note: NoteId(3), answer: Answer::NotYet }],
    };
    half.asked = vec![text("0/item.open.1")];
    half.closing = Closing {
        replies: vec![(Asked::Worked(4), Reply::Yes), (Asked::Talk, Reply::Coaching)],
        differently: Some(text("The pace")),
        is_in: true,
        is_aloud: false,
        heard: vec![(Asked::Worked(4), Reply::NotYet)],
    };
    let seller = SellerHalf {
        topics: vec![Topic { id: 4, words: text("The pilot"), worked_if: Some(text("I know whom to ask")) }],
        evidence: vec![Evidence { words: text("Three people were there"), source: Source::Told }],
        leave_alone: Some(text("The price")),
        about: Some(text("call-after")),
        brings_it: true,
        time: Some(TimeAnswer { start: 7, says: TimeSaid::Works }),
        zone: Some(ZoneAt {
            zone: Zone::parse("Asia/Kathmandu").unwrap(),
            offset: Offset::new(345).unwrap(),
        }),
        wish: None,
        ready: Some(Readiness { at: at(-5), plan: 7 }),
        steps: vec![Status { session: SessionId(0xb0), note: NoteId(5), answer: Answer::Done }],
        listed: vec![Carried {
            session: SessionId(0xb2),
            began: at(-9),
            note: Note {
                id: NoteId(0),
                item: None,
                words: text("The contract moved"),
                detail: Detail::Parked {
                    by: Some(Party::Seller),
                    place: Some(Place::NextTime),
                    quotes: None,
                },
            },
        }],
        closing: Closing {
            replies: vec![(Asked::Worked(4), Reply::Partly), (Asked::Spoke, Reply::Even)],
            differently: Some(text("Begin on time")),
            is_in: true,
            is_aloud: true,
            heard: Vec::new(),
        },
    };
    let manager = session.manager.written(WriterId(1), Written::Content(half));
    Session { manager, seller: Some(Register::new(WriterId(2), seller)), ..session }
}

#[test]
fn stored_fixtures_of_all_parts_are_read_back() {
    check_fixture("session-whole", &whole_session());
    let private = Private {
        ticks: vec![Phrase::CheckAsk.into(), Phrase::CheckMyPick.into()],
        note: Some(text("Wait")),
        held: Held::default(),
        entered: Some(Entered {
            sequence: 3,
            at: coaching_session::domain::time::Instant(1_778_745_600_000),
            by: EnteredBy::Web,
            plan: 7,
            content: 8,
        }),
        sent: Some(Sent { at: at(3), by: SentBy::Mailed, content: 9, what: SentKind::InvitationWithRecord }),
        stated: Stated {
            time: Some(TimeAnswer { start: 7, says: TimeSaid::CantCome }),
            steps: vec![Status { session: SessionId(0xb0), note: NoteId(5), answer: Answer::Done }],
            plan: Some(crate::given::plan()),
            ahead: Some(Ahead {
                noted: Some(Topic::noted(text("Northwind"))),
                fact: Some(Evidence { words: text("Dana has not answered since May"), source: Source::Seen }),
                count_on: vec![Wording::BuiltIn(Phrase::CountAsk)],
                standing: None,
            }),
        },
        moved: vec![at(-7)],
    };
    let stored = |private: &Private| Register::new(WriterId(2), Record::Private(Box::new(private.clone())));
    check_fixture("private", &stored(&private));
    check_fixture("private-held", &stored(&Private { held: held(), ..private.clone() }));
    let note = |id, detail| Note { id: NoteId(id), item: Some(ItemId(1)), words: text("Ask Dana"), detail };
    let parked = Detail::Parked { by: Some(Party::Manager), place: Some(Place::NextTime), quotes: Some(7) };
    let parked_line = parked.clone();
    let notes = vec![note(2, Detail::Shared), note(7, parked)];
    let held = Held { leave_alone: Some(text("The price")), notes, ..held() };
    check_fixture("private-held-all", &stored(&Private { held, ..private }));
    let line = Carried {
        session: SessionId(0xb1),
        began: coaching_session::domain::time::Instant(5),
        note: note(0, parked_line),
    };
    let held = Carried { session: SessionId(0xb2), ..line.clone() };
    let lines = vec![Listed::shared(line), Listed { is_held: true, line: held }];
    let told = Told {
        steps: vec![Status { session: SessionId(0xb0), note: NoteId(5), answer: Answer::Done }],
        listed: vec![lines[0].line.clone()],
    };
    check_fixture("told", &Register::new(WriterId(2), Record::Told(told)));
    check_fixture("list", &Register::new(WriterId(2), Record::List(lines)));
    check_fixture("side", &Register::new(WriterId(2), Record::Side(Party::Seller)));
    check_fixture("same", &Register::new(WriterId(2), Record::Same(PairId(0xa1))));
    let standing = row();
    let entered =
        EnteredDate { session: standing.dates[0].session, begins: at(3), minutes: Minutes(45), content: 9 };
    let row = EnteredRow { sequence: 4, at: at(2), by: EnteredBy::File, dates: vec![entered] };
    check_fixture("entered", &Register::new(WriterId(2), Record::EnteredRow(row)));
    check_fixture("standing", &Register::new(WriterId(2), Record::Standing(standing)));
    let session = SessionId(0x5e);
    for (name, screen) in [
        ("screen-share", Screen::Share(session)),
        ("screen-plan", Screen::Plan(None)),
        ("screen-plan-of", Screen::Plan(Some(session))),
        ("screen-close", Screen::Close(session, Party::Seller)),
        ("screen-own", Screen::Own(session, Party::Seller)),
        ("screen-calendar", Screen::Calendar(session)),
        ("screen-standing", Screen::Standing(PairId(0xa1))),
        ("screen-ask", Screen::Ask),
        ("screen-quarter", Screen::Quarter),
        ("screen-booked", Screen::Booked),
    ] {
        check_fixture(name, &UiState { screen, ..UiState::default() });
    }
}
