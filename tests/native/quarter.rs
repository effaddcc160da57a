//! Booking a quarter, and days off as people type them.

use std::collections::BTreeSet;

use coaching_session::domain::days_off::{self, NoDay};
use coaching_session::domain::quarter::{
    Busy, MONDAY_TO_FRIDAY, NoQuarter, Quarter, Wanted, Weekdays, WeeklyHour, book,
};
use coaching_session::domain::time::{LocalDateTime, Minutes, Span};
use coaching_session::domain::zone::Zone;
use proptest::prelude::*;

use crate::intl::{env, zone};

const ALL_WEEK: Weekdays = [true; 7];

fn day(date: &str) -> LocalDateTime {
    LocalDateTime::parse(date, "00:00").unwrap()
}

fn hour(weekday: u8, time: &str) -> WeeklyHour {
    WeeklyHour { weekday, time: LocalDateTime::parse("2000-01-01", time).unwrap() }
}

/// A quarter from Monday 5 October 2026 to Friday 18 December in Berlin, every two weeks, for sellers who work all week.
fn wanted<'a>(zone: &'a Zone, hours: &'a [WeeklyHour], sellers: &'a [Weekdays]) -> Wanted<'a> {
    Wanted {
        zone,
        first: day("2026-10-05"),
        last: day("2026-12-18"),
        every: 2,
        minutes: Minutes(45),
        hours,
        sellers,
        working: MONDAY_TO_FRIDAY,
        avoided: &[],
        busy: &[],
        types: 2,
    }
}

fn booked(wanted: &Wanted<'_>) -> Quarter {
    book(wanted, env("en").zones).unwrap()
}

/// The dates of a seller, as `MM-DD HH:MM`, the type, and `<` before an entry that moved.
fn dates(quarter: &Quarter, seller: usize) -> Vec<String> {
    let of = quarter.entries.iter().filter(|entry| entry.seller == seller);
    of.map(|entry| {
        let moved = if entry.instead_of.is_some() { "<" } else { "" };
        format!("{moved}{} {} {}", &entry.local.date_field()[5..], entry.local.time_field(), entry.kind)
    })
    .collect()
}

#[test]
fn eight_sellers_keep_one_hour_each_every_two_weeks() {
    let zone = zone("Europe/Berlin");
    let hours = [hour(3, "10:00"), hour(3, "11:00"), hour(1, "14:00"), hour(1, "15:00")];
    let sellers = [MONDAY_TO_FRIDAY; 8];
    let quarter = booked(&wanted(&zone, &hours, &sellers));
    assert_eq!(quarter.unplaced, []);
    assert_eq!(
        dates(&quarter, 0),
        [
            "10-06 14:00 0",
            "10-20 14:00 1",
            "11-03 14:00 0",
            "11-17 14:00 1",
            "12-01 14:00 0",
            "12-15 14:00 1"
        ]
    );
    assert_eq!(
        dates(&quarter, 7),
        ["10-15 11:00 0", "10-29 11:00 1", "11-12 11:00 0", "11-26 11:00 1", "12-10 11:00 0"]
    );
    assert_eq!(quarter.entries.len(), 44);
}

#[test]
fn a_day_to_avoid_moves_to_the_next_working_day() {
    let zone = zone("Europe/Berlin");
    let hours = [hour(4, "10:00")];
    let days = [day("2026-10-09"), day("2026-10-12"), day("2026-11-06")];
    let quarter = booked(&Wanted { avoided: &days, types: 1, ..wanted(&zone, &hours, &[MONDAY_TO_FRIDAY]) });
    assert_eq!(
        dates(&quarter, 0),
        [
            "<10-13 10:00 0",
            "10-23 10:00 0",
            "<11-09 10:00 0",
            "11-20 10:00 0",
            "12-04 10:00 0",
            "12-18 10:00 0"
        ]
    );
    assert_eq!(quarter.entries[0].instead_of, LocalDateTime::parse("2026-10-09", "10:00"));
}

