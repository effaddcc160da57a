//! A standing slot, and the dates that were booked at once, in words.

use crate::domain::half::ManagerHalf;
use crate::domain::standing::{Rhythm, StandingSlot};
use crate::domain::zone::Zone;
use crate::text::message::Message;
use crate::text::{Env, Names, Words};

/// Returns the rhythm, the day and the time of a slot in words, with the place of its time zone `zone` where clocks in `here`
/// may show another time.
#[must_use]
pub fn slot_words(env: &Env<'_>, slot: StandingSlot, zone: &Zone, here: &Zone) -> Words {
    let StandingSlot { rhythm, first } = slot;
    let (day, week) = (&env.say(&Message::NameOfDay { day: first.weekday() }), first.month_week());
    let time = &env.time(first);
    let words = env.say(&match rhythm {
        Rhythm::Weekly => Message::SlotWeekly { day, time },
        Rhythm::TwoWeeks => Message::SlotTwoWeeks { day, time },
        Rhythm::Monthly => Message::SlotMonthly { week, day, time },
        Rhythm::Quarterly => Message::SlotQuarterly { week, day, time },
    });
    match zone == here {
        true => words,
        false => env.say(&Message::TimeAtPlace { time: &words, place: &zone.place() }),
    }
}

/// Returns the statement of a message about a slot, with the place of its time zone.
#[must_use]
pub fn slot_line(env: &Env<'_>, slot: StandingSlot, zone: &Zone) -> Words {
    let time = &slot_words(env, slot, zone, zone);
    let slot = &env.say(&Message::TimeAtPlace { time, place: &zone.place() });
    env.say(&Message::WordsSlot { slot })
}

/// Returns the statement of a message about the dates after a planned session, with the place of their time zone: the slot, or
/// the dates that were booked at once; `None` without any.
#[must_use]
pub fn later(env: &Env<'_>, half: &ManagerHalf) -> Option<Words> {
    let (row, first) = (half.ahead.standing.as_ref()?, half.plan.schedule.local);
    let later = row.dates.iter().filter(|date| !date.is_skipped && date.local > first);
    let later = later.map(|date| env.date_time(date.local, Some(first), Names::Short).to_string());
    let later: Vec<String> = later.collect();
    if later.is_empty() {
        return None;
    }
    if let Some(slot) = row.slot {
        return Some(slot_line(env, slot, &row.zone));
    }
    let (time, place) = (&later.join(" \u{b7} "), &row.zone.place());
    let dates = &env.say(&Message::TimeAtPlace { time, place });
    Some(env.say(&Message::QuarterLater { dates }))
}
