//! Leaving the open screen: typed text is kept, or complained about.

use super::{agenda, note, prepare};
use crate::domain::time::Instant;
use crate::program::effect::Effect;
use crate::program::event::Press;
use crate::program::state::model::Model;

/// The outcome of leaving a screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// All that the screen keeps is kept: another screen may be put up.
    Done,
    /// Some typed text cannot be kept. The screen stays, and the focus is at that text.
    Refused,
}

/// Returns true if the press puts up another screen than the one with its button. A link that is taken in
/// leaves the screen below it later, once the answer to the link is known to be complete.
pub(super) fn leads_away(press: Press) -> bool {
    matches!(
        press,
        Press::HomeOpened
            | Press::SessionOpened(_)
            | Press::SessionDeleted(_)
            | Press::PairOpened(_)
            | Press::PlanOpened
            | Press::NextPlanned(..)
            | Press::PlanReopened(..)
            | Press::AgendaOpened(_)
            | Press::PrepareAsked(..)
            | Press::ShareOpened(_)
            | Press::AskPlanned(_)
            | Press::AskOpened
    )
}

/// Keeps the typed text of the open screen, as far as that screen keeps any. A link above a screen that
/// refuses is closed, so that the complaint is seen.
pub(super) fn leave(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) -> Leaving {
    let is_kept = !agenda::holds_wrong(model, effects)
        && note::keep(model, now, effects)
        && prepare::kept(model, effects);
    if is_kept {
        return Leaving::Done;
    }
    model.overlays.link = None;
    Leaving::Refused
}
