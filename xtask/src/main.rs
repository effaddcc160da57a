//! `cargo xtask`: the commands of the repository. This file reads the command
//! line and hands over; it must not build, serve or test anything itself.
//! Standard library only, because everyone compiles this before anything else.

mod browser;
mod bundle;
mod check;
mod command;
mod npm;
mod request;
mod server;
mod size;
mod tally;
mod tool;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask serve [--port N] [--open]  build for release and serve on this machine
cargo xtask dist                       build for release into dist/ and print the sizes
cargo xtask test [fast|browser]        all checks; fast: without release build and browser;
                                       browser: only release build, sizes and browser";

/// The port `serve` tries first.
const PORT: u16 = 8080;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["serve", options @ ..] => serve(options),
        ["dist"] => dist(),
        ["test"] => check::run(&root(), check::Part::All),
        ["test", "fast"] => check::run(&root(), check::Part::Fast),
        ["test", "browser"] => check::run(&root(), check::Part::Browser),
        ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.to_owned()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // `test` has said all in its last line, which must stay the last.
        Err(message) if message.is_empty() => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// The repository: the folder this package lies in. Known since compiling; the
/// alias itself names this package relative to the top folder, so the commands
/// are called from there.
fn root() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

fn serve(options: &[&str]) -> Result<(), String> {
    let (mut port, mut open) = (PORT, false);
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--open" => open = true,
            "--port" => {
                let number = rest.next().and_then(|text| text.parse().ok());
                port = number.ok_or("--port needs a number from 0 to 65535")?;
            }
            other => return Err(format!("unknown option {other}\n{HELP}")),
        }
    }
    let root = root();
    let site = bundle::site(&root);
    bundle::build(&root, &site)?;
    let (listener, address) = server::listen(port)?;
    println!("\nServing on {address} (stop with Ctrl-C)");
    if open {
        browser::open(&address);
    }
    server::run(&listener, &site);
    Ok(())
}

fn dist() -> Result<(), String> {
    let root = root();
    let folder = root.join("dist");
    bundle::build(&root, &folder)?;
    let report = size::report(&root, &folder)?;
    print!("{}", report.text);
    println!("The page is in dist/: copy the whole folder to any web server.");
    Ok(())
}
