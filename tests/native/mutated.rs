//! Sample records of every kind, and mutations that keep the checksum right: ids twice, lists at and over their
//! limits, many versions and writers, dates at the edge, missing and crossed halves.
//!
//! Asserts nothing, and never uses the program.

use coaching_session::domain::checksum::CRC_32;
use coaching_session::domain::session::Session;
use coaching_session::wire::link::{Half, Link, write};
use coaching_session::wire::stored::open;
use data_encoding::BASE64URL_NOPAD;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::forged;
use crate::given::text;
use crate::story::{Records, file_of};

/// The writer whose slot the first window of a story takes.
pub const OWN: u64 = 0xabc;

/// The writer whose slot the second window of a story takes.
const SECOND: u64 = 0xf2;

/// Writers that are gone.
const GONE: [u64; 3] = [0xf1, 0xf3, 0xf4];

/// Upper bound on the data of one record, in bytes. A story with longer ones takes seconds; `sizes` tries those.
const DATA_LIMIT: usize = 400_000;

/// A record of a writer.
#[derive(Clone, Debug)]
pub struct Sample {
    /// Name of the record without its writer.
    key: String,
    writer: u64,
    data: Value,
    damage: Option<Damage>,
}

/// A damage that no checksum covers up.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Cut(u16),
    Changed(u16),
    Newer,
}

impl Sample {
    fn new(key: impl Into<String>, writer: u64, data: Value) -> Self {
        Self { key: key.into(), writer, data, damage: None }
    }

    /// Returns the name of the record in storage.
    pub fn name(&self) -> String {
        format!("{}~{:016x}", self.key, self.writer)
    }

    /// Returns the text of the record.
    pub fn record(&self) -> String {
        let mut record = forged::record(&self.data.to_string());
        let place = |of: u16, record: &str| {
            (0..=usize::from(of) % record.len()).rev().find(|place| record.is_char_boundary(*place)).unwrap()
        };
        match self.damage {
            None => {}
            Some(Damage::Cut(at)) => record.truncate(place(at, &record)),
            Some(Damage::Changed(at)) => record.insert(place(at, &record), '7'),
            Some(Damage::Newer) => record = record.replacen("{\"v\":1,", "{\"v\":2,", 1),
        }
        record
    }

    /// Returns true if the record names a window of a story as the writer of something.
    pub fn is_of_window(&self) -> bool {
        let data = self.data.to_string();
        [OWN, SECOND].iter().any(|writer| self.writer == *writer || data.contains(&format!("{writer:016x}")))
    }
}

/// Returns the records by their names in storage.
pub fn records(samples: &[Sample]) -> Records {
    samples.iter().map(|sample| (sample.name(), sample.record())).collect()
}

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../fixtures/stored-v1-", $name, ".json"))
    };
}

/// Returns the data of a fixture after replacing some of its words.
fn data(fixture: &str, words: &[(&str, &str)]) -> Value {
    let record = words.iter().fold(fixture.to_owned(), |record, (old, new)| record.replace(old, new));
    let mut record: Value = serde_json::from_str(&record).unwrap();
    record["data"].take()
}

/// The session and the pair of the fixtures.
const SESSION: &str = "000000000000005e";
const PAIR: &str = "00000000000000a1";
/// A pair in which this person is the seller, and another one of the same names.
const SELLING: &str = "00000000000000a2";
const NAMESAKE: &str = "00000000000000a3";
const OVER: &str = "0000000000000060";
const PLANNED: &str = "0000000000000061";
const RUNNING: &str = "0000000000000062";
const INVITED: &str = "0000000000000063";
const ASKED: &str = "0000000000000064";
const DELETED: &str = "0000000000000065";

/// Returns the data of a session that is over with this id, and with another pair.
fn session(id: &str, pair: &str) -> Value {
    data(fixture!("session-whole"), &[(SESSION, id), (PAIR, pair)])
}

fn planned(id: &str, pair: &str) -> Value {
    let mut session = session(id, pair);
    let half = session["manager"][0]["content"].as_object_mut().unwrap();
    for field in ["handshake", "clock", "notes", "statuses", "asked", "closing"] {
        half.remove(field);
    }
    let half = session["seller"][0]["content"].as_object_mut().unwrap();
    half.remove("closing");
    session
}

