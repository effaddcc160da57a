//! Stored records: written records can be read, and each damage has a name.
//!
//! Never uses the program; `stories` test the program's answer to damage. Records are written by hand as text, so
//! that no test depends on the writer.

use std::fmt::Debug;

use coaching_session::domain::half::{Course, SellerHalf};
use coaching_session::domain::id::{PairId, SessionId, WriterId};
use coaching_session::domain::pair::Pair;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::record::{Record, RecordId, RemovedLine, Settings};
use coaching_session::domain::register::{Register, Version, Written};
use coaching_session::domain::sent::SentBy;
use coaching_session::domain::session::Session;
use coaching_session::domain::signal::Signal;
use coaching_session::domain::text::Text;
use coaching_session::domain::timing::{Baseline, Cause, Change, Leap, Log, PauseReason};
use coaching_session::domain::topic::Topic;
use coaching_session::domain::ui_state::{Screen, UiState};
use coaching_session::domain::version::VersionVector;
use coaching_session::wire::backup::{Entry, FILE_LIMIT, LINE_LIMIT, NotBackup, Restore};
use coaching_session::wire::key::{Key, WriterKey};
use coaching_session::wire::stored::{RECORD_LIMIT, Stored, Unreadable, VERSION, checksum, open, seal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::forged;
use crate::given::{
    TEN, agenda_of_45, at, cases, many_cases, minutes, plan, records, session, sessions, text, typed,
    ui_states,
};
use crate::story::{Records, file_of, opens_again};

#[track_caller]
fn reads_back<T: Stored + PartialEq + Debug>(value: &T) {
    let record = seal(value);
    assert_eq!(open::<T>(&record).as_ref(), Ok(value), "{record}");
    // The same value is the same text: a write that changes nothing is told from one that does.
    assert_eq!(seal(&open::<T>(&record).unwrap()), record);
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn a_session_reads_back(session in sessions()) {
        reads_back(&session);
    }

    #[test]
    fn pairs_and_settings_read_back(record in records()) {
        reads_back(&record);
    }

    #[test]
    fn ui_state_reads_back(state in ui_states()) {
        reads_back(&state);
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_text_is_the_same_when_it_is_read_again(typed in typed()) {
        if let Ok(text) = Text::parse(&typed) {
            prop_assert!(!text.as_str().trim().is_empty());
            prop_assert_eq!(Text::parse(text.as_str()), Ok(text));
        }
    }

    #[test]
    fn anything_at_all_is_an_error_and_no_panic(text in prop_oneof![
        vec(any::<char>(), 0..60).prop_map(String::from_iter),
        vec(select(vec!["{", "}", "[", "]", "\"v\"", ":", "1", ",", "\"sum\"", "\"data\"", "null", "\\u0000", "1e999", "-", "\""]), 0..20).prop_map(|parts| parts.concat()),
    ]) {
        prop_assert!(open::<Session>(&text).is_err());
        prop_assert!(open::<UiState>(&text).is_err());
        prop_assert!(Key::parse(&text).is_none());
    }

    #[test]
    fn anything_with_a_right_checksum_is_an_error_and_no_panic(parts in vec(select(vec![
        "{", "}", "[", "]", ":", ",", "\"id\"", "\"manager\"", "\"vector\"", "\"content\"", "\"00000000000000ff\"", "0", "-1", "1e400", "null", "true", "\"\"",
    ]), 0..24)) {
        let record = forged::record(&parts.concat());
        prop_assert!(open::<Session>(&record).is_err());
        prop_assert!(open::<Register<Record>>(&record).is_err());
    }

    #[test]
    fn one_byte_changed_anywhere_is_noticed(place in any::<Index>(), bits in 1_u8..=255) {
        let record = a_record();
        let mut bytes = record.clone().into_bytes();
        let place = place.index(bytes.len());
        bytes[place] ^= bits;
        // Storage holds text; bytes that are no text never come out of it.
        if let Ok(changed) = String::from_utf8(bytes) {
            let read = open::<Session>(&changed);
            prop_assert!(read.is_err() || read == open::<Session>(&record), "byte {}: {}", place, changed);
        }
    }

    #[test]
    fn the_file_holds_every_record_as_it_is(records in vec((typed(), typed()), 0..5)) {
        let records: Records = records.into_iter().collect();
        let file = file_of(&records);
        let lines: Vec<serde_json::Value> =
            file.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        prop_assert_eq!(&lines[0], &serde_json::json!({"coaching-session": 1, "records": records.len()}));
        let held = lines[1..].iter().map(|line| (line["key"].as_str(), line["record"].as_str()));
        let kept = records.iter().map(|(name, record)| (Some(name.as_str()), Some(record.as_str())));
        prop_assert_eq!(held.collect::<Vec<_>>(), kept.collect::<Vec<_>>());
        prop_assert_eq!(restore(&file), Ok(held_as(records)));
    }

    #[test]
    fn a_file_cut_off_anywhere_is_refused_or_says_what_is_missing(
        records in vec((typed(), typed()), 1..5), cut in any::<Index>(),
    ) {
        let records: Records = records.into_iter().collect();
        let file = file_of(&records);
        let cut = (0..=cut.index(file.len() - 1)).rev().find(|place| file.is_char_boundary(*place)).unwrap();
        match restore(&file[..cut]) {
            Err(error) => prop_assert_eq!(error, NotBackup::Foreign),
            Ok(entries) if cut == file.len() - 1 => prop_assert_eq!(entries, held_as(records)),
            Ok(entries) => {
                let whole = entries.iter().filter(|entry| matches!(entry, Entry::Record(..))).count();
                prop_assert!(whole < records.len());
                prop_assert_eq!(&entries[..whole], &held_as(records)[..whole]);
                prop_assert!(matches!(&entries[whole..], [Entry::NoLine(_) | Entry::Missing] | [Entry::NoLine(_), Entry::Missing]), "{:?}", entries);
            }
        }
    }

    #[test]
    fn any_text_that_is_opened_as_a_file_is_an_error_and_no_panic(parts in vec(select(vec![
        "{", "}", "[", "]", ":", ",", "\"coaching-session\"", "\"records\"", "\"key\"", "\"record\"", "1", "2", "-1", "null", "\"x\"", "\\", "\u{feff}", "\n",
    ]), 0..24)) {
        prop_assert!(restore(&parts.concat()).is_err());
        // With our head before it, any text is a file of which nothing can be read.
        let entries = restore(&format!("{{\"coaching-session\":1}}\n{}", parts.concat())).unwrap();
        let is_record = |entry: &Entry| matches!(entry, Entry::Record(..));
        let has_record = parts.concat().contains(r#"{"key":"x","record":"x"}"#) || parts.concat().contains(r#"{"record":"x","key":"x"}"#);
        prop_assert!(has_record || !entries.iter().any(is_record));
    }
}

/// All records of a file.
fn restore(file: &str) -> Result<Vec<Entry>, NotBackup> {
    let mut file = Restore::begin(file.to_owned())?;
    let mut entries = Vec::new();
    while let Some(entry) = file.entry()? {
        entries.push(entry);
    }
    Ok(entries)
}

/// The records as a file that is read hands them out.
fn held_as(records: Records) -> Vec<Entry> {
    records.into_iter().map(|(key, record)| Entry::Record(key, record)).collect()
}

/// The file holds this, or is something else.
#[track_caller]
fn check_file(text: &str, expected: Result<&[Entry], NotBackup>) {
    assert_eq!(restore(text), expected.map(<[Entry]>::to_vec), "{text:.200}");
}

#[test]
fn a_file_is_ours_newer_or_something_else_by_its_first_line() {
    for head in [
        "{\"coaching-session\":1}",
        "{\"coaching-session\":1}\n",
        "\r\n {\"coaching-session\" : 1, \"records\": 0} \r\n\r\n",
        "{\"by\":{\"a\":[1]},\"coaching-session\":1}",
    ] {
        check_file(head, Ok(&[]));
    }
    for foreign in [
        "",
        " \n",
        "x",
        "null",
        "5",
        "\"\"",
        "[]",
        "[1]",
        "{}",
        "{\"records\":0}",
        "{\"coaching-session\":0}",
        "{\"coaching-session\":-1}",
        "{\"coaching-session\":\"1\"}",
        "{\"coaching-session\":1.0}",
        "{\"coaching-session\":1,\"records\":-1}",
        "{\"coaching-session\":1,\"coaching-session\":1}",
        "{\"coaching-session\":1}x",
        "{\"coaching-session\":1",
        "{\"key\":\"a\",\"record\":\"x\"}\n{\"coaching-session\":1}",
    ] {
        check_file(foreign, Err(NotBackup::Foreign));
    }
    for newer in ["{\"coaching-session\":2}", "{\"coaching-session\":4294967295,\"records\":\"many\"}\nx"] {
        check_file(newer, Err(NotBackup::Newer));
    }
}

#[test]
fn a_line_that_is_damaged_leaves_the_others_as_they_are() {
    let good = "{\"key\":\"b\",\"record\":\"y\"}";
    let read = Entry::Record("b".into(), "y".into());
    for (line, expected) in [
        ("{\"record\":\"x\",\"key\":\"a\"}", Entry::Record("a".into(), "x".into())),
        ("{\"key\":\"a\",\"record\":5}", Entry::Damaged("a".into())),
        ("{\"key\":\"a\",\"record\":{\"v\":1}}", Entry::Damaged("a".into())),
        ("{\"key\":\"a\"}", Entry::Damaged("a".into())),
        ("{\"key\":\"a\",\"record\":\"x\",\"more\":1}", Entry::Damaged("a".into())),
        ("{\"key\":\"a\",\"record\":\"x\",\"record\":\"y\"}", Entry::Damaged("a".into())),
        ("{\"key\":\"a\",\"key\":\"b\",\"record\":\"x\"}", Entry::NoLine(2)),
        ("{\"key\":7,\"record\":\"x\"}", Entry::NoLine(2)),
        ("{\"record\":\"x\"}", Entry::NoLine(2)),
        ("{\"key\":\"a\",\"record\":\"x", Entry::NoLine(2)),
        ("{\"key\":\"a\",\"record\":\"\\ud800\"}", Entry::Damaged("a".into())),
        ("[\"a\",\"x\"]", Entry::NoLine(2)),
        ("{\"coaching-session\":1}", Entry::NoLine(2)),
        ("[]", Entry::NoLine(2)),
        ("hello", Entry::NoLine(2)),
    ] {
        let file = format!("{{\"coaching-session\":1,\"records\":2}}\n{line}\n{good}\n");
        check_file(&file, Ok(&[expected, read.clone()]));
    }
}

#[test]
fn a_file_with_fewer_records_than_it_was_saved_with_says_so() {
    let one = "{\"key\":\"a\",\"record\":\"x\"}\n";
    let read = || Entry::Record("a".into(), "x".into());
    for (count, lines, expected) in [
        (0, 0, vec![]),
        (1, 0, vec![Entry::Missing]),
        (1, 1, vec![read()]),
        (3, 2, vec![read(), read(), Entry::Missing]),
        // Somebody put two files together.
        (1, 2, vec![read(), read()]),
    ] {
        let file = format!("{{\"coaching-session\":1,\"records\":{count}}}\n{}", one.repeat(lines));
        check_file(&file, Ok(&expected));
    }
}

#[test]
fn a_file_is_read_up_to_its_limits() {
    let empty = file_of(&Records::new());
    let padded = |length: usize| format!("{empty}{}", " ".repeat(length - empty.len()));
    assert_eq!(restore(&padded(FILE_LIMIT)), Ok(Vec::new()));
    assert_eq!(restore(&padded(FILE_LIMIT + 1)), Err(NotBackup::TooLarge));
    // As long as any may be.
    let mut long: Records = (0..3).map(|name| (name.to_string(), "é".repeat(2_500_000))).collect();
    let rest = FILE_LIMIT - file_of(&long).len() - "{\"key\":\"3\",\"record\":\"\"}\n".len();
    long.insert("3".into(), "x".repeat(rest));
    assert_eq!(file_of(&long).len(), FILE_LIMIT);
    assert_eq!(restore(&file_of(&long)), Ok(held_as(long)));
    let line = |length: usize| {
        let around = "{\"key\":\"a\",\"record\":\"\"}".len();
        Records::from([("a".to_owned(), "x".repeat(length - around))])
    };
    assert_eq!(restore(&file_of(&line(LINE_LIMIT))), Ok(held_as(line(LINE_LIMIT))));
    assert_eq!(restore(&file_of(&line(LINE_LIMIT + 1))), Ok(vec![Entry::TooLong(2)]));
    let records = |count: usize| (0..count).map(|number| (format!("{number:06}"), String::new())).collect();
    assert_eq!(restore(&file_of(&records(10_000))).unwrap().len(), 10_000);
    assert_eq!(restore(&file_of(&records(10_001))), Err(NotBackup::TooLarge));
}

#[test]
fn however_many_writers_wrote_it_reads_back() {
    // Each race of two windows adds a writer to the vector.
    let mut half = session(Course::Planned).manager;
    for writer in 100..200 {
        half = half.rewritten(WriterId(writer), Written::Content(half.content().unwrap().clone()));
    }
    reads_back(&Session { manager: half, ..session(Course::Planned) });
}

#[test]
fn however_many_writings_wait_they_read_back() {
    let version = |writer: u64| Version {
        vector: VersionVector::new([(WriterId(writer), 1)]),
        written: Written::Content(Record::Settings(Settings {
            own_name: Some(text(&format!("Name {writer}"))),
            ..Settings::default()
        })),
    };
    reads_back(&Register::from_versions(&(1..=40).map(version).collect::<Vec<_>>()).unwrap());
}

/// A session with something in each of its fields.
fn full_session() -> Session {
    let log = Log::default()
        .with(at(0), Change::Started)
        .with(
            at(2),
            Change::Extended(
                coaching_session::domain::agenda::ItemId(0),
                coaching_session::domain::time::Minutes(5),
            ),
        )
        .with(
            at(3),
            Change::Shortened(
                coaching_session::domain::agenda::ItemId(0),
                coaching_session::domain::time::Minutes(2),
            ),
        )
        .with(at(3), Change::Dropped(coaching_session::domain::agenda::ItemId(3)))
        .with(at(4), Change::Paused)
        .with(at(4), Change::PausedFor(PauseReason::Visitor))
        .with(at(5), Change::Resumed)
        .with(at(6), Change::BeganAt(at(-2)))
        .with(at(8), Change::MovedSince(coaching_session::domain::agenda::ItemId(1), at(7)))
        .with(at(9), Change::MovedTo(coaching_session::domain::agenda::ItemId(1)))
        .with(at(30), Change::Jumped { seen: at(12), cause: Cause::Away })
        .with(at(20), Change::Jumped { seen: at(31), cause: Cause::ClockChanged })
        .with(at(25), Change::SkippedTo(coaching_session::domain::agenda::ItemId(2)))
        .with(at(26), Change::Stayed)
        .with(at(40), Change::Interrupted)
        .with(at(40), Change::Ended);
    let topic = Topic { id: 1, words: text("Müller & Söhne, „die große Sache“"), worked_if: None };
    let topics = SellerHalf { topics: vec![topic], ..SellerHalf::default() };
    let planned = session(Course::Planned);
    let begun = session(Course::Begun { baseline: Baseline::of(&agenda_of_45()), log });
    let other =
        planned.manager.rewritten(WriterId(3), Written::Content(planned.manager_half().unwrap().clone()));
    let manager =
        planned.manager.rewritten(WriterId(1), Written::Content(begun.manager_half().unwrap().clone()));
    Session { manager: manager.merged(&other), seller: Some(Register::new(WriterId(2), topics)), ..planned }
}

fn full_ui_state() -> UiState {
    let question = Some(text("3/item.open.1"));
    let leap = Leap { session: SessionId(0x5e), after: 2, from: at(3), to: at(63), is_asked: true };
    let leaps = vec![leap, Leap { after: 4, from: at(70), to: at(76), is_asked: false, ..leap }];
    UiState {
        screen: Screen::Prepare(SessionId(0x5e), Party::Seller),
        seen: Some(at(3)),
        question,
        slot: Some(1),
        leaps,
        handed: Some(SessionId(0x5e)),
        expiry_told: Some(at(5)),
    }
}

fn full_pair() -> Register<Record> {
    Register::new(WriterId(1), Record::Pair(Pair { manager: Some(text("Maria")), seller: text("Lee") }))
}

fn full_settings() -> Register<Record> {
    Register::new(
        WriterId(1),
        Record::Settings(Settings {
            own_name: Some(text("Maria")),
            unlisted: vec![PairId(7)],
            keys_are_off: true,
            removed: vec![
                RemovedLine { pair: None, line: Phrase::CheckRead.into() },
                RemovedLine { pair: Some(PairId(7)), line: Phrase::CheckHard.into() },
            ],
            waiting: vec![PairId(9)],
            by_initials: vec![PairId(7)],
            send_by: Some(SentBy::Mailed),
            signals: Signal::ALL.to_vec(),
        }),
    )
}

fn deleted_session() -> Session {
    full_session().deleted(WriterId(1), TEN)
}

/// The value reads back from its fixture. With the variable UPDATE_FIXTURES, the fixture is written first.
#[track_caller]
pub fn check_fixture<T: Stored + PartialEq + Debug>(name: &str, value: &T) {
    let path = format!("{}/tests/fixtures/stored-v1-{name}.json", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(&path, format!("{}\n", seal(value))).unwrap();
    }
    let record = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    assert_eq!(open::<T>(record.trim_end()).as_ref(), Ok(value), "{path}");
    // Until 0.1.0 the form may change, and the fixtures change with it.
    assert_eq!(seal(value), record.trim_end(), "{path}: UPDATE_FIXTURES=1 writes it anew");
}

/// Until 0.1.0 these files are written anew where the form changes. Then the form freezes, and a change
/// that cannot read them needs a version 2 beside it.
#[test]
fn stored_fixtures_are_read_back() {
    check_fixture("session", &full_session());
    check_fixture("session-deleted", &deleted_session());
    check_fixture("pair", &full_pair());
    check_fixture("settings", &full_settings());
    check_fixture("screen", &full_ui_state());
}

/// The data within a record.
fn data_of(record: &str) -> &str {
    record.split_once("\"data\":").unwrap().1.strip_suffix('}').unwrap()
}

fn a_record() -> String {
    seal(&full_session())
}

#[test]
fn a_record_made_by_hand_is_like_one_that_was_sealed() {
    assert_eq!(forged::record(data_of(&a_record())), a_record());
}

#[test]
fn the_checksum_is_the_crc_32_of_zip() {
    // The check value of CRC-32/ISO-HDLC in the catalogue of CRC algorithms.
    assert_eq!(checksum("123456789"), "cbf43926");
}

#[track_caller]
fn check_damage(record: &str, expected: Unreadable) {
    assert_eq!(open::<Session>(record), Err(expected), "{record:.200}");
}

/// The record has data of a shape that cannot be; the error says so in these words.
#[track_caller]
fn check_shape(record: &str, words: &str) {
    match open::<Session>(record) {
        Err(Unreadable::Shape(error)) => assert!(error.contains(words), "{error} for {record:.200}"),
        other => panic!("{other:?} for {record:.200}"),
    }
}

#[test]
fn each_kind_of_damage_has_its_name() {
    let record = a_record();
    for nothing in [
        "",
        " ",
        "null",
        "[]",
        "{}",
        "1",
        "\"\"",
        "{\"v\":1}",
        "<html>",
        "{\"v\":\"1\",",
        "{\"v\":\"1\"}",
        "{\"v\":-1}",
        "{\"v\":1.5}",
        "{\"v\":4294967296}",
        "{\"v\":1,\"v\":2}",
    ] {
        check_damage(nothing, Unreadable::NoEnvelope);
    }
    check_damage(&record.replacen("\"v\":1", "\"v\":0", 1), Unreadable::NoEnvelope);
    check_damage(&record.replacen("{\"v\"", "{\"x\":0,\"v\"", 1), Unreadable::NoEnvelope);
    check_damage(&record.replacen("{\"v\":1", "{\"v\":1,\"v\":1", 1), Unreadable::NoEnvelope);
    check_damage(&record.replacen("\"sum\"", "\"checksum\"", 1), Unreadable::NoEnvelope);
    check_damage(&record.replacen("\"sum\":\"", "\"sum\":7,\"x\":\"", 1), Unreadable::NoEnvelope);
    check_damage(&record.replacen(",\"data\":", ",\"data\":1,\"data\":", 1), Unreadable::NoEnvelope);
    check_damage(data_of(&record), Unreadable::NoEnvelope);
    check_damage(&format!("{record}{record}"), Unreadable::NoEnvelope);
    check_damage(&forged::record(""), Unreadable::NoEnvelope);
    check_damage(&record.replacen("Room 4", "Room 5", 1), Unreadable::Checksum);
    check_damage(&record.replacen("\"id\":", "\"id\": ", 1), Unreadable::Checksum);
    check_damage(&record.replacen("\"sum\":\"", "\"sum\":\"0", 1), Unreadable::Checksum);
    // The envelope itself may be written in another way.
    let spaced = record.replacen("{\"v\":1,\"sum\"", " {\n\"v\" : 1, \"sum\"", 1).replacen(
        "\"data\":",
        "\"data\": ",
        1,
    );
    assert_eq!(open::<Session>(&spaced), open(&record));
    for no_json in ["{", "[1,]", "{\"id\":}", "undefined", "{} {}"] {
        check_damage(&forged::record(no_json), Unreadable::NoEnvelope);
    }
    check_shape(&forged::record("\"\\ud800\""), "unexpected end of hex escape");
    for not_ours in ["[]", "null", "5", "45.5", "\"\""] {
        check_shape(&forged::record(not_ours), "struct SessionDto");
    }
    check_shape(&forged::record("{}"), "missing field `id`");
    check_shape(&forged::record("{\"id\":\"000000000000005e\"}"), "missing field `pair`");
}

#[test]
fn a_record_cut_off_anywhere_is_no_record() {
    let record = a_record();
    for end in (0..record.len()).filter(|end| record.is_char_boundary(*end)) {
        let read = open::<Session>(&record[..end]);
        assert!(matches!(read, Err(Unreadable::NoEnvelope)), "cut at {end}: {read:?}");
    }
}

#[test]
fn a_nest_without_end_is_damage_and_no_panic() {
    let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
    check_damage(&forged::record(&open), Unreadable::NoEnvelope);
    check_shape(&forged::record(&format!("{open}{close}")), "expected struct SessionDto");
    let record = a_record();
    for (before, nest) in [("\"place\":", "\"Room 4\""), ("\"id\":", "\"000000000000005e\"")] {
        let from = format!("{before}{nest}");
        let data = data_of(&record);
        assert!(data.contains(&from));
        check_shape(
            &forged::record(&data.replacen(&from, &format!("{before}{open}{close}"), 1)),
            "expected a string",
        );
    }
}

#[test]
fn a_newer_record_is_told_from_a_damaged_one() {
    let newer = VERSION + 1;
    check_damage(
        &format!("{{\"v\":{newer},\"sum\":\"x\",\"data\":null}}"),
        Unreadable::Newer { found: newer },
    );
    check_damage(&format!("{{\"v\":{newer},\"packed\":\"...\"}}"), Unreadable::Newer { found: newer });
    check_damage(&format!("{{\"data\":[[1]],\"v\":{}}}", u32::MAX), Unreadable::Newer { found: u32::MAX });
    check_damage(&format!("{{\"v\":{newer},"), Unreadable::NoEnvelope);
}

#[test]
fn a_record_beyond_the_limit_is_not_even_looked_at() {
    check_damage(&" ".repeat(RECORD_LIMIT + 1), Unreadable::TooLarge);
    check_damage(&" ".repeat(RECORD_LIMIT), Unreadable::NoEnvelope);
}

/// A session's record with `from` replaced by `to` in its data, under a right checksum.
#[track_caller]
fn changed(from: &str, to: &str) -> String {
    let record = seal(&Session { seller: full_session().seller, ..session(planned_course()) });
    let data = data_of(&record);
    assert!(data.contains(from), "{from} is not in {data}");
    forged::record(&data.replacen(from, to, 1))
}

#[track_caller]
fn check_value(from: &str, to: &str, field: &'static str) {
    check_damage(&changed(from, to), Unreadable::Value(field));
}

fn planned_course() -> Course {
    Course::Begun { baseline: Baseline::of(&agenda_of_45()), log: Log::default().with(TEN, Change::Started) }
}

#[test]
fn a_value_that_cannot_be_is_named() {
    let long = format!("\"{}\"", "x".repeat(2_001));
    check_value("\"Europe/Berlin\"", "\"Europe Berlin\"", "zone");
    check_value("\"Europe/Berlin\"", "\"\"", "zone");
    check_value("\"2026-05-14\"", "\"2026-02-30\"", "date");
    check_value("\"2026-05-14\"", "\"14.5.2026\"", "date");
    check_value("\"10:00\"", "\"25:00\"", "date");
    check_value("\"minutes\":45", "\"minutes\":19", "minutes");
    check_value("\"minutes\":45", "\"minutes\":91", "minutes");
    check_value("\"Room 4\"", &long, "place");
    check_value("\"Room 4\"", "\"\"", "place");
    check_value("\"item.open\"", "\"item.unheard-of\"", "title");
    check_value("\"item.open.purpose\"", "\"item.unheard-of\"", "purpose");
    check_value("\"type.opportunity-early\"", "\"type.unheard-of\"", "name");
    check_value("\"opportunity-early\"", "\" \"", "id");
    check_value("\"id\":\"000000000000005e\"", "\"id\":\"000000000000005E\"", "id");
    check_value("\"id\":\"000000000000005e\"", "\"id\":\"5e\"", "id");
    check_value("\"pair\":\"00000000000000a1\"", "\"pair\":\"a1\"", "pair");
    check_value("\"vector\":{\"0000000000000001\":1}", "\"vector\":{}", "vector");
    check_value("\"minutes\":3,\"least\":2", "\"minutes\":0,\"least\":2", "minutes");
    check_value("\"minutes\":3,\"least\":2", "\"minutes\":91,\"least\":2", "minutes");
    check_value("\"minutes\":3,\"least\":2", "\"minutes\":3,\"least\":0", "minutes");
    check_value("\"minutes\":3,\"least\":2", "\"minutes\":3,\"least\":6", "minutes");
    check_value("\"most\":5", "\"most\":91", "minutes");
    check_value("\"id\":1,\"role\":\"look-back\"", "\"id\":0,\"role\":\"look-back\"", "agenda");
    check_value("\"Müller", &format!("\"{}", "é".repeat(2_001)), "words");
    check_value("\"role\":\"topic\",\"topic\":0", "\"role\":\"topic\"", "topic");
    check_value("\"role\":\"open\"", "\"role\":\"open\",\"topic\":0", "topic");
    for (change, more) in [
        ("started", ",\"item\":5"),
        ("paused", ",\"minutes\":5"),
        ("moved-to", ""),
        ("moved-to", ",\"item\":1,\"seen\":5"),
        ("extended", ",\"item\":1"),
        ("away", ""),
        ("clock-changed", ",\"item\":1"),
    ] {
        check_value("\"change\":\"started\"", &format!("\"change\":\"{change}\"{more}"), "log");
    }
}

#[test]
fn a_shape_that_cannot_be_is_told() {
    let check = |from: &str, to: &str, words: &str| check_shape(&changed(from, to), words);
    for (number, words) in [
        ("-45", "invalid value: integer `-45`, expected u16"),
        ("\"45\"", "invalid type: string \"45\", expected u16"),
        ("99999", "invalid value: integer `99999`, expected u16"),
        ("45.5", "invalid type: floating point `45.5`, expected u16"),
        ("1e400", "number out of range"),
        ("null", "invalid type: null, expected u16"),
        ("[45]", "invalid type: sequence, expected u16"),
        ("true", "invalid type: boolean `true`, expected u16"),
    ] {
        check("\"minutes\":45", &format!("\"minutes\":{number}"), words);
    }
    check("\"minutes\":45", "\"hours\":1,\"minutes\":45", "unknown field `hours`");
    check("\"minutes\":45", "\"minutes\":45,\"minutes\":45", "duplicate field `minutes`");
    check("\"zone\":\"Europe/Berlin\",", "", "missing field `zone`");
    check("\"zone\":\"Europe/Berlin\"", "\"zone\":7", "invalid type: integer `7`, expected a string");
    check("\"role\":\"open\"", "\"role\":\"unheard-of\"", "unknown variant `unheard-of`");
    check("\"role\":\"open\"", "\"role\":0", "expected");
    check("\"topic\":0", "\"topic\":256", "invalid value: integer `256`, expected u8");
    check("\"started\"", "\"unheard-of\"", "unknown variant `unheard-of`");
    check("\"change\":\"started\"", "\"change\":\"moved-to\",\"item\":70000", "expected u16");
    check("\"change\":\"started\"", "\"change\":\"started\",\"by\":1", "unknown field `by`");
    check("\"plan\":[{", "\"plan\":[[0,10],{", "invalid type: sequence, expected struct PlannedDto");
    check("\"topics\":[", "\"topics\":{},\"x\":[", "expected a list of at most 20 entries");
    check("{\"built-in\":\"item.open\"}", "{\"built-in\":\"item.open\",\"own\":\"x\"}", "expected");
    check("{\"built-in\":\"item.open\"}", "{}", "expected");
    check("{\"built-in\":\"item.open\"}", "{\"borrowed\":\"x\"}", "unknown variant `borrowed`");
}

#[test]
fn a_vector_has_one_counter_of_each_writer() {
    let check = |to: &str, words: &str| check_shape(&changed("\"0000000000000001\":1", to), words);
    check("\"writer one\":1", "not the counter of a writer: writer one, 1");
    check("\"000000000000000A\":1", "not the counter of a writer");
    check("\"0000000000000001\":0", "not the counter of a writer: 0000000000000001, 0");
    check("\"0000000000000001\":-1", "expected u32");
    check("\"0000000000000001\":4294967296", "expected u32");
    check(
        "\"0000000000000001\":1,\"0000000000000002\":1,\"0000000000000001\":2",
        "two counters of the writer 0000000000000001",
    );
    // The same name, written in another way.
    check("\"0000000000000001\":1,\"\\u0030000000000000001\":2", "two counters of the writer");
    let many = |count: u64| {
        let counters: Vec<_> = (1..=count).map(|writer| format!("\"{writer:016x}\":1")).collect();
        changed("\"0000000000000001\":1", &counters.join(","))
    };
    assert!(open::<Session>(&many(10_000)).is_ok());
    check_shape(&many(10_001), "at most 10000 writers");
}

#[test]
fn a_field_that_may_be_missing_may_be_null() {
    let place = changed("\"place\":\"Room 4\"", "\"place\":null");
    assert_eq!(open::<Session>(&place), open(&changed("\"place\":\"Room 4\",", "")));
    assert_eq!(open::<Session>(&place).unwrap().manager_half().unwrap().plan.place, None);
}

/// Fields that are left out where they hold nothing.
#[test]
fn what_was_asked_and_what_is_shown_is_checked_too() {
    let asked = |list: &str| {
        let data = data_of(&seal(&session(planned_course()))).to_owned();
        forged::record(&data.replacen(",\"clock\":", &format!(",\"asked\":{list},\"clock\":"), 1))
    };
    let kept = open::<Session>(&asked("[\"1/item.open.1\",\"of a later release\"]")).unwrap();
    let names = kept.manager_half().unwrap().asked.iter().map(Text::as_str);
    assert_eq!(names.collect::<Vec<_>>(), ["1/item.open.1", "of a later release"]);
    for wrong in ["{}", "5", "\"x\"", "null"] {
        check_shape(&asked(wrong), "expected a list of at most 200 entries");
    }
    for wrong in ["[5]", "[[]]", "[\"x\",null]"] {
        check_shape(&asked(wrong), "expected a string");
    }
    check_damage(&asked("[\"\"]"), Unreadable::Value("asked"));
    let many = |count| asked(&format!("[{}]", vec!["\"x\""; count].join(",")));
    assert!(open::<Session>(&many(200)).is_ok());
    check_shape(&many(201), "invalid length 201, expected a list of at most 200 entries");
    let state = |more: &str| open::<UiState>(&forged::record(&format!("{{\"screen\":\"home\"{more}}}")));
    assert_eq!(state(""), Ok(UiState::default()));
    assert!(state(",\"question\":\"3/item.open.1\"").unwrap().question.is_some());
    assert_eq!(state(",\"question\":\" \""), Err(Unreadable::Value("question")));
    for wrong in ["[]", "3"] {
        assert!(matches!(state(&format!(",\"question\":{wrong}")), Err(Unreadable::Shape(_))), "{wrong}");
    }
}

#[test]
fn list_in_place_of_an_object_is_refused() {
    let state =
        |leap: &str| open::<UiState>(&forged::record(&format!("{{\"screen\":\"home\",\"leaps\":[{leap}]}}")));
    let leap = "{\"session\":\"000000000000005e\",\"after\":1,\"from\":2,\"to\":3,\"asked\":true}";
    assert_eq!(state(leap).unwrap().leaps.len(), 1);
    let read = state("[\"000000000000005e\",1,2,3,true]");
    assert!(matches!(&read, Err(Unreadable::Shape(error)) if error.contains("sequence")), "{read:?}");
}

#[test]
fn a_writing_is_either_content_or_a_deletion() {
    let session = |manager: &str| {
        forged::record(&format!(
            "{{\"id\":\"000000000000005e\",\"pair\":\"00000000000000a1\",\"manager\":{manager}}}"
        ))
    };
    check_damage(&session("[]"), Unreadable::Value("versions"));
    check_shape(&session("{}"), "expected a list of at most 100 entries");
    check_shape(&session("[5]"), "struct VersionDto");
    check_damage(&session("[{\"vector\":{\"0000000000000001\":1}}]"), Unreadable::Value("content"));
    let record = seal(&self::session(Course::Planned));
    let both = data_of(&record).replacen("\"vector\"", "\"deleted\":5,\"vector\"", 1);
    check_damage(&forged::record(&both), Unreadable::Value("content"));
    let deleted = "[{\"vector\":{\"0000000000000001\":1},\"deleted\":5}]";
    assert!(open::<Session>(&session(deleted)).unwrap().is_deleted());
}

#[test]
fn more_items_than_an_agenda_holds_are_refused() {
    let record = seal(&session(Course::Planned));
    let data = data_of(&record);
    let (before, after) = data.split_once("\"agenda\":[").unwrap();
    let item = |id: u16| {
        format!(
            "{{\"id\":{id},\"role\":\"added\",\"title\":{{\"own\":\"x\"}},\"minutes\":5,\"least\":1,\"most\":90}},"
        )
    };
    let with = |count: u16| {
        forged::record(&format!(
            "{before}\"agenda\":[{}{after}",
            (100..100 + count).map(item).collect::<String>()
        ))
    };
    check_shape(&with(25), "invalid length 31, expected a list of at most 30 entries");
    assert_eq!(open::<Session>(&with(24)).unwrap().manager_half().unwrap().plan.agenda.items().len(), 30);
}

#[test]
fn a_log_beyond_its_limit_is_refused() {
    let log = |count: usize| {
        let entries: String =
            (1..count).map(|at| format!("{{\"at\":{at},\"change\":\"paused\"}},")).collect();
        changed("\"log\":[", &format!("\"log\":[{entries}"))
    };
    assert!(open::<Session>(&log(2_000)).is_ok());
    check_shape(&log(2_001), "invalid length 2001, expected a list of at most 2000 entries");
}

#[test]
fn a_record_of_another_kind_is_damage() {
    check_shape(&seal(&full_ui_state()), "unknown field `screen`");
    assert!(matches!(open::<UiState>(&a_record()), Err(Unreadable::Shape(_))));
    assert!(matches!(open::<Register<Record>>(&a_record()), Err(Unreadable::Shape(_))));
}

#[test]
fn a_key_reads_back_and_no_other_name_is_one() {
    for key in [
        Key::Session(SessionId(7)),
        Key::Record(RecordId::Pair(PairId(u64::MAX))),
        Key::Record(RecordId::Settings),
        Key::Record(RecordId::List(PairId(3))),
        Key::Record(RecordId::Side(PairId(1))),
        Key::Record(RecordId::Same(PairId(2))),
        Key::Record(RecordId::Standing(PairId(3))),
        Key::Record(RecordId::EnteredRow(PairId(4))),
        Key::Record(RecordId::Told(PairId(4))),
        Key::UiState,
    ] {
        assert_eq!(Key::parse(&key.name()), Some(key));
        assert_eq!(Key::parse(&format!("quarantine/{}", key.name())), None);
        let place = key.of(WriterId(0xabc));
        assert_eq!(place.name(), format!("{}~0000000000000abc", key.name()));
        assert_eq!(WriterKey::parse(&place.name()), Some(place));
        assert_eq!(WriterKey::parse(&key.name()), None);
    }
    for name in ["", "session", "session/", "session/1", "screen/", "Settings", "note/0000000000000001"] {
        assert_eq!(Key::parse(name), None, "{name}");
    }
}

#[test]
fn a_record_is_small() {
    let log = (0..20).fold(Log::default(), |log, minute| log.with(TEN.plus(minutes(minute)), Change::Stayed));
    let half = session(Course::Begun { baseline: Baseline::of(&plan().agenda), log });
    assert!(seal(&half).len() < 2_500, "{}", seal(&half).len());
}

#[test]
#[should_panic(expected = "topics")]
fn story_fails_if_a_writer_stores_what_its_reader_refuses() {
    let session = full_session();
    let mut half = session.seller_half().cloned().unwrap();
    let topic = half.topics[0].clone();
    half.topics = (0..=20).map(|id| Topic { id, ..topic.clone() }).collect();
    let seller = session.seller.as_ref().map(|seller| seller.written(WriterId(9), Written::Content(half)));
    let session = Session { seller, ..session };
    opens_again(Key::Session(session.id), &seal(&session));
}
