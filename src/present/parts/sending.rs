//! Actions by which a session leaves this device.

use super::action::Action;
use super::known::Known;
use crate::domain::half::ManagerHalf;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns the action that opens the outgoing link to the other party.
pub(crate) fn send(known: &Known<'_>) -> Action {
    let name = &known.name(known.side.other());
    Action::new(known.env, &Message::SendTo { name }, Press::ShareOpened(known.id))
}

/// Returns the action that saves a file of this session alone.
pub(crate) fn save(known: &Known<'_>) -> Action {
    Action::new(known.env, &Message::SaveSession, Press::SessionFileAsked(known.id))
}

/// Returns the label for sending a plan to the seller: an invitation, a change, or a reply to the seller's
/// answer.
pub(crate) fn of_plan<'a>(half: &ManagerHalf, has_answered: bool, name: &'a str) -> Message<'a> {
    match half.prepared.invited {
        Some(invited) if !invited.is_for(&half.plan) => Message::ShareChanged { name },
        Some(_) if has_answered => Message::SendTo { name },
        _ => Message::ShareInvite { name },
    }
}
