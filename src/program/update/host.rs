//! The wishes of the host page, as the attributes of the element say them.

use std::sync::Arc;

use crate::domain::coaching_type::CoachingType;
use crate::domain::party::Party;
use crate::domain::time::Minutes;
use crate::program::effect::Effect;
use crate::program::event::Here;
use crate::program::state::model::Model;

/// Heeds the new wishes of the host page. A QR code of another address is no longer shown.
pub(super) fn heed(model: &mut Model, here: Here) {
    let is_elsewhere = model.here.share_url != here.share_url;
    model.here = here;
    if let Some(sharing) = model.screen.sharing_mut().filter(|_| is_elsewhere) {
        sharing.picture = None;
    }
}

/// Returns the coaching type of a new session with a new seller: the one that the host page names, else the first offered
/// one.
pub(super) fn usual_type(model: &Model) -> Option<&Arc<CoachingType>> {
    named_type(model).or_else(|| model.catalogue.types().first())
}

/// Returns the coaching type whose id the host page names, in full or the part before a hyphen.
fn named_type(model: &Model) -> Option<&Arc<CoachingType>> {
    let named = model.here.host.coaching_type.as_deref()?;
    let is_named = |template: &&Arc<CoachingType>| {
        let rest = template.id.strip_prefix(named);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    model.catalogue.types().iter().find(is_named)
}

/// Names to the owner of the page the coaching type that the page wants and nobody offers.
pub(super) fn name_unknown(model: &Model, effects: &mut Vec<Effect>) {
    if let (Some(named), None) = (&model.here.host.coaching_type, named_type(model)) {
        effects.push(Effect::NameUnknownType(named.clone()));
    }
}

/// Returns the length of a new session with a new seller, in minutes: that of the host page, else that of the coaching
/// type.
pub(super) fn usual_minutes(model: &Model) -> u16 {
    let of_type = || usual_type(model).map_or(45, |template| template.minutes.0);
    model.limits.nearest(Minutes(model.here.host.minutes.map_or_else(of_type, |minutes| minutes.0))).0
}

/// Returns true if the host page is for one party, and no pair of the other one is known here: then the list offers the
/// button of that party alone.
#[must_use]
pub fn is_for_one(model: &Model) -> bool {
    let is_of = |party: Party| model.pairs().all(|(id, _)| model.side(id) == party);
    model.here.host.party.is_some_and(is_of)
}
