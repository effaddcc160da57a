//! Drafts that windows left that are gone: offered on the screen on which they were typed, never merged.

use super::link::purpose;
use super::screen::{holds_answers, is_gone};
use super::{agenda, line, note};
use crate::domain::draft::{Content, Draft, EXPIRY_NOTICE, LineDraft, Purpose};
use crate::domain::half::ManagerHalf;
use crate::domain::id::WriterId;
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::program::state::overlay::LinkOverlay;
use crate::wire::key::Key;
use crate::wire::stored::seal;

/// Returns the drafts that were left for the open screen, or for the opened link above it, with their purposes and
/// writers. None on a sheet that is covered, or at which both look: the text may be for one party alone.
pub fn left(model: &Model) -> Vec<(Purpose, WriterId, &Draft)> {
    let purposes: Vec<Purpose> = match &model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => vec![purpose(&opened.link)],
        Some(_) => Vec::new(),
        None if model.screen.sheet().is_some_and(|sheet| sheet.is_covered || sheet.is_agreed) => Vec::new(),
        None => model.purposes().collect(),
    };
    let left = |purpose| model.drafts.left(purpose).map(move |(writer, draft)| (purpose, writer, draft));
    purposes.into_iter().flat_map(left).collect()
}

/// Goes on with a draft, typed text that is not kept yet, that a closed window left. A draft that was typed
/// here is left in its place, so that the person can go back to it.
pub(super) fn take(model: &mut Model, purpose: Purpose, writer: WriterId, effects: &mut Vec<Effect>) {
    if let Purpose::Line(..) = purpose {
        line::shut(model);
    }
    let aside = model.ids.writer();
    let Some((own, before)) = model.drafts.take_over(purpose, writer, aside) else { return };
    if let Some(before) = before {
        effects.push(Effect::Write { place: Key::Draft(purpose).of(aside), record: seal(&before) });
    }
    // The text is stored here before it goes from there.
    effects.push(Effect::Write { place: Key::Draft(purpose).of(model.writer), record: seal(&own) });
    effects.push(Effect::Remove(Key::Draft(purpose).of(writer)));
    if let Purpose::Line(..) = purpose
        && let Some(line) = model.drafts.edit::<LineDraft>(purpose)
    {
        line.is_open = true;
    }
    move_focus(effects, Focus::Heading);
}

