//! Builds the page for release with trunk, wasm-bindgen, tsc and esbuild. Must not serve or test the build.

use crate::command::{cargo, path_with, visible};
use crate::npm;
use crate::tool::{self, BINDGEN, TRUNK};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns the folder that is served and tested.
pub fn site(root: &Path) -> PathBuf {
    root.join("target").join("site")
}

/// Builds the page into a folder. Installs missing tools first.
pub fn build(root: &Path, folder: &Path) -> Result<(), String> {
    tool::target()?;
    npm::packages(root)?;
    let trunk = TRUNK.get()?;
    let bindgen = BINDGEN.get()?;
    println!("Fetching the dependencies");
    // trunk runs cargo offline, and cargo then needs the dependencies of every platform.
    visible(cargo().args(["fetch", "--quiet"]).current_dir(root))?;
    agree(root)?;
    types(root)?;
    println!("Building for release: about a minute the first time");
    let beside = bindgen.parent().unwrap_or(root);
    visible(
        Command::new(trunk)
            .args(["build", "--release", "--dist"])
            .arg(folder)
            .env("PATH", path_with(beside)?)
            // RUSTFLAGS would break at a space in the name of a folder.
            .env("CARGO_ENCODED_RUSTFLAGS", remapped(root).join("\u{1f}"))
            .current_dir(root),
    )?;
    // trunk leaves a lock file, which does not belong on a web server.
    let _ = std::fs::remove_file(folder.join(".trunk-lock"));
    anonymous(root, folder)
}

/// Checks the types of the TypeScript. The service worker has other globals than a page.
pub fn types(root: &Path) -> Result<(), String> {
    ["tsconfig.json", "src/worker/tsconfig.json"].iter().try_for_each(|project| {
        let tsc = ["node_modules/typescript/bin/tsc", "--project", project];
        visible(Command::new("node").args(tsc).current_dir(root))
    })
}

/// Prints the sizes of a build. Fails if the first load exceeds the limit of `size.mjs`.
pub fn sizes(root: &Path, folder: &Path) -> Result<(), String> {
    visible(Command::new("node").arg("xtask/size.mjs").arg(folder).current_dir(root))
}

/// Makes the npm package from a build, and prints its files. Asks no registry.
pub fn package(root: &Path, site: &Path) -> Result<(), String> {
    let folder = root.join("target").join("package");
    visible(Command::new("node").arg("xtask/package.mjs").args([site, &folder]).current_dir(root))?;
    visible(npm::npm()?.args(["pack", "--dry-run", "--offline"]).current_dir(&folder))?;
    println!("The npm package is in target/package: publish it from there with npm publish.");
    Ok(())
}

/// Returns compiler flags that shorten paths of source files in panic messages. Without the builder's folders
/// every machine builds the same page.
fn remapped(root: &Path) -> Vec<String> {
    let registry = cargo_home().join("registry").join("src");
    let entries = std::fs::read_dir(registry).into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
    folders.sort();
    folders.push(root.to_path_buf());
    folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display())).collect()
}

fn cargo_home() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    home.or_else(|| std::env::home_dir().map(|home| home.join(".cargo"))).unwrap_or_default()
}

/// Fails if a built file contains the path of a folder of this machine.
fn anonymous(root: &Path, folder: &Path) -> Result<(), String> {
    let folders = [Some(root.to_path_buf()), Some(cargo_home()), std::env::home_dir()];
    let entries = std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for file in entries.flatten().map(|entry| entry.path()) {
        let bytes = std::fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        for private in folders.iter().flatten().filter(|private| private.components().count() > 1) {
            if holds(&bytes, private.as_os_str().as_encoded_bytes()) {
                return Err(format!("{} names the folder {}", file.display(), private.display()));
            }
        }
    }
    Ok(())
}

fn holds(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// Fails if the wasm-bindgen crate and its command-line tool differ in version. Without this check trunk would
/// only complain that a download is not allowed.
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

/// Returns the version of a package in a lock file.
fn locked<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::{anonymous, locked};
    use std::path::Path;

    #[test]
    fn version_is_read_from_the_lock_file() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\n";
        assert_eq!(locked(lock, "wasm-bindgen"), Some("0.2.129"));
        assert_eq!(locked(lock, "yew"), None);
    }

    #[test]
    fn build_that_names_the_checkout_is_refused() {
        let folder = std::env::temp_dir().join(format!("coaching-anonymous-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let root = Path::new("/somewhere/checkout");
        std::fs::write(folder.join("a.wasm"), b"\0asm src/shell/app.rs").expect("a file");
        assert_eq!(anonymous(root, &folder), Ok(()));
        std::fs::write(folder.join("a.wasm"), b"\0asm /somewhere/checkout/src/lib.rs").expect("a file");
        assert!(anonymous(root, &folder).is_err());
        let _ = std::fs::remove_dir_all(folder);
    }
}
