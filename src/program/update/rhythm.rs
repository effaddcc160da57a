//! The next session of two people: the booked one, or suggested dates.
//!
//! Never books anything.

use super::index::Index;
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

/// Returns two dates for the next session after one that was planned for `last`. The search begins with the
/// same day of the week and time of day `weeks` weeks later, counted from today if `last` is long past, and
/// goes on day by day. It leaves out dates that are not after `now`, dates at which another session begins,
/// and, behind the first day, weekends.
#[must_use]
pub fn slots(model: &Model, weeks: u8, last: LocalDateTime, now: LocalDateTime) -> Vec<LocalDateTime> {
    let name = |local: LocalDateTime| (local.as_utc().0, 0);
    let mut taken = Index::new();
    for (local, _) in planned(model) {
        taken.insert(name(local), 0);
    }
    // Counts from today if the session is long past.
    let since = now.days_after(last).max(0).checked_div(7).unwrap_or_default();
    let mut slots = Vec::new();
    let first = last.plus_days(since.saturating_add(weeks.into()).saturating_mul(7));
    let mut next = first;
    while let Some(slot) = next.filter(|_| slots.len() < 2) {
        if slot > now && !taken.contains_key(&name(slot)) && (next == first || !slot.is_weekend()) {
            slots.push(slot);
        }
        next = slot.plus_days(1);
    }
    slots
}

/// Returns all sessions that have not begun, each with its planned start in its own time zone.
fn planned(model: &Model) -> impl Iterator<Item = (LocalDateTime, &Session)> {
    model.sessions().filter_map(|session| {
        let half = session.manager_half().filter(|half| half.course == Course::Planned)?;
        Some((half.plan.schedule.local, session))
    })
}
