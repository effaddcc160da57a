//! The action that hands the screen to the other party.

use super::action::Action;
use super::known::Known;
use crate::domain::party::Party;
use crate::program::event::Press;
use crate::text::message::Message;

/// Returns the action that hands the screen to `party`; none on the seller's device, which nobody shares.
pub(crate) fn over_to(known: &Known<'_>, party: Party) -> Vec<Action> {
    let name = known.name(party);
    let press = Press::PrepareAsked(known.id, party);
    match known.side {
        Party::Manager => vec![Action::new(known.env, &Message::HandOverTo { name: &name }, press)],
        Party::Seller => Vec::new(),
    }
}
