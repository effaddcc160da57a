//! The agenda beside a session, with the progress of each item.

use std::cmp::Ordering;

use super::session_context::SessionContext;
use crate::domain::time::Minutes;
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::reading::{ItemReading, Reading, Standing};

/// An item of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct RailItem {
    /// The item's number in its agenda, from 1.
    pub number: usize,
    /// The id within the agenda.
    pub id: u16,
    /// The name of the item.
    pub title: Words,
    /// The minutes: planned, or spent of the allotted.
    pub minutes: Words,
    /// The progress of the item.
    pub standing: Standing,
    /// The progress in words; `None` for an item still to come.
    pub stands: Option<Words>,
    /// The heading above the first protected item.
    pub group: Option<Words>,
}

/// Returns the agenda with the progress in `reading`, or as planned.
pub(crate) fn rail(context: &SessionContext<'_>, reading: Option<&Reading>) -> Vec<RailItem> {
    let env = context.env;
    let items = context.half.plan.agenda.items();
    let first_protected = items.iter().position(|item| item.role.is_protected());
    let mut rail = Vec::new();
    for (place, item) in items.iter().enumerate() {
        let on_clock = reading.and_then(|reading| reading.items.iter().find(|read| read.item == item.id));
        let standing = on_clock.map_or(Standing::Ahead, |read| read.standing);
        let stands = match standing {
            Standing::Ahead => None,
            Standing::Current => Some(Message::StandingCurrent),
            Standing::Done => Some(Message::StandingDone),
            Standing::Skipped => Some(Message::StandingSkipped),
        };
        let minutes = match on_clock {
            Some(read) if read.standing == Standing::Done || was_begun(read) => {
                Message::MinutesOf { spent: read.spent.rounded_minutes(), planned: read.allotted() }
            }
            Some(read) => Message::Minutes { minutes: read.allotted() },
            None => Message::Minutes { minutes: item.minutes },
        };
        rail.push(RailItem {
            number: place + 1,
            id: item.id.0,
            title: env.wording(&item.title),
            minutes: env.say(&minutes),
            standing,
            stands: stands.map(|stands| env.say(&stands)),
            group: (Some(place) == first_protected).then(|| env.say(&Message::ProtectedGroup)),
        });
    }
    rail
}

/// Returns true if a skipped item had been begun.
fn was_begun(item: &ItemReading) -> bool {
    item.standing == Standing::Skipped && item.spent.rounded_minutes() > 0
}

/// Returns the sum of the minutes, compared with the booked minutes if they differ.
pub(crate) fn agenda_sum(context: &SessionContext<'_>) -> Words {
    let (planned, booked) = (context.half.plan.agenda.minutes(), context.half.plan.minutes);
    let (minutes, by) = (planned, Minutes(planned.0.abs_diff(booked.0)));
    context.env.say(&match planned.cmp(&booked) {
        Ordering::Equal => Message::AgendaSum { minutes },
        Ordering::Greater => Message::AgendaOver { minutes, by, booked },
        Ordering::Less => Message::AgendaUnder { minutes, by, booked },
    })
}
