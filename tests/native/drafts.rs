//! Stored drafts: their keys, their forms, and how long they are kept.

use coaching_session::domain::agenda::{ItemField, ItemId};
use coaching_session::domain::draft::{
    AgendaDraft, AnswerDraft, CloseDraft, Content, DRAFT_ITEM_TEXTS, DRAFT_KEPT, Draft, HourDraft, ItemText,
    LineDraft, ListedDraft, MoveDraft, PlanDraft, PreparationDraft, Purpose, QuarterDraft, RequestDraft,
    TextDraft, TopicDraft,
};
use coaching_session::domain::evidence::{EVIDENCE_LIMIT, Source};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::note::{NoteId, NoteKind, NoteLine, Readers};
use coaching_session::domain::party::Party;
use coaching_session::domain::time::{Instant, LocalDateTime, Span};
use coaching_session::domain::topic::TOPIC_LIMIT;
use coaching_session::wire::key::{Key, WriterKey};
use coaching_session::wire::stored::{Unreadable, open, seal};
use proptest::prelude::*;

use crate::forged;
use crate::given::{TEN, at, drafts, many_cases};
use crate::stored::check_fixture;

const WRITER: WriterId = WriterId(0xabc);

const SESSION: SessionId = SessionId(0x5e);

/// Every purpose, the record of its draft, and a text for it.
fn examples() -> Vec<(Purpose, &'static str, Content)> {
    let plan = PlanDraft { seller: "Le".into(), date: "2026-05-1".into(), ..PlanDraft::default() };
    let preparation = PreparationDraft {
        topics: vec![TopicDraft { id: 4, words: "The ".into(), worked_if: String::new() }],
        evidence: vec![("Three".into(), Source::Seen)],
        note: "Wa".into(),
        held_topics: vec![0],
        ..PreparationDraft::default()
    };
    let own = PreparationDraft { note: "Wa".into(), ..PreparationDraft::default() };
    let close = CloseDraft { differently: "The".into() };
    let line = LineDraft {
        kind: NoteKind::NextStep,
        by: Some(Party::Manager),
        words: "Call ".into(),
        first_step: String::new(),
        when: "Fri".into(),
        on: "2026-05-15".into(),
        readers: Readers::ManagerAlone,
        is_open: true,
    };
    let agenda = AgendaDraft {
        texts: vec![ItemText { item: ItemId(2), field: ItemField::Minutes, text: "300".into() }],
    };
    let request =
        RequestDraft { manager: "Maria".into(), topic: "The pil".into(), ..RequestDraft::default() };
    let answer = AnswerDraft {
        topic: "The pil".into(),
        wish: String::new(),
        other_time: true,
        about: "account".into(),
        link: "1.Qk".into(),
    };
    vec![
        (Purpose::Plan, "draft-plan", Content::Plan(plan.clone())),
        (Purpose::PlanOf(SESSION), "draft-plan/000000000000005e", Content::Plan(plan)),
        (
            Purpose::Preparation(SESSION, Party::Manager),
            "draft-preparation-manager/000000000000005e",
            Content::Preparation(own),
        ),
        (
            Purpose::Preparation(SESSION, Party::Seller),
            "draft-preparation-seller/000000000000005e",
            Content::Preparation(preparation),
        ),
        (
            Purpose::Close(SESSION, Party::Manager),
            "draft-close-manager/000000000000005e",
            Content::Close(close.clone()),
        ),
        (
            Purpose::Close(SESSION, Party::Seller),
            "draft-close-seller/000000000000005e",
            Content::Close(close),
        ),
        (
            Purpose::Line(SESSION, NoteLine::New(NoteKind::NextStep)),
            "draft-line-next-step/000000000000005e",
            Content::Line(line.clone()),
        ),
        (
            Purpose::Line(SESSION, NoteLine::New(NoteKind::Parked)),
            "draft-line-parked/000000000000005e",
            Content::Line(LineDraft { kind: NoteKind::Parked, ..line.clone() }),
        ),
        (
            Purpose::Line(SESSION, NoteLine::New(NoteKind::Shared)),
            "draft-line-shared/000000000000005e",
            Content::Line(LineDraft { kind: NoteKind::Shared, ..line.clone() }),
        ),
        (
            Purpose::Line(SESSION, NoteLine::Differently),
            "draft-line-differently/000000000000005e",
            Content::Line(LineDraft { kind: NoteKind::Parked, ..line.clone() }),
        ),
        (
            Purpose::Line(SESSION, NoteLine::Of(Readers::Both, NoteId(65_535))),
            "draft-line-65535/000000000000005e",
            Content::Line(line.clone()),
        ),
        (
            Purpose::Line(SESSION, NoteLine::Of(Readers::ManagerAlone, NoteId(3))),
            "draft-line-alone-3/000000000000005e",
            Content::Line(line),
        ),
        (
            Purpose::Noted(SESSION),
            "draft-noted/000000000000005e",
            Content::Text(TextDraft { words: "The renewal".into() }),
        ),
        (Purpose::Agenda(SESSION), "draft-agenda/000000000000005e", Content::Agenda(agenda)),
        (Purpose::OwnName, "draft-own-name", Content::Text(TextDraft { words: "Maria Sanchez".into() })),
        (Purpose::Pasted, "draft-pasted", Content::Text(TextDraft { words: "no link".into() })),
        (Purpose::Request, "draft-request", Content::Request(request)),
        (Purpose::Quarter, "draft-quarter", Content::Quarter(quarter())),
        (Purpose::Answer(0xabc), "draft-answer/0000000000000abc", Content::Answer(answer)),
        (
            Purpose::CameUp(PairId(0xdef)),
            "draft-came-up/0000000000000def",
            Content::Listed(ListedDraft {
                words: "The contract moved".into(),
                changes: Some(SESSION),
                is_held: true,
            }),
        ),
    ]
}

