//! Notes that earlier sessions left open: next steps, and parked matters.
//!
//! Reads other sessions and never changes them. Nothing is counted.

use std::collections::BTreeMap;
use std::ops::Bound;

use super::index::Index;
use super::same::{SamePairs, one};
use super::told::all_told;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::id::{PairId, SessionId};
use crate::domain::listed::Listed;
use crate::domain::note::{Answer, Carried, Detail, Note, NoteId, Place, Status};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::{Instant, LocalDateTime};
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
    /// True if the two have held another session since: the question is then if a step is still worth doing.
    pub is_old: bool,
    /// Answer about an own next step that its owner gave outside of a session; `None` without one, and for other notes.
    pub told: Option<Answer>,
}

/// Returns the open next steps, the oldest first: those that the two people of the session `at` said before it, or all
/// if `at` is `None` or a session that has not begun. A step is carried over once: it is open until the two have held
/// two more sessions, and stands in its own session alone afterwards. Answers given in the session `at` close no step
/// there.
#[must_use]
pub fn open(model: &Model, at: Option<SessionId>) -> Vec<Earlier<'_>> {
    let mut open = open_or_told(model, at, &[]);
    open.retain(|earlier| earlier.told.is_none());
    open
}

/// Returns the open next steps, as [`open`] does, with those that their owners settled outside of a session since the last
/// session of the two, and those of `shown`, by session and note, even if they are settled.
#[must_use]
pub fn open_or_told<'a>(
    model: &'a Model,
    at: Option<SessionId>,
    shown: &[(SessionId, NoteId)],
) -> Vec<Earlier<'a>> {
    unsettled(model, at, shown, &is_step)
}

fn is_step(note: &Note) -> bool {
    matches!(note.detail, Detail::NextStep { .. })
}

/// Returns the matters that the two people parked before the session `at`, for the next time or without a
/// place, until settled. If that session has not begun, those of all people.
#[must_use]
pub fn parked_for(model: &Model, at: SessionId) -> Vec<Earlier<'_>> {
    let mut found = unsettled(model, Some(at), &[], &is_waiting);
    found.retain(|earlier| !is_past(earlier));
    found
}

/// Returns the matters that the two people of `pair` parked, for the next time or without a place, and that
/// are not settled.
#[must_use]
pub fn parked(model: &Model, pair: PairId) -> Vec<Earlier<'_>> {
    let mut found = unsettled(model, None, &[], &is_waiting);
    let one = one(model, pair);
    found.retain(|earlier| earlier.pair == one && !is_past(earlier));
    found
}

/// Returns true if the two wanted to do something differently in a session that was held since.
fn is_past(earlier: &Earlier<'_>) -> bool {
    earlier.is_old && earlier.note.is_differently()
}

fn is_waiting(note: &Note) -> bool {
    matches!(note.detail, Detail::Parked { place: None | Some(Place::NextTime), .. })
}

/// Returns the earlier notes that pass the test and that no session has settled, and those of `shown`; answers given in
/// the session `at` do not count. The oldest come first.
/// See [`earlier_notes`].
fn unsettled<'a>(
    model: &'a Model,
    at: Option<SessionId>,
    shown: &[(SessionId, NoteId)],
    is_of_kind: &dyn Fn(&Note) -> bool,
) -> Vec<Earlier<'a>> {
    let (mut closed, mut put_off) = (Index::new(), Index::new());
    for (session, half) in manager_halves(model).filter(|(session, _)| Some(session.id) != at) {
        for status in half.notes.statuses.iter().filter(|status| !is_told(session, half, status)) {
            let of_answer = if status.answer == Answer::NotYet { &mut put_off } else { &mut closed };
            of_answer.insert(name(status.session, status.note), 0);
        }
    }
    let told = told(model);
    let mut found = earlier_notes(model, at);
    let (held, topics) = (held(model, at), topics(model));
    let mut order = Index::new();
    for (place, earlier) in found.iter_mut().enumerate() {
        let since = sessions_since(&held, earlier);
        earlier.is_old = since > 0;
        let name = name(earlier.session, earlier.note.id);
        let by = earlier.note.by().filter(|_| is_step(earlier.note));
        earlier.told = by.and_then(|by| told.get(&(name, earlier.pair, by)).copied());
        // What was told before the last session of the two was settled by then.
        let is_past = earlier.told.is_some() && earlier.is_old && !put_off.contains_key(&name);
        let is_closed = || {
            is_past
                || closed.contains_key(&name)
                || is_waiting(earlier.note) && became_topic(&topics, earlier)
        };
        let is_shown = shown.contains(&(earlier.session, earlier.note.id));
        let is_over = is_step(earlier.note) && since > CARRIED_SESSIONS;
        if is_of_kind(earlier.note) && (is_shown || !is_over && !is_closed()) {
            // Notes of the same instant stay in the order of their sessions.
            order.insert((earlier.began.0, place as u64), place);
        }
    }
    order.values().filter_map(|place| found.get(*place).copied()).collect()
}

