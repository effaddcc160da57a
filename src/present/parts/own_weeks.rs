//! The manager's own weeks: the sessions that were held, are booked and were moved, and the manager's own next steps.
//!
//! Counts for all sellers together, and the manager's own acts alone: no rate, no missed session, nobody else's step.

use crate::domain::half::Course;
use crate::domain::note::{Note, NoteKind};
use crate::domain::party::Party;
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::state::model::Model;
use crate::program::update::sample::is_sample;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};
use crate::timer::reading::{Phase, reading};

/// Number of weeks in the chart.
const WEEKS: usize = 8;

/// Number of past weeks in the chart, before this one.
const PAST: i64 = 4;

/// The own weeks of a manager, as a chart and as a table.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnWeeks {
    /// Heading, which unfolds the chart.
    pub heading: Words,
    /// Explanation of what counts, and that it is for this person alone.
    pub lead: Words,
    /// Summary that unfolds the table.
    pub table: Words,
    /// Name of the table.
    pub caption: Words,
    /// Heading of the column of weeks.
    pub week: Words,
    /// Mondays of the weeks in words, in order.
    pub weeks: Vec<Words>,
    /// Counts by week, one row for each kind that has any.
    pub rows: Vec<WeekRow>,
}

/// Counts of one kind by week.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekRow {
    /// Label of the kind.
    pub label: Words,
    /// Count in each week, in order.
    pub counts: Vec<usize>,
}

/// Counts of the weeks while they are added up.
struct Counts {
    /// Monday of the first week.
    first: LocalDateTime,
    held: Vec<usize>,
    booked: Vec<usize>,
    moved: Vec<usize>,
    steps: Vec<usize>,
}

/// Returns the own weeks of this person at `now`; `None` on a seller's device, while a seller has this one in hand, and if there
/// is nothing to count.
pub(crate) fn own_weeks(model: &Model, now: Instant, env: &Env<'_>) -> Option<OwnWeeks> {
    let today = env.local(now, &model.zone).filter(|_| model.handed.is_none())?;
    let first = today.plus_days(-today.days_since_monday() - 7 * PAST)?;
    let none = || vec![0; WEEKS];
    let mut counts = Counts { first, held: none(), booked: none(), moved: none(), steps: none() };
    for session in model.sessions().filter(|session| model.side(session.pair) == Party::Manager) {
        let Some(half) = session.manager_half().filter(|_| !is_sample(model, env, session.pair)) else {
            continue;
        };
        let begins = half.plan.schedule.begins(env.zones);
        let local = |at: Instant| env.local(at, &model.zone);
        match &half.course {
            Course::Begun { baseline, log } => {
                let reading = reading(baseline, log, now);
                let began = reading.started.unwrap_or(begins);
                if reading.phase == Phase::Ended {
                    add(&mut counts.held, first, local(began), 1);
                }
                let is_own =
                    |note: &&Note| note.kind() == NoteKind::NextStep && note.by() == Some(Party::Manager);
                add(&mut counts.steps, first, local(began), half.notes.all.iter().filter(is_own).count());
            }
            // A date that passed counts as nothing: the manager says what became of it.
            Course::Planned if begins.plus(half.plan.minutes.span()) > now => {
                add(&mut counts.booked, first, local(begins), 1);
            }
            Course::Planned => {}
        }
        for from in model.private(session.id, Party::Manager).moved {
            add(&mut counts.moved, first, local(from), 1);
        }
    }
    view(counts, today, env)
}

/// Adds `more` to the count of the week in which `at` lies; nothing outside the chart.
fn add(counts: &mut [usize], first: LocalDateTime, at: Option<LocalDateTime>, more: usize) {
    let week = at.and_then(|at| usize::try_from(at.days_after(first).div_euclid(7)).ok());
    if let Some(count) = week.and_then(|week| counts.get_mut(week)) {
        *count = count.saturating_add(more);
    }
}

fn view(counts: Counts, today: LocalDateTime, env: &Env<'_>) -> Option<OwnWeeks> {
    let Counts { first, held, booked, moved, steps } = counts;
    let kinds = [
        (Message::WeeksHeld, held),
        (Message::WeeksBooked, booked),
        (Message::WeeksMoved, moved),
        (Message::WeeksSteps, steps),
    ];
    let kinds = kinds.into_iter().filter(|(_, counts)| counts.iter().any(|count| *count > 0));
    let rows: Vec<WeekRow> =
        kinds.map(|(label, counts)| WeekRow { label: env.say(&label), counts }).collect();
    let mondays = (0_i64..).step_by(7).take(WEEKS).filter_map(|days| first.plus_days(days));
    let monday = |day: LocalDateTime| {
        env.say(&Message::WeeksMonday { day: &env.date(day, Some(today), Names::Short) })
    };
    let weeks = mondays.map(monday).collect();
    (!rows.is_empty()).then(|| OwnWeeks {
        heading: env.say(&Message::WeeksHeading),
        lead: env.say(&Message::WeeksLead),
        table: env.say(&Message::WeeksTable),
        caption: env.say(&Message::WeeksCaption),
        week: env.say(&Message::WeeksWeek),
        weeks,
        rows,
    })
}
