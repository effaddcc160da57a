//! What a request asks for: the file in the served folder and its type. Pure;
//! it must never yield a path outside that folder.

use std::path::{Path, PathBuf};

/// The path in the first line of a GET or HEAD request, and whether the body
/// is wanted. `None` for anything else.
pub fn target(head: &str) -> Option<(&str, bool)> {
    let mut words = head.lines().next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if words.next().is_some() || !version.starts_with("HTTP/1.") {
        return None;
    }
    match method {
        "GET" => Some((target, true)),
        "HEAD" => Some((target, false)),
        _ => None,
    }
}

/// The file for a request target, or `None` where the name is not a plain one.
/// Names that need escapes do not occur in a build, so escapes are refused
/// instead of decoded, and with them every way to spell `..` or a separator.
pub fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            // A folder means its index; an empty name in the middle means nothing.
            "" if parts.peek().is_none() => file.push("index.html"),
            _ if plain(part) => file.push(part),
            _ => return None,
        }
    }
    Some(file)
}

/// Letters, digits and `-_.`, not starting with a point: no `..`, no hidden
/// file, no drive letter, no stream name, no backslash.
fn plain(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('.')
        && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign))
}

/// The media type by the end of the name.
pub fn media(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("ics") => "text/calendar; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file, media, target};
    use std::path::{Path, PathBuf};

    fn found(target: &str) -> Option<PathBuf> {
        file(Path::new("site"), target)
    }

    #[test]
    fn a_name_is_found_in_the_folder() {
        assert_eq!(found("/"), Some(Path::new("site").join("index.html")));
        assert_eq!(found("/?embed"), Some(Path::new("site").join("index.html")));
        assert_eq!(found("/a-1_b.wasm"), Some(Path::new("site").join("a-1_b.wasm")));
        assert_eq!(found("/a/b.js?x=/../y#z"), Some(Path::new("site").join("a").join("b.js")));
        assert_eq!(found("/a/"), Some(Path::new("site").join("a").join("index.html")));
    }

    #[test]
    fn nothing_outside_the_folder_is_found() {
        for target in [
            "/..",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/..%2fx",
            "/a\\..\\x",
            "//etc/x",
            "/a//b",
            "/.git/config",
            "/c:/x",
            "/c:",
            "/x::$DATA",
            "/\0",
            "*",
            "",
            "http://host/x",
            "x",
            "/ä",
        ] {
            assert_eq!(found(target), None, "{target:?}");
        }
    }

    #[test]
    fn only_get_and_head_are_read() {
        assert_eq!(target("GET /a HTTP/1.1\r\nHost: x"), Some(("/a", true)));
        assert_eq!(target("HEAD / HTTP/1.0"), Some(("/", false)));
        for head in ["POST / HTTP/1.1", "GET /", "GET / FTP/1", "GET /a b HTTP/1.1", "", "\r\n"] {
            assert_eq!(target(head), None, "{head:?}");
        }
    }

    #[test]
    fn the_browser_gets_the_type_it_insists_on() {
        assert_eq!(media(Path::new("a_bg.wasm")), "application/wasm");
        assert_eq!(media(Path::new("a.js")), "text/javascript; charset=utf-8");
        assert_eq!(media(Path::new("a.css")), "text/css; charset=utf-8");
        assert_eq!(media(Path::new("a.unknown")), "application/octet-stream");
        assert_eq!(media(Path::new("a")), "application/octet-stream");
    }
}
