//! The built-in coaching types as a company's file, `examples/built-in.json`, and the built-in texts in English: what an
//! owner who changes them starts from.

use std::sync::LazyLock;

use coaching_session::domain::agenda::{Role, TopicSlot};
use coaching_session::domain::coaching_type::{BUILT_IN, Checklist, CoachingType, Row};
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::question::{BuiltInQuestion, Question};
use coaching_session::wire::config::read;
use serde_json::{Map, Value, json};

use crate::given::text;
use crate::tidiness::root;

/// File of the built-in coaching types.
const FILE: &str = "examples/built-in.json";

/// File of the built-in texts in English, for the page on which owners write their content.
const TEXTS: &str = "src/shell/ours/built-in.json";

static ENGLISH: LazyLock<String> =
    LazyLock::new(|| std::fs::read_to_string(root().join("l10n/en.ftl")).unwrap());

/// Returns the line of `l10n/en.ftl` that begins so, after `behind`, with roles in place of names.
fn line(behind: &str, begin: &str) -> String {
    let rest = &ENGLISH[ENGLISH.find(&format!("\n{behind}")).unwrap()..];
    let words = rest.lines().find_map(|line| line.strip_prefix(begin)).unwrap();
    let named = ["seller", "manager"].iter().fold(words.to_owned(), |words, of| {
        words
            .replace(&format!("{{ ${of}-within }}"), &format!("the {of}"))
            .replace(&format!("{{ ${of} }}"), &format!("The {of}"))
    });
    assert!(!named.contains('$'), "{begin}: {named}");
    named
}

/// Returns the English words of a phrase.
fn english(phrase: Phrase) -> String {
    let begin = format!("{} = ", phrase.key().replace('.', "-"));
    line(&begin, &begin)
}

/// Returns the name of an activity in a file.
fn name(title: &Wording) -> &'static str {
    let key = phrase(title).key();
    key.strip_prefix("item.").unwrap_or(key)
}

fn question(question: &Question) -> Value {
    let Question::BuiltIn(BuiltInQuestion { matter, number }) = question else { panic!("not built in") };
    let begin = format!("{}-question-{number} = ", matter.key().replace('.', "-"));
    json!({ "ask": line(&begin, &begin), "listen-for": line(&begin, "    .answer = ") })
}

/// Returns the English texts that a company can take over: lines by kind, and activities.
fn texts() -> Value {
    let lines = |begin: &str| -> Vec<Value> {
        let all = Phrase::ALL.iter().filter(|phrase| phrase.key().starts_with(begin));
        all.map(|phrase| json!({ "key": phrase.key(), "words": english(*phrase) })).collect()
    };
    let rows = BUILT_IN.iter().flat_map(|of| &of.layouts).flat_map(|layout| &layout.rows);
    let (mut activities, mut frame): (Vec<Value>, Map<String, Value>) = Default::default();
    for activity in rows.map(|row| &row.activity) {
        let (name, title) = (name(&activity.title), english(phrase(&activity.title)));
        if activity.role.topic().is_none() {
            frame.insert(name.to_owned(), title.into());
        } else if activities.iter().all(|known| known["name"] != name) {
            activities.push(json!({
                "name": name, "title": title, "purpose": english(phrase(activity.purpose.as_ref().unwrap())),
                "questions": activity.questions.iter().map(question).collect::<Vec<_>>(),
            }));
        }
    }
    let lines = json!({ "check": lines("check."), "count": lines("count."), "evidence": lines("evidence.") });
    json!({ "lines": lines, "activities": activities, "frame": frame })
}

/// The file holds the value. With the variable UPDATE_FIXTURES, it is written first.
#[track_caller]
fn check(file: &str, value: &Value) {
    let written = format!("{}\n", serde_json::to_string_pretty(value).unwrap());
    let path = root().join(file);
    if std::env::var_os("UPDATE_FIXTURES").is_some() {
        std::fs::write(&path, &written).unwrap();
    }
    assert!(std::fs::read_to_string(path).unwrap() == written, "{file}: UPDATE_FIXTURES=1 writes it anew");
}

fn phrase(wording: &Wording) -> Phrase {
    match wording {
        Wording::BuiltIn(phrase) => *phrase,
        Wording::Own(own) => panic!("not built in: {own}"),
    }
}

fn row(row: &Row) -> Value {
    let mut written = json!({
        "activity": name(&row.activity.title),
        "minutes": row.minutes.0, "least": row.least.0, "most": row.most.0,
    });
    if let Role::Topic(TopicSlot(slot)) = row.activity.role {
        written["topic"] = json!(slot + 1);
    }
    written
}

fn checklist(list: &Checklist) -> Value {
    let lines = |lines: &[Wording]| -> Vec<Value> {
        lines.iter().map(|line| json!({ "built-in": phrase(line).key() })).collect()
    };
    json!({
        "content": lines(&list.content), "tone": lines(&list.tone),
        "structure": lines(&list.structure), "more": lines(&list.more),
    })
}

/// Returns the sentences of a text.
fn sentences(text: &str) -> Vec<String> {
    text.split_inclusive(['?', '.']).map(|sentence| sentence.trim().to_owned()).collect()
}

fn written(of: &CoachingType) -> Value {
    let agendas: Map<String, Value> = of
        .layouts
        .iter()
        .map(|layout| {
            let length: u16 = layout.rows.iter().map(|row| row.minutes.0).sum();
            (length.to_string(), layout.rows.iter().map(row).collect())
        })
        .collect();
    let guidance = &of.guidance;
    json!({
        "id": of.id, "name": english(phrase(&of.name)), "minutes": of.minutes.0, "rhythm-weeks": guidance.weeks,
        "agendas": agendas,
        "checklists": { "manager": checklist(&guidance.manager), "seller": checklist(&guidance.seller) },
        "evidence": { "built-in": phrase(&guidance.evidence).key() },
        "avoid": sentences(&english(phrase(guidance.avoid.as_ref().unwrap()))),
    })
}

#[test]
fn file_of_built_in_types_holds_todays_types() {
    check(FILE, &json!({ "version": 1, "types": BUILT_IN.iter().map(|of| written(of)).collect::<Vec<_>>() }));
}

#[test]
fn page_of_own_content_holds_todays_built_in_texts() {
    check(TEXTS, &texts());
}

#[test]
fn file_of_built_in_types_is_read_as_those_types() {
    let (config, faults) = read(&std::fs::read_to_string(root().join(FILE)).unwrap());
    assert_eq!(faults, []);
    let types: Vec<_> = config.catalogue.types().iter().collect();
    assert_eq!(types.len(), BUILT_IN.len());
    for (read, built_in) in types.into_iter().zip(BUILT_IN.iter()) {
        assert_eq!((&read.id, read.minutes), (&built_in.id, built_in.minutes));
        assert_eq!(read.name, Wording::Own(text(&english(phrase(&built_in.name)))));
        assert_eq!(read.layouts, built_in.layouts, "{}", read.id);
        let (of, wanted) = (&read.guidance, &built_in.guidance);
        assert_eq!((&of.manager, &of.seller), (&wanted.manager, &wanted.seller), "{}", read.id);
        assert_eq!((&of.evidence, of.weeks), (&wanted.evidence, wanted.weeks), "{}", read.id);
        let avoid = english(phrase(wanted.avoid.as_ref().unwrap()));
        assert_eq!(of.avoid, Some(Wording::Own(text(&avoid))), "{}", read.id);
    }
}
