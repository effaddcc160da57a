//! The entry of an own next step with a date, for the calendar of this person.
//!
//! Never makes an entry for the step of the other party.

use super::calendar::writings;
use super::step::own;
use crate::domain::id::SessionId;
use crate::domain::note::NoteId;
use crate::domain::time::Instant;
use crate::outgoing::step_entry::StepEntry;
use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::text::Env;

/// Returns true if the step has a date and is this person's own, so that an entry can be made for the own calendar.
#[must_use]
pub fn has_entry(model: &Model, session: SessionId, note: NoteId) -> bool {
    own(model, session, note).is_some_and(|(_, note)| note.on().is_some())
}

/// Offers the entry of an own next step with a date as a file. The sequence is the number of writes of the session that
/// holds the step, so an entry made after a change of the step replaces the earlier entry.
pub(super) fn save(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (session, note): (SessionId, NoteId),
    effects: &mut Vec<Effect>,
) {
    let Some((at, step)) = own(model, session, note) else { return };
    let Some(sequence) = model.session(at).map(writings) else { return };
    let Some(entry) = StepEntry::new(env, session, step) else { return };
    let name = format!("next-step-{}.ics", entry.on.field());
    effects.extend(entry.file(sequence, now).map(|text| Effect::OfferFile { name, text }));
    model.screen.enter_step((session, note));
}
