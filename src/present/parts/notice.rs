//! Notices: sentences that ask for attention, with buttons. Those about storage stand above every screen.

use super::action::Action;
use crate::program::event::{Press, StorageFault};
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A sentence that asks for attention, with buttons.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Sentence of the notice.
    pub text: Words,
    /// Buttons that respond to the notice, the likeliest first; empty if there is nothing to do.
    pub actions: Vec<Action>,
}

/// Returns the notices about failing storage and unreadable records, the most pressing first.
pub(crate) fn notices(model: &Model, env: &Env<'_>) -> Vec<Notice> {
    let health = &model.health;
    let save = || Action::new(env, &Message::SaveFile, Press::FileAsked);
    let fault = health.fault.map(|fault| match fault {
        StorageFault::Denied => Message::StorageDenied,
        StorageFault::Full => Message::StorageFull,
    });
    let mut notices = Vec::new();
    if health.is_cleared {
        let put_back = Action::new(env, &Message::StoragePutBack, Press::StoragePutBack);
        let leave = Action::new(env, &Message::StorageLeaveCleared, Press::StorageLeftCleared);
        notices
            .push(Notice { text: env.say(&Message::StorageCleared), actions: vec![put_back, save(), leave] });
    }
    if let Some(text) = fault {
        notices.push(Notice { text: env.say(&text), actions: vec![save()] });
    }
    let moved = health.damaged.iter().filter(|(_, was_moved)| *was_moved).count();
    let stuck = health.damaged.len() - moved;
    for (count, text) in [
        (moved, Message::DamagedMoved { count: moved }),
        (stuck, Message::DamagedStuck { count: stuck }),
        (health.newer, Message::NewerData { count: health.newer }),
    ] {
        if count > 0 && !health.dismissed {
            let dismiss = Action::new(env, &Message::Dismiss, Press::NoticeDismissed);
            notices.push(Notice { text: env.say(&text), actions: vec![save(), dismiss] });
        }
    }
    notices
}
