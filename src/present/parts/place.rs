//! The place of a session: a room, a web address to follow, or a pasted invitation that holds one.

use linkify::{LinkFinder, LinkKind};

use crate::text::Words;

/// The place of a session: a room, or the web address of a meeting.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceView {
    /// Visible text of the place: as it was typed, or the host alone of a web address to follow.
    pub text: Words,
    /// Web address that the text links to; `None` if the place holds none.
    pub href: Option<Words>,
    /// Whole place as it was typed, if it holds more than the web address, such as a meeting number; `None` otherwise.
    pub more: Option<Words>,
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

/// Parts of the hosts of meetings. An invitation may hold other addresses, such as that of its help.
const MEETINGS: [&str; 8] = [
    "teams.microsoft.",
    "teams.live.",
    "zoom.",
    "meet.google.",
    "webex.",
    "gotomeeting.",
    "whereby.",
    "meet.jit.si",
];

/// Returns the view of a place. Only an address that begins with `https://` or `http://` becomes a link,
/// since other schemes can run code. The link shows the host alone. An address with an `@` stays text, since
/// the name before the `@` could pass for the host. Of several addresses, that of a meeting is taken, else the first.
pub(crate) fn place(text: &str) -> PlaceView {
    let length = if text.chars().count() < LONG { Length::Short } else { Length::Long };
    match address(text) {
        Some((href, host)) => PlaceView {
            text: host.into(),
            href: Some(href.into()),
            more: (href != text).then(|| text.into()),
            length,
        },
        None => PlaceView { text: text.into(), href: None, more: None, length },
    }
}

/// Returns the web address to follow in a place, and its host; `None` if there is none.
fn address(text: &str) -> Option<(&str, &str)> {
    let mut first = None;
    let mut finder = LinkFinder::new();
    finder.kinds(&[LinkKind::Url]);
    // A place that is an address and nothing else is taken whole.
    let whole = host(text).map(|host| (text, host));
    let found = finder.links(text).filter_map(|link| Some((link.as_str(), host(link.as_str())?)));
    for (href, host) in whole.into_iter().chain(found) {
        let lower = host.to_ascii_lowercase();
        if MEETINGS.iter().any(|meeting| lower.contains(meeting)) {
            return Some((href, host));
        }
        first = first.or(Some((href, host)));
    }
    first
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
