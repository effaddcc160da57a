//! Finds, installs and opens browsers. Must not decide how tests drive them, and must not ask a question before
//! an installation.

use crate::apt;
use crate::command::{find, visible};
use std::path::PathBuf;
use std::process::Command;

/// Programs that are Chromium or built on Chromium, in the order of preference.
const NAMES: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

const WANTED: &str = "the browser tests need Chromium: install Chromium, Chrome or Edge, \
                      or name its program in COACHING_CHROMIUM";

/// Debian's headless Chromium: name of the package and of the program.
const HEADLESS: &str = "chromium-headless-shell";

/// Returns the program of a Chromium, installed if possible.
pub fn chromium() -> Result<PathBuf, String> {
    if let Some(file) = named("COACHING_CHROMIUM")? {
        return Ok(file);
    }
    if let Some(file) = installed() {
        return Ok(file);
    }
    install()?;
    installed().ok_or_else(|| WANTED.to_owned())
}

/// Returns the program of a headless Chromium, which runs tests in half the time; else of any Chromium.
pub fn headless() -> Result<PathBuf, String> {
    if std::env::var_os("COACHING_CHROMIUM").is_none() {
        if find(HEADLESS).is_none() && apt::is_possible() {
            // Any other Chromium works too, only slower.
            let _ = apt::install(&[HEADLESS]);
        }
        if let Some(file) = find(HEADLESS) {
            return Ok(file);
        }
    }
    chromium()
}

/// Returns the program of Firefox, installed if possible.
pub fn firefox() -> Result<PathBuf, String> {
    let found = || find("firefox-esr").or_else(|| find("firefox"));
    if let Some(file) = named("COACHING_FIREFOX")?.or_else(found) {
        return Ok(file);
    }
    let wanted = "the journey in Firefox needs firefox or firefox-esr, or its program in COACHING_FIREFOX";
    if apt::is_possible() {
        apt::install(&["firefox-esr"])?;
    }
    found().ok_or_else(|| wanted.to_owned())
}

/// Returns WebKitGTK's MiniBrowser, installed with its driver and a virtual display if possible.
pub fn webkit() -> Result<PathBuf, String> {
    let found = || {
        find("WebKitWebDriver")?;
        find("xvfb-run")?;
        let folders = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = folders
            .flat_map(|folder| ["webkit2gtk-4.1", "webkit2gtk-4.0"].map(|name| folder.path().join(name)))
            .map(|folder| folder.join("MiniBrowser"))
            .filter(|file| file.is_file())
            .collect();
        files.sort();
        files.pop()
    };
    if let Some(file) = named("COACHING_WEBKIT")?.or_else(found) {
        return Ok(file);
    }
    if apt::is_possible() {
        apt::install(&["webkit2gtk-driver", "xvfb", "xauth"])?;
    }
    found().ok_or_else(|| "the journey in WebKitGTK needs webkit2gtk-driver and xvfb".to_owned())
}

/// Returns the program that an environment variable names; `None` if the variable is not set.
fn named(variable: &str) -> Result<Option<PathBuf>, String> {
    let Some(file) = std::env::var_os(variable).map(PathBuf::from) else {
        return Ok(None);
    };
    let missing = || format!("{variable} names no file: {}", file.display());
    if file.is_file() { Ok(Some(file)) } else { Err(missing()) }
}

fn installed() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| find(name)).or_else(|| places().into_iter().find(|file| file.is_file()))
}

/// Returns the places of Chromium on macOS and Windows, whose installers leave PATH alone.
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
        return apt::install(&["chromium"]).map_err(|error| format!("{WANTED} ({error})"));
    }
    if cfg!(target_os = "macos") && find("brew").is_some() {
        println!("Installing Chromium through Homebrew: about a minute");
        return visible(Command::new("brew").args(["install", "--cask", "chromium"]));
    }
    Err(WANTED.to_owned())
}

/// Opens an address in the person's own browser. If that fails, the person can still copy the printed address.
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
