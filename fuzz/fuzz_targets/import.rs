//! Any text as a file that somebody opens, and each record in it as what its name says.
#![no_main]

use coaching_session::domain::desk::Desk;
use coaching_session::domain::id::DeviceId;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::backup::Restore;
use coaching_session::wire::json::Json;
use coaching_session::wire::key::Key;
use coaching_session::wire::stored::open;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    let Ok(mut file) = Restore::begin(file.to_owned()) else { return };
    while let Ok(Some((name, record))) = file.record() {
        let (Some(key), Json::Text(record)) = (Key::parse(&name), record) else { continue };
        match key {
            Key::Session(_) => drop(open::<Session>(&record)),
            Key::Record(_) => drop(open::<Register<Record>>(&record)),
            Key::Device => drop(open::<DeviceId>(&record)),
            Key::Desk => drop(open::<Desk>(&record)),
        }
    }
});
