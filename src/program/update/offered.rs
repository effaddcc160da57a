//! What the form that sets the stage offers before the person chooses: the coaching type, and the
//! agenda to go with it.
//!
//! Never changes anything.

use crate::domain::coaching_type::{BUILT_IN, CoachingType, built_in};
use crate::domain::draft::PlanDraft;
use crate::domain::id::{PairId, SessionId};
use crate::domain::pair::Pair;
use crate::domain::plan::Plan;
use crate::program::state::model::Model;
use crate::program::update::same::all;

/// Returns the session whose plan the form changes; `None` if the form plans a new or a requested session.
#[must_use]
pub fn changed(model: &Model, target: Option<SessionId>) -> Option<SessionId> {
    target.filter(|id| model.half(*id).is_some())
}

/// The template that the form plans with: the one that was chosen, else that of the session that is
/// changed, else that of the last session with this seller, else the first of all. `None` where the
/// session that is changed has a type that is not ours: it keeps it.
#[must_use]
pub fn template(
    model: &Model,
    target: Option<SessionId>,
    draft: &PlanDraft,
) -> Option<&'static CoachingType> {
    let changed = changed(model, target);
    let before = match changed {
        Some(id) => model.half(id).map(|half| &half.plan),
        None => last_with(model, &draft.seller),
    };
    let chosen = built_in(&draft.coaching_type);
    let chosen = chosen.or_else(|| built_in(before?.coaching_type.id.as_str()));
    chosen.or(BUILT_IN.first().filter(|_| changed.is_none()))
}

/// What was planned last with the seller of that name.
#[must_use]
pub fn last_with<'a>(model: &'a Model, seller: &str) -> Option<&'a Plan> {
    last(model, Some(pair_of(model, seller)?))
}

/// What was planned last, with that pair or with anybody.
pub(super) fn last(model: &Model, pair: Option<PairId>) -> Option<&Plan> {
    let mut last: Option<&Plan> = None;
    let pairs = pair.map(|pair| all(model, pair));
    for session in
        model.sessions().filter(|session| pairs.as_ref().is_none_or(|of| of.contains(&session.pair)))
    {
        let Some(half) = session.manager_half() else { continue };
        if last.is_none_or(|last| last.schedule.local <= half.plan.schedule.local) {
            last = Some(&half.plan);
        }
    }
    last
}

/// The pair that the name of the seller names.
pub(super) fn pair_of(model: &Model, seller: &str) -> Option<PairId> {
    // Without the case of letters beyond ASCII: their tables weigh more than the comfort is worth.
    let name = seller.trim();
    let same = |pair: &Pair| pair.seller.as_str().eq_ignore_ascii_case(name);
    model.pairs().find(|(_, pair)| same(pair)).map(|(id, _)| id)
}

/// Whether the session that the form changes is to get another type, while its agenda was edited: then
/// the person says which of the two agendas it shall be.
#[must_use]
pub fn asks_for_agenda(model: &Model, target: Option<SessionId>, draft: &PlanDraft) -> bool {
    let asks = |id: SessionId| {
        let half = model.half(id).filter(|half| half.is_planned())?;
        let template = template(model, target, draft)?;
        Some(template.id != half.plan.coaching_type.id.as_str() && is_edited(&half.plan))
    };
    changed(model, target).and_then(asks).unwrap_or_default()
}

/// Whether a person changed the agenda since it was made.
pub(super) fn is_edited(plan: &Plan) -> bool {
    let template = built_in(plan.coaching_type.id.as_str());
    !template.is_some_and(|template| template.made(&plan.agenda, plan.minutes))
}
