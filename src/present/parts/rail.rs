//! The agenda beside a session: its items and where each stands.

use super::known::Known;
use crate::text::Words;
use crate::text::message::Message;
use crate::timer::reading::{ItemReading, Reading, Standing};

/// One item of the agenda.
#[derive(Clone, Debug, PartialEq)]
pub struct RailItem {
    /// The item's number in its agenda, from 1.
    pub number: usize,
    /// Its id in the agenda.
    pub id: u16,
    /// Its name.
    pub title: Words,
    /// Its minutes.
    pub minutes: Words,
    /// Where it stands.
    pub standing: Standing,
    /// The same in words; nothing of an item still to come.
    pub stands: Option<Words>,
    /// The heading above it, where the protected items begin.
    pub group: Option<Words>,
}

/// The agenda as planned, or as `reading` has it.
pub(crate) fn rail(known: &Known<'_>, reading: Option<&Reading>) -> Vec<RailItem> {
    let env = known.env;
    let items = known.half.plan.agenda.items();
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
            Some(read) => Message::Minutes(read.allotted()),
            None => Message::Minutes(item.minutes),
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

/// Whether an item that was left out had been begun.
fn was_begun(item: &ItemReading) -> bool {
    item.standing == Standing::Skipped && item.spent.rounded_minutes() > 0
}

/// The minutes of the agenda together, and how far they are off what is booked.
pub(crate) fn agenda_sum(known: &Known<'_>) -> Words {
    let (planned, booked) = (known.half.plan.agenda.minutes(), known.half.plan.minutes);
    known.env.say(&if planned == booked {
        Message::AgendaSum { planned }
    } else {
        Message::AgendaOff { planned, booked }
    })
}
