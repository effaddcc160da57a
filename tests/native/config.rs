//! The file with a company's own content: what holds of it, and the faults of the rest by path and rule.

use coaching_session::domain::agenda::Role;
use coaching_session::domain::coaching_type::{BUILT_IN, Catalogue, History};
use coaching_session::domain::limits::Limits;
use coaching_session::domain::party::Party;
use coaching_session::domain::phrase::{Phrase, Wording};
use coaching_session::domain::question::Question;
use coaching_session::domain::time::Minutes;
use coaching_session::wire::config::{CONFIG_LIMIT, Config, read};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::given::{cases, text};

/// The example file that the documentation explains.
pub fn example() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/config.json")).unwrap()
}

/// Returns the faults of a file as the owner of the page reads them.
fn faults(file: &str) -> Vec<String> {
    read(file).1.iter().map(ToString::to_string).collect()
}

/// The example with `change` made to it has this fault, and no other.
#[track_caller]
fn check(change: impl Fn(&mut Value), fault: &str) -> Config {
    let mut file: Value = serde_json::from_str(&example()).unwrap();
    change(&mut file);
    let (config, faults) = read(&file.to_string());
    assert_eq!(faults.iter().map(ToString::to_string).collect::<Vec<_>>(), [fault]);
    config
}

fn ids(config: &Config) -> Vec<&str> {
    config.catalogue.types().iter().map(|of| &*of.id).collect()
}

#[test]
fn example_is_read_without_a_fault() {
    let (config, faults) = read(&example());
    assert_eq!(faults, []);
    assert_eq!(
        ids(&config),
        ["renewal", "opportunity-early", "opportunity-late", "call-before", "call-after"]
    );
    let renewal = config.catalogue.find("renewal").unwrap();
    assert_eq!((renewal.minutes, renewal.guidance.weeks), (Minutes(45), 2));
    let agenda = renewal.agenda(Minutes(45), History::Returning).unwrap();
    let rows: Vec<_> = agenda.items().iter().map(|item| (item.title.key(), item.minutes.0)).collect();
    let own = [("What have they got from us?", 14), ("What could end it?", 14)];
    let end = [("item.next-steps", 7), ("item.close", 3)];
    assert_eq!(rows, [&[("item.open", 3), ("item.look-back", 4)][..], &own, &end].concat());
    let Question::Own(question) = &config.catalogue.questions("renewal", &agenda.items()[2])[0] else {
        panic!()
    };
    assert_eq!(question.words, text("Which result would they put their name to?"));
    assert_eq!(question.listen, Some(text("an outcome, not usage")));
    let lines = renewal.guidance.checklist(Party::Seller).lines(History::First);
    assert_eq!(lines[1], Wording::BuiltIn(Phrase::CheckHard));
    assert_eq!(lines[2], Wording::Own(text("Know what help you want.")));
    assert_eq!(config.catalogue.count_on().len(), 3);
    assert_eq!(config.limits.longest, Minutes(60));
    assert_eq!(config.parties["en"].seller, text("adviser"));
    assert!(config.words["en"].starts_with("form-lead = "));
}

#[test]
fn built_in_items_in_a_company_agenda_keep_their_questions() {
    let (config, _) = read(&example());
    let renewal = config.catalogue.find("renewal").unwrap();
    let agenda = renewal.agenda(Minutes(60), History::Returning).unwrap();
    let stop = agenda.items().iter().find(|item| item.purpose == Some(Phrase::LateStopPurpose)).unwrap();
    let built_in = Catalogue::default().questions("opportunity-late", stop);
    assert_eq!(config.catalogue.questions("renewal", stop), built_in);
    assert!(!built_in.is_empty());
    assert_eq!(agenda.items().first().map(|item| item.role), Some(Role::Open));
}

#[test]
fn fault_of_a_type_names_path_and_rule() {
    let renewal = |change: fn(&mut Value)| move |file: &mut Value| change(&mut file["types"][0]);
    check(
        renewal(|of| of["agendas"]["45"][2]["minutes"] = json!(13)),
        "types[0].agendas.45: minutes add up to 44, not 45",
    );
    check(
        renewal(|of| of["agendas"]["45"][2]["activity"] = json!("valeu")),
        "types[0].agendas.45[2].activity: no such activity in `activities`, and none built in",
    );
    check(
        renewal(|of| of["agendas"]["45"][2]["minutes"] = json!("14")),
        "types[0].agendas.45[2].minutes: invalid type: string \"14\", expected u16",
    );
    check(
        renewal(|of| of["agendas"]["45"][2]["least"] = json!(15)),
        "types[0].agendas.45[2]: `minutes` must lie from `least` to `most`, and `least` is 1 or more",
    );
    check(
        renewal(|of| of["agendas"]["45"][5]["activity"] = json!("open")),
        "types[0].agendas.45: must end with `next-steps` and `close`, each once",
    );
    check(
        renewal(|of| of["agendas"]["100"] = of["agendas"]["60"].clone()),
        "types[0].agendas.100: 100 is not from 20 to 90",
    );
    check(
        renewal(|of| of["activities"]["risk"]["questions"][1]["ask"] = json!("a".repeat(301))),
        "types[0].activities.risk.questions[1].ask: the text has 301 characters; at most 300",
    );
    check(
        renewal(|of| of["activities"]["risk"]["question"] = json!([])),
        "types[0].activities.risk.question: unknown name; known are title, purpose, questions",
    );
    check(
        renewal(|of| of["checklists"]["seller"]["tone"][0] = json!({"built-in": "check.unheard-of"})),
        "types[0].checklists.seller.tone[0].built-in: no such built-in text",
    );
    check(renewal(|of| of["rhythm-weeks"] = json!(60)), "types[0].rhythm-weeks: 60 is not from 1 to 26");
}

