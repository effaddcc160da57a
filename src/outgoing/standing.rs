//! A standing slot in words.

use crate::domain::standing::{Rhythm, StandingSlot};
use crate::domain::zone::Zone;
use crate::text::message::Message;
use crate::text::{Env, Words};

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
