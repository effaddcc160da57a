//! Calendar files with words of any language and length, written for the browser test that reads them back.

use std::fs;

use coaching_session::domain::id::SessionId;
use coaching_session::domain::time::{Instant, Span};
use coaching_session::outgoing::calendar::CalendarEntry;
use serde_json::json;

use crate::given::TEN;
use crate::tidiness::root;

/// Words that a calendar file has to escape, fold or keep.
const WORDS: [&str; 9] = [
    "Lee Park",
    "a,b;c\\d:e\"f'g",
    "one\ntwo\n\nfour\\n\\,",
    "Zoë Müller-Lüdenscheidt ß ǅ",
    "مرحبا بالعالم، كيف الحال؟",
    "李雷和韩梅梅在开会；讨论，计划",
    "👩‍👩‍👧‍👦😀🇺🇦é",
    "=?utf-8?Q?x?= BEGIN:VEVENT END:VCALENDAR",
    "  leading, trailing ; \t tab",
];

#[test]
fn calendar_files_of_any_words_are_written_for_the_reader() {
    let mut cases = Vec::new();
    let long = WORDS.iter().map(|words| words.repeat(5_000 / words.chars().count() + 1));
    let long = long.map(|words| words.chars().take(5_000).collect::<String>());
    for words in WORDS.iter().map(|words| (*words).to_owned()).chain(long) {
        let title = words.replace('\n', " ");
        let entry = CalendarEntry {
            session: SessionId(7),
            title: title.clone(),
            begins: TEN,
            ends: TEN.plus(Span::minutes(45)),
            place: Some(title.clone()),
            body: words.clone(),
        };
        let file = entry.file(3, Instant(0)).unwrap();
        assert!(file.split("\r\n").all(|line| line.len() <= 76), "a line is too long");
        assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
        cases.push(json!({ "file": file, "title": title, "place": title, "body": words }).to_string());
    }
    let folder = root().join("target");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("calendar.jsonl"), cases.join("\n")).unwrap();
}
