//! Records, the parts that came after the first: what the two prepare, and what is written down.
//!
//! As in `stored`, damage is made by hand, under a right checksum.

use coaching_session::domain::agenda::ItemId;
use coaching_session::domain::closing::{Asked, Closing, Reply};
use coaching_session::domain::desk::{ClosingDraft, Desk, Line, Preparing, ReplyDraft, Screen, TopicDraft};
use coaching_session::domain::id::{DeviceId, PairId, SessionId};
use coaching_session::domain::note::{Answer, Detail, Kind, Note, NoteId, Notes, Place, Status};
use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::preparation::{
    Evidence, Handshake, Held, Prepared, Private, Readiness, Source,
};
use coaching_session::domain::record::Record;
use coaching_session::domain::register::{Register, Written};
use coaching_session::domain::session::Course;
use coaching_session::domain::session::{Party, SellerHalf, Session, Topic};
use coaching_session::domain::timing::{Baseline, Change, Log};
use coaching_session::wire::stored::{Unreadable, open};

use crate::forged;
use crate::given::{agenda_of_45, at, session as session_of, text};
use crate::stored::check_fixture;

/// A session as an earlier day's program stored it, with fields put into the manager's half and into
/// the seller's.
fn session(manager: &str, seller: &str) -> Result<Session, Unreadable> {
    let vector = "\"vector\":{\"0000000000000001\":1}";
    let item = |id: u8, role: &str| {
        format!(
            "{{\"id\":{id},\"role\":\"{role}\",\"title\":{{\"own\":\"{role}\"}},\"minutes\":10,\"least\":5,\"most\":20}}"
        )
    };
    let plan = "\"type\":{\"id\":\"own\",\"name\":{\"own\":\"Own\"}},\"date\":\"2026-05-14\",\"time\":\"10:00\",\"zone\":\"UTC\",\"minutes\":30";
    let agenda = [item(0, "open"), item(1, "promise"), item(2, "close")].join(",");
    open(&forged::record(&format!(
        "{{\"id\":\"000000000000005e\",\"pair\":\"00000000000000a1\",\"manager\":[{{{vector},\"content\":{{{plan},\"agenda\":[{agenda}]{manager}}}}}],\"seller\":[{{{vector},\"content\":{{\"topics\":[]{seller}}}}}]}}"
    )))
}

#[track_caller]
fn check_manager(field: &str, fault: Option<&'static str>) {
    let read = session(&format!(",{field}"), "");
    assert_eq!(read.err(), fault.map(Unreadable::Value), "{field}");
}

#[track_caller]
fn check_seller(field: &str, fault: Option<&'static str>) {
    let read = session("", &format!(",{field}"));
    assert_eq!(read.err(), fault.map(Unreadable::Value), "{field}");
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
        ("\"ready\":null", "ready"),
        ("\"ready\":{\"at\":\"5\",\"plan\":\"00000000000000ff\"}", "ready"),
        ("\"ready\":{\"at\":5,\"plan\":\"ff\"}", "plan"),
        ("\"ready\":{\"at\":5}", "plan"),
        ("\"ready\":{\"at\":5,\"plan\":\"00000000000000ff\",\"by\":1}", "ready"),
    ] {
        check_manager(wrong, Some(fault));
        check_seller(wrong, Some(fault));
    }
    check_manager("\"handshake\":\"ready\"", None);
    check_manager("\"handshake\":\"together\"", None);
    check_manager("\"handshake\":\"perhaps\"", Some("handshake"));
    check_manager("\"handshake\":1", Some("handshake"));
    check_manager("\"alone\":true", None);
    check_manager("\"alone\":false", Some("alone"));
    check_manager("\"alone\":1", Some("alone"));
}

#[test]
fn what_the_seller_brings_is_checked() {
    check_seller("\"evidence\":[[\"seen\",\"a\"],[\"told\",\"b\"],[\"guessed\",\"c\"]]", None);
    for wrong in
        ["{}", "[[\"seen\"]]", "[[\"dreamt\",\"a\"]]", "[[\"seen\",\"\"]]", "[[\"seen\",1]]", "[\"seen\"]"]
    {
        check_seller(&format!("\"evidence\":{wrong}"), Some("evidence"));
    }
    let many = |count| format!("\"evidence\":[{}]", vec!["[\"seen\",\"a\"]"; count].join(","));
    check_seller(&many(50), None);
    check_seller(&many(51), Some("evidence"));
    check_seller("\"leave_alone\":\"\"", Some("leave_alone"));
    check_seller("\"unheard_of\":1", Some("seller"));
}

