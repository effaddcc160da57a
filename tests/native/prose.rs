//! The English of the tree, as far as a machine can check it: paths that documents name, first words of doc
//! comments, and names of tests.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::tidiness::{files, root};

/// The documents whose paths are checked.
fn documents() -> Vec<(String, String)> {
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"];
    let top = top.map(|name| (name.to_owned(), fs::read_to_string(root().join(name)).unwrap()));
    files("docs", ".md").into_iter().chain(top).collect()
}

/// Top-level folders of the tree; a text in backticks that starts with one is a path.
const FOLDERS: &[&str] =
    &[".ci/", ".github/", "docs/", "examples/", "fuzz/", "l10n/", "src/", "styles/", "tests/", "xtask/"];

/// Returns the paths that a document names, from the top of the tree: in backticks, and as targets of links.
fn paths(document: &str, text: &str) -> Vec<PathBuf> {
    let folder = Path::new(document).parent().unwrap();
    let quoted = text.split('`').skip(1).step_by(2);
    let quoted = quoted.filter(|word| {
        FOLDERS.iter().any(|folder| word.starts_with(folder)) && !word.contains([' ', '<', '*', '{', '$'])
            // Installed, so absent from a fresh checkout.
            && !word.contains("node_modules")
    });
    let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next());
    let targets = targets.filter(|target| !target.is_empty() && !target.contains("://"));
    quoted.map(PathBuf::from).chain(targets.map(|target| flat(&folder.join(target)))).collect()
}

/// Returns a path without `..`.
fn flat(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut flat, part| {
        match part {
            Component::ParentDir => assert!(flat.pop(), "{} leaves the tree", path.display()),
            part => flat.push(part),
        }
        flat
    })
}

#[test]
fn documents_name_paths_that_exist() {
    let named: Vec<(String, PathBuf)> = documents()
        .iter()
        .flat_map(|(document, text)| paths(document, text).into_iter().map(|path| (document.clone(), path)))
        .collect();
    assert!(named.len() > 20, "{}", named.len());
    let gone: Vec<_> = named.iter().filter(|(_, path)| !root().join(path).exists()).collect();
    assert!(gone.is_empty(), "{gone:#?}");
}

#[test]
fn readme_stays_within_150_lines() {
    let lines = fs::read_to_string(root().join("README.md")).unwrap().lines().count();
    assert!(lines <= 150, "{lines}");
}

/// Words that no doc comment begins with: they announce an answer instead of giving it.
const OPENINGS: &[&str] = &["What", "Whether", "How", "Who", "Where", "That"];

/// Longest name of a test, in characters.
const NAME_LIMIT: usize = 60;

/// The code of the tree: Rust and TypeScript, with its tests and commands.
fn code() -> Vec<(String, String)> {
    [
        ("src", ".rs"),
        ("src", ".ts"),
        ("tests", ".rs"),
        ("tests/browser", ".ts"),
        ("xtask/src", ".rs"),
        ("fuzz/fuzz_targets", ".rs"),
        ("examples", ".rs"),
    ]
    .into_iter()
    .flat_map(|(folder, ending)| files(folder, ending))
    .collect()
}

/// Returns the first lines of the doc comments of a file: `///`, `//!` and `/** */`.
fn doc_openings(text: &str) -> Vec<&str> {
    let mut openings = Vec::new();
    let mut before = "";
    for line in text.lines().map(str::trim) {
        for mark in ["///", "//!"] {
            if let Some(words) = line.strip_prefix(mark).filter(|_| !before.starts_with(mark)) {
                openings.push(words.trim());
            }
        }
        if let Some(words) = line.strip_prefix("/**") {
            openings.push(words.trim());
        } else if before == "/**" {
            openings.push(line.trim_start_matches('*').trim());
        }
        before = line;
    }
    openings
}

/// Returns the names of the tests of a file: functions under `#[test]`, titles of Playwright.
fn names_of_tests(file: &str, text: &str) -> Vec<String> {
    if file.ends_with(".rs") {
        // In two parts, since this file is code, too.
        let mark = ["#[", "test]"].concat();
        let tests = text.split(mark.as_str()).skip(1).filter_map(|rest| rest.split_once("fn "));
        return tests.filter_map(|(_, rest)| rest.split(['(', '<']).next()).map(str::to_owned).collect();
    }
    let titles = text.lines().filter_map(|line| {
        let title = line.trim_start().strip_prefix("test(")?;
        let quote = title.chars().next().filter(|mark| "'\"`".contains(*mark))?;
        title[1..].split(quote).next()
    });
    titles.map(without_values).collect()
}

/// Returns a template of TypeScript without its `${...}`.
fn without_values(template: &str) -> String {
    let mut parts = template.split("${");
    let first = parts.next().unwrap().to_owned();
    parts.fold(first, |words, part| words + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Asserts that no file outside of the listed folders breaks a rule.
#[track_caller]
fn check(not_yet: &[&str], breaches: impl Fn(&str, &str) -> Vec<String>) {
    let found: Vec<(String, Vec<String>)> = code()
        .into_iter()
        .filter(|(file, _)| !not_yet.iter().any(|folder| file.starts_with(folder)))
        .map(|(file, text)| (breaches(&file, &text), file))
        .filter_map(|(breaches, file)| (!breaches.is_empty()).then_some((file, breaches)))
        .collect();
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn doc_comments_open_with_a_noun_or_verb() {
    check(&[], |_, text| {
        let first = |words: &str| {
            words.split(|mark: char| !mark.is_alphabetic()).next().unwrap_or_default().to_owned()
        };
        let is_banned = |words: &&str| OPENINGS.contains(&first(words).as_str());
        doc_openings(text).into_iter().filter(is_banned).map(str::to_owned).collect()
    });
}

#[test]
fn names_of_tests_have_at_most_60_characters() {
    check(&[], |file, text| {
        let is_wrong = |name: &String| name.chars().count() > NAME_LIMIT || name.starts_with("test_");
        names_of_tests(file, text).into_iter().filter(is_wrong).collect()
    });
}