/// Returns the answers that the two gave about own next steps outside of the sessions, by the name of the note, the pair and
/// the owner: nobody answers for the steps of another pair, or of the other party.
fn told(model: &Model) -> BTreeMap<((i64, u64), PairId, Party), Answer> {
    let same = SamePairs::of(model);
    let mut told = BTreeMap::new();
    let mut add = |step: &Status, pair, by| {
        told.insert((name(step.session, step.note), same.one(pair), by), step.answer);
    };
    for (pair, kept) in all_told(model) {
        kept.steps.iter().for_each(|step| add(step, pair, Party::Seller));
    }
    for session in model.sessions() {
        let steps = session.seller_half().map(|half| half.steps.as_slice()).unwrap_or_default();
        steps.iter().for_each(|step| add(step, session.pair, Party::Seller));
    }
    for (session, half) in manager_halves(model) {
        let steps = half.notes.statuses.iter().filter(|step| is_told(session, half, step));
        steps.for_each(|step| add(step, session.pair, Party::Manager));
        // The manager's own device reads the answers where they were given: copies may be older.
        if model.side(session.pair) == Party::Seller {
            half.settled.iter().for_each(|step| add(step, session.pair, Party::Manager));
        }
    }
    told
}

/// Returns true if the manager gave the answer outside of a session: it stands in the record of the session in which the
/// step was said.
fn is_told(session: &Session, half: &ManagerHalf, status: &Status) -> bool {
    let is_own = |note: &Note| is_step(note) && note.by() == Some(Party::Manager);
    status.answer != Answer::NotYet
        && status.session == session.id
        && half.notes.get(status.note).is_some_and(is_own)
}

/// The topics of all sessions that have begun, by pair and words, each with the start of the last such session.
type Topics<'a> = BTreeMap<(PairId, &'a str), Instant>;

fn topics(model: &Model) -> Topics<'_> {
    let same = SamePairs::of(model);
    let mut topics = Topics::new();
    for (session, half) in manager_halves(model) {
        let Some(began) = began(half) else { continue };
        for topic in session.topics().0 {
            let last = topics.entry((same.one(session.pair), topic.words.as_str())).or_insert(began);
            *last = began.max(*last);
        }
    }
    topics
}

/// Returns true if a later session of the two, which has begun, works on the parked matter as a topic.
fn became_topic(topics: &Topics<'_>, earlier: &Earlier<'_>) -> bool {
    let last = topics.get(&(earlier.pair, earlier.note.words.as_str()));
    last.is_some_and(|began| *began > earlier.began)
}

/// Number of sessions after its own to which an open next step is carried over, with the question at the last one if
/// the step is still worth doing.
const CARRIED_SESSIONS: usize = 1;

/// Returns the sessions that the two people of each pair have held, by pair and start: those that ended; for the
/// session `at`, once it has begun, those that began before it.
fn held(model: &Model, at: Option<SessionId>) -> Index {
    let same = SamePairs::of(model);
    let until = at.and_then(|at| began(model.half(at)?));
    let mut held = Index::new();
    for (session, half) in manager_halves(model) {
        let Some(began) = began(half) else { continue };
        if until.map_or_else(|| half.course.has_ended(), |until| began < until) {
            held.insert(by_pair(same.one(session.pair), began), 0);
        }
    }
    held
}

/// Returns the number of sessions that the two held after the one of the note, at most one more than
/// [`CARRIED_SESSIONS`].
fn sessions_since(held: &Index, earlier: &Earlier<'_>) -> usize {
    let (after, last) = (by_pair(earlier.pair, earlier.began), by_pair(earlier.pair, Instant(i64::MAX)));
    let later = held.range((Bound::Excluded(after), Bound::Included(last)));
    later.take(CARRIED_SESSIONS.saturating_add(1)).count()
}

