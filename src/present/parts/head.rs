//! The head of a session's screens.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::phrase::Wording;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The head of a session's screens.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// The word for coaching, and the coaching type.
    pub kicker: Words,
    /// The names of the two people.
    pub title: Words,
    /// The action that returns to the list.
    pub home: Action,
}

/// Returns the head of that session's screens.
pub(crate) fn head(context: &SessionContext<'_>) -> HeadView {
    let coaching_type = Some(&context.half.plan.coaching_type.name);
    link_head(context.env, coaching_type, &context.seller, context.manager, &Message::BackHome)
}

/// Returns the head for a session that may have no coaching type or manager yet. `home` is the label of the
/// way back.
pub(crate) fn link_head(
    env: &Env<'_>,
    coaching_type: Option<&Wording>,
    seller: &str,
    manager: Option<&str>,
    home: &Message<'_>,
) -> HeadView {
    let kicker = match coaching_type {
        Some(name) => env.say(&Message::SessionKicker { coaching_type: &env.wording(name) }),
        None => env.say(&Message::Product),
    };
    HeadView { kicker, title: env.two(seller, manager), home: Action::new(env, home, Press::HomeOpened) }
}

/// Returns the day of `instant` in the time zone of this device, in short words.
pub(crate) fn day(context: &SessionContext<'_>, instant: Instant) -> Words {
    let local = context.env.local(instant, &context.model.zone);
    local.map(|local| context.env.date(local, context.now, Names::Short)).unwrap_or_default()
}