/// Returns the party for whom alone the text of a purpose is, unless that party said here that the text may show, or
/// the device is the seller's, whom nobody sits beside; `None` for text that anybody may read who sees the screen.
pub fn reader_of(model: &Model, purpose: Purpose) -> Option<Party> {
    let (Purpose::Preparation(id, party) | Purpose::Close(id, party)) = purpose else { return None };
    let is_sellers = model.known(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    let is_open = (model.screen.sheet().is_some() && !is_gone(model)) || model.uncovered == Some(purpose);
    (!is_sellers && !is_open).then_some(party)
}

/// Returns the own drafts that their screen can no longer show or keep: the session was deleted in another window, its
/// start was undone, its note or item was removed, or both have answered. Returns the texts that cannot be shown or
/// kept with each. None while the screen is covered.
pub fn stranded(model: &Model) -> Vec<(Purpose, Vec<&str>)> {
    if model.overlays.link.is_some() || model.screen.sheet().is_some_and(|sheet| sheet.is_covered) {
        return Vec::new();
    }
    let purposes: Vec<Purpose> = match model.screen.address() {
        // The form stays, and plans a new session.
        Screen::Plan(_) => Vec::new(),
        _ if is_gone(model) => model.purposes().collect(),
        Screen::Session(id) => {
            let is_planned = model.half(id).is_some_and(ManagerHalf::is_planned);
            // A note that is held back stays out of the shared screen, and so does what was typed for it.
            let has_note = |of| {
                model.half(id).is_some_and(|half| half.notes.get(of).is_some())
                    || note::held(model, id, of).is_some()
            };
            let is_open = |purpose| model.drafts.open_line(id).is_some_and(|(open, _)| open == purpose);
            let mut purposes: Vec<Purpose> = model.purposes().collect();
            purposes.retain(|purpose| match purpose {
                Purpose::Line(_, Some(note)) => is_planned || !(has_note(*note) || is_open(*purpose)),
                Purpose::Line(_, None) => is_planned,
                _ => true,
            });
            let parties = [Party::Manager, Party::Seller].into_iter();
            let final_for = |party: &Party| {
                let is_final = model.session(id).is_some_and(Session::both_answered);
                is_final && !holds_answers(model, id, *party)
            };
            purposes.extend(parties.filter(final_for).map(|party| Purpose::Close(id, party)));
            purposes
        }
        Screen::Agenda(id) => vec![Purpose::Agenda(id)],
        _ => Vec::new(),
    };
    let typed = |purpose| {
        let draft = model.drafts.typed(purpose)?;
        let texts = match (&draft.content, purpose) {
            (Content::Agenda(texts), Purpose::Agenda(id)) => agenda::lost(model, id, texts),
            (content, _) => content.texts().collect(),
        };
        (!texts.is_empty()).then_some((purpose, texts))
    };
    purposes.into_iter().filter_map(typed).collect()
}

/// Returns true if the person came back to the open form and finds there what they typed before.
pub fn is_resumed(model: &Model) -> bool {
    model.screen.address().purpose().is_some_and(|purpose| model.drafts.is_resumed(purpose))
}

/// Discards an own draft.
pub(super) fn discard_own(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) {
    match purpose {
        // Texts that stand in their fields stay.
        Purpose::Agenda(id) => agenda::discard_lost(model, id),
        _ => model.drafts.drop(purpose),
    }
    move_focus(effects, Focus::Heading);
}

/// Leaves a draft that was typed here beside the open form, so that the person can go back to it.
pub(super) fn set_aside(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) {
    let aside = model.ids.writer();
    if let Some(draft) = model.drafts.set_aside(purpose, aside) {
        effects.push(Effect::Write { place: Key::Draft(purpose).of(aside), record: seal(&draft) });
    }
}

/// Discards a draft that a closed window left, and removes its record.
pub(super) fn discard(model: &mut Model, purpose: Purpose, writer: WriterId, effects: &mut Vec<Effect>) {
    model.drafts.forget_left(purpose, writer);
    effects.push(Effect::Remove(Key::Draft(purpose).of(writer)));
    move_focus(effects, Focus::Heading);
}

/// Drops expired drafts at a start, at the earliest a day after the person was told that they go. Until then the notice
/// stands, and one press keeps them.
pub(super) fn expire(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let before = model.expiry_told;
    let told = before.filter(|told| now.since(*told) >= EXPIRY_NOTICE);
    let gone = model.drafts.expire(now, told);
    effects.extend(gone.into_iter().map(|(purpose, writer)| Effect::Remove(Key::Draft(purpose).of(writer))));
    // A notice from the future was given by a wrong clock.
    let still = before.filter(|told| *told <= now && model.drafts.oldest_expired(*told).is_some());
    model.expiry_told = model.drafts.oldest_expired(now).map(|_| still.unwrap_or(now));
    model.screen_unsaved |= model.expiry_told != before;
}

/// Keeps the drafts of the notice, as if they had been changed now.
pub(super) fn keep_expired(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(told) = model.expiry_told.take() else { return };
    model.screen_unsaved = true;
    for (purpose, writer, draft) in model.drafts.renew(told, now) {
        // A window writes no record of another one, so the draft moves to a new writer.
        let aside = model.ids.writer();
        effects.push(Effect::Write { place: Key::Draft(purpose).of(aside), record: seal(&draft) });
        effects.push(Effect::Remove(Key::Draft(purpose).of(writer)));
        model.drafts.leave(purpose, aside, draft);
    }
    move_focus(effects, Focus::Heading);
}