fn quarter() -> QuarterDraft {
    QuarterDraft {
        names: "Lee\nKim".into(),
        left_out: vec![PairId(0xa1)],
        replaced: vec![PairId(0xa2)],
        hours: vec![HourDraft { weekday: 3, time: "10:00".into() }],
        every: "2".into(),
        minutes: "45".into(),
        types: vec!["call-before".into()],
        first: "2026-12-07".into(),
        last: "2027-03-05".into(),
        avoid: "2026-12-25".into(),
        rest_days: vec![5, 6],
        seller_off: vec![("+Lee".into(), 4)],
        moves: vec![MoveDraft {
            seller: "+Lee".into(),
            turn: LocalDateTime::parse("2026-12-10", "10:00").unwrap(),
            date: "2026-12-11".into(),
            time: "9".into(),
            is_left_out: true,
        }],
    }
}

#[track_caller]
fn check(data: &str, expected: Option<&str>) {
    match (open::<Draft>(&forged::record(data)), expected) {
        (Ok(_), None) => {}
        (Err(Unreadable::Value(field)), Some(expected)) => assert_eq!(field, expected, "{data:.200}"),
        (Err(Unreadable::Shape(error)), Some(expected)) => {
            assert!(error.contains(expected), "{error}, not {expected}, for {data:.200}");
        }
        (read, expected) => panic!("{read:?}, not {expected:?}, for {data:.200}"),
    }
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn draft_reads_back_and_the_same_text_results(draft in drafts()) {
        let record = seal(&draft);
        let read = open::<Draft>(&record);
        prop_assert_eq!(read.as_ref(), Ok(&draft));
        prop_assert_eq!(seal(&draft), record);
    }
}

#[test]
fn draft_key_names_purpose_and_writer() {
    for (purpose, record, _) in examples() {
        let name = format!("{record}~0000000000000abc");
        let place = Key::Draft(purpose).of(WRITER);
        assert_eq!(place.name(), name);
        assert_eq!(WriterKey::parse(&name), Some(place));
        for wrong in [
            record.to_owned(),
            format!("{record}~"),
            format!("{record}~abc"),
            format!("{name}~0000000000000abc"),
            format!("quarantine/{name}"),
            format!("session/{name}"),
        ] {
            assert_eq!(WriterKey::parse(&wrong), None, "{wrong}");
        }
    }
    for wrong in [
        "draft-line",
        "draft-line/5e",
        "draft-line-/5e",
        "draft-line-01/5e",
        "draft-line-65536/5e",
        "draft-line--1/5e",
    ] {
        let wrong = wrong.replace("5e", "000000000000005e");
        assert_eq!(WriterKey::parse(&format!("{wrong}~0000000000000abc")), None, "{wrong}");
    }
}

#[test]
fn draft_fits_its_purpose_alone() {
    let examples = examples();
    for (purpose, name, content) in &examples {
        let draft = Draft { changed: at(3), is_typed: true, from: content.clone(), content: content.clone() };
        for (other, _, of_other) in &examples {
            let is_same_form = std::mem::discriminant(content) == std::mem::discriminant(of_other);
            let is_same_kind = is_same_form
                && match (content, other) {
                    (Content::Line(line), Purpose::Line(_, NoteLine::New(kind))) => line.kind == *kind,
                    (Content::Line(line), Purpose::Line(_, NoteLine::Differently)) => {
                        line.kind == NoteKind::Parked
                    }
                    _ => true,
                };
            assert_eq!(draft.fits(*other), is_same_kind, "{name} for {other:?}");
        }
        assert!(draft.fits(*purpose));
    }
}

