//! The buttons for the next steps on the page of a planned session, as far as they are the seller's.

use super::action::Action;
use super::sending::send;
use super::session_context::SessionContext;
use crate::domain::party::Party;
use crate::program::event::Press;
use crate::program::update::sent::is_unsent;
use crate::text::Env;
use crate::text::message::Message;

/// The main button of the page, and those beside it.
pub(crate) struct NextSteps {
    pub main: Action,
    pub second: Vec<Action>,
}

/// Returns the button that opens the preparation of a party.
pub(crate) fn prepares(context: &SessionContext<'_>, party: Party) -> Action {
    let name = context.name(party);
    let ready = match party {
        Party::Manager => context.half.prepared.ready,
        Party::Seller => context.session.seller_half().and_then(|half| half.ready),
    };
    let label = match context.side == party {
        true if ready.is_some() => Message::PrepareAgain,
        true => Message::PrepareOwn,
        false => Message::PrepareAs { name: &name },
    };
    Action::new(context.env, &label, Press::PrepareAsked(context.id, party))
}

/// Returns the button back to the list, where nothing is left to do.
pub(crate) fn done(env: &Env<'_>) -> Action {
    Action::new(env, &Message::ToAllSessions, Press::HomeOpened)
}

/// Returns true if the seller answered about an earlier start, and not about the planned one.
fn is_moved(context: &SessionContext<'_>) -> bool {
    let half = context.session.seller_half().filter(|half| half.time.is_some());
    half.is_some_and(|half| half.says_of(&context.half.plan).is_none())
}

/// Returns the buttons for the next steps of a seller. The answer about a new time comes first, then sending while
/// something is not sent, else preparing. After a cancellation the seller can only ask for another session.
pub(crate) fn seller_steps(context: &SessionContext<'_>, calendar: Option<Action>) -> NextSteps {
    let env = context.env;
    if context.is_cancelled() {
        return NextSteps { main: Action::new(env, &Message::AskOne, Press::AskOpened), second: Vec::new() };
    }
    // The session may run on the manager's device.
    let is_planned = context.half.is_planned();
    let calendar = calendar.filter(|_| is_planned);
    if is_planned && is_moved(context) {
        let works = Action::new(env, &Message::WorksForMe, Press::TimeAccepted(context.id));
        let send = is_unsent(context.model, context.id).then(|| send(context));
        return NextSteps { main: works, second: send.into_iter().chain(calendar).collect() };
    }
    if is_unsent(context.model, context.id) {
        return NextSteps { main: send(context), second: calendar.into_iter().collect() };
    }
    let is_ready = context
        .session
        .seller_half()
        .is_some_and(|half| half.is_ready_for(&context.half.plan, &context.model.catalogue));
    let main = if is_planned && is_ready { done(env) } else { prepares(context, Party::Seller) };
    NextSteps { main, second: [send(context)].into_iter().chain(calendar).collect() }
}
