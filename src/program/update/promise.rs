//! Notes that earlier sessions left open: promises, and parked matters.
//!
//! Reads other sessions and never changes them. Nothing is counted.

use super::same::one;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Answer, Carried, Detail, Note, NoteId, Place};
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::program::state::model::Model;

/// A note of an earlier session, with the session's pair and start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Earlier<'a> {
    /// Session in which the note was written.
    pub session: SessionId,
    /// Pair of the session; of pairs that the person joined, the one that stands for all.
    pub pair: PairId,
    /// Instant at which the session began.
    pub began: Instant,
    /// Note of the earlier session.
    pub note: &'a Note,
}

/// Returns the open promises, the oldest first: those that the two people of the session `at` made before it,
/// or all if `at` is `None` or a session that has not begun. Answers given in that session do not close a
/// promise there.
#[must_use]
pub fn open(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    unsettled(model, at, &|note| matches!(note.detail, Detail::Promise { .. }))
}

/// Returns the matters that the two people parked before the session `at`, for the next time or without a
/// place, until settled. If that session has not begun, those of all people.
#[must_use]
pub fn parked_for(model: &Model, at: SessionId) -> Vec<Earlier<'_>> {
    unsettled(model, Some(at), &is_waiting)
}

/// Returns the matters that the two people of `pair` parked, for the next time or without a place, and that
/// are not settled.
#[must_use]
pub fn parked(model: &Model, pair: PairId) -> Vec<Earlier<'_>> {
    let mut found = unsettled(model, None, &is_waiting);
    let one = one(model, pair);
    found.retain(|earlier| earlier.pair == one);
    found
}

fn is_waiting(note: &Note) -> bool {
    matches!(note.detail, Detail::Parked { place: None | Some(Place::NextTime), .. })
}

/// Returns the earlier notes that pass the test and that no session has settled; answers given in the session
/// `at` do not count. See [`earlier_notes`].
fn unsettled<'a>(
    model: &'a Model,
    at: Option<SessionId>,
    is_of_kind: &dyn Fn(&Note) -> bool,
) -> Vec<Earlier<'a>> {
    let mut closed: Vec<(SessionId, NoteId)> = Vec::new();
    for (_, half) in manager_halves(model).filter(|(session, _)| Some(session.id) != at) {
        for status in half.notes.statuses.iter().filter(|status| status.answer != Answer::NotYet) {
            closed.push((status.session, status.note));
        }
    }
    let mut found = earlier_notes(model, at);
    found.retain(|earlier| is_of_kind(earlier.note) && !closed.contains(&(earlier.session, earlier.note.id)));
    found
}

/// Returns the notes of sessions that have begun: those of the same two people before the session `at`, or
/// all if `at` is `None` or a session that has not begun.
fn earlier_notes(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    let mine = at.and_then(|at| Some((one(model, model.session(at)?.pair), began(model.half(at)?)?)));
    let mut found: Vec<Earlier<'_>> = Vec::new();
    for (session, half) in manager_halves(model) {
        let pair = one(model, session.pair);
        if mine.is_none_or(|(own, _)| pair == own) {
            add_carried(model, pair, half, &mut found);
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

/// Adds the promises that a manager's half carries from sessions that are unknown here.
fn add_carried<'a>(model: &Model, pair: PairId, half: &'a ManagerHalf, found: &mut Vec<Earlier<'a>>) {
    for Carried { session, began, note } in &half.carried {
        let is_there = |known: &Earlier<'_>| known.session == *session && known.note.id == note.id;
        if model.half(*session).is_none() && !found.iter().any(is_there) {
            let place = found.iter().position(|later| later.began > *began).unwrap_or(found.len());
            found.insert(place, Earlier { session: *session, pair, began: *began, note });
        }
    }
}

fn manager_halves(model: &Model) -> impl Iterator<Item = (&Session, &ManagerHalf)> {
    model.sessions().filter_map(|session| Some((session, session.manager_half()?)))
}

fn began(half: &ManagerHalf) -> Option<Instant> {
    match &half.course {
        Course::Planned => None,
        Course::Begun { log, .. } => log.0.first().map(|entry| entry.at),
    }
}
