//! The dates in the form that books a quarter, week by week, and the words for what is wrong there.

use crate::domain::draft::{MoveDraft, Purpose, QuarterDraft};
use crate::domain::limits::Limits;
use crate::domain::text::TextError;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::Action;
use crate::present::parts::complaint::too_long;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::{field_id, focus_id};
use crate::present::parts::line::Line;
use crate::present::parts::sheet::{Entry, InlineView, Section, WeekView, section};
use crate::program::effect::Focus;
use crate::program::event::{Press, QuarterPress};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::program::update::quarter_dates::{
    DateFault, DateRemark, Fault, QuarterDate, QuarterDates, SELLERS,
};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Sign between the sessions of a day.
const BETWEEN: &str = " \u{b7} ";

/// Returns the section of all dates, by weeks, with the turns without a free hour.
pub(super) fn dates_section(model: &Model, now: Instant, env: &Env<'_>, dates: &QuarterDates) -> Section {
    let preview = Preview { model, env, today: env.local(now, &model.zone), dates };
    let mut items: Vec<Item<'_>> =
        (0_u16..).zip(&dates.dates).map(|(at, date)| preview.item(at, date)).collect();
    items.extend((0_u16..).zip(&dates.unplaced).map(|(at, (turn, seller))| Item {
        on: *turn,
        seller: *seller,
        at,
        date: None,
    }));
    items.sort_by_key(|item| (item.on, item.seller));
    let weeks = items.chunk_by(|one, other| monday(one.on) == monday(other.on));
    let weeks = weeks.map(|week| Entry::Week(preview.week(week)));
    section("quarter-dates", env.say(&Message::QuarterDates), weeks.collect())
}

/// Returns the Monday of the week of a date, at midnight.
fn monday(date: LocalDateTime) -> LocalDateTime {
    let monday = date.plus_days(0_i64.saturating_sub(date.days_since_monday()));
    monday.unwrap_or(date).at_time_of(LocalDateTime::default())
}

/// A date of the quarter, or a turn without a free hour, at its place in the preview.
struct Item<'a> {
    /// Day on which the item stands.
    on: LocalDateTime,
    /// Position of the seller.
    seller: usize,
    /// Index among the dates, or among the turns without a free hour.
    at: u16,
    /// Date of the quarter; `None` for a turn without a free hour.
    date: Option<&'a QuarterDate>,
}

/// The data from which the preview is made.
struct Preview<'a> {
    model: &'a Model,
    env: &'a Env<'a>,
    today: Option<LocalDateTime>,
    dates: &'a QuarterDates,
}

