//! Answers of this person about their own next steps, given outside of a session.
//!
//! A manager's answer stands in the session that holds the step; a seller's in the seller's half of that session, or of
//! the session that carries the step. Nobody answers for a step of the other party here.

use super::earlier::{self, Earlier};
use super::sent::{self, was_told};
use super::sheet::seller_half_of;
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{Answer, Note, NoteId, NoteKind, Status, answer_in, say_in};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::program::state::model::Model;
use crate::program::update::same::{SamePairs, one};

/// Returns the session in which this device stores an answer about the step, with the step: the session that holds the
/// step, or for a seller one that carries it. `None` for a step of the other party, and if no such session is here.
fn keeper(model: &Model, session: SessionId, note: NoteId) -> Option<(SessionId, &Note)> {
    let is_own = |id: SessionId, note: &Note| {
        model.session(id).is_some_and(|session| note.by() == Some(model.side(session.pair)))
    };
    if let Some(half) = model.half(session) {
        return half.notes.get(note).filter(|note| is_own(session, note)).map(|note| (session, note));
    }
    model.sessions().find_map(|at| {
        let mut carried = at.manager_half()?.carried.iter();
        let step = carried.find(|carried| (carried.session, carried.note.id) == (session, note))?;
        let is_sellers = model.side(at.pair) == Party::Seller && is_own(at.id, &step.note);
        is_sellers.then_some((at.id, &step.note))
    })
}

/// Returns an own next step with the session in which this device knows the step; `None` for a step of the other party,
/// and if no such session is here.
pub(super) fn own(model: &Model, session: SessionId, note: NoteId) -> Option<(SessionId, &Note)> {
    keeper(model, session, note).filter(|(_, note)| note.kind() == NoteKind::NextStep)
}

/// Returns true if this person may answer about the step on this device: an own one.
#[must_use]
pub fn can_answer(model: &Model, session: SessionId, note: NoteId) -> bool {
    keeper(model, session, note).is_some()
}

/// Returns the answer of this person about the own step that was given outside of a session; `None` if there is none.
#[must_use]
pub fn said(model: &Model, session: SessionId, note: NoteId) -> Option<Answer> {
    let (at, _) = keeper(model, session, note)?;
    let session_at = model.session(at)?;
    match model.side(session_at.pair) {
        Party::Manager => model.half(at)?.notes.answer(session, note),
        Party::Seller => {
            let halves = model.sessions().filter_map(Session::seller_half);
            halves.into_iter().find_map(|half| answer_in(&half.steps, session, note))
        }
    }
}

/// The state of a seller's answer about an own step on the seller's device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// No answer as it is now was sent; the session is the one whose link brings it.
    Open(SessionId),
    /// A link with the answer was sent.
    Told,
}

/// Returns the state of this person's answer about the own step; `None` without an answer, on a manager's device, and
/// if there is nothing to send.
#[must_use]
pub fn telling(model: &Model, session: SessionId, note: NoteId) -> Option<Telling> {
    let (at, _) = keeper(model, session, note)?;
    let is_sellers = model.session(at).is_some_and(|session| model.side(session.pair) == Party::Seller);
    let answer = said(model, session, note).filter(|_| is_sellers)?;
    let status = Status { session, note, answer };
    Some(if was_told(model, None, &status) { Telling::Told } else { Telling::Open(at) })
}

/// Answers for a next step of this person, or takes the same answer back. The list goes on showing the step until
/// another screen opens.
pub(super) fn answer(model: &mut Model, session: SessionId, note: NoteId, answer: Answer) {
    let Some((at, _)) = keeper(model, session, note) else { return };
    let Some(pair) = model.session(at).map(|session| session.pair) else { return };
    let next = Some(answer).filter(|answer| said(model, session, note) != Some(*answer));
    match model.side(pair) {
        Party::Manager => model.change(at, &mut |half| half.notes.say(session, note, next)),
        Party::Seller => say_of_seller(model, at, Status { session, note, answer }, next),
    }
    if let Some(list) = model.screen.list_mut()
        && !list.answered.contains(&(session, note))
    {
        list.answered.push((session, note));
    }
}

/// Stores the seller's answer in session `at`, and in each session into which it was copied.
fn say_of_seller(model: &mut Model, at: SessionId, status: Status, next: Option<Answer>) {
    let holds = |other: &&Session| {
        other.seller_half().is_some_and(|half| answer_in(&half.steps, status.session, status.note).is_some())
    };
    let holders: Vec<SessionId> = model.sessions().filter(holds).map(|other| other.id).collect();
    for id in holders.iter().copied().chain((!holders.contains(&at)).then_some(at)) {
        let mut half = seller_half_of(model, id);
        say_in(&mut half.steps, status.session, status.note, next);
        half.steps.sort_unstable();
        model.change_seller(id, half);
        sent::forget_step(model, id, status.session, status.note);
    }
}

/// Copies the seller's answers about the steps that are still carried over into session `id`, whose link brings them.
/// `pair` is the pair of that session.
pub(super) fn take_along(model: &mut Model, id: SessionId, pair: PairId) {
    let same = SamePairs::of(model);
    let of = same.one(pair);
    let mut steps = Vec::new();
    let told = earlier::open_or_told(model, Some(id), &[]);
    let is_own = |earlier: &Earlier<'_>| earlier.pair == of && earlier.note.by() == Some(Party::Seller);
    for Earlier { session, note, told, .. } in told.into_iter().filter(is_own) {
        steps.extend(told.map(|answer| Status { session, note: note.id, answer }));
    }
    steps.sort_unstable();
    let mut half = seller_half_of(model, id);
    if half.steps != steps {
        half.steps = steps;
        model.change_seller(id, half);
    }
}

/// Returns the words of the steps about which a seller's half answers, with the answers, as far as the steps are known
/// here.
#[must_use]
pub fn told_words<'a>(model: &'a Model, pair: PairId, steps: &[Status]) -> Vec<(Answer, &'a Note)> {
    let of = one(model, pair);
    let mut words = Vec::new();
    for status in steps {
        let found = earlier::step(model, status.session, status.note)
            .filter(|step| step.note.by() == Some(Party::Seller) && one(model, step.pair) == of);
        words.extend(found.map(|step| (status.answer, step.note)));
    }
    words
}
