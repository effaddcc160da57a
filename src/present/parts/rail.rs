//! The rail: the agenda as a list beside a session, with the progress of each item.

use std::cmp::Ordering;

use super::session_context::SessionContext;
use crate::domain::time::{Instant, Minutes};
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::reading::{Reading, Standing};
use crate::timer::times::{Times, shown_minutes, times};

/// An agenda item in the list beside a session, with its progress.
#[derive(Clone, Debug, PartialEq)]
pub struct RailItem {
    /// Position of the item in the agenda, from 1.
    pub number: usize,
    /// Id of the item, unique within the agenda and the same after a move.
    pub id: u16,
    /// Name of the item.
    pub title: Words,
    /// Topic that the item works on, at the first item of each topic; `None` for any other item.
    pub topic: Option<Words>,
    /// Minutes of the item in words: the planned ones with those added or taken; of an item that is done, the spent ones
    /// beside those planned at the start. Empty in the mode without numbers.
    pub minutes: Words,
    /// Times of day at which the item begins and ends, in words; `None` unless the session runs, for an item that was
    /// left out, and for one to come while the clock is paused.
    pub times: Option<Words>,
    /// Progress of the item: to come, current, done or skipped.
    pub standing: Standing,
    /// Progress of the item in words, for a screen reader; `None` for an item still to come.
    pub stands: Option<Words>,
    /// Heading above the first protected item, one of those that always stay at the end; `None` for any other
    /// item.
    pub group: Option<Words>,
}

/// Returns the items of the agenda with the progress in `reading`; as planned for `None`.
pub(crate) fn rail(context: &SessionContext<'_>, reading: Option<&Reading>) -> Vec<RailItem> {
    let env = context.env;
    let items = context.half.plan.agenda.items();
    let first_protected = items.iter().position(|item| item.role.is_protected());
    let shown = reading.map(shown_minutes).unwrap_or_default();
    let times = reading.map(times).unwrap_or_default();
    let mut rail = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let at = reading.and_then(|reading| reading.items.iter().position(|read| read.item == item.id));
        let on_clock = reading.zip(at).and_then(|(reading, at)| reading.items.get(at));
        let spent = at.and_then(|at| shown.get(at)).copied().unwrap_or_default();
        let standing = on_clock.map_or(Standing::Ahead, |read| read.standing);
        let stands = match standing {
            Standing::Ahead => None,
            Standing::Current => Some(Message::StandingCurrent),
            Standing::Done => Some(Message::StandingDone),
            Standing::Skipped => Some(Message::StandingSkipped),
        };
        let minutes = match on_clock {
            Some(read) if read.standing == Standing::Done && spent == i64::from(read.planned.0) => {
                Message::Minutes { minutes: read.planned }
            }
            Some(read) if read.standing == Standing::Done => {
                Message::MinutesOf { spent, planned: read.planned }
            }
            Some(read) => Message::Minutes { minutes: read.allotted() },
            None => Message::Minutes { minutes: item.minutes },
        };
        let slot = item.role.topic();
        let is_first = items.iter().position(|other| other.role.topic() == slot) == Some(place);
        rail.push(RailItem {
            number: place + 1,
            id: item.id.0,
            title: env.wording(&item.title),
            topic: context.session.topic(item).filter(|_| is_first).map(|topic| topic.words.as_str().into()),
            minutes: env.say(&minutes),
            times: at.and_then(|at| *times.get(at)?).map(|times| say_times(context, times)),
            standing,
            stands: stands.map(|stands| env.say(&stands)),
            group: (Some(place) == first_protected).then(|| env.say(&Message::ProtectedGroup)),
        });
    }
    rail
}

/// Returns the times of an item in words, as clocks of this device show them.
fn say_times(context: &SessionContext<'_>, times: Times) -> Words {
    let time = |instant: Instant| context.env.time_at(instant, &context.model.zone);
    let (Times::Past(from, to) | Times::Current(from, to) | Times::Coming(from, to)) = times;
    let (from, to) = (&time(from), &time(to));
    context.env.say(&match times {
        Times::Past(..) => Message::RailTimes { from, to },
        Times::Current(..) => Message::RailTimesCurrent { from, to },
        Times::Coming(..) => Message::RailTimesComing { from, to },
    })
}

/// Returns the sum of the items' minutes in words, compared with the booked minutes if the two differ.
pub(crate) fn agenda_sum(context: &SessionContext<'_>) -> Words {
    let (planned, booked) = (context.half.plan.agenda.minutes(), context.half.plan.minutes);
    let (minutes, by) = (planned, Minutes(planned.0.abs_diff(booked.0)));
    context.env.say(&match planned.cmp(&booked) {
        Ordering::Equal => Message::AgendaSum { minutes },
        Ordering::Greater => Message::AgendaOver { minutes, by, booked },
        Ordering::Less => Message::AgendaUnder { minutes, by, booked },
    })
}
