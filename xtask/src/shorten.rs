//! Shortens the names by which the program asks its glue for functions, and
//! drops the sections that only debuggers read: wasm-bindgen ends each of more
//! than a hundred names with sixteen random digits, which do not compress and
//! stand in both files. Measured: 3.6 KB of 126 KB brotli. The program is packed last. The glue's own ways of loading the program go too,
//! as element.js has a shorter one: another 0.5 KB. It must not change what the
//! files do.

use crate::glue;
use crate::order::ordered;
use crate::pack;
use crate::places::without_places;
use crate::script::Terser;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The module by whose name the program asks; only its functions are renamed.
const MODULE: &str = "./coaching-session_bg.js";

/// The name in its place.
const SHORT_MODULE: &str = "b";

/// How the name of the program ends, and how it ends once it is packed: in a type of file that every
/// server knows.
const MODULE_END: &str = "_bg.wasm";
const PACKED_END: &str = ".bin";

/// The script that becomes a part of the glue.
const PLATFORM: &str = "platform.js";

/// What of it the tests in a browser call by name.
const CALLED: &str = "export{ask,copy,mail,share,shareUrl};";

/// What has the program unpacked, as a part of the glue.
const UNPACK: &str = include_str!("../../src/shell/unpack.js");

/// The scripts beside the glue.
const SCRIPTS: [&str; 4] = ["element.js", "ways.js", "qr.js", "404.js"];

/// Files that get a hash into their names, as trunk gives one to others, each
/// with the script that names it; a script comes after all that it names.
const NAMED: [(&str, &str); 3] = [("qr_bg.wasm", "qr.js"), ("qr.js", "ways.js"), ("ways.js", PLATFORM)];

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const DATA: u8 = 11;

/// Shortens the names and the scripts in a built folder, and packs the program behind the module that unpacks it.
pub fn shorten(folder: &Path, unpack: &[u8], terser: Option<&Terser>) -> Result<(), String> {
    let short = |text: &str| terser.map_or_else(|| Ok(text.to_owned()), |terser| terser.shortened(text));
    for script in SCRIPTS {
        rewritten(&folder.join(script), short)?;
    }
    let program = one(folder, MODULE_END)?;
    let name = program.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    // The two share the beginning of their names, but not the hash behind it.
    let glue_file = one(folder, ".js")?;
    for (name, user) in NAMED {
        name_by_content(folder, name, &[&folder.join(user)])?;
    }
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let mut names = BTreeMap::new();
    let shorter = renamed(&fs::read(&program).map_err(failed)?, &mut names)
        .and_then(|module| pack::file(&ordered(&module)?, unpack))
        .ok_or_else(|| format!("{name} is not laid out as a WebAssembly module, or does not come back as it was packed: see pack.rs"))?;
    let text = loaded_by_us(&glue_with(&fs::read_to_string(&glue_file).map_err(failed)?, &names)?)?;
    let platform = folder.join(PLATFORM);
    let text =
        with_platform(&glue::shorter(&text)?, &fs::read_to_string(&platform).map_err(failed)?)? + UNPACK;
    fs::remove_file(platform).map_err(failed)?;
    let text = short(&text)?;
    let page = folder.join("index.html");
    let mut html = fs::read_to_string(&page).map_err(failed)?;
    for (old, bytes) in [(&program, shorter), (&glue_file, text.into_bytes())] {
        let name = old.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let new = hashed(name, &bytes)
            .map(|new| new.replace(MODULE_END, PACKED_END))
            .filter(|_| html.contains(name));
        let new = new.ok_or_else(|| format!("index.html does not name {name}, or it has no hash"))?;
        fs::write(folder.join(&new), bytes).map_err(failed)?;
        if new != name {
            fs::remove_file(old).map_err(failed)?;
            html = html.replace(name, &new);
        }
    }
    // Trunk reads it, and nobody else.
    fs::write(page, html.replace(" data-integrity=none", "")).map_err(failed)
}

/// The glue with what it imports from a script of ours, in one file: 0.2 KB less than in two. Where the same
/// name stands in both terser says so.
fn with_platform(glue: &str, platform: &str) -> Result<String, String> {
    let odd = || format!("the glue does not import from {PLATFORM} as it did: see shorten.rs");
    let (before, behind) = glue.split_once(&format!("}}from\"./{PLATFORM}\";")).ok_or_else(odd)?;
    let (before, names) = before.rsplit_once("import{").ok_or_else(odd)?;
    let mut text = format!("{before}{behind}{};{CALLED}", platform.replace("export const ", "const "));
    // Each is imported under a name of the glue's own.
    for name in names.split(',') {
        let (theirs, own) = name.split_once(" as ").ok_or_else(odd)?;
        text.push_str(&format!("const {own}={theirs};"));
    }
    Ok(text)
}

