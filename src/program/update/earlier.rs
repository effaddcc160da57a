//! Notes that earlier sessions left open: next steps, and parked matters.
//!
//! Reads other sessions and never changes them. Nothing is counted.

use super::index::Index;
use super::same::{SamePairs, one};
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

/// Returns the open next steps, the oldest first: those that the two people of the session `at` made before it,
/// or all if `at` is `None` or a session that has not begun. Answers given in that session do not close a
/// step there.
#[must_use]
pub fn open(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    unsettled(model, at, &|note| matches!(note.detail, Detail::NextStep { .. }))
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
/// `at` do not count. The oldest come first.
/// See [`earlier_notes`].
fn unsettled<'a>(
    model: &'a Model,
    at: Option<SessionId>,
    is_of_kind: &dyn Fn(&Note) -> bool,
) -> Vec<Earlier<'a>> {
    let mut closed = Index::new();
    for (_, half) in manager_halves(model).filter(|(session, _)| Some(session.id) != at) {
        for status in half.notes.statuses.iter().filter(|status| status.answer != Answer::NotYet) {
            closed.insert(name(status.session, status.note), 0);
        }
    }
    let found = earlier_notes(model, at);
    let mut order = Index::new();
    for (place, earlier) in found.iter().enumerate() {
        if is_of_kind(earlier.note) && !closed.contains_key(&name(earlier.session, earlier.note.id)) {
            // Notes of the same instant stay in the order of their sessions.
            order.insert((earlier.began.0, place as u64), place);
        }
    }
    order.values().filter_map(|place| found.get(*place).copied()).collect()
}

/// Returns the name of a note in an [`Index`].
fn name(session: SessionId, note: NoteId) -> (i64, u64) {
    (note.0.into(), session.0)
}

/// Returns the notes of sessions that have begun: those of the same two people before the session `at`, or
/// all if `at` is `None` or a session that has not begun. A note that a session carries counts if its own
/// session is unknown here.
fn earlier_notes(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    let same = SamePairs::of(model);
    let mine = at.and_then(|at| Some((same.one(model.session(at)?.pair), began(model.half(at)?)?)));
    let (mut found, mut known) = (Vec::new(), Index::new());
    for (session, half) in manager_halves(model) {
        let pair = same.one(session.pair);
        if mine.is_none_or(|(own, _)| pair == own) {
            // Carried notes count where their sessions are unknown, each once.
            for Carried { session, began, note } in &half.carried {
                let mut is_new = || known.insert(name(*session, note.id), 0).is_none();
                if model.half(*session).is_none() && is_new() {
                    found.push(Earlier { session: *session, pair, began: *began, note });
                }
            }
        }
        let Some(began) = began(half) else { continue };
        if mine.is_some_and(|(own, until)| pair != own || began >= until) {
            continue;
        }
        found.extend(half.notes.all.iter().map(|note| Earlier { session: session.id, pair, began, note }));
    }
    found
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