#[test]
fn what_is_written_down_is_checked() {
    let promise = "{\"id\":1,\"kind\":\"promise\",\"by\":\"seller\",\"words\":\"a\",\"confirmed\":false}";
    check_manager(&format!("\"notes\":[{promise}]"), None);
    check_manager("\"notes\":[{\"id\":1,\"kind\":\"parked\",\"words\":\"a\",\"place\":\"next-time\"}]", None);
    check_manager("\"notes\":[{\"id\":1,\"kind\":\"note\",\"item\":1,\"words\":\"a\"}]", None);
    check_manager(&format!("\"notes\":[{promise},{promise}]"), Some("notes"));
    for (from, to, fault) in [
        ("\"promise\"", "\"oath\"", "kind"),
        ("\"seller\"", "\"boss\"", "by"),
        ("\"by\":\"seller\",", "", "by"),
        ("\"words\":\"a\"", "\"words\":\" \"", "words"),
        ("\"confirmed\":false", "\"confirmed\":0", "confirmed"),
        ("\"id\":1", "\"id\":-1", "id"),
        ("\"id\":1", "\"id\":1,\"unheard_of\":2", "note"),
    ] {
        check_manager(&format!("\"notes\":[{}]", promise.replacen(from, to, 1)), Some(fault));
    }
    let many = |count: usize| {
        let all: Vec<String> =
            (0..count).map(|id| promise.replacen("\"id\":1", &format!("\"id\":{id}"), 1)).collect();
        format!("\"notes\":[{}]", all.join(","))
    };
    check_manager(&many(100), None);
    check_manager(&many(101), Some("notes"));
}

