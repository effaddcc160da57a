//! The row of dates of a standing slot: a table of dates, and laws held against chrono-tz in seven time zones.

use chrono::{
    DateTime, Datelike as _, Days, MappedLocalTime, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _,
};
use chrono_tz::Tz;
use coaching_session::domain::coaching_type::BUILT_IN;
use coaching_session::domain::id::PairId;
use coaching_session::domain::standing::{Rhythm, Standing, StandingSlot, session_on};
use coaching_session::domain::time::{Instant, LocalDateTime, Minutes};
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::cases;
use crate::intl::{env, zone};

const PAIR: PairId = PairId(0xa1);

const ZONES: [&str; 7] = [
    "Europe/Berlin",
    "America/New_York",
    "America/Sao_Paulo",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
];

fn local(date: &str, time: &str) -> LocalDateTime {
    LocalDateTime::parse(date, time).unwrap()
}

/// Returns the slot of this rhythm that begins on `date`, with a row from that date on.
fn standing(rhythm: Rhythm, date: &str, time: &str, zone_name: &str) -> Standing {
    let first = local(date, time);
    made(StandingSlot { rhythm, first }, zone_name, first)
}

fn made(slot: StandingSlot, zone_name: &str, now: LocalDateTime) -> Standing {
    let label = BUILT_IN[0].label().unwrap();
    Standing::new(PAIR, slot, zone(zone_name), &label, Minutes(45), now)
}

/// The row of a slot from `first` on has these dates, in order.
#[track_caller]
fn check(rhythm: Rhythm, first: &str, dates: &[&str]) {
    let standing = standing(rhythm, first, "10:00", "Europe/Berlin");
    let found: Vec<String> = standing.dates.iter().map(|date| date.local.date_field()).collect();
    assert_eq!(found, dates, "{rhythm:?} from {first}");
}

#[test]
fn row_of_each_rhythm_lasts_a_quarter() {
    check(
        Rhythm::Weekly,
        "2026-12-03",
        &[
            "2026-12-10",
            "2026-12-17",
            "2026-12-24",
            "2026-12-31",
            "2027-01-07",
            "2027-01-14",
            "2027-01-21",
            "2027-01-28",
            "2027-02-04",
            "2027-02-11",
            "2027-02-18",
            "2027-02-25",
            "2027-03-04",
        ],
    );
    check(
        Rhythm::TwoWeeks,
        "2026-12-03",
        &["2026-12-17", "2026-12-31", "2027-01-14", "2027-01-28", "2027-02-11", "2027-02-25"],
    );
    check(Rhythm::Monthly, "2026-12-10", &["2027-01-14", "2027-02-11", "2027-03-11"]);
    // A quarter is too short for two dates.
    check(Rhythm::Quarterly, "2026-12-10", &["2027-03-11", "2027-06-10"]);
}

#[test]
fn monthly_slot_stays_on_its_weekday_of_the_month() {
    // The fifth weekday is the last one.
    check(Rhythm::Monthly, "2026-12-31", &["2027-01-28", "2027-02-25", "2027-03-25"]);
    check(Rhythm::Monthly, "2027-01-29", &["2027-02-26", "2027-03-26", "2027-04-30"]);
    // The fourth one stays the fourth, even where a fifth follows.
    check(Rhythm::Monthly, "2027-06-24", &["2027-07-22", "2027-08-26", "2027-09-23"]);
    // Leap years.
    check(Rhythm::Monthly, "2028-01-31", &["2028-02-28", "2028-03-27", "2028-04-24"]);
    check(Rhythm::Monthly, "2024-01-29", &["2024-02-26", "2024-03-25", "2024-04-29"]);
    check(Rhythm::Monthly, "2028-01-04", &["2028-02-01", "2028-03-07", "2028-04-04"]);
    check(Rhythm::Quarterly, "2027-12-29", &["2028-03-29", "2028-06-28"]);
}

#[test]
fn weekly_slot_passes_leap_days_and_years() {
    check(
        Rhythm::TwoWeeks,
        "2028-02-15",
        &["2028-02-29", "2028-03-14", "2028-03-28", "2028-04-11", "2028-04-25", "2028-05-09"],
    );
}

/// A weekly slot at this time in the zone has, after its first date, a date that begins at `utc`.
#[track_caller]
fn check_instant(zone_name: &str, first: &str, time: &str, utc: &str) {
    let standing = standing(Rhythm::Weekly, first, time, zone_name);
    let row = standing.after(env("en").zones, Instant(i64::MIN));
    let begins = LocalDateTime::from_utc(row[0].1).unwrap();
    assert_eq!(format!("{} {}", begins.date_field(), begins.time_field()), utc, "{zone_name}");
}

#[test]
fn changes_of_clocks_move_the_instant_and_not_the_clock_time() {
    check_instant("Europe/Berlin", "2026-03-26", "10:00", "2026-04-02 08:00");
    check_instant("America/New_York", "2026-10-29", "10:00", "2026-11-05 15:00");
    // A skipped hour: the session begins when the hour is over.
    check_instant("Europe/Berlin", "2026-03-22", "02:30", "2026-03-29 01:30");
    check_instant("Australia/Lord_Howe", "2026-09-27", "02:15", "2026-10-03 15:45");
    check_instant("America/Sao_Paulo", "2018-10-28", "00:30", "2018-11-04 03:30");
    // A repeated hour: the first of the two.
    check_instant("Europe/Berlin", "2026-10-18", "02:30", "2026-10-25 00:30");
    check_instant("Africa/Casablanca", "2026-02-08", "02:30", "2026-02-15 01:30");
    // A skipped day: the next day.
    check_instant("Pacific/Apia", "2011-12-23", "10:00", "2011-12-30 20:00");
    check_instant("Asia/Kathmandu", "2026-12-03", "10:00", "2026-12-10 04:15");
}

