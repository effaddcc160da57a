//! The head of a session's screens: what it is, who, when and where.

use super::action::Action;
use super::known::Known;
use crate::domain::phrase::Wording;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The head of a session's screens.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// That it is coaching, and of which type.
    pub kicker: Words,
    /// Who.
    pub title: Words,
    /// Back to the list.
    pub home: Action,
}

/// The head of that session.
pub(crate) fn head(known: &Known<'_>) -> HeadView {
    let coaching_type = Some(&known.half.plan.coaching_type.name);
    link_head(known.env, coaching_type, &known.seller, known.manager, &Message::BackHome)
}

/// The head of a session of which less may be known; the way back says `home`.
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
    HeadView {
        kicker,
        title: env.say(&Message::SessionTitle { seller, manager }),
        home: Action::new(env, home, Press::HomeOpened),
    }
}

/// The day of `instant` as clocks of this device show it, in few words.
pub(crate) fn day(known: &Known<'_>, instant: Instant) -> Words {
    let local = known.env.local(instant, &known.model.zone);
    local.map(|local| known.env.date(local, known.now, Names::Short)).unwrap_or_default()
}
