//! Links read by Python as `docs/formats.md` describes them, with the standard library alone, and compared with the
//! written links.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use coaching_session::domain::agenda::{Item, ItemId, Role};
use coaching_session::domain::closing::{Asked, Closing, Reply};
use coaching_session::domain::coaching_type::{BUILT_IN, TypeLabel, built_in};
use coaching_session::domain::day::Day;
use coaching_session::domain::evidence::Source;
use coaching_session::domain::half::{Course, ManagerHalf, SellerHalf, TimeSaid};
use coaching_session::domain::note::{Answer, Detail, Note, Place, Status};
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::plan::Plan;
use coaching_session::domain::readiness::{Handshake, Readiness};
use coaching_session::domain::register::{Content, Register, Written};
use coaching_session::domain::standing::{Rhythm, Standing, StandingDate};
use coaching_session::domain::text::Text;
use coaching_session::domain::time::{LocalDateTime, Minutes};
use coaching_session::domain::timing::{Baseline, Cause, Change, Entry, PauseReason};
use coaching_session::domain::zone::Schedule;
use coaching_session::wire::link::{Extra, Half, Link, read, write};
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::link::samples::{fixtures, links, untouched};

/// The lines that a script of `tests/formats` prints for these lines.
pub fn python(script: &str, input: &str) -> Vec<Value> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats").join(script);
    let mut python = Command::new("python3")
        .arg(&script)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("the formats are read by Python 3, as `python3`: {error}"));
    let mut lines = python.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || lines.write_all(input.as_bytes()));
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success(), "{} ended with an error", script.display());
    writer.join().unwrap().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    printed.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// Links whose numbers, variants and lists come in all kinds.
fn generated(count: usize) -> impl Iterator<Item = Link> {
    let mut runner = TestRunner::deterministic();
    let strategy = links();
    std::iter::from_fn(move || Some(strategy.new_tree(&mut runner).unwrap().current())).take(count)
}

/// An invitation with each built-in coaching type, and with each built-in text as a title.
fn with_each_number() -> impl Iterator<Item = Link> {
    let with = |change: &dyn Fn(&mut ManagerHalf)| {
        let mut link = untouched();
        if let Half::Manager(register) = &mut link.half {
            let mut half = register.content().unwrap().clone();
            change(&mut half);
            *register = register.amended(half);
        }
        link
    };
    let types = BUILT_IN.iter().map(move |of| with(&|half| half.plan.coaching_type = of.label().unwrap()));
    let texts = Phrase::ALL.iter().map(move |phrase| {
        with(&|half| half.plan.agenda.rename(ItemId(2), Wording::BuiltIn(*phrase)).unwrap())
    });
    types.chain(texts)
}

#[test]
fn links_read_by_python_hold_what_was_written() {
    let later = Link { extras: vec![Extra { number: 300, bytes: vec![0, 255] }], ..untouched() };
    let all = fixtures().map(|(_, link)| link).chain(generated(200)).chain(with_each_number()).chain([later]);
    let (links, payloads): (Vec<Link>, Vec<String>) =
        all.filter_map(|link| Some((link.clone(), write(&link).ok()?))).unzip();
    assert!(links.len() > 250, "{}", links.len());
    let read = python("read_link.py", &payloads.join("\n"));
    assert_eq!(read.len(), links.len());
    for (read, link) in read.iter().zip(&links) {
        assert_eq!(*read, link_as_json(link));
    }
}

#[test]
fn link_fixtures_are_read_by_python() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_link = |path: &std::path::PathBuf| {
        path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("link-v1-"))
    };
    let payloads: String = files.filter(is_link).map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let found = python("read_link.py", &payloads);
    assert_eq!(found.len(), fixtures().count(), "each file is a fixture");
    for (found, payload) in found.iter().zip(payloads.lines()) {
        assert_eq!(*found, link_as_json(&read(payload).unwrap()));
    }
}

