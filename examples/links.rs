//! Prints, for each link that the tests keep, its name, its payload, and the JSON record of the half that
//! it carries, parted by tabs: what `cargo xtask links` makes its table of.
//!
//! Measures nothing.

use std::error::Error;
use std::fs;
use std::path::Path;

use coaching_session::wire::link::{Half, read};
use coaching_session::wire::stored::seal;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    for name in ["plan", "first", "renamed", "company", "reply", "record", "long"] {
        let payload = fs::read_to_string(folder.join(format!("link-v1-{name}.txt")))?;
        let link = read(&payload).map_err(|fault| format!("{name}: {fault:?}"))?;
        let record = match &link.half {
            Half::Manager(half) => seal(half),
            Half::Seller { half, .. } => seal(half),
        };
        println!("{name}\t{}\t{record}", payload.trim_end());
    }
    Ok(())
}