/// Writes a text file anew.
fn rewritten(file: &Path, change: impl Fn(&str) -> Result<String, String>) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", file.display());
    let text = change(&fs::read_to_string(file).map_err(failed)?)?;
    fs::write(file, text).map_err(failed)
}

/// Puts a hash of what a file holds into its name, also where others name it.
fn name_by_content(folder: &Path, name: &str, users: &[&Path]) -> Result<(), String> {
    let file = folder.join(name);
    let failed = |error: std::io::Error| format!("{name}: {error}");
    let new = with_hash(name, &fs::read(&file).map_err(failed)?);
    for user in users {
        rewritten(user, |text| {
            let named = text.contains(name).then(|| text.replace(name, &new));
            named.ok_or_else(|| format!("{} does not name {name}", user.display()))
        })?;
    }
    fs::rename(&file, folder.join(new)).map_err(failed)
}

/// A name without a hash, with one.
fn with_hash(name: &str, bytes: &[u8]) -> String {
    let (before, rest) = name.split_at(name.find(['_', '.']).unwrap_or(name.len()));
    format!("{before}-{:016x}{rest}", hash(bytes))
}

/// FNV-1a, 64 bits.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The name with a hash of what the file holds now: a browser keeps a file for
/// as long as it likes, so other content needs another name.
fn hashed(name: &str, bytes: &[u8]) -> Option<String> {
    let (before, rest) = name.rsplit_once('-')?;
    let end = rest.find(['_', '.'])?;
    Some(format!("{before}-{:016x}{}", hash(bytes), rest.get(end..)?))
}

/// The one file of the program with that ending.
fn one(folder: &Path, ending: &str) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let fits = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        name.starts_with("coaching-session-") && name.ends_with(ending)
    };
    let mut found = entries.flatten().map(|entry| entry.path()).filter(fits);
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!("expected one coaching-session-…{ending} in {}", folder.display())),
    }
}

/// The glue with the new names. Each name has to be there: a program that asks
/// for what the glue does not have would not start.
fn glue_with(glue: &str, names: &BTreeMap<String, String>) -> Result<String, String> {
    let mut text = glue.replace(&format!("\"{MODULE}\""), &format!("\"{SHORT_MODULE}\""));
    if text == glue {
        return Err(format!("the glue does not name {MODULE}"));
    }
    // From the back, so that no name is replaced within a longer one.
    for (long, short) in names.iter().rev() {
        if !text.contains(long.as_str()) {
            return Err(format!("the glue does not have {long}"));
        }
        text = text.replace(long.as_str(), short);
    }
    Ok(text)
}

/// The glue without its ways of loading the program. In their place it offers
/// what they are made of: what the program imports, and what is done once it
/// is there.
fn loaded_by_us(glue: &str) -> Result<String, String> {
    let odd = || "the glue does not end as wasm-bindgen ends it: see shorten.rs".to_owned();
    let (kept, loading) = glue.split_once("async function __wbg_load(").ok_or_else(odd)?;
    if !loading.ends_with("export{initSync,__wbg_init as default};") {
        return Err(odd());
    }
    let parts = ["__wbg_get_imports", "__wbg_finalize_init"];
    if parts.iter().any(|part| !kept.contains(&format!("function {part}("))) {
        return Err(odd());
    }
    Ok(format!("{kept}export{{{} as imports,{} as begin}};", parts[0], parts[1]))
}

/// The module with new names for what it imports, noted in `names`, and without
/// custom sections; `None` where the bytes are no module.
fn renamed(module: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut bytes = Bytes { rest: module };
    let mut out = bytes.take(8)?.to_vec();
    while let Some(id) = bytes.byte() {
        let length = bytes.number()?;
        let section = bytes.take(length)?;
        match id {
            CUSTOM => {}
            IMPORT => push_section(&mut out, id, &imports(section, names)?),
            DATA => push_section(&mut out, id, &without_places(section)?.0),
            _ => push_section(&mut out, id, section),
        }
    }
    Some(out)
}

pub fn push_section(out: &mut Vec<u8>, id: u8, section: &[u8]) {
    out.push(id);
    push_number(out, section.len());
    out.extend_from_slice(section);
}

/// The import section (WebAssembly core specification, 5.5.5) with short names.
fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut bytes = Bytes { rest: section };
    let count = bytes.number()?;
    let mut out = Vec::new();
    push_number(&mut out, count);
    for _ in 0..count {
        let (module, name) = (bytes.name()?, bytes.name()?);
        let before = bytes.rest;
        // Only functions are imported: a kind of 0, and the number of a type.
        if module != MODULE || bytes.byte()? != 0 {
            return None;
        }
        bytes.number()?;
        let kind = before.get(..before.len().checked_sub(bytes.rest.len())?)?;
        let next = short(names.len());
        let name = names.entry(name.to_owned()).or_insert(next);
        for text in [SHORT_MODULE, name] {
            push_number(&mut out, text.len());
            out.extend_from_slice(text.as_bytes());
        }
        out.extend_from_slice(kind);
    }
    bytes.rest.is_empty().then_some(out)
}

