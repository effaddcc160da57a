//! The form that plans a session, as the screen shows it: fields that the person did not type hold what is stored by now,
//! so that a form that another window overtook writes nothing that nobody typed.

use super::complaint::typed_as;
use super::offered::asks_for_agenda;
use crate::domain::draft::{PlanDraft, Purpose};
use crate::domain::id::SessionId;
use crate::domain::join::form::Form as _;
use crate::domain::time::LocalDateTime;
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, FormField};
use crate::program::state::model::Model;
use crate::program::state::screen::Complaints;
use crate::text::Env;

/// Returns the form of the open screen as the screen shows it: fields that the person did not type hold what is stored
/// by now. `None` if no draft holds what is typed there.
#[must_use]
pub fn shown(model: &Model, env: &Env<'_>, target: Option<SessionId>) -> Option<PlanDraft> {
    let purpose = Purpose::plan(target);
    let (draft, from) = (model.drafts.get::<PlanDraft>(purpose)?, model.drafts.from(purpose)?);
    Some(draft.joined(from, &stored(model, env, target, from)))
}

/// Returns `from`, the form as it began, with the values that are stored by now.
fn stored(model: &Model, env: &Env<'_>, target: Option<SessionId>, from: &PlanDraft) -> PlanDraft {
    let mut now = from.clone();
    if let Some(own_name) = model.settings().own_name {
        now.own_name = own_name.to_string();
    }
    let pair = target.and_then(|id| model.session(id)).and_then(|session| model.pair(session.pair));
    if let Some(pair) = pair {
        now.seller = pair.seller.to_string();
    }
    if let Some(plan) = target.and_then(|id| model.half(id)).map(|half| &half.plan) {
        let local = here(model, env, &plan.schedule);
        now.date = local.date_field();
        now.time = local.time_field();
        now.minutes = plan.minutes.0.to_string();
        now.place = typed_as(plan.place.as_ref());
    }
    now
}

/// Returns the start of a session as the clocks of this device show it.
pub(super) fn here(model: &Model, env: &Env<'_>, schedule: &Schedule) -> LocalDateTime {
    env.local(schedule.begins(env.zones), &model.zone).unwrap_or(schedule.local)
}

/// The fields with the texts of [`PlanDraft`], in the order of [`Form::texts`].
const FIELDS: [FormField; 6] = [
    FormField::Seller,
    FormField::Date,
    FormField::Time,
    FormField::Minutes,
    FormField::Place,
    FormField::OwnName,
];

/// Returns complaints about the fields in which another window stored another text since the form was opened. The next
/// press replaces these texts.
pub(super) fn tell_overtaken(model: &mut Model, env: &Env<'_>, target: Option<SessionId>) -> Complaints {
    let purpose = Purpose::plan(target);
    let (Some(draft), Some(from)) = (model.drafts.get::<PlanDraft>(purpose), model.drafts.from(purpose))
    else {
        return Complaints::new();
    };
    let now = stored(model, env, target, from);
    let overtaken = draft.overtaken(from, &now);
    if let Some(from) = model.drafts.told::<PlanDraft>(purpose).filter(|_| !overtaken.is_empty()) {
        from.tell(&now, &overtaken);
    }
    let of = |at: &usize| FIELDS.get(*at).map(|field| (Field::Form(*field), Complaint::Overtaken));
    let mut complaints: Complaints = overtaken.iter().filter_map(of).collect();
    // An agenda that was edited since the person chose to replace it.
    let asks =
        model.drafts.get::<PlanDraft>(purpose).is_some_and(|draft| asks_for_agenda(model, target, draft));
    let agenda = agenda_of(model).filter(|_| asks);
    if let Some(draft) = model.drafts.edit::<PlanDraft>(purpose)
        && agenda.is_some()
        && draft.renews_agenda.is_some()
        && draft.renews_agenda != agenda
    {
        draft.renews_agenda = agenda;
        complaints.push((Field::Form(FormField::Agenda), Complaint::AgendaOvertaken));
    }
    complaints
}

/// Returns the fingerprint of the agenda of the session whose plan the open form changes; `None` for another form.
pub(super) fn agenda_of(model: &Model) -> Option<u32> {
    let Screen::Plan(target) = model.screen.address() else { return None };
    Some(model.half(target?)?.plan.agenda.fingerprint())
}
