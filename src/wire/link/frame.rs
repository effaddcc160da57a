//! Bytes as characters that survive a mail, and the checksum that says whether they did.
//!
//! Knows nothing of what the bytes mean.

/// The version that is written.
const VERSION: &str = "1";

/// The payload of a body whose first byte is `kind` in its lowest bit. It never ends in `-` or `_`, which
/// programs take for punctuation behind an address: three more bits of that byte say nothing, and with
/// one of their values the checksum ends otherwise.
pub(super) fn seal(kind: u8, rest: &[u8]) -> String {
    let mut payload = String::new();
    for salt in 0..8 {
        payload = encode(kind | salt << 1, rest);
        if !payload.ends_with(['-', '_']) {
            break;
        }
    }
    payload
}

fn encode(first: u8, rest: &[u8]) -> String {
    let mut payload = VERSION.to_owned();
    let mut sum = Checksum::of(&payload);
    payload.push('.');
    let mut body = vec![first];
    body.extend(rest);
    body.iter().for_each(|byte| sum.add(*byte));
    body.extend(sum.bytes());
    let (mut bits, mut count) = (0_u32, 0);
    for byte in body {
        bits = bits << 8 | u32::from(byte);
        count += 8;
        while count >= 6 {
            count -= 6;
            payload.push(character(bits >> count));
        }
    }
    if count > 0 {
        payload.push(character(bits << (6 - count)));
    }
    payload
}

/// What stands for the lowest six bits, in base64url (RFC 4648, section 5).
fn character(bits: u32) -> char {
    let value = (bits & 63) as u8;
    char::from(match value {
        0..26 => value + 65,
        26..52 => value + 71,
        52..62 => value - 4,
        62 => b'-',
        _ => b'_',
    })
}

/// What a character stands for.
pub(super) fn value(character: char) -> Option<u32> {
    let value = match character {
        'A'..='Z' => u32::from(character) - 65,
        'a'..='z' => u32::from(character) - 71,
        '0'..='9' => u32::from(character) + 4,
        '-' => 62,
        '_' => 63,
        _ => return None,
    };
    Some(value)
}

/// What is read of a payload, character by character.
pub(super) struct Reader {
    bytes: Vec<u8>,
    bits: u32,
    count: u32,
    sum: Checksum,
}

impl Reader {
    /// One that has read this version and the dot behind it.
    pub(super) fn new(version: &str) -> Self {
        Self { bytes: Vec::new(), bits: 0, count: 0, sum: Checksum::of(version) }
    }

    /// Reads the character that stands for `value`.
    pub(super) fn add(&mut self, value: u32) {
        self.bits = self.bits << 6 | value;
        self.count += 6;
        if self.count >= 8 {
            self.count -= 8;
            let byte = (self.bits >> self.count) as u8;
            self.bytes.push(byte);
            self.sum.add(byte);
        }
    }

    /// The body, where its checksum is what was read last.
    pub(super) fn body(&self) -> Option<&[u8]> {
        let is_whole = self.count < 6 && self.bits & ((1 << self.count) - 1) == 0;
        let body = self.bytes.len().checked_sub(4).and_then(|end| self.bytes.get(..end))?;
        (is_whole && self.sum.0 == Checksum::RIGHT).then_some(body)
    }
}

/// CRC-32 (ISO/IEC 13239): what it is of may differ from what was written in any 32 bits on end, and
/// it tells.
struct Checksum(u32);

impl Checksum {
    /// What is left once a checksum was added to what it is of.
    const RIGHT: u32 = 0xdebb_20e3;

    fn of(version: &str) -> Self {
        let mut sum = Self(u32::MAX);
        version.bytes().chain(*b".").for_each(|byte| sum.add(byte));
        sum
    }

    fn add(&mut self, byte: u8) {
        self.0 ^= u32::from(byte);
        for _ in 0..8 {
            self.0 = (self.0 >> 1) ^ ((self.0 & 1) * 0xedb8_8320);
        }
    }

    fn bytes(&self) -> [u8; 4] {
        (!self.0).to_le_bytes()
    }
}
