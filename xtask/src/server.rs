//! Serves one folder to this machine only, under the strict policy the widget promises to work with. It must
//! not listen beyond loopback, write anything, or relax the policy for anyone.

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tiny_http::{Header, Method, Request, Response, Server};

/// Sent with every answer; the README's advice to hosts is the same policy.
const HEADERS: [(&str, &str); 4] = [
    (
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'",
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cache-Control", "no-cache"),
];

/// How many ports `listen` tries after the wished one.
const TRIES: u16 = 50;

/// How many requests are answered at once.
const THREADS: usize = 4;

/// Takes the port, or the next free one; returns the server with its address. Port 0 leaves the choice to the
/// system.
pub fn listen(port: u16) -> Result<(Arc<Server>, String), String> {
    let last = port.saturating_add(if port == 0 { 0 } else { TRIES });
    for port in port..=last {
        let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) else { continue };
        let real = listener.local_addr().map_err(|error| error.to_string())?.port();
        let server = Server::from_listener(listener, None).map_err(|error| error.to_string())?;
        return Ok((Arc::new(server), format!("http://127.0.0.1:{real}/")));
    }
    Err(format!("no free port from {port} to {last}"))
}

/// Answers until the program ends.
pub fn run(server: &Arc<Server>, folder: &Path) {
    let threads = (0..THREADS).map(|_| {
        let (server, folder) = (Arc::clone(server), folder.to_path_buf());
        std::thread::spawn(move || {
            for request in server.incoming_requests() {
                answer(request, &folder);
            }
        })
    });
    for thread in threads.collect::<Vec<_>>() {
        // A thread that panicked leaves the others at work.
        let _ = thread.join();
    }
}

fn answer(request: Request, folder: &Path) {
    let (status, media, bytes) = match request.method() {
        Method::Get | Method::Head => found(folder, request.url()),
        _ => (405, TEXT, b"Only GET\n".to_vec()),
    };
    let mut response = Response::from_data(bytes).with_status_code(status).with_chunked_threshold(usize::MAX);
    for (name, value) in HEADERS.into_iter().chain([("Content-Type", media)]) {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    // A browser that goes away in the middle is not an error of ours.
    let _ = request.respond(response);
}

const TEXT: &str = "text/plain; charset=utf-8";

/// Status, media type and bytes for a request target. A missing file gets 404.html, as static hosts do it.
fn found(folder: &Path, target: &str) -> (u16, &'static str, Vec<u8>) {
    if let Some(file) = file(folder, target)
        && let Ok(bytes) = std::fs::read(&file)
    {
        return (200, media(&file), bytes);
    }
    match std::fs::read(folder.join("404.html")) {
        Ok(page) => (404, media(Path::new("404.html")), page),
        Err(_) => (404, TEXT, b"Not found\n".to_vec()),
    }
}

/// The file for a request target; `None` where the name is not a plain one. Names that need escapes do not
/// occur in a build, so escapes are refused instead of decoded, and with them every way to spell `..` or a
/// separator.
fn file(folder: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut file = folder.to_path_buf();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        match part {
            // A folder means its index; an empty name in the middle means nothing.
            "" if parts.peek().is_none() => file.push("index.html"),
            _ if is_plain(part) => file.push(part),
            _ => return None,
        }
    }
    Some(file)
}

/// Letters, digits and `-_.`, not starting with a point: no `..`, no hidden file, no drive letter, no stream
/// name, no backslash.
fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('.')
        && part.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_.".contains(sign))
}

/// The media type by the end of the name.
fn media(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::{file, listen, run};
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::Path;

    /// Answers in the background. Returns the address.
    fn start(folder: &Path) -> Result<String, String> {
        let (server, address) = listen(0)?;
        let folder = folder.to_path_buf();
        std::thread::spawn(move || run(&server, &folder));
        Ok(address)
    }

    /// What the server answers to a first line.
    fn ask(address: &str, line: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        let request = format!("{line} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("it answers");
        text
    }

    #[test]
    fn answers_carry_type_and_policy_and_missing_files_get_404_html() {
        let folder = std::env::temp_dir().join(format!("coaching-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let long = "x".repeat(100_000);
        std::fs::write(folder.join("a.wasm"), &long).expect("a file");
        let address = start(&folder).expect("a server");

        let found = ask(&address, "GET /a.wasm");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n") && found.ends_with(&long), "the file, in one piece");
        assert!(found.contains("\r\nContent-Type: application/wasm\r\n"));
        assert!(found.contains("\r\nContent-Length: 100000\r\n"));
        let head = ask(&address, "HEAD /a.wasm");
        assert!(head.contains("\r\nContent-Length: 100000\r\n") && head.ends_with("\r\n\r\n"));
        let missing = ask(&address, "GET /../a.wasm");
        assert!(missing.starts_with("HTTP/1.1 404 ") && missing.ends_with("\r\n\r\nNot found\n"));
        std::fs::write(folder.join("404.html"), "lost").expect("a file");
        let lost = ask(&address, "GET /%23cs=1.x");
        assert!(lost.starts_with("HTTP/1.1 404 ") && lost.ends_with("\r\n\r\nlost"));
        assert!(lost.contains("\r\nContent-Type: text/html; charset=utf-8\r\n"));
        let wrong = ask(&address, "POST /a.wasm");
        assert!(wrong.starts_with("HTTP/1.1 405 "));
        for answer in [found, head, missing, lost, wrong] {
            assert!(answer.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'"));
            assert!(answer.contains("; trusted-types 'none'\r\n"));
            assert!(answer.contains("\r\nX-Content-Type-Options: nosniff\r\n"));
        }
        let _ = std::fs::remove_dir_all(folder);
    }

    #[test]
    fn port_in_use_gives_the_next_one() {
        let (_first, address) = listen(0).expect("a port");
        let port = address.trim_end_matches('/').rsplit(':').next().and_then(|port| port.parse().ok());
        let (_second, other) = listen(port.expect("a port")).expect("the next one");
        assert_ne!(address, other);
        assert!(other.starts_with("http://127.0.0.1:"));
    }

    #[test]
    fn targets_name_files_inside_the_folder_only() {
        let site = Path::new("site");
        for target in ["/", "/?embed"] {
            assert_eq!(file(site, target), Some(site.join("index.html")));
        }
        assert_eq!(file(site, "/a/b-1_c.js?x=/../y#z"), Some(site.join("a").join("b-1_c.js")));
        assert_eq!(file(site, "/a/"), Some(site.join("a").join("index.html")));
        for target in [
            "/..",
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
            assert_eq!(file(site, target), None, "{target:?}");
        }
    }
}
