//! "Something came up": a line that waits on the list of the next session of two people.
//!
//! Each person stores the own lines, beside the sessions. An invitation and an answer bring those of their sender along,
//! without the ones that are held back. The session settles them as it settles parked notes.

use super::complaint::{checked_text, complain};
use super::earlier::parked;
use super::same::all;
use super::screen::{put_up, remember};
use super::sheet::seller_half_of;
use super::told;
use crate::domain::draft::{Draft, ListedDraft, Purpose, Typed as _};
use crate::domain::id::{PairId, SessionId};
use crate::domain::listed::Listed;
use crate::domain::note::{CARRIED_LIMIT, Carried, Detail, Note, NoteId, Place};
use crate::domain::party::Party;
use crate::domain::record::{Record, RecordId};
use crate::domain::session::Session;
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
    holds_own(model, pair) || told::has_lines(model, pair)
}

/// Returns true if a line of this person waits for the next session of the pair, or half of one is typed.
#[must_use]
pub fn holds_own(model: &Model, pair: PairId) -> bool {
    let purpose = Purpose::CameUp(pair);
    let is_left = || model.drafts.left(purpose).any(|(_, draft)| draft.holds_text());
    model.drafts.typed(purpose).is_some_and(Draft::holds_text) || is_left() || !lines(model, pair).is_empty()
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
    let line = draft(model, pair_of(model)?)?.changes?;
    is_own(model, line).then_some(line)
}

/// Returns what is typed for the list of a pair; `None` if nothing is.
fn draft(model: &Model, pair: PairId) -> Option<&ListedDraft> {
    model.drafts.get(Purpose::CameUp(pair))
}

/// Returns the text in the field, as typed; empty if nothing is typed.
#[must_use]
pub fn text(model: &Model, pair: PairId) -> &str {
    draft(model, pair).map_or("", |line| &line.words)
}

/// Returns true if the text in the field is for this person alone: it changes a line that is held back, or was one.
#[must_use]
pub fn is_alone(model: &Model, pair: PairId) -> bool {
    let changed = |line: &ListedDraft| line.changes.and_then(|line| own_line(model, line));
    draft(model, pair).is_some_and(|line| changed(line).map_or(line.is_held, |own| own.is_held))
}

/// Returns true while a seller may see the manager's screen, in whose hands it is or with whom a session runs on it, and the
/// list of the pair holds words for the manager alone.
#[must_use]
pub fn is_covered(model: &Model, pair: PairId) -> bool {
    let of_left = |draft: &Draft| ListedDraft::of(&draft.content).is_some_and(|line| line.is_held);
    let is_left = || model.drafts.left(Purpose::CameUp(pair)).any(|(_, draft)| of_left(draft));
    let holds = || is_alone(model, pair) || is_left() || !held_lines(model, pair).is_empty();
    let is_seen = || model.uncovered != Some(Purpose::CameUp(pair)) && runs_in_sight(model, pair);
    model.side(pair) == Party::Manager && (model.handed.is_some() || is_seen()) && holds()
}

/// Returns true if a session of the pair runs whose seller sees the manager's screen.
fn runs_in_sight(model: &Model, pair: PairId) -> bool {
    let of = all(model, pair);
    let halves =
        model.sessions().filter(|session| of.contains(&session.pair)).filter_map(Session::manager_half);
    let mut running = halves.filter(|half| !half.is_planned() && !half.course.has_ended());
    running.any(|half| !half.prepared.alone)
}

/// Returns the pair whose page is open; `None` on another screen.
fn pair_of(model: &Model) -> Option<PairId> {
    match model.screen.address() {
        Screen::Pair(pair) => Some(pair),
        _ => None,
    }
}

/// Stores the typed text of the field.
pub(super) fn typed(model: &mut Model, text: String) {
    let Some(pair) = pair_of(model) else { return };
    let is_new = text.trim().is_empty() && changing(model).is_none();
    let line = edited(model, pair);
    line.into_iter().for_each(|line| {
        // Whoever empties the field begins another line.
        line.is_held &= !is_new;
        line.words = text.clone();
    });
}

