//! The browser tests: what they need, and how they run.

use crate::command::heard;
use crate::tally::{self, Tally};
use crate::{browser, npm, server};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs the tests on a built folder; returns what passed and failed, and whether the run ended well.
pub fn run(root: &Path, site: &Path) -> Result<(Tally, bool), String> {
    let folder = root.join("tests").join("browser");
    npm::packages(&folder)?;
    let chromium = browser::chromium()?;
    println!("Chromium: {}", chromium.display());
    let address = server::start(site)?;
    println!("Serving the release build on {address}");
    let scripts = scripts(&folder);
    if scripts.is_empty() {
        // Without a name node would run whatever it finds.
        return Err("there are no browser tests".to_owned());
    }
    let mut node = Command::new("node");
    // Named one by one: not every Node we accept reads a pattern.
    node.args(["--test", "--test-reporter=spec"])
        .args(scripts)
        .env("COACHING_URL", address)
        .env("COACHING_CHROMIUM", chromium)
        .current_dir(root);
    let (output, well) = heard(&mut node)?;
    Ok((tally::node(&output), well))
}

/// The test files, as paths from the repository.
fn scripts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
    names.retain(|name| name.to_string_lossy().ends_with(".test.mjs"));
    names.sort();
    names.into_iter().map(|name| Path::new("tests").join("browser").join(name)).collect()
}
