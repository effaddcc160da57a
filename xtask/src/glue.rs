//! Says shorter what wasm-bindgen's glue says at length: it works around browsers of years ago, keeps
//! what is cheap to make anew, and says everything out at each of a hundred imports. The browsers that
//! know the stylesheet's `light-dark()` (2024) need none of that. Measured: 1.2 KB of 3.6 KB brotli.
//!
//! Each rule names exactly what it replaces, and one that finds nothing stops the build: then the glue
//! looks different, and the rule has to be read again. It must not change what the glue does.

use crate::shorten::hash;
use std::collections::BTreeMap;

/// What is said shorter, and how. A mark such as `①` stands for whatever is there, without braces or
/// semicolons, and where it comes again for the same.
const RULES: &[(&str, &str)] = &[
    // The classes are in every browser.
    ("let t;try{t=getObject(e)instanceof ①;}catch(e){t=!1;}return t;", "return getObject(e)instanceof ①;"),
    ("\"u\"<typeof FinalizationRegistry?{register:()=>{},unregister:()=>{}}:", ""),
    // element.js unmounts what it mounted; nothing else has to, and nothing frees what it still holds.
    (
        "static __wrap(①){let ②=Object.create(Mounted.prototype);return ②.__wbg_ptr=①,MountedFinalization.register(②,②.__wbg_ptr,②),②;}",
        "constructor(①){this.__wbg_ptr=①;}",
    ),
    ("free(){let ①=this.__destroy_into_raw();wasm.__wbg_mounted_free(①,0);}", ""),
    ("Symbol.dispose&&(Mounted.prototype[Symbol.dispose]=Mounted.prototype.free);", ""),
    ("MountedFinalization.unregister(this),", ""),
    (",MountedFinalization=new FinalizationRegistry(①=>wasm.__wbg_mounted_free(①,1))", ""),
    ("Mounted.__wrap(", "new Mounted("),
    // Only an error of the program itself is told so, and what JavaScript makes of it will do.
    ("debugString(getObject(t))", "String(getObject(t))"),
    // Views on the memory and decoders are made anew, so that none is ever out of date.
    ("cachedDataViewMemory0=null,cachedUint8ArrayMemory0=null,", ""),
    // The text goes over at once, so no memory has to be allocated again for it.
    (",wasm.__wbindgen_export,wasm.__wbindgen_export2)", ")"),
    // Texts that are given back, and objects that may be missing.
    (
        "let ①=passStringToWasm0(②),③=WASM_VECTOR_LEN;getDataViewMemory0().setInt32(e+4,③,!0),getDataViewMemory0().setInt32(e+0,①,!0);",
        "putString(e,②);",
    ),
    (
        "let ①=②;var ③=isLikeNone(①)?0:passStringToWasm0(①),④=WASM_VECTOR_LEN;getDataViewMemory0().setInt32(e+4,④,!0),getDataViewMemory0().setInt32(e+0,③,!0);",
        "putString(e,②);",
    ),
    ("let ①=②;return isLikeNone(①)?0:addHeapObject(①);", "return addIfAny(②);"),
    // Functions, as short as JavaScript has them.
    (":function(){return handleError(function(①){return ②;},arguments);}", ":handleError((①)=>②)"),
    (":function(){return handleError(function(①){②;},arguments);}", ":handleError((①)=>{②})"),
    (":function(①){return ②;}", ":(①)=>②"),
    (":function(①){②;}", ":(①)=>{②}"),
];