/// The number of a built-in text or coaching type is for ever; the page has them all.
#[test]
fn numbers_of_built_in_texts_are_those_of_the_page() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats.md")).unwrap();
    let rows = |heading: &str| {
        let section = page.split(&format!("### {heading}\n")).nth(1).unwrap().split("\n#").next().unwrap();
        section.lines().filter(|line| line.contains('`')).map(str::to_owned).collect::<Vec<_>>()
    };
    let texts = Phrase::ALL.iter().map(|phrase| format!("| {} | `{}` |", phrase.number(), phrase.key()));
    assert_eq!(rows("Built-in texts"), texts.collect::<Vec<_>>());
    assert_eq!(rows("Built-in coaching types").len(), BUILT_IN.len());
}

fn id(id: u64) -> Value {
    json!(format!("{id:016x}"))
}

fn text(text: &Text) -> &str {
    text.as_str()
}

fn maybe(text: &Option<Text>) -> Option<&str> {
    text.as_ref().map(Text::as_str)
}

fn link_as_json(link: &Link) -> Value {
    let mut all = json!({
        "pair": id(link.pair.0),
        "session": id(link.session.0),
        "manager": maybe(&link.manager),
        "seller": text(&link.seller),
    });
    match &link.half {
        Half::Manager(half) => all["manager's half"] = versions(half, manager_half),
        Half::Seller { when, half } => {
            all["when"] = when.as_ref().map_or(Value::Null, schedule);
            all["seller's half"] = versions(half, seller_half);
        }
    }
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    all["next"] = match &link.next {
        None => Value::Null,
        Some(next) => json!([id(next.session.0), versions(&next.half, manager_half)]),
    };
    all["extras"] = link.extras.iter().map(|extra| json!([extra.number, hex(&extra.bytes)])).collect();
    all
}

fn versions<C: Content>(register: &Register<C>, half: impl Fn(&C) -> Value) -> Value {
    let version = |version: &coaching_session::domain::register::Version<C>| {
        let vector: Value =
            version.vector.counters().map(|(writer, count)| json!([id(writer.0), count])).collect();
        match &version.written {
            Written::Content(content) => json!({"vector": vector, "content": half(content)}),
            Written::Deleted(at) => json!({"vector": vector, "deleted": at.0}),
        }
    };
    register.versions().into_iter().map(version).collect()
}

fn status(status: &Status) -> Value {
    let answer = match status.answer {
        Answer::Done => "done",
        Answer::NotYet => "not yet",
        Answer::Dropped => "dropped",
    };
    json!([id(status.session.0), status.note.0, answer])
}

fn manager_half(half: &ManagerHalf) -> Value {
    let carried = |carried: &coaching_session::domain::note::Carried| {
        json!([id(carried.session.0), carried.began.0, note(&carried.note)])
    };
    let handshake = half.prepared.handshake.map(|handshake| match handshake {
        Handshake::Ready => "ready",
        Handshake::Together => "together",
    });
    json!({
        "plan": plan(&half.plan),
        "ready": half.prepared.ready.map(readiness),
        "handshake": handshake,
        "alone": half.prepared.alone,
        "noted": half.ahead.noted.as_ref().map(|topic| text(&topic.words)),
        "fact": half.ahead.fact.as_ref().map(evidence),
        "count on": half.ahead.count_on.iter().map(wording).collect::<Value>(),
        "standing": half.ahead.standing.as_ref().map(standing),
        "clock": clock(half),
        "notes": half.notes.all.iter().map(note).collect::<Value>(),
        "statuses": half.notes.statuses.iter().map(status).collect::<Value>(),
        "carried": half.carried.iter().map(carried).collect::<Value>(),
        "settled": half.settled.iter().map(status).collect::<Value>(),
        "asked": half.asked.iter().map(text).collect::<Value>(),
        "closing": closing(&half.closing),
    })
}

