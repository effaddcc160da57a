//! The dates in the form that books a quarter, week by week, and the words for what is wrong there.

use crate::domain::draft::{MoveDraft, Purpose, QuarterDraft};
use crate::domain::text::TextError;
use crate::domain::time::{Instant, LocalDateTime};
use crate::present::parts::action::Action;
use crate::present::parts::complaint::too_long;
use crate::present::parts::field::{FieldKind, FieldView};
use crate::present::parts::focus::field_id;
use crate::present::parts::line::Line;
use crate::present::parts::sheet::{Entry, Section, section};
use crate::program::event::{Press, QuarterPress};
use crate::program::state::field::{Field, QuarterField};
use crate::program::state::model::Model;
use crate::program::state::screen::OpenScreen;
use crate::program::update::quarter_dates::{DateFault, Fault, QuarterDate, QuarterDates, SELLERS};
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the section of all dates, by weeks, and of the turns without a free hour.
pub(super) fn dates_section(model: &Model, now: Instant, env: &Env<'_>, dates: &QuarterDates) -> Section {
    let today = env.local(now, &model.zone);
    let mut entries = Vec::new();
    for (turn, seller) in &dates.unplaced {
        let seller = dates.sellers.get(*seller).map(|seller| seller.name.as_str()).unwrap_or_default();
        let day = &env.date(*turn, today, Names::Short);
        entries.push(Entry::Line(Line::plain(env.say(&Message::QuarterUnplaced { seller, day }))));
    }
    let mut week = None;
    for (at, date) in (0_u16..).zip(&dates.dates) {
        let monday = date.turn.plus_days(0_i64.saturating_sub(date.turn.days_since_monday()));
        let monday = monday.unwrap_or(date.turn).at_time_of(LocalDateTime::default());
        if week != Some(monday) {
            week = Some(monday);
            let day = &env.date(monday, today, Names::Short);
            entries.push(Entry::Heading(env.say(&Message::QuarterWeek { day })));
        }
        add_date(model, env, today, (dates, at, date), &mut entries);
    }
    section("quarter-dates", env.say(&Message::QuarterDates), entries)
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
    let coaching_type = &env.wording(&date.template.family);
    let day = &env.date(date.turn, today, Names::Short);
    let words = env.say(&match date.local.days_after(date.turn) {
        0 => Message::QuarterRow { when, seller: name, coaching_type },
        _ => Message::QuarterRowMoved { when, seller: name, coaching_type, day },
    });
    let remark = date.is_left_out.then(|| env.say(&Message::QuarterLeftOut));
    let moving = match &model.screen {
        OpenScreen::Quarter(state) => state.moving.as_ref(),
        _ => None,
    };
    let is_open = moving.is_some_and(|(key, turn)| *key == seller.key && *turn == date.turn);
    let label = if is_open { Message::QuarterMoveDone } else { Message::QuarterMove };
    let said = env.say(&label);
    let long = Message::Labelled { label: &said, words: &words };
    let toggle = Action::named(env, &label, &long, Press::Quarter(QuarterPress::MoveToggled(at)));
    entries.push(Entry::Row(Line { words: words.clone(), remark }, toggle));
    let fault = date.fault.map(|fault| date_fault_words(env, dates, date, fault));
    if !is_open {
        entries.extend(fault.map(|fault| Entry::Line(Line::plain(fault))));
        return;
    }
    let draft = model.drafts.get::<QuarterDraft>(Purpose::Quarter);
    let mut moves = draft.iter().flat_map(|draft| &draft.moves);
    let is_of = |moved: &&MoveDraft| moved.seller == seller.key && moved.turn == date.turn;
    let Some(moved) = moves.find(is_of) else { return };
    let field = |field, label: &Message<'_>, value: &str, kind, complaint| {
        let field = Field::Quarter(field);
        let (id, label) = (field_id(field).into(), env.say(label));
        Entry::Field(FieldView { field, id, label, value: value.into(), kind, hint: None, complaint })
    };
    let (of_date, of_time) = match date.fault {
        Some(DateFault::NoTime) => (None, fault),
        _ => (fault, None),
    };
    entries.push(field(
        QuarterField::MoveDate,
        &Message::QuarterMoveDate,
        &moved.date,
        FieldKind::Date,
        of_date,
    ));
    entries.push(field(
        QuarterField::MoveTime,
        &Message::QuarterMoveTime,
        &moved.time,
        FieldKind::Time,
        of_time,
    ));
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
pub(super) fn fault_words(env: &Env<'_>, fault: Fault) -> Words {
    env.say(&match fault {
        Fault::Text(TextError::TooLong { over }) => return too_long(env, over),
        Fault::Text(TextError::Empty) | Fault::NoSeller => Message::QuarterNoSeller,
        Fault::ManySellers => Message::ComplainTooMany { most: SELLERS },
        Fault::Minutes => Message::ComplainMinutes,
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