/// Functions in other words: where they begin, what comes behind them, the hash of what is replaced, and
/// what comes in its place.
const FUNCTIONS: &[(&str, &str, u64, &str)] = &[
    ("function debugString(", "function dropObject(", 0x892178ac77f9e116, ""),
    (
        "let cachedDataViewMemory0=",
        "function getStringFromWasm0(",
        0x8d48207dc2afc95e,
        "function getDataViewMemory0(){return new DataView(wasm.memory.buffer)}",
    ),
    (
        "function getStringFromWasm0(",
        "function getObject(",
        0x10f9388bef18a946,
        "function getUint8ArrayMemory0(){return new Uint8Array(wasm.memory.buffer)}\
         function getStringFromWasm0(e,t){return new TextDecoder(\"utf-8\",{ignoreBOM:!0,fatal:!0})\
         .decode(getUint8ArrayMemory0().subarray(e>>>=0,e+t))}",
    ),
    (
        "function handleError(",
        "let heap=",
        0x63343bd1928b5870,
        "function handleError(e){return(...t)=>{try{return e(...t)}\
         catch(e){wasm.__wbindgen_export3(addHeapObject(e))}}}",
    ),
    (
        "function passStringToWasm0(",
        "let stack_pointer=",
        0xdc3fc6b1ff8dde22,
        "function passStringToWasm0(e){let t=new TextEncoder().encode(e),n=wasm.__wbindgen_export(t.length,1)>>>0;\
         return getUint8ArrayMemory0().set(t,n),WASM_VECTOR_LEN=t.length,n}\
         function putString(e,t){let n=isLikeNone(t)?0:passStringToWasm0(t),_=getDataViewMemory0();\
         _.setInt32(e+4,WASM_VECTOR_LEN,!0),_.setInt32(e,n,!0)}\
         function addIfAny(e){return isLikeNone(e)?0:addHeapObject(e)}",
    ),
    ("let cachedTextDecoder=", "let WASM_VECTOR_LEN=", 0xd0d7e8a56793571d, ""),
];

/// The glue's own names that come most often: each becomes a capital letter.
const NAMES: &[&str] = &[
    "getObject",
    "addHeapObject",
    "getStringFromWasm0",
    "handleError",
    "putString",
    "addIfAny",
    "WASM_VECTOR_LEN",
    "getDataViewMemory0",
    "passStringToWasm0",
    "isLikeNone",
    "heap_next",
    "stack_pointer",
    "takeObject",
    "CLOSURE_DTORS",
    "makeMutClosure",
    "getUint8ArrayMemory0",
    "addBorrowedObject",
    "makeClosure",
    "passArrayJsValueToWasm0",
    "getArrayJsValueFromWasm0",
    "getArrayU8FromWasm0",
    "dropObject",
];

/// The glue, said shorter.
pub fn shorter(glue: &str) -> Result<String, String> {
    let mut text = glue.to_owned();
    for (pattern, words) in RULES {
        text = replaced(&text, pattern, words).ok_or_else(|| odd(pattern))?;
    }
    for (begin, end, known, words) in FUNCTIONS {
        text = function(&text, begin, end, *known, words)?;
    }
    // What is not made by the new `handleError` would not be caught.
    if text.contains("arguments") {
        return Err(odd("arguments"));
    }
    for (name, letter) in NAMES.iter().zip('A'..='Z') {
        text = renamed(&text, name, letter).ok_or_else(|| odd(name))?;
    }
    Ok(text)
}

fn odd(what: &str) -> String {
    format!("the glue is not as xtask/src/glue.rs expects it: {what}")
}

/// The text with other words between the beginnings of two functions.
fn function(text: &str, begin: &str, end: &str, known: u64, words: &str) -> Result<String, String> {
    let (before, rest) = text.split_once(begin).ok_or_else(|| odd(begin))?;
    let (old, after) = rest.split_once(end).ok_or_else(|| odd(end))?;
    let found = hash(old.as_bytes());
    if found != known {
        return Err(odd(&format!("{begin} has the hash {found:#x}: {old}")));
    }
    Ok(format!("{before}{words}{end}{after}"))
}

/// The text with a letter for a name; `None` where the name does not come, or the letter means something.
fn renamed(text: &str, name: &str, letter: char) -> Option<String> {
    let letter = letter.to_string();
    (whole(text, &letter).is_none() && whole(text, name).is_some()).then_some(())?;
    let mut said = String::new();
    let mut rest = text;
    while let Some((before, after)) = whole(rest, name) {
        said.push_str(before);
        said.push_str(&letter);
        rest = after;
    }
    said.push_str(rest);
    Some(said)
}

