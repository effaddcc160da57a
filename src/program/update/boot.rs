//! Coming to life: reads what storage holds. Damaged records are moved aside, newer ones left alone.

use litemap::LiteMap;

use super::keep;
use crate::domain::desk::Desk;
use crate::domain::id::{DeviceId, Ids};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::effect::Effect;
use crate::program::event::Found;
use crate::program::kept::{Kept, Replica};
use crate::program::model::Model;
use crate::wire::key::Key;
use crate::wire::stored::{Unreadable, open, seal};

/// Takes in all that the shell found.
pub(super) fn boot(model: &mut Model, now: Instant, found: Found, effects: &mut Vec<Effect>) {
    model.ids = Ids::seeded(found.seed);
    model.device = model.ids.device();
    model.zone = found.zone;
    let records = found.records.unwrap_or_else(|fault| {
        model.health.fault = Some(fault);
        LiteMap::new_vec()
    });
    let mut device = None;
    for (name, record) in records.iter() {
        let Some(key) = Key::parse(name) else { continue };
        let read = match key {
            Key::Session(id) => kept(record).and_then(|kept: Kept<Session>| match kept.value().id {
                inside if inside == id => {
                    model.sessions.insert(id, kept);
                    Ok(())
                }
                _ => Err(Unreadable::Value("id")),
            }),
            Key::Record(id) => kept(record).map(|kept| drop(model.records.insert(id, kept))),
            Key::Desk => open::<Desk>(record).map(|desk| model.desk = desk),
            Key::Device => open::<DeviceId>(record).map(|id| device = Some(id)),
        };
        if let Err(unreadable) = read {
            model.health.refuse(key, unreadable);
            if !matches!(unreadable, Unreadable::Newer { .. }) {
                effects.push(Effect::MoveAside(key.name()));
            }
        }
    }
    match device {
        Some(id) => model.device = id,
        None => keep::write_new(model, Key::Device, seal(&model.device), effects),
    }
    come_back(model);
    super::clock::notice_step(model, now);
}

fn kept<T: Replica>(record: &str) -> Result<Kept<T>, Unreadable> {
    open(record).map(|value| Kept::read(value, record))
}

/// Puts up the screen that was open, where what it shows is still there.
fn come_back(model: &mut Model) {
    if model.is_gone() {
        model.desk = Desk::default();
        model.desk_unsaved = true;
    }
}
