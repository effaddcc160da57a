//! The platform's knowledge as the tests have it: zones from chrono-tz, dates in plain English, words through
//! the Rust implementation of Project Fluent. And the rules of zones, held against that table.
//!
//! Never uses the machine's own zone or language.

use std::sync::LazyLock;

use chrono::{
    DateTime, Datelike as _, Days, MappedLocalTime, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _,
};
use chrono_tz::Tz;
use coaching_session::domain::time::{Instant, LocalDateTime, Span};
use coaching_session::domain::zone::{Offset, Schedule, Shown, Zone, Zones};
use coaching_session::text::{Argument, DateStyle, Env, Names, Translator, Value, Words, Year};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::{TEN, cases};

/// A table of zones, and the words of a language with English dates.
pub struct Table {
    words: FluentBundle<FluentResource>,
    is_pseudo: bool,
}

static ENGLISH: LazyLock<Table> = LazyLock::new(|| Table::of("en", include_str!("../../l10n/en.ftl")));
static PSEUDO: LazyLock<Table> =
    LazyLock::new(|| Table { is_pseudo: true, ..Table::of("en", include_str!("../../l10n/en.ftl")) });

/// The ports with the table behind them, for a reader of that BCP 47 tag. `en-XA`, the usual tag of a
/// pseudo-language, is English with every message marked: what is on the screen without marks was never a
/// message, or was written by a person.
pub fn env(tag: &str) -> Env<'static> {
    if tag == "en-XA" { PSEUDO.env() } else { ENGLISH.env() }
}

impl Table {
    /// The words of a language, in the form of Fluent.
    pub fn of(language: &str, text: &str) -> Self {
        let resource = FluentResource::try_new(text.to_owned()).map_err(|(_, errors)| errors);
        let mut words = FluentBundle::new_concurrent(vec![language.parse().unwrap()]);
        words.set_use_isolating(false);
        words.add_resource(resource.unwrap()).unwrap();
        Self { words, is_pseudo: false }
    }

    /// The same words with a company's own in place of some.
    pub fn with(mut self, own: &str) -> Self {
        let own = FluentResource::try_new(own.to_owned()).map_err(|(_, errors)| errors);
        self.words.add_resource_overriding(own.unwrap());
        self
    }

    pub fn env(&self) -> Env<'_> {
        Env { zones: self, words: self }
    }
}

/// Puts words into marks and accents their vowels.
fn marked(words: &str) -> String {
    let accented = |letter: char| match letter {
        'a' => 'á',
        'e' => 'é',
        'i' => 'í',
        'o' => 'ó',
        'u' => 'ú',
        other => other,
    };
    format!("⟦{}⟧", words.chars().map(accented).collect::<String>())
}

/// A zone by name.
pub fn zone(name: &str) -> Zone {
    Zone::parse(name).unwrap()
}

fn naive(local: LocalDateTime) -> NaiveDateTime {
    DateTime::from_timestamp_millis(local.as_utc().0).unwrap().naive_utc()
}

fn offset(zone: &str, instant: Instant) -> Option<Span> {
    let zone = zone.parse::<Tz>().ok()?;
    let utc = DateTime::from_timestamp_millis(instant.0)?;
    let seconds = zone.offset_from_utc_datetime(&utc.naive_utc()).fix().local_minus_utc();
    Some(Span(i64::from(seconds) * 1000))
}

impl Zones for Table {
    fn offset(&self, zone: &Zone, instant: Instant) -> Option<Span> {
        offset(zone.name(), instant)
    }
}