/// Returns the records of a device: sessions in every state, and a draft of every purpose.
pub fn samples() -> Vec<Sample> {
    let mut running = session(RUNNING, PAIR);
    running["manager"][0]["content"]["clock"]["log"].as_array_mut().unwrap().truncate(1);
    let mut asked = planned(ASKED, PAIR);
    asked["manager"] = json!([{"vector": {}, "deleted": 0}]);
    let sessions = [
        (SESSION, data(fixture!("session"), &[])),
        (OVER, session(OVER, PAIR)),
        (PLANNED, planned(PLANNED, PAIR)),
        (RUNNING, running),
        (INVITED, planned(INVITED, SELLING)),
        (ASKED, asked),
        (DELETED, data(fixture!("session-deleted"), &[(SESSION, DELETED)])),
    ];
    let sessions = sessions.map(|(id, data)| Sample::new(format!("session/{id}"), GONE[0], data));
    let pair = |id, manager, seller| {
        let names = data(fixture!("pair"), &[("Maria", manager), ("Lee", seller)]);
        Sample::new(format!("pair/{id}"), GONE[0], names)
    };
    let private =
        |kind, id| Sample::new(format!("{kind}/{id}"), GONE[0], data(fixture!("private-held-all"), &[]));
    let others = [
        pair(PAIR, "Maria", "Lee"),
        pair(SELLING, "Ana", "Maria"),
        pair(NAMESAKE, "Maria", "Lee"),
        private("private-manager", PLANNED),
        private("private-seller", PLANNED),
        private("private-manager", RUNNING),
        Sample::new(format!("side/{SELLING}"), GONE[0], data(fixture!("side"), &[])),
        Sample::new(format!("same/{NAMESAKE}"), GONE[0], data(fixture!("same"), &[])),
        Sample::new("settings", GONE[0], data(fixture!("settings"), &[])),
    ];
    let answer = CRC_32.checksum(&0x63_u64.to_le_bytes());
    let drafts = [
        ("draft-plan".to_owned(), data(fixture!("draft-plan"), &[])),
        (format!("draft-plan/{PLANNED}"), data(fixture!("draft-plan"), &[])),
        (format!("draft-preparation-manager/{PLANNED}"), data(fixture!("draft-preparation-manager"), &[])),
        (format!("draft-preparation-seller/{PLANNED}"), data(fixture!("draft-preparation-seller"), &[])),
        (format!("draft-close-manager/{OVER}"), data(fixture!("draft-close-manager"), &[])),
        (format!("draft-close-seller/{OVER}"), data(fixture!("draft-close-seller"), &[])),
        (format!("draft-line-next-step/{RUNNING}"), data(fixture!("draft-line-next-step"), &[])),
        ("draft-request".to_owned(), data(fixture!("draft-request"), &[])),
        (format!("draft-answer/{answer:016x}"), data(fixture!("draft-answer"), &[])),
    ];
    let drafts = (0..).zip(drafts).map(|(place, (key, data))| {
        let writer = if place % 2 == 0 { OWN } else { GONE[1] };
        Sample::new(key, writer, data)
    });
    sessions.into_iter().chain(others).chain(drafts).collect()
}

/// Generates the screens that two windows left.
pub fn screens() -> impl Strategy<Value = Vec<Sample>> {
    let ids = vec![SESSION, OVER, PLANNED, RUNNING, INVITED, ASKED, DELETED];
    let kind = select(vec!["home", "ask", "plan", "pair", "plan-of", "session", "agenda", "share"]);
    let with_party = select(vec!["hand-over", "prepare", "close"]);
    let plain =
        (kind, select(ids.clone()), select(vec![PAIR, SELLING])).prop_map(|(kind, id, pair)| match kind {
            "home" | "ask" | "plan" => json!(kind),
            "pair" => json!({kind: pair}),
            _ => json!({kind: id}),
        });
    let sided = (with_party, select(ids), select(vec!["manager", "seller"]))
        .prop_map(|(kind, session, party)| json!({kind: {"session": session, "party": party}}));
    let screen = || prop_oneof![plain.clone(), sided.clone()];
    [screen(), screen()].prop_map(|screens| {
        let of = |(slot, (writer, screen))| {
            Sample::new(
                "screen",
                writer,
                json!({"screen": screen, "seen": 1_778_745_780_000_i64, "slot": slot}),
            )
        };
        (0..).zip([OWN, SECOND].into_iter().zip(screens)).map(of).collect()
    })
}

