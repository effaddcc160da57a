//! Cancelled sessions: a session that the manager cancelled stays on the seller's list while it holds words of the
//! seller, until the seller deletes it.

use crate::domain::gone::Gone;
use crate::domain::half::{ManagerHalf, SellerHalf};
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::domain::ui_state::Screen;
use crate::program::state::kept::Value;
use crate::program::state::model::Model;
use crate::program::update::link::{Half, Link};
use crate::text::Env;
use crate::wire::key::Key;

/// Returns what became of the session of a link that deletes it, by the plan that is here or was just deleted here;
/// [`Gone::Cancelled`] for an unknown plan.
#[must_use]
pub fn gone(model: &Model, env: &Env<'_>, link: &Link) -> Gone {
    let Half::Manager(half) = &link.half else { return Gone::Cancelled };
    let Written::Deleted(at) = half.shown().written else { return Gone::Cancelled };
    let is_sent = matches!(model.screen.address(), Screen::Share(id) if id == link.session);
    let deleted = || Some(&model.screen.sharing().filter(|_| is_sent)?.cancelled.as_ref()?.half);
    match model.half(link.session).or_else(deleted) {
        Some(half) => Gone::of(half, half.plan.schedule.begins(env.zones), at),
        None => Gone::Cancelled,
    }
}

/// Returns true if this person, the seller, wrote words for the session: shared, private or half typed.
#[must_use]
pub fn holds_words(model: &Model, id: SessionId) -> bool {
    let private = model.private(id, Party::Seller);
    model.known(id).and_then(Session::seller_half).is_some_and(SellerHalf::holds_words)
        || private.note.is_some()
        || private.held.count() > 0
        || model.drafts.hold_text_of(id)
}

/// Returns the manager's half of a session before something is taken in; `None` without a plan, or for the key of
/// another record.
pub(super) fn plan_before(model: &Model, key: Key) -> Option<Register<ManagerHalf>> {
    let Key::Session(id) = key else { return None };
    model.known(id).filter(|session| session.manager_half().is_some()).map(|session| session.manager.clone())
}

/// Keeps the plan of a session beside its cancellation, which was just taken in, if this person is the seller and
/// wrote words for the session. `plan` is the manager's half before.
pub(super) fn keep_cancelled(model: &mut Model, key: Key, plan: Option<Register<ManagerHalf>>) {
    let (Key::Session(id), Some(plan)) = (key, plan) else { return };
    let Some(session) = model.session(id).filter(|session| session.manager_half().is_none()) else { return };
    if model.side(session.pair) == Party::Seller && holds_words(model, id) {
        let Some(plan) = session.manager.older(&plan) else { return };
        let manager = session.manager.merged(&plan);
        if let Some(kept) = model.kept.get_mut(&key).filter(|_| manager.fits())
            && let Value::Session(session) = kept.edit()
        {
            session.manager = manager;
        }
    }
}
