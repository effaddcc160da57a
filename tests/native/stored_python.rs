//! Stored records and saved files read by Python as `docs/formats.md` describes them, with the standard library
//! alone, and compared with the written data.

use std::path::{Path, PathBuf};
use std::process::Command;

use coaching_session::domain::half::Course;

use coaching_session::domain::session::Session;
use coaching_session::wire::stored::{open, seal};
use proptest::strategy::{Strategy, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::forged;
use crate::given::{drafts, records, session, sessions, ui_states};
use crate::story::{Records, file_of};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the script's output for stored records: a line for each record.
#[track_caller]
fn python(files: &[PathBuf]) -> Vec<Value> {
    let script = root().join("tests/formats/read_stored.py");
    let output = Command::new("python3")
        .arg(&script)
        .args(files)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap_or_else(|error| panic!("the formats are read by Python 3, as `python3`: {error}"));
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{} ended with an error: {errors}", script.display());
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// Returns the script's output for a saved file. Several records may have one key.
#[track_caller]
fn python_of(name: &str, records: &[(String, String)]) -> Vec<Value> {
    let mut file = json!({"coaching-session": 1, "records": records.len()}).to_string();
    for (key, record) in records {
        file += &format!("\n{}", json!({"key": key, "record": record}));
    }
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}.jsonl", std::process::id()));
    std::fs::write(&path, file).unwrap();
    let found = python(std::slice::from_ref(&path));
    std::fs::remove_file(path).unwrap();
    assert_eq!(found.len(), records.len());
    found
}

/// The data of a record.
fn data(record: &str) -> Value {
    serde_json::from_str::<Value>(record).unwrap()["data"].take()
}

/// So many values of a kind, always the same.
fn some<T: std::fmt::Debug>(count: usize, strategy: impl Strategy<Value = T>) -> impl Iterator<Item = T> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(move |_| strategy.new_tree(&mut runner).unwrap().current())
}

#[test]
fn stored_fixtures_are_read_by_python() {
    let files = std::fs::read_dir(root().join("tests/fixtures")).unwrap().map(|entry| entry.unwrap().path());
    let is_stored = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().starts_with("stored-v1-");
    let mut files: Vec<_> = files.filter(is_stored).collect();
    files.sort();
    assert!(files.len() >= 20, "{files:?}");
    for (file, found) in files.iter().zip(python(&files)) {
        let record = std::fs::read_to_string(file).unwrap();
        assert_eq!(found["data"], data(&record), "{}: {found}", file.display());
    }
}

#[test]
fn saved_file_fixture_is_read_by_python_and_by_the_product() {
    let path = root().join("tests/fixtures/saved-v1.jsonl");
    let mut records = Records::new();
    for name in ["session-whole", "pair", "settings", "screen"] {
        let record = std::fs::read_to_string(root().join(format!("tests/fixtures/stored-v1-{name}.json")));
        let key = match name {
            "session-whole" => "session/000000000000005e",
            "pair" => "pair/00000000000000a1",
            "screen" => "screen~0000000000000abc",
            other => other,
        };
        records.insert(key.to_owned(), record.unwrap().trim_end().to_owned());
    }
    records.insert("quarantine/settings~1".to_owned(), "{\"v\":1,\"damaged".to_owned());
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(&path, file_of(&records)).unwrap();
    }
    assert_eq!(
        std::fs::read_to_string(&path).unwrap(),
        file_of(&records),
        "UPDATE_FIXTURES=1 writes it anew"
    );
    let found = python(&[path]);
    assert_eq!(found.len(), records.len());
    for (found, (key, record)) in found.iter().zip(&records) {
        let expected = match key.starts_with("quarantine/") {
            true => json!({"key": key, "quarantined": record}),
            false => json!({"key": key, "data": data(record)}),
        };
        assert_eq!(*found, expected);
    }
}

#[test]
fn generated_records_in_a_saved_file_are_read_by_python() {
    let sessions = some(60, sessions()).map(|session| (format!("session/{}", session.id), seal(&session)));
    let beside = some(60, records()).map(|record| ("pair/0000000000000001".to_owned(), seal(&record)));
    let states = some(60, ui_states()).map(|state| ("screen~0000000000000abc".to_owned(), seal(&state)));
    let drafts = some(60, drafts()).map(|draft| ("draft-plan~0000000000000abc".to_owned(), seal(&draft)));
    let all: Vec<_> = sessions.chain(beside).chain(states).chain(drafts).collect();
    for (found, (key, record)) in python_of("generated", &all).iter().zip(&all) {
        assert_eq!(*found, json!({"key": key, "data": data(record)}));
    }
}

#[test]
fn damage_is_found_by_python() {
    let record = seal(&session(Course::Planned));
    let changed = |from: &str, to: &str| {
        let data = serde_json::from_str::<Value>(&record).unwrap()["data"].to_string();
        assert!(data.contains(from), "{data}");
        forged::record(&data.replacen(from, to, 1))
    };
    let newer = record.replacen("\"v\":1", "\"v\":2", 1);
    let damaged = [
        record.replacen("Room 4", "Room 5", 1),
        record.replacen("\"v\":1", "\"v\":0", 1),
        record[..record.len() / 2].to_owned(),
        String::new(),
        changed("\"minutes\":45", "\"minutes\":19"),
        changed("\"minutes\":45", "\"minutes\":45.0"),
        changed("\"minutes\":45", "\"hours\":1,\"minutes\":45"),
        changed("\"minutes\":45", "\"minutes\":45,\"minutes\":45"),
        changed("\"pair\":\"00000000000000a1\"", "\"pair\":\"a1\""),
        changed("\"Room 4\"", "\"\""),
        newer,
    ];
    let records = damaged.map(|record| ("session/000000000000005e".to_owned(), record));
    let found = python_of("damaged", &records);
    let (newer, found) = found.split_last().unwrap();
    for (found, (_, record)) in found.iter().zip(&records) {
        assert!(found["error"].is_string(), "{record}: {found}");
        assert!(open::<Session>(record).is_err(), "{record}");
    }
    assert_eq!(newer["data"], json!({"newer": 2}));
}
