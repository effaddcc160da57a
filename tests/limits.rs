//! What any text at all may take: 16 MB of memory at most beside itself, as a link, a code, a file or a
//! record. And no time that somebody would notice. A binary of its own with one test, since all memory of it is counted.
//!
//! `cargo test --test limits -- --nocapture` prints the figures; the bounds on time are so
//! wide that they hold without optimisation and on a busy machine.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    missing_docs,
    unreachable_pub,
    reason = "a test that cannot go on has to fail, and this one measures time"
)]

use std::time::{Duration, Instant};

use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::backup::{FILE_LIMIT, Restore};
use coaching_session::wire::link::{LINK_LIMIT, read};
use coaching_session::wire::stored::open;
use peak_alloc::PeakAlloc;

#[path = "native/forged.rs"]
mod forged;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that a text may take beside itself, in MB of 1,000,000 bytes.
const MOST: f64 = 16.0;

/// The longest that it may take here; 50 ms are promised for links.
const LONGEST: Duration = Duration::from_millis(500);

/// Reads a text, which should be what it is taken for or not, and tells what that took.
#[track_caller]
fn check(name: &str, text: &str, expected: bool, read: impl Fn(&str) -> bool) {
    measure(name, text, expected, 0, read);
}

/// The same of a file, whose text belongs to what reads it and is not counted twice.
#[track_caller]
fn check_file(name: &str, text: &str, expected: bool) {
    measure(name, text, expected, text.len(), is_file);
}

fn is_file(text: &str) -> bool {
    let Ok(mut file) = Restore::begin(text.to_owned()) else { return false };
    loop {
        match file.record() {
            Ok(Some(record)) => drop(record),
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

#[track_caller]
fn measure(name: &str, text: &str, expected: bool, own: usize, read: impl Fn(&str) -> bool) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let begun = Instant::now();
    let is_well = read(text);
    let took = begun.elapsed();
    let memory = (MEMORY.peak_usage() - before).saturating_sub(own) as f64 / 1e6;
    println!("{name:40} {:>10} bytes {memory:>8.3} MB {:>8.2} ms", text.len(), took.as_secs_f64() * 1e3);
    assert_eq!(is_well, expected, "{name}");
    assert!(memory < MOST, "{name}: {memory} MB");
    assert!(took < LONGEST, "{name}: {took:?}");
}

#[test]
fn no_text_takes_more_memory_or_time_than_is_promised() {
    let is_link = |text: &str| read(text).is_ok();
    for unit in [
        "1.",
        "cs=1.A",
        "#cs=",
        "%25",
        "%2525",
        "&amp;",
        "&#x25;",
        "=3D",
        "=\r\n",
        "1.AAAA\n",
        "urldefense-2D",
        "\u{202e}",
    ] {
        check(&format!("nothing but {unit:?}"), &unit.repeat(LINK_LIMIT / unit.len()), false, is_link);
    }
    check("a text of 16 MB", &"Some words. ".repeat(FILE_LIMIT / 12), false, is_link);
    check("a code without end", &format!("#cs=1.{}", "A".repeat(1_000_000)), false, is_link);
    // Whole by its checksum, and nobody wrote it: whatever it unpacks into is bounded.
    for (name, fill) in [("zeros", 0_u64), ("ones", u64::MAX), ("noise", 0x9e37_79b9_7f4a_7c15)] {
        for kind in 0..4 {
            let mut state = fill;
            let mut body: Vec<u8> = (0..40_000)
                .map(|_| {
                    state =
                        if name == "noise" { state ^ state << 13 ^ state >> 7 ^ state << 17 } else { state };
                    state as u8
                })
                .collect();
            body[0] = kind;
            check(&format!("a forged code of {name}, {kind}"), &forged::of_version(1, &body), false, is_link);
        }
    }
    for unit in ["[", "{\"a\":", "\"", "\\u0041", "{\"\":\"\",", "0", " "] {
        check_file(&format!("a file of nothing but {unit:?}"), &unit.repeat(4_000_000 / unit.len()), false);
    }
    let much = |unit: &str| {
        format!("{{\"coaching-session\":1,\"records\":{{{}", unit.repeat(4_000_000 / unit.len()))
    };
    for unit in ["\"session/0000000000000001\":\"\",", "\"a\":[],", "\"a\":{\"b\":0},"] {
        check_file(&format!("a file that goes on with {unit:?}"), &much(unit), false);
    }
    // What takes little in the file and much once it is read.
    for unit in [
        "0,",
        "[],",
        "[0],",
        "{},",
        "{\"\":0},",
        "\"\",",
        "[[[[[[[[0]]]]]]]],",
        "{\"\":{\"\":{\"\":{\"\":0}}}},",
    ] {
        let list = unit.repeat(1_900_000 / unit.len());
        let list = format!("[{}]", list.trim_end_matches(','));
        check_file(&format!("a file with a list of {unit:?}"), &format!("{{\"a\":{list}}}"), false);
        let record = forged::record(&list);
        check(&format!("a record with a list of {unit:?}"), &record, false, |record| {
            open::<Session>(record).is_ok()
        });
    }
    // Writings that know nothing of one another: each is held against all others.
    let vector =
        |own: usize| (0..240).chain([1000 + own]).map(|of| format!("\"{of:016x}\":1")).collect::<Vec<_>>();
    let writings = (0..100).map(|own| format!("{{\"vector\":{{{}}},\"deleted\":1}}", vector(own).join(",")));
    let record = forged::record(&format!("[{}]", writings.collect::<Vec<_>>().join(",")));
    check("a record of 100 writings at once", &record, true, |record| {
        open::<Register<Record>>(record).is_ok()
    });
    let record = |id| format!("\"session/{id:016x}\":\"{}\",", "a".repeat(1_999_000));
    let records: String = (1..=7).map(record).collect();
    let whole = format!("{{\"coaching-session\":1,\"records\":{{{records}\"device\":\"a\"}}}}");
    check_file("a file that is whole", &whole, true);
}
