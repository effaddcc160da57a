//! "Something came up": a line that waits on the list of the next session of two people.
//!
//! Each person stores the own lines, beside the sessions. An invitation and an answer bring those of their sender along,
//! without the ones that are held back. The session settles them as it settles parked notes.

use super::complaint::{checked_text, complain};
use super::earlier::parked;
use super::same::all;
use super::screen::{put_up, remember};
use super::sheet::seller_half_of;
use super::{single, told};
use crate::domain::draft::{Draft, Purpose};
use crate::domain::id::{PairId, SessionId};
use crate::domain::listed::Listed;
use crate::domain::note::{CARRIED_LIMIT, Carried, Detail, Note, NoteId, Place};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::CameUpPress;
use crate::program::state::came_up::{CameUpState, ListChange};
use crate::program::state::complaint::Complaint;
use crate::program::state::field::{Field, HomeField};
use crate::program::state::model::Model;

/// The field that takes the line.
const FIELD: Field = Field::Home(HomeField::CameUp);

/// Returns the lines that this person put on the list of the next session of a pair, and that no session has settled,
/// the oldest first. A line that is held back waits until this person removes it.
#[must_use]
pub fn lines(model: &Model, pair: PairId) -> Vec<&Listed> {
    let of = all(model, pair);
    let waiting: Vec<SessionId> = parked(model, pair).iter().map(|earlier| earlier.session).collect();
    let own = model.listed().filter(|(pair, _)| of.contains(pair)).map(|(_, own)| own);
    let mut lines: Vec<&Listed> =
        own.filter(|own| own.is_held || waiting.contains(&own.line.session)).collect();
    lines.sort_by_key(|own| own.line.began);
    lines
}

/// Returns the lines that this person holds back from the other one of the pair, the oldest first.
#[must_use]
pub fn held_lines(model: &Model, pair: PairId) -> Vec<&Listed> {
    let mut lines = lines(model, pair);
    lines.retain(|own| own.is_held);
    lines
}

/// Returns true if a line waits for the next session of the pair, of either person, or half of one is typed.
#[must_use]
pub fn waits(model: &Model, pair: PairId) -> bool {
    let is_typed = model.drafts.typed(Purpose::CameUp(pair)).is_some_and(Draft::holds_text);
    is_typed || !lines(model, pair).is_empty() || told::has_lines(model, pair)
}

/// Returns the line with this id on a list of this person; `None` for a line of the other one, and for one that is gone.
#[must_use]
pub fn own_line(model: &Model, line: SessionId) -> Option<&Listed> {
    model.listed().map(|(_, own)| own).find(|own| own.line.session == line)
}

/// Returns true if this person put the line with this id on a list.
#[must_use]
pub fn is_own(model: &Model, line: SessionId) -> bool {
    own_line(model, line).is_some()
}

/// Returns the line that the text in the field changes; `None` for a new line.
#[must_use]
pub fn changing(model: &Model) -> Option<SessionId> {
    let line = model.screen.list()?.came_up.changing?;
    is_own(model, line).then_some(line)
}

/// Stores the typed text of the field.
pub(super) fn typed(model: &mut Model, text: String) {
    if let Screen::Pair(pair) = model.screen.address() {
        single::typed(model, Purpose::CameUp(pair), text);
    }
}

/// Handles a button of the list.
pub(super) fn pressed(model: &mut Model, now: Instant, press: CameUpPress, effects: &mut Vec<Effect>) {
    match press {
        CameUpPress::Asked(pair) => {
            put_up(model, Screen::Pair(pair), effects);
            move_focus(effects, Focus::Field(FIELD));
        }
        CameUpPress::Kept => {
            if keep(model, now, effects) {
                move_focus(effects, Focus::Field(FIELD));
            }
        }
        CameUpPress::Reopened(line) => reopen(model, now, line, effects),
        CameUpPress::Removed(line) => {
            if let Some((pair, _)) = find(model, line) {
                change(model, pair, Some(line), None);
                move_focus(effects, Focus::Heading);
            }
        }
        CameUpPress::Undone => undo(model, effects),
    }
}

/// Puts the typed line on the list, or changes a line by it; returns false if the text is wrong, or the list is full. A
/// field without words changes nothing.
fn keep(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) -> bool {
    let Screen::Pair(pair) = model.screen.address() else { return false };
    let purpose = Purpose::CameUp(pair);
    let mut complaints = Vec::new();
    let words = checked_text(FIELD, Text::optional(single::text(model, purpose)), &mut complaints);
    let changing = changing(model);
    let waiting = lines(model, pair);
    let is_there = waiting.iter().any(|own| !own.is_held && Some(&own.line.note.words) == words.as_ref());
    let is_new = words.is_some() && changing.is_none() && !is_there;
    if is_new && waiting.len() >= CARRIED_LIMIT {
        complaints.push((FIELD, Complaint::OneTooMany(CARRIED_LIMIT)));
    }
    let is_told = complain(&complaints, |field| field, effects);
    model.screen.set_complaints(complaints);
    if is_told {
        return false;
    }
    match (words, changing) {
        (Some(words), Some(line)) => reword(model, line, words),
        (Some(words), None) if is_new => add(model, now, pair, words),
        _ => {}
    }
    model.drafts.drop(purpose);
    model.screen.list_mut().into_iter().for_each(|list| list.came_up.changing = None);
    true
}