impl Preview<'_> {
    /// Returns a date at its place. While its fields are open it stays where the plan put it, and so do the fields.
    fn item<'a>(&self, at: u16, date: &'a QuarterDate) -> Item<'a> {
        let on = if is_moving(self.model, self.dates, date) { date.planned } else { date.local };
        Item { on, seller: date.seller, at, date: Some(date) }
    }

    fn seller(&self, seller: usize) -> &str {
        self.dates.sellers.get(seller).map(|seller| seller.name.as_str()).unwrap_or_default()
    }

    fn week(&self, week: &[Item<'_>]) -> WeekView {
        let env = self.env;
        let first = week.first().map(|item| item.on).unwrap_or_default();
        let day = &env.date(monday(first), self.today, Names::Short);
        let mut entries = Vec::new();
        for item in week {
            match item.date {
                Some(date) => {
                    add_date(self.model, env, self.today, (self.dates, item.at, date), &mut entries);
                }
                None => entries.push(self.out(item)),
            }
        }
        let is_booked = |item: &&Item<'_>| item.date.is_some_and(|date| !date.is_left_out);
        let booked: Vec<&Item<'_>> = week.iter().filter(is_booked).collect();
        let days = booked.chunk_by(|one, other| one.on.days_after(other.on) == 0);
        let mut days: Vec<Words> = days.map(|items| self.day(items)).collect();
        // The row of a closed week says why somebody has no date there.
        for (label, is_unplaced) in [(Message::QuarterOut, false), (Message::QuarterNoHour, true)] {
            let is_of = |item: &&Item<'_>| !is_booked(item) && item.date.is_none() == is_unplaced;
            let out = week.iter().filter(is_of).map(|item| self.seller(item.seller));
            let out: Vec<&str> = out.collect();
            if !out.is_empty() {
                let (label, words) = (&env.say(&label), &out.join(BETWEEN));
                days.push(env.say(&Message::Labelled { label, words }));
            }
        }
        let draft = self.model.drafts.get::<QuarterDraft>(Purpose::Quarter);
        let moves = draft.map(|draft| draft.moves.as_slice()).unwrap_or_default();
        let is_moved = |date: &QuarterDate| {
            let key = self.dates.sellers.get(date.seller).map(|seller| seller.key.as_str());
            key.is_some_and(|key| moves.iter().any(|moved| moved.is_of(key, date.turn)))
        };
        let mut shown = week.iter().filter_map(|item| item.date);
        WeekView {
            name: env.say(&Message::QuarterWeek { day }),
            days,
            entries,
            is_open: shown.any(|date| date.fault.is_some() || is_moved(date)),
        }
    }

    /// Returns the line of a day: its date, and each session with its time and seller.
    fn day(&self, items: &[&Item<'_>]) -> Words {
        let env = self.env;
        let on = items.first().map(|item| item.on).unwrap_or_default();
        let session = |item: &&Item<'_>| {
            let (time, seller) = (&env.time(item.on), self.seller(item.seller));
            env.say(&Message::QuarterAt { time, seller }).to_string()
        };
        let words = &items.iter().map(session).collect::<Vec<_>>().join(BETWEEN);
        env.say(&Message::Labelled { label: &env.date(on, self.today, Names::Short), words })
    }

    /// Returns the row of a turn without a free hour.
    fn out(&self, item: &Item<'_>) -> Entry {
        let (env, seller) = (self.env, self.seller(item.seller));
        let day = &env.date(item.on, self.today, Names::Short);
        let words = env.say(&Message::QuarterUnplaced { seller, day });
        let long = Message::QuarterPlaceLong { seller, day };
        let press = Press::Quarter(QuarterPress::PlaceAsked(item.at));
        Entry::Row(Line::plain(words), Action::named(env, &Message::QuarterPlace, &long, press))
    }
}

/// Returns true while the fields are open that move this date.
fn is_moving(model: &Model, dates: &QuarterDates, date: &QuarterDate) -> bool {
    let OpenScreen::Quarter(state) = &model.screen else { return false };
    let key = dates.sellers.get(date.seller).map(|seller| &seller.key);
    state.moving.as_ref().is_some_and(|(of, turn)| Some(of) == key && *turn == date.turn)
}

