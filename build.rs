//! Puts the widget's stylesheets together, in the order of the list, without comments and needless
//! white space: everybody downloads them. Never changes what they mean, and needs no tool.

use std::path::Path;
use std::{env, fs};

const PARTS: [&str; 18] = [
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
    "parts/share",
];

const LAYER: &str = "@layer parts{";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=styles");
    println!("cargo:rerun-if-changed=build.rs");
    let mut looks = String::new();
    let mut within = false;
    for part in PARTS {
        let css = squeezed(&fs::read_to_string(format!("styles/{part}.css"))?);
        match css.strip_prefix(LAYER) {
            // It goes on in the layer of the one before.
            Some(rest) if within => {
                looks.pop();
                looks.push_str(rest);
            }
            _ => looks.push_str(&css),
        }
        within = css.starts_with(LAYER);
    }
    let out = env::var_os("OUT_DIR").ok_or("cargo did not name a folder for the output")?;
    fs::write(Path::new(&out).join("looks.css"), looks)?;
    Ok(())
}

/// CSS without comments, and with white space only where two words meet. Spaces around `+`, `-` and
/// before `(` or `:` can have a meaning, so only those at braces, semicolons, commas and comparisons go.
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
        (" > ", ">"),
        (" < ", "<"),
        (" >= ", ">="),
    ] {
        squeezed = squeezed.replace(loose, tight);
    }
    squeezed
}
