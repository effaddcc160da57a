//! Starts that are offered for a session, in the form and for the next session of two people, and the times that are taken:
//! those of planned sessions and of the dates of standing slots.
//!
//! Never books anything.

use super::offered;
use super::overtaken::here;
use super::plan_check::session_minutes;
use super::standing::{Upcoming, kept_dates, slot_at};
use crate::domain::draft::PlanDraft;
use crate::domain::half::Course;
use crate::domain::id::{PairId, SessionId};
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::domain::standing::Rhythm;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Span};
use crate::domain::zone::Schedule;
use crate::program::state::complaint::Complaint;
use crate::program::state::model::Model;
use crate::text::Env;

/// Number of starts that the form offers.
const OFFERED: usize = 3;

/// Number of starts that are offered for the next session of two people, and for a session that is moved.
const NEXT: usize = 2;

/// Hours of a day at which a start is offered, unless the last session with the seller began at another hour.
const WORKDAY: std::ops::RangeInclusive<u32> = 9..=16;

/// Hour of the first offer if the next full hour lies outside [`WORKDAY`].
const MORNING: u32 = 10;

/// Number of days that are searched for free starts.
const DAYS: i64 = 60;

/// Returns up to three starts for the session in the form, in the time zone of this device: on the next working days, at
/// the time of day of the last session with this seller, else at the next full hour. For a session that is moved returns
/// two starts on the working days after the planned one, at its time of day. See `free`. None while the date or the time in
/// the form is no legal one.
#[must_use]
pub fn offered(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    target: Option<SessionId>,
    draft: &PlanDraft,
) -> Vec<LocalDateTime> {
    // A start must not replace a text that is no date or time, and that the person may want back.
    let is_date = draft.date.is_empty() || LocalDateTime::parse(&draft.date, "00:00").is_some();
    let is_time = draft.time.is_empty() || LocalDateTime::parse("2000-01-01", &draft.time).is_some();
    let today = env.local(now, &model.zone).filter(|_| is_date && is_time);
    let first = today.and_then(|today| first(model, env, target, draft, today));
    let working = |first: LocalDateTime| (0..7).filter_map(move |days| first.plus_days(days));
    let Some(first) = first.and_then(|first| working(first).find(|day| !day.is_weekend())) else {
        return Vec::new();
    };
    let minutes = session_minutes(&draft.minutes, &model.limits).unwrap_or(Minutes(45));
    let count = if offered::changed(model, target).is_some() { NEXT } else { OFFERED };
    free(model, env, now, first, minutes, count)
}

/// Returns two starts for the next session of two people after one with this plan, in the time zone of this device. The
/// search begins with the first date after `now` of the slot that goes with `weeks`: a session on a first Tuesday leads to
/// the first Tuesday of the next month. See `free`.
#[must_use]
pub fn next(model: &Model, env: &Env<'_>, now: Instant, last: &Plan, weeks: u8) -> Vec<LocalDateTime> {
    let slot = slot_at(&last.schedule, Rhythm::of_weeks(weeks));
    let mut schedules = slot.later().map(|date| Schedule::new(date, last.schedule.zone.clone(), env.zones));
    let next = schedules.find(|schedule| schedule.begins(env.zones) > now);
    next.map(|next| free(model, env, now, here(model, env, &next), last.minutes, NEXT)).unwrap_or_default()
}

/// Returns up to `count` starts after `now` for a session of `minutes`, one a day from `first` on, each at its time of
/// day. A start that overlaps with another session or a date of a standing slot moves on by whole hours, or to the next
/// day. Weekends are left out, except for the first day.
fn free(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    first: LocalDateTime,
    minutes: Minutes,
    count: usize,
) -> Vec<LocalDateTime> {
    let busy = busy(model, env, now, None);
    let is_free = |local: &LocalDateTime| {
        let begins = env.instant(*local, &model.zone);
        begins > now && !busy.iter().any(|busy| busy.overlaps(begins, minutes))
    };
    let mut slots = Vec::new();
    for days in 0..DAYS {
        let day = first.plus_days(days).filter(|day| days == 0 || !day.is_weekend());
        let Some(start) = day else { continue };
        let later = (1..=8).filter_map(|hours| start.plus(Span::minutes(hours * 60)));
        let later = later.filter(|later| later.days_after(start) == 0 && WORKDAY.contains(&later.hour()));
        slots.extend(std::iter::once(start).chain(later).find(is_free));
        if slots.len() == count {
            break;
        }
    }
    slots
}

/// Returns the first day that is searched, with the time of day of the first offer: for a session that is moved the day
/// after the planned one, or tomorrow if that is later; else today.
fn first(
    model: &Model,
    env: &Env<'_>,
    target: Option<SessionId>,
    draft: &PlanDraft,
    today: LocalDateTime,
) -> Option<LocalDateTime> {
    let changed = offered::changed(model, target).and_then(|id| model.half(id)).map(|half| &half.plan);
    if let Some(plan) = changed {
        let planned = here(model, env, &plan.schedule);
        let since = planned.days_after(today).max(0);
        return today.at_time_of(planned).plus_days(since.saturating_add(1));
    }
    if let Some(last) = offered::last_with(model, draft) {
        return Some(today.at_time_of(here(model, env, &last.schedule)));
    }
    let next = today.plus(Span::minutes(60))?;
    let hour = if WORKDAY.contains(&next.hour()) { next.hour() } else { MORNING };
    today.at_hour(hour)
}

/// A time that is taken.
struct Busy {
    begins: Instant,
    ends: Instant,
    /// Doubt about a session that overlaps with this time.
    doubt: Complaint,
}

impl Busy {
    fn overlaps(&self, begins: Instant, minutes: Minutes) -> bool {
        begins < self.ends && begins.plus(minutes.span()) > self.begins
    }
}

/// Returns the times of all sessions of this person that have not begun, without session `except`, and of the dates after
/// `now` that standing slots keep.
fn busy(model: &Model, env: &Env<'_>, now: Instant, except: Option<SessionId>) -> Vec<Busy> {
    let of = |session: &Session| {
        let half = session.manager_half().filter(|half| half.course == Course::Planned)?;
        let begins = half.plan.schedule.begins(env.zones);
        let ends = begins.plus(half.plan.minutes.span());
        Some(Busy { begins, ends, doubt: Complaint::Overlaps(session.id) })
    };
    let others = model.sessions().filter(|session| Some(session.id) != except && !session.is_half_deleted());
    let date = |(pair, date): (PairId, Upcoming<'_>)| Busy {
        begins: date.begins,
        ends: date.begins.plus(date.date.minutes.span()),
        doubt: Complaint::OverlapsSlot(pair, date.begins),
    };
    others.filter_map(of).chain(kept_dates(model, env, now).into_iter().map(date)).collect()
}

/// Returns the doubt about a session of `minutes` from `begins` on that overlaps with a planned session other than
/// `except`, or else with a date of a standing slot; `None` if it overlaps with neither.
pub(super) fn overlap(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    except: Option<SessionId>,
    begins: Instant,
    minutes: Minutes,
) -> Option<Complaint> {
    let found = busy(model, env, now, except).into_iter().find(|busy| busy.overlaps(begins, minutes));
    found.map(|busy| busy.doubt)
}
