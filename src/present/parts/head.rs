//! The head of each screen about one session: the coaching type, the two names, and the way back.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::phrase::Wording;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::text::Names;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The top of each screen about one session.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// Short line above the title: the name of the product, and the coaching type if it is known.
    pub kicker: Words,
    /// Heading of the screen: the names of the two people. An invitation shows its date; a locked or
    /// unreadable link, or a request, shows a title.
    pub title: Words,
    /// Button that returns to the list of sessions; it also closes an opened link.
    pub home: Action,
}

/// Returns the head of the screens about the session in `context`.
pub(crate) fn head(context: &SessionContext<'_>) -> HeadView {
    let coaching_type = Some(&context.half.plan.coaching_type.name);
    let manager = context.knows_manager().then(|| context.whole_name(Party::Manager));
    link_head(
        context.env,
        coaching_type,
        &context.whole_name(Party::Seller),
        manager.as_deref(),
        &Message::BackHome,
    )
}

/// Returns the head for a session whose coaching type or manager may be unknown, then `None`. `home` is the
/// label of the button that returns to the list.
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

/// Returns the day of `instant` in the time zone of this device, in short words; empty outside the range of
/// the calendar.
pub(crate) fn day(context: &SessionContext<'_>, instant: Instant) -> Words {
    let local = context.env.local(instant, &context.model.zone);
    local.map(|local| context.env.date(local, context.now, Names::Short)).unwrap_or_default()
}