/// Returns the line in the field of the pair for editing, and marks it as typed.
fn edited(model: &mut Model, pair: PairId) -> Option<&mut ListedDraft> {
    let purpose = Purpose::CameUp(pair);
    if !model.drafts.has(purpose) {
        model.drafts.begin(purpose, ListedDraft::default());
    }
    model.drafts.edit(purpose)
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
        CameUpPress::Undone => undo(model, now, effects),
    }
}

/// Puts the typed line on the list, or changes a line by it; returns false if the text is wrong, or the list is full. A
/// field without words changes nothing.
fn keep(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) -> bool {
    let Some(pair) = pair_of(model) else { return false };
    let mut complaints = Vec::new();
    let words = checked_text(FIELD, Text::optional(text(model, pair)), &mut complaints);
    let (changing, is_held) = (changing(model), is_alone(model, pair));
    let waiting = lines(model, pair);
    let is_alike = |own: &&Listed| own.is_held == is_held && Some(&own.line.note.words) == words.as_ref();
    let is_there = waiting.iter().any(is_alike);
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
        (Some(words), None) if is_new => {
            let made = if is_held { Listed::held } else { Listed::shared };
            add(model, now, pair, words, made);
        }
        _ => {}
    }
    model.drafts.drop(Purpose::CameUp(pair));
    true
}

/// Adds a line, as `made` makes it, to the list of the pair. Lines that a session has settled make room.
fn add(model: &mut Model, now: Instant, pair: PairId, words: Text, made: fn(Carried) -> Listed) {
    let waiting: Vec<SessionId> = lines(model, pair).iter().map(|own| own.line.session).collect();
    let mut own = list_of(model, pair);
    if own.len() >= CARRIED_LIMIT {
        own.retain(|own| waiting.contains(&own.line.session));
        model.record(RecordId::List(pair), Record::List(own));
    }
    let detail = Detail::Parked { by: Some(model.side(pair)), place: Some(Place::NextTime), quotes: None };
    let line = model.ids.session();
    let note = Note { id: NoteId(0), item: None, words, detail };
    change(model, pair, None, Some(made(Carried { session: line, began: now, note })));
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
    let Some(pair) = pair_of(model) else { return };
    if !keep(model, now, effects) {
        return;
    }
    let Some((_, own)) = find(model, line) else { return };
    let words = own.line.note.words.to_string();
    let typed = ListedDraft { words, changes: Some(line), is_held: own.is_held };
    model.drafts.begin(Purpose::CameUp(pair), typed);
    move_focus(effects, Focus::Field(FIELD));
}

/// Undoes the last change of the list. The words of a line that goes again wait in the field, or are offered beside a text
/// that waits there.
fn undo(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let last = model.screen.list_mut().and_then(|list| list.came_up.undo.pop());
    let Some(ListChange { pair, mut before, after, place }) = last else { return };
    let is_added = before.is_none();
    let changed = after.as_ref().map(|own| own.line.session);
    // A line that was held back since stays held back.
    let is_held = changed.and_then(|line| own_line(model, line)).is_some_and(|own| own.is_held);
    before.iter_mut().for_each(|before| before.is_held |= is_held);
    put(model, pair, changed, before, place);
    let (Some(open), Some(after)) = (pair_of(model), after.filter(|_| is_added)) else {
        return move_focus(effects, Focus::Heading);
    };
    let purpose = Purpose::CameUp(open);
    let words = after.line.note.words.to_string();
    let undone = ListedDraft { words, changes: None, is_held: is_held || after.is_held };
    if text(model, open).trim().is_empty() {
        model.drafts.drop(purpose);
        edited(model, open).into_iter().for_each(|line| *line = undone.clone());
    } else {
        let aside = model.ids.writer();
        let (content, from) = (undone.into(), ListedDraft::default().into());
        model.drafts.offer(purpose, aside, Draft { changed: now, is_typed: true, content, from });
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
    // Half-typed words for the line stay for this person alone, as the line was.
    if own.iter().any(|other| Some(other.line.session) == off && other.is_held)
        && let Some(open) =
            pair_of(model).filter(|open| draft(model, *open).is_some_and(|line| line.changes == off))
        && let Some(line) = edited(model, open)
    {
        line.is_held = true;
    }
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
