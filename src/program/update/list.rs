//! The list of sessions: opening and deleting a session.

use super::incoming::keys_of;
use super::same::all;
use super::screen::{put_up, remember, show};
use super::{came_up, form, names, single, standing, told};
use crate::domain::draft::Purpose;
use crate::domain::half::ManagerHalf;
use crate::domain::id::{PairId, SessionId};
use crate::domain::party::Party;
use crate::domain::record::RecordId;
use crate::domain::time::{Instant, LocalDateTime};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::HomeField;
use crate::program::state::list::{Deletion, TakenOff};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::wire::key::Key;

/// Opens the list of sessions, or closes an opened file.
pub(super) fn open_home(model: &mut Model, effects: &mut Vec<Effect>) {
    // Leaving a file changes nothing: earlier changes can still be undone.
    if model.overlays.file.take_if(|file| file.is_shown()).is_none() {
        show(model, Screen::Home);
    }
    move_focus(effects, Focus::Heading);
}

/// Stores the typed text of a field in the list, which may stand in the place of a screen whose session is gone.
pub(super) fn typed(model: &mut Model, field: HomeField, text: String) {
    match field {
        HomeField::Pasted => single::typed(model, Purpose::Pasted, text),
        HomeField::CameUp => came_up::typed(model, text),
    }
}

/// Opens the page of a pair: the sessions of one manager and one seller.
pub(super) fn open_pair(model: &mut Model, id: PairId, effects: &mut Vec<Effect>) {
    put_up(model, Screen::Pair(id), effects);
}

/// Opens the screen of a session, and logs a step backward of the device's clock, if there was one. Does
/// nothing if the session has no plan.
pub(super) fn open_session(model: &mut Model, now: Instant, id: SessionId, effects: &mut Vec<Effect>) {
    if model.half(id).is_some() {
        put_up(model, Screen::Session(id), effects);
        super::leap::notice_step(model, now);
    }
}

/// Deletes a session with its private content and drafts, and opens the list; on the page of a person, that page while
/// it lists another session. Storage keeps its id and the date, and what the seller told with the answer about other
/// sessions. A person for whom a line waits stays on the list, and so does an invited seller whose session is cancelled. The content stays in memory for undo until another screen opens, and so does that of the sessions
/// deleted on the list before.
pub(super) fn delete(model: &mut Model, now: Instant, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    let is_planned = model.half(id).is_some_and(ManagerHalf::is_planned);
    let is_invited = model.side(pair) == Party::Manager && model.private(id, Party::Manager).sent.is_some();
    let mut deletions =
        model.screen.list_mut().map(|list| std::mem::take(&mut list.deletions)).unwrap_or_default();
    let page = match model.screen.address() {
        Screen::Pair(of) => Some(of).filter(|_| has_other(model, pair, id)),
        _ => None,
    };
    put_up(model, page.map_or(Screen::Home, Screen::Pair), effects);
    standing::skip(model, id, true);
    told::keep(model, id);
    let mut before = Vec::new();
    for key in keys_of(id) {
        if let Some(kept) = model.kept.get_mut(&key) {
            before.push((key, kept.value().clone()));
            kept.set(kept.value().deleted(model.writer, now));
        }
    }
    let drafts = model.drafts.take_out(id);
    let left = drafts.iter().filter_map(|(purpose, writer, _)| Some(Key::Draft(*purpose).of((*writer)?)));
    effects.extend(left.map(Effect::Remove));
    remember(&mut deletions, Deletion { session: id, pair, before, drafts });
    if let Some(list) = model.screen.list_mut() {
        list.deletions = deletions;
    }
    // A session that was planned by mistake leaves nobody behind.
    if is_planned && is_invited {
        keep_listed(model, pair, id);
    }
}

/// Keeps the seller of the pair on the list, if no session with the seller is left.
fn keep_listed(model: &mut Model, pair: PairId, deleted: SessionId) {
    if !has_other(model, pair, deleted) {
        names::wait(model, pair);
    }
}

/// Deletes a session whose date passed and that did not take place. The list keeps the seller, even without any other
/// session.
pub(super) fn let_go(model: &mut Model, now: Instant, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    delete(model, now, id, effects);
    keep_listed(model, pair, id);
}

/// Takes the seller of the pair off the list and off the suggestions, with what the seller told beside the sessions, and
/// opens the list, where that can be undone. While a line of this person waits, the seller stays.
pub(super) fn take_off(model: &mut Model, now: Instant, pair: PairId, effects: &mut Vec<Effect>) {
    if came_up::holds_own(model, pair) {
        return;
    }
    let told = model.kept.get(&Key::Record(RecordId::Told(pair))).map(|kept| kept.value().clone());
    let is_waiting = model.settings().waiting.contains(&pair);
    told::forget(model, now, pair);
    names::toggle(model, pair);
    put_up(model, Screen::Home, effects);
    if let Some(list) = model.screen.list_mut() {
        list.taken_off = Some(TakenOff { pair, told, is_waiting });
    }
}

/// Puts a seller back on the list, with what the seller told.
fn put_back_on(model: &mut Model, off: TakenOff, effects: &mut Vec<Effect>) {
    let TakenOff { pair, told, is_waiting } = off;
    names::toggle(model, pair);
    if is_waiting {
        names::wait(model, pair);
    }
    if let (Some(kept), Some(told)) = (model.kept.get_mut(&Key::Record(RecordId::Told(pair))), told) {
        kept.set_undone(kept.value().restored(model.writer, &told));
    }
    move_focus(effects, Focus::Heading);
}

/// Plans a session with the seller of the pair at this start, by the form, which stays open if it has to ask.
pub(super) fn book(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (pair, start): (PairId, LocalDateTime),
    effects: &mut Vec<Effect>,
) {
    form::open_with(model, pair, effects);
    form::choose_slot(model, env, now, start, effects);
}

/// Returns true if the page of the pair lists another session beside this one.
fn has_other(model: &Model, pair: PairId, id: SessionId) -> bool {
    let pairs = all(model, pair);
    model.sessions().any(|session| session.id != id && pairs.contains(&session.pair))
}

/// Puts the seller back who was taken off the list, or restores the session that was deleted last, with its private content and
/// drafts.
pub(super) fn undo(model: &mut Model, effects: &mut Vec<Effect>) {
    if let Some(off) = model.screen.list_mut().and_then(|list| list.taken_off.take()) {
        return put_back_on(model, off, effects);
    }
    let last = model.screen.list().and_then(|list| list.deletions.last());
    if let Some(session) = last.map(|deletion| deletion.session) {
        restore(model, session, effects);
    }
}

/// Restores a session that was deleted since the list was opened.
pub(super) fn restore(model: &mut Model, session: SessionId, effects: &mut Vec<Effect>) {
    let Some(list) = model.screen.list_mut() else { return };
    // After a change in another window a session can be deleted a second time.
    let Some(place) = list.deletions.iter().rposition(|deletion| deletion.session == session) else { return };
    let Deletion { before, drafts, pair, .. } = list.deletions.remove(place);
    names::list(model, pair);
    for (key, before) in before {
        if let Some(kept) = model.kept.get_mut(&key) {
            kept.set_undone(kept.value().restored(model.writer, &before));
        }
    }
    standing::skip(model, session, false);
    told::take_back(model, session);
    for (purpose, writer, draft) in drafts {
        match writer {
            None => model.drafts.put_back(purpose, draft),
            Some(writer) => model.drafts.offer(purpose, writer, draft),
        }
    }
    move_focus(effects, Focus::Heading);
}
