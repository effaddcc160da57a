//! The entry of a planned session for a calendar: its content, and the record that it was put there.

use super::file::named;
use super::link::names_in_links;
use super::pair_link::pair_link;
use super::same::all;
use super::seller_zone::{at_both_places, differs};
use super::sending::address;
use crate::domain::id::{PairId, SessionId};
use crate::domain::plan::Plan;
use crate::domain::private::Entered;
use crate::domain::record::{Record, RecordId};
use crate::domain::session::Session;
use crate::domain::standing::{EnteredBy, EnteredDate, EnteredRow};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::calendar::{CalendarEntry, EntryLink};
use crate::program::effect::{Effect, Focus, Shared, move_focus};
use crate::program::state::model::Model;
use crate::text::{Env, Names};
use crate::wire::link::{Link, write, write_pair};

/// Upper bound on the number that tells a calendar which file is newer; only forged counts of writes exceed it.
const SEQUENCE_LIMIT: u32 = 1_000_000;

/// Returns the entry for a session; `None` unless the session is planned and has not begun.
#[must_use]
pub fn entry(model: &Model, env: &Env<'_>, id: SessionId) -> Option<CalendarEntry> {
    let session = model.session(id)?;
    let half = session.manager_half().filter(|half| half.is_planned())?;
    entry_of(model, env, session.pair, (id, id), &half.plan)
}

/// Returns the entry for session `id` of a pair by this plan; `None` if the names of the two are damaged. A date on which
/// nothing is planned has no answer of its own: session `answered` tells the seller's time zone.
pub(super) fn entry_of(
    model: &Model,
    env: &Env<'_>,
    pair: PairId,
    (id, answered): (SessionId, SessionId),
    plan: &Plan,
) -> Option<CalendarEntry> {
    let two = model.pair(pair);
    let manager = two.and_then(|two| two.manager.as_ref());
    let seller = two.map(|two| &two.seller);
    let has_address = model.here.share_url.is_some();
    let address = |code: String| address(model, &code);
    let lasting = pair_link(model, pair).and_then(|link| write_pair(&link)).filter(|_| has_address);
    let lasting = lasting.map(address);
    let of_plan = || {
        let (manager, seller) = names_in_links(model, pair)?;
        write(&Link::plan_only(model.session(id)?, manager.as_ref(), &seller, &model.catalogue)?).ok()
    };
    let of_plan = if lasting.is_none() && has_address { of_plan().map(address) } else { None };
    let link = match (&lasting, &of_plan) {
        (Some(link), _) => Some(EntryLink::Next(link)),
        (None, of_plan) => of_plan.as_deref().map(EntryLink::Plan),
    };
    let names = [seller, manager].map(|name| name.map(Text::as_str));
    let schedule = &plan.schedule;
    // The entry is read later, so the year is said.
    let clocks = differs(model, env, answered, schedule)
        .then(|| at_both_places(model, env, answered, schedule, (None, Names::Short)));
    Some(CalendarEntry::new(env, id, plan, &model.catalogue, names, clocks.as_deref(), link))
}

/// Returns the record that the dates of two people were put into the calendar; `None` if they never were.
#[must_use]
pub fn entered_row(model: &Model, pair: PairId) -> Option<&EnteredRow> {
    all(model, pair).into_iter().find_map(|pair| match model.content(RecordId::EnteredRow(pair)) {
        Some(Record::EnteredRow(row)) => Some(row),
        _ => None,
    })
}

/// Returns the record that the session was put into the calendar; `None` if it never was.
#[must_use]
fn entered(model: &Model, id: SessionId) -> Option<Entered> {
    let side = model.side(model.session(id)?.pair);
    model.private(id, side).entered
}

/// Returns true if the session was put into the calendar with any plan, alone or with the row of the two.
#[must_use]
pub fn was_entered(model: &Model, id: SessionId) -> bool {
    let row = model.session(id).and_then(|session| entered_row(model, session.pair));
    let is_in_row = row.is_some_and(|row| row.dates.iter().any(|date| date.session == id));
    is_in_row || entered(model, id).is_some()
}

