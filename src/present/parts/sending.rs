//! Buttons by which a session leaves this device.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::half::ManagerHalf;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns the button that opens the screen for sending the session to the other party.
pub(crate) fn send(context: &SessionContext<'_>) -> Action {
    let name = &context.name(context.side.other());
    Action::new(context.env, &Message::SendTo { name }, Press::ShareOpened(context.id))
}

/// Returns the button that saves a file of this session alone.
pub(crate) fn save(context: &SessionContext<'_>) -> Action {
    Action::new(context.env, &Message::SaveSession, Press::SessionFileAsked(context.id))
}

/// Returns the label of the button that sends a plan to the seller: a change if the last invitation was to
/// another plan; a general word if the invited seller has answered; else an invitation. `has_answered` is
/// true if the seller wrote something about the session.
pub(crate) fn of_plan<'a>(half: &ManagerHalf, has_answered: bool, name: &'a str) -> Message<'a> {
    match half.prepared.invited {
        Some(invited) if !invited.is_for(&half.plan) => Message::ShareChanged { name },
        Some(_) if has_answered => Message::SendTo { name },
        _ => Message::ShareInvite { name },
    }
}
