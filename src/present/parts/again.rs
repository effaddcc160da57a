//! The words of the preparations, to read again once the session has begun: the shared ones, folded, and the way to what
//! the seller keeps private.

use super::action::Action;
use super::brought::{ahead, brought};
use super::line::Line;
use super::session_context::SessionContext;
use super::sheet::Entry;
use crate::domain::party::Party;
use crate::domain::private::Private;
use crate::program::event::Press;
use crate::text::Words;
use crate::text::message::Message;

/// The words of the preparations, to read again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AgainView {
    /// Words that the two shared before the session; `None` if there are none.
    pub shared: Option<SharedView>,
    /// Button that hands the device to the seller, who reads the own private words again; `None` on the seller's device,
    /// and if the seller did not prepare on this one.
    pub own: Option<Action>,
}

/// The words that the two shared before the session, folded.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedView {
    /// Name of the whole, which unfolds it.
    pub name: Words,
    /// Lines below their headings: those of the seller, then those of the manager.
    pub parts: Vec<(Words, Vec<Line>)>,
}

/// Returns the words of the preparations.
pub(crate) fn again(context: &SessionContext<'_>) -> AgainView {
    let env = context.env;
    let mut parts =
        vec![(env.say(&Message::BroughtBefore { seller: &context.name(Party::Seller) }), brought(context))];
    for section in ahead(env, &context.half.ahead, &context.name(Party::Manager)) {
        let lines = section.entries.into_iter().filter_map(|entry| match entry {
            Entry::Line(line) => Some(line),
            _ => None,
        });
        parts.push((section.heading.unwrap_or_default(), lines.collect()));
    }
    parts.retain(|(_, lines)| !lines.is_empty());
    let name = env.say(&Message::ReadAgain);
    AgainView { shared: (!parts.is_empty()).then_some(SharedView { name, parts }), own: own(context) }
}

/// Returns the button that leads to what the seller keeps private. It does not tell if there is any: it stands there once
/// the seller prepared on this device.
fn own(context: &SessionContext<'_>) -> Option<Action> {
    let Private { ticks, note, held, .. } = context.model.private(context.id, Party::Seller);
    let has_prepared = !ticks.is_empty() || note.is_some() || held.count() > 0;
    let name = &context.name(Party::Seller);
    let press = Press::OwnAsked(context.id, Party::Seller);
    (context.side == Party::Manager && has_prepared)
        .then(|| Action::new(context.env, &Message::OwnAsk { name }, press))
}
