//! The browser tests: installs their packages, runs them, and reads their report. Must not decide what a failure
//! means for the other checks.

use crate::command::visible;
use crate::tally::Tally;
use crate::{browser, npm};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

/// A browser that tests run in: a project of playwright.config.ts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// All tests.
    Chromium,
    /// The journey in Chromium, with the page in a frame.
    Frame,
    /// The journey.
    Firefox,
    /// The journey, through WebDriver.
    WebKit,
}

impl Engine {
    /// Returns the name of the step.
    pub fn step(self) -> &'static str {
        match self {
            Self::Chromium => "browser tests",
            Self::Frame => "journey in a frame",
            Self::Firefox => "journey in Firefox",
            Self::WebKit => "journey in WebKitGTK",
        }
    }

    fn project(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Frame => "frame",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Returns the program, installed if possible, and the environment variable that names the program to the tests.
    fn program(self) -> Result<(&'static str, PathBuf), String> {
        match self {
            Self::Chromium | Self::Frame => Ok(("COACHING_CHROMIUM", browser::headless()?)),
            Self::Firefox => Ok(("COACHING_FIREFOX", browser::firefox()?)),
            Self::WebKit => Ok(("COACHING_WEBKIT", browser::webkit()?)),
        }
    }
}

/// Checks the types of the tests.
pub fn types(root: &Path) -> Result<(), String> {
    let folder = folder(root);
    npm::packages(&folder)?;
    visible(Command::new("node").arg("node_modules/typescript/bin/tsc").current_dir(folder))
}

/// Runs the tests of an engine on the last release build. Returns the count, and true if the run succeeded.
pub fn run(root: &Path, engine: Engine) -> Result<(Tally, bool), String> {
    tallied(root, &mut project(root, engine.project(), engine.program()?)?)
}

/// Runs every fault of storage, and two windows at random, on the last release build. Returns the count, and true if
/// the run succeeded.
pub fn run_long(root: &Path) -> Result<(Tally, bool), String> {
    let mut command = project(root, "chromium", Engine::Chromium.program()?)?;
    tallied(root, command.arg("faults/").env("COACHING_LONG", "1"))
}

/// Runs the command of a project, and reads the report.
fn tallied(root: &Path, command: &mut Command) -> Result<(Tally, bool), String> {
    let report = folder(root).join("out").join("report.json");
    // A report of an earlier run must not be read as the report of this run.
    let _ = std::fs::remove_file(&report);
    let ended = visible(command);
    let text = std::fs::read_to_string(&report).map_err(|error| format!("{}: {error}", report.display()))?;
    Ok((tally(&text)?, ended.is_ok()))
}

/// Takes the picture of the README from the last release build.
pub fn picture(root: &Path) -> Result<(), String> {
    visible(&mut project(root, "picture", Engine::Chromium.program()?)?)
}

/// Prints the times that histories of growing length take with the last release build.
pub fn bench_store(root: &Path) -> Result<(), String> {
    visible(&mut project(root, "bench", Engine::Chromium.program()?)?)
}

/// Prints how long a host page does not respond while the last release build loads on it.
pub fn bench_host(root: &Path) -> Result<(), String> {
    visible(&mut project(root, "host", Engine::Chromium.program()?)?)
}

/// Prints what a running clock costs in a minute with the last release build, beside two other countdowns.
pub fn bench_clock(root: &Path) -> Result<(), String> {
    visible(&mut project(root, "clock", Engine::Chromium.program()?)?)
}

/// Returns the command that runs a project of playwright.config.ts on a free port with a browser.
fn project(root: &Path, name: &str, browser: (&str, PathBuf)) -> Result<Command, String> {
    let folder = folder(root);
    npm::packages(&folder)?;
    let (variable, program) = browser;
    println!("{}", program.display());
    let mut node = Command::new("node");
    // Joined by `=`: as a word of its own, `--project` takes every word that follows for a project.
    node.args(["node_modules/@playwright/test/cli.js", "test", &format!("--project={name}")])
        .env(variable, program)
        .env("COACHING_PORT", free_port()?.to_string())
        .current_dir(&folder);
    Ok(node)
}

fn folder(root: &Path) -> PathBuf {
    root.join("tests").join("browser")
}

/// Returns a free port.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// Returns the count of Playwright's JSON report. Skipped and flaky tests count as failed, and so does each error
/// outside of tests.
fn tally(report: &str) -> Result<Tally, String> {
    let report: serde_json::Value = serde_json::from_str(report).map_err(|error| error.to_string())?;
    let number = |name: &str| {
        let found = report.get("stats").and_then(|stats| stats.get(name)).and_then(serde_json::Value::as_u64);
        let number = found.and_then(|number| usize::try_from(number).ok());
        number.ok_or_else(|| format!("the report does not say what was {name}"))
    };
    let errors = report.get("errors").and_then(serde_json::Value::as_array).map_or(0, Vec::len);
    let failed = number("unexpected")? + number("flaky")? + number("skipped")? + errors;
    Ok(Tally { passed: number("expected")?, failed })
}

#[cfg(test)]
mod tests {
    use super::tally;
    use crate::tally::Tally;

    #[test]
    fn only_tests_that_passed_at_once_count_as_passed() {
        let report =
            r#"{"stats":{"expected":5,"skipped":1,"unexpected":2,"flaky":3},"errors":[{}],"suites":[]}"#;
        assert_eq!(tally(report), Ok(Tally { passed: 5, failed: 7 }));
    }

    #[test]
    fn report_without_numbers_is_refused() {
        assert!(tally(r#"{"stats":{"expected":5}}"#).is_err());
        assert!(tally("").is_err());
    }
}
