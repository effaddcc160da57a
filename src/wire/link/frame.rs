//! The frame of a link: bytes as characters that survive an e-mail, with a checksum.
//!
//! `1.`, then base64url without padding (RFC 4648, section 5) of the kind, perhaps a filler, the content
//! and a CRC-32. Knows nothing about the content.

use crc::Digest;
use data_encoding::BASE64URL_NOPAD;

use super::content::VERSION;
use crate::domain::checksum::CRC_32;

/// The kind of the content of a link: the first byte without the bit of the filler.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ContentKind {
    /// The content is a half of a session that anybody can read; 0.
    Open,
    /// The content was encrypted with a password; 1.
    Locked,
    /// The content is the lasting link of two people; 4.
    Pair,
}

/// The bit of the first byte that announces a filler: one zero byte behind it.
const FILLED: u8 = 0b10;

/// Length of the checksum of a link, in bytes.
const CHECKSUM: usize = 4;

/// The CRC-32 of any bytes followed by their own CRC-32, least significant byte first.
const RESIDUE: u32 = 0x2144_df1c;

/// Returns the payload of a link with this content: the text behind `#cs=`.
///
/// Some programs take `-` or `_` at the end of an address for punctuation. Only three whole bytes can end in
/// one of these characters; behind one or two bytes the last character has unused bits, which are zero. So a
/// filler keeps the length from being a multiple of three.
pub(super) fn seal(kind: ContentKind, content: &[u8]) -> String {
    let kind = match kind {
        ContentKind::Open => 0,
        ContentKind::Locked => 1,
        ContentKind::Pair => 4,
    };
    let is_filled = (1 + content.len() + CHECKSUM).is_multiple_of(3);
    let head: &[u8] = if is_filled { &[kind | FILLED, 0] } else { &[kind] };
    let mut bytes = [head, content].concat();
    let mut checksum = checksum_of(&VERSION.to_string());
    checksum.update(&bytes);
    bytes.extend(checksum.finalize().to_le_bytes());
    format!("{VERSION}.{}", BASE64URL_NOPAD.encode(&bytes))
}

/// Returns kind and content of a body that [`PayloadReader::body`] returned; `None` for a first byte or a
/// filler that no release so far writes.
pub(super) fn open(body: &[u8]) -> Option<(ContentKind, &[u8])> {
    let (first, rest) = body.split_first()?;
    let kind = match first & !FILLED {
        0 => ContentKind::Open,
        1 => ContentKind::Locked,
        4 => ContentKind::Pair,
        _ => return None,
    };
    let content = if first & FILLED == 0 { rest } else { rest.strip_prefix(&[0])? };
    Some((kind, content))
}

/// Returns true for the characters of base64url: letters and digits of ASCII, `-` and `_`.
pub(super) fn is_code(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '-' | '_')
}

/// Returns the checksum of a version and its dot, to which the bytes of the payload are added.
fn checksum_of(version: &str) -> Digest<'static, u32> {
    let mut checksum = CRC_32.digest();
    checksum.update(version.as_bytes());
    checksum.update(b".");
    checksum
}

/// Reads the payload of a link character by character; each character may be the last of the payload.
pub(super) struct PayloadReader {
    bytes: Vec<u8>,
    /// Checksum of the version, its dot, and `bytes`.
    checksum: Digest<'static, u32>,
    /// Characters of the payload that are not decoded into `bytes` yet.
    pending: String,
}

impl PayloadReader {
    /// Returns a reader that has read this version and the dot behind it.
    pub(super) fn new(version: &str) -> Self {
        Self { bytes: Vec::new(), checksum: checksum_of(version), pending: String::new() }
    }

    /// Reads one character of base64url.
    pub(super) fn add(&mut self, character: char) {
        self.pending.push(character);
    }

    /// Returns the decoded bytes in front of the checksum if the characters so far are a whole payload.
    /// `None` if the checksum is wrong or a bit is left over.
    pub(super) fn body(&mut self) -> Option<Vec<u8>> {
        // Whole groups are decoded once, so that asking at each character takes no longer.
        let (groups, _) = self.pending.split_at_checked(self.pending.len() / 4 * 4)?;
        let bytes = BASE64URL_NOPAD.decode(groups.as_bytes()).ok()?;
        self.pending.drain(..groups.len());
        self.checksum.update(&bytes);
        self.bytes.extend(bytes);

        let rest = BASE64URL_NOPAD.decode(self.pending.as_bytes()).ok()?;
        let mut checksum = self.checksum.clone();
        checksum.update(&rest);
        if checksum.finalize() != RESIDUE {
            return None;
        }
        let mut body = [&*self.bytes, &rest].concat();
        body.truncate(body.len().checked_sub(CHECKSUM)?);
        Some(body)
    }
}
