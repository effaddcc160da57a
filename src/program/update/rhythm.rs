//! The next session of two people, if it is booked.
//!
//! Never books anything.

use super::same::SamePairs;
use crate::domain::half::Course;
use crate::domain::id::SessionId;
use crate::domain::session::Session;
use crate::domain::time::LocalDateTime;
use crate::program::state::model::Model;

/// Returns the earliest planned session after `now`, or of all for `None`, of the two people of session `id`;
/// `None` if none is booked.
#[must_use]
pub fn booked(model: &Model, id: SessionId, now: Option<LocalDateTime>) -> Option<&Session> {
    let same = SamePairs::of(model);
    let pair = same.one(model.session(id)?.pair);
    let mut next: Option<(LocalDateTime, &Session)> = None;
    for (local, session) in planned(model).filter(|(_, session)| same.one(session.pair) == pair) {
        if Some(local) > now && next.is_none_or(|(earliest, _)| local < earliest) {
            next = Some((local, session));
        }
    }
    next.map(|(_, session)| session)
}

/// Returns all sessions that have not begun, each with its planned start in its own time zone.
fn planned(model: &Model) -> impl Iterator<Item = (LocalDateTime, &Session)> {
    model.sessions().filter_map(|session| {
        let half = session.manager_half().filter(|half| half.course == Course::Planned)?;
        Some((half.plan.schedule.local, session))
    })
}