/// What stands before and behind a word, where it is not part of a longer one or of something else's name.
fn whole<'a>(text: &'a str, word: &str) -> Option<(&'a str, &'a str)> {
    let part = |letter: char| letter.is_ascii_alphanumeric() || "_$".contains(letter);
    text.match_indices(word).find_map(|(at, _)| {
        let (before, rest) = text.split_at_checked(at)?;
        let after = rest.strip_prefix(word)?;
        // Three dots spread what comes behind them.
        let named = before.ends_with('.') && !before.ends_with("...");
        (!named && !before.ends_with(part) && !after.starts_with(part)).then_some((before, after))
    })
}

/// The text with other words wherever the pattern fits; `None` where it never does.
fn replaced(text: &str, pattern: &str, words: &str) -> Option<String> {
    let start = pattern.split(is_mark).next()?;
    let mut said = String::new();
    let mut rest = text;
    let mut found = false;
    while let Some(at) = rest.find(start) {
        let (before, here) = rest.split_at_checked(at)?;
        said.push_str(before);
        let mut marks = BTreeMap::new();
        if let Some(after) = fits(pattern, here, &mut marks) {
            found = true;
            words.chars().for_each(|letter| match marks.get(&letter) {
                Some(meant) => said.push_str(meant),
                None => said.push(letter),
            });
            rest = after;
        } else {
            said.push_str(start);
            rest = here.strip_prefix(start)?;
        }
    }
    said.push_str(rest);
    found.then_some(said)
}

fn is_mark(letter: char) -> bool {
    ('①'..='⑨').contains(&letter)
}

/// What comes behind the pattern, where the text begins with it; `marks` is what its marks stand for.
fn fits<'a>(pattern: &str, text: &'a str, marks: &mut BTreeMap<char, &'a str>) -> Option<&'a str> {
    let Some((at, mark)) = pattern.char_indices().find(|(_, letter)| is_mark(*letter)) else {
        return text.strip_prefix(pattern);
    };
    let (plain, rest) = pattern.split_at_checked(at)?;
    let text = text.strip_prefix(plain)?;
    let rest = rest.strip_prefix(mark)?;
    if let Some(meant) = marks.get(&mark) {
        return fits(rest, text.strip_prefix(*meant)?, marks);
    }
    let most = text.find(['{', '}', ';']).unwrap_or(text.len());
    (0..=most).find_map(|length| {
        let (meant, after) = text.split_at_checked(length)?;
        let mut tried = marks.clone();
        tried.insert(mark, meant);
        let found = fits(rest, after, &mut tried)?;
        *marks = tried;
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_fits_where_its_marks_mean_the_same() {
        let rule = |text| replaced(text, "let ①=②;return ①?0:f(①);", "return g(②);");
        assert_eq!(rule("{let t=a(b);return t?0:f(t);}").as_deref(), Some("{return g(a(b));}"));
        assert_eq!(rule("{let t=a(b);return u?0:f(t);}"), None);
        assert_eq!(rule("{let t={};return t?0:f(t);}"), None);
    }

    #[test]
    fn a_name_is_replaced_where_it_is_a_whole_one() {
        let name = |text| renamed(text, "heap", 'A');
        assert_eq!(
            name("heap[1]=heap_next;x.heap=[...heap]").as_deref(),
            Some("A[1]=heap_next;x.heap=[...A]")
        );
        assert_eq!(name("heap=A"), None);
        assert_eq!(name("heaps"), None);
    }

    #[test]
    fn a_function_that_looks_different_is_an_error() {
        let text = "function a(){1}function b(){}";
        let of = |known| function(text, "function a(", "function b(", known, "c;");
        assert_eq!(of(hash(b"){1}")).as_deref(), Ok("c;function b(){}"));
        assert!(of(0).is_err());
    }
}