fn standing(row: &Standing) -> Value {
    let minute = |local: LocalDateTime| format!("{} {}", local.date_field(), local.time_field());
    let rhythm = |rhythm| match rhythm {
        Rhythm::Weekly => "weekly",
        Rhythm::TwoWeeks => "two weeks",
        Rhythm::Monthly => "monthly",
        Rhythm::Quarterly => "quarterly",
    };
    let date = |date: &StandingDate| {
        json!([
            minute(date.local),
            id(date.session.0),
            type_of(&date.coaching_type),
            date.minutes.0,
            date.is_skipped
        ])
    };
    json!({
        "slot": row.slot.map(|slot| json!([rhythm(slot.rhythm), minute(slot.first)])),
        "zone": row.zone.name(),
        "dates": row.dates.iter().map(date).collect::<Value>(),
    })
}

fn plan(plan: &Plan) -> Value {
    json!({
        "type": type_of(&plan.coaching_type),
        "schedule": schedule(&plan.schedule),
        "minutes": plan.minutes.0,
        "place": maybe(&plan.place),
        "agenda": plan.agenda.items().iter().map(item).collect::<Value>(),
    })
}

fn type_of(coaching_type: &TypeLabel) -> Value {
    let built_in = built_in(coaching_type.id.as_str()).and_then(|found| found.label());
    match built_in.as_ref() == Some(coaching_type) {
        true => json!(text(&coaching_type.id)),
        false => json!([text(&coaching_type.id), wording(&coaching_type.name)]),
    }
}

fn schedule(schedule: &Schedule) -> Value {
    let Schedule { local, zone, offset } = schedule;
    json!([format!("{} {}", local.date_field(), local.time_field()), zone.name(), offset.minutes()])
}

fn wording(wording: &Wording) -> Value {
    match wording {
        Wording::BuiltIn(phrase) => json!(phrase.key()),
        Wording::Own(own) => json!({"own": text(own)}),
    }
}

fn item(item: &Item) -> Value {
    let Item { id, role, title, purpose, minutes, least, most } = item;
    let name = match role {
        Role::Open => "open",
        Role::LookBack => "look back",
        Role::Topic(_) => "topic",
        Role::Added => "added",
        Role::NextSteps => "next steps",
        Role::Close => "close",
    };
    let mut all = json!({
        "id": id.0,
        "role": name,
        "title": wording(title),
        "purpose": purpose.map(Phrase::key),
        "minutes": [minutes.0, least.0, most.0],
    });
    if let Role::Topic(slot) = role {
        all["topic"] = json!(slot.0);
    }
    all
}

fn readiness(ready: Readiness) -> Value {
    json!({"at": ready.at.0, "plan": id(ready.plan)})
}

fn clock(half: &ManagerHalf) -> Value {
    let Course::Begun { baseline, log } = &half.course else { return Value::Null };
    let minutes = |(item, minutes): (ItemId, Minutes)| json!([item.0, minutes.0]);
    let is_as_planned = *baseline == Baseline::of(&half.plan.agenda);
    let baseline: Value = baseline.0.iter().map(|planned| minutes((planned.item, planned.minutes))).collect();
    json!({
        "baseline": if is_as_planned { Value::Null } else { baseline },
        "log": log.0.iter().map(entry).collect::<Value>(),
    })
}

fn entry(Entry { at, change }: &Entry) -> Value {
    let at = at.0;
    match change {
        Change::Started => json!([at, "started"]),
        Change::MovedTo(item) => json!([at, "moved to", item.0]),
        Change::SkippedTo(item) => json!([at, "skipped to", item.0]),
        Change::Extended(item, by) => json!([at, "extended", item.0, by.0]),
        Change::Shortened(item, by) => json!([at, "shortened", item.0, by.0]),
        Change::Dropped(item) => json!([at, "dropped", item.0]),
        Change::MovedSince(item, since) => json!([at, "moved since", item.0, since.0]),
        Change::Interrupted => json!([at, "interrupted"]),
        Change::BeganAt(began) => json!([at, "began at", began.0]),
        Change::PausedFor(reason) => json!([
            at,
            "paused for",
            match reason {
                PauseReason::Call => "call",
                PauseReason::Visitor => "visitor",
                PauseReason::Break => "break",
                PauseReason::Line => "line",
            }
        ]),
        Change::Paused => json!([at, "paused"]),
        Change::Resumed => json!([at, "resumed"]),
        Change::Jumped { seen, cause: Cause::Away } => json!([at, "jumped", seen.0, "away"]),
        Change::Jumped { seen, cause: Cause::ClockChanged } => json!([at, "jumped", seen.0, "clock changed"]),
        Change::Stayed => json!([at, "stayed"]),
        Change::Ended => json!([at, "ended"]),
    }
}