#[test]
fn a_seller_is_never_booked_on_a_day_off_work() {
    let zone = zone("Europe/Berlin");
    let hours = [hour(0, "10:00"), hour(3, "10:00")];
    let no_monday = [false, true, true, true, true, false, false];
    let only_friday = [false, false, false, false, true, false, false];
    let quarter = booked(&wanted(&zone, &hours, &[MONDAY_TO_FRIDAY, no_monday, only_friday]));
    assert_eq!(dates(&quarter, 1)[0], "10-08 10:00 0");
    // Turns of Monday move to the Friday after.
    assert!(dates(&quarter, 2).iter().all(|date| date.starts_with('<')), "{:?}", dates(&quarter, 2));
    let fridays = quarter.entries.iter().filter(|entry| entry.seller == 2);
    assert!(fridays.map(|entry| entry.local.days_since_monday()).all(|weekday| weekday == 4));
}

#[test]
fn a_taken_hour_moves_its_entry_to_another_chosen_time() {
    let zone = zone("Europe/Berlin");
    let hours = [hour(1, "09:00"), hour(1, "13:00")];
    let begins = env("en").zones.instant_of(LocalDateTime::parse("2026-10-06", "08:30").unwrap(), &zone);
    let busy = [Busy { begins, ends: begins.plus(Span::minutes(45)) }];
    let quarter = booked(&Wanted { busy: &busy, every: 1, ..wanted(&zone, &hours, &[MONDAY_TO_FRIDAY]) });
    assert_eq!(dates(&quarter, 0)[..2], ["<10-06 13:00 0", "10-13 09:00 1"]);
}

#[test]
fn a_holiday_of_three_weeks_leaves_the_turn_out() {
    let zone = zone("Europe/Berlin");
    let days: Vec<LocalDateTime> = (0..19).map(|days| day("2026-10-12").plus_days(days).unwrap()).collect();
    let hours = [hour(3, "10:00")];
    let quarter = booked(&Wanted { avoided: &days, ..wanted(&zone, &hours, &[MONDAY_TO_FRIDAY]) });
    assert_eq!(quarter.unplaced, [(LocalDateTime::parse("2026-10-22", "10:00").unwrap(), 0)]);
    assert_eq!(dates(&quarter, 0)[..2], ["10-08 10:00 0", "11-05 10:00 1"]);
}

#[test]
fn a_turn_before_a_holiday_moves_to_the_day_before() {
    let zone = zone("Europe/Berlin");
    let days: Vec<LocalDateTime> = (0..9).map(|days| day("2026-12-10").plus_days(days).unwrap()).collect();
    let hours = [hour(3, "10:00"), hour(3, "11:00")];
    let sellers = [MONDAY_TO_FRIDAY; 2];
    let quarter = booked(&Wanted { avoided: &days, every: 1, ..wanted(&zone, &hours, &sellers) });
    assert_eq!(dates(&quarter, 0).last().unwrap(), "<12-09 10:00 1");
    assert_eq!(dates(&quarter, 1).last().unwrap(), "<12-09 11:00 1");
    // A week without any working day has no hour near.
    let unplaced = [(3, "10:00"), (3, "11:00")].map(|(_, time)| LocalDateTime::parse("2026-12-17", time));
    assert_eq!(quarter.unplaced.iter().map(|(turn, _)| Some(*turn)).collect::<Vec<_>>(), unplaced);
}

#[test]
fn a_full_fortnight_leaves_the_turn_unplaced() {
    let zone = zone("Europe/Berlin");
    let days: Vec<LocalDateTime> = (0..20).map(|days| day("2026-10-05").plus_days(days).unwrap()).collect();
    let hours = [hour(1, "09:00")];
    let quarter = booked(&Wanted { avoided: &days, ..wanted(&zone, &hours, &[MONDAY_TO_FRIDAY]) });
    assert_eq!(quarter.unplaced, [(LocalDateTime::parse("2026-10-06", "09:00").unwrap(), 0)]);
    assert_eq!(dates(&quarter, 0)[0], "<10-26 09:00 0");
}

