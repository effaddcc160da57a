//! Installs Debian's packages with apt-get. Must not ask a question: without the rights of the administrator it
//! says what to install.

use crate::command::{find, quiet, visible};
use std::process::{Command, Stdio};

/// Returns true if packages of Debian can be installed without a question.
pub fn is_possible() -> bool {
    cfg!(target_os = "linux") && find("apt-get").is_some() && rights().is_some()
}

/// Installs packages of Debian.
pub fn install(packages: &[&str]) -> Result<(), String> {
    let by_hand = || format!("sudo apt-get install {}", packages.join(" "));
    let rights = rights().ok_or_else(by_hand)?;
    println!("Installing {} through apt-get: about a minute", packages.join(", "));
    let apt = |words: &[&str]| {
        let mut all = rights.to_vec();
        // `env`, because sudo drops variables.
        all.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]);
        all.extend(words);
        let (program, rest) = all.split_first().ok_or_else(by_hand)?;
        // Hundreds of lines nobody reads; what goes wrong is on the other stream.
        visible(Command::new(program).args(rest).stdout(Stdio::null()))
    };
    // Old lists may be good enough, so only the installation counts.
    let _ = apt(&["update"]);
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)
}

/// What to write before a command to run it as the administrator without a
/// question; `None` if that is not possible.
fn rights() -> Option<&'static [&'static str]> {
    if quiet(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    quiet(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}