fn note(note: &Note) -> Value {
    let party = |party: Party| match party {
        Party::Manager => "manager",
        Party::Seller => "seller",
    };
    let mut all = json!({"id": note.id.0, "item": note.item.map(|item| item.0), "words": text(&note.words)});
    match &note.detail {
        Detail::Shared => all["kind"] = json!("shared"),
        Detail::Parked { by, place, quotes } => {
            all["kind"] = json!("parked");
            all["by"] = json!(by.map(party));
            all["place"] = json!(place.map(|place| match place {
                Place::NextTime => "next time",
                Place::Elsewhere => "elsewhere",
                Place::Dropped => "dropped",
            }));
            all["quotes"] = json!(quotes);
        }
        Detail::NextStep { by, first_step, when, on, is_confirmed } => {
            all["kind"] = json!("next step");
            all["by"] = json!(party(*by));
            all["first step"] = json!(maybe(first_step));
            all["when"] = json!(maybe(when));
            all["on"] = json!(on.map(Day::number));
            all["confirmed"] = json!(is_confirmed);
        }
    }
    all
}

fn evidence(line: &coaching_session::domain::evidence::Evidence) -> Value {
    let source = match line.source {
        Source::Seen => "seen",
        Source::Told => "told",
        Source::Guessed => "guessed",
    };
    json!([source, text(&line.words)])
}

fn seller_half(half: &SellerHalf) -> Value {
    let topics =
        half.topics.iter().map(|topic| json!([topic.id, text(&topic.words), maybe(&topic.worked_if)]));
    let says = |says: TimeSaid| match says {
        TimeSaid::Works => "works",
        TimeSaid::OtherTime => "other time",
        TimeSaid::CantCome => "can't come",
    };
    let time = half.time.map(|time| json!([format!("{:016x}", time.start), says(time.says)]));
    let listed = half.listed.iter();
    let listed =
        listed.map(|line| json!([format!("{:016x}", line.session.0), line.began.0, note(&line.note)]));
    json!({
        "topics": topics.collect::<Value>(),
        "evidence": half.evidence.iter().map(evidence).collect::<Value>(),
        "leave alone": maybe(&half.leave_alone),
        "about": maybe(&half.about),
        "brings it": half.brings_it,
        "time": time,
        "zone": half.zone.as_ref().map(|at| json!([at.zone.name(), at.offset.minutes()])),
        "wish": maybe(&half.wish),
        "ready": half.ready.map(readiness),
        "steps": half.steps.iter().map(status).collect::<Value>(),
        "listed": listed.collect::<Value>(),
        "closing": closing(&half.closing),
    })
}

fn closing(closing: &Closing) -> Value {
    let reply = |(asked, reply): &(Asked, Reply)| {
        let reply = match reply {
            Reply::Yes => "yes",
            Reply::Partly => "partly",
            Reply::NotYet => "not yet",
            Reply::Coaching => "coaching",
            Reply::JustTalking => "just talking",
            Reply::Seller => "seller",
            Reply::Manager => "manager",
            Reply::Even => "even",
        };
        match asked {
            Asked::Worked(topic) => json!(["worked", topic, reply]),
            Asked::Talk => json!(["talk", reply]),
            Asked::Spoke => json!(["spoke", reply]),
        }
    };
    json!({
        "replies": closing.replies.iter().map(reply).collect::<Value>(),
        "differently": maybe(&closing.differently),
        "in": closing.is_in,
        "aloud": closing.is_aloud,
        "heard": closing.heard.iter().map(reply).collect::<Value>(),
    })
}
