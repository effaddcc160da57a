//! The statement on the list about a session that was just deleted.

use super::action::Action;
use super::called::called;
use super::gone::tell_gone;
use super::notice::Notice;
use super::session_row::other_name;
use crate::domain::gone::Gone;
use crate::domain::half::ManagerHalf;
use crate::domain::party::Party;
use crate::domain::record::Record;
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::outgoing::start::start;
use crate::program::event::Press;
use crate::program::state::list::Deletion;
use crate::program::state::model::Model;
use crate::text::message::Message;
use crate::text::{Env, Names};

/// Returns the statement that a session was deleted. The date tells two sessions with one person apart.
pub(crate) fn deletion_notice(model: &Model, deletion: &Deletion, now: Instant, env: &Env<'_>) -> Notice {
    let Deletion { session: id, pair, before, .. } = deletion;
    let name = |known| other_name(model, *pair, known, env);
    let seller = model.pair(*pair).map_or_else(|| env.say(&Message::SellerUnknown), name);
    let mut actions = vec![Action::new(env, &Message::Undo, Press::DeletionUndone(*id))];
    let session = before.iter().find_map(|(_, value)| value.session());
    let half = session.and_then(Session::manager_half);
    let was_sent = before.iter().any(|(_, value)| match value.register().and_then(Register::content) {
        Some(Record::Private(private)) => private.sent.is_some(),
        _ => false,
    });
    let is_managers = was_sent && half.is_some() && model.side(*pair) == Party::Manager;
    let is_cancelled_now = is_managers && half.is_some_and(ManagerHalf::is_planned);
    let deleted_at = model.known(*id).map(|known| known.manager.shown().written.clone());
    let gone = match (half, deleted_at) {
        (Some(half), Some(Written::Deleted(at))) => Gone::of(half, half.plan.schedule.begins(env.zones), at),
        _ => Gone::Cancelled,
    };
    if is_managers {
        let name = &called(model, env, model.pair(*pair), Party::Seller);
        let tell = tell_gone(gone, name);
        actions.push(Action::new(env, &tell, Press::ShareOpened(*id)));
    }
    let is_ahead = |half: &&ManagerHalf| {
        half.is_planned() && env.instant(half.plan.schedule.local, &half.plan.schedule.zone) > now
    };
    let is_told = |half: &ManagerHalf| {
        session.and_then(Session::seller_half).is_some_and(|seller| seller.declines(&half.plan))
    };
    let is_cancelled = session.is_some_and(Session::is_half_deleted);
    if model.side(*pair) == Party::Seller
        && !is_cancelled
        && half.filter(is_ahead).is_some_and(|half| !is_told(half))
    {
        let tell = Message::AbsenceTell { name: &called(model, env, model.pair(*pair), Party::Manager) };
        actions.push(Action::new(env, &tell, Press::AbsenceAsked(*id)));
    }
    let now = env.local(now, &model.zone);
    let when = half.map(|half| start(env, half, &model.zone, now, Names::Short));
    let (seller, name) = (&*seller, called(model, env, model.pair(*pair), Party::Seller));
    let text = match (&when, gone) {
        (Some(when), Gone::Cancelled) if is_cancelled_now => {
            Message::CancelledHere { seller, when, name: &name }
        }
        (Some(when), _) if is_cancelled_now => Message::NotHeldHere { seller, when, name: &name },
        (Some(when), _) => Message::DeletedPlanned { seller, when },
        (None, _) => Message::DeletedSession { seller },
    };
    Notice::new(env.say(&text), actions)
}
