//! The form that plans a session or changes its plan.

use std::sync::Arc;

use super::complaint::{complain, typed_as};
use super::doubts::doubts;
use super::host::usual_minutes;
use super::interrupted::{last_interrupted, rest_of};
use super::new_session::begin;
use super::overtaken::{agenda_of, here, shown, tell_overtaken};
use super::plan_check::{Checked, check};
use super::retype::{AgendaChoice, refitted, retype};
use super::screen::put_up;
use super::standing::free;
use super::{left, offered};
use crate::domain::coaching_type::{CoachingType, History};
use crate::domain::draft::{PlanDraft, Purpose};
use crate::domain::following::following;
use crate::domain::id::{PairId, SessionId};
use crate::domain::name::are_alike;
use crate::domain::pair::Pair;
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::ui_state::Screen;
use crate::domain::zone::Schedule;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, FormField, RENEWED};
use crate::program::state::model::Model;
use crate::program::update::same::all;
use crate::text::Env;

/// Opens the form for a new session, with known values filled in.
pub(super) fn open(model: &mut Model, effects: &mut Vec<Effect>) {
    let draft = form_with_defaults(model);
    put_form_up(model, None, draft, effects);
}

/// Opens the form with `draft`, or with the text that the person typed in this form before. It plans a new
/// session if `target` is `None`, else a requested one, or changes a plan.
fn put_form_up(model: &mut Model, target: Option<SessionId>, draft: PlanDraft, effects: &mut Vec<Effect>) {
    put_up(model, Screen::Plan(target), effects);
    model.drafts.resume(Purpose::plan(target), draft);
}

/// Opens the form for a new session with the seller of a pair, with the length and the place of their last session. Text
/// that was typed for another new session is set aside.
pub(super) fn open_with(model: &mut Model, pair: PairId, effects: &mut Vec<Effect>) {
    let mut draft = form_with_defaults(model);
    draft.seller = typed_as(model.pair(pair).map(|two| &two.seller));
    draft.pair = Some(pair);
    if let Some(last) = offered::last(model, Some(pair)) {
        draft.minutes = last.minutes.0.to_string();
        draft.place = typed_as(last.place.as_ref());
    }
    left::set_aside(model, Purpose::Plan);
    put_form_up(model, None, draft, effects);
}

/// Opens the form for the next session with the same seller: as session `id`, which starts at `local`, but
/// without a date. Text that was typed for another new session is set aside.
pub(super) fn open_next(model: &mut Model, id: SessionId, local: LocalDateTime, effects: &mut Vec<Effect>) {
    if let Some(mut draft) = form_of(model, id, local) {
        draft.date.clear();
        draft.pair = model.session(id).map(|session| session.pair);
        draft.coaching_type = typed_as(model.half(id).map(|half| &half.plan.coaching_type.id));
        // The form may hold the plan for another seller.
        left::set_aside(model, Purpose::Plan);
        put_form_up(model, None, draft, effects);
    }
}

/// Opens the form for a session that the seller asked for, with the seller's name and known values filled in.
pub(super) fn open_asked(model: &mut Model, id: SessionId, effects: &mut Vec<Effect>) {
    let pair = model.session(id).and_then(|session| model.pair(session.pair));
    let seller = typed_as(pair.map(|pair| &pair.seller));
    let draft = PlanDraft { seller, ..form_with_defaults(model) };
    put_form_up(model, Some(id), draft, effects);
}

/// Opens the form with the plan of a session, which starts at `local` on this device.
pub(super) fn reopen(model: &mut Model, id: SessionId, local: LocalDateTime, effects: &mut Vec<Effect>) {
    if let Some(mut draft) = form_of(model, id, local) {
        draft.defaults_open = true;
        put_form_up(model, Some(id), draft, effects);
    }
}

/// Returns an empty form with this person's own name, if it is stored.
fn form_with_settings(model: &Model) -> PlanDraft {
    PlanDraft { own_name: typed_as(model.settings().own_name.as_ref()), ..PlanDraft::default() }
}

