//! The buttons that ask the other party to take the device.

use super::action::Action;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::program::event::Press;
use crate::program::update::close::is_elsewhere;
use crate::text::message::Message;

/// Returns the button that hands the device over to `party`; none on the seller's device, which nobody
/// shares.
pub(crate) fn over_to(context: &SessionContext<'_>, party: Party) -> Vec<Action> {
    let name = context.name(party);
    let press = Press::PrepareAsked(context.id, party);
    let label = match party == Party::Seller && is_elsewhere(context.model, context.id) {
        true => Message::IsHere { name: &name },
        false => Message::HandOverTo { name: &name },
    };
    match context.side {
        Party::Manager => vec![Action::new(context.env, &label, press)],
        Party::Seller => Vec::new(),
    }
}

/// Returns the label of the button with which a party answers on the manager's device: nobody answers for the seller.
pub(crate) fn answers_as(party: Party, name: &str) -> Message<'_> {
    match party {
        Party::Seller => Message::HandOverTo { name },
        Party::Manager => Message::AnswerAs { name },
    }
}