#[test]
fn draft_expires_thirty_days_after_its_last_change() {
    let draft = |changed: Instant| Draft {
        changed,
        is_typed: true,
        content: Content::Request(RequestDraft::default()),
        from: Content::Request(RequestDraft::default()),
    };
    let thirty_days = Span(2_592_000_000);
    assert_eq!(DRAFT_KEPT, thirty_days);
    for (now, is_expired) in [
        (TEN, false),
        (TEN.plus(thirty_days), false),
        (TEN.plus(Span(thirty_days.0 + 1)), true),
        (TEN.plus(Span(-1)), false),
        (Instant(i64::MIN), false),
        (Instant(i64::MAX), true),
    ] {
        assert_eq!(draft(TEN).is_expired(now, DRAFT_KEPT), is_expired, "{now:?}");
    }
}

#[test]
fn draft_fixtures_are_read_back() {
    for (_, record, content) in examples() {
        let name = record.split('/').next().unwrap();
        let from = match &content {
            Content::Plan(_) => Content::Plan(PlanDraft { place: "Room 4".into(), ..PlanDraft::default() }),
            Content::Agenda(_) => Content::Agenda(AgendaDraft::default()),
            _ => content.clone(),
        };
        check_fixture(name, &Draft { changed: at(3), is_typed: true, content, from });
    }
}

#[test]
fn draft_with_a_wrong_field_is_refused() {
    let of = |content: &str| format!("{{\"changed\":5,\"content\":{{{content}}}}}");
    let close = "\"close\":{\"differently\":\"\"}";
    check(&of(close), None);
    check(&of(&format!("{close},{close}")), Some("expected"));
    check(&of("\"garden\":{}"), Some("unknown variant `garden`"));
    check(&of("\"close\":{}"), Some("missing field `differently`"));
    check(&of("\"close\":{\"differently\":1}"), Some("expected a string"));
    check(&of("\"close\":{\"differently\":\"\",\"by\":1}"), Some("unknown field `by`"));
    check(&format!("{{\"content\":{{{close}}}}}"), Some("missing field `changed`"));
    check(&format!("{{\"changed\":\"5\",\"content\":{{{close}}}}}"), Some("expected i64"));
    check(&format!("{{\"changed\":5,\"at\":5,\"content\":{{{close}}}}}"), Some("unknown field `at`"));
    check(&format!("{{\"changed\":5,\"content\":{{{close}}},\"from\":{{{close}}}}}"), None);
    let other = "\"request\":{\"manager\":\"\",\"own_name\":\"\",\"topic\":\"\",\"wish\":\"\"}";
    check(&format!("{{\"changed\":5,\"content\":{{{close}}},\"from\":{{{other}}}}}"), Some("from"));
    let texts =
        |text: &str, count| of(&format!("\"agenda\":{{\"texts\":[{}]}}", vec![text; count].join(",")));
    let text = "{\"item\":7,\"field\":\"title\",\"text\":\"\"}";
    check(&texts(text, DRAFT_ITEM_TEXTS), None);
    check(&texts(text, DRAFT_ITEM_TEXTS + 1), Some("invalid length 121"));
    check(&texts(&text.replace("title", "role"), 1), Some("unknown variant `role`"));
    check(&texts(&text.replace('7', "65536"), 1), Some("expected u16"));
    let preparation = |more: &str| {
        of(&format!(
            "\"preparation\":{{\"topics\":[],\"evidence\":[],\"leave_alone\":\"\",\"note\":\"\"{more}}}"
        ))
    };
    check(&preparation(""), None);
    check(&preparation(",\"from\":\"00000000000000ff\""), Some("unknown field `from`"));
    check(&preparation(",\"holds_leave\":1"), Some("expected a boolean"));
    for (field, limit) in [("held_topics", 4 * TOPIC_LIMIT), ("held_evidence", 4 * EVIDENCE_LIMIT)] {
        let with = |list: &str| preparation(&format!(",\"{field}\":{list}"));
        let many = |count| format!("[{}]", vec!["65535"; count].join(","));
        check(&with(&many(limit)), None);
        check(&with(&many(limit + 1)), Some(&format!("invalid length {}", limit + 1)));
        check(&with("{}"), Some(&format!("expected a list of at most {limit} entries")));
        for wrong in ["[-1]", "[65536]", "[\"0\"]", "[null]"] {
            check(&with(wrong), Some("expected u16"));
        }
    }
}