/// Returns true if the plan of the session, as it is now, was put into the calendar, alone or with the row of the two.
#[must_use]
pub fn is_entered(model: &Model, id: SessionId) -> bool {
    entered_by(model, id).is_some()
}

/// Returns the way in which the plan of the session, as it is now, was put into the calendar, alone or with the row of the
/// two; `None` if it was not.
#[must_use]
pub fn entered_by(model: &Model, id: SessionId) -> Option<EnteredBy> {
    let plan = model.half(id).map(|half| &half.plan)?;
    if let Some(alone) = entered(model, id).filter(|entered| entered.plan == plan.fingerprint()) {
        return Some(alone.by);
    }
    let begins = plan.schedule.local.as_utc().minus(plan.schedule.offset.span());
    let row = model.session(id).and_then(|session| entered_row(model, session.pair))?;
    let is_it = |date: &EnteredDate| date.session == id && date.begins == begins;
    row.dates.iter().any(|date| is_it(date) && date.minutes == plan.minutes).then_some(row.by)
}

/// Offers the entry of the session on the screen as a file.
pub(super) fn save(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Screen::Calendar(id) = model.screen.address() else { return };
    let Some(entry) = entry(model, env, id) else { return };
    let Some(sequence) = enter(model, id, &entry, EnteredBy::File, now) else { return };
    let Some(name) = model.session(id).map(|session| named(model, env, session, "ics")) else { return };
    effects.extend(entry.file(sequence, now).map(|text| Effect::OfferFile { name, text }));
    move_focus(effects, Focus::Heading);
}

/// Records that the person opened the entry in a calendar on the web.
pub(super) fn opened(model: &mut Model, env: &Env<'_>, now: Instant) {
    let Screen::Calendar(id) = model.screen.address() else { return };
    if let Some(entry) = entry(model, env, id) {
        enter(model, id, &entry, EnteredBy::Web, now);
    }
}

/// Returns the entry of a session in the format iCalendar; `None` unless the session is planned. Records nothing, since
/// nobody knows what becomes of the text.
pub(super) fn text(model: &Model, env: &Env<'_>, now: Instant, id: SessionId) -> Option<String> {
    let entry = entry(model, env, id)?;
    entry.file(sequence(model, id, &entry)?, now)
}

/// Returns the sequence of an entry, which rises with each entry of another content that was put into the calendar, here
/// and on another device that knows the same plan; `None` for an unknown session.
fn sequence(model: &Model, id: SessionId, entry: &CalendarEntry) -> Option<u32> {
    let (session, content) = (model.session(id)?, entry.fingerprint());
    let least = match model.private(id, model.side(session.pair)).entered {
        Some(before) if before.content == content => before.sequence,
        Some(before) => before.sequence.saturating_add(1),
        None => 0,
    };
    let in_row = entered_row(model, session.pair).and_then(|row| {
        let date = row.dates.iter().find(|date| date.session == id)?;
        Some(row.sequence.saturating_add(u32::from(date.content != content)))
    });
    Some(writings(session).max(least).max(in_row.unwrap_or_default()))
}

/// Records the entry as put into the calendar at `now`. Returns its sequence: see [`sequence`].
fn enter(
    model: &mut Model,
    id: SessionId,
    entry: &CalendarEntry,
    by: EnteredBy,
    now: Instant,
) -> Option<u32> {
    let session = model.session(id)?;
    let (side, content) = (model.side(session.pair), entry.fingerprint());
    let plan = session.manager_half()?.plan.fingerprint();
    let mut private = model.private(id, side);
    let sequence = sequence(model, id, entry)?;
    private.entered = Some(Entered { sequence, at: now, by, plan, content });
    model.keep_private(id, side, private);
    model.told.shared.push(Shared::Calendar);
    Some(sequence)
}

/// Returns the number of writes of the plan that are known here, which every change of the plan raises on any device.
pub(super) fn writings(session: &Session) -> u32 {
    let writings = session.manager.shown().vector.writings();
    u32::try_from(writings).unwrap_or(SEQUENCE_LIMIT).min(SEQUENCE_LIMIT)
}
