//! The head of a session's screens: what it is, who, when and where.

use super::{Action, Known};
use crate::domain::phrase::Wording;
use crate::domain::time::{Instant, LocalDateTime};
use crate::program::event::Press;
use crate::text::intl::{DateStyle, Names, Year};
use crate::text::message::Message;
use crate::text::{Voice, Words};

/// The head of a session's screens.
#[derive(Clone, Debug, PartialEq)]
pub struct HeadView {
    /// That it is coaching, and of which type.
    pub kicker: Words,
    /// Who.
    pub title: Words,
    /// Back to the list.
    pub home: Action,
}

/// The head of that session.
pub(super) fn head(known: &Known<'_>) -> HeadView {
    let coaching_type = Some(&known.half.plan.coaching_type.name);
    link_head(known.voice, coaching_type, &known.seller, known.manager, &Message::BackHome)
}

/// The head of a session of which less may be known; the way back says `home`.
pub(super) fn link_head(
    voice: &Voice,
    coaching_type: Option<&Wording>,
    seller: &str,
    manager: Option<&str>,
    home: &Message<'_>,
) -> HeadView {
    let kicker = match coaching_type {
        Some(name) => voice.say(&Message::SessionKicker { coaching_type: &voice.wording(name) }),
        None => voice.say(&Message::Product),
    };
    HeadView {
        kicker,
        title: voice.say(&Message::SessionTitle { seller, manager }),
        home: Action::new(voice, home, Press::HomeOpened),
    }
}

/// Date and time in few words.
pub(super) fn short(voice: &Voice, local: LocalDateTime, now: Option<LocalDateTime>) -> Words {
    let day = date(voice, local, now, Names::Short);
    voice.say(&Message::WhenShort { date: &day, from: &voice.time(local) })
}

/// The day of `instant` as clocks of this device show it, in few words.
#[inline(never)]
pub(super) fn day(known: &Known<'_>, instant: Instant) -> Words {
    let local = known.voice.local(instant, &known.model.zone);
    local.map(|local| date(known.voice, local, known.now, Names::Short)).unwrap_or_default()
}

/// A date, with its year where that is not the year of `now`.
pub(super) fn date(voice: &Voice, local: LocalDateTime, now: Option<LocalDateTime>, names: Names) -> Words {
    let same = now.is_some_and(|now| now.year() == local.year());
    let year = if same { Year::Understood } else { Year::Said };
    voice.date(local, DateStyle { names, year })
}