#[test]
fn skipped_date_comes_back_and_leaves_the_others_alone() {
    let standing = standing(Rhythm::TwoWeeks, "2026-12-03", "10:00", "Europe/Berlin");
    let id = standing.dates[1].session;
    let skipped = standing.toggled(id);
    let flags: Vec<bool> = skipped.dates.iter().map(|date| date.is_skipped).collect();
    assert_eq!(flags, [false, true, false, false, false, false]);
    assert_eq!(skipped.toggled(id), standing);
}

#[test]
fn next_quarter_goes_on_where_the_row_ends() {
    let standing = standing(Rhythm::TwoWeeks, "2026-12-03", "10:00", "Europe/Berlin");
    let longer = standing.extended(PAIR, local("2027-02-12", "09:00"));
    assert_eq!(longer.dates[0], standing.dates[5]);
    assert_eq!(longer.dates.last().unwrap().local, local("2027-05-20", "10:00"));
    // A row that ended long ago goes on from now.
    let late = standing.extended(PAIR, local("2028-01-03", "09:00"));
    assert_eq!((late.dates[0].local.date_field().as_str(), late.dates.len()), ("2028-01-13", 6));
    // Dates without a rhythm do not go on by themselves.
    let booked = Standing { slot: None, ..standing };
    assert_eq!(booked.extended(PAIR, local("2027-02-12", "09:00")), booked);
}

#[test]
fn sessions_of_a_row_have_an_id_for_each_pair_and_date() {
    let (ten, eleven) = (local("2026-12-31", "10:00"), local("2026-12-31", "11:00"));
    assert_eq!(session_on(PairId(1), ten), session_on(PairId(1), eleven));
    assert_ne!(session_on(PairId(1), ten), session_on(PairId(2), ten));
    assert_ne!(session_on(PairId(1), ten), session_on(PairId(1), local("2027-01-14", "10:00")));
}

#[test]
fn hostile_slot_ends() {
    for rhythm in Rhythm::ALL {
        let slot = StandingSlot { rhythm, first: local("1970-01-01", "00:00") };
        assert!(made(slot, "UTC", local("9999-12-31", "23:59")).dates.is_empty());
        let slot = StandingSlot { rhythm, first: local("9999-12-31", "23:59") };
        assert!(made(slot, "UTC", local("1970-01-01", "00:00")).dates.is_empty());
    }
}

fn naive(local: LocalDateTime) -> NaiveDateTime {
    DateTime::from_timestamp_millis(local.as_utc().0).unwrap().naive_utc()
}

/// Returns chrono-tz's instant at which clocks in `zone` show `local`: the first of two, and for a time that is skipped
/// the one by the offset of the day before.
fn oracle(zone: Tz, local: NaiveDateTime) -> i64 {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.timestamp_millis(),
        MappedLocalTime::None => {
            let before = zone.offset_from_utc_datetime(&local.checked_sub_days(Days::new(1)).unwrap()).fix();
            local.and_utc().timestamp_millis() - i64::from(before.local_minus_utc()) * 1000
        }
    }
}

/// Returns the nearest earlier and later date of the same weekday in the month, if any.
fn neighbours(date: NaiveDate) -> [Option<NaiveDate>; 2] {
    let week = Days::new(7);
    let near = [date.checked_sub_days(week), date.checked_add_days(week)];
    near.map(|near| near.filter(|near| near.month() == date.month()))
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn dates_follow_the_rhythm_by_the_clock_of_the_zone(
        name in select(ZONES.to_vec()),
        rhythm in select(Rhythm::ALL.to_vec()),
        day in 14_000_i64..24_000,
        minute in 0_i64..1440,
    ) {
        let first = LocalDateTime::from_utc(Instant((day * 1440 + minute) * 60_000)).unwrap();
        let standing = made(StandingSlot { rhythm, first }, name, first);
        let row = standing.after(env("en").zones, Instant(i64::MIN));
        prop_assert!(row.len() >= 2);
        let mut before = first;
        let is_last = neighbours(naive(first).date())[1].is_none() && naive(first).day() > 28;
        for (date, begins) in &row {
            prop_assert_eq!(date.local.time_field(), first.time_field());
            prop_assert_eq!(begins.0, oracle(name.parse().unwrap(), naive(date.local)));
            let (this, last) = (naive(date.local).date(), naive(before).date());
            prop_assert_eq!(this.weekday(), last.weekday());
            let months = (this.year() * 12 + this.month() as i32) - (last.year() * 12 + last.month() as i32);
            match rhythm {
                Rhythm::Weekly => prop_assert_eq!(date.local.days_after(before), 7),
                Rhythm::TwoWeeks => prop_assert_eq!(date.local.days_after(before), 14),
                Rhythm::Monthly => prop_assert_eq!(months, 1),
                Rhythm::Quarterly => prop_assert_eq!(months, 3),
            }
            if matches!(rhythm, Rhythm::Monthly | Rhythm::Quarterly) {
                match is_last {
                    true => prop_assert!(neighbours(this)[1].is_none()),
                    false => prop_assert_eq!((this.day() - 1) / 7, (naive(first).day() - 1) / 7),
                }
            }
            before = date.local;
        }
        prop_assert!(row.windows(2).all(|two| two[0].1 < two[1].1));
        // From any date on, the rest of the row is the same.
        let (_, middle) = row[row.len() / 2];
        prop_assert_eq!(standing.after(env("en").zones, middle), row[row.len() / 2 + 1..].to_vec());
    }
}
