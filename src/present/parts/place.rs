//! Where a session takes place: a room, or an address to follow.

use crate::text::Words;

/// Where a session takes place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceView {
    /// The place as it was written; of an address, the host alone.
    pub text: Words,
    /// The address to follow, where it certainly is one of the web.
    pub href: Option<Words>,
}

/// Where that is. Only an address that begins with `https://` or `http://` is one to follow: other
/// schemes can run code. Of it the host is shown, as the rest says little; one with a name before an
/// `@`, which could pass for the host, is not followed.
pub(crate) fn place(text: &str) -> PlaceView {
    let host = host(text);
    PlaceView { text: host.unwrap_or(text).into(), href: host.map(|_| text.into()) }
}

fn host(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once(':')?;
    let is_web = ["https", "http"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let rest = rest.strip_prefix("//").filter(|_| is_web)?;
    let host = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#' | b'\\'));
    let host = rest.get(..host.unwrap_or(rest.len()))?;
    let is_odd = text.contains(char::is_whitespace) || host.is_empty() || host.contains('@');
    (!is_odd).then_some(host)
}
