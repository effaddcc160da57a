//! The source tree: allowed imports, and rules of style that a machine can check.
//!
//! Reads source files only.

use std::fs;
use std::path::{Path, PathBuf};

use crate::import_circles::circles;
use coaching_session::domain::coaching_type::BUILT_IN;
use coaching_session::text::message::Message;
use coaching_session::wire::backup::FILE_LIMIT;
use coaching_session::wire::stored::VERSION;

/// Returns the top folder of the tree.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files below a folder that have an ending, with their text; paths from the top of the tree.
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.ends_with("node_modules") {
                continue;
            }
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                found.push((name(&entry), fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {ending} in {folder}");
    found
}

fn name(path: &Path) -> String {
    let inner = path.strip_prefix(root()).unwrap();
    inner.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The layers, each with the layers that it may import.
const LAYERS: &[(&str, &[&str])] = &[
    ("domain", &["domain"]),
    ("timer", &["domain", "timer"]),
    ("wire", &["domain", "timer", "wire"]),
    ("text", &["domain", "timer", "text"]),
    ("outgoing", &["domain", "timer", "text", "outgoing"]),
    ("program", &["domain", "timer", "wire", "text", "outgoing", "program"]),
    ("present", &["domain", "timer", "text", "outgoing", "program", "present"]),
    (
        "ui",
        &[
            "present",
            "program::event",
            "program::effect",
            "program::state::field",
            "domain",
            "timer",
            "text",
            "ui",
        ],
    ),
    ("shell", &["domain", "timer", "wire", "text", "program", "outgoing", "present", "ui", "shell"]),
];

/// Returns the shipped part of a file: without comments and without its tests.
fn shipped(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_layer_imports_what_its_place_allows() {
    for (layer, allowed) in LAYERS {
        for (file, text) in files(&format!("src/{layer}"), ".rs") {
            let code = shipped(&text);
            for import in code.split("crate::").skip(1) {
                let fits = |allowed: &&str| {
                    import.strip_prefix(allowed).is_some_and(|rest| {
                        !rest.starts_with(|mark: char| mark.is_alphanumeric() || mark == '_')
                    })
                };
                let found: String = import.chars().take_while(|mark| *mark != '\n').collect();
                assert!(allowed.iter().any(fits), "{file} imports crate::{found}");
            }
            let root_of_layer = file == format!("src/{layer}/mod.rs");
            assert!(!root_of_layer || !code.contains("super::"), "{file} reaches out of its layer");
            assert!(!code.contains("super::super::super"), "{file} reaches up too far");
        }
    }
    let layers: Vec<&str> = LAYERS.iter().map(|(layer, _)| *layer).collect();
    for (file, _) in files("src", ".rs") {
        let top = file.split('/').nth(1).unwrap();
        assert!(layers.contains(&top) || ["lib.rs", "main.rs"].contains(&top), "{file} is in no layer");
    }
}

#[test]
fn files_of_the_source_tree_import_without_circles() {
    let tree: Vec<_> = files("src", ".rs").into_iter().map(|(file, text)| (file, shipped(&text))).collect();
    let found: Vec<String> = circles(&tree).into_iter().map(|ties| ties.join("\n")).collect();
    assert!(found.is_empty(), "files that import each other in a circle:\n{}", found.join("\n\n"));
}

#[test]
fn the_pure_layers_know_neither_browser_nor_yew_nor_the_time() {
    for layer in ["domain", "timer", "wire", "text", "outgoing", "program", "present"] {
        for (file, text) in files(&format!("src/{layer}"), ".rs") {
            let code = shipped(&text);
            for foreign in
                ["yew", "web_sys", "js_sys", "wasm_bindgen", "gloo", "std::time", "Utc::now", "Local::now"]
            {
                assert!(!code.contains(foreign), "{file} knows {foreign}");
            }
            assert!(layer == "wire" || !code.contains("serde"), "{file} knows serde");
        }
    }
    for (file, text) in files("src/ui", ".rs") {
        for foreign in ["local_storage", "fetch", "Date::", "window()"] {
            assert!(!shipped(&text).contains(foreign), "{file} knows {foreign}");
        }
    }
}

#[test]
fn no_code_asks_for_a_coaching_type_by_its_id() {
    for (file, text) in files("src", ".rs") {
        for coaching_type in BUILT_IN.iter() {
            let is_named = shipped(&text).contains(&format!("\"{}\"", coaching_type.id));
            let is_its_value = file.starts_with("src/domain/coaching_type/");
            assert!(!is_named || is_its_value, "{file} names {}", coaching_type.id);
        }
    }
}

#[test]
fn every_file_says_what_it_is() {
    for (file, text) in files("src", ".rs").into_iter().chain(files("tests/native", ".rs")) {
        assert!(text.starts_with("//! "), "{file}");
    }
    for (file, text) in files("src/shell", ".ts").into_iter().chain(files("src/shell", ".tsx")) {
        assert!(text.starts_with("// "), "{file}");
    }
}

#[test]
fn no_source_file_passes_400_lines() {
    let scripts = [".ts", ".tsx"].into_iter().flat_map(|ending| files("src/shell", ending));
    for (file, text) in files("src", ".rs").into_iter().chain(scripts) {
        assert!(text.lines().count() <= 400, "{file} has {} lines", text.lines().count());
    }
}

#[test]
fn no_test_is_ignored() {
    let mark = ["#[", "ignore"].concat();
    for (file, text) in files("src", ".rs").into_iter().chain(files("tests/native", ".rs")) {
        assert!(!text.contains(&mark), "{file}");
    }
}

#[test]
fn nothing_is_styled_in_the_markup() {
    for (file, text) in files("src/ui", ".rs") {
        let code = shipped(&text);
        assert!(!code.contains("style=") && !code.contains("{style}"), "{file}");
        assert!(!code.contains("from_html_unchecked") && !code.contains("inner_html"), "{file}");
    }
}

/// Properties that belong to one direction of writing.
const PHYSICAL: &[&str] = &[
    "margin-left",
    "margin-right",
    "margin-top",
    "margin-bottom",
    "padding-left",
    "padding-right",
    "padding-top",
    "padding-bottom",
    "border-left",
    "border-right",
    "border-top",
    "border-bottom",
    "left",
    "right",
    "top",
    "bottom",
];

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |css, part| css + part.split_once("*/").map_or("", |(_, behind)| behind))
}

#[test]
fn styles_follow_the_direction_of_writing() {
    for (file, text) in files("styles", ".css") {
        for declaration in without_comments(&text).split([';', '{', '}']) {
            let Some((property, value)) = declaration.split_once(':') else { continue };
            let (property, value) = (property.trim(), value.trim());
            assert!(!PHYSICAL.contains(&property), "{file}: {property}: {value}");
            let aligned = ["text-align", "float", "clear"].contains(&property);
            assert!(!aligned || !matches!(value, "left" | "right"), "{file}: {property}: {value}");
        }
    }
}

#[test]
fn styles_are_joined_in_one_file_and_load_nothing() {
    let mut joined = Vec::new();
    for (file, text) in files("styles", ".css") {
        let names =
            without_comments(&text).split("@import \"").skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert!(names.is_empty() || file == "styles/widget.css", "{file}: nothing is loaded");
        assert!(!without_comments(&text).contains("url("), "{file}: nothing is loaded");
        joined.extend(names.iter().filter_map(|name| Some(format!("styles/{}", name.split_once('"')?.0))));
    }
    // xtask/owner-pages.mjs joins these.
    joined.extend(["styles/owner.css", "styles/ours.css", "styles/snippet.css"].map(str::to_owned));
    joined.extend(["styles/page.css", "styles/widget.css"].map(str::to_owned));
    joined.sort();
    let mut all: Vec<String> = files("styles", ".css").into_iter().map(|(file, _)| file).collect();
    all.sort();
    assert_eq!(joined, all);
}

#[test]
fn every_message_is_said_somewhere() {
    let mut said: String = ["argument", "env"]
        .map(|file| fs::read_to_string(root().join(format!("src/text/{file}.rs"))).unwrap())
        .concat();
    for place in ["src/present", "src/outgoing", "src/program", "src/ui"] {
        said.extend(files(place, ".rs").into_iter().map(|(_, text)| shipped(&text)));
    }
    let is_said = |name: &&str| {
        let name = format!("Message::{name}");
        let mut places = said.split(&name).skip(1);
        places.any(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let names: Vec<&str> = Message::TABLE.iter().map(|(name, _)| *name).collect();
    let mute: Vec<&str> = names.iter().copied().filter(|name| !is_said(name)).collect();
    assert!(names.len() > 50);
    assert_eq!(mute, Vec::<&str>::new(), "messages that no screen says");
}

#[test]
fn every_version_of_stored_data_has_its_fixtures() {
    for version in 1..=VERSION {
        for kind in ["session", "session-deleted", "pair", "settings", "screen"] {
            let path = root().join(format!("tests/fixtures/stored-v{version}-{kind}.json"));
            assert!(path.exists(), "{}", path.display());
        }
    }
}

#[test]
fn the_browser_reads_as_much_of_a_file_as_the_program_takes() {
    let script = fs::read_to_string(root().join("src/shell/reading.ts")).unwrap();
    let limit = script.split("const FILE_LIMIT = ").nth(1).and_then(|rest| rest.split(';').next()).unwrap();
    assert_eq!(limit.replace('_', "").parse(), Ok(FILE_LIMIT));
}

#[test]
fn coaching_types_offered_to_owners_are_the_built_in_ones() {
    let script = fs::read_to_string(root().join("src/shell/attributes.ts")).unwrap();
    let offered = script.split("offered: [").nth(1).and_then(|rest| rest.split(']').next()).unwrap();
    let offered: Vec<&str> = offered.split(',').map(|id| id.trim().trim_matches('"')).collect();
    let built_in: Vec<&str> = BUILT_IN.iter().map(|coaching_type| coaching_type.id.as_str()).collect();
    assert_eq!(offered, built_in);
}
