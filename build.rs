//! Puts the widget's stylesheets together, in the order of the list, without comments and needless
//! white space: everybody downloads them. Never changes what they mean, and needs no tool.

use std::path::Path;
use std::{env, fs};

const PARTS: [&str; 17] = [
    "layers",
    "tokens",
    "base",
    "parts/button",
    "parts/field",
    "parts/notice",
    "parts/frame",
    "parts/home",
    "parts/file",
    "parts/form",
    "parts/agenda",
    "parts/session",
    "parts/timer",
    "parts/over",
    "parts/note",
    "parts/summary",
    "parts/prepare",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=styles");
    println!("cargo:rerun-if-changed=build.rs");
    let mut looks = String::new();
    for part in PARTS {
        looks.push_str(&squeezed(&fs::read_to_string(format!("styles/{part}.css"))?));
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo did not name a folder for the output")?;
    fs::write(Path::new(&out).join("looks.css"), looks)?;
    Ok(())
}

/// CSS without comments, and with white space only where two words meet. Spaces around `+`, `-` and
/// before `(` or `:` can have a meaning, so only those at braces, semicolons and commas go.
fn squeezed(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        plain.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    let mut squeezed = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    for (loose, tight) in [
        (" {", "{"),
        ("{ ", "{"),
        ("; ", ";"),
        (";}", "}"),
        (" }", "}"),
        ("} ", "}"),
        (", ", ","),
        (": ", ":"),
    ] {
        squeezed = squeezed.replace(loose, tight);
    }
    squeezed
}
