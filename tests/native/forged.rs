//! Forged payloads and records with valid checksums.

use coaching_session::wire::stored::checksum;

/// Returns a record of any data with a valid checksum.
pub fn record(data: &str) -> String {
    format!("{{\"v\":1,\"sum\":\"{}\",\"data\":{data}}}", checksum(data))
}

/// Returns a payload of any version with a valid checksum at its end.
pub fn of_version(version: u32, body: &[u8]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let text = format!("{version}.");
    let mut sum = u32::MAX;
    for byte in text.bytes().chain(body.iter().copied()) {
        sum ^= u32::from(byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    let bits: Vec<u8> = body
        .iter()
        .copied()
        .chain((!sum).to_le_bytes())
        .flat_map(|byte| (0..8).rev().map(move |place| byte >> place & 1))
        .collect();
    let code = bits.chunks(6).map(|bits| {
        let value = bits.iter().fold(0, |value, bit| value << 1 | bit) << (6 - bits.len());
        char::from(ALPHABET[usize::from(value)])
    });
    text + &code.collect::<String>()
}
