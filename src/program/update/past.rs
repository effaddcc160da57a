//! The places of the browser's history: the name of the open screen, and the way back to a screen by its name.
//!
//! A place holds ids alone.

use super::kept_row::booked;
use super::{answering, opened};
use crate::domain::draft::Purpose;
use crate::domain::half::ManagerHalf;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::{Press, QuarterPress};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::wire::stored::Stored as _;

/// Place of an opened link, which lies above the screen.
const LINK: &str = "link";

/// Place of an opened file, which lies above the screen.
const FILE: &str = "file";

/// Returns the place of the shown screen. The sheets of a party share one place, since each begins with the screen that
/// hands the device over.
#[must_use]
pub fn place(model: &Model) -> String {
    if model.overlays.link.is_some() {
        return LINK.to_owned();
    }
    if model.overlays.file.as_ref().is_some_and(|file| file.is_shown()) {
        return FILE.to_owned();
    }
    let screen = match model.screen.address() {
        Screen::Prepare(id, party) | Screen::Close(id, party) => Screen::HandOver(id, party),
        screen => screen,
    };
    screen.write().map(|json| json.get().to_owned()).unwrap_or_default()
}

/// Returns true for the place of a screen, false for that of a link or file above it.
#[must_use]
pub fn is_screen(place: &str) -> bool {
    !matches!(place, LINK | FILE)
}

/// Returns true if the list of all people is shown.
#[must_use]
pub fn is_list(model: &Model) -> bool {
    model.screen.address() == Screen::Home && model.overlays.link.is_none()
}

/// Returns the press that opens the screen of a place, as its button would: so what is typed on the open screen is kept
/// first, and a sheet for one party alone asks who holds the device. The list stands for a screen that is gone, and for a
/// link or file that was closed. Closes an opened link or file; `None` if the screen below is the one of the place, or
/// the link stays open, since its answer is not sent.
pub(super) fn recall(
    model: &mut Model,
    env: &Env<'_>,
    text: &str,
    effects: &mut Vec<Effect>,
) -> Option<Press> {
    if model.overlays.link.is_some() {
        if answering::asks_before_leaving(model) {
            return None;
        }
        opened::leave(model, effects);
    }
    model.overlays.file.take_if(|file| file.is_shown());
    if place(model) == text {
        move_focus(effects, Focus::Heading);
        return None;
    }
    Some(press(model, env, Screen::read(text).unwrap_or_default()))
}

/// Returns true for a place that Back passes over: the one that is shown already, one that is gone, and that of a form or
/// a sheet that has done its work.
#[must_use]
pub fn is_passed_over(model: &Model, text: &str) -> bool {
    let is_planned = |id| model.half(id).is_some_and(ManagerHalf::is_planned);
    let has_plan = |id| model.half(id).is_some();
    let has_ended = match Screen::read(text) {
        Ok(Screen::Plan(None)) => model.drafts.typed(Purpose::Plan).is_none(),
        Ok(Screen::Quarter) => model.drafts.typed(Purpose::Quarter).is_none(),
        Ok(Screen::Booked) => booked(model).next().is_none(),
        Ok(Screen::Plan(Some(id)) | Screen::Agenda(id)) => !is_planned(id) && has_plan(id),
        Ok(Screen::HandOver(id, _) | Screen::Prepare(id, _) | Screen::Close(id, _)) => !is_planned(id),
        Ok(Screen::Session(id) | Screen::Own(id, _) | Screen::Calendar(id)) => !has_plan(id),
        Ok(Screen::Pair(id) | Screen::Standing(id)) => model.pair(id).is_none(),
        _ => false,
    };
    place(model) == text || has_ended
}

/// Returns the press that opens a screen, or the list in place of one that is gone.
fn press(model: &Model, env: &Env<'_>, screen: Screen) -> Press {
    let has_plan = |id| model.half(id).is_some();
    match screen {
        Screen::Pair(id) if model.pair(id).is_some() => Press::PairOpened(id),
        Screen::Standing(id) if model.pair(id).is_some() => Press::StandingOpened(id),
        Screen::Plan(None) => Press::PlanOpened,
        Screen::Plan(Some(id)) => match model.half(id).map(|half| &half.plan.schedule) {
            Some(schedule) => {
                let begins = schedule.begins(env.zones);
                Press::PlanReopened(id, env.local(begins, &model.zone).unwrap_or(schedule.local))
            }
            None if model.session(id).is_some() => Press::AskPlanned(id),
            None => Press::HomeOpened,
        },
        Screen::Agenda(id) if model.half(id).is_some_and(ManagerHalf::is_planned) => Press::AgendaOpened(id),
        Screen::Session(id) | Screen::Agenda(id) if has_plan(id) => Press::SessionOpened(id),
        Screen::HandOver(id, party) | Screen::Prepare(id, party) | Screen::Close(id, party)
            if has_plan(id) =>
        {
            Press::PrepareAsked(id, party)
        }
        Screen::Own(id, party) if has_plan(id) => Press::OwnAsked(id, party),
        Screen::Share(id) if model.known(id).is_some() => Press::ShareOpened(id),
        Screen::Calendar(id) if has_plan(id) => Press::CalendarAsked(id),
        Screen::Ask => Press::AskOpened,
        Screen::Quarter => Press::Quarter(QuarterPress::Opened),
        Screen::Booked => Press::Quarter(QuarterPress::BookedOpened),
        _ => Press::HomeOpened,
    }
}