#[test]
fn what_was_answered_at_the_close_is_checked() {
    for check in [check_manager, check_seller] {
        check(r#""closing":{"replies":[["talk","coaching"],["spoke","even"],[3,"partly"]],"in":true}"#, None);
        check(r#""closing":{"replies":[],"keep":"a","change":"b"}"#, None);
        check(r#""closing":[]"#, Some("closing"));
        check(r#""closing":{"replies":[["talk","even"]]}"#, Some("replies"));
        check(r#""closing":{"replies":[["talk","coaching"],["talk","talking"]]}"#, Some("replies"));
        check(r#""closing":{"replies":[["walk","coaching"]]}"#, Some("replies"));
        check(r#""closing":{"replies":[[65536,"yes"]]}"#, Some("replies"));
        check(r#""closing":{"replies":[["talk"]]}"#, Some("replies"));
        check(r#""closing":{"replies":[],"keep":""}"#, Some("keep"));
        check(r#""closing":{"replies":[],"in":1}"#, Some("in"));
        check(r#""closing":{"replies":[],"more":1}"#, Some("closing"));
    }
}

#[test]
fn what_became_of_promises_is_checked() {
    let status = |answer: &str| format!("\"statuses\":[[\"00000000000000ff\",1,\"{answer}\"]]");
    for answer in ["done", "not-yet", "dropped"] {
        check_manager(&status(answer), None);
    }
    for wrong in
        [status("forgotten"), "\"statuses\":[[\"ff\",1,\"done\"]]".into(), "\"statuses\":[[]]".into()]
    {
        let read = session(&format!(",{wrong}"), "");
        assert!(matches!(read, Err(Unreadable::Value(_))), "{wrong}: {read:?}");
    }
}

#[test]
fn what_is_private_is_checked() {
    let private = |data: &str| {
        let content = format!("{{\"kind\":\"private\",{data}}}");
        let register = format!("[{{\"vector\":{{\"0000000000000001\":1}},\"content\":{content}}}]");
        open::<Register<Record>>(&forged::record(&register)).err()
    };
    assert_eq!(private("\"ticks\":[\"check.my-pick\"],\"note\":\"a\""), None);
    for (wrong, fault) in [
        ("\"ticks\":[\"check.unheard-of\"]", "ticks"),
        ("\"ticks\":5", "ticks"),
        ("\"note\":\"a\"", "ticks"),
        ("\"ticks\":[],\"note\":\"\"", "note"),
        ("\"ticks\":[],\"seller\":\"a\"", "record"),
    ] {
        assert_eq!(private(wrong), Some(Unreadable::Value(fault)), "{wrong}");
    }
    let held = |field: &str, list: &str| private(&format!("\"ticks\":[],\"{field}\":{list}"));
    let topic = r#"{"id":4,"words":"a","worked_if":"b"}"#;
    let line = r#"["told","a"]"#;
    let note = r#"{"id":4,"kind":"note","words":"a"}"#;
    for (field, thing, limit) in [("topics", topic, 20), ("evidence", line, 50), ("notes", note, 100)] {
        let many = |count| format!("[{}]", vec![thing; count].join(","));
        assert_eq!(held(field, &many(1)), None, "{field}");
        assert_eq!(held(field, &many(limit)), None, "{field}");
        assert_eq!(held(field, &many(limit + 1)), Some(Unreadable::Value(field)), "{field}");
        for wrong in ["5", "{}", "[5]", "[[]]", "[[0]]", "[{}]", "[null]"] {
            assert!(matches!(held(field, wrong), Some(Unreadable::Value(_))), "{field}: {wrong}");
        }
    }
    assert_eq!(held("leave_alone", "\"a\""), None);
    for wrong in ["\"\"", "5", "[\"a\"]", "null"] {
        assert_eq!(held("leave_alone", wrong), Some(Unreadable::Value("leave_alone")), "{wrong}");
    }
    let long = "x".repeat(2_001);
    for (field, thing, from, to, fault) in [
        ("topics", topic, ":4", ":-1", "id"),
        ("topics", topic, ":4", ":65536", "id"),
        ("topics", topic, "\"id\":4,", "", "id"),
        ("topics", topic, ":\"a\"", ":\" \"", "words"),
        ("topics", topic, ":\"a\"", &format!(":\"{long}\""), "words"),
        ("topics", topic, ":\"b\"", ":\"\"", "worked_if"),
        ("topics", topic, "}", ",\"by\":1}", "topic"),
        ("evidence", line, "]", ",1]", "evidence"),
        ("notes", note, ":4", ":65536", "id"),
        ("notes", note, "\"note\"", "\"dreamt\"", "kind"),
        ("notes", note, ":\"a\"", ":\"\"", "words"),
        ("evidence", line, "told", "dreamt", "evidence"),
        ("evidence", line, "\"a\"", "\"\"", "evidence"),
        ("evidence", line, "\"a\"", &format!("\"{long}\""), "evidence"),
    ] {
        let wrong = thing.replacen(from, to, 1);
        let found = held(field, &format!("[{wrong}]"));
        assert!(matches!(found, Some(Unreadable::Value(_))), "{wrong:.80}");
        assert_eq!(found, Some(Unreadable::Value(fault)), "{wrong:.80}");
    }
}

#[test]
fn a_desk_with_a_preparation_is_checked() {
    let desk = |screen: &str| open::<Desk>(&forged::record(&format!("{{\"screen\":{{{screen}}}}}"))).err();
    let id = "\"session\":\"000000000000005e\"";
    let prepare = format!(
        "\"prepare\":{{{id},\"party\":\"seller\",\"from\":\"00000000000000ff\",\"topics\":[[0,\"a\",\"\"]],\"evidence\":[[\"told\",\"\"]],\"leave_alone\":\"\",\"note\":\"\"}}"
    );
    assert_eq!(desk(&prepare), None);
    assert_eq!(desk(&format!("\"hand_over\":{{{id},\"party\":\"manager\"}}")), None);
    assert_eq!(desk(&format!("\"hand_over\":{{{id},\"party\":\"boss\"}}")), Some(Unreadable::Value("party")));
    assert_eq!(
        desk(&format!("{prepare},\"agenda\":\"000000000000005e\"")),
        Some(Unreadable::Value("screen"))
    );
    for (field, limit) in [("held_topics", 40), ("held_evidence", 100)] {
        let with = |list: &str| {
            desk(&prepare.replacen("\"note\":\"\"", &format!("\"note\":\"\",\"{field}\":{list}"), 1))
        };
        let many = |count| format!("[{}]", vec!["65535"; count].join(","));
        assert_eq!((with("[0]"), with(&many(limit))), (None, None), "{field}");
        for wrong in ["0", "{}", "[-1]", "[65536]", "[\"0\"]", "[null]", &many(limit + 1)] {
            assert_eq!(with(wrong), Some(Unreadable::Value(field)), "{field}: {wrong:.60}");
        }
    }
    let leaves = |word: &str| {
        desk(&prepare.replacen("\"note\":\"\"", &format!("\"note\":\"\",\"holds_leave\":{word}"), 1))
    };
    assert_eq!(leaves("true"), None);
    for wrong in ["false", "1", "null"] {
        assert_eq!(leaves(wrong), Some(Unreadable::Value("holds_leave")), "{wrong}");
    }
    for (from, to, fault) in [
        ("[0,\"a\",\"\"]", "[0,\"a\"]", "topics"),
        ("[0,\"a\",\"\"]", "[-1,\"a\",\"\"]", "topics"),
        ("[\"told\",\"\"]", "[\"dreamt\",\"\"]", "evidence"),
        ("\"note\":\"\"", "\"note\":1", "note"),
    ] {
        assert_eq!(desk(&prepare.replacen(from, to, 1)), Some(Unreadable::Value(fault)), "{to}");
    }
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
        invited: None,
        handshake: Some(Handshake::Ready),
        alone: true,
    };
    let promise = Detail::Promise {
        by: Party::Seller,
        first_step: Some(text("Find the number")),
        when: Some(text("Friday")),
        is_confirmed: true,
    };
    let parked = Detail::Parked { by: Some(Party::Manager), place: Some(Place::NextTime) };
    let note = |id, detail| Note { id: NoteId(id), item: Some(ItemId(1)), words: text("Call Dana"), detail };
    half.notes = Notes {
        all: vec![note(0, promise), note(1, parked), note(2, Detail::Shared)],
        statuses: vec![Status { session: SessionId(0xb0), note: NoteId(3), answer: Answer::NotYet }],
    };
    half.asked = vec![text("0/item.open.1")];
    half.closing = Closing {
        replies: vec![(Asked::Worked(4), Reply::Yes), (Asked::Talk, Reply::Coaching)],
        keep: Some(text("The pace")),
        change: None,
        is_in: true,
    };
    let seller = SellerHalf {
        topics: vec![Topic { id: 4, words: text("The pilot"), worked_if: Some(text("I know whom to ask")) }],
        evidence: vec![Evidence { words: text("Three people were there"), source: Source::Told }],
        leave_alone: Some(text("The price")),
        stance: None,
        wish: None,
        ready: Some(Readiness { at: at(-5), plan: 7 }),
        closing: Closing {
            replies: vec![(Asked::Worked(4), Reply::Partly), (Asked::Spoke, Reply::Even)],
            keep: None,
            change: Some(text("Begin on time")),
            is_in: true,
        },
    };
    let manager = session.manager.written(DeviceId(1), Written::Content(half));
    Session { manager, seller: Some(Register::new(DeviceId(2), seller)), ..session }
}

/// As those in `stored`, these files are never written again.
#[test]
fn what_two_people_prepared_wrote_down_and_answered_is_read_for_ever() {
    check_fixture("session-whole", &whole_session());
    let private = Private {
        ticks: vec![Phrase::CheckAsk, Phrase::CheckMyPick],
        note: Some(text("Wait")),
        held: Held::default(),
    };
    let stored = |private: &Private| Register::new(DeviceId(2), Record::Private(private.clone()));
    check_fixture("private", &stored(&private));
    check_fixture("private-held", &stored(&Private { held: held(), ..private.clone() }));
    let note = |id, detail| Note { id: NoteId(id), item: Some(ItemId(1)), words: text("Ask Dana"), detail };
    let parked = Detail::Parked { by: Some(Party::Manager), place: Some(Place::NextTime) };
    let notes = vec![note(2, Detail::Shared), note(7, parked)];
    let held = Held { leave_alone: Some(text("The price")), notes, ..held() };
    check_fixture("private-held-all", &stored(&Private { held, ..private }));
    let line = Line {
        kind: Kind::Promise,
        note: Some(NoteId(1)),
        by: Some(Party::Manager),
        words: "Call ".into(),
        first_step: String::new(),
        when: "Fri".into(),
        is_open: true,
    };
    let (session, party) = (SessionId(0x5e), Party::Seller);
    let open = Screen::Session(session);
    check_fixture(
        "desk-line",
        &Desk { screen: open, line: Some(line), seen: Some(at(3)), ..Desk::default() },
    );
    let preparing = Preparing {
        session,
        party,
        from: 9,
        topics: vec![TopicDraft { id: 4, words: "The ".into(), worked_if: String::new() }],
        evidence: vec![("Three".into(), Source::Seen)],
        leave_alone: String::new(),
        note: "Wa".into(),
        held_topics: Vec::new(),
        held_evidence: Vec::new(),
        holds_leave: false,
    };
    let desk = |preparing: &Preparing| Desk { screen: Screen::Prepare(preparing.clone()), ..Desk::default() };
    check_fixture("desk-prepare", &desk(&preparing));
    let held = Preparing { held_topics: vec![0], held_evidence: vec![0], ..preparing };
    check_fixture("desk-prepare-held", &desk(&held));
    check_fixture("desk-prepare-held-all", &desk(&Preparing { holds_leave: true, ..held }));
    let closing = ClosingDraft { session, party, keep: "The".into(), change: String::new() };
    let reply = ReplyDraft { to: 0xabc, topic: "The pil".into(), wish: String::new(), other_time: true };
    check_fixture("desk-reply", &Desk { replies: vec![reply.clone()], ..Desk::default() });
    let first = ReplyDraft { to: 0xdef, topic: "Ann".into(), wish: "Friday".into(), other_time: false };
    check_fixture("desk-replies", &Desk { replies: vec![first, reply], ..Desk::default() });
    check_fixture("side", &Register::new(DeviceId(2), Record::Side(Party::Seller)));
    check_fixture("same", &Register::new(DeviceId(2), Record::Same(PairId(0xa1))));
    check_fixture("desk-close", &Desk { screen: Screen::Close(closing), ..Desk::default() });
}
