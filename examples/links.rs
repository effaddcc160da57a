//! Prints the table "Length of links" of docs/figures.md: characters behind `#cs=` of the links in tests/fixtures.

use std::error::Error;
use std::fs;
use std::path::Path;

use coaching_session::wire::link::read;

/// Links by the names of their files, each with a description of its content.
const LINKS: [(&str, &str); 7] = [
    ("plan", "a plan as the form makes it"),
    ("first", "the same for two who never met"),
    ("renamed", "a plan with an item renamed"),
    ("company", "a plan of a company's own type"),
    ("reply", "a reply: two topics, three pieces of evidence"),
    ("record", "a record with three notes of 80 characters"),
    ("long", "a record with two notes of 200 characters"),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    println!("| what the link carries | characters |\n| --- | ---: |");
    for (name, carries) in LINKS {
        let file = fs::read_to_string(folder.join(format!("link-v1-{name}.txt")))?;
        let payload = file.trim_end();
        read(payload).map_err(|fault| format!("{name}: {fault:?}"))?;
        println!("| {carries} | {} |", payload.len());
    }
    Ok(())
}
