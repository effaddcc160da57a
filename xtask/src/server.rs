//! Serves one folder to this machine only, under the strict policy that the widget supports. Must not listen
//! beyond loopback, write anything, or relax the policy.

use axum::Router;
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use tower_http::services::{ServeDir, ServeFile};

/// Headers of every answer. docs/element.md gives owners of pages the same policy.
const HEADERS: [(&str, &str); 5] = [
    (
        "content-security-policy",
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types coaching-session",
    ),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cache-control", "no-cache"),
    // A frame without an origin of its own loads modules as from elsewhere.
    ("access-control-allow-origin", "*"),
];

/// Number of ports that `listen` tries after the requested one.
const TRIES: u16 = 50;

/// Listens on a port, or on the next free one. Returns the listener and its address. Port 0 leaves the choice to
/// the system.
pub fn listen(port: u16) -> Result<(TcpListener, String), String> {
    let last = port.saturating_add(if port == 0 { 0 } else { TRIES });
    for port in port..=last {
        let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)) else { continue };
        let real = listener.local_addr().map_err(|error| error.to_string())?.port();
        return Ok((listener, format!("http://127.0.0.1:{real}/")));
    }
    Err(format!("no free port from {port} to {last}"))
}

/// Answers requests until the program ends. Unknown addresses get 404.html, as on static hosts.
pub fn run(listener: TcpListener, folder: &Path) -> Result<(), String> {
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    let site = Router::new().fallback_service(files).layer(axum::middleware::map_response(with_policy));
    let serve = async {
        listener.set_nonblocking(true)?;
        axum::serve(tokio::net::TcpListener::from_std(listener)?, site).await
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build();
    runtime.and_then(|runtime| runtime.block_on(serve)).map_err(|error| format!("the server: {error}"))
}

async fn with_policy(mut answer: Response) -> Response {
    for (name, value) in HEADERS {
        answer.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::{listen, run};
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::Path;

    /// Serves a folder in the background. Returns the address.
    fn start(folder: &Path) -> Result<String, String> {
        let (listener, address) = listen(0)?;
        let folder = folder.to_path_buf();
        std::thread::spawn(move || run(listener, &folder));
        Ok(address)
    }

    fn connect(address: &str) -> TcpStream {
        let host = address.trim_start_matches("http://").trim_end_matches('/');
        TcpStream::connect(host).expect("the server listens")
    }

    /// Returns the server's answer to a request line.
    fn ask(address: &str, line: &str) -> String {
        let mut stream = connect(address);
        let request = format!("{line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("it reads");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("it answers");
        text
    }

    #[test]
    fn answers_carry_type_and_policy_and_missing_files_get_404_html() {
        let folder = std::env::temp_dir().join(format!("coaching-server-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("site")).expect("a folder");
        let site = folder.join("site");
        let long = "x".repeat(100_000);
        std::fs::write(folder.join("private"), "private").expect("a file");
        std::fs::write(site.join("a.wasm"), &long).expect("a file");
        std::fs::write(site.join("index.html"), "start").expect("a file");
        std::fs::write(site.join("404.html"), "lost").expect("a file");
        let address = start(&site).expect("a server");

        let found = ask(&address, "GET /a.wasm");
        assert!(found.starts_with("HTTP/1.1 200 OK\r\n") && found.ends_with(&long), "the file, in one piece");
        assert!(found.contains("\r\ncontent-type: application/wasm\r\n"));
        assert!(found.contains("\r\ncontent-length: 100000\r\n"));
        let head = ask(&address, "HEAD /a.wasm");
        assert!(head.contains("\r\ncontent-length: 100000\r\n") && head.ends_with("\r\n\r\n"));
        let index = ask(&address, "GET /?embed");
        assert!(index.starts_with("HTTP/1.1 200 OK\r\n") && index.ends_with("\r\n\r\nstart"));
        let lost = ["/%23cs=1.x", "/../private", "/%2e%2e/private", "/..%2fprivate", "//private", "/ä"]
            .map(|target| ask(&address, &format!("GET {target}")));
        for answer in &lost[..5] {
            assert!(answer.starts_with("HTTP/1.1 404 ") && answer.ends_with("\r\n\r\nlost"), "{answer}");
            assert!(answer.contains("\r\ncontent-type: text/html\r\n"));
        }
        assert!(lost[5].starts_with("HTTP/1.1 4"), "no target of HTTP");
        let wrong = ask(&address, "POST /a.wasm");
        assert!(wrong.starts_with("HTTP/1.1 405 "));
        for answer in [&found, &head, &index, &lost[0], &wrong] {
            assert!(answer.contains("\r\ncontent-security-policy: default-src 'none'; script-src 'self'"));
            assert!(answer.contains("; trusted-types coaching-session\r\n"));
            assert!(answer.contains("\r\nx-content-type-options: nosniff\r\n"));
            assert!(answer.contains("\r\naccess-control-allow-origin: *\r\n"));
        }

        // A browser opens several connections and keeps them open; no connection may wait for another.
        let _kept: Vec<TcpStream> = (0..32).map(|_| connect(&address)).collect();
        assert!(ask(&address, "GET /").ends_with("start"));
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
}
