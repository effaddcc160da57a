//! Answers of this person about their own next steps, given outside of a session.
//!
//! The answer stands in the session that holds the step. Nobody answers for a step of the other party here.

use super::earlier::{self, Earlier};
use crate::domain::id::SessionId;
use crate::domain::note::{Answer, NoteId};
use crate::domain::party::Party;
use crate::program::state::model::Model;

/// Returns true if this device can store an answer about the step: the manager's record of its session is here.
#[must_use]
pub fn can_answer(model: &Model, earlier: &Earlier<'_>) -> bool {
    model.side(earlier.pair) == Party::Manager && model.half(earlier.session).is_some()
}

/// Returns the answer about the step that was given outside of a session; `None` if there is none.
#[must_use]
pub fn said(model: &Model, earlier: &Earlier<'_>) -> Option<Answer> {
    model.half(earlier.session)?.notes.answer(earlier.session, earlier.note.id)
}

/// Answers for a next step of this person, or takes the same answer back. The list goes on showing the step until
/// another screen opens.
pub(super) fn answer(model: &mut Model, session: SessionId, note: NoteId, answer: Answer) {
    let shown = model.screen.list().map(|list| list.answered.clone()).unwrap_or_default();
    let open = earlier::open_or(model, &shown);
    let found = open.iter().find(|earlier| (earlier.session, earlier.note.id) == (session, note));
    let is_own = |earlier: &&Earlier<'_>| earlier.note.by() == Some(model.side(earlier.pair));
    let Some(earlier) = found.filter(is_own).filter(|earlier| can_answer(model, earlier)) else { return };
    let next = Some(answer).filter(|answer| said(model, earlier) != Some(*answer));
    model.change(session, &mut |half| half.notes.say(session, note, next));
    if let Some(list) = model.screen.list_mut()
        && !list.answered.contains(&(session, note))
    {
        list.answered.push((session, note));
    }
}