/// Returns the form for a new session, with the usual length and the own name. The place of a session with somebody else
/// may be a meeting that is theirs alone.
fn form_with_defaults(model: &Model) -> PlanDraft {
    let minutes = usual_minutes(model).to_string();
    PlanDraft { minutes, ..form_with_settings(model) }
}

/// Returns the form with the own name, and with the seller, `local` as the start, the minutes and the place
/// of a session's plan; no coaching type is chosen. `None` if the session has no plan.
fn form_of(model: &Model, id: SessionId, local: LocalDateTime) -> Option<PlanDraft> {
    let plan = &model.half(id)?.plan;
    let pair = model.session(id).and_then(|session| model.pair(session.pair));
    let mut draft = form_with_settings(model);
    draft.seller = typed_as(pair.map(|pair| &pair.seller));
    draft.date = local.date_field();
    draft.time = local.time_field();
    draft.minutes = plan.minutes.0.to_string();
    draft.place = typed_as(plan.place.as_ref());
    Some(draft)
}

/// Stores the typed text of a field, and checks a field with a complaint again.
pub(super) fn typed(model: &mut Model, field: FormField, text: String) {
    let agenda = agenda_of(model);
    let Some(draft) = edited(model) else { return };
    match field {
        FormField::Seller => draft.seller = text,
        FormField::Date => draft.date = text,
        FormField::Time => draft.time = text,
        FormField::Type | FormField::Template => draft.coaching_type = text,
        FormField::Minutes => draft.minutes = text,
        FormField::Place => draft.place = text,
        FormField::OwnName => draft.own_name = text,
        FormField::Agenda => draft.renews_agenda = agenda.filter(|_| text == RENEWED),
    }
    if field == FormField::Seller {
        retype_seller(model);
    }
    // Only fields with an earlier complaint get a new one; doubts are told again by the next attempt to plan.
    let limits = model.limits;
    let Some(draft) = edited(model) else { return };
    let mut now = check(draft, &limits).err().unwrap_or_default();
    now.retain(|(field, _)| model.screen.complaints().iter().any(|(told, _)| told == field));
    model.screen.set_complaints(now);
}

/// Puts the name of the pair's seller into the form. A length and a place that nobody typed become those of the last
/// session with this seller.
pub(super) fn choose_seller(model: &mut Model, pair: PairId) {
    let Some(name) = model.pair(pair).map(|two| two.seller.to_string()) else { return };
    typed(model, FormField::Seller, name);
    choose_pair(model, Some(pair));
}

/// Chooses the seller whose name was typed, if one seller alone has it; takes the choice back once the typed name is
/// another one.
fn retype_seller(model: &mut Model) {
    let Some(draft) = edited(model).cloned() else { return };
    let is_named = |two: &Pair| are_alike(two.seller.as_str(), draft.seller.trim());
    match draft.pair {
        Some(pair) if model.pair(pair).is_some_and(is_named) => {}
        Some(_) => choose_pair(model, None),
        None => {
            if let Some(pair) = offered::pair_of(model, &draft) {
                choose_pair(model, Some(pair));
            }
        }
    }
}

/// Chooses the seller of the pair, or nobody for `None`. A length and a place that nobody typed become those of the last
/// session with this seller, or without one the usual ones.
fn choose_pair(model: &mut Model, pair: Option<PairId>) {
    let Screen::Plan(target) = model.screen.address() else { return };
    if offered::changed(model, target).is_some() {
        return;
    }
    let mut usual = form_with_defaults(model);
    if let Some(last) = pair.and_then(|pair| offered::last(model, Some(pair))) {
        (usual.minutes, usual.place) = (last.minutes.0.to_string(), typed_as(last.place.as_ref()));
    }
    let purpose = Purpose::plan(target);
    let Some(from) = model.drafts.from::<PlanDraft>(purpose).cloned() else { return };
    let Some(draft) = edited(model) else { return };
    draft.pair = pair;
    let (keeps_minutes, keeps_place) = (draft.minutes != from.minutes, draft.place != from.place);
    if !keeps_minutes {
        draft.minutes.clone_from(&usual.minutes);
    }
    if !keeps_place {
        draft.place.clone_from(&usual.place);
    }
    // What the form filled in was typed by nobody.
    if let Some(told) = model.drafts.told::<PlanDraft>(purpose) {
        if !keeps_minutes {
            told.minutes = usual.minutes;
        }
        if !keeps_place {
            told.place = usual.place;
        }
    }
}

