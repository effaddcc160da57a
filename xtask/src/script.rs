//! Makes scripts short for the way, by terser, which runs in Node: names that nobody else sees, and whatever
//! says the same in less. Measured: 0.7 KB of 141 KB brotli. It must not decide which scripts.

use crate::check::packages;
use crate::command::{find, made_of};
use std::path::{Path, PathBuf};
use std::process::Command;

/// What makes scripts short.
pub struct Terser(PathBuf);

impl Terser {
    /// The one that is installed, or gets installed; `None` where there is no Node, and then scripts go out as
    /// they are.
    pub fn get(root: &Path) -> Result<Option<Self>, String> {
        if find("node").is_none() {
            println!("Scripts stay as long as they are: what shortens them needs Node");
            return Ok(None);
        }
        let folder = root.join("xtask").join("scripts");
        packages(&folder)?;
        Ok(Some(Self(folder.join("node_modules").join("terser").join("bin").join("terser"))))
    }

    /// The same script, shorter.
    pub fn shortened(&self, script: &str) -> Result<String, String> {
        let options = ["--module", "--ecma", "2020", "--compress", "passes=2", "--mangle"];
        made_of(Command::new("node").arg(&self.0).args(options), script)
    }
}
