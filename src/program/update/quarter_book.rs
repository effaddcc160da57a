//! Booking a quarter: a row of dates for each seller, whose first date becomes a planned session; its file for a calendar,
//! and its undo.

use super::bare::{is_all_of_pair, is_bare};
use super::complaint::{checked_text, complain};
use super::form::plan;
use super::kept_row::booked;
use super::left::set_aside;
use super::plan_check::Checked;
use super::quarter_dates::{Fault, QuarterDate, quarter_dates};
use super::quarter_move::open_move;
use super::quarter_send;
use super::screen::put_up;
use super::single;
use super::standing::{share, standing};
use super::{calendar_row, offered};
use crate::domain::draft::{Purpose, QuarterDraft};
use crate::domain::id::PairId;
use crate::domain::record::{Record, RecordId, Settings};
use crate::domain::standing::{DATE_LIMIT, EnteredBy, Standing, StandingDate, session_on};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::domain::ui_state::Screen;
use crate::outgoing::calendar_row::{CalendarRow, rows_file};
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::state::quarter::{BookedQuarter, BookedSeller};
use crate::program::update::sent::{SentState, sent_state};
use crate::text::Env;
use crate::wire::key::Key;

/// Books all dates of the form, and opens the screen that sends them; or moves the focus to the first fault.
pub(super) fn book_all(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let Some(draft) = model.drafts.get::<QuarterDraft>(Purpose::Quarter).cloned() else { return };
    let dates = quarter_dates(model, env, now, &draft);
    if let Some((field, fault)) = dates.fault {
        // A form that was not touched complains from now on, too.
        model.drafts.edit::<QuarterDraft>(Purpose::Quarter);
        let wrong = match fault {
            Fault::Date(at) => dates.dates.get(at),
            _ => None,
        };
        let seller = wrong.and_then(|date| dates.sellers.get(date.seller));
        match (wrong, seller) {
            (Some(date), Some(seller)) => {
                open_move(model, (seller.key.clone(), date.turn), date.local, effects);
            }
            _ => move_focus(effects, Focus::Field(Field::Quarter(field))),
        }
        return;
    }
    if !keep_own_name(model, effects) {
        return;
    }
    let mut sellers = Vec::new();
    for (at, seller) in dates.sellers.iter().enumerate() {
        let own = dates.dates.iter().filter(|date| date.seller == at && !date.is_left_out);
        let mut own: Vec<&QuarterDate> = own.take(DATE_LIMIT).collect();
        own.sort_by_key(|date| date.local);
        let is_new = seller.pair.is_none();
        let pair = seller.pair.unwrap_or_else(|| model.ids.pair());
        let kept = standing(model, pair).map(|(pair, kept)| (pair, kept.clone()));
        let (pair, before) = kept.map_or((pair, None), |(pair, kept)| (pair, Some(kept)));
        let mut row = Standing { slot: None, zone: model.zone.clone(), dates: Vec::new() };
        for date in &own {
            let Some(coaching_type) = date.template.label() else { continue };
            let id = session_on(pair, date.local);
            // A session that has the id already, such as one of an earlier row, stays as it is.
            let session = if model.half(id).is_some() { model.ids.session() } else { id };
            let (local, minutes) = (date.local, dates.minutes);
            row.dates.push(StandingDate { local, session, coaching_type, minutes, is_skipped: false });
        }
        let (Some(first), Some(date)) = (own.first(), row.dates.first()) else { continue };
        let place = offered::last(model, Some(pair)).and_then(|last| last.place.clone());
        let name = model.pair(pair).map_or_else(|| seller.name.clone(), |two| two.seller.clone());
        let own_name = model.settings().own_name;
        let checked = Checked { seller: name, local: first.local, minutes: dates.minutes, place, own_name };
        let id = date.session;
        // The planned session takes the row along.
        model.record(RecordId::Standing(pair), Record::Standing(row));
        let of = (Some(id), Some(pair));
        let Some(session) = plan(model, env, now, of, &first.template, checked) else {
            continue;
        };
        share(model, pair);
        let plan = model.half(session).map_or(0, |half| half.plan.fingerprint());
        sellers.push(BookedSeller { pair, session, plan, before, is_new });
    }
    model.drafts.drop(Purpose::Quarter);
    model.booked = Some(BookedQuarter { sellers, draft });
    quarter_send::open(model, env, effects);
}

