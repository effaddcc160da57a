//! Doubtful values in the form that plans a session. The person is asked beside the field, and may keep the value.
//!
//! Never changes anything.

use super::offered;
use super::plan_check::session_minutes;
use super::slots::overlap;
use crate::domain::draft::{PlanDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::name::are_alike;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::zone::Shown;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, FormField};
use crate::program::state::model::Model;
use crate::program::state::screen::Complaints;
use crate::text::Env;

/// Number of days after which a date is far off: two years.
const FAR: i64 = 731;

/// Returns true if the complaint is a doubt: the person may keep the value.
#[must_use]
pub fn is_doubt(complaint: Complaint) -> bool {
    matches!(
        complaint,
        Complaint::SameNames
            | Complaint::Passed
            | Complaint::FarOff
            | Complaint::Skipped(_)
            | Complaint::Twice
            | Complaint::Overlaps(_)
            | Complaint::OverlapsSlot(..)
    )
}

/// Returns the doubts about the form, in the order of its fields. A form that changes a plan asks only about values that
/// the person changed.
#[must_use]
pub fn doubts(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    target: Option<SessionId>,
    draft: &PlanDraft,
) -> Complaints {
    let mut doubts = Complaints::new();
    let mut add = |field: FormField, doubt: Complaint| doubts.push((Field::Form(field), doubt));
    let changed = offered::changed(model, target);
    let from = model.drafts.from::<PlanDraft>(Purpose::plan(target)).filter(|_| changed.is_some());
    let is_new = |of: fn(&PlanDraft) -> [&str; 3]| from.is_none_or(|from| of(from) != of(draft));
    let own = draft.own_name.trim();
    if !own.is_empty()
        && are_alike(own, draft.seller.trim())
        && is_new(|form| [&form.seller, &form.own_name, ""])
    {
        add(FormField::Seller, Complaint::SameNames);
    }
    let Some(local) = LocalDateTime::parse(&draft.date, &draft.time) else { return doubts };
    let begins = env.instant(local, &model.zone);
    if is_new(|form| [&form.date, &form.time, ""]) {
        if begins < now {
            add(FormField::Date, Complaint::Passed);
        } else if env.local(now, &model.zone).is_some_and(|now| local.days_after(now) > FAR) {
            add(FormField::Date, Complaint::FarOff);
        }
        match env.zones.shown(local, &model.zone) {
            Shown::Once => {}
            Shown::Never => {
                add(FormField::Time, Complaint::Skipped(env.local(begins, &model.zone).unwrap_or(local)))
            }
            Shown::Twice => add(FormField::Time, Complaint::Twice),
        }
    }
    let minutes = session_minutes(&draft.minutes, &model.limits)
        .filter(|_| is_new(|form| [&form.date, &form.time, &form.minutes]));
    if let Some(overlap) = minutes.and_then(|minutes| overlap(model, env, now, changed, begins, minutes)) {
        add(FormField::Time, overlap);
    }
    doubts
}
