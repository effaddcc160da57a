//! The time that is taken before a quarter is booked.
//!
//! Never changes anything.

use super::quarter_sellers::QuarterSeller;
use super::same::SamePairs;
use super::standing::kept_dates;
use crate::domain::half::ManagerHalf;
use crate::domain::id::PairId;
use crate::domain::party::Party;
use crate::domain::quarter::Busy;
use crate::domain::time::Instant;
use crate::program::state::model::Model;
use crate::text::Env;

/// Returns the time up to now, the sessions that this manager has planned, and the dates of the rows of all other sellers.
pub(super) fn busy(model: &Model, env: &Env<'_>, now: Instant, sellers: &[QuarterSeller]) -> Vec<Busy> {
    let mut busy = vec![Busy { begins: Instant(0), ends: now }];
    for session in model.sessions().filter(|session| model.side(session.pair) == Party::Manager) {
        if let Some(half) = session.manager_half().filter(|half: &&ManagerHalf| half.is_planned()) {
            let begins = half.plan.schedule.begins(env.zones);
            busy.push(Busy { begins, ends: begins.plus(half.plan.minutes.span()) });
        }
    }
    let same = SamePairs::of(model);
    let chosen: Vec<PairId> =
        sellers.iter().filter_map(|seller| seller.pair).map(|pair| same.one(pair)).collect();
    let is_other = |pair: PairId| model.side(pair) == Party::Manager && !chosen.contains(&same.one(pair));
    let others = kept_dates(model, env, now).into_iter().filter(|(pair, _)| is_other(*pair));
    busy.extend(
        others
            .map(|(_, date)| Busy { begins: date.begins, ends: date.begins.plus(date.date.minutes.span()) }),
    );
    busy
}
