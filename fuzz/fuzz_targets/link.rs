//! Reads any bytes as a text with a link, and as the content of a link behind a valid checksum.
#![no_main]

use coaching_session::wire::link::{decode, read, write};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(&String::from_utf8_lossy(bytes));
    if let Ok(link) = decode(bytes) {
        // A link that was read is written and read again as the same link.
        let payload = write(&link).expect("within the limits");
        assert_eq!(read(&payload), Ok(link));
    }
});
