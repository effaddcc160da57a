//! The list of all people: a row for each, by the date of the next session with that person.

use std::collections::BTreeMap;

use super::action::Action;
use super::closing::slots;
use super::elsewhere::beside_here;
use super::head::day;
use super::sending::unsent_after;
use super::session_context::SessionContext;
use super::session_row::{
    Group, Listing, SessionRow, Stage, other_name, session_row, undated_row, unplanned_row,
};
use super::standing::{row_line, unplanned_words};
use super::waiting_row::waiting_row;
use crate::domain::draft::PlanDraft;
use crate::domain::id::PairId;
use crate::domain::note::Answer;
use crate::domain::party::Party;
use crate::domain::record::Settings;
use crate::domain::time::{Instant, LocalDateTime};
use crate::outgoing::note::append;
use crate::program::event::Press;
use crate::program::state::model::Model;
use crate::program::update::came_up::{holds_own, waits};
use crate::program::update::earlier;
use crate::program::update::index::Index;
use crate::program::update::same::SamePairs;
use crate::program::update::slots::offered;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Groups of the list in the order of [`Time`]: the HTML id and the words of each heading.
const GROUPS: [(&str, Message<'static>); 5] = [
    ("group-earlier", Message::GroupEarlier),
    ("group-week", Message::GroupWeek),
    ("group-later", Message::GroupLater),
    ("group-undated", Message::GroupUndated),
    ("group-cancelled", Message::GroupCancelled),
];

/// Number of starts that the list offers for a person without any session.
const BOOKINGS: usize = 2;

/// The time of a session as the list groups it; the groups have the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Time {
    /// The date passed before this week, and the session has not begun.
    Earlier,
    /// The session is on, or its date is in this week. On a weekend also in the next one.
    Week,
    /// The date comes after this week.
    Later,
    /// No session is booked.
    Undated,
    /// The manager cancelled the session, and the seller, this person, wrote words for it.
    Cancelled,
}

/// The sessions with one person, as far as the list shows them.
#[derive(Default)]
struct Person {
    /// Rows that the list shows: what is on, asked for or cancelled.
    shown: Vec<(Stage, SessionRow)>,
    /// The last session that was held.
    held: Option<SessionRow>,
    /// The last session whose date passed before it began.
    passed: Option<SessionRow>,
    /// The next planned session.
    next: Option<SessionRow>,
    /// Number of planned sessions, with the next one.
    planned: usize,
}

/// Returns the rows of all people, without empty groups.
pub(crate) fn people(model: &Model, same: &SamePairs, now: Instant, env: &Env<'_>) -> Vec<Group> {
    let local = env.local(now, &model.zone);
    let mut rows = Vec::new();
    let persons = persons(model, same, now, local, env);
    let waiting = waiting(model, same, &persons, env);
    for person in persons {
        add_person(model, person, now, local, env, &mut rows);
    }
    for (pair, seller) in waiting {
        rows.push((
            Time::Undated,
            waiting_row(model, pair, &seller, bookings(model, pair, &seller, now, env), env),
        ));
    }
    add_done(model, &mut rows, env);
    let mut order = Index::new();
    for (place, (_, row)) in rows.iter().enumerate() {
        order.insert((row.begins.0, row.id.0), place);
    }
    let mut groups = Vec::new();
    for (id, heading) in &GROUPS {
        groups.push(Group { id, heading: env.say(heading), rows: Vec::new() });
    }
    let mut rows: Vec<_> = rows.into_iter().map(Some).collect();
    for place in order.values() {
        if let Some((time, row)) = rows.get_mut(*place).and_then(Option::take)
            && let Some(group) = groups.get_mut(time as usize)
        {
            group.rows.push(row);
        }
    }
    groups.retain(|group| !group.rows.is_empty());
    groups
}

/// Adds to the row of each seller the next steps that the seller did since the last session of the two, on the manager's
/// device.
fn add_done(model: &Model, rows: &mut [(Time, SessionRow)], env: &Env<'_>) {
    let mut done = BTreeMap::<PairId, String>::new();
    for earlier in earlier::open_or_told(model, None, &[]) {
        let is_sellers = earlier.note.by() == Some(Party::Seller);
        if is_sellers && earlier.told == Some(Answer::Done) && model.side(earlier.pair) == Party::Manager {
            append(done.entry(earlier.pair).or_default(), earlier.note.words.as_str());
        }
    }
    for (_, row) in rows {
        if let Some(words) = done.remove(&row.pair) {
            row.lines.push(env.say(&Message::RowStepsDone { words: &words }));
        }
    }
}