#[test]
fn what_cannot_be_booked_says_why() {
    let zone = zone("Europe/Berlin");
    let (hours, sellers) = ([hour(1, "09:00")], [MONDAY_TO_FRIDAY; 3]);
    let good = || wanted(&zone, &hours, &sellers[..2]);
    let check = |wanted: Wanted<'_>, why: NoQuarter| assert_eq!(book(&wanted, env("en").zones), Err(why));
    check(Wanted { sellers: &[], ..good() }, NoQuarter::NoSeller);
    check(Wanted { hours: &[], ..good() }, NoQuarter::NoHour);
    check(Wanted { last: day("2026-10-04"), ..good() }, NoQuarter::NoTime);
    check(Wanted { hours: &[hour(6, "09:00")], ..good() }, NoQuarter::NoWorkingDay);
    check(Wanted { working: [false; 7], ..good() }, NoQuarter::NoWorkingDay);
    check(Wanted { sellers: &sellers, ..good() }, NoQuarter::TooMany { fit: 2 });
    // Nothing lies behind the last year.
    let last = Wanted { first: day("9999-12-27"), last: day("9999-12-31"), every: 255, ..good() };
    assert_eq!(booked(&last).entries.len(), 1);
}

#[test]
fn a_time_that_the_clocks_skip_is_shown_as_they_show_it() {
    let zone = zone("Europe/Berlin");
    let hours = [hour(6, "02:30")];
    let spring = Wanted {
        first: day("2026-03-29"),
        last: day("2026-04-11"),
        working: ALL_WEEK,
        every: 1,
        ..wanted(&zone, &hours, &[ALL_WEEK])
    };
    assert_eq!(dates(&booked(&spring), 0), ["03-29 03:30 0", "04-05 02:30 1"]);
}

const ZONES: [&str; 7] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
];

fn weekdays() -> impl Strategy<Value = Weekdays> {
    prop::array::uniform7(prop::bool::weighted(0.7))
}

proptest! {
    #[test]
    fn quarters_never_overlap_or_book_a_day_off(
        zone_at in 0..ZONES.len(),
        hours in prop::collection::vec((0_u8..7, 0_i64..96), 1..6),
        sellers in prop::collection::vec(weekdays(), 1..10),
        working in weekdays(),
        off in prop::collection::vec(0_i64..92, 0..20),
        busy in prop::collection::vec((0_i64..92 * 96, 1_i64..8), 0..20),
        (start, every, types) in (0_i64..800, 1_u8..6, 1_usize..4),
    ) {
        let zones = env("en").zones;
        let zone = zone(ZONES[zone_at]);
        let first = day("2026-01-01").plus_days(start).unwrap();
        let hours: Vec<WeeklyHour> = hours
            .into_iter()
            .map(|(weekday, quarter)| WeeklyHour { weekday, time: LocalDateTime::default().plus(Span::minutes(quarter * 15)).unwrap() })
            .collect();
        let avoided: Vec<LocalDateTime> = off.iter().map(|&days| first.plus_days(days).unwrap()).collect();
        let busy: Vec<Busy> = busy
            .into_iter()
            .map(|(quarter, length)| {
                let begins = zones.instant_of(first, &zone).plus(Span::minutes(quarter * 15));
                Busy { begins, ends: begins.plus(Span::minutes(length * 15)) }
            })
            .collect();
        let last = first.plus_days(90).unwrap();
        let wanted = Wanted { zone: &zone, first, last, every, minutes: Minutes(45), hours: &hours, sellers: &sellers, working, avoided: &avoided, busy: &busy, types };
        let Ok(quarter) = book(&wanted, zones) else { return Ok(()) };
        let mut taken = busy.clone();
        let off: BTreeSet<String> = avoided.iter().map(|day| day.date_field()).collect();
        for entry in &quarter.entries {
            let weekday = usize::try_from(entry.local.days_since_monday()).unwrap();
            prop_assert!(working[weekday] && sellers[entry.seller][weekday], "{entry:?}");
            prop_assert!(!off.contains(&entry.local.date_field()), "{entry:?}");
            prop_assert!(entry.local.days_after(first) >= 0 && entry.local.days_after(last) <= 0, "{entry:?}");
            prop_assert!(entry.kind < types);
            let begins = zones.instant_of(entry.local, &zone);
            let ends = begins.plus(Span::minutes(45));
            prop_assert!(taken.iter().all(|busy| begins >= busy.ends || ends <= busy.begins), "{entry:?}");
            taken.push(Busy { begins, ends });
            if let Some(turn) = entry.instead_of {
                let reach = i64::from(every) * 7 / 2;
                prop_assert!((-reach..=reach).contains(&entry.local.days_after(turn)), "{entry:?}");
            }
        }
        // Each turn is booked or said to have no place.
        let turns = |seller: usize| {
            quarter.entries.iter().filter(|entry| entry.seller == seller).count()
                + quarter.unplaced.iter().filter(|(_, of)| *of == seller).count()
        };
        for seller in 0..sellers.len() {
            let weeks = usize::from(every);
            prop_assert!((13 / weeks..=13_usize.div_ceil(weeks)).contains(&turns(seller)), "{} turns", turns(seller));
        }
    }

    #[test]
    fn days_off_of_any_text_are_read_without_a_panic(text in "\\PC{0,60}|[0-9./ ,;\n-]{0,60}") {
        let read = days_off::read(&text);
        prop_assert!(read.days.len() <= 400);
    }

    #[test]
    fn days_off_read_back_in_each_format(days in 0_i64..20_000) {
        let date = day("2020-01-01").plus_days(days).unwrap();
        let [year, month, day] = date.date_field().split('-').map(str::to_owned).collect::<Vec<_>>().try_into().unwrap();
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "August", "September", "October", "Nov.", "December"];
        let name = months[month.parse::<usize>().unwrap() - 1];
        for text in [
            format!("{year}-{month}-{day}"),
            format!("{}.{}.{year}", day.trim_start_matches('0'), month),
            format!("13/1/2026;{day}/{month}/{year}"),
            format!("{month}/{day}/{year};1/13/2026"),
            format!("{day} {name} {year}"),
            format!("{name} {day}, {year} any day"),
        ] {
            let read = days_off::read(&text);
            prop_assert!(read.days.contains(&date) && read.unread.is_empty(), "{text}: {read:?}");
        }
    }
}

