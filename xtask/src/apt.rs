//! Installs Debian packages with apt-get. Must not ask a question: without administrator rights the error names
//! the command to run.

use crate::command::{find, quiet, visible};
use std::process::{Command, Stdio};

/// Returns true if Debian packages can be installed without a question.
pub fn is_possible() -> bool {
    cfg!(target_os = "linux") && find("apt-get").is_some() && rights().is_some()
}

/// Installs Debian packages.
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
        // The output has hundreds of lines; errors come on the other stream.
        visible(Command::new(program).args(rest).stdout(Stdio::null()))
    };
    // An old package list may suffice, so only the installation has to succeed.
    let _ = apt(&["update"]);
    let mut words = vec!["install", "-y", "--no-install-recommends"];
    words.extend(packages);
    apt(&words)
}

/// Returns the words before a command that run it with administrator rights; `None` if that takes a question.
fn rights() -> Option<&'static [&'static str]> {
    if quiet(Command::new("id").arg("-u")).as_deref() == Some("0") {
        return Some(&[]);
    }
    quiet(Command::new("sudo").args(["-n", "true"])).map(|_| ["sudo", "-n"].as_slice())
}
