//! The agenda of a session that gets another coaching type or other minutes.

use super::offered::is_edited;
use crate::domain::agenda::Agenda;
use crate::domain::coaching_type::{Catalogue, CoachingType, History};
use crate::domain::fit::fit;
use crate::domain::plan::Plan;
use crate::domain::time::Minutes;

/// The fate of an edited agenda when the session gets another coaching type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AgendaChoice {
    /// The edited agenda stays.
    Kept,
    /// The agenda of the new coaching type replaces the edited one.
    Renewed,
}

/// Gives the plan another coaching type, with the agenda of that type unless the person keeps the edited one.
/// An agenda that is kept is fitted to `minutes`.
pub(super) fn retype(
    plan: &mut Plan,
    template: &CoachingType,
    agenda: AgendaChoice,
    (minutes, history): (Minutes, History),
    catalogue: &Catalogue,
) {
    let keeps = agenda == AgendaChoice::Kept && is_edited(plan, catalogue);
    let own = if keeps { None } else { template.agenda(minutes, history).ok() };
    plan.agenda = match own {
        Some(own) => own,
        None if plan.minutes == minutes => plan.agenda.clone(),
        None => refitted(plan, minutes, history, catalogue),
    };
    if let Some(coaching_type) = template.label() {
        plan.coaching_type = coaching_type;
    }
}

/// Returns the agenda for other minutes: the template's own if it was never edited, otherwise the edited one,
/// fitted. An agenda that cannot be fitted stays; the screen says so.
pub(super) fn refitted(plan: &Plan, minutes: Minutes, history: History, catalogue: &Catalogue) -> Agenda {
    let known = catalogue.find(plan.coaching_type.id.as_str());
    let template = known.filter(|_| !is_edited(plan, catalogue));
    let fitted = match template {
        Some(template) => template.agenda(minutes, history),
        None => fit(&plan.agenda, minutes),
    };
    fitted.unwrap_or_else(|_| plan.agenda.clone())
}