#[test]
fn lines_of_days_off_are_read_or_given_back() {
    #[track_caller]
    fn check(text: &str, days: &[&str], unread: &[(&str, NoDay)]) {
        let read = days_off::read(text);
        assert_eq!(read.days.iter().map(|day| day.date_field()).collect::<Vec<_>>(), days, "{text}");
        let lines: Vec<(&str, NoDay)> =
            read.unread.iter().map(|unread| (unread.line.as_str(), unread.why)).collect();
        assert_eq!(lines, unread, "{text}");
    }
    check("", &[], &[]);
    check(" 2026-12-25 Christmas Day\n\n25.12.2027\t1st", &["2026-12-25", "2027-12-25"], &[]);
    check("24.12.2026 - 26.12.2026 closed", &["2026-12-24", "2026-12-25", "2026-12-26"], &[]);
    check("24.12.2026–25.12.2026", &["2026-12-24", "2026-12-25"], &[]);
    check("2026-12-24 to 2026-12-25", &["2026-12-24", "2026-12-25"], &[]);
    check("2026-12-26 - Boxing Day", &["2026-12-26"], &[]);
    check("3/4/2026", &[], &[("3/4/2026", NoDay::Unclear)]);
    check("4/4/2026", &["2026-04-04"], &[]);
    check("7/4/2026; 9/7/2026; 11/26/2026", &["2026-07-04", "2026-09-07", "2026-11-26"], &[]);
    check("26/11/2026;11/26/2026", &["2026-11-26", "2026-11-26"], &[]);
    check("26/11/2026;11/26/2026;3/4/2026", &["2026-11-26", "2026-11-26"], &[("3/4/2026", NoDay::Unclear)]);
    check("Easter", &[], &[("Easter", NoDay::NoDate)]);
    check("30.2.2026", &[], &[("30.2.2026", NoDay::NoDate)]);
    check("25.12.26", &[], &[("25.12.26", NoDay::NoDate)]);
    check("2026-12-26 to 2026-12-24", &[], &[("2026-12-26 to 2026-12-24", NoDay::Span)]);
    check("1.1.2026 - 31.12.2026", &[], &[("1.1.2026 - 31.12.2026", NoDay::Span)]);
    let many = (0..6).map(|year| format!("1.1.{} - 1.4.{0}", 2026 + year)).collect::<Vec<_>>().join(";");
    let read = days_off::read(&many);
    assert_eq!((read.days.len(), read.unread.len()), (365, 2));
    assert_eq!(read.unread[0].why, NoDay::TooMany);
}
