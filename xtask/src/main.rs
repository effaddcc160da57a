//! `cargo xtask`: the commands of the repository. This file reads the command line; must not build, serve or
//! test anything itself.

mod apt;
mod browser;
mod bundle;
mod check;
mod command;
mod npm;
mod playwright;
mod server;
mod tally;
mod tool;

use lexopt::prelude::*;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

const HELP: &str = "\
cargo xtask serve [--port N] [--open] [--no-build]
    builds for release and serves on this machine; --no-build serves the last build
cargo xtask dist
    builds for release into dist/ and prints the sizes
cargo xtask package
    builds for release and makes the npm package in target/package
cargo xtask test [fast|browser|laws|long]
    all checks; fast: without release build and browser; browser: only these; laws: the laws alone;
    long: every fault of storage, and two windows at random (about two hours)
cargo xtask bench start A B [N]
    times from the address to the list for two built folders, medians of N starts each
cargo xtask bench store [--no-build]
    builds for release; times of the list and of a seller's page with 100, 500 and 1,500 sessions
cargo xtask bench host [--no-build]
    builds for release; long tasks of a host page while the element loads, beside a calendar from npm
cargo xtask bench clock [--no-build]
    builds for release; cost and error of a running clock, beside setInterval and a timer from npm
cargo xtask picture
    builds for release and takes the picture of the README anew";

/// The port `serve` tries first.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        // The last line of `test` is the count, and must stay the last.
        Err(message) if message.is_empty() => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let mut words = lexopt::Parser::from_env();
    let wrong = |error: lexopt::Error| format!("{error}\n{HELP}");
    let (mut port, mut opens, mut builds, mut values) = (PORT, false, true, Vec::new());
    while let Some(word) = words.next().map_err(wrong)? {
        match word {
            Long("port") => port = words.value().and_then(|value| value.parse()).map_err(wrong)?,
            Long("open") => opens = true,
            Long("no-build") => builds = false,
            Long("help") | Short('h') => values = vec!["help".to_owned()],
            Value(value) => values.push(value.string().map_err(wrong)?),
            other => return Err(wrong(other.unexpected())),
        }
    }
    let root = root();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    match values.as_slice() {
        ["serve"] => serve(&root, port, opens, builds),
        ["dist"] => dist(&root),
        ["package"] => package(&root),
        ["test"] => check::run(&root, check::Part::All),
        ["test", "fast"] => check::run(&root, check::Part::Fast),
        ["test", "browser"] => check::run(&root, check::Part::Browser),
        ["test", "laws"] => check::run(&root, check::Part::Laws),
        ["test", "long"] => check::run(&root, check::Part::Long),
        ["bench", "start", folders_and_count @ ..] => bench_start(&root, folders_and_count),
        ["bench", "store"] => bench(&root, builds, playwright::bench_store),
        ["bench", "clock"] => bench(&root, builds, playwright::bench_clock),
        ["bench", "host"] => bench(&root, builds, playwright::bench_host),
        ["picture"] => picture(&root),
        ["help"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    }
}

/// Returns the top folder of the repository, known at compile time.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

fn serve(root: &Path, port: u16, opens: bool, builds: bool) -> Result<(), String> {
    let site = bundle::site(root);
    if builds {
        bundle::build(root, &site)?;
    } else if !site.join("index.html").is_file() {
        return Err("there is no build to serve; build one with: cargo xtask serve".to_owned());
    }
    let (listener, address) = server::listen(port)?;
    println!("\nServing on {address} (stop with Ctrl-C)");
    if opens {
        browser::open(&address);
    }
    server::run(listener, &site)
}

fn dist(root: &Path) -> Result<(), String> {
    let folder = root.join("dist");
    bundle::build(root, &folder)?;
    bundle::sizes(root, &folder)?;
    println!("The page is in dist/: copy the whole folder to any web server.");
    Ok(())
}

fn package(root: &Path) -> Result<(), String> {
    let site = bundle::site(root);
    bundle::build(root, &site)?;
    bundle::package(root, &site)
}

fn picture(root: &Path) -> Result<(), String> {
    bundle::build(root, &bundle::site(root))?;
    playwright::picture(root)
}

fn bench(root: &Path, builds: bool, run: fn(&Path) -> Result<(), String>) -> Result<(), String> {
    if builds {
        bundle::build(root, &bundle::site(root))?;
    }
    run(root)
}

fn bench_start(root: &Path, folders_and_count: &[&str]) -> Result<(), String> {
    npm::packages(&root.join("tests").join("browser"))?;
    let mut node = Command::new("node");
    node.arg("xtask/bench.mjs").args(folders_and_count);
    command::visible(node.env("COACHING_CHROMIUM", browser::chromium()?).current_dir(root))
}
