//! Holding a line for the next session back from the other person, and letting it go out again.

use super::came_up::{find, list_of, next};
use super::share;
use super::sheet::seller_half_of;
use crate::domain::id::SessionId;
use crate::domain::listed::Listed;
use crate::domain::note::{CARRIED_LIMIT, Carried};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::program::state::model::Model;

/// Holds a line back from the other one of the two: no link brings it any more. Or lets a held-back line go out again: with
/// the link on the screen, and with that of the next session.
pub(super) fn toggle(model: &mut Model, line: SessionId) {
    let Some((pair, Listed { is_held, line: own })) = find(model, line) else { return };
    let mut list = list_of(model, pair);
    for listed in list.iter_mut().filter(|listed| listed.line.session == line) {
        listed.is_held = !is_held;
    }
    model.record(RecordId::List(pair), Record::List(list));
    let on_screen = share::open_session(model);
    let changed: Vec<SessionId> = match is_held {
        true => on_screen.into_iter().chain(next(model, pair)).collect(),
        false => model.sessions().map(|session| session.id).collect(),
    };
    for id in changed {
        bring(model, id, &own, is_held);
    }
    share::show_changed(model);
}

/// Adds a line of this person to the half of session `id` that this person writes, or, unless `is_in`, takes it off; each half
/// has the lines in the order of the list.
fn bring(model: &mut Model, id: SessionId, line: &Carried, is_in: bool) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    let order: Vec<SessionId> = model.listed().map(|(_, own)| own.line.session).collect();
    let set = |lines: &mut Vec<Carried>| {
        lines.retain(|other| other.session != line.session);
        if is_in && lines.len() < CARRIED_LIMIT {
            lines.push(line.clone());
        }
        // Next steps stand on no list, and come first.
        lines.sort_by_key(|line| order.iter().position(|id| *id == line.session));
    };
    let has = |lines: &[Carried]| lines.iter().any(|other| other.session == line.session);
    match model.side(pair) {
        Party::Manager if model.half(id).is_some_and(|half| has(&half.carried) != is_in) => {
            model.change(id, &mut |half| set(&mut half.carried));
        }
        Party::Seller if has(&seller_half_of(model, id).listed) != is_in => {
            let mut half = seller_half_of(model, id);
            set(&mut half.listed);
            model.change_seller(id, half);
        }
        _ => {}
    }
}
