//! The place of a session: a room, or a web address to follow.

use crate::text::Words;

/// The place of a session: a room, or the web address of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceView {
    /// Visible text of the place, as it was typed; of a web address the host alone.
    pub text: Words,
    /// Web address that the text links to; `None` if the place is no plain web address.
    pub href: Option<Words>,
    /// Extent of the text. A long text is folded to its beginning until the person unfolds it.
    pub length: Length,
}

/// The extent of the text of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The text has fewer than 60 characters: it fits into a line or two.
    Short,
    /// The text has 60 characters or more: it could push other parts of the screen out of view.
    Long,
}

/// The least number of characters of a long place.
const LONG: usize = 60;

/// Returns the view of a place. Only an address that begins with `https://` or `http://` becomes a link,
/// since other schemes can run code. The link shows the host alone. An address with an `@` stays text, since
/// the name before the `@` could pass for the host.
pub(crate) fn place(text: &str) -> PlaceView {
    let host = host(text);
    let shown = host.unwrap_or(text);
    let length = if shown.chars().count() < LONG { Length::Short } else { Length::Long };
    PlaceView { text: shown.into(), href: host.map(|_| text.into()), length }
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
