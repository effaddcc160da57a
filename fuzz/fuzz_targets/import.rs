//! Reads any text as an opened file, and each record of the file as the kind that its key names.
#![no_main]

use coaching_session::domain::ui_state::UiState;
use coaching_session::domain::draft::Draft;
use coaching_session::domain::id::DeviceId;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::backup::{Entry, Restore};
use coaching_session::wire::key::Key;
use coaching_session::wire::stored::open;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    let Ok(mut file) = Restore::begin(file.to_owned()) else { return };
    while let Ok(Some(entry)) = file.entry() {
        let Entry::Record(key, record) = entry else { continue };
        match Key::parse(&key) {
            Some(Key::Session(_)) => drop(open::<Session>(&record)),
            Some(Key::Record(_)) => drop(open::<Register<Record>>(&record)),
            Some(Key::Device) => drop(open::<DeviceId>(&record)),
            Some(Key::Draft(..)) => drop(open::<Draft>(&record)),
            Some(Key::UiState) => drop(open::<UiState>(&record)),
            None => {}
        }
    }
});
