//! `cargo xtask test`: runs every check in order, goes on after a failure, and prints the seconds of each and the
//! count in the last line. Must not leave out a check silently: a step that could not run, or that ran no test,
//! counts as failed.

use crate::command::{cargo, heard, shown, visible};
use crate::playwright::Engine;
use crate::tally::{self, Tally};
use crate::{bundle, npm, playwright, tool};
use std::path::Path;
use std::time::{Duration, Instant};

/// Filters of the laws that protect a person's data: merging, links, storage, privacy and hostile input.
const LAWS: [&str; 5] = ["merging::", "link::", "stored::", "privacy::", "hostile::"];

/// Environment variable of the tests: tries each law ten thousand times, and privacy with 500 whole sessions.
const ALL_CASES: (&str, &str) = ("COACHING_LAWS", "1");

const NO_BUILD: &str = "there is no build";

/// Browsers that the tests run in. WebKitGTK exists on Linux only.
const ENGINES: &[Engine] = if cfg!(target_os = "linux") {
    &[Engine::Chromium, Engine::Frame, Engine::Firefox, Engine::WebKit]
} else {
    &[Engine::Chromium, Engine::Frame, Engine::Firefox]
};

/// A selection of checks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Everything.
    All,
    /// Checks without the release build, with fewer cases.
    Fast,
    /// The release build, its sizes and the browser tests.
    Browser,
    /// The laws with all their cases.
    Laws,
    /// The release build, and in Chromium every fault of storage and two windows at random.
    Long,
}

/// Runs the checks.
///
/// # Errors
/// Fails without a message if a check failed, since the count must stay the last line.
pub fn run(root: &Path, part: Part) -> Result<(), String> {
    let mut checks = Checks { root, sum: Tally::default(), failures: Vec::new(), times: Vec::new() };
    match part {
        Part::All => checks.source(&[ALL_CASES]),
        Part::Fast => checks.source(&[]),
        Part::Laws => checks.laws(),
        // The browser tests compare the words of the page with those that the native tests said.
        Part::Browser => checks.tests(&["test", "--quiet", "--test", "native", "--", "words::"], &[]),
        Part::Long => {}
    }
    match part {
        Part::All | Part::Browser => checks.release(),
        Part::Long => checks.long(),
        Part::Fast | Part::Laws => {}
    }
    println!("\nSeconds by step:");
    for (name, time) in &checks.times {
        println!("{:6.1}  {name}", time.as_secs_f64());
    }
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
    times: Vec<(String, Duration)>,
}

impl Checks<'_> {
    /// Runs every check that needs no release build. The variables are for the native tests.
    fn source(&mut self, variables: &[(&str, &str)]) {
        let root = self.root;
        self.step("tools of the compiler", || tool::components().and_then(|()| tool::target()));
        self.step("Python", tool::python);
        self.step("types of the TypeScript", || {
            npm::packages(root)?;
            bundle::types(root)?;
            playwright::types(root)
        });
        let own = ["--manifest-path", "xtask/Cargo.toml"];
        let deny = ["--", "-D", "warnings"];
        self.cargo(&[&["fmt", "--all", "--check"]], &[]);
        self.cargo(&[&["fmt"], &own, &["--check"]], &[]);
        self.cargo(&[&["clippy", "--quiet", "--all-targets"], &deny], &[]);
        self.cargo(&[&["clippy", "--quiet", "--all-targets"], &own, &deny], &[]);
        self.cargo(&[&["clippy", "--quiet", "--target", tool::TARGET, "--lib", "--bins"], &deny], &[]);
        // The pure layers must compile without the browser's crates.
        self.cargo(&[&["clippy", "--quiet", "--lib", "--no-default-features"], &deny], &[]);
        self.tests(&["test", "--quiet", "--no-fail-fast"], variables);
        self.tests(&["test", "--quiet", "--no-fail-fast", own[0], own[1]], &[]);
        self.cargo(&[&["doc", "--quiet", "--no-deps"]], &[("RUSTDOCFLAGS", "-D warnings")]);
    }

    fn laws(&mut self) {
        let mut words = vec!["test", "--quiet", "--test", "native", "--"];
        words.extend(LAWS);
        self.tests(&words, &[ALL_CASES]);
    }

    fn release(&mut self) {
        let is_built = self.build();
        if is_built {
            let root = self.root;
            self.step("sizes", || bundle::sizes(root, &bundle::site(root)));
        } else {
            self.step("sizes", || Err(NO_BUILD.to_owned()));
        }
        for &engine in ENGINES {
            self.browser(engine.step(), is_built, |root| playwright::run(root, engine));
        }
    }

    fn long(&mut self) {
        let is_built = self.build();
        self.browser("faults of storage and two windows", is_built, playwright::run_long);
    }

    /// Builds for release. Returns true if there is a build.
    fn build(&mut self) -> bool {
        let root = self.root;
        let mut is_built = false;
        self.step("release build", || {
            bundle::build(root, &bundle::site(root))?;
            is_built = true;
            Ok(())
        });
        is_built
    }

    /// Runs browser tests on the release build.
    fn browser(
        &mut self,
        name: &str,
        is_built: bool,
        run: impl FnOnce(&Path) -> Result<(Tally, bool), String>,
    ) {
        let root = self.root;
        self.counted(name, || if is_built { run(root) } else { Err(NO_BUILD.to_owned()) });
    }

    /// Runs a check that has no tests.
    fn step(&mut self, name: &str, check: impl FnOnce() -> Result<(), String>) {
        println!("\n=== {name}");
        let start = Instant::now();
        let result = check();
        self.times.push((name.to_owned(), start.elapsed()));
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

    /// Runs cargo's tests.
    fn tests(&mut self, words: &[&str], variables: &[(&str, &str)]) {
        let mut command = cargo();
        command.args(words).envs(variables.iter().copied()).current_dir(self.root);
        self.counted(&shown(&command), || {
            let (output, well) = heard(&mut command)?;
            Ok((tally::cargo(&output), well))
        });
    }

    /// Runs a step with tests. The step and each test count.
    fn counted(&mut self, name: &str, run: impl FnOnce() -> Result<(Tally, bool), String>) {
        let mut sum = Tally::default();
        self.step(name, || {
            let (tally, well) = run()?;
            sum = tally;
            match (well, tally.is_empty()) {
                (_, true) => Err("no test was run".to_owned()),
                (false, _) => Err("it ended with an error".to_owned()),
                (true, false) => Ok(()),
            }
        });
        self.sum.add(sum);
    }
}