/// Returns the sessions by person.
fn persons(
    model: &Model,
    same: &SamePairs,
    now: Instant,
    local: Option<LocalDateTime>,
    env: &Env<'_>,
) -> Vec<Person> {
    let (mut persons, mut places) = (Vec::<Person>::new(), Index::new());
    for session in model.sessions() {
        let found = match SessionContext::among(model, session.id, same, local, env) {
            Some(context) => Some(session_row(&context, Listing::Everybody, now)),
            // A cancelled session without words of the seller is not listed, although the seller's half is kept.
            None => unplanned_row(model, session, same, Listing::Everybody, env),
        };
        let Some((stage, row)) = found else { continue };
        let place = *places.entry(name(row.pair)).or_insert(persons.len());
        if place == persons.len() {
            persons.push(Person::default());
        }
        let Some(person) = persons.get_mut(place) else { continue };
        person.planned += usize::from(stage == Stage::Next);
        let is_later = |other: &SessionRow| (row.begins, row.id) > (other.begins, other.id);
        match stage {
            Stage::Held if person.held.as_ref().is_none_or(is_later) => person.held = Some(row),
            Stage::Passed if person.passed.as_ref().is_none_or(is_later) => person.passed = Some(row),
            Stage::Next if person.next.as_ref().is_none_or(|other| is_sooner(&row, other)) => {
                person.next = Some(row);
            }
            Stage::Held | Stage::Passed | Stage::Next => {}
            Stage::Asked | Stage::Running | Stage::Cancelled => person.shown.push((stage, row)),
        }
    }
    persons
}

fn is_sooner(row: &SessionRow, other: &SessionRow) -> bool {
    (row.begins, row.id) < (other.begins, other.id)
}

/// Adds the rows of a person, each with its time. A date that passed before a session that was held is no question
/// any more.
fn add_person(
    model: &Model,
    person: Person,
    now: Instant,
    local: Option<LocalDateTime>,
    env: &Env<'_>,
    rows: &mut Vec<(Time, SessionRow)>,
) {
    let Person { shown, held, passed, next, planned } = person;
    let next = next.map(|row| SessionRow {
        more: more(env, &row, planned),
        lines: row.lines.iter().cloned().chain(row_line(model, row.pair, (row.begins, now), env)).collect(),
        ..row
    });
    let is_open = |row: &SessionRow| held.as_ref().is_none_or(|held| held.begins < row.begins);
    let dated: Vec<SessionRow> = passed.filter(is_open).into_iter().chain(next).collect();
    let (first, mut unsent) = (rows.len(), None);
    if let Some(held) = &held
        && let Some(context) = SessionContext::of(model, held.id, now, env)
    {
        unsent = unsent_after(&context, Some(&day(&context, held.begins)));
        if dated.is_empty() && shown.is_empty() {
            let row = undated_row(&context, held.begins, booking(&context, now));
            let lines = unplanned_words(model, row.pair, now, env).into_iter().collect();
            rows.push((Time::Undated, SessionRow { lines, ..row }));
        }
    }
    for row in dated {
        let begins = env.local(row.begins, &model.zone);
        rows.push((time_of(begins, local), row));
    }
    for (stage, row) in shown {
        let time = match stage {
            Stage::Cancelled => Time::Cancelled,
            Stage::Asked => Time::Undated,
            _ => Time::Week,
        };
        rows.push((time, row));
    }
    // The last session, and what is not sent of it, stand in the first row of the person.
    if let Some((_, row)) = rows.get_mut(first) {
        row.not_sent = row.not_sent.take().or(unsent);
        // Beside offered dates there is room for one of the two statements, and both lead to the last session.
        let says = row.not_sent.as_ref().filter(|_| !row.slots.is_empty()).map(|sent| sent.words.clone());
        row.last = held.as_ref().and_then(|held| last_held(model, held, says, local, env));
    }
}

/// Returns the button that opens the last session that was held with a person. It `says` what is not sent of it, or else
/// its date.
fn last_held(
    model: &Model,
    held: &SessionRow,
    says: Option<Words>,
    now: Option<LocalDateTime>,
    env: &Env<'_>,
) -> Option<Action> {
    let begins = env.local(held.begins, &model.zone)?;
    let last = || env.say(&Message::RowLast { when: &env.date(begins, now, Names::Short) });
    let label = says.unwrap_or_else(last);
    let name = Some(env.say(&Message::Labelled { label: &label, words: &held.seller }));
    Some(Action { name, ..Action::labelled(label, Press::SessionOpened(held.id)) })
}

