//! A finder of import circles between the files of a Rust source tree.
//!
//! Reads `use` declarations and the paths inside code. A folder's `mod.rs` counts as a file. Never follows a
//! re-export: an import through `mod.rs` ties the file to `mod.rs`.

use std::collections::{BTreeMap, BTreeSet};

/// The imports of a tree: for each file, the files it imports, each with the imported names.
type Imports = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// Returns all circles of a tree: for each circle its imports, such as `src/a.rs -> src/b.rs: Name`. Each file of
/// the tree comes as its path from the top, such as `src/a/mod.rs`, and its code without comments and tests.
pub fn circles(tree: &[(String, String)]) -> Vec<Vec<String>> {
    let imports = imports(tree);
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        imports.keys().map(|file| (file, reach(file, &imports))).collect();
    let mut circles = Vec::new();
    let mut placed = BTreeSet::new();
    for (file, others) in &reached {
        if !others.contains(file) || placed.contains(file) {
            continue;
        }
        let group: BTreeSet<&String> =
            others.iter().copied().filter(|other| reached[other].contains(file)).collect();
        placed.extend(group.iter().copied());
        circles.push(ties(&group, &imports));
    }
    circles
}

/// Returns the imports between the files of a group, a line each.
fn ties(group: &BTreeSet<&String>, imports: &Imports) -> Vec<String> {
    let mut ties = Vec::new();
    for from in group {
        for (to, names) in imports[*from].iter().filter(|(to, _)| group.contains(to)) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            ties.push(format!("{from} -> {to}: {}", names.join(", ")));
        }
    }
    ties
}

/// Returns the files that `start` imports, directly or through others.
fn reach<'a>(start: &String, imports: &'a Imports) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = imports[start].keys().collect();
    while let Some(file) = open.pop() {
        if reached.insert(file) {
            open.extend(imports[file].keys());
        }
    }
    reached
}

fn imports(tree: &[(String, String)]) -> Imports {
    let modules: BTreeMap<Vec<String>, &String> = tree.iter().map(|(file, _)| (module(file), file)).collect();
    let mut imports = Imports::new();
    for (file, code) in tree {
        let found = imports.entry(file.clone()).or_default();
        for path in paths(code, &module(file)) {
            let home = (0..=path.len()).rev().find_map(|end| {
                let file = modules.get(&path[..end])?;
                Some((*file, path.get(end).map_or("the module", String::as_str)))
            });
            if let Some((to, name)) = home.filter(|(to, _)| *to != file) {
                found.entry(to.clone()).or_default().insert(name.to_owned());
            }
        }
    }
    imports
}

/// Returns the module that a file holds, as segments from the crate root.
fn module(file: &str) -> Vec<String> {
    let inner = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut segments: Vec<String> = inner.split('/').map(str::to_owned).collect();
    if ["mod", "lib"].contains(&segments.last().unwrap().as_str()) {
        segments.pop();
    }
    segments
}

/// Returns all paths in the code that start at `crate`, `super`, `self` or a child module, as segments from
/// the crate root.
fn paths(code: &str, module: &[String]) -> Vec<Vec<String>> {
    let children: Vec<&str> = code
        .split("mod ")
        .skip(1)
        .filter_map(|rest| rest.split_once(';'))
        .map(|(name, _)| name)
        .filter(|name| name.chars().all(is_name))
        .collect();
    // The module of a restricted visibility, as in `pub(in crate::a)`, is no import.
    let code = &code.replace("pub(in ", "pub(in_");
    let mut found = Vec::new();
    let mut before = ' ';
    let mut rest = code.as_str();
    while let Some(mark) = rest.chars().next() {
        let word = &rest[..rest.find(|mark| !is_name(mark)).unwrap_or(rest.len())];
        let is_start = ["crate", "super", "self"].contains(&word) || children.contains(&word);
        if is_start && before != ':' && rest[word.len()..].starts_with("::") {
            let (expanded, behind) = expand(rest);
            found.extend(expanded.iter().map(|path| absolute(path, module)));
            rest = behind;
            before = ' ';
        } else {
            let length = word.len().max(mark.len_utf8());
            before = rest[..length].chars().last().unwrap();
            rest = &rest[length..];
        }
    }
    found
}

fn is_name(mark: char) -> bool {
    mark.is_alphanumeric() || mark == '_'
}