impl Translator for Table {
    #[track_caller]
    fn say(&self, id: &str, arguments: &[Argument<'_>]) -> Words {
        let (name, attribute) = id.split_once('.').map_or((id, None), |(name, of)| (name, Some(of)));
        let message = self.words.get_message(name).unwrap_or_else(|| panic!("no message {name}"));
        let pattern = match attribute {
            Some(attribute) => message.get_attribute(attribute).map(|attribute| attribute.value()),
            None => message.value(),
        };
        let pattern = pattern.unwrap_or_else(|| panic!("no words for {id}"));
        let mut args = FluentArgs::new();
        for Argument { name, value } in arguments {
            let value = match value {
                Value::Text(text) => FluentValue::from(&**text),
                Value::Within(text) => FluentValue::from(lowered(text)),
                Value::Number(number) => FluentValue::from(*number),
            };
            args.set(name.clone(), value);
        }
        let mut errors = Vec::new();
        let said = self.words.format_pattern(pattern, Some(&args), &mut errors);
        assert_eq!(errors, [], "{id} with {arguments:?}");
        if self.is_pseudo { marked(&said).into() } else { (*said).into() }
    }

    fn date(&self, local: LocalDateTime, style: DateStyle) -> Words {
        let date = naive(local).date();
        let day = DAYS[date.weekday().num_days_from_monday() as usize];
        let month = MONTHS[date.month0() as usize];
        let (day, month) = match style.names {
            Names::Full => (day, month),
            Names::Short => (&day[..3], &month[..3]),
        };
        let date_and_month = format!("{day} {} {month}", date.day());
        match style.year {
            Year::Said => format!("{date_and_month} {}", date.year()).into(),
            Year::Understood => date_and_month.into(),
        }
    }

    fn time(&self, local: LocalDateTime) -> Words {
        local.time_field().into()
    }
}

/// Returns the text with its first letter in lower case.
pub fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_lowercase);
    first.chain(letters).collect()
}

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Returns chrono-tz's instant at which clocks in `zone` show `local`. A repeated time means the first of two
/// instants; a skipped time uses the offset before the gap.
fn oracle(zone: Tz, local: NaiveDateTime) -> Instant {
    let found = match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => at.timestamp_millis(),
        MappedLocalTime::None => {
            let before = zone.offset_from_utc_datetime(&local.checked_sub_days(Days::new(1)).unwrap()).fix();
            local.and_utc().timestamp_millis() - i64::from(before.local_minus_utc()) * 1000
        }
    };
    Instant(found)
}

/// Returns how often chrono-tz's clocks in `zone` show `local`.
fn shown(zone: Tz, local: NaiveDateTime) -> Shown {
    match zone.from_local_datetime(&local) {
        MappedLocalTime::Single(_) => Shown::Once,
        MappedLocalTime::Ambiguous(..) => Shown::Twice,
        MappedLocalTime::None => Shown::Never,
    }
}

/// Clocks in `zone` show `shown` at the instant at which they are asked for `asked`.
#[track_caller]
fn check_shown(name: &str, asked: &str, shown: &str, utc: &str) {
    let (date, time) = asked.split_once(' ').unwrap();
    let local = LocalDateTime::parse(date, time).unwrap();
    let at = ENGLISH.instant_of(local, &zone(name));
    assert_eq!(at, oracle(name.parse().unwrap(), naive(local)), "the table and chrono-tz");
    let seen = ENGLISH.local_at(at, &zone(name)).unwrap();
    let in_utc = LocalDateTime::from_utc(at).unwrap();
    assert_eq!(format!("{} {}", seen.date_field(), seen.time_field()), shown);
    assert_eq!(in_utc.time_field(), utc);
}

#[test]
fn skipped_time_moves_on_and_repeated_time_means_the_first() {
    check_shown("Europe/Berlin", "2026-05-14 10:00", "2026-05-14 10:00", "08:00");
    check_shown("Europe/Berlin", "2026-03-29 01:59", "2026-03-29 01:59", "00:59");
    check_shown("Europe/Berlin", "2026-03-29 02:30", "2026-03-29 03:30", "01:30");
    check_shown("Europe/Berlin", "2026-03-29 03:00", "2026-03-29 03:00", "01:00");
    check_shown("Europe/Berlin", "2026-10-25 02:30", "2026-10-25 02:30", "00:30");
    check_shown("Europe/Berlin", "2026-10-25 03:00", "2026-10-25 03:00", "02:00");
    check_shown("America/New_York", "2026-03-08 02:30", "2026-03-08 03:30", "07:30");
    check_shown("America/New_York", "2026-11-01 01:30", "2026-11-01 01:30", "05:30");
    check_shown("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45", "15:45");
    check_shown("Pacific/Apia", "2011-12-30 10:00", "2011-12-31 10:00", "20:00");
    check_shown("UTC", "2026-03-29 02:30", "2026-03-29 02:30", "02:30");
}

