//! The words of every language, held against the messages: each message has words, no words are without a
//! message, and no words use a variable that the message does not have. Writes what the Rust implementation of
//! Fluent says, so that a test in the browser compares what the page says.
//!
//! Reads `l10n/*.ftl` by the parser of Fluent, and never knows a sentence.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use coaching_session::domain::phrase::Phrase;
use coaching_session::domain::question::BuiltInQuestion;
use coaching_session::domain::sent::SentKind;
use coaching_session::domain::time::{Minutes, MonthWeek, Weekday};
use coaching_session::text::message::Message;
use coaching_session::text::message_id::kebab;
use coaching_session::text::{Argument, Env, Parameter, Value};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use serde_json::json;

use crate::asking::every_question;
use crate::intl::{Table, env, lowered};

/// Numbers for which languages choose different plurals, and one with a thousand.
const NUMBERS: [u16; 6] = [0, 1, 2, 5, 11, 1234];

/// A name written from left to right, and one from right to left.
const NAMES: [&str; 2] = ["Lee", "לאה"];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The languages by tag, with their words in the form of Fluent.
fn languages() -> BTreeMap<String, String> {
    let files = fs::read_dir(root().join("l10n")).unwrap().map(|entry| entry.unwrap().path());
    let tag = |file: &Path| {
        assert_eq!(file.extension(), Some("ftl".as_ref()), "{}", file.display());
        file.file_stem().unwrap().to_str().unwrap().to_owned()
    };
    files.map(|file| (tag(&file), fs::read_to_string(&file).unwrap())).collect()
}

/// Words of a language, as the parser reads them.
#[derive(Default)]
struct Found {
    /// Variables by id, those of words that are put into other words included.
    variables: BTreeMap<String, BTreeSet<String>>,
    /// Ids of the words that are put into other words.
    parts: BTreeSet<String>,
}

/// Variables and references inside a pattern.
#[derive(Default)]
struct Inside {
    variables: BTreeSet<String>,
    references: Vec<String>,
}

impl Inside {
    fn read(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.read_expression(expression);
            }
        }
    }

    fn read_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.read_inline(inline),
            Expression::Select { selector, variants } => {
                self.read_inline(selector);
                variants.iter().for_each(|variant| self.read(&variant.value));
            }
        }
    }

    fn read_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.variables.insert(id.name.to_owned());
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                self.references.push(id.name.to_owned())
            }
            InlineExpression::StringLiteral { .. } => {}
            InlineExpression::Placeable { expression } => self.read_expression(expression),
            other => panic!("the two implementations of Fluent may differ in {other:?}"),
        }
    }
}

/// Reads the words of a language. An attribute has the id of its message, a point, and its own.
fn read(text: &str) -> Found {
    let resource = parse(text).map_err(|(_, errors)| errors).unwrap();
    let mut inside: BTreeMap<String, Inside> = BTreeMap::new();
    let mut add = |id: String, pattern: &Pattern<&str>| {
        let mut found = Inside::default();
        found.read(pattern);
        assert!(inside.insert(id.clone(), found).is_none(), "{id} is there twice");
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                add(id.to_owned(), message.value.as_ref().unwrap_or_else(|| panic!("{id} says nothing")));
                for attribute in &message.attributes {
                    add(format!("{id}.{}", attribute.id.name), &attribute.value);
                }
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("neither words nor a comment: {other:?}"),
        }
    }
    let mut found = Found::default();
    for (id, Inside { variables, references }) in &inside {
        let within = references.iter().flat_map(|part| &inside[part].variables);
        found.variables.insert(id.clone(), variables.iter().chain(within).cloned().collect());
        found.parts.extend(references.iter().cloned());
    }
    found
}

/// Ids of the words that the scripts say without the program, and that the build puts into them.
fn said_by_the_element() -> Vec<String> {
    let of = |folder: &str| fs::read_dir(root().join(folder)).unwrap().flatten().map(|entry| entry.path());
    let is_script = |file: &PathBuf| file.extension().is_some_and(|name| name == "ts" || name == "mjs");
    let scripts: String = of("src/shell")
        .chain(of("xtask"))
        .filter(is_script)
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let ids = read(&languages()["en"]).variables.into_keys();
    ids.filter(|id| scripts.contains(&format!("\"{id}\""))).collect()
}

/// Samples of a parameter by its kind.
fn samples(kind: &str) -> Vec<Parameter<'static>> {
    let numbers = NUMBERS.into_iter();
    match kind {
        "Name" => NAMES.into_iter().chain(["The manager"]).map(Parameter::Name).collect(),
        "Own" => NAMES.map(Parameter::Own).to_vec(),
        "Optional" => [None, Some(NAMES[0]), Some(NAMES[1])].map(Parameter::Optional).to_vec(),
        "Said" => vec![Parameter::Said("Thu 14 May")],
        "Within" => vec![Parameter::Within("Early opportunity")],
        "Minutes" => numbers.map(|number| Parameter::Minutes(Minutes(number))).collect(),
        "Number" => {
            numbers.map(|number| Parameter::Number(number.into())).chain([Parameter::Number(-1)]).collect()
        }
        "Count" => numbers.map(|number| Parameter::Count(number.into())).collect(),
        "Grouped" => numbers.map(usize::from).chain([1_234_567]).map(Parameter::Grouped).collect(),
        "Weekday" => vec![Parameter::Weekday(Weekday::Thu), Parameter::Weekday(Weekday::Sun)],
        "MonthWeek" => vec![Parameter::MonthWeek(MonthWeek::First), Parameter::MonthWeek(MonthWeek::Last)],
        "SentKind" => SentKind::ALL.map(Parameter::SentKind).to_vec(),
        other => panic!("no samples of {other}"),
    }
}

