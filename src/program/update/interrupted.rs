//! A session that was interrupted: the next one of the two goes on with what is left.

use super::same::all;
use crate::domain::agenda::Agenda;
use crate::domain::half::Course;
use crate::domain::id::{PairId, SessionId};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::timing::Log;
use crate::domain::topic::Topic;
use crate::program::state::model::Model;
use crate::timer::reading::reading;
use crate::timer::rest;

/// Returns the agenda of what is left of the session; `None` unless it was interrupted.
pub(super) fn rest_of(model: &Model, id: SessionId) -> Option<Agenda> {
    let half = model.half(id)?;
    let Course::Begun { baseline, log } = &half.course else { return None };
    let ended = log.last().filter(|_| log.is_interrupted())?.at;
    rest::rest(&half.plan.agenda, &reading(baseline, log, ended))
}

/// Returns the last session of the pair that began, if it was interrupted.
pub(super) fn last_interrupted(model: &Model, pair: PairId) -> Option<SessionId> {
    let pairs = all(model, pair);
    let of_pair = model.sessions().filter(|session| pairs.contains(&session.pair));
    let last = of_pair.filter(|session| began(session).is_some()).max_by_key(|session| began(session))?;
    log(last)?.is_interrupted().then_some(last.id)
}

/// Returns the topic that an interrupted session goes on with, as the manager notes it for the next one.
pub(super) fn topic_of(model: &Model, id: SessionId) -> Option<Topic> {
    let (session, rest) = (model.session(id)?, rest_of(model, id)?);
    let topic = rest.items().iter().find_map(|item| session.topic(item))?;
    Some(Topic::noted(topic.words.clone()))
}

fn log(session: &Session) -> Option<&Log> {
    match &session.manager_half()?.course {
        Course::Planned => None,
        Course::Begun { log, .. } => Some(log),
    }
}

fn began(session: &Session) -> Option<Instant> {
    log(session)?.began()
}
