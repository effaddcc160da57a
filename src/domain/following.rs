//! The agenda of the next session with the same seller.

use super::agenda::{Agenda, Item, ItemId, Role};
use super::coaching_type::{BUILT_IN, Catalogue, CoachingType, History};
use super::fit::fit;
use super::phrase::{Phrase, Wording};
use super::plan::Plan;
use super::time::Minutes;

/// Returns the agenda for a session of `minutes` that follows the session with this plan. An agenda that nobody edited
/// is made anew. An edited one keeps its items, their order and their minutes; names typed for last time's topics go
/// back to those of the type. Both have a look back.
#[must_use]
pub fn following(plan: &Plan, minutes: Minutes, catalogue: &Catalogue) -> Agenda {
    let template = catalogue.find(plan.coaching_type.id.as_str()).map(|found| &**found);
    let made = template.filter(|template| template.made(&plan.agenda, plan.minutes));
    if let Some(agenda) = made.and_then(|template| template.agenda(minutes, History::Returning).ok()) {
        return agenda;
    }
    let kept = with_look_back(&renamed(&plan.agenda, template), template, catalogue);
    if minutes == plan.minutes { kept } else { fit(&kept, minutes).unwrap_or(kept) }
}

/// Returns the agenda with the type's own names for the items that work on a topic.
fn renamed(agenda: &Agenda, template: Option<&CoachingType>) -> Agenda {
    let title = |item: &Item| match (&item.title, item.role, item.purpose) {
        (Wording::Own(_), Role::Topic(_), Some(purpose)) => {
            title_of(template, purpose).unwrap_or_else(|| item.title.clone())
        }
        _ => item.title.clone(),
    };
    let items = agenda.items().iter().map(|item| Item { title: title(item), ..item.clone() });
    Agenda::new(items.collect()).unwrap_or_else(|_| agenda.clone())
}

/// Returns the name that the type gives to the activity with this purpose, or another type if the type has no such
/// activity; `None` if no type has.
fn title_of(template: Option<&CoachingType>, purpose: Phrase) -> Option<Wording> {
    let types = template.into_iter().chain(BUILT_IN.iter().map(|built_in| &**built_in));
    let rows = types.flat_map(|template| &template.layouts).flat_map(|layout| &layout.rows);
    let mut activities = rows.map(|row| &row.activity);
    let activity = activities.find(|activity| activity.built_in_purpose() == Some(purpose));
    activity.map(|activity| activity.title.clone())
}

/// Returns the agenda with a look back, which takes its minutes from the first topic that has them to spare.
fn with_look_back(agenda: &Agenda, template: Option<&CoachingType>, catalogue: &Catalogue) -> Agenda {
    let items = agenda.items();
    if items.iter().any(|item| item.role == Role::LookBack) {
        return agenda.clone();
    }
    let first = || catalogue.types().first().map(|first| &**first);
    let whole = template.or_else(first).and_then(|template| {
        template.agenda(agenda.minutes().min(template.minutes), History::Returning).ok()
    });
    let back = whole.as_ref().and_then(|whole| whole.items().iter().find(|item| item.role == Role::LookBack));
    let Some(back) = back else { return agenda.clone() };
    let mut all = items.to_vec();
    let free = (0..=u16::MAX).map(ItemId).find(|id| items.iter().all(|item| item.id != *id));
    let spares =
        |item: &Item| item.minutes.0.checked_sub(back.minutes.0).is_some_and(|left| left >= item.least.0);
    if let Some(topic) = all.iter_mut().find(|item| item.role.topic().is_some() && spares(item)) {
        topic.minutes = Minutes(topic.minutes.0.saturating_sub(back.minutes.0));
    }
    let place = all.iter().position(|item| item.role == Role::Open).map_or(0, |open| open.saturating_add(1));
    all.insert(place, Item { id: free.unwrap_or(back.id), ..back.clone() });
    Agenda::new(all).unwrap_or_else(|_| agenda.clone())
}
