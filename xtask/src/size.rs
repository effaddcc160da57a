//! The sizes of a build and the budget for the first load; beside it, what the
//! page asks for later. It must not build anything or leave a file out of the
//! report.

use crate::command::quiet;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

/// The most bytes of the first load, brotli 11: a tripwire, no goal.
pub const LIMIT: u64 = 320_000;

/// One file of the build; sizes in bytes.
struct File {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

impl File {
    fn add(&mut self, other: &File) {
        self.raw += other.raw;
        self.gzip += other.gzip;
        self.brotli += other.brotli;
    }
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
    let loads = loads(&names, |name| std::fs::read_to_string(folder.join(name)).ok());
    if !loads.first.contains("index.html") {
        return Err(format!("{} holds no index.html", folder.display()));
    }
    Ok(table(&files, &loads))
}

fn file(line: &str) -> Option<File> {
    let mut parts = line.split('\t');
    let name = parts.next()?.to_owned();
    let mut number = || parts.next()?.parse().ok();
    Some(File { name, raw: number()?, gzip: number()?, brotli: number()? })
}

/// What is loaded when. Files in neither are never loaded by the page.
#[derive(Default)]
struct Loads<'a> {
    /// To show the page and start.
    first: BTreeSet<&'a str>,
    /// Only when somebody needs it.
    later: BTreeSet<&'a str>,
}

/// First comes the page, with the files it names, and the files those name in
/// turn: rather one too many than one forgotten. Only what scripts name in
/// `import("…")` and nowhere else is for later, with all that names in turn.
fn loads<'a>(names: &[&'a str], read: impl Fn(&str) -> Option<String>) -> Loads<'a> {
    let mut loads = Loads::default();
    let mut next = pick(names, "index.html");
    let mut asked = Vec::new();
    while let Some(name) = next.pop() {
        if loads.first.insert(name) {
            // Compiled code is no text and names no file.
            let (at_once, later) = parted(&read(name).unwrap_or_default());
            next.extend(pick(names, &at_once));
            asked.extend(pick(names, &later));
        }
    }
    while let Some(name) = asked.pop() {
        if !loads.first.contains(name) && loads.later.insert(name) {
            asked.extend(pick(names, &read(name).unwrap_or_default()));
        }
    }
    loads
}

/// The files that a text names. Going back to the page loads nothing new.
fn pick<'a>(names: &[&'a str], text: &str) -> Vec<&'a str> {
    names.iter().copied().filter(|name| text.contains(name)).collect()
}

/// A text without the texts in `import("…")`, and these.
fn parted(text: &str) -> (String, String) {
    const IMPORT: &str = "import(\"";
    let (mut at_once, mut later) = (String::new(), String::new());
    for (number, part) in text.split(IMPORT).enumerate() {
        let (asked, rest) = if number == 0 { ("", part) } else { part.split_once('"').unwrap_or(("", part)) };
        later.push_str(asked);
        later.push('\n');
        at_once.push_str(rest);
        at_once.push('\n');
    }
    (at_once, later)
}

fn table(files: &[File], loads: &Loads<'_>) -> Report {
    let width = files.iter().map(|file| file.name.len()).max().unwrap_or(0).max("first load (*)".len());
    let mut text = format!("{:width$}  {:>9} {:>9} {:>9}\n", "file, bytes", "raw", "gzip 9", "brotli 11");
    let sum = |name: &str| File { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0 };
    let (mut first, mut later) = (sum("first load (*)"), sum("later (+)"));
    let mut line = |file: &File, mark: &str| {
        let _ = writeln!(
            text,
            "{:width$}{mark:1} {:>9} {:>9} {:>9}",
            file.name, file.raw, file.gzip, file.brotli
        );
    };
    for file in files {
        let name = file.name.as_str();
        if loads.first.contains(name) {
            line(file, "*");
            first.add(file);
        } else if loads.later.contains(name) {
            line(file, "+");
            later.add(file);
        } else {
            line(file, "");
        }
    }
    line(&first, "");
    line(&later, "");
    Report { text, first: first.brotli }
}

#[cfg(test)]
mod tests {
    use super::{File, Loads, file, loads, table};
    use std::collections::BTreeSet;

    fn check(page: &str, script: &str, first: &[&str], later: &[&str]) {
        let names =
            ["404.html", "a.js", "a_bg.wasm", "index.html", "more.js", "more_bg.wasm", "snippets/x.js"];
        let read = |name: &str| match name {
            "index.html" => Some(page.to_owned()),
            "a.js" => Some(script.to_owned()),
            "more.js" => Some("new URL('more_bg.wasm'); import './snippets/x.js'".to_owned()),
            "404.html" => Some("index.html".to_owned()),
            _ => None,
        };
        let found = loads(&names, read);
        assert_eq!(found.first, first.iter().copied().collect::<BTreeSet<_>>());
        assert_eq!(found.later, later.iter().copied().collect::<BTreeSet<_>>());
    }

    #[test]
    fn the_first_load_is_what_the_page_names_and_what_that_names() {
        let page = "src=./a.js data-program=./a_bg.wasm";
        let first = ["a.js", "a_bg.wasm", "index.html", "snippets/x.js"];
        check(page, "import './snippets/x.js'; /* index.html */", &first, &[]);
        assert!(loads(&["a.js"], |_| None).first.is_empty());
    }

    #[test]
    fn only_what_is_imported_on_demand_alone_is_for_later() {
        let first = ["a.js", "index.html"];
        let later = ["more.js", "more_bg.wasm", "snippets/x.js"];
        check("./a.js", "await import(\"./more.js\")", &first, &later);
        // Named once more, it may be loaded at any time.
        let all = ["a.js", "index.html", "more.js", "more_bg.wasm", "snippets/x.js"];
        check("./a.js", "import(\"./more.js\"); import './more.js'", &all, &[]);
        check("./a.js ./more.js", "import(\"./more.js\")", &all, &[]);
        let first = ["a.js", "index.html", "snippets/x.js"];
        check("./a.js ./snippets/x.js", "import(\"./more.js\")", &first, &["more.js", "more_bg.wasm"]);
    }

    #[test]
    fn only_the_first_load_is_summed() {
        let lines = ["index.html\t10\t6\t5", "more.js\t4\t3\t2", "element.js\t9\t8\t7"];
        let files = lines.map(|line| file(line).expect("a file"));
        let loads = Loads { first: BTreeSet::from(["index.html"]), later: BTreeSet::from(["more.js"]) };
        let report = table(&files, &loads);
        assert_eq!(report.first, 5);
        assert!(report.text.contains("element.js"));
        let last = report.text.lines().last().expect("lines");
        assert_eq!(last.split_whitespace().collect::<Vec<_>>(), ["later", "(+)", "4", "3", "2"]);
        assert!(file("index.html\tx").is_none());
        let File { raw, gzip, brotli, .. } = &files[0];
        assert_eq!((*raw, *gzip, *brotli), (10, 6, 5));
    }
}
