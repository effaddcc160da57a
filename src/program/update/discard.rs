//! Discarding what is typed in a form: the form begins anew, or is left. Each text can be brought back.

use super::left::set_aside;
use super::overtaken::here;
use super::prepare::{hand_over, open_agreed};
use super::screen::put_up;
use super::sheet::typed_alone;
use super::{form, line, offered, quarter, request};
use crate::domain::draft::{Content, Draft, PlanDraft, Purpose};
use crate::domain::half::ManagerHalf;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::program::state::thrown::{Thrown, ThrownBy};
use crate::text::Env;

/// Throws away what is typed in the open form, or in the line of a note, and begins it anew.
pub(super) fn start_over(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let typed = typed(model);
    model.thrown.extend(typed);
    if let Some(purpose) = model.screen.address().purpose() {
        model.drafts.drop(purpose);
    }
    match model.screen.address() {
        Screen::Session(_) => line::start_over(model, effects),
        Screen::Plan(None) => form::open(model, effects),
        Screen::Plan(Some(id)) => match model.half(id).map(|half| half.plan.schedule.clone()) {
            Some(schedule) => {
                let here = here(model, env, &schedule);
                form::reopen(model, id, here, effects);
            }
            None => form::open_asked(model, id, effects),
        },
        Screen::Ask => request::open(model, effects),
        Screen::Quarter => quarter::open(model, env, now, effects),
        _ => {}
    }
}

/// Discards what is typed in the open form, and opens the session whose plan the form changes, or else the
/// list. There the typed text can be brought back, and that of forms that were cancelled just before, until a screen
/// opens that is no form. The sheet on which the two write topics down leads back to the running session.
pub(super) fn cancel(model: &mut Model, effects: &mut Vec<Effect>) {
    let screen = match model.screen.address() {
        Screen::Plan(target) => {
            let session = offered::changed(model, target).or_else(|| running(model, target));
            session.map_or(Screen::Home, Screen::Session)
        }
        Screen::Ask | Screen::Quarter => Screen::Home,
        Screen::Prepare(id, Party::Seller) if model.screen.sheet().is_some_and(|sheet| sheet.is_agreed) => {
            Screen::Session(id)
        }
        _ => return,
    };
    let typed = typed(model);
    model.purposes().for_each(|purpose| model.drafts.drop(purpose));
    let alone = typed.as_ref().and_then(|typed| Some((typed.purpose, alone(&typed.draft)?)));
    let mut thrown = std::mem::take(&mut model.thrown);
    thrown.retain(|thrown| thrown.by == ThrownBy::Cancel);
    thrown.extend(typed);
    put_up(model, screen, effects);
    model.thrown = thrown;
    // The two threw away what both saw on the sheet. What the seller typed there alone before waits for the seller.
    if let Some((purpose, draft)) = alone {
        model.drafts.put_back(purpose, draft);
    }
}

/// Returns the part of the draft of a sheet that was typed for one party alone; `None` without any, and for a form.
fn alone(draft: &Draft) -> Option<Draft> {
    match (&draft.content, &draft.from) {
        (Content::Preparation(sheet), Content::Preparation(from)) => {
            Some(Draft { content: typed_alone(sheet, from)?.into(), ..draft.clone() })
        }
        _ => None,
    }
}

/// Returns what is typed in the open form or sheet; `None` if nothing is.
fn typed(model: &Model) -> Option<Thrown> {
    let purpose = model.screen.address().purpose()?;
    Some(Thrown { purpose, draft: model.drafts.typed(purpose)?.clone(), by: ThrownBy::Cancel })
}

/// Returns the session that is on with the two people of the open form, in which a next one was to be planned; `None` if
/// there is none.
fn running(model: &Model, target: Option<SessionId>) -> Option<SessionId> {
    let pair = model.drafts.get::<PlanDraft>(Purpose::plan(target))?.pair?;
    let is_on = |half: &ManagerHalf| !half.is_planned() && !half.course.has_ended();
    let mut sessions = model.sessions().filter(|session| session.pair == pair);
    sessions.find(|session| session.manager_half().is_some_and(is_on)).map(|session| session.id)
}

/// Offers the discarded text at this place again; or opens the form or the sheet again whose text was thrown away, with the text. A sheet on which the two wrote
/// is the seller's own again once the start was undone: it asks for the seller first.
pub(super) fn bring_back(model: &mut Model, now: Instant, place: usize, effects: &mut Vec<Effect>) {
    let Some(Thrown { purpose, draft, by }) = model.thrown.get(place).cloned() else { return };
    if by == ThrownBy::Discard {
        // Its notice comes back, whatever is typed by now.
        model.thrown.remove(place);
        let writer = model.ids.writer();
        model.drafts.offer(purpose, writer, draft);
        return move_focus(effects, Focus::Heading);
    }
    let screen = match purpose {
        Purpose::Plan => Some(Screen::Plan(None)),
        Purpose::PlanOf(id) => Some(Screen::Plan(Some(id))),
        Purpose::Request => Some(Screen::Ask),
        Purpose::Quarter => Some(Screen::Quarter),
        Purpose::Preparation(..) => None,
        _ => return,
    };
    model.thrown.remove(place);
    match (screen, purpose) {
        (Some(screen), _) => put_up(model, screen, effects),
        (None, Purpose::Preparation(id, _)) if model.half(id).is_some_and(|half| !half.is_planned()) => {
            open_agreed(model, id, effects);
        }
        (None, Purpose::Preparation(id, party)) => hand_over(model, now, id, party, effects),
        (None, _) => {}
    }
    let is_within =
        |own: &Draft| own.content.texts().all(|text| draft.content.texts().any(|thrown| thrown == text));
    if model.drafts.typed(purpose).is_some_and(is_within) {
        model.drafts.drop(purpose);
    }
    set_aside(model, purpose);
    model.drafts.put_back(purpose, draft);
}