/// Expands the path at the start of `text`, with nested braces: `a::{b, c::d}` is `a::b` and `a::c::d`.
/// Returns the paths and the text behind.
fn expand(text: &str) -> (Vec<Vec<String>>, &str) {
    let text = text.trim_start();
    if let Some(mut inner) = text.strip_prefix('{') {
        let mut all = Vec::new();
        loop {
            inner = inner.trim_start_matches(|mark: char| mark.is_whitespace() || mark == ',');
            if let Some(behind) = inner.strip_prefix('}') {
                return (all, behind);
            }
            let (some, behind) = expand(inner);
            assert!(behind.len() < inner.len(), "no path: {inner:.60}");
            all.extend(some);
            inner = behind;
        }
    }
    let end = text.find(|mark| !is_name(mark) && mark != '*').unwrap_or(text.len());
    let (word, behind) = text.split_at(end);
    let behind = behind.strip_prefix(" as ").map_or(behind, |rest| rest.trim_start_matches(is_name));
    let is_followed =
        |rest: &&str| rest.starts_with(|mark: char| is_name(mark) || mark == '{' || mark == '*');
    match behind.strip_prefix("::").filter(is_followed) {
        None => (vec![vec![word.to_owned()]], behind),
        Some(rest) => {
            let (tails, behind) = expand(rest);
            let paths = tails.into_iter().map(|tail| [vec![word.to_owned()], tail].concat()).collect();
            (paths, behind)
        }
    }
}

/// Returns a path of the module `module` as segments from the crate root.
fn absolute(path: &[String], module: &[String]) -> Vec<String> {
    let mut segments = module.to_vec();
    for segment in path {
        match segment.as_str() {
            "crate" => segments.clear(),
            "super" => drop(segments.pop()),
            // At the end of braces it names the module before it.
            "self" => {}
            name => segments.push(name.to_owned()),
        }
    }
    segments
}

#[track_caller]
fn check(tree: &[(&str, &str)], expected: &[&[&str]]) {
    let tree: Vec<_> = tree.iter().map(|(file, code)| ((*file).to_owned(), (*code).to_owned())).collect();
    assert_eq!(circles(&tree), expected);
}

#[test]
fn tree_without_circle_has_none() {
    check(
        &[
            ("src/lib.rs", "pub mod a; pub mod b;"),
            ("src/a.rs", "use crate::b::{C, D}; struct A(C);"),
            ("src/b/mod.rs", "mod inner; pub use inner::{C, D};"),
            ("src/b/inner.rs", "use std::fmt; pub struct C; pub struct D;"),
        ],
        &[],
    );
}

#[test]
fn two_files_importing_each_other_are_a_circle() {
    check(
        &[
            ("src/a.rs", "use super::b::B; pub struct A(B);"),
            ("src/b.rs", "pub struct B(Vec<crate::a::A>);"),
            ("src/c.rs", "use super::{a::A, b::B};"),
        ],
        &[&["src/a.rs -> src/b.rs: B", "src/b.rs -> src/a.rs: A"]],
    );
}

#[test]
fn circle_through_nested_braces_is_found() {
    check(
        &[
            ("src/a/one.rs", "use crate::{\n    a::{two::{self, Two as Other}},\n    x::X,\n};"),
            ("src/a/two.rs", "use super::three::{Three, more::*};"),
            ("src/a/three.rs", "use crate::a::one;"),
        ],
        &[&[
            "src/a/one.rs -> src/a/two.rs: Two, the module",
            "src/a/three.rs -> src/a/one.rs: the module",
            "src/a/two.rs -> src/a/three.rs: Three, more",
        ]],
    );
}

#[test]
fn folder_whose_child_imports_from_it_is_a_circle() {
    check(
        &[
            ("src/a/mod.rs", "mod child; pub const LIMIT: u8 = child::HALF * 2;"),
            ("src/a/child.rs", "use super::LIMIT; pub const HALF: u8 = 1;"),
        ],
        &[&["src/a/child.rs -> src/a/mod.rs: LIMIT", "src/a/mod.rs -> src/a/child.rs: HALF"]],
    );
}

#[test]
fn two_separate_circles_are_told_apart() {
    check(
        &[
            ("src/a.rs", "use crate::b::B;"),
            ("src/b.rs", "use crate::a::A; use crate::c::C;"),
            ("src/c.rs", "use crate::d::D;"),
            ("src/d.rs", "use crate::c::C;"),
        ],
        &[
            &["src/a.rs -> src/b.rs: B", "src/b.rs -> src/a.rs: A"],
            &["src/c.rs -> src/d.rs: D", "src/d.rs -> src/c.rs: C"],
        ],
    );
}

#[test]
fn visibility_that_names_a_module_is_no_import() {
    check(
        &[
            ("src/a/mod.rs", "pub mod child; pub use child::Child;"),
            ("src/a/child.rs", "pub struct Child { pub(in crate::a) field: u8 }"),
        ],
        &[],
    );
}
