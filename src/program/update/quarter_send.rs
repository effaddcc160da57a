//! Sending the booked dates of a quarter: one message for each seller, all by the method that the manager chose last.

use std::sync::Arc;

use super::carry;
use super::kept_row::{booked, next_of};
use super::names::name_manager;
use super::screen::put_up;
use super::sending::open_sending;
use super::sent;
use super::share;
use crate::domain::id::{PairId, SessionId};
use crate::domain::phrase::{Wording, WordingKey};
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::sent::SentBy;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::mail::MAIL_LIMIT;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::SendMethod;
use crate::program::state::model::Model;
use crate::program::state::quarter::{BookedState, Reading};
use crate::program::state::request::RequestId;
use crate::program::state::screen::OpenScreen;
use crate::program::state::sharing::{AwaitedSending, Told};
use crate::text::Env;

/// A seller whose dates are booked, on the screen that sends them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookedRow {
    /// Pair of the seller.
    pub pair: PairId,
    /// Planned session that the message is about.
    pub session: SessionId,
    /// Start of that session.
    pub begins: Instant,
    /// True if the message, or its last change, was not sent.
    pub is_open: bool,
}

/// Returns the sellers whose dates are booked, in order of the next session.
#[must_use]
pub fn booked_rows(model: &Model, env: &Env<'_>) -> Vec<BookedRow> {
    let row = |(pair, standing)| {
        let session = next_of(model, standing)?;
        let begins = model.half(session)?.plan.schedule.begins(env.zones);
        Some(BookedRow { pair, session, begins, is_open: is_open(model, session) })
    };
    let mut rows: Vec<BookedRow> = booked(model).filter_map(row).collect();
    rows.sort_by_key(|row| (row.begins, row.session));
    rows
}

/// Returns true if the message about the session is still to be sent: the two did not sit at one device, and something is
/// unsent.
fn is_open(model: &Model, id: SessionId) -> bool {
    let is_told = model.session(id).is_some_and(|session| sent::is_prepared_here(model, session));
    sent::is_unsent(model, id) && !is_told
}

/// Returns the method that the manager chose last, as far as this browser offers it; else copying.
#[must_use]
pub fn method(model: &Model) -> SentBy {
    match model.settings().send_by {
        Some(SentBy::Shared) if model.here.can_share && model.here.share_url.is_some() => SentBy::Shared,
        Some(SentBy::Mailed) if model.here.share_url.is_some() => SentBy::Mailed,
        _ => SentBy::Copied,
    }
}

/// Returns the method by which the message about this session leaves: the chosen one, or copying if the message is too long
/// for a mail.
#[must_use]
pub fn method_of(model: &Model, env: &Env<'_>, now: Instant, id: SessionId) -> SentBy {
    let fits = |model| {
        let mail = open_sending(model, env, now, id, SendMethod::Mail);
        mail.is_some_and(|mail| mail.text.chars().count() <= MAIL_LIMIT)
    };
    match method(model) {
        SentBy::Mailed if !fits(model) => SentBy::Copied,
        chosen => chosen,
    }
}

/// Returns the session whose message is open to be read; `None` while none is.
#[must_use]
pub fn read(model: &Model, rows: &[BookedRow]) -> Option<SessionId> {
    let OpenScreen::Booked(state) = &model.screen else { return None };
    match state.reading {
        Reading::First => rows.iter().find(|row| row.is_open).map(|row| row.session),
        Reading::Of(id) => Some(id),
        Reading::Closed => None,
    }
}

/// Opens the screen of the booked dates. The manager's name, once given for one seller, goes to all of them.
pub(super) fn open(model: &mut Model, env: &Env<'_>, effects: &mut Vec<Effect>) {
    let rows = booked_rows(model, env);
    for row in rows.iter().filter(|row| row.is_open) {
        name_manager(model, row.pair);
        carry::carry_along(model, row.session);
    }
    put_up(model, Screen::Booked, effects);
}

/// Returns true if the manager promises this line to everybody whose message is not sent.
#[must_use]
pub fn promises(model: &Model, rows: &[BookedRow], line: &Wording) -> bool {
    let promises = |row: &BookedRow| model.half(row.session).is_some_and(|half| half.ahead.stands_by(line));
    let mut open = rows.iter().filter(|row| row.is_open).peekable();
    open.peek().is_some() && open.all(promises)
}

/// Promises a line to everybody whose message is not sent, or no longer if all of them have the promise.
pub(super) fn toggle_promise(model: &mut Model, env: &Env<'_>, line: WordingKey) {
    let (rows, catalogue) = (booked_rows(model, env), Arc::clone(&model.catalogue));
    let offered = catalogue.count_on();
    let Some(line) = offered.iter().find(|offered| offered.fingerprint() == line) else { return };
    let is_promised = promises(model, &rows, line);
    for row in rows.iter().filter(|row| row.is_open) {
        model.change(row.session, &mut |half| {
            if half.ahead.stands_by(line) == is_promised {
                half.ahead.toggle(line, offered);
            }
        });
    }
}