/// Keeps the typed name of the manager for all messages; false if it is wrong, which the form says from now on.
fn keep_own_name(model: &mut Model, effects: &mut Vec<Effect>) -> bool {
    if model.settings().own_name.is_some() {
        return true;
    }
    let mut complaints = Vec::new();
    let typed = Text::parse(single::text(model, Purpose::OwnName)).map(Some);
    let own_name = checked_text(Field::Quarter(QuarterField::OwnName), typed, &mut complaints);
    complain(&complaints, |field| field, effects);
    model.screen.set_complaints(complaints);
    let Some(own_name) = own_name else { return false };
    let settings = Settings { own_name: Some(own_name), ..model.settings() };
    model.record(RecordId::Settings, Record::Settings(settings));
    model.drafts.drop(Purpose::OwnName);
    true
}

/// Returns true if the booking of this window can be undone: nothing of it is sent, nothing has begun, and nobody wrote anything
/// for its sessions, or for the people who go with them.
#[must_use]
pub fn can_undo(model: &Model) -> bool {
    let is_open = |BookedSeller { pair, session, plan, is_new, .. }: &BookedSeller| {
        is_bare(model, *session, *plan)
            && matches!(sent_state(model, *session), Some(SentState::NotSent))
            && (!is_new || is_all_of_pair(model, *pair, *session))
    };
    model.booked.as_ref().is_some_and(|quarter| quarter.sellers.iter().all(is_open))
}

/// Undoes the booking of all dates, and opens the form as it was. A form that was begun since is offered beside it.
pub(super) fn undo(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    if !can_undo(model) {
        return;
    }
    let Some(BookedQuarter { sellers, draft }) = model.booked.take() else { return };
    for BookedSeller { pair, session, before, is_new, .. } in sellers {
        delete(model, now, Key::Session(session));
        match before {
            Some(before) => model.record(RecordId::Standing(pair), Record::Standing(before)),
            None => delete(model, now, Key::Record(RecordId::Standing(pair))),
        }
        share(model, pair);
        if is_new {
            delete(model, now, Key::Record(RecordId::Pair(pair)));
        }
    }
    put_up(model, Screen::Quarter, effects);
    set_aside(model, Purpose::Quarter);
    model.drafts.begin(Purpose::Quarter, draft);
    // The form holds what the person typed.
    model.drafts.edit::<QuarterDraft>(Purpose::Quarter);
}

fn delete(model: &mut Model, now: Instant, key: Key) {
    let writer = model.writer;
    if let Some(kept) = model.kept.get_mut(&key) {
        kept.set(kept.value().deleted(writer, now));
    }
}

/// Offers the booked dates of all sellers as one file for a calendar.
pub(super) fn save_calendar(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let pairs: Vec<PairId> = booked(model).map(|(pair, _)| pair).collect();
    let (mut rows, mut first) = (Vec::new(), None);
    for pair in pairs {
        let entries = calendar_row::entries(model, env, now, pair);
        let cancelled = calendar_row::cancelled(model, env, now, pair, &entries);
        let begins = entries.first().map(|entry| entry.begins);
        first = first.into_iter().chain(begins).min();
        let sequence = calendar_row::enter(model, now, pair, &entries, EnteredBy::File);
        rows.push(CalendarRow { entries, cancelled, sequence });
    }
    let Some(first) = first.and_then(|first| env.local(first, &model.zone)) else { return };
    let name = format!("coaching-quarter-{}.ics", first.date_field());
    effects.extend(rows_file(&rows, now).map(|text| Effect::OfferFile { name, text }));
    move_focus(effects, Focus::Heading);
}
