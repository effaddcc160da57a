//! Leaving the open screen: keeps the typed text, or complains about it.

use super::{agenda, line, noted, prepare};
use crate::domain::time::Instant;
use crate::program::effect::Effect;
use crate::program::event::{Press, QuarterPress};
use crate::program::state::model::Model;
use crate::text::Env;

/// The outcome of leaving the open screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// The typed text of the screen is kept: another screen may open.
    Done,
    /// Some typed text cannot be kept. The screen stays, and the focus moves to that text.
    Refused,
}

/// Returns true if the press opens another screen, so that typed text is kept first. A press that accepts a
/// link leaves the screen below later, once the answer to the link is complete.
pub(super) fn leads_away(press: Press) -> bool {
    matches!(
        press,
        Press::HomeOpened
            | Press::SessionOpened(_)
            | Press::SessionDeleted(_)
            | Press::SessionLetGo(_)
            | Press::SellerBooked(..)
            | Press::PairOpened(_)
            | Press::PlanOpened
            | Press::PlanWith(_)
            | Press::NextPlanned(..)
            | Press::PlanReopened(..)
            | Press::AgendaOpened(_)
            | Press::PrepareAsked(..)
            | Press::OwnAsked(..)
            | Press::ShareOpened(_)
            | Press::CalendarAsked(_)
            | Press::StandingOpened(_)
            | Press::Quarter(QuarterPress::Opened | QuarterPress::BookedOpened)
            | Press::AskPlanned(_)
            | Press::AskOpened
            | Press::FormBroughtBack(_)
    )
}

/// Keeps the typed text of the open note, preparation or answers at the close. Fails if some of it is wrong,
/// or text in the agenda editor is; then an opened link above the screen is closed, so that the complaint is
/// visible.
pub(super) fn leave(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) -> Leaving {
    let is_kept = !agenda::holds_wrong(model, effects)
        && noted::keep(model, effects)
        && line::keep(model, env, now, effects)
        && prepare::kept(model, effects);
    if is_kept {
        return Leaving::Done;
    }
    model.overlays.link = None;
    Leaving::Refused
}
