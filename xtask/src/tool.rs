//! The pinned build tools: found on PATH, else in a cache of their own, else compiled from their published source.
//! Must not change anything that is installed for other projects. No other file chooses a version.

use crate::apt;
use crate::command::{self, cargo, each_line, quiet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A tool at exactly one version.
pub struct Tool {
    /// Name of the program.
    program: &'static str,
    /// Name of the crate.
    source: &'static str,
    version: &'static str,
    /// Flags of the installation beside `--locked`.
    flags: &'static [&'static str],
    /// Approximate number of compiled crates, for the progress.
    crates: usize,
    /// Approximate time of the compilation on two cores, in words.
    time: &'static str,
}

pub const TRUNK: Tool = Tool {
    program: "trunk",
    source: "trunk",
    version: "0.22.1",
    // trunk declares a newer compiler than it needs. It does not compile without TLS, although `offline = true`
    // means that TLS is never used.
    flags: &["--ignore-rust-version", "--no-default-features", "--features", "rustls"],
    crates: 480,
    time: "3 minutes",
};

pub const BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    source: "wasm-bindgen-cli",
    // Must equal the version of `wasm-bindgen` in Cargo.lock; `bundle` checks the two.
    version: "0.2.129",
    // Only the program that writes the glue code: the test runner alone needs TLS.
    flags: &["--bin", "wasm-bindgen", "--no-default-features"],
    crates: 150,
    time: "40 seconds",
};

/// Settings that compile the tools quickly rather than make quick tools, which run for seconds only. On two cores
/// the compilation takes a third of the time of optimisation level 1, and an eighth of the published settings.
const PROFILE: [(&str, &str); 6] = [
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "4"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "0"),
    ("CARGO_PROFILE_RELEASE_PANIC", "abort"),
    ("CARGO_PROFILE_RELEASE_STRIP", "symbols"),
];

impl Tool {
    pub fn version(&self) -> &'static str {
        self.version
    }

    /// Returns the program file, installed if necessary.
    pub fn get(&self) -> Result<PathBuf, String> {
        if let Some(file) = command::find(self.program).filter(|file| self.is(file)) {
            return Ok(file);
        }
        let cache = cache()?;
        let home = cache.join(format!("{}-{}", self.program, self.version));
        let file = home.join("bin").join(format!("{}{}", self.program, std::env::consts::EXE_SUFFIX));
        if !self.is(&file) {
            self.install(&cache, &home)?;
            if !self.is(&file) {
                return Err(format!("{} was installed and does not run", file.display()));
            }
        }
        Ok(file)
    }

    /// Returns true if a file is the tool at its version.
    fn is(&self, file: &Path) -> bool {
        let said = quiet(Command::new(file).arg("--version")).unwrap_or_default();
        // A commit may follow the version.
        said.split_whitespace().nth(1) == Some(self.version)
    }

    fn install(&self, cache: &Path, home: &Path) -> Result<(), String> {
        let start = Instant::now();
        println!(
            "Compiling {} {} into {}: once, about {} on two cores",
            self.source,
            self.version,
            home.display(),
            self.time
        );
        let work = cache.join(format!("build-{}", std::process::id()));
        std::fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;
        let mut install = cargo();
        install
            .args(["install", self.source, "--version", self.version, "--locked", "--force", "--root"])
            .arg(home)
            .args(self.flags)
            .envs(PROFILE)
            .env("CARGO_TARGET_DIR", &work)
            .env("CARGO_TERM_COLOR", "never")
            // Flags for the widget must not reach the tools.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            // Outside the repository, whose .cargo/config.toml cargo would read.
            .current_dir(&work);
        let done = self.follow(&mut install);
        // The folder holds gigabytes that are no longer needed; leftovers are no error.
        let _ = std::fs::remove_dir_all(&work);
        done?;
        println!("  done in {} s", start.elapsed().as_secs());
        Ok(())
    }

    /// Prints a line for every fifty crates. The error holds cargo's messages.
    fn follow(&self, install: &mut Command) -> Result<(), String> {
        let missing = |error: std::io::Error| format!("cannot start cargo: {error}");
        let mut child = install.stderr(Stdio::piped()).stdout(Stdio::null()).spawn().map_err(missing)?;
        let (mut count, mut words) = (0, String::new());
        if let Some(stderr) = child.stderr.take() {
            each_line(stderr, |line| {
                let word = line.split_whitespace().next().unwrap_or_default();
                match word {
                    "Compiling" => {
                        count += 1;
                        if count % 50 == 0 {
                            println!("  {count} of about {} crates", self.crates);
                        }
                    }
                    "Downloaded" | "Downloading" | "Updating" | "Adding" => {}
                    _ => {
                        words.push_str(line);
                        words.push('\n');
                    }
                }
            });
        }
        match child.wait().map_err(missing)?.success() {
            true => Ok(()),
            false => Err(format!("{} {} could not be installed:\n{words}", self.source, self.version)),
        }
    }
}

/// Compilation target of the widget.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target where it is missing.
pub fn target() -> Result<(), String> {
    let name = TARGET;
    // Asks the compiler rather than rustup, so that compilers without rustup work.
    let library = quiet(Command::new("rustc").args(["--print", "target-libdir", "--target", name]));
    let has = |folder: String| std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some());
    if library.is_some_and(has) {
        return Ok(());
    }
    println!("Adding the compiler's WebAssembly target (about 20 MB)");
    command::visible(Command::new("rustup").args(["target", "add", name]))
}

/// Adds rustfmt and clippy, which a minimal rustup leaves out.
pub fn components() -> Result<(), String> {
    let has = |name: &str| quiet(cargo().args([name, "--version"])).is_some();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    println!("Adding rustfmt and clippy");
    command::visible(Command::new("rustup").args(["component", "add", "rustfmt", "clippy"]))
}

/// Installs Python 3 if missing and possible. The tests read the formats with Python.
pub fn python() -> Result<(), String> {
    if quiet(Command::new("python3").arg("--version")).is_some() {
        return Ok(());
    }
    match apt::is_possible() {
        true => apt::install(&["python3"]),
        false => Err("the tests read the formats with Python 3: install python3".to_owned()),
    }
}

/// Returns the tool cache: outside `target/`, so that `cargo clean` keeps the tools, and shared by all clones on
/// the machine.
fn cache() -> Result<PathBuf, String> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = variable("COACHING_TOOLS") {
        // Absolute, since cargo runs in another folder.
        return std::path::absolute(folder).map_err(|error| format!("COACHING_TOOLS: {error}"));
    }
    let base = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library").join("Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    let base = base.ok_or("no cache folder is known: set COACHING_TOOLS to one")?;
    Ok(base.join("coaching-session").join("tools"))
}
