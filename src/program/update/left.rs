//! Drafts that windows left that are gone: offered on the screen on which they were typed, never merged.

use super::close;
use super::link::{answer_to, purpose};
use super::screen::{holds_answers, is_gone};
use super::{agenda, line, note, noted};
use crate::domain::draft::{AgendaDraft, Content, Draft, EXPIRY_NOTICE, LineDraft, Purpose};
use crate::domain::half::ManagerHalf;
use crate::domain::id::{SessionId, WriterId};
use crate::domain::note::{NoteLine, Readers};
use crate::domain::party::Party;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::program::state::overlay::LinkOverlay;
use crate::program::state::thrown::{Thrown, ThrownBy};
use crate::wire::key::Key;

/// Returns the drafts that were left for the open screen, or for the opened link above it, with their purposes and
/// writers. None on a sheet that is covered, or at which both look: the text may be for one party alone.
pub fn left(model: &Model) -> Vec<(Purpose, WriterId, &Draft)> {
    let purposes: Vec<Purpose> = match &model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => vec![purpose(&opened.link)],
        Some(_) => Vec::new(),
        None if model.screen.sheet().is_some_and(|sheet| sheet.is_covered || sheet.is_shared) => Vec::new(),
        None => model.purposes().collect(),
    };
    let left = |purpose| model.drafts.left(purpose).map(move |(writer, draft)| (purpose, writer, draft));
    // A draft without a place on the screen of the session is among the stranded ones.
    let has_place = |(purpose, writer, _): &(Purpose, WriterId, &Draft)| match model.screen.address() {
        Screen::Session(id) if model.overlays.link.is_none() => has_place(model, id, *purpose, Some(*writer)),
        _ => true,
    };
    purposes.into_iter().flat_map(left).filter(has_place).collect()
}

/// Returns the half-typed lines of the open session that this window closed, once the session is over, also on the screen
/// that sends its record: the record may go out without them. None while a line is open.
pub fn waiting(model: &Model) -> Vec<(Purpose, &Draft)> {
    let (Screen::Session(id) | Screen::Share(id)) = model.screen.address() else { return Vec::new() };
    let is_over = model.half(id).is_some_and(|half| half.course.has_ended());
    if !is_over || model.overlays.link.is_some() || model.drafts.open_line(id).is_some() {
        return Vec::new();
    }
    let lines =
        model.drafts.purposes_of(id).into_iter().filter(|purpose| matches!(purpose, Purpose::Line(..)));
    let waiting = lines.filter(|purpose| has_place(model, id, *purpose, None));
    waiting.filter_map(|purpose| Some((purpose, model.drafts.typed(purpose)?))).collect()
}

/// Goes on with a draft, typed text that is not kept yet, that a closed window left. A draft that was typed
/// here is left in its place, so that the person can go back to it.
pub(super) fn take(model: &mut Model, purpose: Purpose, writer: WriterId, effects: &mut Vec<Effect>) {
    if let Purpose::Line(..) = purpose {
        line::shut(model);
    }
    let aside = model.ids.writer();
    if !model.drafts.take_over(purpose, writer, aside) {
        return;
    }
    if let Purpose::Line(..) = purpose
        && let Some(line) = model.drafts.edit::<LineDraft>(purpose)
    {
        line.is_open = true;
    }
    move_focus(effects, Focus::Heading);
}

/// Returns the party for whom alone the content of a draft is, unless that party said here that the text may show, or
/// the device is the seller's, whom nobody sits beside; `None` for text that anybody may read who sees the screen.
pub fn reader_of(model: &Model, purpose: Purpose, content: &Content) -> Option<Party> {
    let (id, party) = match (purpose, content) {
        (Purpose::Preparation(id, party) | Purpose::Close(id, party), _) => (id, party),
        (Purpose::Line(id, _), Content::Line(line)) if line.is_alone() => (id, Party::Manager),
        // A note may be held back only since its change began.
        (Purpose::Line(id, NoteLine::Of(_, note)), _) if note::is_held_only(model, id, note) => {
            (id, Party::Manager)
        }
        _ => return None,
    };
    let is_sellers = model.known(id).is_some_and(|session| model.side(session.pair) == Party::Seller);
    let is_open = (model.screen.sheet().is_some() && !is_gone(model)) || model.uncovered == Some(purpose);
    (!is_sellers && !is_open).then_some(party)
}

/// A draft that its screen can no longer show or keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stranded<'a> {
    /// Purpose of the draft.
    pub purpose: Purpose,
    /// Closed window that left the draft; `None` for a draft of this window.
    pub writer: Option<WriterId>,
    /// Texts that cannot be shown or kept.
    pub texts: Vec<&'a str>,
    /// Party for whom alone the texts are: see [`reader_of`].
    pub reader: Option<Party>,
}