#[test]
fn unknown_zone_uses_the_written_offset() {
    let known = Schedule::new(
        LocalDateTime::parse("2026-05-14", "10:00").unwrap(),
        zone("Asia/Kathmandu"),
        &*ENGLISH,
    );
    let renamed = Schedule { zone: zone("Asia/Nowhere"), ..known.clone() };
    assert!(!renamed.knows_zone(&*ENGLISH));
    assert_eq!(renamed.begins(&*ENGLISH), known.begins(&*ENGLISH));
    assert_eq!(known.offset.to_string(), "+05:45");
    assert_eq!(Offset::new(-210).unwrap().to_string(), "-03:30");
    assert_eq!(
        [Offset::new(1_080), Offset::new(1_081), Offset::new(-1_081)].map(|offset| offset.is_some()),
        [true, false, false]
    );
}

#[test]
fn skipped_time_is_written_as_the_one_shown_instead() {
    let skipped = LocalDateTime::parse("2026-03-29", "02:30").unwrap();
    let schedule = Schedule::new(skipped, zone("Europe/Berlin"), &*ENGLISH);
    assert_eq!(schedule.local.time_field(), "03:30");
}

#[test]
fn the_table_speaks_as_the_stories_expect() {
    let local = env("en").local(TEN, &zone("Europe/Berlin")).unwrap();
    assert_eq!(&*env("en").time(local), "10:00");
    assert_eq!(&*env("en").date(local, Some(local), Names::Full), "Thursday 14 May");
    assert_eq!(&*env("en").date(local, None, Names::Short), "Thu 14 May 2026");
}

fn zones() -> impl Strategy<Value = &'static str> {
    select(vec![
        "Europe/Berlin",
        "America/New_York",
        "UTC",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Africa/Casablanca",
        "America/St_Johns",
        "Pacific/Chatham",
        "Pacific/Apia",
    ])
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_time_is_resolved_as_the_table_has_it(name in zones(), day in 0_i64..20_000, minute in 0_i64..1440) {
        let noon = NaiveDate::from_ymd_opt(1990, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis();
        let local = LocalDateTime::from_utc(Instant(noon + (day * 1440 + minute) * 60_000)).unwrap();
        let at = ENGLISH.instant_of(local, &zone(name));
        prop_assert_eq!(at, oracle(name.parse().unwrap(), naive(local)));
        prop_assert_eq!(ENGLISH.shown(local, &zone(name)), shown(name.parse().unwrap(), naive(local)));
    }

    #[test]
    fn around_each_change_of_an_offset_too(name in zones(), year in 1990_i32..2037, minute in -200_i64..200) {
        let start = NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap().and_utc().timestamp_millis();
        let hours = (0..366 * 24).map(|hour| Instant(start + hour * 3_600_000));
        for change in hours.filter(|at| offset(name, *at) != offset(name, at.plus(Span::minutes(60)))) {
            let local = LocalDateTime::from_utc(change.plus(offset(name, change).unwrap()).plus(Span::minutes(minute))).unwrap();
            let at = ENGLISH.instant_of(local, &zone(name));
            prop_assert_eq!(at, oracle(name.parse().unwrap(), naive(local)), "{} {:?}", name, local);
            let is_shown = ENGLISH.shown(local, &zone(name));
            prop_assert_eq!(is_shown, shown(name.parse().unwrap(), naive(local)), "{} {:?}", name, local);
            // A start that is written down says the instant without the zone, too.
            let written = Schedule::new(local, zone(name), &*ENGLISH);
            prop_assert_eq!(written.begins(&*ENGLISH), at);
            prop_assert_eq!(written.local.as_utc().minus(written.offset.span()), at, "{} {:?}", name, local);
        }
    }
}
