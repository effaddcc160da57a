//! Our reader and writer of JSON, held against `serde_json`.
//!
//! Knows nothing of records; what is in them is the matter of `stored`.

use coaching_session::wire::json::{DEPTH, Json, NotJson, parse, quote};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::given::{cases, many_cases, typed};

/// What `serde_json` reads, where it is data as ours is.
fn told(value: &Value) -> Option<Json> {
    Some(match value {
        Value::Null => Json::Null,
        Value::Bool(truth) => Json::Truth(*truth),
        Value::Number(number) => Json::Whole(number.as_i64()?),
        Value::String(text) => Json::Text(text.clone()),
        Value::Array(list) => Json::List(list.iter().map(told).collect::<Option<_>>()?),
        Value::Object(fields) => {
            let field = |(name, value): (&String, &Value)| Some((name.clone(), told(value)?));
            Json::Object(fields.iter().map(field).collect::<Option<_>>()?)
        }
    })
}

/// The same value with the fields of its objects in the order of their names.
fn sorted(value: Json) -> Json {
    match value {
        Json::List(list) => Json::List(list.into_iter().map(sorted).collect()),
        Json::Object(fields) => {
            let mut fields: Vec<_> = fields.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            fields.sort_by(|one, other| one.0.cmp(&other.0));
            Json::Object(fields)
        }
        plain => plain,
    }
}

fn values() -> impl Strategy<Value = Value> {
    let plain = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        typed().prop_map(Value::from),
    ];
    plain.prop_recursive(5, 40, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..6).prop_map(Value::from),
            vec((typed(), inner), 0..6).prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Pieces that JSON is made of, and a few that it is not.
fn soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"a\"",
        "\"b\"",
        "\\",
        "\\u",
        "\\n",
        "\\u0041",
        "\\ud83d\\ude00",
        "\\ud83d",
        "\\ude00",
        "\\x",
        "0",
        "1",
        "-",
        "-1",
        "00",
        "01",
        "1.5",
        "1e3",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "+1",
        "true",
        "false",
        "null",
        "nul",
        "True",
        " ",
        "\n",
        "\t",
        "\r",
        "\u{b}",
        "\u{a0}",
        "\u{0}",
        "\u{1f}",
        "\u{7f}",
        "é",
        "😀",
        "//",
        "{}",
        "[]",
        "[1,2]",
    ];
    vec(select(pieces), 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(many_cases())]

    #[test]
    fn what_serde_json_writes_is_read_alike(value in values()) {
        for text in [serde_json::to_string(&value).unwrap(), serde_json::to_string_pretty(&value).unwrap()] {
            prop_assert_eq!(parse(&text).map(sorted), Ok(sorted(told(&value).unwrap())), "{}", text);
        }
    }

    #[test]
    fn what_is_read_is_json(text in soup()) {
        if let Ok(read) = parse(&text) {
            let oracle: Value = serde_json::from_str(&text).map_err(|error| TestCaseError::fail(format!("{text}: {error}")))?;
            // "-0" is a fraction to one and 0 to the other.
            prop_assert!(told(&oracle).map(sorted) == Some(sorted(read)) || text.contains("-0"), "{}", text);
        }
    }

    #[test]
    fn json_of_our_kind_is_read(text in soup()) {
        let Ok(oracle) = serde_json::from_str::<Value>(&text) else { return Ok(()) };
        let again = serde_json::to_string(&oracle).unwrap();
        let Some(value) = told(&oracle) else { return Ok(()) };
        // The last of two fields of one name is all that `serde_json` keeps; we refuse them.
        let names = |text: &str| text.matches("\"a\"").count() + text.matches("\"b\"").count();
        if names(&again) == names(&text) {
            prop_assert_eq!(parse(&text).map(sorted), Ok(sorted(value)), "{}", text);
        }
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_text_is_quoted_so_that_both_read_it(text in typed()) {
        let mut quoted = String::new();
        quote(&mut quoted, &text);
        prop_assert_eq!(serde_json::from_str::<String>(&quoted).ok(), Some(text.clone()));
        prop_assert_eq!(parse(&quoted), Ok(Json::Text(text)));
        prop_assert!(!quoted.contains('\n'), "a record is one line");
    }
}

#[track_caller]
fn check_refused(text: &str) {
    assert_eq!(parse(text), Err(NotJson), "{text}");
}

#[test]
fn what_is_not_json_as_we_write_it_is_refused() {
    for text in [
        "",
        " ",
        "{",
        "}",
        "[",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{'a':1}",
        "{1:1}",
        "01",
        "-",
        "--1",
        "+1",
        "1.",
        ".5",
        "1.5",
        "1e3",
        "1E3",
        "0x1",
        "9223372036854775808",
        "-9223372036854775809",
        "NaN",
        "Infinity",
        "tru",
        "truee",
        "nullnull",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u123g\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\ud800\\u0041\"",
        "\"\n\"",
        "\"\t\"",
        "1 1",
        "{} {}",
        "\u{feff}1",
        "/**/1",
        "{\"a\":1,\"a\":2}",
        "{\"a\":1,\"\\u0061\":2}",
    ] {
        check_refused(text);
    }
}

#[test]
fn nesting_ends_at_its_depth() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(parse(&nested(DEPTH + 1)).is_ok());
    check_refused(&nested(DEPTH + 2));
    check_refused(&"[".repeat(1_000_000));
    check_refused(&"{\"a\":".repeat(1_000_000));
}

#[test]
fn the_ends_of_the_numbers_are_read() {
    for (text, number) in [
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
        ("0", 0),
        ("-0", 0),
        (" 7\n", 7),
    ] {
        assert_eq!(parse(text), Ok(Json::Whole(number)), "{text}");
    }
}
