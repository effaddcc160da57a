//! What asks for attention on every screen: storage that does not store, data that cannot be read.

use super::{Action, Notice};
use crate::program::event::{Press, StorageFault};
use crate::program::model::Model;
use crate::text::Voice;
use crate::text::message::Message;

/// What there is to say, the most pressing first.
pub(super) fn notices(model: &Model, voice: &Voice) -> Vec<Notice> {
    let health = &model.health;
    let save = || Action::new(voice, &Message::SaveFile, Press::FileAsked);
    let fault = health.fault.map(|fault| match fault {
        StorageFault::Denied => Message::StorageDenied,
        StorageFault::Full => Message::StorageFull,
    });
    let count = |moved: bool| health.damaged.iter().filter(|(_, was)| *was == moved).count();
    let lasting = [
        (count(true), Message::DamagedMoved { count: count(true) }),
        (count(false), Message::DamagedStuck { count: count(false) }),
        (health.newer, Message::NewerData { count: health.newer }),
    ];
    let fault = fault.map(|text| Notice { text: voice.say(&text), actions: vec![save()] });
    let lasting =
        lasting.into_iter().filter(|(count, _)| *count > 0 && !health.dismissed).map(|(_, text)| Notice {
            text: voice.say(&text),
            actions: vec![save(), Action::new(voice, &Message::Dismiss, Press::NoticeDismissed)],
        });
    fault.into_iter().chain(lasting).collect()
}