/// Puts a start into the form, and submits the form.
pub(super) fn choose_slot(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    slot: LocalDateTime,
    effects: &mut Vec<Effect>,
) {
    typed(model, FormField::Date, slot.date_field());
    typed(model, FormField::Time, slot.time_field());
    submit(model, env, now, effects);
}

/// Returns the draft of the open form for editing, and marks it as typed; `None` on another screen.
fn edited(model: &mut Model) -> Option<&mut PlanDraft> {
    let Screen::Plan(target) = model.screen.address() else { return None };
    model.drafts.edit(Purpose::plan(target))
}

/// Shows or hides the fields for the coaching type, the minutes and the place.
pub(super) fn toggle_defaults(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(draft) = edited(model) {
        draft.defaults_open = !draft.defaults_open;
        if draft.defaults_open {
            move_focus(effects, Focus::Field(Field::Form(FormField::Type)));
        }
    }
}

/// Plans the session or changes its plan, or complains about the form. Asks once about doubtful values; the next attempt
/// keeps them. Writes only the fields that the person typed.
pub(super) fn submit(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Screen::Plan(target) = model.screen.address() else { return };
    let Some(draft) = shown(model, env, target) else { return };
    let purpose = Purpose::plan(target);
    let checked = check(&draft, &model.limits).and_then(|checked| {
        let overtaken = tell_overtaken(model, env, target);
        if overtaken.is_empty() { Ok(checked) } else { Err(overtaken) }
    });
    let checked = checked.and_then(|checked| {
        let asks = target.is_none() && offered::is_ambiguous(model, &draft);
        let which = (Field::Form(FormField::Seller), Complaint::WhichOfThem);
        if asks { Err(vec![which]) } else { Ok(checked) }
    });
    let checked = checked.and_then(|checked| {
        let doubts = doubts(model, env, now, target, &draft);
        let is_told = doubts.iter().all(|doubt| model.screen.complaints().contains(doubt));
        if is_told { Ok(checked) } else { Err(doubts) }
    });
    let checked = match checked {
        Ok(checked) => checked,
        Err(complaints) => {
            let is_default = |field: &Field| {
                matches!(field, Field::Form(FormField::Minutes | FormField::Place | FormField::OwnName))
            };
            if let Some(draft) = edited(model) {
                draft.defaults_open |= complaints.iter().any(|(field, _)| is_default(field));
            }
            complain(&complaints, |field| field, effects);
            model.screen.set_complaints(complaints);
            return;
        }
    };
    let agenda = if draft.renews_agenda.is_some() { AgendaChoice::Renewed } else { AgendaChoice::Kept };
    // The plan of a session that another window deleted becomes a new session.
    let target = target.filter(|id| model.session(*id).is_some());
    let (session, template) = (offered::changed(model, target), offered::template(model, target, &draft));
    remember_own_name(model, checked.own_name.clone());
    let planned = match session {
        Some(id) => change(model, env, id, template.as_deref(), agenda, checked),
        None => {
            let begun = offered::begun(model, target);
            let of_begun = begun.and_then(|id| model.session(id)).map(|session| session.pair);
            let pair = of_begun.or_else(|| offered::pair_of(model, &draft));
            let asked = target.filter(|_| begun.is_none());
            template.and_then(|template| plan(model, env, now, (asked, pair), &template, checked))
        }
    };
    if let Some(id) = planned {
        model.drafts.drop(purpose);
        put_up(model, Screen::Session(id), effects);
    }
}

fn remember_own_name(model: &mut Model, own_name: Option<Text>) {
    if own_name.is_some() {
        model.record(RecordId::Settings, Record::Settings(Settings { own_name, ..model.settings() }));
    }
}

