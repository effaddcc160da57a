//! The lasting link of two people: its content, and the screen that it opens. Opening one changes no record.

use super::link::names_in_links;
use super::same::all;
use super::standing::standing;
use crate::domain::half::Course;
use crate::domain::id::PairId;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::text::Env;
use crate::wire::link::PairLink;

/// Returns the lasting link of two people with a row of dates; `None` without one.
#[must_use]
pub fn pair_link(model: &Model, pair: PairId) -> Option<PairLink> {
    let (pair, standing) = standing(model, pair)?;
    let (manager, seller) = names_in_links(model, pair)?;
    Some(PairLink { pair, manager, seller, zone: standing.zone.clone(), slot: standing.slot })
}

/// Returns the press that opens the next session of the two at `now`: the one that is on, else the nearest one that is not
/// over; or their page if none is planned. `None` if this device knows nothing of the two.
#[must_use]
pub fn target(model: &Model, env: &Env<'_>, now: Instant, link: &PairLink) -> Option<Press> {
    model.pair(link.pair)?;
    let pairs = all(model, link.pair);
    let begins = |session: &Session| {
        let half = session.manager_half().filter(|_| !session.is_half_deleted())?;
        match &half.course {
            begun @ Course::Begun { .. } => (!begun.has_ended()).then_some(Instant(i64::MIN)),
            Course::Planned => {
                let begins = half.plan.schedule.begins(env.zones);
                (begins.plus(half.plan.minutes.span()) > now).then_some(begins)
            }
        }
    };
    let of_two = model.sessions().filter(|session| pairs.contains(&session.pair));
    let next = of_two.filter_map(|session| Some((begins(session)?, session.id))).min();
    Some(match next {
        Some((_, id)) => Press::SessionOpened(id),
        None => Press::PairOpened(link.pair),
    })
}
