//! The search for a link in any text, with repair of the damage by e-mail programs, chats and careless
//! copying.
//!
//! A repair is certain if the checksum holds afterwards, and nothing else is ever opened. The text is
//! searched as it is, and again after each of a few rounds of undoing escapes; each search and each round is
//! one pass, so no text takes long. Addresses are not parsed. A code, the payload of a link, is found by its
//! form, wherever it stands.

use super::content::{LINK_LIMIT, NoLink, VERSION};
use super::frame::{PayloadReader, is_code};

/// Upper bound on the searches of one reading of a text: one of the text as it is, and one after each layer
/// of escapes that is undone.
const SEARCHES: usize = 5;

/// Length beyond which a text counts as long, in bytes.
const LONG: usize = 16 * 1024;

/// Upper bound on the searches of a long text, all its readings together.
const SEARCHES_OF_LONG: usize = 4;

/// Fewest characters in a row that tell a damaged code from a number and the text behind it.
const CODE_LEAST: usize = 24;

/// The host of Proofpoint, which writes addresses in a way of its own: `-` for `%`, and `_` for `/`.
const PROOFPOINT: &[u8] = b"urldefense";

/// Returns the body of the first link in the text whose checksum holds, for [`open`].
///
/// # Errors
/// [`NoLink`] says why the text holds no link that can be opened.
///
/// [`open`]: super::frame::open
pub(super) fn find(text: &str) -> Result<Vec<u8>, NoLink> {
    if text.chars().nth(LINK_LIMIT).is_some() {
        return Err(NoLink::TooLarge);
    }
    let mut fault = NoLink::None;
    let mut readings = vec![text.to_owned()];
    if text.as_bytes().windows(PROOFPOINT.len()).any(|part| part.starts_with(b"u") && part == PROOFPOINT) {
        let original = |mark| match mark {
            '-' => '%',
            '_' => '/',
            _ => mark,
        };
        readings.push(text.chars().map(original).collect());
    }
    let searches = if text.len() > LONG { SEARCHES_OF_LONG / readings.len() } else { SEARCHES };
    for mut text in readings {
        for round in 0..searches {
            if round > 0 {
                let next = unescaped(&text);
                if next == text {
                    break;
                }
                text = next;
            }
            if let Some(found) = search(&text, &mut fault) {
                return found;
            }
        }
    }
    Err(fault)
}

/// Marks before a code in an address, which show a link even if the code is damaged: its name at the
/// beginning of a text (`\0`), of a fragment, or of a part of one. Proofpoint writes `*` for `#`.
const NAMES: [[u8; 4]; 5] = [*b"\0cs=", *b"#cs=", *b"?cs=", *b"&cs=", *b"*cs="];

/// Searches for codes: a version, a dot, and characters whose checksum holds at some end. Returns the body of
/// the first one, or an error for a version that this release does not know. `None` if no checksum holds;
/// sets `fault` if the text shows a damaged code.
fn search(text: &str, fault: &mut NoLink) -> Option<Result<Vec<u8>, NoLink>> {
    // The digits since the last character that is in no code, as long as there are only digits.
    let (mut version, mut is_number) = (String::new(), true);
    let mut code: Option<Code> = None;
    // The last four characters.
    let mut before = 0_u32;
    for mark in text.chars().chain([' ']) {
        let mark = if matches!(mark, '\u{2010}' | '\u{2011}') { '-' } else { mark };
        before = before << 8 | u32::from(mark) & 0xff;
        let is_name = mark == '=' && NAMES.contains(&before.to_be_bytes());
        if is_name && *fault == NoLink::None {
            *fault = NoLink::Damaged;
        }
        if let Some(code) = code.as_mut().filter(|_| !mark.is_ascii_alphanumeric()) {
            if let Some(body) = code.reader.body() {
                return Some(code.of_known_version(body));
            }
            if code.is_long() && *fault == NoLink::None {
                *fault = NoLink::Damaged;
            }
        }
        match &mut code {
            Some(code) if is_code(mark) => code.add(mark),
            Some(code) if is_noise(mark) => code.is_broken = true,
            _ => code = None,
        }
        if mark == '.' && is_number && !version.is_empty() {
            code = Some(Code::new(&version));
        }
        if !is_code(mark) {
            version.clear();
            is_number = true;
        } else if mark.is_ascii_digit() && version.len() < 10 {
            version.push(mark);
        } else {
            is_number = false;
        }
    }
    None
}

