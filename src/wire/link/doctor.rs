//! Finds the link in any text, and repairs what mail programs, chats and careless copying did to it.
//!
//! A repair is certain where the checksum holds behind it, and nothing else is ever opened. The text is
//! looked through as it is, and again after each of a few rounds of undoing escapes; each look is one
//! pass, and so is each round, so that no text takes long. Addresses are not taken apart: a code is
//! found by its form, wherever it stands.

use super::frame::{Reader, value};
use super::{LINK_LIMIT, NoLink, VERSION};

/// How often a text is looked through: as it is, and behind each layer of addresses that are wrapped in others.
const LOOKS: usize = 5;

/// A text of more bytes is a long one: so often is it looked through in all, also where it is read in two ways.
const LONG: usize = 16 * 1024;
const LOOKS_OF_LONG: usize = 4;

/// The fewest characters on end that tell a damaged code from a number and what follows it.
const CODE_LEAST: usize = 24;

/// The host of Proofpoint, which writes addresses in a way of its own: `-` for `%`, and `_` for `/`.
const GUARD: &[u8] = b"urldefense";

/// The body of the first link in the text whose checksum holds.
pub(super) fn find(text: &str) -> Result<Vec<u8>, NoLink> {
    if text.chars().nth(LINK_LIMIT).is_some() {
        return Err(NoLink::TooLarge);
    }
    let mut fault = NoLink::None;
    let mut texts = vec![text.to_owned()];
    if text.as_bytes().windows(GUARD.len()).any(|part| part.starts_with(b"u") && part == GUARD) {
        let meant = |mark| match mark {
            '-' => '%',
            '_' => '/',
            _ => mark,
        };
        texts.push(text.chars().map(meant).collect());
    }
    let looks = if text.len() > LONG { LOOKS_OF_LONG / texts.len() } else { LOOKS };
    for mut text in texts {
        for round in 0..looks {
            if round > 0 {
                let next = unescaped(&text);
                if next == text {
                    break;
                }
                text = next;
            }
            if let Some(found) = look(&text, &mut fault) {
                return found;
            }
        }
    }
    Err(fault)
}

/// What stands before a code in an address, of which there is one even where the code is damaged: its
/// name at the beginning of a text, of a fragment, or of a part of one; Proofpoint writes `*` for `#`.
const NAMES: [[u8; 4]; 5] = [*b"\0cs=", *b"#cs=", *b"?cs=", *b"&cs=", *b"*cs="];

/// Looks for codes: a version, a dot, and characters whose checksum holds at some end. Of those where
/// it does not, `fault` is what to say.
fn look(text: &str, fault: &mut NoLink) -> Option<Result<Vec<u8>, NoLink>> {
    // The digits since something that is in no code, while there is nothing else.
    let (mut version, mut is_number) = (String::new(), true);
    let mut code: Option<Code> = None;
    // The four characters before.
    let mut before = 0_u32;
    for mark in text.chars().chain([' ']) {
        let mark = if matches!(mark, '\u{2010}' | '\u{2011}') { '-' } else { mark };
        let value = value(mark);
        before = before << 8 | u32::from(mark) & 0xff;
        let is_name = mark == '=' && NAMES.contains(&before.to_be_bytes());
        if is_name && *fault == NoLink::None {
            *fault = NoLink::Damaged;
        }
        if let Some(code) = code.as_ref().filter(|_| !mark.is_ascii_alphanumeric()) {
            if let Some(body) = code.reader.body() {
                return Some(code.judged(body));
            }
            if code.is_long() && *fault == NoLink::None {
                *fault = NoLink::Damaged;
            }
        }
        match (value, &mut code) {
            (Some(value), Some(code)) => code.add(value),
            (None, Some(code)) if is_noise(mark) => code.is_broken = true,
            (None, Some(_)) => code = None,
            (_, None) => {}
        }
        if mark == '.' && is_number && !version.is_empty() {
            code = Some(Code::new(&version));
        }
        if value.is_none() {
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

/// A code that is being read.
struct Code {
    version: Option<u32>,
    reader: Reader,
    /// How many characters stand on end behind the dot, and whether that is over.
    on_end: usize,
    is_broken: bool,
}

impl Code {
    fn new(version: &str) -> Self {
        let reader = Reader::new(version);
        Self { version: version.parse().ok(), reader, on_end: 0, is_broken: false }
    }

    fn add(&mut self, value: u32) {
        self.on_end += usize::from(!self.is_broken);
        self.reader.add(value);
    }

    fn is_long(&self) -> bool {
        self.on_end >= CODE_LEAST
    }

    /// What to make of a body whose checksum holds.
    fn judged(&self, body: &[u8]) -> Result<Vec<u8>, NoLink> {
        match self.version {
            Some(VERSION) => Ok(body.to_vec()),
            Some(newer) if newer > VERSION => Err(NoLink::Newer(newer)),
            _ => Err(NoLink::Damaged),
        }
    }
}

/// What gets into the middle of a code: the end of a line and what marks a quoted one, and what is not
/// seen at all.
fn is_noise(mark: char) -> bool {
    mark.is_whitespace()
        || mark.is_control()
        || matches!(mark, '>' | '|' | '\\' | '\u{ad}' | '\u{feff}')
        || matches!(mark, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// The text with one layer of escapes undone: percent signs (RFC 3986), quoted-printable (RFC 2045),
/// and those of HTML, whose line breaks go as well.
fn unescaped(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let number = |from: usize, to: usize, radix: u32| {
            let digits = rest.get(from..to).filter(|digits| !digits.is_empty())?;
            digits.chars().try_fold(0, |number: u32, mark| Some(number * radix + mark.to_digit(radix)?))
        };
        let (mut meant, mut length) = (Some(first), first.len_utf8());
        if !matches!(first, '%' | '=' | '&' | '<') {
            // Most of a text is no escape.
        } else if let ('%' | '=', Some(byte)) = (first, number(1, 3, 16)) {
            // No byte of a longer character is part of a code: it may be what is not seen, or not.
            meant = Some(if byte < 128 { char::from(byte as u8) } else { UNSEEN });
            length = 3;
        } else if let Some(end) = rest.bytes().take(10).position(|byte| byte == last(first)) {
            if let Some((name, mark)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) {
                (meant, length) = (Some(*mark), name.len());
            } else if rest.starts_with("&#") {
                let scalar = number(2, end, 10).or_else(|| number(3, end, 16)).and_then(char::from_u32);
                if scalar.is_some() {
                    (meant, length) = (scalar, end + 1);
                }
            }
        }
        plain.extend(meant);
        rest = rest.get(length..).unwrap_or_default();
    }
    plain
}

/// The byte at the end of an escape that is no number of two digits, from the character that it begins with.
fn last(first: char) -> u8 {
    match first {
        '&' => b';',
        '<' => b'>',
        _ => b'\n',
    }
}

/// A soft hyphen, which is passed over in a code.
const UNSEEN: char = '\u{ad}';

/// What stands for something else, and for what.
const NAMED: [(&str, char); 14] = [
    ("&amp;", '&'),
    ("&lt;", '<'),
    ("&gt;", '>'),
    ("&quot;", '"'),
    ("&equals;", '='),
    ("&num;", '#'),
    ("&nbsp;", ' '),
    ("&shy;", UNSEEN),
    ("<br>", ' '),
    ("<br/>", ' '),
    ("<br />", ' '),
    ("<wbr>", UNSEEN),
    ("=\n", UNSEEN),
    ("=\r\n", UNSEEN),
];
