//! Reads any text as a stored record of each kind: unchanged, and as the data under a valid checksum.
#![no_main]

use coaching_session::domain::ui_state::UiState;
use coaching_session::domain::id::DeviceId;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::stored::{Stored, checksum, open, seal};
use libfuzzer_sys::fuzz_target;

fn check<T: Stored + PartialEq + std::fmt::Debug>(record: &str) {
    if let Ok(value) = open::<T>(record) {
        assert_eq!(open::<T>(&seal(&value)), Ok(value));
    }
}

fuzz_target!(|data: &str| {
    let sealed = format!("{{\"v\":1,\"sum\":\"{}\",\"data\":{data}}}", checksum(data.trim_ascii()));
    for record in [data, &sealed] {
        check::<Session>(record);
        check::<Register<Record>>(record);
        check::<DeviceId>(record);
        check::<UiState>(record);
    }
});
