//! Suggestions of the form that plans a session, before the person chooses: the coaching type, and its
//! agenda.
//!
//! Never changes anything.

use std::sync::Arc;

use super::host::usual_type;
use crate::domain::coaching_type::{Catalogue, CoachingType};
use crate::domain::draft::PlanDraft;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::plan::Plan;
use crate::domain::session::Session;
use crate::program::state::model::Model;
use crate::program::update::same::{all, named, namesakes};

/// Returns the session whose plan the form changes; `None` if the form plans a new or a requested session, or one in place
/// of a session that has begun.
#[must_use]
pub fn changed(model: &Model, target: Option<SessionId>) -> Option<SessionId> {
    target.filter(|id| model.half(*id).is_some_and(ManagerHalf::is_planned))
}

/// Returns the session of the form if another window has started it: its plan no longer changes, and the form plans another
/// session of the two.
#[must_use]
pub fn begun(model: &Model, target: Option<SessionId>) -> Option<SessionId> {
    target.filter(|id| model.half(*id).is_some_and(|half| !half.is_planned()))
}

/// Returns the template with which the form plans. The first of these: the chosen one, that of the changed
/// session, that of the last session with the seller, the usual one of the page.
///
/// `None` if the changed session has a coaching type that this device does not know, and keeps it.
#[must_use]
pub fn template(model: &Model, target: Option<SessionId>, draft: &PlanDraft) -> Option<Arc<CoachingType>> {
    let changed = changed(model, target);
    let before = match changed {
        Some(id) => model.half(id).map(|half| &half.plan),
        None => last_with(model, draft),
    };
    let chosen = model.catalogue.find(&draft.coaching_type);
    let chosen = chosen.or_else(|| model.catalogue.find(before?.coaching_type.id.as_str()));
    chosen.or_else(|| usual_type(model).filter(|_| changed.is_none())).cloned()
}

/// Returns the plan of the session with the seller in the form that has the latest planned start; `None` without one.
#[must_use]
pub fn last_with<'a>(model: &'a Model, draft: &PlanDraft) -> Option<&'a Plan> {
    last(model, Some(pair_of(model, draft)?))
}

/// Returns the plan with the latest planned start among the sessions of the pair other than `except`; `None` without one.
pub(super) fn last_before(model: &Model, pair: PairId, except: Option<SessionId>) -> Option<&Plan> {
    let pairs = all(model, pair);
    let is_meant = |session: &&Session| Some(session.id) != except && pairs.contains(&session.pair);
    let plans = model.sessions().filter(is_meant).filter_map(Session::manager_half).map(|half| &half.plan);
    plans.max_by_key(|plan| plan.schedule.local)
}

/// Returns the plan with the latest planned start among the sessions of the pair, or of anybody whom this person
/// coaches for `None`.
pub(super) fn last(model: &Model, pair: Option<PairId>) -> Option<&Plan> {
    let mut last: Option<&Plan> = None;
    let pairs = pair.map(|pair| all(model, pair));
    let is_meant = |session: &&Session| match &pairs {
        Some(pairs) => pairs.contains(&session.pair),
        None => model.side(session.pair) == Party::Manager,
    };
    for session in model.sessions().filter(is_meant) {
        let Some(half) = session.manager_half() else { continue };
        if last.is_none_or(|last| last.schedule.local <= half.plan.schedule.local) {
            last = Some(&half.plan);
        }
    }
    last
}

/// Returns the pair in which this person coaches the seller in the form: the chosen one, or the only one of that name.
/// `None` for an unknown name, and for a typed name of several people. A pair in which this person is coached stays
/// out, even if its seller has that name: only its manager plans there.
#[must_use]
pub fn pair_of(model: &Model, draft: &PlanDraft) -> Option<PairId> {
    let name = draft.seller.trim();
    let pairs = || named(model, Party::Manager, name);
    let chosen = draft.pair.filter(|pair| pairs().any(|named| named == *pair));
    chosen.or_else(|| pairs().next().filter(|_| !is_ambiguous(model, draft)))
}

/// Returns true if several people whom this person coaches have the name in the form, and none of them was chosen.
#[must_use]
pub fn is_ambiguous(model: &Model, draft: &PlanDraft) -> bool {
    let name = draft.seller.trim();
    let is_chosen = draft.pair.is_some_and(|pair| named(model, Party::Manager, name).any(|of| of == pair));
    let Some(first) = named(model, Party::Manager, name).next() else { return false };
    !is_chosen && !namesakes(model, first, Party::Manager, name).is_empty()
}

/// Returns true if the form changes the plan of `target` and gives the session another type while its agenda
/// was edited. The person then chooses between the two agendas.
#[must_use]
pub fn asks_for_agenda(model: &Model, target: Option<SessionId>, draft: &PlanDraft) -> bool {
    let asks = |id: SessionId| {
        let half = model.half(id).filter(|half| half.is_planned())?;
        let template = template(model, target, draft)?;
        Some(template.id != half.plan.coaching_type.id.as_str() && is_edited(&half.plan, &model.catalogue))
    };
    changed(model, target).and_then(asks).unwrap_or_default()
}

/// Returns true if a person edited the agenda of the plan, or if this device does not know its template.
pub(super) fn is_edited(plan: &Plan, catalogue: &Catalogue) -> bool {
    let template = catalogue.find(plan.coaching_type.id.as_str());
    !template.is_some_and(|template| template.made(&plan.agenda, plan.minutes))
}
