//! The dates of a quarter, as the form that books it stands: sellers, dates, and what is wrong.
//!
//! Never changes anything.

use std::sync::Arc;

use super::plan_check::session_minutes;
use super::quarter_busy::busy;
use super::quarter_sellers::{QuarterSeller, quarter_sellers};
use crate::domain::coaching_type::CoachingType;
use crate::domain::days_off::{self, DaysOff};
use crate::domain::draft::QuarterDraft;
use crate::domain::quarter::{Busy, NoQuarter, Wanted, Weekdays, WeeklyHour, book};
use crate::domain::text::{Text, TextError};
use crate::domain::time::{Instant, LocalDateTime, Minutes};
use crate::program::state::field::QuarterField;
use crate::program::state::model::Model;
use crate::text::Env;

/// Upper bound on the days from the first to the last date: half a year.
const LENGTH: i64 = 183;

/// Upper bound on the sellers of a quarter.
pub const SELLERS: usize = 60;

/// A date of the quarter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuarterDate {
    /// Position of the seller in [`QuarterDates::sellers`].
    pub seller: usize,
    /// Date and time of the seller's turn.
    pub turn: LocalDateTime,
    /// Date and time that the plan found, before any move by hand.
    pub planned: LocalDateTime,
    /// Date and time of the session.
    pub local: LocalDateTime,
    /// Coaching type of the session.
    pub template: Arc<CoachingType>,
    /// True if the session is left out.
    pub is_left_out: bool,
    /// Remark about the day to which the manager moved the session, which does not stop the booking; `None` without one.
    pub remark: Option<DateRemark>,
    /// Fault of the date to which the manager moved the session; `None` without one.
    pub fault: Option<DateFault>,
}

/// A remark about a day to which a session was moved by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRemark {
    /// The day is one of the days to avoid.
    Avoided,
    /// The manager does not work on the day.
    Rest,
    /// The seller does not work on the day.
    SellerOff,
}

/// A fault of a date to which a session was moved by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateFault {
    /// The typed text is not a date on the calendar.
    NoDate,
    /// The typed text is not a time of day.
    NoTime,
    /// The date has passed.
    Passed,
    /// The session overlaps with that of the seller at this position, on this date.
    Overlaps(usize, LocalDateTime),
    /// The session overlaps with one that is booked already.
    Busy,
    /// The seller has another session on the same day.
    SameDay,
}

/// The reason why no quarter can be booked as the form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A name is too long.
    Text(TextError),
    /// Nobody is chosen.
    NoSeller,
    /// Everybody who is chosen keeps the dates they have.
    AllKept,
    /// More sellers than [`SELLERS`].
    ManySellers,
    /// The length is no whole number of minutes from 20 to 90.
    Minutes,
    /// The text is not a time of day.
    NoTime,
    /// The text is not a date on the calendar.
    NoDate,
    /// The first date has passed.
    Passed,
    /// The last date lies before the first one, or no turn lies between the two.
    TooShort,
    /// The last date lies more than half a year after the first one.
    TooLong,
    /// Some line of the dates to avoid holds no date.
    Unread,
    /// None of the hours lies on a working day.
    NoWorkingDay,
    /// More sellers than turns at this rhythm.
    TooMany {
        /// Number of sellers.
        sellers: usize,
        /// Number of sellers who have a turn each.
        fit: usize,
    },
    /// No date is left: all are avoided, or left out.
    NoDates,
    /// The date at this index is moved to a wrong place.
    Date(usize),
}

/// The dates of a quarter as the form stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuarterDates {
    /// True if the manager chose somebody, who may keep the dates they have.
    pub is_anybody_chosen: bool,
    /// Sellers for whom dates are booked.
    pub sellers: Vec<QuarterSeller>,
    /// Dates to avoid, and the lines that could not be read.
    pub off: DaysOff,
    /// Booked length of each session.
    pub minutes: Minutes,
    /// Dates in the order of the turns.
    pub dates: Vec<QuarterDate>,
    /// Turns without a free hour, each with the position of its seller.
    pub unplaced: Vec<(LocalDateTime, usize)>,
    /// First fault, with its field; `None` if the quarter can be booked.
    pub fault: Option<(QuarterField, Fault)>,
}

/// Returns the dates of the quarter as the form stands.
#[must_use]
pub fn quarter_dates(model: &Model, env: &Env<'_>, now: Instant, draft: &QuarterDraft) -> QuarterDates {
    let mut dates = QuarterDates { off: days_off::read(&draft.avoid), ..QuarterDates::default() };
    dates.sellers = quarter_sellers(model, env, now, draft);
    dates.is_anybody_chosen = dates.sellers.iter().any(|seller| seller.is_in);
    dates.sellers.retain(QuarterSeller::is_booked);
    match checked(model, env, now, draft, &dates) {
        Ok(Checked { hours, first, last, minutes }) => {
            dates.minutes = minutes;
            place(model, env, now, draft, &hours, [first, last], &mut dates);
        }
        Err(fault) => dates.fault = Some(fault),
    }
    dates
}

