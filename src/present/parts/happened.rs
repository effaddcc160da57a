//! The question if a session happened whose date has passed, with its answers and what each of them does.

use super::action::Action;
use super::read_first::ReadFirst;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns true if the planned end of the session has passed at `now`, and it has not begun as far as this device knows.
pub(crate) fn is_past(context: &SessionContext<'_>, now: Instant) -> bool {
    let has_passed = context.begins().plus(context.half.plan.minutes.span()) < now;
    has_passed && context.half.is_planned()
}

/// Returns true on the manager's device if the planned end of the session has passed at `now`, and it has not begun.
pub(crate) fn has_passed(context: &SessionContext<'_>, now: Instant) -> bool {
    context.side == Party::Manager && is_past(context, now)
}

/// Returns the answers to the question if the session happened, the main one first.
pub(crate) fn steps(context: &SessionContext<'_>) -> (Action, Vec<Action>) {
    let env = context.env;
    let moving = Press::PlanReopened(context.id, context.begins_here());
    let others = vec![
        Action::new(env, &Message::HappenedMove, moving),
        Action::new(env, &Message::HappenedNot, Press::SessionLetGo(context.id)),
    ];
    (Action::new(env, &Message::HappenedYes, Press::HappenedSaid), others)
}

/// Returns statements what each answer does.
pub(crate) fn outcomes(context: &SessionContext<'_>) -> ReadFirst {
    let env = context.env;
    let outcomes = [
        Message::HappenedYesWhat,
        Message::HappenedMoveWhat,
        Message::HappenedNotWhat { seller: &context.name(Party::Seller) },
    ];
    ReadFirst {
        heading: env.say(&Message::HappenedWhat),
        lines: outcomes.iter().map(|outcome| env.say(outcome)).collect(),
    }
}