/// A code in a text, the payload of a link, that is being read.
struct Code {
    /// Version in front of the dot; `None` if it is too large a number.
    version: Option<u32>,
    reader: PayloadReader,
    /// Number of characters in a row behind the dot, up to the first noise.
    in_a_row: usize,
    /// True once noise, such as a line end, has stood within the code.
    is_broken: bool,
}

impl Code {
    fn new(version: &str) -> Self {
        let reader = PayloadReader::new(version);
        Self { version: version.parse().ok(), reader, in_a_row: 0, is_broken: false }
    }

    fn add(&mut self, mark: char) {
        self.in_a_row += usize::from(!self.is_broken);
        self.reader.add(mark);
    }

    fn is_long(&self) -> bool {
        self.in_a_row >= CODE_LEAST
    }

    /// Returns a body whose checksum holds.
    ///
    /// # Errors
    /// [`NoLink::Newer`] for the version of a later release, [`NoLink::Damaged`] for any other unknown
    /// version.
    fn of_known_version(&self, body: Vec<u8>) -> Result<Vec<u8>, NoLink> {
        match self.version {
            Some(VERSION) => Ok(body),
            Some(newer) if newer > VERSION => Err(NoLink::Newer(newer)),
            _ => Err(NoLink::Damaged),
        }
    }
}

/// Returns true for characters that get into the middle of a code: line ends, marks of quoted lines, and
/// invisible characters.
fn is_noise(mark: char) -> bool {
    mark.is_whitespace()
        || mark.is_control()
        || matches!(mark, '>' | '|' | '\\' | '\u{ad}' | '\u{feff}')
        || matches!(mark, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Undoes one layer of escapes: percent signs (RFC 3986), quoted-printable (RFC 2045), and those of HTML,
/// whose line breaks go as well.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = |from: usize, to: usize, radix: u32| {
            let digits = rest.get(from..to).filter(|digits| !digits.is_empty())?;
            digits.chars().try_fold(0, |number: u32, mark| Some(number * radix + mark.to_digit(radix)?))
        };
        let (mut original, mut length) = (Some(first), first.len_utf8());
        if !matches!(first, '%' | '=' | '&' | '<') {
            // Most of a text is no escape.
        } else if let ('%' | '=', Some(byte)) = (first, number(1, 3, 16)) {
            // No byte of a longer character is part of a code, and some are invisible in one.
            original = Some(if byte < 128 { char::from(byte as u8) } else { INVISIBLE });
            length = 3;
        } else if let Some(end) = rest.bytes().take(10).position(|byte| byte == last(first)) {
            if let Some((name, mark)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) {
                (original, length) = (Some(*mark), name.len());
            } else if rest.starts_with("&#") {
                let scalar = number(2, end, 10).or_else(|| number(3, end, 16)).and_then(char::from_u32);
                if scalar.is_some() {
                    (original, length) = (scalar, end + 1);
                }
            }
        }
        plain.extend(original);
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}

/// Returns the byte that ends a named escape: `;` behind `&`, `>` behind `<`, and a line feed behind `=`.
fn last(first: char) -> u8 {
    match first {
        '&' => b';',
        '<' => b'>',
        _ => b'\n',
    }
}

/// The soft hyphen, which is ignored within a code. It stands in for escapes that are no part of a code.
const INVISIBLE: char = '\u{ad}';

/// Escapes by name, each with the character that it stands for.
const NAMED: [(&str, char); 14] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&equals;", '='),
    ("&num;", '#'),
    ("&nbsp;", ' '),
    ("&shy;", INVISIBLE),
    ("<br>", ' '),
    ("<br/>", ' '),
    ("<br />", ' '),
    ("<wbr>", INVISIBLE),
    ("=\n", INVISIBLE),
    ("=\r\n", INVISIBLE),
];
