//! Days off as people type or paste them: a date on each line, or a span of dates, with any words after it.
//!
//! Three ways of writing a date are read: `2026-12-25`, `25.12.2026` or `25/12/2026`, and `25 Dec 2026` or
//! `Dec 25, 2026` with English months. In a list with slashes the order of day and month must be clear from one of its
//! dates. Never guesses.
#![deny(clippy::arithmetic_side_effects)]

use chrono::Month;

use super::time::LocalDateTime;

/// Number of days that a span may have.
const SPAN: i64 = 92;

/// Number of days that are read from one text.
const LIMIT: usize = 400;

/// The reason why a line gives no date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoDay {
    /// The line begins with no date that is read, or with one that is on no calendar.
    NoDate,
    /// Day and month may be either way round, and no other line tells.
    Unclear,
    /// The span ends before it begins, or is longer than 92 days.
    Span,
    /// The text holds more than 400 days.
    TooMany,
}

/// A line that gives no date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The line as it was typed, without the spaces around it.
    pub line: String,
    /// Reason why the line gives no date.
    pub why: NoDay,
}

/// The days of a typed text, in the order of the lines, and the lines that give none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaysOff {
    /// Days off; their times of day are midnight.
    pub days: Vec<LocalDateTime>,
    /// Lines that give no date.
    pub unread: Vec<Unread>,
}

/// The order of day and month between slashes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
}

/// Reads the days off of a typed text. Lines end at line breaks and semicolons; empty lines are passed over.
#[must_use]
pub fn read(text: &str) -> DaysOff {
    let lines = || text.split(['\n', '\r', ';']).map(str::trim).filter(|line| !line.is_empty());
    let orders: Vec<Order> = lines().flat_map(words).filter_map(order).collect();
    // Two dates that tell opposite orders tell none.
    let order = orders.first().copied().filter(|first| orders.iter().all(|order| order == first));
    let mut read = DaysOff::default();
    for line in lines() {
        match days(line, order).and_then(|days| room(&read, days)) {
            Ok(days) => read.days.extend(days),
            Err(why) => read.unread.push(Unread { line: line.to_owned(), why }),
        }
    }
    read
}

fn room(read: &DaysOff, days: Vec<LocalDateTime>) -> Result<Vec<LocalDateTime>, NoDay> {
    if read.days.len().saturating_add(days.len()) > LIMIT { Err(NoDay::TooMany) } else { Ok(days) }
}

/// Splits a line into words. A comma ends a word, and so do an en dash and an arrow, which are words of their own.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split([' ', ',', '\t', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty())
}

/// Returns the days of a line: one, or those of a span.
fn days(line: &str, order: Option<Order>) -> Result<Vec<LocalDateTime>, NoDay> {
    // A dash between two dates may stand without spaces around it.
    let line = line.replace(['\u{2013}', '\u{2014}', '\u{2192}'], " - ");
    let words: Vec<&str> = words(&line).collect();
    let (first, rest) = date(&words, order)?;
    let Some((joint, after)) =
        rest.split_first().filter(|(joint, _)| matches!(**joint, "-" | "to" | "until"))
    else {
        return Ok(vec![first]);
    };
    let last = match date(after, order) {
        Ok((last, _)) => last,
        // The words after a dash may be the name of the day.
        Err(NoDay::NoDate) if *joint == "-" => return Ok(vec![first]),
        Err(why) => return Err(why),
    };
    let length = last.days_after(first);
    if !(0..=SPAN).contains(&length) {
        return Err(NoDay::Span);
    }
    (0..=length).map(|days| first.plus_days(days).ok_or(NoDay::NoDate)).collect()
}

/// Reads a date at the beginning of the words, and returns the words after it.
fn date<'a, 'b>(words: &'b [&'a str], order: Option<Order>) -> Result<(LocalDateTime, &'b [&'a str]), NoDay> {
    let (first, rest) = words.split_first().ok_or(NoDay::NoDate)?;
    let single = if let Some([day, month, year]) = three(first, '.') {
        Some(day_of(year, month, day))
    } else if let Some([one, two, year]) = three(first, '/') {
        Some(slashed(one, two, year, order))
    } else if let Some([year, month, day]) = three(first, '-') {
        Some(day_of(year, month, day))
    } else {
        None
    };
    if let Some(single) = single {
        return single.map(|date| (date, rest));
    }
    let [first, second, year, ..] = words else { return Err(NoDay::NoDate) };
    let (day, name) = if month(first).is_some() { (second, first) } else { (first, second) };
    let month = month(name).ok_or(NoDay::NoDate)?;
    let date = day_of(year, &month.number_from_month().to_string(), day.trim_end_matches('.'))?;
    Ok((date, words.get(3..).unwrap_or_default()))
}

/// Reads an English month, whole or its first three letters.
fn month(word: &str) -> Option<Month> {
    word.trim_end_matches('.').parse().ok()
}

fn three(word: &str, separator: char) -> Option<[&str; 3]> {
    let mut parts = word.split(separator);
    let three = [parts.next()?, parts.next()?, parts.next()?];
    parts.next().is_none().then_some(three)
}

/// Returns the date of a year of four digits, and a month and a day of one or two.
fn day_of(year: &str, month: &str, day: &str) -> Result<LocalDateTime, NoDay> {
    LocalDateTime::parse(&format!("{year}-{month:0>2}-{day:0>2}"), "00:00").ok_or(NoDay::NoDate)
}

/// Returns the date of a day and a month between slashes.
fn slashed(one: &str, two: &str, year: &str, order: Option<Order>) -> Result<LocalDateTime, NoDay> {
    let (day_first, month_first) = (day_of(year, two, one), day_of(year, one, two));
    match (day_first, month_first) {
        (Ok(day_first), Ok(month_first)) if day_first == month_first => Ok(day_first),
        (Ok(day_first), Ok(month_first)) => match order {
            Some(Order::DayFirst) => Ok(day_first),
            Some(Order::MonthFirst) => Ok(month_first),
            None => Err(NoDay::Unclear),
        },
        (day_first, month_first) => day_first.or(month_first),
    }
}

/// Returns the order that a date between slashes shows, if only one order gives a date.
fn order(word: &str) -> Option<Order> {
    let [one, two, year] = three(word, '/')?;
    match (day_of(year, two, one), day_of(year, one, two)) {
        (Ok(_), Err(_)) => Some(Order::DayFirst),
        (Err(_), Ok(_)) => Some(Order::MonthFirst),
        _ => None,
    }
}
