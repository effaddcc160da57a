//! Bounds of memory and time for any text as a link, a code, a file or a record: at most 20 MB of memory beside the
//! text, and no noticeable time. A binary of its own with one test, since all memory of the binary is counted.
//!
//! `cargo test --test limits -- --nocapture` prints the figures. The bounds on time are wide enough for a build
//! without optimisation on a busy machine.
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

use coaching_session::domain::draft::Draft;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::backup::{FILE_LIMIT, LINE_LIMIT, Restore};
use coaching_session::wire::link::{LINK_LIMIT, read};
use coaching_session::wire::stored::open;
use peak_alloc::PeakAlloc;

#[path = "native/forged.rs"]
mod forged;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Upper bound of memory beside the text, in MB of 1,000,000 bytes.
const MOST: f64 = 20.0;

/// Upper bound of time in this test. An optimised build reads a link within 50 ms.
const LONGEST: Duration = Duration::from_millis(500);

/// Asserts that reading a text succeeds or fails as expected, within the bounds. Prints the figures.
#[track_caller]
fn check(name: &str, text: &str, expected: bool, read: impl Fn(&str) -> bool) {
    measure(name, text, expected, 0, read);
}

/// Asserts the same for a file. The reader owns the text of a file, so the text is not counted twice.
#[track_caller]
fn check_file(name: &str, text: &str, expected: bool) {
    measure(name, text, expected, text.len(), is_file);
}

fn is_file(text: &str) -> bool {
    let Ok(mut file) = Restore::begin(text.to_owned()) else { return false };
    loop {
        match file.entry() {
            Ok(Some(entry)) => drop(entry),
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
    for unit in ["[", "{\"a\":", "\"", "\\u0041", "{\"\":\"\",", "0", " ", "\n", "{}\n"] {
        check_file(&format!("a file of nothing but {unit:?}"), &unit.repeat(FILE_LIMIT / unit.len()), false);
    }
    let head = "{\"coaching-session\":1}\n";
    let much = |unit: &str| format!("{head}{}", unit.repeat((FILE_LIMIT - head.len()) / unit.len()));
    let line = "{\"key\":\"session/0000000000000001\",\"record\":\"\"}\n";
    for unit in [line, "{\"key\":\"a\",\"record\":[]}\n", "x\n"] {
        check_file(&format!("a file that goes on with {unit:?}"), &much(unit), false);
    }
    // One line without end is passed over, however much it holds.
    for unit in ["\n", " ", "[", "{\"key\":", "{\"key\":\"a\",", "\\u0041"] {
        check_file(&format!("a line without end of {unit:?}"), &much(unit), true);
    }
    for unit in ["[", "\\u0041", "\\n", "é"] {
        let filled = unit.repeat((LINE_LIMIT - 40) / unit.len());
        check_file(
            &format!("a line with a record of {unit:?}"),
            &format!("{head}{{\"key\":\"a\",\"record\":\"{filled}\"}}"),
            true,
        );
        check_file(
            &format!("a line with a key of {unit:?}"),
            &format!("{head}{{\"key\":\"{filled}\",\"record\":7}}"),
            true,
        );
    }
    // What takes little in the record and much once it is read.
    let session = |record: &str| open::<Session>(record).is_ok();
    let draft = |record: &str| open::<Draft>(record).is_ok();
    let preparation = |field: &str, list: &str| {
        format!("{{\"changed\":5,\"content\":{{\"preparation\":{{\"{field}\":{list}}}}}}}")
    };
    let register = |record: &str| open::<Register<Record>>(record).is_ok();
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
        let list = format!("[{}]", unit.repeat(2_000_000 / unit.len()).trim_end_matches(','));
        check(&format!("a record with a list of {unit:?}"), &forged::record(&list), false, session);
        check(&format!("a register of {unit:?}"), &forged::record(&list), false, register);
        let topics = forged::record(&preparation("topics", &list));
        check(&format!("a draft with topics of {unit:?}"), &topics, false, draft);
    }
    // Lists of what is right, but for their length.
    for (field, unit) in [
        ("topics", "{\"id\":0,\"words\":\"\",\"worked_if\":\"\"},"),
        ("evidence", "{\"source\":\"told\",\"words\":\"\"},"),
        ("held_topics", "0,"),
    ] {
        let list = unit.repeat(2_000_000 / unit.len());
        let endless = preparation(field, &format!("[{}]", list.trim_end_matches(',')));
        check(&format!("a preparation without end of {field}"), &forged::record(&endless), false, draft);
    }
    for unit in ["[", "{\"a\":"] {
        let nest = unit.repeat(2_000_000 / unit.len());
        check(&format!("a nest of {unit:?}"), &forged::record(&nest), false, session);
    }
    let nest = format!("{}{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    check("a whole nest", &forged::record(&nest), false, session);
    let counters: Vec<_> = (0..80_000).map(|device| format!("\"{device:016x}\":1")).collect();
    let record = forged::record(&format!("[{{\"vector\":{{{}}},\"deleted\":1}}]", counters.join(",")));
    check("a vector of 80,000 devices", &record, false, register);
    let text = "\\u0000".repeat(340_000);
    let record = forged::record(&format!(
        "[{{\"vector\":{{\"{:016x}\":1}},\"content\":{{\"pair\":{{\"seller\":\"{text}\"}}}}}}]",
        1
    ));
    check("a name of 2 MB", &record, false, register);
    // Writings that know nothing of one another: each is held against all others.
    let vector =
        |own: usize| (0..240).chain([1000 + own]).map(|of| format!("\"{of:016x}\":1")).collect::<Vec<_>>();
    let writings = (0..100).map(|own| format!("{{\"vector\":{{{}}},\"deleted\":1}}", vector(own).join(",")));
    let record = forged::record(&format!("[{}]", writings.collect::<Vec<_>>().join(",")));
    check("a record of 100 writings at once", &record, true, |record| {
        open::<Register<Record>>(record).is_ok()
    });
    let record = |id| format!("{{\"key\":\"session/{id:016x}\",\"record\":\"{}\"}}\n", "a".repeat(1_999_000));
    let records: String = (1..=7).map(record).collect();
    let whole = format!("{head}{records}{{\"key\":\"device\",\"record\":\"a\"}}\n");
    check_file("a file that is whole", &whole, true);
}
