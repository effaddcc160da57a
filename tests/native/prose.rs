//! The English of the tree, as far as a machine can hold it: paths that documents name, first words of doc
//! comments, and names of tests.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::tidiness::{files, root};

/// The documents whose paths are checked.
fn documents() -> Vec<(String, String)> {
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"];
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
        FOLDERS.iter().any(|folder| word.starts_with(folder)) && !word.contains([' ', '<', '*', '{'])
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
