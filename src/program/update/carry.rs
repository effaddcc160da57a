//! Open next steps, lines for the next session and a seller's answers about own steps, which go along with a link.

use super::came_up;
use super::earlier::{self, Earlier};
use super::same::one;
use super::step::take_along;
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::note::{CARRIED_LIMIT, Carried, STATUS_LIMIT, Status};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::program::state::model::Model;

/// Brings into the session what goes out with its link: its notes from elsewhere.
pub(super) fn bring_along(model: &mut Model, id: SessionId) {
    let Some(own_pair) = model.known(id).map(|session| session.pair) else { return };
    if model.side(own_pair) == Party::Manager {
        carry_along(model, id);
        // The record brings the next session along.
        let pair = one(model, own_pair);
        let is_next = |session: &&Session| {
            session.id != id && session.manager_half().is_some_and(ManagerHalf::is_planned)
        };
        let next = model.sessions().filter(is_next).filter(|next| one(model, next.pair) == pair);
        let next: Vec<SessionId> = next.map(|next| next.id).collect();
        if model.half(id).is_some_and(|half| !half.is_planned()) {
            next.into_iter().for_each(|next| carry_along(model, next));
        }
    } else if model.half(id).is_some_and(ManagerHalf::is_planned) {
        take_along(model, id, own_pair);
        came_up::take_along(model, id);
    }
}

/// Takes the open next steps of earlier sessions, what the manager said became of own ones, and the lines for the next
/// session along with the plan that the manager sends.
pub(super) fn carry_along(model: &mut Model, id: SessionId) {
    let mut carried = Vec::new();
    let Some(own_pair) = model.known(id).map(|session| session.pair) else { return };
    let pair = one(model, own_pair);
    let mut steps = earlier::open_or_told(model, Some(id), &[]);
    steps.retain(|earlier| earlier.pair == pair);
    for earlier in steps.iter().filter(|earlier| earlier.told.is_none()).take(CARRIED_LIMIT) {
        let note = earlier.note.clone();
        carried.push(Carried { session: earlier.session, began: earlier.began, note });
    }
    let own = steps.iter().filter(|earlier| earlier.note.by() == Some(Party::Manager));
    let settled =
        |own: &Earlier<'_>| Some(Status { session: own.session, note: own.note.id, answer: own.told? });
    let settled: Vec<Status> = own.filter_map(settled).take(STATUS_LIMIT).collect();
    carried.extend(came_up::carried(model, own_pair));
    carried.truncate(CARRIED_LIMIT);
    model.change(id, &mut |half| {
        if half.is_planned() {
            half.carried.clone_from(&carried);
            half.settled.clone_from(&settled);
        }
    });
}