/// The checked values of the form.
struct Checked {
    hours: Vec<WeeklyHour>,
    first: LocalDateTime,
    last: LocalDateTime,
    minutes: Minutes,
}

fn checked(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    draft: &QuarterDraft,
    dates: &QuarterDates,
) -> Result<Checked, (QuarterField, Fault)> {
    for name in draft.typed_names() {
        Text::parse(name).map_err(|error| (QuarterField::Names, Fault::Text(error)))?;
    }
    match dates.sellers.len() {
        0 if dates.is_anybody_chosen => return Err((QuarterField::Names, Fault::AllKept)),
        0 => return Err((QuarterField::Names, Fault::NoSeller)),
        count if count > SELLERS => return Err((QuarterField::Names, Fault::ManySellers)),
        _ => {}
    }
    let mut hours = Vec::new();
    for (at, hour) in (0_u8..).zip(&draft.hours) {
        let time = LocalDateTime::parse("2000-01-01", &hour.time);
        let time = time.ok_or((QuarterField::Time(at), Fault::NoTime))?;
        hours.push(WeeklyHour { weekday: hour.weekday, time });
    }
    let minutes =
        session_minutes(&draft.minutes, &model.limits).ok_or((QuarterField::Minutes, Fault::Minutes))?;
    let date = |text: &str, field| LocalDateTime::parse(text, "00:00").ok_or((field, Fault::NoDate));
    let first = date(&draft.first, QuarterField::First)?;
    let last = date(&draft.last, QuarterField::Last)?;
    if env.local(now, &model.zone).is_some_and(|today| first.days_after(today) < 0) {
        return Err((QuarterField::First, Fault::Passed));
    }
    match last.days_after(first) {
        ..0 => return Err((QuarterField::Last, Fault::TooShort)),
        days if days > LENGTH => return Err((QuarterField::Last, Fault::TooLong)),
        _ => {}
    }
    Ok(Checked { hours, first, last, minutes })
}

/// Returns all days of the week but these.
fn days_but(rest: impl Iterator<Item = u8>) -> Weekdays {
    let mut days = [true; 7];
    for day in rest {
        if let Some(works) = days.get_mut(usize::from(day)) {
            *works = false;
        }
    }
    days
}

/// Books the quarter, and moves the dates that the manager moved.
fn place(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    draft: &QuarterDraft,
    hours: &[WeeklyHour],
    [first, last]: [LocalDateTime; 2],
    dates: &mut QuarterDates,
) {
    let works = |seller: &QuarterSeller| {
        days_but(draft.seller_off.iter().filter(|(key, _)| *key == seller.key).map(|(_, day)| *day))
    };
    let works: Vec<Weekdays> = dates.sellers.iter().map(works).collect();
    let busy = busy(model, env, now, &dates.sellers);
    let known = |id: &String| model.catalogue.find(id).cloned();
    let types: Vec<Arc<CoachingType>> = draft.types.iter().filter_map(known).collect();
    let wanted = Wanted {
        zone: &model.zone,
        first,
        last,
        every: draft.every.parse().unwrap_or(1),
        minutes: dates.minutes,
        hours,
        sellers: &works,
        working: days_but(draft.rest_days.iter().copied()),
        avoided: &dates.off.days,
        busy: &busy,
        types: types.len().max(1),
    };
    let quarter = match book(&wanted, env.zones) {
        Ok(quarter) => quarter,
        Err(error) => {
            dates.fault = Some(match error {
                NoQuarter::NoSeller => (QuarterField::Names, Fault::NoSeller),
                NoQuarter::NoTime => (QuarterField::Last, Fault::TooShort),
                NoQuarter::NoHour | NoQuarter::NoWorkingDay => (QuarterField::Time(0), Fault::NoWorkingDay),
                NoQuarter::TooMany { fit } => {
                    (QuarterField::Time(0), Fault::TooMany { sellers: works.len(), fit })
                }
            });
            return;
        }
    };
    let template = |kind: usize| types.get(kind).or_else(|| model.catalogue.types().first()).cloned();
    for entry in quarter.entries {
        let turn = entry.instead_of.unwrap_or(entry.local);
        let date = template(entry.kind)
            .and_then(|template| date(draft, dates, (entry.seller, turn), entry.local, template));
        dates.dates.extend(date.map(|(date, _)| date));
    }
    for (turn, seller) in quarter.unplaced {
        // The types take turns by the seller's turns.
        let before = dates.dates.iter().filter(|date| date.seller == seller && date.turn < turn).count();
        let kind = before.checked_rem(types.len()).unwrap_or_default();
        let date = template(kind).and_then(|template| date(draft, dates, (seller, turn), turn, template));
        match date.filter(|(_, is_moved)| *is_moved) {
            Some((date, _)) => dates.dates.push(date),
            None => dates.unplaced.push((turn, seller)),
        }
    }
    dates.dates.sort_by_key(|date| (date.turn, date.seller));
    let faults: Vec<Option<DateFault>> = (0..dates.dates.len())
        .map(|at| {
            dates
                .dates
                .get(at)
                .and_then(|date| date.fault.or_else(|| clash(model, env, now, dates, &busy, draft, at)))
        })
        .collect();
    for (date, fault) in dates.dates.iter_mut().zip(&faults) {
        date.fault = *fault;
    }
    let is_unread = !dates.off.unread.is_empty();
    dates.fault = match faults.iter().position(Option::is_some) {
        _ if is_unread => Some((QuarterField::Avoid, Fault::Unread)),
        Some(at) => Some((QuarterField::MoveDate, Fault::Date(at))),
        None if dates.dates.iter().all(|date| date.is_left_out) => Some((QuarterField::Last, Fault::NoDates)),
        None => None,
    };
}