/// Adds the row of a date; while the date is being moved, also the fields that move it.
fn add_date(
    model: &Model,
    env: &Env<'_>,
    today: Option<LocalDateTime>,
    (dates, at, date): (&QuarterDates, u16, &QuarterDate),
    entries: &mut Vec<Entry>,
) {
    let Some(seller) = dates.sellers.get(date.seller) else { return };
    let name = seller.name.as_str();
    let when = &env.date_time(date.local, today, Names::Short);
    let draft = model.drafts.get::<QuarterDraft>(Purpose::Quarter);
    // A single coaching type need not be said with each date.
    let has_types = draft.is_some_and(|draft| draft.types.len() > 1);
    let coaching_type = &env.wording(&date.template.family);
    let words = env.say(&match has_types {
        true => Message::QuarterRowOf { when, seller: name, coaching_type },
        false => Message::QuarterRow { when, seller: name },
    });
    let day = &env.date(date.turn, today, Names::Short);
    let instead = || env.say(&Message::QuarterInstead { day });
    let left_out = date.is_left_out.then(|| env.say(&Message::QuarterLeftOut));
    let remark = left_out.or_else(|| (date.local.days_after(date.turn) != 0).then(instead));
    let is_open = is_moving(model, dates, date);
    let label = if is_open { Message::QuarterMoveDone } else { Message::QuarterMove };
    let said = env.say(&label);
    let long = Message::Labelled { label: &said, words: &words };
    let toggle = Action::named(env, &label, &long, Press::Quarter(QuarterPress::MoveToggled(at)));
    let id = focus_id(Focus::QuarterDate(at)).into();
    entries.push(Entry::FocusRow(id, Line { words: words.clone(), remark }, toggle));
    let fault = date.fault.map(|fault| date_fault_words(env, dates, date, fault));
    let on = date.remark.map(|remark| {
        env.say(&match remark {
            DateRemark::Avoided => Message::QuarterOnAvoided,
            DateRemark::Rest => Message::QuarterOnRest,
            DateRemark::SellerOff => Message::QuarterOnSellersRest { seller: name },
        })
    });
    if !is_open {
        entries.extend(fault.or(on).map(|said| Entry::Line(Line::plain(said))));
        return;
    }
    let mut moves = draft.iter().flat_map(|draft| &draft.moves);
    let is_of = |moved: &&MoveDraft| moved.is_of(&seller.key, date.turn);
    let Some(moved) = moves.find(is_of) else { return };
    let mut on = on;
    let mut field = |field, label: &Message<'_>, value: &str, kind, complaint| {
        let field = Field::Quarter(field);
        let (id, label) = (field_id(field).into(), env.say(label));
        FieldView { field, id, label, value: value.into(), kind, hint: on.take(), complaint }
    };
    let (of_date, of_time) = match date.fault {
        Some(DateFault::NoTime) => (None, fault),
        _ => (fault, None),
    };
    let (date_label, time_label) = (Message::QuarterMoveDate, Message::QuarterMoveTime);
    let fields = vec![
        field(QuarterField::MoveDate, &date_label, &moved.date, FieldKind::Date, of_date),
        field(QuarterField::MoveTime, &time_label, &moved.time, FieldKind::Time, of_time),
    ];
    entries.push(Entry::Inline(InlineView { fields, remove: None, is_spoken: false }));
    let label = if date.is_left_out { Message::QuarterPutBack } else { Message::QuarterLeaveOut };
    let said = env.say(&label);
    let long = Message::Labelled { label: &said, words: &words };
    let out = Action::named(env, &label, &long, Press::Quarter(QuarterPress::LeftOut(at)));
    entries.push(Entry::Asides(vec![out]));
}

/// Returns the words for a fault of a date that was moved by hand.
fn date_fault_words(env: &Env<'_>, dates: &QuarterDates, date: &QuarterDate, fault: DateFault) -> Words {
    let name = |at: usize| dates.sellers.get(at).map(|seller| seller.name.as_str()).unwrap_or_default();
    env.say(&match fault {
        DateFault::NoDate => Message::ComplainDate,
        DateFault::NoTime => Message::ComplainTime,
        DateFault::Passed => Message::DatePassed,
        DateFault::Overlaps(seller, local) => {
            let time = env.time(local);
            return env.say(&Message::DoubtOverlaps { seller: name(seller), time: &time });
        }
        DateFault::Busy => Message::QuarterBusy,
        DateFault::SameDay => Message::QuarterSameDay { seller: name(date.seller) },
    })
}

/// Returns the words for the reason why no quarter can be booked.
pub(super) fn fault_words(env: &Env<'_>, limits: &Limits, fault: Fault) -> Words {
    env.say(&match fault {
        Fault::Text(TextError::TooLong { over }) => return too_long(env, over),
        Fault::Text(TextError::Empty) | Fault::NoSeller => Message::QuarterNoSeller,
        Fault::AllKept => Message::QuarterAllKept,
        Fault::ManySellers => Message::ComplainTooMany { most: SELLERS },
        Fault::Minutes => Message::ComplainMinutes { least: limits.shortest, most: limits.longest },
        Fault::NoTime => Message::ComplainTime,
        Fault::NoDate => Message::ComplainDate,
        Fault::Passed => Message::DatePassed,
        Fault::TooShort => Message::QuarterTooShort,
        Fault::TooLong => Message::QuarterTooLong,
        Fault::Unread => Message::QuarterUnreadSome,
        Fault::NoWorkingDay => Message::QuarterNoWorkingDay,
        Fault::TooMany { sellers, fit } => Message::QuarterTooMany { sellers, fit },
        Fault::NoDates => Message::QuarterNoDates,
        Fault::Date(_) => Message::QuarterWrongDate,
    })
}
