//! The sizes of a build and the budget for the first load. It must not build
//! anything or leave a file out of the report.

use crate::command::quiet;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// The most bytes of the first load, brotli 11.
pub const BUDGET: u64 = 125_000;

/// One file of the build; sizes in bytes.
struct File {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

pub struct Report {
    /// The table, for people.
    pub text: String,
    /// The first load after brotli 11, in bytes.
    pub first: u64,
}

/// Measures a built folder; without Node, which has the compressors, it fails.
pub fn report(root: &Path, folder: &Path) -> Result<Report, String> {
    let script = root.join("xtask").join("size.mjs");
    let lines = quiet(Command::new("node").arg(script).arg(folder))
        .ok_or("the sizes need Node (version 20 or newer) on PATH")?;
    let files: Vec<File> = lines.lines().filter_map(file).collect();
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    let first = first_load(&names, |name| std::fs::read_to_string(folder.join(name)).ok());
    if !first.contains("index.html") {
        return Err(format!("{} holds no index.html", folder.display()));
    }
    Ok(table(&files, &first))
}

fn file(line: &str) -> Option<File> {
    let mut parts = line.split('\t');
    let name = parts.next()?.to_owned();
    let mut number = || parts.next()?.parse().ok();
    Some(File { name, raw: number()?, gzip: number()?, brotli: number()? })
}

/// The page, the files it names, and the files those name in turn: rather one
/// too many than one forgotten.
fn first_load<'a>(names: &[&'a str], read: impl Fn(&str) -> Option<String>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut next: Vec<&'a str> = names.iter().copied().filter(|name| *name == "index.html").collect();
    while let Some(name) = next.pop() {
        if !found.insert(name) {
            continue;
        }
        // Compiled code is no text and names no file.
        let Some(text) = read(name) else { continue };
        next.extend(names.iter().copied().filter(|other| *other != "index.html" && text.contains(other)));
    }
    found
}

fn table(files: &[File], first: &BTreeSet<&str>) -> Report {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0).max("first load (*)".len());
    let mut text = format!("{:width$}  {:>9} {:>9} {:>9}\n", "file, bytes", "raw", "gzip 9", "brotli 11");
    let mut sum = File { name: "first load (*)".to_owned(), raw: 0, gzip: 0, brotli: 0 };
    let mut line = |file: &File, mark: &str| {
        let _ = writeln!(
            text,
            "{:width$}{mark:1} {:>9} {:>9} {:>9}",
            file.name, file.raw, file.gzip, file.brotli
        );
    };
    for file in files {
        let counts = first.contains(file.name.as_str());
        line(file, if counts { "*" } else { "" });
        if counts {
            sum.raw += file.raw;
            sum.gzip += file.gzip;
            sum.brotli += file.brotli;
        }
    }
    line(&sum, "");
    Report { text, first: sum.brotli }
}

#[cfg(test)]
mod tests {
    use super::{File, file, first_load, table};
    use std::collections::BTreeSet;

    #[test]
    fn the_first_load_is_what_the_page_names_and_what_that_names() {
        let names = ["a.js", "a_bg.wasm", "index.html", "later.css", "snippets/x.js"];
        let read = |name: &str| match name {
            "index.html" => Some("src=./a.js data-wasm=./a_bg.wasm".to_owned()),
            "a.js" => Some("import './snippets/x.js'; /* index.html */".to_owned()),
            _ => None,
        };
        let first = first_load(&names, read);
        assert_eq!(first, BTreeSet::from(["a.js", "a_bg.wasm", "index.html", "snippets/x.js"]));
        assert!(first_load(&["a.js"], read).is_empty());
    }

    #[test]
    fn only_the_first_load_is_summed() {
        let files = ["index.html\t10\t6\t5", "other.txt\t9\t9\t9"].map(|line| file(line).expect("a file"));
        let report = table(&files, &BTreeSet::from(["index.html"]));
        assert_eq!(report.first, 5);
        assert!(report.text.contains("other.txt"));
        assert!(file("index.html\tx").is_none());
        let File { raw, gzip, brotli, .. } = &files[0];
        assert_eq!((*raw, *gzip, *brotli), (10, 6, 5));
    }
}