/// Returns the drafts that their screen can no longer show or keep: the session was deleted in another window, has
/// begun or was answered since, its start was undone, or its note or item was removed. None while the screen is
/// covered.
pub fn stranded(model: &Model) -> Vec<Stranded<'_>> {
    let is_covered = model.screen.sheet().is_some_and(|sheet| sheet.is_covered);
    if model.overlays.link.is_some() || (is_covered && !is_gone(model)) {
        return Vec::new();
    }
    let own = |purposes: Vec<Purpose>| purposes.into_iter().map(|purpose| (purpose, None)).collect();
    let purposes: Vec<(Purpose, Option<WriterId>)> = match model.screen.address() {
        // The form stays, and plans a new session.
        Screen::Plan(_) => Vec::new(),
        _ if is_gone(model) => own(model.purposes().collect()),
        Screen::Session(id) => {
            let all = model.drafts.purposes_of(id).into_iter().chain([answer_to(id)]);
            let of = |purpose| {
                let left = model.drafts.left(purpose).map(move |(writer, _)| (purpose, Some(writer)));
                [(purpose, None)].into_iter().chain(left)
            };
            let all = all.flat_map(of);
            all.filter(|(purpose, writer)| !has_place(model, id, *purpose, *writer)).collect()
        }
        Screen::Agenda(id) => own(vec![Purpose::Agenda(id)]),
        Screen::Home => {
            model.drafts.of_sessions(|id| model.half(id).is_none() && model.session(id).is_none())
        }
        _ => Vec::new(),
    };
    let typed = |(purpose, writer)| {
        let draft = match writer {
            None => model.drafts.typed(purpose)?,
            Some(writer) => model.drafts.left(purpose).find(|(left, _)| *left == writer)?.1,
        };
        let texts = match (&draft.content, purpose) {
            (Content::Agenda(texts), Purpose::Agenda(id)) => agenda::lost(model, id, texts),
            (content, _) => content.texts().collect(),
        };
        let reader = reader_of(model, purpose, &draft.content);
        (!texts.is_empty()).then_some(Stranded { purpose, writer, texts, reader })
    };
    purposes.into_iter().filter_map(typed).collect()
}

/// Returns true if the screen of the session leads to a place where the draft of this window, or the one that `writer`
/// left, is shown or offered.
fn has_place(model: &Model, id: SessionId, purpose: Purpose, writer: Option<WriterId>) -> bool {
    let is_planned = model.half(id).is_some_and(ManagerHalf::is_planned);
    let is_left = writer.is_some();
    match purpose {
        Purpose::PlanOf(_) => is_planned,
        Purpose::Noted(_) => noted::is_asked(model, id),
        // While the session runs, the two can open the seller's sheet; the sheet offers nothing that was left.
        Purpose::Preparation(_, party) => {
            let is_over = model.half(id).is_some_and(|half| half.closing.is_in) || is_final(model, id);
            is_planned || (party == Party::Seller && !is_left && !is_over)
        }
        Purpose::Close(_, party) => {
            !close::is_final(model, id, party) || (!is_left && holds_answers(model, id, party))
        }
        Purpose::Line(_, NoteLine::New(_) | NoteLine::Differently) => !is_planned,
        Purpose::Line(_, NoteLine::Of(readers, of)) => {
            let is_there = match readers {
                Readers::Both => model.half(id).is_some_and(|half| half.notes.get(of).is_some()),
                Readers::ManagerAlone => note::held(model, id, of).is_some(),
            };
            let is_open = model.drafts.open_line(id).is_some_and(|(open, _)| open == purpose);
            // A change of a note that is held back by now stands in no shared place.
            let is_moved = readers == Readers::Both && note::is_held_only(model, id, of);
            !is_planned && !is_moved && (is_there || is_open || is_left)
        }
        // The editor of a planned session's agenda shows its own texts.
        Purpose::Agenda(_) => is_planned || is_left,
        // The link of the invitation shows the answer until the session is here.
        Purpose::Answer(_)
        | Purpose::Plan
        | Purpose::Request
        | Purpose::OwnName
        | Purpose::Pasted
        | Purpose::CameUp(_)
        | Purpose::Quarter => false,
    }
}

/// Returns true if both parties have answered at the close, so that the answers no longer change.
fn is_final(model: &Model, id: SessionId) -> bool {
    model.session(id).is_some_and(Session::both_answered)
}

/// Returns true if the person came back to the open form and finds there what they typed before.
pub fn is_resumed(model: &Model) -> bool {
    model.screen.address().purpose().is_some_and(|purpose| model.drafts.is_resumed(purpose))
}

/// Discards an own draft, which can be brought back.
pub(super) fn discard_own(model: &mut Model, purpose: Purpose, effects: &mut Vec<Effect>) {
    let mut draft = model.drafts.typed(purpose).cloned();
    match purpose {
        // Texts that stand in their fields stay.
        Purpose::Agenda(id) => {
            agenda::discard_lost(model, id);
            let rest =
                model.drafts.get::<AgendaDraft>(purpose).map(|rest| rest.texts.clone()).unwrap_or_default();
            if let Some(Content::Agenda(lost)) = draft.as_mut().map(|draft| &mut draft.content) {
                lost.texts.retain(|text| !rest.contains(text));
            }
        }
        _ => model.drafts.drop(purpose),
    }
    throw(model, purpose, draft);
    move_focus(effects, Focus::Heading);
}

/// Leaves a draft that was typed here beside the open form, so that the person can go back to it.
pub(super) fn set_aside(model: &mut Model, purpose: Purpose) {
    let aside = model.ids.writer();
    model.drafts.set_aside(purpose, aside);
}

/// Keeps a discarded text in memory, so that it can be brought back.
fn throw(model: &mut Model, purpose: Purpose, draft: Option<Draft>) {
    let thrown = draft.filter(Draft::holds_text);
    model.thrown.extend(thrown.map(|draft| Thrown { purpose, draft, by: ThrownBy::Discard }));
}

/// Discards a draft that a closed window left, which can be brought back, and removes its record.
pub(super) fn discard(model: &mut Model, purpose: Purpose, writer: WriterId, effects: &mut Vec<Effect>) {
    let draft = model.drafts.left(purpose).find(|(left, _)| *left == writer).map(|(_, draft)| draft.clone());
    throw(model, purpose, draft);
    let replaced = model.drafts.forget_left(purpose, writer);
    let gone = replaced.into_iter().chain([writer]);
    effects.extend(gone.map(|writer| Effect::Remove(Key::Draft(purpose).of(writer))));
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
    model.drafts.renew(told, now, &mut model.ids);
    move_focus(effects, Focus::Heading);
}