/// Returns the date of a seller's turn, where the manager moved it, else at `local`; true if the manager moved it.
fn date(
    draft: &QuarterDraft,
    dates: &QuarterDates,
    (seller, turn): (usize, LocalDateTime),
    local: LocalDateTime,
    template: Arc<CoachingType>,
) -> Option<(QuarterDate, bool)> {
    let key = &dates.sellers.get(seller)?.key;
    let moved = draft.moves.iter().find(|moved| moved.is_of(key, turn));
    // Fields that nobody typed into stay with the turn when its day or hour changes.
    let typed = moved.filter(|moved| moved.turn == turn || !moved.is_untouched());
    let typed = typed.map(|moved| LocalDateTime::parse(&moved.date, &moved.time));
    let fault = match (typed, moved) {
        (Some(None), Some(moved)) if LocalDateTime::parse(&moved.date, "00:00").is_none() => {
            Some(DateFault::NoDate)
        }
        (Some(None), _) => Some(DateFault::NoTime),
        _ => None,
    };
    let on = typed.flatten();
    let date = QuarterDate {
        seller,
        turn,
        planned: local,
        local: on.unwrap_or(local),
        template,
        is_left_out: moved.is_some_and(|moved| moved.is_left_out),
        remark: on.and_then(|on| remark(draft, dates, key, on)),
        fault,
    };
    Some((date, moved.is_some()))
}

/// Returns the remark about the day to which a session of the seller with this key was moved; `None` without one.
fn remark(draft: &QuarterDraft, dates: &QuarterDates, key: &str, on: LocalDateTime) -> Option<DateRemark> {
    let day = u8::try_from(on.days_since_monday()).ok()?;
    if dates.off.days.iter().any(|off| off.days_after(on) == 0) {
        Some(DateRemark::Avoided)
    } else if draft.rest_days.contains(&day) {
        Some(DateRemark::Rest)
    } else {
        let is_off = draft.seller_off.iter().any(|(of, off)| of == key && *off == day);
        is_off.then_some(DateRemark::SellerOff)
    }
}

/// Returns the fault of the date at index `at` among the others, if the manager moved it; `None` without one.
fn clash(
    model: &Model,
    env: &Env<'_>,
    now: Instant,
    dates: &QuarterDates,
    busy: &[Busy],
    draft: &QuarterDraft,
    at: usize,
) -> Option<DateFault> {
    let date = dates.dates.get(at).filter(|date| !date.is_left_out)?;
    let key = &dates.sellers.get(date.seller)?.key;
    draft.moves.iter().find(|moved| moved.is_of(key, date.turn))?;
    let begins = env.instant(date.local, &model.zone);
    let ends = begins.plus(dates.minutes.span());
    if begins <= now {
        return Some(DateFault::Passed);
    }
    let others = dates.dates.iter().enumerate().filter(|(other, date)| *other != at && !date.is_left_out);
    for (_, other) in others {
        let from = env.instant(other.local, &model.zone);
        if begins < from.plus(dates.minutes.span()) && ends > from {
            return Some(DateFault::Overlaps(other.seller, other.local));
        }
        if other.seller == date.seller && other.local.days_after(date.local) == 0 {
            return Some(DateFault::SameDay);
        }
    }
    busy.iter().any(|busy| begins < busy.ends && ends > busy.begins).then_some(DateFault::Busy)
}
