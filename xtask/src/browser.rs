//! Finding, installing and opening a browser. It must not decide how the tests
//! drive it, and installs only what it names first, only where no question
//! would have to be asked.

use crate::command::{find, quiet, visible};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Programs that are Chromium or built on it, the plain one first.
const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

const WANTED: &str = "the browser tests need Chromium: install Chromium, Chrome or Edge, \
                      or name its program in COACHING_CHROMIUM";

/// The program of a Chromium, installed if that is possible.
pub fn chromium() -> Result<PathBuf, String> {
    if let Some(file) = std::env::var_os("COACHING_CHROMIUM").map(PathBuf::from) {
        let missing = || format!("COACHING_CHROMIUM names no file: {}", file.display());
        return if file.is_file() { Ok(file) } else { Err(missing()) };
    }
    if let Some(file) = installed() {
        return Ok(file);
    }
    install()?;
    installed().ok_or_else(|| WANTED.to_owned())
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| find(name)).or_else(|| places().into_iter().find(|file| file.is_file()))
}

/// Where the installers of macOS and Windows put it: not on PATH.
fn places() -> Vec<PathBuf> {
    let below = |variable: &str, path: &[&str]| {
        let base = std::env::var_os(variable).filter(|value| !value.is_empty())?;
        Some(std::iter::once(PathBuf::from(base)).chain(path.iter().map(PathBuf::from)).collect())
    };
    let mut found = Vec::new();
    if cfg!(target_os = "macos") {
        for name in ["Chromium", "Google Chrome", "Microsoft Edge"] {
            let inside: PathBuf =
                [format!("{name}.app").as_str(), "Contents", "MacOS", name].iter().collect();
            found.push(PathBuf::from("/Applications").join(&inside));
            found.extend(below("HOME", &["Applications"]).map(|folder: PathBuf| folder.join(&inside)));
        }
    } else if cfg!(windows) {
        for variable in ["LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)"] {
            found.extend(below(variable, &["Chromium", "Application", "chrome.exe"]));
            found.extend(below(variable, &["Google", "Chrome", "Application", "chrome.exe"]));
            found.extend(below(variable, &["Microsoft", "Edge", "Application", "msedge.exe"]));
        }
    }
    found
}

fn install() -> Result<(), String> {
    if cfg!(target_os = "linux") && find("apt-get").is_some() {
        let Some(rights) = rights() else {
            return Err(format!("{WANTED} (here: sudo apt-get install chromium)"));
        };
        println!("Installing Chromium through apt-get: about a minute");
        let apt = |words: &[&str]| {
            let mut all = rights.to_vec();
            // `env`, because sudo drops variables.
            all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
            all.extend(words);
            let (program, rest) = all.split_first().ok_or(WANTED)?;
            // Hundreds of lines nobody reads; what goes wrong is on the other stream.
            visible(Command::new(program).args(rest).stdout(Stdio::null()))
        };
        // Old lists may be good enough, so only the installation counts.
        let _ = apt(&["update"]);
        return apt(&["install", "-y", "chromium"]);
    }
    if cfg!(target_os = "macos") && find("brew").is_some() {
        println!("Installing Chromium through Homebrew: about a minute");
        return visible(Command::new("brew").args(["install", "--cask", "chromium"]));
    }
    Err(WANTED.to_owned())
}

/// What to write before a command to run it as the administrator without a
/// question; `None` if that is not possible.
fn rights() -> Option<&'static [&'static str]> {
    if quiet(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    quiet(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}

/// Opens an address in the person's own browser; if that fails, the printed
/// address is still there to be copied.
pub fn open(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else {
        Command::new("xdg-open")
    };
    if command.arg(address).spawn().is_err() {
        println!("No browser could be opened: open the address yourself.");
    }
}
