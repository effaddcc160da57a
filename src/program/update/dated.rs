//! The date of a next step that is being written: the question about a doubtful date.

use super::complaint::complain;
use crate::domain::day::Day;
use crate::domain::draft::LineDraft;
use crate::domain::note::{Note, NoteKind};
use crate::domain::time::Instant;
use crate::program::effect::Effect;
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, NoteField};
use crate::program::state::model::Model;
use crate::text::Env;

/// Number of days after which a date is asked about: two years.
const FAR: i64 = 2 * 366;

/// The date field of the line in which a next step is written.
const FIELD: Field = Field::Note(NoteField::On);

/// Asks about the date in the line of a next step, which changes a note or writes a new one, unless the same was `asked`
/// before; returns true if the date has to be answered for first. No date at all is asked about until it is changed.
pub(super) fn asks(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (line, before): (&LineDraft, Option<&Note>),
    asked: &[(Field, Complaint)],
    effects: &mut Vec<Effect>,
) -> bool {
    let Some(doubt) = doubt(model, env, now, line, before, asked) else { return false };
    let complaints = vec![(FIELD, doubt)];
    complain(&complaints, |field| field, effects);
    model.screen.set_complaints(complaints);
    true
}

/// Takes the complaint about the date back, since the person types another one.
pub(super) fn forget(model: &mut Model) {
    if let Some(complaints) = model.screen.complaints_mut() {
        complaints.retain(|(of, _)| *of != FIELD);
    }
}

/// Returns the complaint about the date in the line of a next step, which changes `before`: it is no date, or it is
/// doubtful and not among the complaints that were `asked` before. `None` for a date that is kept.
fn doubt(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    line: &LineDraft,
    before: Option<&Note>,
    asked: &[(Field, Complaint)],
) -> Option<Complaint> {
    if line.kind != NoteKind::NextStep || line.on.trim().is_empty() {
        return None;
    }
    let Some(day) = Day::parse(&line.on) else { return Some(Complaint::NoDate) };
    let days = day.midnight().days_after(env.local(now, &model.zone)?);
    let doubt = match days {
        ..0 => Complaint::Passed,
        days if days > FAR => Complaint::FarOff,
        _ => return None,
    };
    let is_old = before.and_then(Note::on) == Some(day);
    (!is_old && !asked.contains(&(FIELD, doubt))).then_some(doubt)
}
