//! The actions by which a session leaves this device.

use super::action::Action;
use super::known::Known;
use crate::domain::half::ManagerHalf;
use crate::program::event::Press;
use crate::text::message::{Message, OfLink};

/// Sends it to the other party.
pub(crate) fn send(known: &Known<'_>) -> Action {
    let name = &known.name(known.side.other());
    Action::new(known.env, &Message::Link(OfLink::SendTo { name }), Press::ShareOpened(known.id))
}

/// Saves a file of the session alone.
pub(crate) fn save(known: &Known<'_>) -> Action {
    Action::new(known.env, &Message::SaveSession, Press::SessionFileAsked(known.id))
}

/// What becomes of a plan that goes to the seller, and whether the seller answered before.
pub(crate) fn of_plan<'a>(half: &ManagerHalf, has_answered: bool, name: &'a str) -> Message<'a> {
    Message::Link(match half.prepared.invited {
        Some(invited) if !invited.is_for(&half.plan) => OfLink::ShareChanged { name },
        Some(_) if has_answered => OfLink::SendTo { name },
        _ => OfLink::ShareInvite { name },
    })
}
