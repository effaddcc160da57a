//! The lines of the mindset checklists that a person removed. They stay away in later sessions, in this browser.

use super::same::SamePairs;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording, WordingKey};
use crate::domain::record::{REMOVED_LIMIT, Record, RecordId, RemovedLine, Settings};
use crate::domain::ui_state::Screen;
use crate::program::state::model::Model;

/// Returns true if `party` of this session removed the line from the checklist in this browser.
#[must_use]
pub fn is_removed(model: &Model, id: SessionId, party: Party, line: &Wording) -> bool {
    model.settings().removed.contains(&removed_by(model, id, party, line))
}

/// Returns the record that `party` of this session removed `line`. The lines of a seller who prepares on the manager's
/// device belong to the pair: other sellers use the device, too.
fn removed_by(model: &Model, id: SessionId, party: Party, line: &Wording) -> RemovedLine {
    let session = model.session(id).filter(|session| model.side(session.pair) != party);
    let pair = session.map(|session| SamePairs::of(model).one(session.pair));
    // The two stand in the same place of the list: one of them before a first session, the other one later.
    let [quiet, own_steps] = [Phrase::CheckQuiet, Phrase::CheckOwnSteps].map(Wording::BuiltIn);
    let line = if *line == quiet { own_steps } else { line.clone() };
    RemovedLine { pair, line }
}

/// Opens or closes the choice of the lines on the open preparation.
pub(super) fn toggle_editor(model: &mut Model) {
    if let Some(sheet) = model.screen.sheet_mut() {
        sheet.edits_checklist = !sheet.edits_checklist;
    }
}

/// Removes a line from the checklist of the open preparation, or puts the line back.
pub(super) fn toggle(model: &mut Model, line: WordingKey) {
    let Some((id, party, line)) = line_of(model, line) else { return };
    let removed_line = removed_by(model, id, party, &line);
    let mut removed = model.settings().removed;
    let before = removed.len();
    removed.retain(|other| *other != removed_line);
    if removed.len() == before && before < REMOVED_LIMIT {
        removed.push(removed_line);
        removed.sort_unstable();
    }
    keep(model, removed);
}

/// Puts all lines of the open preparation's checklist back.
pub(super) fn restore(model: &mut Model) {
    let Screen::Prepare(id, party) = model.screen.address() else { return };
    let Some(half) = model.half(id) else { return };
    let lines = model.catalogue.guidance(half.plan.coaching_type.id.as_str()).checklist(party).all();
    let back: Vec<RemovedLine> = lines.map(|line| removed_by(model, id, party, line)).collect();
    let mut removed = model.settings().removed;
    removed.retain(|line| !back.contains(line));
    keep(model, removed);
}

/// Returns the line with this fingerprint of the open preparation's checklist, with the session and the party; `None` if
/// the checklist has no such line.
pub(super) fn line_of(model: &Model, key: WordingKey) -> Option<(SessionId, Party, Wording)> {
    let Screen::Prepare(id, party) = model.screen.address() else { return None };
    let guidance = model.catalogue.guidance(model.half(id)?.plan.coaching_type.id.as_str());
    let line = guidance.checklist(party).all().find(|line| line.fingerprint() == key)?;
    Some((id, party, line.clone()))
}

fn keep(model: &mut Model, removed: Vec<RemovedLine>) {
    let settings = Settings { removed, ..model.settings() };
    model.record(RecordId::Settings, Record::Settings(settings));
}
