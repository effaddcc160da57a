//! The form that plans a session or changes its plan.

use super::complaint::{complain, typed_as};
use super::doubts::doubts;
use super::overtaken::{here, shown, tell_overtaken};
use super::plan_check::{Checked, check};
use super::retype::{AgendaChoice, refitted, retype};
use super::screen::put_up;
use super::{left, names, offered};
use crate::domain::ahead::Ahead;
use crate::domain::closing::Closing;
use crate::domain::coaching_type::{BUILT_IN, CoachingType, History};
use crate::domain::draft::{PlanDraft, Purpose};
use crate::domain::following::following;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::Notes;
use crate::domain::pair::Pair;
use crate::domain::plan::Plan;
use crate::domain::readiness::Prepared;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::register::{Register, Written};
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Schedule};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, FormField, RENEWED};
use crate::program::state::kept::{Kept, Value};
use crate::program::state::model::Model;
use crate::program::update::same::all;
use crate::text::Env;
use crate::wire::key::Key;

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

/// Returns the form for a new session, with the usual length, the place of the last session and the own name.
fn form_with_defaults(model: &Model) -> PlanDraft {
    let minutes = BUILT_IN.first().map_or(45, |template| template.minutes.0).to_string();
    let place = typed_as(offered::last(model, None).and_then(|plan| plan.place.as_ref()));
    PlanDraft { minutes, place, ..form_with_settings(model) }
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
    let Some(draft) = edited(model) else { return };
    match field {
        FormField::Seller => draft.seller = text,
        FormField::Date => draft.date = text,
        FormField::Time => draft.time = text,
        FormField::Type | FormField::Template => draft.coaching_type = text,
        FormField::Minutes => draft.minutes = text,
        FormField::Place => draft.place = text,
        FormField::OwnName => draft.own_name = text,
        FormField::Agenda => draft.renews_agenda = text == RENEWED,
    }
    // Only fields with an earlier complaint get a new one; doubts are told again by the next attempt to plan.
    let mut now = check(draft).err().unwrap_or_default();
    now.retain(|(field, _)| model.screen.complaints().iter().any(|(told, _)| told == field));
    model.screen.set_complaints(now);
}