#[test]
fn part_with_a_fault_falls_back_and_the_rest_holds() {
    let config = check(
        |file| file["types"][0]["checklists"]["seller"]["tone"] = json!([""]),
        "types[0].checklists.seller.tone[0]: the text is empty",
    );
    let renewal = config.catalogue.find("renewal").unwrap();
    let general = Catalogue::default().guidance("unknown").clone();
    assert_eq!(renewal.guidance.seller, general.seller, "the built-in one");
    assert_ne!(renewal.guidance.manager, general.manager, "the company's own");
    let config = check(
        |file| file["types"][0]["agendas"]["45"][0]["minutes"] = json!(4),
        "types[0].agendas.45: minutes add up to 46, not 45",
    );
    let agenda = config.catalogue.find("renewal").unwrap().agenda(Minutes(45), History::Returning).unwrap();
    assert_eq!(agenda.minutes(), Minutes(45), "the agenda for 30 minutes, stretched");
    let config = check(
        |file| file["types"][0]["id"] = json!("Renewal!"),
        "types[0].id: must be 1 to 40 of the characters a-z, 0-9 and -",
    );
    assert_eq!(ids(&config), ["opportunity-early", "opportunity-late", "call-before", "call-after"]);
    assert_eq!(config.catalogue.count_on().len(), 3, "other parts of the file hold");
}

#[test]
fn fault_of_the_file_names_path_and_rule() {
    let config = check(
        |file| file["typs"] = json!([]),
        "typs: unknown name; known are $schema, version, types, built-in-types, count-on, limits, parties, words",
    );
    assert_eq!(config, read(&example()).0, "nothing else is lost");
    check(
        |file| file["built-in-types"][0] = json!("nothing"),
        "built-in-types[0]: no such built-in coaching type",
    );
    check(|file| file["count-on"] = json!([]), "count-on: the list has 0 entries; 1 to 10 are allowed");
    check(|file| file["parties"]["en"]["seller"] = json!(""), "parties.en.seller: the text is empty");
    check(|file| file["version"] = json!(2), "version: the version must be 1");
    check(|file| file["types"] = json!([file["types"][0], file["types"][0]]), "types[1]: stands twice");
}

#[test]
fn limits_can_be_tighter_and_never_wider() {
    for (limits, fault) in [
        (json!({"longest-minutes": 120}), "limits.longest-minutes: 120 is not from 20 to 90"),
        (json!({"shortest-minutes": 10}), "limits.shortest-minutes: 10 is not from 20 to 90"),
        (json!({"drafts-kept-days": 31}), "limits.drafts-kept-days: 31 is not from 1 to 30"),
        (
            json!({"shortest-minutes": 60, "longest-minutes": 45}),
            "limits.longest-minutes: 45 is not from 60 to 90",
        ),
    ] {
        let config = check(|file| file["limits"] = limits.clone(), fault);
        assert_eq!(config.limits, Limits::default(), "{fault}");
    }
}

#[test]
fn file_that_is_none_leaves_the_built_in_content() {
    let large = format!("{{\"words\":{{\"en\":\"{}\"}}}}", "a".repeat(CONFIG_LIMIT));
    for (file, fault) in [
        ("", "EOF while parsing a value at line 1 column 0"),
        ("[]", "invalid type: sequence, expected struct FileDto"),
        ("{\"types\":[],\"types\":[]}", "the name `types` stands twice at line 1 column 23"),
        (&large, "the file has 262163 bytes; at most 262144"),
    ] {
        assert_eq!(faults(file), [fault]);
        assert_eq!(read(file).0, Config::default());
    }
    assert_eq!(Config::default().catalogue.types().len(), BUILT_IN.len());
    assert_eq!(faults("{}"), Vec::<String>::new());
}

#[test]
fn text_that_turns_or_hides_is_treated_as_typed_text() {
    let mut file: Value = serde_json::from_str(&example()).unwrap();
    file["types"][0]["name"] = json!(" Re\u{202e}new\u{0}al\u{2069} ");
    let (config, _) = read(&file.to_string());
    assert_eq!(config.catalogue.find("renewal").unwrap().name, Wording::Own(text("Renew al")));
}

/// Returns the values of a tree, each with its path as JSON Pointer (RFC 6901).
fn pointers(value: &Value, path: &str, all: &mut Vec<String>) {
    all.push(path.to_owned());
    match value {
        Value::Array(list) => {
            (0..).zip(list).for_each(|(at, value): (usize, _)| pointers(value, &format!("{path}/{at}"), all));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, value)| pointers(value, &format!("{path}/{name}"), all));
        }
        _ => {}
    }
}

fn replaced() -> impl Strategy<Value = String> {
    let file: Value = serde_json::from_str(&example()).unwrap();
    let mut all = Vec::new();
    pointers(&file, "", &mut all);
    let wrong = prop_oneof![
        Just(Value::Null),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!([])),
        Just(json!({"a": 1})),
    ];
    (proptest::sample::select(all), wrong).prop_map(move |(path, wrong)| {
        let mut file = file.clone();
        *file.pointer_mut(&path).unwrap() = wrong;
        file.to_string()
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_and_any_changed_file_is_read(file in prop_oneof![any::<String>(), replaced()]) {
        let (config, _) = read(&file);
        prop_assert!(!config.catalogue.types().is_empty());
        for of in config.catalogue.types() {
            for minutes in 20..=90 {
                prop_assert!(of.agenda(Minutes(minutes), History::First).is_ok(), "{} {minutes}", of.id);
            }
        }
    }
}
