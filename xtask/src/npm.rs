//! Installs npm packages that are missing or older than their lock file. Must not choose a version.

use crate::command::{find, visible};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Installs the packages of a folder with a package-lock.json, if they are missing or older than the lock file.
pub fn packages(folder: &Path) -> Result<(), String> {
    let changed = |file: PathBuf| file.metadata().and_then(|data| data.modified()).ok();
    let lock = changed(folder.join("package-lock.json"));
    // npm writes this file last.
    let done = changed(folder.join("node_modules").join(".package-lock.json"));
    if done.is_some() && done >= lock {
        return Ok(());
    }
    println!("Installing the packages of {} through npm: a few seconds", folder.display());
    visible(npm()?.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).current_dir(folder))
}

/// Returns npm, without arguments.
pub fn npm() -> Result<Command, String> {
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    match cfg!(windows) || find(npm).is_some() {
        true => Ok(Command::new(npm)),
        false => Err("the build needs Node (version 20 or newer) with npm".to_owned()),
    }
}
