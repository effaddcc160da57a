//! `cargo xtask test`: every check in order, going on after a failure, and the
//! count in the last line. Nothing may be left out silently: a step that could
//! not run, or in which no test ran, has failed.

use crate::command::{cargo, heard, shown, visible};
use crate::tally::{self, Tally};
use crate::{browser, bundle, npm, server, size, tool};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs the laws on which the person's data hangs: of merging, of what is stored and sent, and of what is not.
const LAWS: [&str; 11] = [
    "test",
    "--quiet",
    "--profile",
    "laws",
    "--test",
    "native",
    "--",
    "merging::",
    "link::",
    "stored::",
    "privacy::",
];

/// How much is checked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything.
    All,
    /// What needs no release build.
    Fast,
    /// The release build and what runs on it.
    Browser,
}

/// Runs the checks; the count is printed last, so the error has no message.
pub fn run(root: &Path, part: Part) -> Result<(), String> {
    let mut checks = Checks { root, sum: Tally::default(), failures: Vec::new() };
    if part != Part::Browser {
        checks.fast();
    }
    if part != Part::Fast {
        checks.release();
    }
    println!();
    for name in &checks.failures {
        println!("FAILED: {name}");
    }
    println!("{} passed, {} failed", checks.sum.passed, checks.sum.failed);
    if checks.sum.failed == 0 { Ok(()) } else { Err(String::new()) }
}

struct Checks<'a> {
    root: &'a Path,
    sum: Tally,
    failures: Vec<String>,
}

impl Checks<'_> {
    fn fast(&mut self) {
        self.step("tools of the compiler", || tool::components().and_then(|()| tool::target()));
        let own = ["--manifest-path", "xtask/Cargo.toml"];
        let deny = ["--", "-D", "warnings"];
        self.cargo(&[&["fmt", "--all", "--check"]], &[]);
        self.cargo(&[&["fmt"], &own, &["--check"]], &[]);
        self.cargo(&[&["clippy", "--quiet", "--all-targets"], &deny], &[]);
        self.cargo(&[&["clippy", "--quiet", "--all-targets"], &own, &deny], &[]);
        let wasm = ["--target", tool::TARGET, "--lib", "--bins"];
        self.cargo(&[&["clippy", "--quiet"], &wasm, &deny], &[]);
        // The pure core has to compile without anything of the browser. Clippy
        // compiles as `cargo check` does, and turns the warnings into errors.
        let core = ["--lib", "--no-default-features"];
        self.cargo(&[&["clippy", "--quiet"], &core, &deny], &[]);
        self.tests(&["test", "--quiet", "--no-fail-fast"]);
        self.tests(&["test", "--quiet", "--no-fail-fast", own[0], own[1]]);
        // Ten thousand cases of each law of merging and of what is stored and sent, and 500 whole sessions
        // for what is private: optimised, they take a minute or two.
        self.tests(&LAWS);
        self.cargo(&[&["doc", "--quiet", "--no-deps"]], &[("RUSTDOCFLAGS", "-D warnings")]);
    }

    fn release(&mut self) {
        let root = self.root;
        let mut site = None;
        self.step("release build", || {
            let folder = bundle::site(root);
            bundle::build(root, &folder)?;
            site = Some(folder);
            Ok(())
        });
        let Some(site) = site else {
            self.step("sizes", || Err("there is no build".to_owned()));
            self.step("browser tests", || Err("there is no build".to_owned()));
            return;
        };
        self.step("sizes", || sizes(root, &site));
        self.browser(&site);
    }

    /// One check without tests of its own.
    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<(), String>) {
        println!("\n=== {name}");
        let result = check();
        self.count(name, result);
    }

    fn count(&mut self, name: &str, result: Result<(), String>) {
        match result {
            Ok(()) => self.sum.passed += 1,
            Err(message) => {
                println!("{message}");
                self.sum.failed += 1;
                self.failures.push(name.to_owned());
            }
        }
    }

    fn cargo(&mut self, words: &[&[&str]], variables: &[(&str, &str)]) {
        let mut command = cargo();
        command.args(words.concat()).envs(variables.iter().copied()).current_dir(self.root);
        self.step(&shown(&command), || visible(&mut command));
    }

    /// A run of cargo's tests: the step counts, and each test.
    fn tests(&mut self, words: &[&str]) {
        let mut command = cargo();
        command.args(words).current_dir(self.root);
        self.counted(command, tally::cargo);
    }

    fn counted(&mut self, mut command: Command, read: fn(&str) -> Tally) {
        let name = shown(&command);
        println!("\n=== {name}");
        let result = heard(&mut command).and_then(|(output, well)| {
            let tally = read(&output);
            self.sum.add(tally);
            match (well, tally.is_empty()) {
                (_, true) => Err("no test was run".to_owned()),
                (false, _) => Err("it ended with an error".to_owned()),
                (true, false) => Ok(()),
            }
        });
        self.count(&name, result);
    }

    fn browser(&mut self, site: &Path) {
        let folder = self.root.join("tests").join("browser");
        let mut ready = None;
        self.step("what the browser tests need", || {
            npm::packages(&folder)?;
            let chromium = browser::chromium()?;
            println!("Chromium: {}", chromium.display());
            let address = server::start(site)?;
            println!("Serving the release build on {address}");
            ready = Some((chromium, address));
            Ok(())
        });
        let Some((chromium, address)) = ready else {
            return self.step("browser tests", || Err("they could not be started".to_owned()));
        };
        let scripts = scripts(&folder);
        if scripts.is_empty() {
            // Without a name node would run whatever it finds.
            return self.step("browser tests", || Err("there are none".to_owned()));
        }
        let mut node = Command::new("node");
        // Named one by one: not every Node we accept reads a pattern.
        node.args(["--test", "--test-reporter=spec"])
            .args(scripts)
            .env("COACHING_URL", address)
            .env("COACHING_CHROMIUM", chromium)
            .current_dir(self.root);
        self.counted(node, tally::node);
    }
}

fn sizes(root: &Path, site: &Path) -> Result<(), String> {
    let report = size::report(root, site)?;
    print!("{}", report.text);
    let (first, most) = (report.first, size::LIMIT);
    if first > most { Err(format!("the first load has {first} bytes, {most} at most")) } else { Ok(()) }
}

/// The test files, as paths from the repository.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    names.retain(|name| name.to_string_lossy().ends_with(".test.mjs"));
    names.sort();
    names.into_iter().map(|name| Path::new("tests").join("browser").join(name)).collect()
}