/// Plans a new session of the pair, of a new one for `None`, or the session that the seller asked for, and stores the
/// names of the two people; returns the session's id. A session at the start of a date of the row of the two is the session
/// of that date. `None` if the template has no agenda for the minutes.
pub(super) fn plan(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (asked, known): (Option<SessionId>, Option<PairId>),
    template: &CoachingType,
    checked: Checked,
) -> Option<SessionId> {
    let known = asked.and_then(|id| model.session(id)).map(|session| session.pair).or(known);
    let pair = known.unwrap_or_else(|| model.ids.pair());
    // Another way of writing a known name, such as in capitals, renames nobody.
    let spelled = model.pair(pair).map(|two| two.seller.clone());
    let spelled = spelled.filter(|name| asked.is_none() && are_alike(name.as_str(), checked.seller.as_str()));
    let checked = Checked { seller: spelled.unwrap_or(checked.seller), ..checked };
    rename(model, pair, &checked);
    let history = history(model, pair, asked);
    let last = offered::last_before(model, pair, asked);
    let rest = last_interrupted(model, pair).and_then(|id| rest_of(model, id));
    let agenda = match last.filter(|last| last.coaching_type.id.as_str() == template.id) {
        Some(last) => rest.unwrap_or_else(|| following(last, checked.minutes, &model.catalogue)),
        None => template.agenda(checked.minutes, history).ok()?,
    };
    let plan = Plan {
        coaching_type: template.label()?,
        schedule: Schedule::new(checked.local, model.zone.clone(), env.zones),
        minutes: checked.minutes,
        place: checked.place,
        agenda,
    };
    let begins = plan.schedule.begins(env.zones);
    let of_row = free(model, env, now, pair).into_iter().find(|date| date.begins == begins);
    let id = asked.or(of_row.map(|date| date.date.session));
    Some(begin(model, id, pair, plan))
}

/// Stores the names of the two people. An empty manager's name keeps the stored one.
fn rename(model: &mut Model, id: PairId, checked: &Checked) {
    let known = model.pair(id).and_then(|pair| pair.manager.clone());
    let pair = Pair { manager: checked.own_name.clone().or(known), seller: checked.seller.clone() };
    model.record(RecordId::Pair(id), Record::Pair(pair));
}

fn history(model: &Model, pair: PairId, except: Option<SessionId>) -> History {
    let mut sessions = model.sessions();
    let pairs = all(model, pair);
    if sessions.any(|session| Some(session.id) != except && pairs.contains(&session.pair)) {
        History::Returning
    } else {
        History::First
    }
}

fn change(
    model: &mut Model,
    env: &Env<'_>,
    id: SessionId,
    template: Option<&CoachingType>,
    agenda: AgendaChoice,
    checked: Checked,
) -> Option<SessionId> {
    let pair = model.session(id)?.pair;
    rename(model, pair, &checked);
    let history = history(model, pair, Some(id));
    // The form uses this device's time zone. A start that stays the same keeps its own.
    let before = model.half(id)?.plan.schedule.clone();
    let is_same = here(model, env, &before) == checked.local;
    let typed = Schedule::new(checked.local, model.zone.clone(), env.zones);
    if !is_same {
        let mut private = model.private(id, Party::Manager);
        private.move_from(before.begins(env.zones));
        model.keep_private(id, Party::Manager, private);
    }
    let schedule = if is_same { before } else { typed };
    let catalogue = Arc::clone(&model.catalogue);
    model.change(id, &mut |half| {
        let is_planned = half.is_planned();
        let plan = &mut half.plan;
        if is_planned {
            let other = template.filter(|template| template.id != plan.coaching_type.id.as_str());
            match other {
                Some(other) => retype(plan, other, agenda, (checked.minutes, history), &catalogue),
                None if plan.minutes != checked.minutes => {
                    plan.agenda = refitted(plan, checked.minutes, history, &catalogue)
                }
                None => {}
            }
        }
        plan.minutes = checked.minutes;
        plan.place.clone_from(&checked.place);
        plan.schedule.clone_from(&schedule);
    });
    Some(id)
}
