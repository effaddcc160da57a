//! The form that books a quarter: its defaults, its fields and its buttons.

use super::host::usual_minutes;
use super::quarter_book::{book_all, save_calendar, undo};
use super::quarter_move::{leave_out, place, toggle_move};
use super::quarter_sellers::{QuarterSeller, quarter_sellers};
use super::quarter_send;
use super::same::all;
use super::screen::put_up;
use super::single;
use crate::domain::draft::{DRAFT_HOURS, HourDraft, Purpose, QuarterDraft};
use crate::domain::id::PairId;
use crate::domain::time::{Instant, LocalDateTime, Span};
use crate::domain::ui_state::Screen;
use crate::program::effect::{Effect, Focus, move_focus};
use crate::program::event::QuarterPress;
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::text::Env;

/// Days from the first to the last date: 13 weeks.
const QUARTER: i64 = 90;

/// Opens the form, with what was typed there before.
pub(super) fn open(model: &mut Model, env: &Env<'_>, now: Instant, effects: &mut Vec<Effect>) {
    let draft = defaults(model, env, now);
    put_up(model, Screen::Quarter, effects);
    model.drafts.resume(Purpose::Quarter, draft);
}

/// Returns the form as it begins: all known sellers, an hour on Thursday, and 13 weeks from next Monday on.
fn defaults(model: &Model, env: &Env<'_>, now: Instant) -> QuarterDraft {
    let today = env.local(now, &model.zone).unwrap_or_default();
    let monday = today.plus_days(7_i64.saturating_sub(today.days_since_monday())).unwrap_or(today);
    QuarterDraft {
        hours: vec![HourDraft { weekday: 3, time: "10:00".into() }],
        every: "2".into(),
        minutes: usual_minutes(model).to_string(),
        types: model.catalogue.types().first().map(|template| template.id.to_owned()).into_iter().collect(),
        first: monday.date_field(),
        last: monday.plus_days(QUARTER).unwrap_or(monday).date_field(),
        rest_days: model.here.rest_days.clone(),
        ..QuarterDraft::default()
    }
}

/// Stores the typed text of a field, letter for letter.
pub(super) fn typed(model: &mut Model, field: QuarterField, text: String) {
    let moving = match &model.screen {
        OpenScreen::Quarter(state) => state.moving.clone(),
        _ => return,
    };
    if field == QuarterField::OwnName {
        return single::typed(model, Purpose::OwnName, text);
    }
    let Some(draft) = model.drafts.edit::<QuarterDraft>(Purpose::Quarter) else { return };
    let moved = moving.and_then(|(key, turn)| draft.moves.iter_mut().find(|moved| moved.is_of(&key, turn)));
    match field {
        QuarterField::OwnName => {}
        QuarterField::Names => draft.retype_names(text),
        QuarterField::Weekday(at) => {
            if let Some(hour) = draft.hours.get_mut(usize::from(at)) {
                hour.weekday = text.parse().unwrap_or(hour.weekday);
            }
        }
        QuarterField::Time(at) => {
            if let Some(hour) = draft.hours.get_mut(usize::from(at)) {
                hour.time = text;
            }
        }
        QuarterField::Every => draft.every = text,
        QuarterField::Minutes => draft.minutes = text,
        QuarterField::First => draft.first = text,
        QuarterField::Last => draft.last = text,
        QuarterField::Avoid => draft.avoid = text,
        QuarterField::MoveDate => moved.into_iter().for_each(|moved| moved.date.clone_from(&text)),
        QuarterField::MoveTime => moved.into_iter().for_each(|moved| moved.time.clone_from(&text)),
    }
}

