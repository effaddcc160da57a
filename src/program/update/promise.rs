//! What is left of earlier sessions: promises that still hold, and what was parked for the next one.
//!
//! Reads what other sessions hold and never writes there. Nothing is counted.

use super::same::one;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Answer, Carried, Detail, Note, NoteId, Place};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::state::model::Model;

/// A note of an earlier session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier<'a> {
    /// The session in which it was written.
    pub session: SessionId,
    /// Whose session that was: the one that stands for all pairs of the same two.
    pub pair: PairId,
    /// When that session began.
    pub began: Instant,
    /// The note.
    pub note: &'a Note,
}

/// The promises that still hold, the oldest first: all, or those made before that session by its
/// two. What was said about them in that session itself does not close them there.
#[must_use]
pub fn open(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    standing(model, at, &|note| matches!(note.detail, Detail::Promise { .. }))
}

/// What the two parked before that session, for the next time or for a place that was never settled,
/// until they settle it.
#[must_use]
pub fn parked_for(model: &Model, at: SessionId) -> Vec<Earlier<'_>> {
    standing(model, Some(at), &waits)
}

/// The same of a pair, as it stands now.
#[must_use]
pub fn parked(model: &Model, pair: PairId) -> Vec<Earlier<'_>> {
    let mut found = standing(model, None, &waits);
    let one = one(model, pair);
    found.retain(|earlier| earlier.pair == one);
    found
}

fn waits(note: &Note) -> bool {
    matches!(note.detail, Detail::Parked { place: None | Some(Place::NextTime), .. })
}

/// The notes of that kind that no later session has settled.
fn standing<'a>(
    model: &'a Model,
    at: Option<SessionId>,
    is_of_kind: &dyn Fn(&Note) -> bool,
) -> Vec<Earlier<'a>> {
    let mut closed: Vec<(SessionId, NoteId)> = Vec::new();
    for (_, half) in halves(model).filter(|(session, _)| Some(session.id) != at) {
        for status in half.notes.statuses.iter().filter(|status| status.answer != Answer::NotYet) {
            closed.push((status.session, status.note));
        }
    }
    let mut found = earlier(model, at);
    found.retain(|earlier| is_of_kind(earlier.note) && !closed.contains(&(earlier.session, earlier.note.id)));
    found
}

/// All notes of sessions that began, or of those that the same two began before that one.
fn earlier(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    let mine = at.and_then(|at| Some((one(model, model.session(at)?.pair), began(model.half(at)?)?)));
    let mut found: Vec<Earlier<'_>> = Vec::new();
    for (session, half) in halves(model) {
        let pair = one(model, session.pair);
        if mine.is_none_or(|(own, _)| pair == own) {
            carry(model, pair, half, &mut found);
        }
        let Some(began) = began(half) else { continue };
        if mine.is_some_and(|(own, until)| pair != own || began >= until) {
            continue;
        }
        let place = found.iter().position(|later| later.began > began).unwrap_or(found.len());
        let notes = half.notes.all.iter().map(|note| Earlier { session: session.id, pair, began, note });
        found.splice(place..place, notes);
    }
    found
}

/// Adds what a session carries along of sessions that are not here.
fn carry<'a>(model: &Model, pair: PairId, half: &'a ManagerHalf, found: &mut Vec<Earlier<'a>>) {
    for Carried { session, began, note } in &half.carried {
        let is_there = |known: &Earlier<'_>| known.session == *session && known.note.id == note.id;
        if model.half(*session).is_none() && !found.iter().any(is_there) {
            let place = found.iter().position(|later| later.began > *began).unwrap_or(found.len());
            found.insert(place, Earlier { session: *session, pair, began: *began, note });
        }
    }
}

fn halves(model: &Model) -> impl Iterator<Item = (&Session, &ManagerHalf)> {
    model.sessions().filter_map(|session| Some((session, session.manager_half()?)))
}

fn began(half: &ManagerHalf) -> Option<Instant> {
    match &half.course {
        Course::Planned => None,
        Course::Begun { log, .. } => log.0.first().map(|entry| entry.at),
    }
}
