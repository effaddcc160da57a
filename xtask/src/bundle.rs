//! The release build of the page by trunk. It must not serve, measure or test
//! what it builds.

use crate::command::{cargo, path_with, visible};
use crate::script::Terser;
use crate::shorten::shorten;
use crate::tool::{self, BINDGEN, TARGET, TRUNK};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Builds for serving and testing; returns the folder.
pub fn site(root: &Path) -> Result<PathBuf, String> {
    let folder = root.join("target").join("site");
    build(root, &folder)?;
    Ok(folder)
}

/// Builds the page into a folder, with all that takes.
pub fn build(root: &Path, folder: &Path) -> Result<(), String> {
    tool::target()?;
    let trunk = TRUNK.get()?;
    let bindgen = BINDGEN.get()?;
    println!("Fetching the dependencies");
    // trunk is offline and makes cargo so, for every platform's dependencies.
    visible(cargo().args(["fetch", "--quiet"]).current_dir(root))?;
    agree(root)?;
    println!("Building for release: about a minute the first time");
    let beside = bindgen.parent().unwrap_or(root);
    visible(
        Command::new(trunk)
            .args(["build", "--release", "--dist"])
            .arg(folder)
            .env("PATH", path_with(beside)?)
            .env(FLAGS, flags())
            .current_dir(root),
    )?;
    drawing(root, folder, &bindgen)?;
    // trunk's own mark, which has no place on a web server.
    let _ = std::fs::remove_file(folder.join(".trunk-lock"));
    let (unpack, terser) = (unpacker(root)?, Terser::get(root)?);
    shorten(folder, &unpack, terser.as_ref())
}

/// The module that lays the packed program back.
fn unpacker(root: &Path) -> Result<Vec<u8>, String> {
    let file = compiled(root, "unpack")?;
    std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Compiles a package of the workspace into a module of its own, with the same flags, so that what it
/// shares with the program is compiled once.
fn compiled(root: &Path, package: &str) -> Result<PathBuf, String> {
    let target = root.join("target");
    visible(
        cargo()
            .args(["build", "--quiet", "--release", "--package", package, "--target", TARGET, "--target-dir"])
            .arg(&target)
            .env(FLAGS, flags())
            .current_dir(root),
    )?;
    Ok(target.join(TARGET).join("release").join(format!("{package}.wasm")))
}

/// Adds the module that draws QR codes, which the page asks for when somebody needs it.
fn drawing(root: &Path, folder: &Path, bindgen: &Path) -> Result<(), String> {
    let module = compiled(root, "qr")?;
    visible(
        Command::new(bindgen)
            .args(["--target", "web", "--no-typescript", "--remove-producers-section", "--out-dir"])
            .arg(folder)
            .arg(module),
    )
}

/// Not RUSTFLAGS: a folder's name may have spaces.
const FLAGS: &str = "CARGO_ENCODED_RUSTFLAGS";

/// What the compiler is told for the page alone, as cargo reads it.
fn flags() -> String {
    // Each measured by the download alone. What is copied is copied by one
    // instruction (`memory.copy`) instead of word by word: 4.1 KB; what two
    // branches end with alike stays in both: 0.5 KB; loops without their counters
    // rewritten: 0.9 KB; results not computed ahead on some paths: 0.2 KB.
    let flags = [
        "-max-store-memcpy=1",
        "-max-store-memmove=1",
        "-simplifycfg-sink-common=false",
        "-disable-lsr",
        "-enable-pre=false",
    ];
    let mut flags: Vec<String> = flags.iter().map(|flag| format!("-Cllvm-args={flag}")).collect();
    // Panics name source files. Without the folders of whoever builds, which are
    // nobody else's business, the same page comes out on every machine.
    flags.extend(sources().iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())));
    flags.join("\u{1f}")
}

/// The folders that cargo unpacked the dependencies into, one for each registry.
fn sources() -> Vec<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default();
    let entries = std::fs::read_dir(home.join("registry").join("src")).into_iter().flatten();
    let mut folders: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    folders
}

/// The glue's writer and the crate must have one version: said in words here,
/// as trunk would only say that a download is not allowed.
fn agree(root: &Path) -> Result<(), String> {
    let lock =
        std::fs::read_to_string(root.join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    match locked(&lock, "wasm-bindgen") {
        Some(version) if version == BINDGEN.version() => Ok(()),
        Some(version) => Err(format!(
            "Cargo.lock has wasm-bindgen {version}, xtask/src/tool.rs has {}: make them equal",
            BINDGEN.version()
        )),
        None => Err("Cargo.lock has no wasm-bindgen".to_owned()),
    }
}

/// The version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked(lock, "yew"), None);
    }
}
