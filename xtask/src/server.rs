//! Serves one folder to this machine only, under the strict policy the widget
//! promises to work with. It must not listen beyond loopback, write anything,
//! or relax the policy for anyone. One connection carries one request: plain
//! enough to need no library, and quick enough for a handful of files.

use crate::request;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Sent with every answer; the README's advice to hosts is the same policy.
const HEADERS: &str = "\
Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; \
require-trusted-types-for 'script'; trusted-types 'none'\r
X-Content-Type-Options: nosniff\r
Referrer-Policy: no-referrer\r
Cache-Control: no-cache\r
Connection: close\r
";

/// A request longer than this is none of a browser asking for a file.
const LONGEST: usize = 16 * 1024;
/// How many ports `listen` tries after the wished one.
const TRIES: u16 = 50;
const PATIENCE: Duration = Duration::from_secs(10);

/// Takes the port, or the next free one; returns it with its address. Port 0
/// leaves the choice to the system.
pub fn listen(port: u16) -> Result<(TcpListener, String), String> {
    let last = port.saturating_add(if port == 0 { 0 } else { TRIES });
    for port in port..=last {
        let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) else {
            continue;
        };
        let real = listener.local_addr().map_err(|error| error.to_string())?.port();
        return Ok((listener, format!("http://127.0.0.1:{real}/")));
    }
    Err(format!("no free port from {port} to {last}"))
}

/// Answers until the program ends.
pub fn run(listener: &TcpListener, folder: &Path) {
    for stream in listener.incoming().flatten() {
        let folder = folder.to_path_buf();
        // A browser that goes away in the middle is not an error of ours.
        std::thread::spawn(move || drop(answer(stream, &folder)));
    }
}

/// Answers in the background; for the tests.
pub fn start(folder: &Path) -> Result<String, String> {
    let (listener, address) = listen(0)?;
    let folder: PathBuf = folder.to_path_buf();
    std::thread::spawn(move || run(&listener, &folder));
    Ok(address)
}

fn answer(mut stream: TcpStream, folder: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let head = head(&mut stream)?;
    let Some((target, body)) = request::target(&head) else {
        return send(&mut stream, "405 Method Not Allowed", "text/plain; charset=utf-8", b"Only GET\n", true);
    };
    let found = request::file(folder, target)
        .and_then(|file| Some((request::media(&file), std::fs::read(file).ok()?)));
    if let Some((media, bytes)) = found {
        return send(&mut stream, "200 OK", media, &bytes, body);
    }
    // As static hosts do it.
    let (media, bytes) = match std::fs::read(folder.join("404.html")) {
        Ok(page) => ("text/html; charset=utf-8", page),
        Err(_) => ("text/plain; charset=utf-8", b"Not found\n".to_vec()),
    };
    send(&mut stream, "404 Not Found", media, &bytes, body)
}

/// Reads up to the empty line that ends the head.
fn head(stream: &mut impl Read) -> std::io::Result<String> {
    let (mut bytes, mut part) = (Vec::new(), [0; 2048]);
    while !bytes.windows(4).any(|four| four == b"\r\n\r\n") && bytes.len() < LONGEST {
        match stream.read(&mut part)? {
            0 => break,
            length => bytes.extend_from_slice(part.get(..length).unwrap_or_default()),
        }
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn send(stream: &mut impl Write, status: &str, media: &str, bytes: &[u8], body: bool) -> std::io::Result<()> {
    let length = bytes.len();
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Type: {media}\r\nContent-Length: {length}\r\n{HEADERS}\r\n");
    stream.write_all(head.as_bytes())?;
    if body {
        stream.write_all(bytes)?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::{listen, start};
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(address: &str, request: &str) -> String {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).expect("the server listens");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("it answers");
        text
    }

    #[test]
    fn a_file_comes_with_its_type_and_the_policy() {
        let folder = std::env::temp_dir().join(format!("coaching-server-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        std::fs::write(folder.join("a.wasm"), "bytes").expect("a file");
        let address = start(&folder).expect("a server");

        let found = ask(&address, "GET /a.wasm HTTP/1.1\r\n\r\n");
        assert!(
            found.starts_with("HTTP/1.1 200 OK\r\nContent-Type: application/wasm\r\nContent-Length: 5\r\n")
        );
        assert!(found.ends_with("\r\n\r\nbytes"));
        let head = ask(&address, "HEAD /a.wasm HTTP/1.1\r\n\r\n");
        assert!(head.ends_with("\r\n\r\n") && head.contains("Content-Length: 5"));
        let missing = ask(&address, "GET /../a.wasm HTTP/1.1\r\n\r\n");
        assert!(missing.starts_with("HTTP/1.1 404") && missing.ends_with("\r\n\r\nNot found\n"));
        std::fs::write(folder.join("404.html"), "lost").expect("a file");
        let lost = ask(&address, "GET /%23cs=1.x HTTP/1.1\r\n\r\n");
        assert!(lost.starts_with("HTTP/1.1 404 Not Found\r\nContent-Type: text/html; charset=utf-8\r\n"));
        assert!(lost.ends_with("\r\n\r\nlost"));
        let wrong = ask(&address, "POST /a.wasm HTTP/1.1\r\n\r\n");
        assert!(wrong.starts_with("HTTP/1.1 405"));
        for answer in [found, head, missing, lost, wrong] {
            assert!(answer.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'"));
            assert!(answer.contains("; trusted-types 'none'\r\nX-Content-Type-Options: nosniff\r\n"));
        }
        let _ = std::fs::remove_dir_all(folder);
    }

    #[test]
    fn the_next_port_is_taken_where_one_is_in_use() {
        let (first, _) = listen(0).expect("a port");
        let port = first.local_addr().expect("an address").port();
        let (second, address) = listen(port).expect("the next one");
        assert_ne!(second.local_addr().expect("an address").port(), port);
        assert!(address.starts_with("http://127.0.0.1:"));
    }
}