/// Returns the key of a session in an [`Index`] that is ordered by pair, and by the start within a pair.
fn by_pair(pair: PairId, began: Instant) -> (i64, u64) {
    (pair.0.cast_signed(), began.0.max(0).cast_unsigned())
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
    for (pair, Listed { line, .. }) in model.listed().filter(|(_, listed)| !listed.is_held) {
        let (pair, began) = (same.one(pair), line.began);
        if mine.is_none_or(|(own, until)| pair == own && began < until) {
            let (session, note) = (line.session, &line.note);
            found.push(Earlier { session, pair, began, note, is_old: false, told: None });
        }
    }
    for (pair, line) in sellers_lines(model, &same) {
        let began = line.began;
        if mine.is_none_or(|(own, until)| pair == own && began < until)
            && known.insert(name(line.session, line.note.id), 0).is_none()
        {
            let (session, note) = (line.session, &line.note);
            found.push(Earlier { session, pair, began, note, is_old: false, told: None });
        }
    }
    for (session, half) in manager_halves(model) {
        let pair = same.one(session.pair);
        let is_own = |note: &Note| is_waiting(note) && note.by() == Some(model.side(session.pair));
        if mine.is_none_or(|(own, _)| pair == own) {
            // Carried notes count where their sessions are unknown, each once.
            // Of the own lines the list alone counts.
            for Carried { session, began, note } in half.carried.iter().filter(|line| !is_own(&line.note)) {
                let mut is_new = || known.insert(name(*session, note.id), 0).is_none();
                if model.half(*session).is_none() && is_new() {
                    found.push(Earlier {
                        session: *session,
                        pair,
                        began: *began,
                        note,
                        is_old: false,
                        told: None,
                    });
                }
            }
        }
        let Some(began) = began(half) else { continue };
        if mine.is_some_and(|(own, until)| pair != own || began >= until) {
            continue;
        }
        let of = |note| Earlier { session: session.id, pair, began, note, is_old: false, told: None };
        found.extend(half.notes.all.iter().map(of));
    }
    found
}

/// Returns the lines that sellers put on the lists of their next sessions, as their last answers brought them, with the pair;
/// and those that came with answers to sessions that are deleted.
fn sellers_lines<'a>(model: &'a Model, same: &SamePairs) -> Vec<(PairId, &'a Carried)> {
    let mut last: BTreeMap<PairId, (LocalDateTime, &[Carried])> = BTreeMap::new();
    for (session, half) in
        manager_halves(model).filter(|(session, _)| model.side(session.pair) == Party::Manager)
    {
        let Some(seller) = session.seller_half().filter(|seller| !seller.listed.is_empty()) else { continue };
        let (pair, start) = (same.one(session.pair), half.plan.schedule.local);
        if last.get(&pair).is_none_or(|(known, _)| *known <= start) {
            last.insert(pair, (start, &seller.listed));
        }
    }
    let last = last.into_iter().flat_map(|(pair, (_, lines))| lines.iter().map(move |line| (pair, line)));
    let kept = all_told(model).flat_map(|(pair, told)| told.listed.iter().map(move |line| (pair, line)));
    last.chain(kept.map(|(pair, line)| (same.one(pair), line))).collect()
}

/// Returns a next step by its session and its id, from that session or from one that carries it; `None` if it is
/// unknown here.
#[must_use]
pub fn step(model: &Model, session: SessionId, note: NoteId) -> Option<Earlier<'_>> {
    let of = |at: &Session, began, note| Earlier {
        session,
        pair: at.pair,
        began,
        note,
        is_old: false,
        told: None,
    };
    if let (Some(at), Some(half)) = (model.session(session), model.half(session)) {
        let note = half.notes.get(note).filter(|note| is_step(note))?;
        return Some(of(at, began(half)?, note));
    }
    manager_halves(model).find_map(|(at, half)| {
        let mut carried = half.carried.iter();
        let step = carried.find(|one| (one.session, one.note.id) == (session, note))?;
        is_step(&step.note).then(|| of(at, step.began, &step.note))
    })
}

fn manager_halves(model: &Model) -> impl Iterator<Item = (&Session, &ManagerHalf)> {
    model.sessions().filter_map(|session| Some((session, session.manager_half()?)))
}

/// Returns true if the two people of session `id` have begun another one after it.
#[must_use]
pub fn has_next_begun(model: &Model, id: SessionId) -> bool {
    let same = SamePairs::of(model);
    let Some(since) = model.half(id).and_then(began) else { return false };
    let Some(own) = model.session(id).map(|session| same.one(session.pair)) else { return false };
    let is_later = |half| began(half).is_some_and(|began| began > since);
    manager_halves(model).any(|(session, half)| same.one(session.pair) == own && is_later(half))
}

/// Returns the sessions of the two people of session `id` that began before it, the oldest first; of a session that has not
/// begun, all that have.
pub(super) fn before(model: &Model, id: SessionId) -> Vec<SessionId> {
    let same = SamePairs::of(model);
    let until = model.half(id).and_then(began);
    let Some(own) = model.session(id).map(|session| same.one(session.pair)) else { return Vec::new() };
    let of_two = manager_halves(model).filter(|(session, _)| same.one(session.pair) == own);
    let began = of_two.filter_map(|(session, half)| Some((began(half)?, session.id)));
    let mut before: Vec<_> = began.filter(|(began, _)| until.is_none_or(|until| *began < until)).collect();
    before.sort_unstable();
    before.into_iter().map(|(_, id)| id).collect()
}

fn began(half: &ManagerHalf) -> Option<Instant> {
    match &half.course {
        Course::Planned => None,
        Course::Begun { log, .. } => log.began(),
    }
}