/// Returns the pairs without any session that wait for a date, or for whose next session a line waits, each with the name of
/// the other person. Of somebody who was taken off the list, or off the suggestions, only own lines wait: they stand on no
/// other screen.
fn waiting(model: &Model, same: &SamePairs, persons: &[Person], env: &Env<'_>) -> Vec<(PairId, Words)> {
    let has_row = |pair: PairId| {
        let rows = |person: &Person| {
            let shown = person.shown.iter().map(|(_, row)| row.pair);
            let others = [&person.held, &person.passed, &person.next].into_iter().flatten();
            shown.chain(others.map(|row| row.pair)).any(|of| of == pair)
        };
        persons.iter().any(rows)
    };
    let Settings { waiting, unlisted, .. } = model.settings();
    let is_waiting =
        |pair: PairId| holds_own(model, pair) || (!unlisted.contains(&pair) && waits(model, pair));
    let of_line = model.pairs().map(|(pair, _)| pair);
    let of_line = of_line.filter(|pair| !has_row(same.one(*pair)) && is_waiting(*pair));
    let dateless = waiting.into_iter().filter(|pair| model.side(*pair) == Party::Manager);
    let mut all: Vec<PairId> = dateless.chain(of_line).map(|pair| same.one(pair)).collect();
    all.retain(|pair| !has_row(*pair));
    all.sort_unstable();
    all.dedup();
    let named = |pair: PairId| Some((pair, other_name(model, pair, model.pair(pair)?, env)));
    all.into_iter().filter_map(named).collect()
}

/// Returns the buttons that book a session with a seller of the pair, who has none: the starts that the form offers.
fn bookings(model: &Model, pair: PairId, seller: &str, now: Instant, env: &Env<'_>) -> Vec<Action> {
    if model.side(pair) == Party::Seller {
        return Vec::new();
    }
    let slots = offered(model, env, now, None, &PlanDraft::default()).into_iter().take(BOOKINGS);
    let book = |slot: LocalDateTime| {
        let when = env.date_time(slot, env.local(now, &model.zone), Names::Short);
        let name = env.say(&Message::BookWith { when: &when, seller });
        Action { name: Some(name), ..Action::labelled(when, Press::SellerBooked(pair, slot)) }
    };
    slots.map(book).collect()
}

/// Returns the button that leads to the further planned sessions of a person; `None` if there are none.
fn more(env: &Env<'_>, row: &SessionRow, planned: usize) -> Option<Action> {
    let count = planned.checked_sub(1).filter(|count| *count > 0)?;
    let (label, name) = (Message::RowMore { count }, Message::RowMoreLong { count, seller: &row.seller });
    Some(Action::named(env, &label, &name, Press::PairOpened(row.pair)))
}

/// Returns the buttons that book the next session with this person; none on the seller's device.
fn booking(context: &SessionContext<'_>, now: Instant) -> Vec<Action> {
    let env = context.env;
    let mut actions = Vec::new();
    if context.side == Party::Seller {
        return actions;
    }
    for slot in slots(context, now) {
        let when = beside_here(context, slot, env.date_time(slot, context.now, Names::Short));
        let name = env.say(&Message::BookWith { when: &when, seller: &context.whole_name(Party::Seller) });
        let press = Press::NextBooked(context.id, slot);
        actions.push(Action { name: Some(name), ..Action::labelled(when, press) });
    }
    actions
}

/// Returns the time of a session that begins at `begins`, seen at `now`. The week ends on Sunday; on a weekend it is
/// the next one as well.
fn time_of(begins: Option<LocalDateTime>, now: Option<LocalDateTime>) -> Time {
    let (Some(begins), Some(now)) = (begins, now) else { return Time::Later };
    let since_monday = now.days_since_monday();
    let end = if now.is_weekend() { 13 } else { 6 };
    match begins.days_after(now).saturating_add(since_monday) {
        day if day < 0 => Time::Earlier,
        day if day <= end => Time::Week,
        _ => Time::Later,
    }
}

/// Returns the name of a pair in an [`Index`].
fn name(pair: PairId) -> (i64, u64) {
    (0, pair.0)
}
