//! The standard agenda of a coaching type, without words of people. Those of a company stay: they are on its page.

use super::agenda::{Agenda, Role};
use super::coaching_type::{Catalogue, History};
use super::phrase::Wording;
use super::plan::Plan;

/// Returns the agenda that the plan's coaching type makes for the booked minutes, whatever the manager wrote into the
/// agenda of the plan. Of a type that is not in the catalogue, returns the items with built-in names. `None` if none is left.
#[must_use]
pub fn standard(plan: &Plan, catalogue: &Catalogue) -> Option<Agenda> {
    let looks_back = plan.agenda.items().iter().any(|item| item.role == Role::LookBack);
    let history = if looks_back { History::Returning } else { History::First };
    let template = catalogue.find(plan.coaching_type.id.as_str());
    let made = template.and_then(|of| of.agenda(plan.minutes, history).ok());
    made.or_else(|| plan.agenda.with_those(&|item| matches!(item.title, Wording::BuiltIn(_))))
}
