//! The entry of a planned session for a calendar: its content, and the record that it was put there.

use super::file::named;
use super::sending::address;
use crate::domain::id::SessionId;
use crate::domain::private::Entered;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::calendar::CalendarEntry;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::model::Model;
use crate::text::Env;
use crate::wire::link::{Link, write};

/// Upper bound on the number that tells a calendar which file is newer; only forged counts of writes exceed it.
const SEQUENCE_LIMIT: u32 = 1_000_000;

/// Returns the entry for a session; `None` unless the session is planned and has not begun.
#[must_use]
pub fn entry(model: &Model, env: &Env<'_>, id: SessionId) -> Option<CalendarEntry> {
    let session = model.session(id)?;
    let half = session.manager_half().filter(|half| half.is_planned())?;
    let pair = model.pair(session.pair);
    let manager = pair.and_then(|pair| pair.manager.as_ref());
    let seller = pair.map(|pair| &pair.seller);
    let link = seller.and_then(|seller| Link::plan_only(session, manager, seller));
    let code = link.filter(|_| model.here.share_url.is_some()).and_then(|link| write(&link).ok());
    let link = code.map(|code| address(model, &code));
    Some(CalendarEntry::new(
        env,
        id,
        &half.plan,
        [seller, manager].map(|name| name.map(Text::as_str)),
        link.as_deref(),
    ))
}

/// Returns the record that the session was put into the calendar; `None` if it never was.
#[must_use]
pub fn entered(model: &Model, id: SessionId) -> Option<Entered> {
    let side = model.side(model.session(id)?.pair);
    model.private(id, side).entered
}

/// Returns true if the plan of the session, as it is now, was put into the calendar.
#[must_use]
pub fn is_entered(model: &Model, id: SessionId) -> bool {
    let plan = model.half(id).map(|half| half.plan.fingerprint());
    entered(model, id).is_some_and(|entered| Some(entered.plan) == plan)
}

/// Offers the entry of the session on the screen as a file.
pub(super) fn save(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Screen::Calendar(id) = model.screen.address() else { return };
    let Some(entry) = entry(model, env, id) else { return };
    let Some(sequence) = enter(model, id, &entry, now) else { return };
    let Some(name) = model.session(id).map(|session| named(model, env, session, "ics")) else { return };
    effects.extend(entry.file(sequence, now).map(|text| Effect::OfferFile { name, text }));
    move_focus(effects, Focus::Heading);
}

/// Records that the person opened the entry in a calendar on the web.
pub(super) fn opened(model: &mut Model, env: &Env<'_>, now: Instant) {
    let Screen::Calendar(id) = model.screen.address() else { return };
    if let Some(entry) = entry(model, env, id) {
        enter(model, id, &entry, now);
    }
}

/// Records the entry as put into the calendar at `now`. Returns its sequence, which rises with each entry of another
/// content, here and on another device that knows the same plan; `None` for an unknown session.
fn enter(model: &mut Model, id: SessionId, entry: &CalendarEntry, now: Instant) -> Option<u32> {
    let session = model.session(id)?;
    let (side, content) = (model.side(session.pair), entry.fingerprint());
    let plan = session.manager_half()?.plan.fingerprint();
    let mut private = model.private(id, side);
    let least = match private.entered {
        Some(before) if before.content == content => before.sequence,
        Some(before) => before.sequence.saturating_add(1),
        None => 0,
    };
    let sequence = writings(session).max(least);
    private.entered = Some(Entered { sequence, at: now, plan, content });
    model.keep_private(id, side, private);
    Some(sequence)
}

/// Returns the number of writes of the plan that are known here, which every change of the plan raises on any device.
fn writings(session: &Session) -> u32 {
    let writings = session.manager.shown().vector.writings();
    u32::try_from(writings).unwrap_or(SEQUENCE_LIMIT).min(SEQUENCE_LIMIT)
}
