//! Any bytes as a text with a link in it, and as the packed form that a good checksum would let through.
#![no_main]

use coaching_session::wire::link::{decode, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&String::from_utf8_lossy(bytes));
    if let Ok(link) = decode(bytes) {
        // What was read is written again, and is the same.
        let payload = write(&link).expect("within the limits");
        assert_eq!(read(&payload), Ok(link));
    }
});