/// Promises all offered lines to everybody whose message is not sent.
pub(super) fn promise_all(model: &mut Model, env: &Env<'_>) {
    let catalogue = Arc::clone(&model.catalogue);
    for row in booked_rows(model, env).iter().filter(|row| row.is_open) {
        model.change(row.session, &mut |half| half.ahead.take_all(catalogue.count_on()));
    }
}

/// Chooses the method by which all messages leave, from now on.
pub(super) fn choose(model: &mut Model, by: SentBy) {
    let settings = Settings { send_by: Some(by), ..model.settings() };
    model.record(RecordId::Settings, Record::Settings(settings));
}

/// Opens the message about this session to be read, or closes it.
pub(super) fn toggle(model: &mut Model, env: &Env<'_>, id: SessionId) {
    let is_read = read(model, &booked_rows(model, env)) == Some(id);
    if let Some(state) = state(model) {
        state.reading = if is_read { Reading::Closed } else { Reading::Of(id) };
    }
}

/// Sends the message about this session by the chosen method. Opens the screen that asks for the manager's name if the
/// message would bear none.
pub(super) fn send(model: &mut Model, env: &Env<'_>, now: Instant, id: SessionId, effects: &mut Vec<Effect>) {
    let Some(pair) = model.session(id).map(|session| session.pair) else { return };
    if model.pair(pair).is_none_or(|two| two.manager.is_none()) {
        return share::open(model, id, effects);
    }
    let by = method_of(model, env, now, id);
    let way = match by {
        SentBy::Shared => SendMethod::Share,
        SentBy::Mailed => SendMethod::Mail,
        _ if model.here.share_url.is_none() => SendMethod::CopyCode,
        _ => SendMethod::Copy,
    };
    let message = open_sending(model, env, now, id, way);
    let going = sent::all_going(model, env, now, id);
    let request = model.requests.begin();
    let Some(state) = state(model) else { return };
    state.told = None;
    state.sending = None;
    let Some(message) = message else { return refuse(state, id, effects) };
    if by == SentBy::Mailed {
        effects.push(Effect::Mail { subject: message.title, body: message.text });
        sent::record_all(model, &going, by, now);
        return go_on(model, env, id, effects);
    }
    state.sending = Some((id, AwaitedSending { request, going }));
    effects.push(match by {
        SentBy::Shared => {
            Effect::Share { request, title: message.title, text: message.text, link: message.link }
        }
        _ => Effect::Copy { request, text: message.text },
    });
}

/// Handles the browser's answer to a request to copy or share; `is_done` is true if the message is on the clipboard, or
/// was shared. Ignores an answer to an earlier request.
pub(super) fn settled(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    (request, by, is_done): (RequestId, SentBy, bool),
    effects: &mut Vec<Effect>,
) {
    let Some(state) = state(model) else { return };
    let Some((id, sent)) = state.sending.take_if(|(_, awaited)| awaited.request == request) else { return };
    if !is_done {
        // Closing the share sheet needs no words.
        if by == SentBy::Copied {
            refuse(state, id, effects);
        }
        return;
    }
    state.told = Some((id, if by == SentBy::Shared { Told::Shared } else { Told::Copied }));
    sent::record_all(model, &sent.going, by, now);
    go_on(model, env, id, effects);
}

/// Tells that copying failed, and shows the message for copying by hand.
fn refuse(state: &mut BookedState, id: SessionId, effects: &mut Vec<Effect>) {
    state.told = Some((id, Told::Refused));
    state.reading = Reading::Of(id);
    move_focus(effects, Focus::Summary);
}

/// Opens the next message that was not sent, and moves the focus to its button: the next one down the screen, else the
/// first. After the last one the heading gets the focus.
fn go_on(model: &mut Model, env: &Env<'_>, id: SessionId, effects: &mut Vec<Effect>) {
    let rows = booked_rows(model, env);
    let below = rows.iter().skip_while(|row| row.session != id).find(|row| row.is_open);
    let next = below.or_else(|| rows.iter().find(|row| row.is_open)).map(|row| row.session);
    if let Some(state) = state(model) {
        state.reading = next.map_or(Reading::Closed, Reading::Of);
    }
    move_focus(effects, next.map_or(Focus::Heading, Focus::Send));
}

fn state(model: &mut Model) -> Option<&mut BookedState> {
    match &mut model.screen {
        OpenScreen::Booked(state) => Some(state),
        _ => None,
    }
}