/// Handles a press in the form, or on the screen of the booked dates.
pub(super) fn pressed(
    model: &mut Model,
    env: &Env<'_>,
    now: Instant,
    press: QuarterPress,
    effects: &mut Vec<Effect>,
) {
    match press {
        QuarterPress::Opened => open(model, env, now, effects),
        QuarterPress::BookedOpened => quarter_send::open(model, env, effects),
        QuarterPress::MethodChosen(by) => quarter_send::choose(model, by),
        QuarterPress::CountOnToggled(line) => quarter_send::toggle_promise(model, env, line),
        QuarterPress::CountOnTaken => quarter_send::promise_all(model, env),
        QuarterPress::Sent(id) => quarter_send::send(model, env, now, id, effects),
        QuarterPress::ReadToggled(id) => quarter_send::toggle(model, env, id),
        QuarterPress::CalendarSaved => save_calendar(model, env, now, effects),
        QuarterPress::BookingUndone => undo(model, now, effects),
        QuarterPress::Booked => book_all(model, env, now, effects),
        QuarterPress::MoveToggled(at) => toggle_move(model, env, now, at, effects),
        QuarterPress::PlaceAsked(at) => place(model, env, now, at, effects),
        QuarterPress::LeftOut(at) => leave_out(model, env, now, at),
        QuarterPress::SellerToggled(pair) => {
            let pairs = all(model, pair);
            edit(model, |draft| {
                let before = draft.left_out.len();
                draft.left_out.retain(|out| !pairs.contains(out));
                if draft.left_out.len() == before {
                    draft.left_out.push(pair);
                }
            });
        }
        QuarterPress::DatesKept(pair) => replace(model, pair, false),
        QuarterPress::DatesReplaced(pair) => replace(model, pair, true),
        QuarterPress::HourAdded => {
            edit(model, add_hour);
            let count =
                model.drafts.get::<QuarterDraft>(Purpose::Quarter).map_or(0, |draft| draft.hours.len());
            let last = u8::try_from(count.saturating_sub(1)).unwrap_or_default();
            move_focus(effects, Focus::Field(Field::Quarter(QuarterField::Time(last))));
        }
        QuarterPress::HoursFilled => {
            let Some(draft) = model.drafts.get::<QuarterDraft>(Purpose::Quarter) else { return };
            let count = missing_hours(model, env, now, draft);
            edit(model, |draft| (0..count).for_each(|_| add_hour(draft)));
            move_focus(effects, Focus::Field(Field::Quarter(QuarterField::Time(0))));
        }
        QuarterPress::HourRemoved(at) => {
            edit(model, |draft| {
                if draft.hours.len() > 1 && usize::from(at) < draft.hours.len() {
                    draft.hours.remove(usize::from(at));
                }
            });
            move_focus(effects, Focus::Field(Field::Quarter(QuarterField::Time(0))));
        }
        QuarterPress::TypeToggled(at) => {
            let all: Vec<String> = model.catalogue.firsts().map(|template| template.id.clone()).collect();
            if let Some(id) = all.get(usize::from(at)) {
                edit(model, |draft| toggle(&mut draft.types, id.clone()));
                // The types take turns in the order of the form.
                let order = |id: &String| all.iter().position(|template| template == id);
                edit(model, |draft| draft.types.sort_by_key(order));
            }
        }
        QuarterPress::WorkdayToggled(day) => edit(model, |draft| toggle(&mut draft.rest_days, day)),
        QuarterPress::DayOffToggled(at, day) => {
            let Some(draft) = model.drafts.get::<QuarterDraft>(Purpose::Quarter) else { return };
            let mut sellers =
                quarter_sellers(model, env, now, draft).into_iter().filter(QuarterSeller::is_booked);
            if let Some(seller) = sellers.nth(usize::from(at)) {
                edit(model, |draft| toggle(&mut draft.seller_off, (seller.key, day)));
            }
        }
    }
}

/// Returns the number of hours that the chosen sellers need beyond those in the form, at its rhythm.
#[must_use]
pub fn missing_hours(model: &Model, env: &Env<'_>, now: Instant, draft: &QuarterDraft) -> usize {
    let count = quarter_sellers(model, env, now, draft).iter().filter(|seller| seller.is_booked()).count();
    let every = draft.every.parse::<usize>().unwrap_or(1).max(1);
    let needed = count.div_ceil(every).min(DRAFT_HOURS);
    let works = |hour: &&HourDraft| !draft.rest_days.contains(&hour.weekday);
    let mut hours: Vec<&HourDraft> = draft.hours.iter().filter(works).collect();
    hours.sort_by_key(|hour| (hour.weekday, hour.time.clone()));
    hours.dedup();
    needed.saturating_sub(hours.len())
}

/// Chooses that the booking replaces the dates ahead of the pair's seller, or that they stay.
fn replace(model: &mut Model, pair: PairId, is_replaced: bool) {
    let pairs = all(model, pair);
    edit(model, |draft| {
        draft.replaced.retain(|other| !pairs.contains(other));
        draft.replaced.extend(is_replaced.then_some(pair));
    });
}

fn edit(model: &mut Model, change: impl FnOnce(&mut QuarterDraft)) {
    if let Some(draft) = model.drafts.edit::<QuarterDraft>(Purpose::Quarter) {
        change(draft);
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    let before = list.len();
    list.retain(|other| *other != value);
    if list.len() == before {
        list.push(value);
    }
}

/// Adds an hour: an hour after the last one, past noon, or on the next working day if that would be in the evening.
fn add_hour(draft: &mut QuarterDraft) {
    let Some(last) = draft.hours.last().filter(|_| draft.hours.len() < DRAFT_HOURS).cloned() else { return };
    let time = LocalDateTime::parse("2000-01-01", &last.time);
    let later = time.and_then(|time| time.plus(Span::minutes(60))).filter(|time| time.hour() < 17);
    // Nobody is coached at noon.
    let later =
        later.map(|time| if time.hour() == 12 { time.plus(Span::minutes(60)).unwrap_or(time) } else { time });
    let later = later.filter(|time| time.hour() > 0);
    let next = |day: u8| (1..=7_u8).map(move |days| day.wrapping_add(days) % 7);
    let next_day = next(last.weekday).find(|day| !draft.rest_days.contains(day)).unwrap_or(last.weekday);
    let first = draft.hours.first().map(|hour| hour.time.clone()).unwrap_or_default();
    draft.hours.push(match later {
        Some(time) => HourDraft { weekday: last.weekday, time: time.time_field() },
        None => HourDraft { weekday: next_day, time: first },
    });
}
