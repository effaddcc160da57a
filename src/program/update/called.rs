//! Calls of the host page: what the methods of the element give and do.
//!
//! A call shows nothing and sends nothing; the host page decides what becomes of the result.

use std::collections::BTreeMap;

use super::link::sent_link;
use super::sending::address;
use super::{calendar, carry, file, importing, share, summary};
use crate::domain::id::SessionId;
use crate::domain::session::Session;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::plain::plain;
use crate::outgoing::summary::{Form, write};
use crate::program::effect::{Effect, Refusal};
use crate::program::event::Call;
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;
use crate::text::Env;
use crate::wire::link::write as write_link;

/// Handles a call of the host page.
pub(super) fn handle(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (request, call): (RequestId, Call),
    effects: &mut Vec<Effect>,
) {
    if let Call::Import(text) = call {
        return importing::begin(model, request, text, effects);
    }
    importing::finish(model, now, effects);
    match (result(model, env, now, &call), call) {
        (Some(answer), _) => effects.push(Effect::Answer(request, answer)),
        (None, Call::Delete) => delete(model, request, effects),
        (None, _) => effects.push(Effect::ReadStored(Some(request))),
    }
}

/// Returns the result of a call about the session on the screen; `None` for a call about all data.
pub(super) fn result(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    call: &Call,
) -> Option<Result<String, Refusal>> {
    match call {
        Call::Link => Some(link(model, env, now)),
        Call::Calendar => Some(calendar(model, env, now)),
        Call::Summary(form) => Some(summary(model, env, now, *form)),
        Call::Export | Call::Import(_) | Call::Delete => None,
    }
}

/// Removes everything, from memory and from storage.
pub(super) fn delete(model: &mut Model, request: RequestId, effects: &mut Vec<Effect>) {
    importing::forget(model, effects);
    forget_all(model);
    effects.push(Effect::RemoveAll(request));
}

/// Answers with the whole store as one text. `stored` holds the records by name.
pub(super) fn exported(
    model: &Model,
    request: RequestId,
    stored: BTreeMap<String, String>,
    effects: &mut Vec<Effect>,
) {
    effects.push(Effect::Answer(request, Ok(file::backup_of(model, stored))));
}

/// Answers once the browser removed the data, or did not; then what is still stored is read again.
pub(super) fn removed(request: RequestId, is_removed: bool, effects: &mut Vec<Effect>) {
    if !is_removed {
        effects.push(Effect::LookAgain);
    }
    let answer = if is_removed { Ok(String::new()) } else { Err(Refusal::NotRemoved) };
    effects.push(Effect::Answer(request, answer));
}

/// Returns the session of the open screen: a form or a sheet of a session counts; `None` on another screen.
pub(super) fn of_screen(model: &Model) -> Option<&Session> {
    let id = match model.screen.address() {
        Screen::Session(id)
        | Screen::Agenda(id)
        | Screen::Plan(Some(id))
        | Screen::HandOver(id, _)
        | Screen::Prepare(id, _)
        | Screen::Close(id, _)
        | Screen::Own(id, _)
        | Screen::Share(id)
        | Screen::Calendar(id) => id,
        _ => return None,
    };
    model.session(id)
}

/// Returns the session on the screen, unless an opened link covers it.
fn on_screen(model: &Model) -> Result<SessionId, Refusal> {
    let session = of_screen(model).filter(|_| model.overlays.link.is_none());
    session.map(|session| session.id).ok_or(Refusal::NoSession)
}

/// Returns the link of the session on the screen; the locked one, if the screen that sends the session locked it. Whoever
/// typed a password wants no open link to go out.
fn link(model: &mut Model, env: &Env<'_>, now: Instant) -> Result<String, Refusal> {
    let id = on_screen(model)?;
    let sharing = model.screen.sharing();
    if sharing.is_some_and(|sharing| sharing.lock.is_awaited()) || share::is_half_locked(model) {
        return Err(Refusal::NotLocked);
    }
    let locked = sharing.and_then(|sharing| sharing.lock.payload()).map(str::to_owned);
    if locked.is_none() {
        carry::bring_along(model, id);
    }
    let code = locked.or_else(|| write_link(&sent_link(model, env, now, id)?).ok());
    code.map(|code| address(model, &code)).ok_or(Refusal::NoLink)
}

fn calendar(model: &Model, env: &Env<'_>, now: Instant) -> Result<String, Refusal> {
    let id = on_screen(model)?;
    calendar::text(model, env, now, id).ok_or(Refusal::NotPlanned)
}

fn summary(model: &Model, env: &Env<'_>, now: Instant, form: Form) -> Result<String, Refusal> {
    let lines = summary::lines(model, env, now, on_screen(model)?).ok_or(Refusal::NotOver)?;
    Ok(plain(&write(&lines, form)))
}

/// Forgets everything but what the program knows of the browser, and opens the list.
fn forget_all(model: &mut Model) {
    let old = std::mem::take(model);
    *model = Model {
        ids: old.ids,
        writer: old.writer,
        slot: old.slot,
        living: old.living,
        zone: old.zone,
        here: old.here,
        catalogue: old.catalogue,
        limits: old.limits,
        told: old.told,
        seen: old.seen,
        requests: old.requests,
        ..Model::new()
    };
}