/// Adds a line to the list of the pair. Lines that a session has settled make room.
fn add(model: &mut Model, now: Instant, pair: PairId, words: Text) {
    let waiting: Vec<SessionId> = lines(model, pair).iter().map(|own| own.line.session).collect();
    let mut own = list_of(model, pair);
    if own.len() >= CARRIED_LIMIT {
        own.retain(|own| waiting.contains(&own.line.session));
        model.record(RecordId::List(pair), Record::List(own));
    }
    let detail = Detail::Parked { by: Some(model.side(pair)), place: Some(Place::NextTime), quotes: None };
    let line = model.ids.session();
    let note = Note { id: NoteId(0), item: None, words, detail };
    change(model, pair, None, Some(Listed::shared(Carried { session: line, began: now, note })));
}

/// Puts a line with these words in place of another one. It has an id of its own, so that of two wordings by two windows both
/// stay.
fn reword(model: &mut Model, line: SessionId, words: Text) {
    let Some((pair, before)) = find(model, line) else { return };
    let Listed { is_held, line: before } = before;
    if before.note.words != words {
        let after = Carried { session: model.ids.session(), note: Note { words, ..before.note }, ..before };
        change(model, pair, Some(line), Some(Listed { is_held, line: after }));
    }
}

/// Puts a line into the field, to change it. What is typed there goes on the list first.
fn reopen(model: &mut Model, now: Instant, line: SessionId, effects: &mut Vec<Effect>) {
    let Screen::Pair(pair) = model.screen.address() else { return };
    if !keep(model, now, effects) {
        return;
    }
    let Some((_, own)) = find(model, line) else { return };
    single::typed(model, Purpose::CameUp(pair), own.line.note.words.to_string());
    model.screen.list_mut().into_iter().for_each(|list| list.came_up.changing = Some(line));
    move_focus(effects, Focus::Field(FIELD));
}

/// Undoes the last change of the list. The words of a line that goes again wait in the field, unless another text does.
fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    let last = model.screen.list_mut().and_then(|list| list.came_up.undo.pop());
    let Some(ListChange { pair, mut before, after, place }) = last else { return };
    let is_added = before.is_none();
    let changed = after.as_ref().map(|own| own.line.session);
    // A line that was held back since stays held back.
    let is_held = changed.and_then(|line| own_line(model, line)).is_some_and(|own| own.is_held);
    before.iter_mut().for_each(|before| before.is_held |= is_held);
    put(model, pair, changed, before, place);
    let (Screen::Pair(open), Some(after)) = (model.screen.address(), after.filter(|_| is_added)) else {
        return move_focus(effects, Focus::Heading);
    };
    let purpose = Purpose::CameUp(open);
    if single::text(model, purpose).trim().is_empty() {
        single::typed(model, purpose, after.line.note.words.to_string());
    }
    move_focus(effects, Focus::Field(FIELD));
}

/// Puts the line `after` in the place of `line`, and remembers the change for undo. `None` stands for no line.
fn change(model: &mut Model, pair: PairId, line: Option<SessionId>, after: Option<Listed>) {
    let own = list_of(model, pair);
    let place = own.iter().position(|other| Some(other.line.session) == line).unwrap_or(own.len());
    let before = own.get(place).cloned();
    put(model, pair, line, after.clone(), place);
    if let Some(list) = model.screen.list_mut() {
        let CameUpState { undo, .. } = &mut list.came_up;
        remember(undo, ListChange { pair, before, after, place });
    }
}

/// Takes the line `off` the list of the pair, and puts another one in its place, or at `place`. `None` stands for no line.
fn put(model: &mut Model, pair: PairId, off: Option<SessionId>, on: Option<Listed>, place: usize) {
    let mut own = list_of(model, pair);
    let at = own.iter().position(|other| Some(other.line.session) == off);
    own.retain(|other| Some(other.line.session) != off);
    if let Some(line) = on {
        own.insert(at.unwrap_or(place).min(own.len()), line);
    }
    model.record(RecordId::List(pair), Record::List(own));
    if let Some(id) = next(model, pair) {
        take_along(model, id);
    }
}

/// Returns the planned session of the pair that comes first; `None` without any.
pub(super) fn next(model: &Model, pair: PairId) -> Option<SessionId> {
    let of = all(model, pair);
    let planned = model.sessions().filter(|session| of.contains(&session.pair)).filter_map(|session| {
        let half = session.manager_half().filter(|half| half.is_planned())?;
        Some((half.plan.schedule.local, session.id))
    });
    planned.min().map(|(_, id)| id)
}

/// Copies the lines of a seller, this person, into the seller's half of session `id`, whose link brings them. Does nothing
/// for a manager, whose invitation collects the lines.
pub(super) fn take_along(model: &mut Model, id: SessionId) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    if model.side(pair) == Party::Manager {
        return;
    }
    let mut half = seller_half_of(model, id);
    let listed = carried(model, pair);
    if half.listed != listed {
        half.listed = listed;
        model.change_seller(id, half);
    }
}

/// Returns the list of the pair with this id.
pub(super) fn list_of(model: &Model, pair: PairId) -> Vec<Listed> {
    model.listed().filter(|(of, _)| *of == pair).map(|(_, own)| own.clone()).collect()
}

/// Returns an own line with its pair; `None` if it is on no list.
pub(super) fn find(model: &Model, line: SessionId) -> Option<(PairId, Listed)> {
    model.listed().find(|(_, own)| own.line.session == line).map(|(pair, own)| (pair, own.clone()))
}

/// Returns copies of the lines of this person that wait for the next session of a pair, for its invitation, in the order of
/// the list; none that is held back.
pub(super) fn carried(model: &Model, pair: PairId) -> Vec<Carried> {
    let waiting: Vec<SessionId> = lines(model, pair).iter().map(|own| own.line.session).collect();
    let own = model.listed().map(|(_, own)| own).filter(|own| !own.is_held);
    own.filter(|own| waiting.contains(&own.line.session)).map(|own| own.line.clone()).collect()
}
