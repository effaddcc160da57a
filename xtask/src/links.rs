//! The lengths of links, beside what two common libraries make of the same data. It must not judge the
//! numbers: the tests of links do.

use crate::check;
use crate::command::{cargo, quiet};
use std::path::Path;
use std::process::{Command, Stdio};

/// Prints the table; it needs Node and the packages of the browser tests.
pub fn print(root: &Path) -> Result<(), String> {
    check::packages(&root.join("tests").join("browser"))?;
    let lines = quiet(cargo().args(["run", "--quiet", "--example", "links"]).current_dir(root))
        .ok_or("`cargo run --example links` failed")?;
    let mut node = Command::new("node")
        .arg(root.join("xtask").join("links.mjs"))
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the table needs Node (version 20 or newer): {error}"))?;
    if let Some(mut input) = node.stdin.take() {
        std::io::Write::write_all(&mut input, lines.as_bytes()).map_err(|error| error.to_string())?;
    }
    let done = node.wait().map_err(|error| error.to_string())?;
    if done.success() { Ok(()) } else { Err("the table could not be made".to_owned()) }
}