/// Puts the name of the pair's seller into the form. A length and a place that nobody typed become those of the last
/// session with this seller.
pub(super) fn choose_seller(model: &mut Model, pair: PairId) {
    let Some(name) = model.pair(pair).map(|two| two.seller.to_string()) else { return };
    let last = offered::last(model, Some(pair)).map(|last| (last.minutes, typed_as(last.place.as_ref())));
    let purpose = model.screen.address().purpose();
    let from = purpose.and_then(|purpose| model.drafts.from::<PlanDraft>(purpose)).cloned();
    if let (Some(draft), Some(from), Some((minutes, place))) = (edited(model), from, last) {
        if draft.minutes == from.minutes {
            draft.minutes = minutes.0.to_string();
        }
        if draft.place == from.place {
            draft.place = place;
        }
    }
    typed(model, FormField::Seller, name);
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
    let checked = check(&draft).and_then(|checked| {
        let overtaken = tell_overtaken(model, env, target);
        if overtaken.is_empty() { Ok(checked) } else { Err(overtaken) }
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
    let agenda = if draft.renews_agenda { AgendaChoice::Renewed } else { AgendaChoice::Kept };
    // The plan of a session that another window deleted becomes a new session.
    let target = target.filter(|id| model.session(*id).is_some());
    let (session, template) = (offered::changed(model, target), offered::template(model, target, &draft));
    remember_own_name(model, checked.own_name.clone());
    let planned = match session {
        Some(id) => change(model, env, id, template, agenda, checked),
        None => template.and_then(|template| plan(model, target, template, checked)),
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

/// Plans a new session, or the session that the seller asked for, and stores the names of the two people;
/// returns the session's id. `None` if the template has no agenda for the minutes.
fn plan(
    model: &mut Model,
    asked: Option<SessionId>,
    template: &CoachingType,
    checked: Checked,
) -> Option<SessionId> {
    let (pair, history) = match asked.and_then(|id| model.session(id)).map(|session| session.pair) {
        Some(pair) => {
            rename(model, pair, &checked);
            (pair, history(model, pair, asked))
        }
        None => pair_with(model, &checked),
    };
    let last = offered::last_before(model, pair, asked);
    let agenda = match last.filter(|last| last.coaching_type.id.as_str() == template.id) {
        Some(last) => following(last, checked.minutes),
        None => template.agenda(checked.minutes, history).ok()?,
    };
    names::list(model, pair);
    let plan = Plan {
        coaching_type: template.label()?,
        schedule: Schedule { local: checked.local, zone: model.zone.clone() },
        minutes: checked.minutes,
        place: checked.place,
        agenda,
    };
    Some(begin(model, asked, pair, plan))
}

/// Adds a planned session of the pair; or for `asked` the plan to this session that the seller asked for.
/// Returns the session's id.
pub(super) fn begin(model: &mut Model, asked: Option<SessionId>, pair: PairId, plan: Plan) -> SessionId {
    let id = asked.unwrap_or_else(|| model.ids.session());
    let half = ManagerHalf {
        plan,
        prepared: Prepared::default(),
        ahead: ahead(model, pair),
        course: Course::Planned,
        asked: Vec::new(),
        notes: Notes::default(),
        carried: Vec::new(),
        closing: Closing::default(),
    };
    let writer = model.writer;
    // A plan counts two writes from the start: the link of a calendar entry counts one, and yields to it.
    let planned = |half: &Register<ManagerHalf>, plan: ManagerHalf| {
        half.written(writer, Written::Content(plan.clone())).written(writer, Written::Content(plan))
    };
    if let Some(Value::Session(session)) = model.kept.get_mut(&Key::Session(id)).map(Kept::edit) {
        // An earlier plan may have been deleted.
        session.manager = planned(&session.manager, half);
    } else {
        let session = Session { id, pair, manager: planned(&Register::absent(), half), seller: None };
        model.kept.insert(Key::Session(id), Kept::new(Value::Session(Box::new(session))));
    }
    id
}

/// Returns the words ahead of a new session of the pair: the lines that the seller can count on, as in the last
/// session of the two.
fn ahead(model: &Model, pair: PairId) -> Ahead {
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let last = of_pair.filter_map(Session::manager_half).max_by_key(|half| half.plan.schedule.local);
    Ahead { count_on: last.map(|half| half.ahead.count_on.clone()).unwrap_or_default(), ..Ahead::default() }
}

/// Books the next session of the same two people for `local` on this device, without the form. The plan is
/// that of session `id` otherwise, with the agenda that follows: see [`following`].
pub(super) fn book_next(model: &mut Model, id: SessionId, local: LocalDateTime, effects: &mut Vec<Effect>) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    let Some(mut plan) = model.half(id).map(|half| half.plan.clone()) else { return };
    plan.agenda = following(&plan, plan.minutes);
    plan.schedule = Schedule { local, zone: model.zone.clone() };
    let next = begin(model, None, pair, plan);
    if model.screen.list().is_some() {
        // Booked from the list: the session is there to be sent and put into the calendar.
        put_up(model, Screen::Session(next), effects);
    } else {
        // The buttons of the dates disappear with the choice.
        move_focus(effects, Focus::Notes);
    }
}

/// Returns the pair with the seller of the typed name, known or new, and the pair's history. Stores the
/// names.
fn pair_with(model: &mut Model, checked: &Checked) -> (PairId, History) {
    if let Some(id) = offered::pair_of(model, checked.seller.as_str()) {
        rename(model, id, checked);
        return (id, history(model, id, None));
    }
    let id = model.ids.pair();
    rename(model, id, checked);
    (id, History::First)
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
    let typed = Schedule { local: checked.local, zone: model.zone.clone() };
    let schedule = if is_same { before } else { typed };
    model.change(id, &mut |half| {
        let is_planned = half.is_planned();
        let plan = &mut half.plan;
        if is_planned {
            let other = template.filter(|template| template.id != plan.coaching_type.id.as_str());
            match other {
                Some(other) => retype(plan, other, agenda, checked.minutes, history),
                None if plan.minutes != checked.minutes => {
                    plan.agenda = refitted(plan, checked.minutes, history)
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
