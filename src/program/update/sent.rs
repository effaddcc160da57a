//! The last sending of a session: recorded once the browser took the message, and compared with the content by now.

use super::link::{outgoing, sent_link};
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::sent::Sent;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::text::Env;

/// The state of a session's invitation, answer or request on the device that sends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentState {
    /// The content was never sent.
    NotSent,
    /// Earlier content was sent, and a change since was not.
    Changed(Sent),
    /// The content as it is now was sent.
    Sent(Sent),
}

/// Returns the state of what this person sends of a session; `None` for a manager once the session has begun, and for a
/// seller who has not answered.
#[must_use]
pub fn sent_state(model: &Model, id: SessionId) -> Option<SentState> {
    let content = content(model, id)?;
    Some(match last(model, id) {
        None => SentState::NotSent,
        Some(sent) if sent.content == content => SentState::Sent(sent),
        Some(sent) => SentState::Changed(sent),
    })
}

/// Returns true if the seller's half was written on the manager's device, this one: the seller prepared there, and needs
/// no link to know the plan.
#[must_use]
pub fn is_prepared_here(model: &Model, session: &Session) -> bool {
    let Some(seller) = session.seller.as_ref().filter(|_| model.side(session.pair) == Party::Manager) else {
        return false;
    };
    let managers = session.manager.versions();
    let is_own = |writer| managers.iter().any(|version| version.vector.count(writer) > 0);
    seller.shown().vector.counters().any(|(writer, _)| is_own(writer))
}

/// Returns the last sending of a session from this device; `None` before the first.
fn last(model: &Model, id: SessionId) -> Option<Sent> {
    let session = model.known(id)?;
    model.private(id, model.side(session.pair)).sent
}

/// Returns the fingerprint of what this person sends of a session; `None` for a manager once the session has begun, and
/// for a seller who has not answered. A seller's answers after the start are those at the close and about next steps.
pub(super) fn content(model: &Model, id: SessionId) -> Option<u64> {
    let session = model.session(id)?;
    let has_begun = session.manager_half().is_some_and(|half| !half.is_planned());
    match model.side(session.pair) {
        Party::Seller if has_begun => {
            let answered = |half: &&SellerHalf| half.closing.is_in || !half.steps.is_empty();
            session.seller_half().filter(answered).map(SellerHalf::fingerprint)
        }
        _ if has_begun => None,
        Party::Manager => session.manager_half().map(ManagerHalf::fingerprint),
        Party::Seller => session.seller_half().map(|half| half.fingerprint()),
    }
}

/// Records a sending of the session.
pub(super) fn record(model: &mut Model, id: SessionId, sent: Sent) {
    let Some(party) = model.known(id).map(|session| model.side(session.pair)) else { return };
    if outgoing(model, id).is_some() && model.keeps_private(id, party) {
        let mut private = model.private(id, party);
        private.sent = Some(sent);
        model.keep_private(id, party, private);
    }
}

/// Returns the planned session whose invitation goes along with the record of session `id`, with the fingerprint of its
/// content; `None` if none goes along.
pub(super) fn next_content(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    id: SessionId,
) -> Option<(SessionId, u64)> {
    let next = sent_link(model, env, now, id)?.next?.session;
    Some((next, content(model, next)?))
}
