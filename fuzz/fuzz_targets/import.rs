//! Any text as a file that somebody opens, and each record in it as what its name says.
#![no_main]

use coaching_session::domain::desk::Desk;
use coaching_session::domain::id::DeviceId;
use coaching_session::domain::record::Record;
use coaching_session::domain::register::Register;
use coaching_session::domain::session::Session;
use coaching_session::wire::backup::restore;
use coaching_session::wire::json::Json;
use coaching_session::wire::key::Key;
use coaching_session::wire::stored::open;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|file: &str| {
    for (name, record) in restore(file).unwrap_or_default() {
        let (Some(key), Json::Text(record)) = (Key::parse(&name), record) else { continue };
        match key {
            Key::Session(_) => drop(open::<Session>(&record)),
            Key::Record(_) => drop(open::<Register<Record>>(&record)),
            Key::Device => drop(open::<DeviceId>(&record)),
            Key::Desk => drop(open::<Desk>(&record)),
        }
    }
});