/// Every message by id, with every combination of the samples of its parameters.
fn cases(env: &Env<'_>) -> BTreeMap<String, Vec<Vec<Argument<'static>>>> {
    let mut cases = BTreeMap::new();
    let mut add = |id: String, parameters: &[(&'static str, &'static str)]| {
        let mut all = vec![Vec::new()];
        for (name, kind) in parameters {
            let with = |arguments: &Vec<Argument<'static>>, sample: Parameter<'static>| {
                let mut arguments = arguments.clone();
                sample.append_to(&mut arguments, name, &|message| env.say(message));
                arguments
            };
            all = all
                .iter()
                .flat_map(|before| samples(kind).into_iter().map(|one| with(before, one)))
                .collect();
        }
        assert!(cases.insert(id.clone(), all).is_none(), "two messages have the id {id}");
    };
    for (name, parameters) in Message::TABLE {
        add(kebab(name), parameters);
    }
    for phrase in Phrase::ALL {
        let message = Message::PhraseOf { phrase: *phrase, seller: "", manager: "" };
        add(message.id(), &[("seller", "Name"), ("manager", "Name")]);
    }
    for question in every_question() {
        add(Message::Question(question).id(), &[]);
        add(Message::Answer(question).id(), &[]);
    }
    for id in said_by_the_element() {
        // Some are said by the program, too.
        if Message::TABLE.iter().all(|(name, _)| kebab(name) != id) {
            add(id, &[]);
        }
    }
    cases
}

#[test]
fn every_message_has_words_and_all_words_are_of_a_message() {
    let cases = cases(&env("en"));
    for (language, text) in languages() {
        let found = read(&text);
        let missing: Vec<_> = cases.keys().filter(|id| !found.variables.contains_key(*id)).collect();
        assert_eq!(missing, Vec::<&String>::new(), "messages without words in {language}");
        for (id, variables) in &found.variables {
            let Some(cases) = cases.get(id) else {
                assert!(found.parts.contains(id), "{language}: {id} is of no message and in no other words");
                continue;
            };
            let known = |variable: &&String| cases[0].iter().any(|argument| argument.name == **variable);
            let unknown: Vec<_> = variables.iter().filter(|variable| !known(variable)).collect();
            assert_eq!(unknown, Vec::<&String>::new(), "{language}: variables that {id} does not have");
        }
    }
}

/// Text of every message in every language with every combination of samples; `tests/browser/words.spec.ts` reads it.
#[test]
fn every_message_is_said_with_all_samples() {
    let mut said = Vec::new();
    for (language, text) in languages() {
        let table = Table::of(&language, &text);
        let env = table.env();
        for (id, cases) in cases(&env) {
            for arguments in cases {
                let words = env.words.say(&id, &arguments);
                assert!(!words.is_empty(), "{id}");
                let value = |value: &Value<'_>| match value {
                    Value::Text(text) => json!(text),
                    Value::Within(text) => json!(lowered(text)),
                    Value::Number(number) => json!(number),
                };
                let arguments: serde_json::Map<_, _> =
                    arguments.iter().map(|one| (one.name.to_string(), value(&one.value))).collect();
                said.push(
                    json!({ "language": language, "id": id, "arguments": arguments, "words": &*words }),
                );
            }
        }
    }
    assert!(said.len() > 1_000, "{}", said.len());
    let lines: String = said.iter().map(|case| format!("{case}\n")).collect();
    let folder = root().join("target");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("words.jsonl"), lines).unwrap();
}

#[track_caller]
fn check(message: Message<'_>, words: &str) {
    assert_eq!(&*env("en").say(&message), words);
}

#[test]
fn large_number_is_written_with_separators_of_thousands() {
    check(Message::ComplainTooLong { over: 999, allowed: 1000 }, "At most 1,000 characters: 999 too many.");
    check(
        Message::ComplainTooLong { over: 1_002_003, allowed: 2000 },
        "At most 2,000 characters: 1,002,003 too many.",
    );
}

#[test]
fn manager_without_a_name_is_said_small_inside_a_sentence() {
    let name = &env("en").say(&Message::ManagerUnknown);
    check(Message::HandOver { name }, "The manager's turn");
    check(Message::PrepareHeading { name }, "The manager prepares");
}

#[test]
fn name_written_right_to_left_is_isolated_and_no_other() {
    check(Message::HandOver { name: "לאה" }, "\u{2068}לאה\u{2069}'s turn");
    check(Message::HandOver { name: "Zoë" }, "Zoë's turn");
}

#[test]
fn question_has_an_id_of_its_phrase_and_number() {
    let question = BuiltInQuestion { matter: Phrase::EarlyLearn, number: 4 };
    assert_eq!(Message::Question(question).id(), "early-learn-question-4");
    assert_eq!(Message::Answer(question).id(), "early-learn-question-4.answer");
}
