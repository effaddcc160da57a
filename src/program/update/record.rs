//! The summary on the screen of a session that is over: read, copied, saved.

use super::{file, sent, summary};
use crate::domain::sent::SentBy;
use crate::domain::time::Instant;
use crate::outgoing::plain::plain;
use crate::outgoing::summary::{Form, write};
use crate::program::effect::{Effect, Focus, Shared, move_focus};
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;
use crate::program::state::screen::Summary;
use crate::program::state::sharing::AwaitedSending;
use crate::text::Env;

/// Shows the summary of the open session, or hides it.
pub(super) fn read(model: &mut Model) {
    if let Some(state) = model.screen.session_mut() {
        let is_open = state.summary == Summary::Open;
        state.summary = if is_open { Summary::Closed } else { Summary::Open };
    }
}

/// Asks the browser to copy the summary of the open session; does nothing unless the session is over.
pub(super) fn copy(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    if let Some(text) = text(model, env, now, Form::Plain) {
        let open = model.open_session();
        let going = open.and_then(|id| Some((id, sent::summary(model, id)?))).into_iter().collect();
        let request = model.requests.begin();
        if let Some(state) = model.screen.session_mut() {
            state.copying = Some(AwaitedSending { request, going });
        }
        effects.push(Effect::Copy { request, text });
    }
}

/// Handles the outcome of copying the summary; `is_copied` is true if it is on the clipboard. Ignores an
/// answer to an earlier request.
pub(super) fn copied(
    model: &mut Model,
    now: Instant,
    request: RequestId,
    is_copied: bool,
    effects: &mut Vec<Effect>,
) {
    let Some(state) = model.screen.session_mut() else { return };
    let Some(awaited) = state.copying.take_if(|awaited| awaited.request == request) else { return };
    if !is_copied {
        state.summary = Summary::Refused;
        return move_focus(effects, Focus::Summary);
    }
    state.summary = Summary::Copied;
    sent::record_all(model, &awaited.going, SentBy::Copied, now);
}

/// Offers the summary of the open session as a Markdown file; does nothing unless the session is over.
pub(super) fn save(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Some(session) = model.open_session().and_then(|id| model.session(id)) else { return };
    let name = file::named(model, env, session, "md");
    let text = text(model, env, now, Form::Markdown);
    if let Some(text) = text {
        effects.push(Effect::OfferFile { name, text });
        model.told.shared.push(Shared::Summary);
    }
}

/// Returns the summary of the open session; `None` unless the session is over.
fn text(model: &Model, env: &Env<'_>, now: Instant, form: Form) -> Option<String> {
    let lines = summary::lines(model, env, now, model.open_session()?)?;
    Some(plain(&write(&lines, form)))
}
