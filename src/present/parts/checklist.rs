//! The lines of a party's mindset checklist for a session.

use super::session_context::SessionContext;
use crate::domain::coaching_type::{History, guidance};
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::session::Session;
use crate::program::update::same::SamePairs;

/// Returns the main lines of the checklist of `party`: content, tone, structure. A first session asks nothing about a
/// last one.
pub(crate) fn checklist_lines(context: &SessionContext<'_>, party: Party) -> Vec<Phrase> {
    guidance(context.half.plan.coaching_type.id.as_str()).checklist(party).lines(history(context))
}

/// Returns the past of the two people: if another session of theirs has begun.
fn history(context: &SessionContext<'_>) -> History {
    let same = SamePairs::of(context.model);
    let mut others = context.model.sessions().filter(|session| session.id != context.id);
    let has_begun =
        |session: &Session| session.manager_half().is_some_and(|half: &ManagerHalf| !half.is_planned());
    match others.any(|session| same.one(session.pair) == context.pair && has_begun(session)) {
        true => History::Returning,
        false => History::First,
    }
}