/// A mutation. The numbers choose a record, or a place in the data of a record.
#[derive(Clone, Debug)]
pub enum Mutation {
    /// Changes a value anywhere in the data.
    Value(u16, u16, Change),
    /// Grows or shortens a list to a length, with other ids or the same id.
    List(u16, u16, usize, bool),
    /// Puts a number of concurrent versions in place of a half's, which say the same or differ.
    Versions(u16, u16, usize, bool),
    /// Adds writers with a number of writes to the vector of each version of a half.
    Counters(u16, u16, u64, u32),
    /// Writes the record as another writer, too: as a concurrent version, or as the same one.
    Writer(u16, u8, bool),
    /// Replaces date, time, zone and length of a plan.
    Plan(u16, &'static str, &'static str, &'static str, u16),
    /// Adds an entry to the log of a clock.
    Entry(u16, &'static str, i64, u16),
    /// Puts the data of a record under the name of another one.
    Name(u16, u16),
    /// Takes a half from another session, or takes it away for the own record.
    Half(u16, u16, bool),
    /// Damages a record, so that nobody can read it.
    Damage(u16, u8, u16),
}

/// A change of one value.
#[derive(Clone, Debug)]
pub enum Change {
    Removed,
    Null,
    Unknown,
    Replaced(Value),
    /// Replaced by the value at that place of that record.
    Grafted(u16, u16),
}

fn numbers() -> impl Strategy<Value = Value> {
    let edges = vec![
        json!(0),
        json!(1),
        json!(20),
        json!(90),
        json!(91),
        json!(255),
        json!(65_534),
        json!(65_535),
        json!(65_536),
        json!(u32::MAX),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(-1),
        json!(1_778_745_600_000_i64),
        json!(1.5),
        json!(true),
        json!(false),
    ];
    select(edges)
}

fn texts() -> impl Strategy<Value = Value> {
    let edges = vec!["", " ", "Zq", "<b>", "\u{202e}turned", "👩‍👩‍👧‍👦", "\u{0}", "مرحبا", "a\nb"];
    let marks =
        (select(vec!["é", "😀", "\"", "x ", "\n"]), select(vec![999_usize, 1_000, 1_999, 2_000, 2_001]));
    let ids = vec![SESSION, OVER, PLANNED, RUNNING, INVITED, PAIR, SELLING, NAMESAKE, "0000000000000000"];
    prop_oneof![
        3 => select(edges).prop_map(|text| json!(text)),
        3 => marks.prop_map(|(mark, count)| json!(mark.repeat(count))),
        1 => select(ids).prop_map(|id| json!(id)),
        1 => select(vec!["manager", "seller", "next-step", "parked", "note", "done", "next-time", "ready"])
            .prop_map(|word| json!(word)),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        1 => Just(Change::Removed),
        1 => Just(Change::Null),
        1 => Just(Change::Unknown),
        6 => numbers().prop_map(Change::Replaced),
        6 => texts().prop_map(Change::Replaced),
        3 => any::<(u16, u16)>().prop_map(|(record, node)| Change::Grafted(record, node)),
    ]
}

/// Generates mutations.
pub fn mutation() -> impl Strategy<Value = Mutation> {
    let lengths =
        vec![0, 1, 2, 19, 20, 21, 29, 30, 31, 49, 50, 51, 99, 100, 101, 199, 200, 201, 1_999, 2_000];
    let versions = select(vec![2, 3, 60, 99, 100, 101]);
    let counts = select(vec![1, 2, 900, 1_000, 1_001, u32::MAX - 1, u32::MAX]);
    let writers = select(vec![1, 2, 40, 6_000, 9_999, 10_000]);
    let dates =
        select(vec!["1970-01-01", "9999-12-31", "2024-02-29", "2026-03-29", "2026-05-14", "2026-10-25"]);
    let times = select(vec!["00:00", "02:30", "10:00", "23:59"]);
    let zones =
        vec!["UTC", "Pacific/Apia", "Antarctica/Troll", "Asia/Kathmandu", "No/Such-Zone_9", "Etc/GMT+12"];
    let changes = vec![
        "started",
        "moved-to",
        "skipped-to",
        "moved-since",
        "began-at",
        "paused-for-call",
        "interrupted",
        "extended",
        "shortened",
        "dropped",
        "paused",
        "resumed",
        "away",
        "clock-changed",
        "stayed",
        "ended",
    ];
    let instants = prop_oneof![
        4 => (-10_i64..90).prop_map(|minutes| 1_778_745_600_000 + minutes * 60_000),
        1 => select(vec![i64::MIN, i64::MIN + 1, -1, 0, i64::MAX - 1, i64::MAX]),
    ];
    let at = any::<u16>;
    prop_oneof![
        8 => (at(), at(), change()).prop_map(|(record, node, change)| Mutation::Value(record, node, change)),
        4 => (at(), at(), select(lengths), any::<bool>())
            .prop_map(|(record, list, length, is_same)| Mutation::List(record, list, length, is_same)),
        3 => (at(), at(), versions, any::<bool>())
            .prop_map(|(record, half, count, differ)| Mutation::Versions(record, half, count, differ)),
        3 => (at(), at(), writers, counts)
            .prop_map(|(record, half, writers, count)| Mutation::Counters(record, half, writers, count)),
        4 => (at(), any::<u8>(), any::<bool>())
            .prop_map(|(record, writer, is_same)| Mutation::Writer(record, writer, is_same)),
        2 => (at(), dates, times, select(zones), select(vec![20_u16, 45, 90]))
            .prop_map(|(record, date, time, zone, minutes)| Mutation::Plan(record, date, time, zone, minutes)),
        3 => (at(), select(changes), instants, 0_u16..7)
            .prop_map(|(record, change, at, item)| Mutation::Entry(record, change, at, item)),
        1 => (at(), at()).prop_map(|(record, name)| Mutation::Name(record, name)),
        1 => (at(), at(), any::<bool>()).prop_map(|(record, other, is_seller)| Mutation::Half(record, other, is_seller)),
        1 => (at(), any::<u8>(), at()).prop_map(|(record, kind, at)| Mutation::Damage(record, kind, at)),
    ]
}

/// Returns the JSON pointers of all values in the data, the whole first.
fn nodes(data: &Value) -> Vec<String> {
    fn add(value: &Value, path: &str, found: &mut Vec<String>) {
        found.push(path.to_owned());
        match value {
            Value::Array(entries) => {
                // Of a long list the first entries and the last one are enough.
                let places = (0..entries.len()).filter(|place| *place < 8 || place + 1 == entries.len());
                places.for_each(|place| add(&entries[place], &format!("{path}/{place}"), found));
            }
            Value::Object(fields) => {
                fields.iter().take(40).for_each(|(name, value)| add(value, &format!("{path}/{name}"), found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    add(data, "", &mut found);
    found
}

/// Returns the JSON pointers of the lists of versions: one for each half of a session.
fn halves(data: &Value) -> Vec<&'static str> {
    let is_register = |path: &&str| {
        let list = data.pointer(path).and_then(Value::as_array);
        list.and_then(|list| list.first()).is_some_and(|version| version.get("vector").is_some())
    };
    ["", "/manager", "/seller"].into_iter().filter(is_register).collect()
}

fn chosen<T>(from: &[T], number: u16) -> Option<&T> {
    from.get(usize::from(number) % from.len().max(1))
}

fn chosen_mut(from: &mut [Sample], number: u16) -> &mut Sample {
    let count = from.len();
    &mut from[usize::from(number) % count]
}

/// Mutates one of the records. A record that would become too long stays as it is.
pub fn mutate(samples: &mut Vec<Sample>, mutation: &Mutation) {
    if let Mutation::Writer(number, writer, is_same) = mutation {
        let mut copy = chosen_mut(samples, *number).clone();
        let writers = [OWN, SECOND, GONE[0], GONE[1], GONE[2]];
        copy.writer = writers[usize::from(*writer) % writers.len()];
        if !is_same {
            for path in halves(&copy.data) {
                let versions = copy.data.pointer_mut(path).and_then(Value::as_array_mut).unwrap();
                versions.truncate(1);
                versions[0]["vector"] = json!({format!("{:016x}", copy.writer): 1});
            }
        }
        samples.retain(|other| other.name() != copy.name());
        samples.push(copy);
        return;
    }
    let others = samples.clone();
    let (Mutation::Value(number, ..)
    | Mutation::List(number, ..)
    | Mutation::Versions(number, ..)
    | Mutation::Counters(number, ..)
    | Mutation::Writer(number, ..)
    | Mutation::Plan(number, ..)
    | Mutation::Entry(number, ..)
    | Mutation::Name(number, ..)
    | Mutation::Half(number, ..)
    | Mutation::Damage(number, ..)) = mutation;
    let sample = chosen_mut(samples, *number);
    let before = sample.clone();
    mutate_one(sample, &others, mutation);
    if sample.data.to_string().len() > DATA_LIMIT {
        *sample = before;
    }
    // One record has one name.
    let name = sample.name();
    let is_twice = samples.iter().filter(|other| other.name() == name).count() > 1;
    if is_twice {
        *samples = others;
    }
}

fn mutate_one(sample: &mut Sample, others: &[Sample], mutation: &Mutation) {
    let data = &mut sample.data;
    match mutation {
        Mutation::Value(_, node, change) => {
            let paths = nodes(data);
            let Some(path) = chosen(&paths, *node) else { return };
            change_at(data, path, change, others);
        }
        Mutation::List(_, list, length, is_same) => {
            let lists: Vec<String> =
                nodes(data).into_iter().filter(|path| data.pointer(path).unwrap().is_array()).collect();
            let Some(path) = chosen(&lists, *list) else { return };
            resize(data.pointer_mut(path).and_then(Value::as_array_mut).unwrap(), *length, *is_same);
        }
        Mutation::Versions(_, half, count, differ) => {
            let halves = halves(data);
            let Some(path) = chosen(&halves, *half) else { return };
            let versions = data.pointer_mut(path).and_then(Value::as_array_mut).unwrap();
            let version = |place: usize| {
                let mut version = versions[0].clone();
                version["vector"] = json!({format!("{:016x}", 0x1000 + place): 1});
                if *differ {
                    say(&mut version, &format!("Version {place}"));
                }
                version
            };
            *versions = (0..*count).map(version).collect();
        }
        Mutation::Counters(_, half, writers, count) => {
            let halves = halves(data);
            let Some(path) = chosen(&halves, *half) else { return };
            for (place, version) in (0..).zip(data.pointer_mut(path).and_then(Value::as_array_mut).unwrap()) {
                let Some(vector) = version.get_mut("vector").and_then(Value::as_object_mut) else { continue };
                for writer in 0..*writers {
                    vector.insert(format!("{:016x}", 0x1_0000 * (place + 1) + writer), json!(count));
                }
            }
        }
        Mutation::Plan(_, date, time, zone, minutes) => {
            for version in data.pointer_mut("/manager").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Some(half) = version.get_mut("content").and_then(Value::as_object_mut) {
                    half.insert("date".to_owned(), json!(date));
                    half.insert("time".to_owned(), json!(time));
                    half.insert("zone".to_owned(), json!(zone));
                    half.insert("minutes".to_owned(), json!(minutes));
                }
            }
        }
        Mutation::Entry(_, change, at, item) => {
            let Some(log) = data.pointer_mut("/manager/0/content/clock/log").and_then(Value::as_array_mut)
            else {
                return;
            };
            let mut entry = json!({"at": at, "change": change});
            if matches!(
                *change,
                "moved-to" | "moved-since" | "skipped-to" | "extended" | "shortened" | "dropped"
            ) {
                entry["item"] = json!(item);
            }
            if matches!(*change, "extended" | "shortened") {
                entry["minutes"] = json!(5);
            }
            if matches!(*change, "away" | "clock-changed" | "moved-since" | "began-at") {
                entry["seen"] = json!(at.saturating_sub(600_000));
            }
            log.push(entry);
        }
        Mutation::Name(_, name) => {
            sample.key.clone_from(&chosen(others, *name).unwrap().key);
        }
        Mutation::Half(_, other, is_seller) => {
            let half = if *is_seller { "seller" } else { "manager" };
            let theirs = chosen(others, *other).and_then(|other| other.data.get(half)).cloned();
            if let Some(session) = data.as_object_mut().filter(|data| data.contains_key("manager")) {
                match theirs {
                    Some(theirs) => drop(session.insert(half.to_owned(), theirs)),
                    None if *is_seller => drop(session.remove(half)),
                    None => {
                        drop(session.insert(half.to_owned(), json!([{"vector": {}, "deleted": 0}])));
                    }
                }
            }
        }
        Mutation::Damage(_, kind, at) => {
            sample.damage = Some(match kind % 3 {
                0 => Damage::Cut(*at),
                1 => Damage::Changed(*at),
                _ => Damage::Newer,
            });
        }
        Mutation::Writer(..) => {}
    }
}

fn change_at(data: &mut Value, path: &str, change: &Change, others: &[Sample]) {
    let value = match change {
        Change::Removed => {
            if let Some((parent, name)) = path.rsplit_once('/') {
                match data.pointer_mut(parent) {
                    Some(Value::Object(fields)) => drop(fields.remove(name)),
                    Some(Value::Array(entries)) => drop(entries.remove(name.parse().unwrap())),
                    _ => {}
                }
            }
            return;
        }
        Change::Unknown => {
            if let Some(Value::Object(fields)) = data.pointer_mut(path) {
                fields.insert("later".to_owned(), json!(1));
            }
            return;
        }
        Change::Null => Value::Null,
        Change::Replaced(value) => value.clone(),
        Change::Grafted(record, node) => {
            let from = &chosen(others, *record).unwrap().data;
            from.pointer(chosen(&nodes(from), *node).unwrap()).unwrap().clone()
        }
    };
    let old = data.pointer_mut(path).unwrap();
    // Text in place of text and a number in place of a number, so that most records can still be read.
    if matches!(change, Change::Null) || std::mem::discriminant(old) == std::mem::discriminant(&value) {
        *old = value;
    }
}

/// Repeats the last entry of a list up to a length, or cuts the list.
fn resize(list: &mut Vec<Value>, length: usize, is_same: bool) {
    let Some(last) = list.last().cloned() else { return };
    list.truncate(length);
    for place in list.len()..length {
        let mut entry = last.clone();
        if !is_same {
            for number in ["id", "note", "topic"] {
                if let Some(id) = entry.get_mut(number).filter(|id| id.is_u64()) {
                    *id = json!((id.as_u64().unwrap_or(0) + u64::try_from(place).unwrap()) % 65_536);
                }
            }
            match &mut entry {
                Value::String(text) => text.push_str(&place.to_string()),
                other => say(other, &format!("Entry {place}")),
            }
        }
        list.push(entry);
    }
}

/// Replaces the first text that a person wrote.
fn say(value: &mut Value, words: &str) {
    let says = ["place", "words", "seller", "own_name", "note", "leave_alone", "keep", "change"];
    let is_text = |path: &String| says.iter().any(|name| path.ends_with(&format!("/{name}")));
    let paths = nodes(value);
    let path =
        paths.iter().filter(|path| is_text(path)).find(|path| value.pointer(path).unwrap().is_string());
    if let Some(path) = path {
        *value.pointer_mut(path).unwrap() = json!(words);
    }
}

/// Returns the links that can be made of the sessions: of the manager's half, and of the seller's.
pub fn links(samples: &[Sample]) -> Vec<String> {
    let mut links = Vec::new();
    for session in samples.iter().filter_map(|sample| open::<Session>(&sample.record()).ok()) {
        let when = session.manager_half().map(|half| half.plan.schedule.clone());
        let seller = session.seller.clone().map(|half| Half::Seller { when, half });
        for half in [Some(Half::Manager(session.manager.clone())), seller].into_iter().flatten() {
            let link = Link {
                pair: session.pair,
                session: session.id,
                manager: Some(text("Maria")),
                seller: text("Lee"),
                half,
                next: None,
                extras: Vec::new(),
            };
            links.extend(write(&link).ok());
        }
    }
    links
}

/// Returns the payload with one byte of its content replaced, under a valid checksum.
pub fn mended(payload: &str, place: u16, byte: u8) -> String {
    let code = payload.strip_prefix("1.").unwrap();
    let mut bytes = BASE64URL_NOPAD.decode(code.as_bytes()).unwrap();
    bytes.truncate(bytes.len() - 4);
    let place = usize::from(place) % bytes.len();
    bytes[place] = byte;
    forged::of_version(1, &bytes)
}

/// Returns a file of the records under their names without writers, as far as each name is free.
pub fn file(samples: &[Sample]) -> String {
    let records: Records = samples.iter().rev().map(|sample| (sample.key.clone(), sample.record())).collect();
    file_of(&records)
}
