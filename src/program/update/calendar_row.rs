//! The dates of two people for a calendar: their entries, and the record that they were put there.

use super::calendar::{entered_row, entry, entry_of, writings};
use super::standing::{DateState, anchor, plan_of, standing, upcoming};
use crate::domain::id::{PairId, SessionId};
use crate::domain::record::{Record, RecordId};
use crate::domain::session::Session;
use crate::domain::standing::{ENTERED_LIMIT, EnteredBy, EnteredDate, EnteredRow};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::calendar::CalendarEntry;
use crate::outgoing::calendar_row::row_file;
use crate::program::effect::{Effect, Focus, Shared, move_focus};
use crate::program::state::model::Model;
use crate::program::update::same::all;
use crate::text::Env;

/// Returns the entries of the dates of two people after `now`, by their time, each session that is planned for another
/// time at that time; empty without a row.
#[must_use]
pub fn entries(model: &Model, env: &Env<'_>, now: Instant, pair: PairId) -> Vec<CalendarEntry> {
    let Some(id) = anchor(model, env.local(now, &model.zone), pair) else { return Vec::new() };
    let mut entries = Vec::new();
    for date in upcoming(model, env, now, pair) {
        entries.extend(match date.state {
            DateState::Skipped => None,
            DateState::Planned(id) | DateState::Moved(id) => entry(model, env, id),
            DateState::Free => plan_of(model, env, id, date.date)
                .and_then(|plan| entry_of(model, env, pair, (date.date.session, id), &plan)),
        });
    }
    // Sessions beside the row, such as the one from which the slot was kept; without a row those that an earlier file held.
    let (has_row, before) = (!entries.is_empty(), entered_row(model, pair));
    let was_in = |id| before.is_some_and(|row| row.dates.iter().any(|date| date.session == id));
    let is_new = |id: SessionId| entries.iter().all(|entry: &CalendarEntry| entry.session != id);
    let pairs = all(model, pair);
    let is_other = |session: &&Session| {
        let is_meant = pairs.contains(&session.pair) && (has_row || was_in(session.id));
        is_meant && is_new(session.id) && !session.is_half_deleted()
    };
    let others = model.sessions().filter(is_other);
    let others: Vec<CalendarEntry> = others.filter_map(|session| entry(model, env, session.id)).collect();
    entries.extend(others.into_iter().filter(|entry| entry.begins > now));
    entries.sort_by_key(|entry| entry.begins);
    entries
}

/// Returns the dates after `now` that were put into the calendar, are in the row no more, and have no session.
fn gone<'a>(
    model: &'a Model,
    now: Instant,
    pair: PairId,
    entries: &[CalendarEntry],
) -> impl Iterator<Item = &'a EnteredDate> {
    let has_session = move |id| model.session(id).is_some_and(|session| !session.is_half_deleted());
    let is_gone = move |date: &&EnteredDate| {
        let is_out = entries.iter().all(|entry| entry.session != date.session);
        date.begins > now && is_out && !has_session(date.session)
    };
    entered_row(model, pair).into_iter().flat_map(|row| &row.dates).filter(is_gone)
}

/// Returns the entries after `now` that were put into the calendar, are in the row no more, and have no session.
#[must_use]
pub fn cancelled(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    pair: PairId,
    entries: &[CalendarEntry],
) -> Vec<CalendarEntry> {
    let two = model.pair(pair);
    let names = [two.map(|two| &two.seller), two.and_then(|two| two.manager.as_ref())];
    let title = CalendarEntry::title(env, names.map(|name| name.map(Text::as_str)));
    let entry = |date: &EnteredDate| CalendarEntry {
        session: date.session,
        title: title.clone(),
        begins: date.begins,
        ends: date.begins.plus(date.minutes.span()),
        place: None,
        body: String::new(),
    };
    gone(model, now, pair, entries).map(entry).collect()
}

/// Returns the number of dates of a slot that ended which may still be in this person's calendar: those of an earlier file
/// that have no session. 0 while the two have a row.
#[must_use]
pub fn left_over(model: &Model, now: Instant, pair: PairId) -> usize {
    if standing(model, pair).is_some() { 0 } else { gone(model, now, pair, &[]).count() }
}

/// Returns true if all dates of the row, as they are now, were put into the calendar.
#[must_use]
pub fn is_entered(model: &Model, now: Instant, pair: PairId, entries: &[CalendarEntry]) -> bool {
    let Some(row) = entered_row(model, pair) else { return false };
    let is_in = |entry: &CalendarEntry| {
        let side = model.session(entry.session).map(|session| model.side(session.pair));
        let alone = side.and_then(|side| model.private(entry.session, side).entered);
        alone.is_some_and(|alone| alone.content == entry.fingerprint())
            || row
                .dates
                .iter()
                .any(|date| date.session == entry.session && date.content == entry.fingerprint())
    };
    entries.iter().all(is_in) && gone(model, now, pair, entries).next().is_none()
}

/// Offers the entries of the row on the screen as a file.
pub(super) fn save(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Screen::Standing(pair) = model.screen.address() else { return };
    let entries = entries(model, env, now, pair);
    let gone = cancelled(model, env, now, pair, &entries);
    let first = entries.iter().chain(&gone).map(|entry| entry.begins).min();
    let Some(first) = first.and_then(|begins| env.local(begins, &model.zone)) else { return };
    let sequence = enter(model, now, pair, &entries, EnteredBy::File);
    let name = format!("coaching-sessions-{}.ics", first.date_field());
    effects.extend(row_file(&entries, &gone, sequence, now).map(|text| Effect::OfferFile { name, text }));
    move_focus(effects, Focus::Heading);
}

/// Records that the person opened the row in a calendar on the web.
pub(super) fn opened(model: &mut Model, env: &Env<'_>, now: Instant) {
    let Screen::Standing(pair) = model.screen.address() else { return };
    let entries = entries(model, env, now, pair);
    enter(model, now, pair, &entries, EnteredBy::Web);
}

/// Records the entries as put into the calendar at `now`. Returns their sequence, which is above that of every entry of
/// other content that went out before.
pub(super) fn enter(
    model: &mut Model,
    now: Instant,
    pair: PairId,
    entries: &[CalendarEntry],
    by: EnteredBy,
) -> u32 {
    let pair = standing(model, pair).map_or(pair, |(pair, _)| pair);
    let before = entered_row(model, pair).cloned();
    let is_same = is_entered(model, now, pair, entries);
    let mut sequence = match &before {
        Some(row) if is_same => row.sequence,
        Some(row) => row.sequence.saturating_add(1),
        None => 0,
    };
    for entry in entries {
        let Some(session) = model.session(entry.session) else { continue };
        let alone = model.private(entry.session, model.side(session.pair)).entered;
        sequence = sequence.max(writings(session)).max(alone.map_or(0, |alone| {
            alone.sequence.saturating_add(u32::from(alone.content != entry.fingerprint()))
        }));
    }
    let date = |entry: &CalendarEntry| EnteredDate {
        session: entry.session,
        begins: entry.begins,
        minutes: entry.minutes(),
        content: entry.fingerprint(),
    };
    let dates = entries.iter().take(ENTERED_LIMIT).map(date).collect();
    let row = EnteredRow { sequence, at: now, by, dates };
    model.record(RecordId::EnteredRow(pair), Record::EnteredRow(row));
    model.told.shared.push(Shared::Calendar);
    sequence
}
