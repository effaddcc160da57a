//! The events of the element for the host page: the only place that decides what the page hears, and when.
//!
//! Without `events="on"` the page hears of the start of the widget and of trouble alone.

use super::called::of_screen;
use crate::domain::half::Course;
use crate::domain::session::Session;
use crate::domain::time::{Instant, Span};
use crate::program::effect::{Effect, Failed, Told};
use crate::program::event::{StorageFault, Telling};
use crate::program::state::model::Model;
use crate::program::state::overlay::LinkOverlay;
use crate::program::state::told::{Progress, Seen};
use crate::timer::reading::{Phase, reading};

/// Tells the host page what has changed since the last event. A session that comes onto the screen for the first time is
/// news to nobody.
pub(super) fn follow(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let mut told: Vec<Told> = model.told.shared.drain(..).map(Told::Share).collect();
    if let Some(session) = of_screen(model) {
        let (id, seen) = (session.id, seen(model, session, now));
        if let Some(before) = model.told.sessions.insert(id, seen) {
            told.extend(news(before, seen, now));
        }
    }
    let troubles = troubles(model);
    let is_new = |(failed, count): &(Failed, usize)| {
        let before = model.told.troubles.iter().find(|(known, _)| known == failed);
        *count > before.map_or(0, |(_, before)| *before)
    };
    let is_faulty = effects.iter().any(|effect| matches!(effect, Effect::TellOwner(_)));
    told.extend(is_faulty.then_some(Told::Error(Failed::Config)));
    let new: Vec<Told> =
        troubles.iter().filter(|one| is_new(one)).map(|(failed, _)| Told::Error(*failed)).collect();
    told.extend(new);
    model.told.troubles = troubles;
    let hears_all = model.here.host.telling == Telling::All;
    told.retain(|one| hears_all || matches!(one, Told::Ready | Told::Error(_)));
    effects.extend(told.into_iter().map(Effect::Tell));
}

/// Returns the trouble of each kind, with a number that rises with new trouble of that kind.
fn troubles(model: &Model) -> Vec<(Failed, usize)> {
    let health = &model.health;
    // Storage that the host page does not want is no trouble.
    let fault = health.fault.filter(|fault| *fault != StorageFault::Unwanted);
    let storage = usize::from(fault.is_some()) + usize::from(health.cleared.is_some()) + health.blocked.len();
    let link = usize::from(matches!(model.overlays.link, Some(LinkOverlay::Refused { .. })));
    vec![(Failed::Storage, storage), (Failed::Link, link)]
}

/// Returns what the host page knows of a session at `now`.
fn seen(model: &Model, session: &Session, now: Instant) -> Seen {
    let half = session.manager_half();
    let manager = half.is_some_and(|half| half.prepared.ready.is_some_and(|ready| ready.is_for(&half.plan)));
    let both = half.zip(session.seller_half());
    let seller = both.is_some_and(|(half, seller)| seller.is_ready_for(&half.plan, &model.catalogue));
    let Some(Course::Begun { baseline, log }) = half.map(|half| &half.course) else {
        return Seen { manager, seller, progress: Progress::Planned };
    };
    let reading = reading(baseline, log, now);
    let progress = match (reading.phase, reading.current_index(), reading.ended) {
        (Phase::Ended, _, ended) => Progress::Ended(ended.unwrap_or(now)),
        (_, Some(item), _) => {
            let is_over = reading.current().is_some_and(|current| current.remaining() == Span(0));
            Progress::Running { began: reading.started.unwrap_or(now), item, is_over }
        }
        _ => Progress::Planned,
    };
    Seen { manager, seller, progress }
}

/// Returns the events between two looks at a session.
fn news(before: Seen, after: Seen, now: Instant) -> Vec<Told> {
    let mut told = Vec::new();
    if (before.manager, before.seller) != (after.manager, after.seller) {
        told.push(Told::Readiness { manager: after.manager, seller: after.seller });
    }
    match (before.progress, after.progress) {
        (Progress::Planned, Progress::Running { began, item, .. }) => {
            told.extend([Told::Start(began), Told::Item(item, began)]);
        }
        (Progress::Running { item: before, .. }, Progress::Running { item, .. }) if before != item => {
            told.push(Told::Item(item, now));
        }
        (Progress::Running { is_over: false, .. }, Progress::Running { item, is_over: true, .. }) => {
            told.push(Told::Overrun(item, now));
        }
        (Progress::Planned | Progress::Running { .. }, Progress::Ended(at)) => told.push(Told::End(at)),
        _ => {}
    }
    told
}