/// The short name of that number: a, b, ... z, ba, bb, ...
fn short(number: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
    match number / 26 {
        0 => letter.to_string(),
        more => format!("{}{letter}", short(more)),
    }
}

/// An unsigned LEB128 number, as WebAssembly writes lengths.
pub fn push_number(out: &mut Vec<u8>, mut number: usize) {
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or(0);
        number >>= 7;
        out.push(if number == 0 { low } else { low | 0x80 });
        if number == 0 {
            return;
        }
    }
}

pub struct Bytes<'a> {
    pub rest: &'a [u8],
}

impl<'a> Bytes<'a> {
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    pub fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub fn number(&mut self) -> Option<usize> {
        let mut number = 0_usize;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn name(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one custom section, one import and one section of bytes.
    fn module(name: &str) -> Vec<u8> {
        let mut import = vec![1];
        for text in [MODULE, name] {
            push_number(&mut import, text.len());
            import.extend_from_slice(text.as_bytes());
        }
        import.extend_from_slice(&[0, 0x85, 0x01]);
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        push_section(&mut out, CUSTOM, b"\x04name");
        push_section(&mut out, IMPORT, &import);
        push_section(&mut out, 10, &[1, 2, 3]);
        out
    }

    #[test]
    fn imports_are_renamed_and_the_rest_stays() {
        let mut names = BTreeMap::new();
        let out = renamed(&module("__wbg_now_0123456789abcdef"), &mut names).expect("a module");
        assert_eq!(out, b"\0asm\x01\0\0\0\x02\x08\x01\x01b\x01a\x00\x85\x01\x0a\x03\x01\x02\x03");
        let glue = format!("{{\"{MODULE}\":{{__wbg_now_0123456789abcdef:f}}}}");
        assert_eq!(glue_with(&glue, &names).expect("a glue"), "{\"b\":{a:f}}");
    }

    #[test]
    fn what_does_not_fit_together_is_an_error() {
        let mut names = BTreeMap::new();
        assert_eq!(renamed(b"\0asm\x01\0\0\0\x02\x05\x01", &mut names), None);
        let names = BTreeMap::from([("__wbg_x".to_owned(), "a".to_owned())]);
        assert!(glue_with("nothing", &names).is_err());
        assert!(glue_with(&format!("\"{MODULE}\""), &names).is_err());
    }

    #[test]
    fn the_glue_loses_its_ways_of_loading_and_offers_their_parts() {
        let kept = "function __wbg_get_imports(){}function __wbg_finalize_init(e,t){}";
        let own = "async function __wbg_load(e,t){}function initSync(e){}async function __wbg_init(e){}";
        let end = "export{initSync,__wbg_init as default};";
        assert_eq!(
            loaded_by_us(&format!("{kept}{own}{end}")).expect("a glue"),
            format!("{kept}export{{__wbg_get_imports as imports,__wbg_finalize_init as begin}};")
        );
        for odd in [format!("{own}{end}"), format!("{kept}{end}"), format!("{kept}{own}")] {
            assert!(loaded_by_us(&odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn what_the_glue_imports_from_us_stands_in_it() {
        let glue = "import{a as x}from\"./element.js\";import{b as y,c as z}from\"./platform.js\";y();";
        let merged = with_platform(glue, "export const b=1;");
        assert_eq!(
            merged.as_deref(),
            Ok(
                "import{a as x}from\"./element.js\";y();const b=1;;export{ask,copy,mail,share,shareUrl};const y=b;const z=c;"
            )
        );
        for odd in ["b();", "import{b}from\"./platform.js\";", "import b from\"./platform.js\";"] {
            assert!(with_platform(odd, "").is_err(), "{odd}");
        }
    }

    #[test]
    fn a_file_is_named_by_what_it_holds() {
        // The offset basis is the hash of nothing.
        let name = |name: &str, bytes: &[u8]| hashed(name, bytes).expect("a name with a hash");
        assert_eq!(name("coaching-session-0a.js", b""), "coaching-session-cbf29ce484222325.js");
        assert_eq!(name("coaching-session-0a_bg.wasm", b"a"), "coaching-session-af63dc4c8601ec8c_bg.wasm");
        assert_eq!(hashed("name.js", b""), None);
        assert_eq!(with_hash("qr.js", b""), "qr-cbf29ce484222325.js");
        assert_eq!(with_hash("qr_bg.wasm", b"a"), "qr-af63dc4c8601ec8c_bg.wasm");
    }

    #[test]
    fn short_names_differ() {
        let names: Vec<String> = (0..800).map(short).collect();
        let mut sorted = names.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(sorted.len(), names.len());
    }
}
