//! Holds our reading of JSON against that of `serde_json`, text by text.

use super::*;

/// What `serde_json` reads, as ours shows it; `None` where it holds what ours refuses.
fn known(value: &serde_json::Value) -> Option<Json> {
    Some(match value {
        serde_json::Value::Null => Json::Null,
        serde_json::Value::Bool(truth) => Json::Truth(*truth),
        serde_json::Value::Number(number) => Json::Whole(number.as_i64()?),
        serde_json::Value::String(text) => Json::Text(text.clone()),
        serde_json::Value::Array(list) => Json::List(list.iter().map(known).collect::<Option<_>>()?),
        serde_json::Value::Object(object) => {
            let field = |(name, value): (&String, _)| known(value).map(|value| (name.clone(), value));
            Json::Object(object.iter().map(field).collect::<Option<_>>()?)
        }
    })
}

#[test]
fn reads_what_serde_json_reads() {
    for text in [
        "null",
        "true",
        "false",
        " \t\r\n1 \n",
        "0",
        "7",
        "-12",
        "9223372036854775807",
        "-9223372036854775808",
        "\"\"",
        "\"a\"",
        "\"é😀\u{7f}\u{2028}\"",
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u0041\u00e9\u20AC""#,
        r#""\u0000\u001f""#,
        r#""\ud83d\ude00""#,
        r#""\uD800\uDC00\uDBFF\uDFFF""#,
        r#""\ud7ff\ue000\uffff""#,
        "[]",
        "[ ]",
        "[1,2 , 3]",
        "[[],[[]],{}]",
        "{}",
        "{ }",
        r#"{"a":1,"b":[true,null]}"#,
        r#" { "" : { "a" : "b" } } "#,
        r#"{"a":{"a":1},"b":{"a":1}}"#,
    ] {
        let theirs = known(&serde_json::from_str(text).unwrap());
        assert_eq!(parse(text).ok(), theirs, "{text}");
        assert!(theirs.is_some(), "{text}");
    }
}

#[test]
fn refuses_what_serde_json_refuses() {
    for text in [
        "",
        " ",
        "nul",
        "nulls",
        "True",
        "1 2",
        "01",
        "-",
        "-01",
        "- 1",
        "+1",
        ".5",
        "1a",
        "0x1",
        "\u{feff}1",
        "\u{a0}1",
        "\"",
        "\"a",
        "\"\\\"",
        "\"\\",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\n\"",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        r#""\ud800""#,
        r#""\udc00""#,
        r#""\ud800\ud800""#,
        r#""\ud800\n""#,
        r#""\ud800x""#,
        r#""\ud83dude00""#,
        "[",
        "]",
        "[1",
        "[1,",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1}",
        "{",
        "{]",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{a:1}"#,
        "{1:1}",
        r#"{"a":1"#,
        r#"{"a" 1}"#,
        "'a'",
        "/**/1",
    ] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        assert_eq!(parse(text), Err(NotJson), "{text}");
    }
}

#[test]
fn refuses_numbers_that_are_not_whole_or_too_large() {
    for text in ["1.0", "-0.5", "1e3", "1E3", "0e0", "9223372036854775808", "-9223372036854775809", "[1.5]"] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
        assert_eq!(parse(text), Err(NotJson), "{text}");
    }
}

#[test]
fn zero_has_no_sign() {
    assert_eq!(parse("-0"), Ok(Json::Whole(0)));
}

#[test]
fn refuses_a_name_that_stands_twice() {
    for text in [r#"{"a":1,"a":1}"#, r#"{"a":1,"b":2,"\u0061":3}"#, r#"[{"":1,"":2}]"#] {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_ok(), "{text}");
        assert_eq!(parse(text), Err(NotJson), "{text}");
    }
}

#[test]
fn reads_as_deep_as_it_says_and_no_deeper() {
    let lists = |depth: usize| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let objects = |depth: usize| format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth));
    for nested in [&lists as &dyn Fn(usize) -> String, &objects] {
        assert!(parse(&nested(DEPTH)).is_ok());
        assert_eq!(parse(&nested(DEPTH + 1)), Err(NotJson));
        assert_eq!(parse(&nested(100_000)), Err(NotJson));
    }
}

#[test]
fn every_beginning_of_a_good_text_is_refused() {
    let text = r#"{"a":[1,true,"é\n😀\ud83d\ude00"],"b":{}}"#;
    assert!(parse(text).is_ok());
    for (end, _) in text.char_indices() {
        let (beginning, _) = text.split_at(end);
        assert_eq!(parse(beginning), Err(NotJson), "{beginning}");
    }
}

#[test]
fn a_quoted_text_reads_back_in_both() {
    let controls: String = (0..=0x20).filter_map(char::from_u32).collect();
    for text in ["", "a", "\"\\/", "\\u0041", "\n\r\t\u{8}\u{c}", &controls, "\u{7f}\u{2028}é😀\u{10ffff}"]
    {
        let mut quoted = String::new();
        quote(&mut quoted, text);
        assert_eq!(parse(&quoted), Ok(Json::Text(text.to_owned())), "{quoted}");
        assert_eq!(serde_json::from_str::<String>(&quoted).unwrap(), text, "{quoted}");
    }
}

#[test]
fn escapes_are_written_as_they_always_were() {
    let mut out = "x".to_owned();
    quote(&mut out, "a\"b\\c\nd\te\u{0}f\u{1f}g h/é");
    assert_eq!(out, r#"x"a\"b\\c\nd\u0009e\u0000f\u001fg h/é""#);
}

#[test]
fn reads_as_many_values_and_names_as_it_says() {
    let list = |count: usize| format!("[{}]", vec!["0"; count].join(","));
    assert!(parse(&list(VALUE_LIMIT - 1)).is_ok(), "the list is one of them");
    assert_eq!(parse(&list(VALUE_LIMIT)), Err(NotJson));
    let object = |names: Vec<usize>| {
        let fields: Vec<_> = names.iter().map(|name| format!("\"{name:06}\":0")).collect();
        parse(&format!("{{{}}}", fields.join(",")))
    };
    assert!(object((0..10_000).collect()).is_ok(), "in order");
    assert!(object((0..NAME_LIMIT).rev().collect()).is_ok(), "in no order");
    assert_eq!(object((0..=NAME_LIMIT).rev().collect()), Err(NotJson));
    assert_eq!(object((0..200).chain([199]).collect()), Err(NotJson), "twice");
    assert_eq!(object((0..50).chain([7]).collect()), Err(NotJson), "twice");
    assert_eq!(object([1, 0, 2, 0].into()), Err(NotJson), "twice");
}

#[test]
fn reads_as_many_escapes_as_it_says() {
    let text = |count: usize| parse(&format!("\"{}\"", "\\n".repeat(count)));
    assert_eq!(text(ESCAPE_LIMIT - 1), Ok(Json::Text("\n".repeat(ESCAPE_LIMIT - 1))));
    assert_eq!(text(ESCAPE_LIMIT), Err(NotJson));
}
