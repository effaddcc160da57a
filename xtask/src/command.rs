//! Starts other programs: quietly, visibly, or visibly with a copy of their output. Must not know the purpose of
//! a program, and never goes through a shell.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Returns a command of the cargo that runs xtask, so that one toolchain does everything.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Returns the output of a program; `None` if the program is missing or fails.
pub fn quiet(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs a program that writes straight to the terminal.
pub fn visible(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| failed(command, &error.to_string()))?;
    if status.success() { Ok(()) } else { Err(failed(command, &status.to_string())) }
}

/// Runs a program and prints its standard output line by line. Returns the output, and true if the program
/// succeeded.
pub fn heard(command: &mut Command) -> Result<(String, bool), String> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().map_err(|error| failed(command, &error.to_string()))?;
    let mut text = String::new();
    if let Some(stdout) = child.stdout.take() {
        each_line(stdout, |line| {
            let mut out = std::io::stdout().lock();
            // A closed terminal must not stop the checks.
            let _ = writeln!(out, "{line}");
            text.push_str(line);
            text.push('\n');
        });
    }
    let status = child.wait().map_err(|error| failed(command, &error.to_string()))?;
    Ok((text, status.success()))
}

/// Calls a function with each line of a stream. Invalid UTF-8 is replaced.
pub fn each_line(stream: impl std::io::Read, mut call: impl FnMut(&str)) {
    let mut reader = BufReader::new(stream);
    let mut bytes = Vec::new();
    while matches!(reader.read_until(b'\n', &mut bytes), Ok(length) if length > 0) {
        call(String::from_utf8_lossy(&bytes).trim_end_matches(['\r', '\n']));
        bytes.clear();
    }
}

/// Finds a program by name on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// Returns PATH with one more folder in front.
pub fn path_with(folder: &Path) -> Result<std::ffi::OsString, String> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = std::iter::once(folder.to_path_buf()).chain(std::env::split_paths(&old));
    std::env::join_paths(all).map_err(|error| format!("PATH cannot hold {}: {error}", folder.display()))
}

/// Returns a command as a person would type it, with the program's file name only.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or(OsStr::new("?"));
    std::iter::once(program)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

fn failed(command: &Command, why: &str) -> String {
    format!("`{}` failed: {why}", shown(command))
}
