//! The pinned build tools: found on PATH, else in a cache of their own, else
//! compiled from their published source. Nothing else may choose a version,
//! and nothing here may change what is installed for other projects.

use crate::apt;
use crate::command::{self, cargo, each_line, quiet};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// One tool at exactly one version.
pub struct Tool {
    /// What its program is called.
    program: &'static str,
    /// The crate it comes from.
    source: &'static str,
    version: &'static str,
    /// How it is installed beyond `--locked`.
    flags: &'static [&'static str],
    /// How many crates are compiled, for the progress shown.
    crates: usize,
    /// How long that takes on two cores.
    time: &'static str,
}

pub const TRUNK: Tool = Tool {
    program: "trunk",
    source: "trunk",
    version: "0.22.1",
    // It asks for a newer compiler than it needs, and refuses to compile with
    // no TLS at all, although `offline = true` keeps it from ever using it.
    flags: &["--ignore-rust-version", "--no-default-features", "--features", "rustls"],
    crates: 480,
    time: "3 minutes",
};

pub const BINDGEN: Tool = Tool {
    program: "wasm-bindgen",
    source: "wasm-bindgen-cli",
    // Must equal the `wasm-bindgen` in Cargo.lock; `bundle` checks it.
    version: "0.2.129",
    // Only the program that writes the glue; TLS is for its test runner.
    flags: &["--bin", "wasm-bindgen", "--no-default-features"],
    crates: 150,
    time: "40 seconds",
};

/// The tools run for seconds and are compiled for minutes, so they are
/// compiled as fast as it goes: on two cores this takes a third of the time of
/// optimisation level 1, and an eighth of that of the published settings.
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

    /// The program file, installed if need be.
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

    /// Whether this file is the tool, at its version.
    fn is(&self, file: &Path) -> bool {
        let said = quiet(Command::new(file).arg("--version")).unwrap_or_default();
        // More may follow, such as a commit.
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
            // Flags meant for the widget have no business in the tools.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS")
            .env_remove("CARGO_BUILD_TARGET")
            // Away from the repository, whose .cargo/config.toml cargo would read.
            .current_dir(&work);
        let done = self.follow(&mut install);
        // Gigabytes nobody needs again; a leftover is a nuisance, not an error.
        let _ = std::fs::remove_dir_all(&work);
        done?;
        println!("  done in {} s", start.elapsed().as_secs());
        Ok(())
    }

    /// Shows one line for every fifty crates, and cargo's words on failure.
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

/// What the widget is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target where it is missing.
pub fn target() -> Result<(), String> {
    let name = TARGET;
    // Asks the compiler, not rustup, so that a compiler from elsewhere works.
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

/// Installs Python 3 where it is missing and can be: the tests read the formats with it.
pub fn python() -> Result<(), String> {
    if quiet(Command::new("python3").arg("--version")).is_some() {
        return Ok(());
    }
    match apt::is_possible() {
        true => apt::install(&["python3"]),
        false => Err("the tests read the formats with Python 3: install python3".to_owned()),
    }
}

/// Outside `target/`, so that cleaning the build keeps the tools, and shared by
/// all clones on the machine.
fn cache() -> Result<PathBuf, String> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = variable("COACHING_TOOLS") {
        // Made absolute, since cargo runs in another folder.
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
