//! The plan of a session in a link: type, date, place, and the whole agenda.

use serde::{Deserialize, Serialize};

use super::numbers::{Phrase, TypeNumber};
use super::{Entries, List, NoLink, convert_at_most, optional_text, text};
use crate::domain::agenda::{self, Agenda, ITEM_LIMIT, ItemId, SESSION_MINUTES, TopicSlot};
use crate::domain::coaching_type::{TypeLabel, built_in};
use crate::domain::text::Text;
use crate::domain::time::{self, Instant, LocalDateTime, Minutes, Zone};
use crate::domain::{phrase, plan};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Plan<'a> {
    #[serde(borrow)]
    coaching_type: CoachingType<'a>,
    #[serde(borrow)]
    schedule: Schedule<'a>,
    minutes: u16,
    place: Option<&'a str>,
    #[serde(borrow)]
    agenda: List<Item<'a>>,
}

#[derive(Debug, Serialize, Deserialize)]
enum CoachingType<'a> {
    /// A built-in type under its own name.
    BuiltIn(TypeNumber),
    /// A type of a company, or of a release that this one does not know.
    Own {
        id: &'a str,
        #[serde(borrow)]
        name: Wording<'a>,
    },
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Schedule<'a> {
    /// Minutes from 1970-01-01 00:00 to what the clock on the wall shows.
    local: u32,
    zone: &'a str,
}

#[derive(Debug, Serialize, Deserialize)]
enum Wording<'a> {
    BuiltIn(Phrase),
    Own(&'a str),
}

#[derive(Debug, Serialize, Deserialize)]
struct Item<'a> {
    id: u16,
    role: Role,
    #[serde(borrow)]
    title: Wording<'a>,
    purpose: Option<Phrase>,
    minutes: u16,
    least: u16,
    most: u16,
}

#[derive(Debug, Serialize, Deserialize)]
enum Role {
    Open,
    LookBack,
    Topic(u8),
    Added,
    Promise,
    Close,
}

impl Entries for Item<'_> {}

impl Entries for Plan<'_> {
    fn entries(&self) -> usize {
        self.agenda.entries()
    }
}

impl<'a> From<&'a plan::Plan> for Plan<'a> {
    fn from(plan: &'a plan::Plan) -> Self {
        let plan::Plan { coaching_type, schedule, minutes, place, agenda } = plan;
        Self {
            coaching_type: coaching_type.into(),
            schedule: schedule.into(),
            minutes: minutes.0,
            place: place.as_ref().map(Text::as_str),
            agenda: agenda.items().iter().map(Item::from).collect(),
        }
    }
}

impl TryFrom<Plan<'_>> for plan::Plan {
    type Error = NoLink;

    fn try_from(plan: Plan<'_>) -> Result<Self, NoLink> {
        let Plan { coaching_type, schedule, minutes, place, agenda } = plan;
        if !SESSION_MINUTES.contains(&minutes) {
            return Err(NoLink::Damaged);
        }
        let items = convert_at_most(ITEM_LIMIT, agenda, agenda::Item::try_from)?;
        Ok(Self {
            coaching_type: coaching_type.try_into()?,
            schedule: schedule.try_into()?,
            minutes: Minutes(minutes),
            place: optional_text(place)?,
            agenda: Agenda::new(items).map_err(|_| NoLink::Damaged)?,
        })
    }
}

impl<'a> From<&'a TypeLabel> for CoachingType<'a> {
    fn from(coaching_type: &'a TypeLabel) -> Self {
        let id = coaching_type.id.as_str();
        let is_built_in = built_in(id).and_then(|found| found.label()).as_ref() == Some(coaching_type);
        match TypeNumber::of(id).filter(|_| is_built_in) {
            Some(number) => Self::BuiltIn(number),
            None => Self::Own { id, name: (&coaching_type.name).into() },
        }
    }
}

impl TryFrom<CoachingType<'_>> for TypeLabel {
    type Error = NoLink;

    fn try_from(coaching_type: CoachingType<'_>) -> Result<Self, NoLink> {
        match coaching_type {
            CoachingType::BuiltIn(number) => {
                number.coaching_type().and_then(|found| found.label()).ok_or(NoLink::Damaged)
            }
            CoachingType::Own { id, name } => Ok(Self { id: text(id)?, name: name.try_into()? }),
        }
    }
}

/// The milliseconds of a minute.
const MINUTE: i64 = 60_000;

impl<'a> From<&'a time::Schedule> for Schedule<'a> {
    fn from(schedule: &'a time::Schedule) -> Self {
        let minutes = schedule.local.as_utc().0 / MINUTE;
        // The years 1970 to 9999 have fewer minutes than 32 bits can count.
        Self { local: minutes.try_into().unwrap_or_default(), zone: schedule.zone.name() }
    }
}

impl TryFrom<Schedule<'_>> for time::Schedule {
    type Error = NoLink;

    fn try_from(schedule: Schedule<'_>) -> Result<Self, NoLink> {
        let utc = Instant(i64::from(schedule.local) * MINUTE);
        Ok(Self {
            local: LocalDateTime::from_utc(utc).ok_or(NoLink::Damaged)?,
            zone: Zone::parse(schedule.zone).ok_or(NoLink::Damaged)?,
        })
    }
}

impl<'a> From<&'a phrase::Wording> for Wording<'a> {
    fn from(wording: &'a phrase::Wording) -> Self {
        match wording {
            phrase::Wording::BuiltIn(phrase) => Self::BuiltIn((*phrase).into()),
            phrase::Wording::Own(text) => Self::Own(text.as_str()),
        }
    }
}

impl TryFrom<Wording<'_>> for phrase::Wording {
    type Error = NoLink;

    fn try_from(wording: Wording<'_>) -> Result<Self, NoLink> {
        Ok(match wording {
            Wording::BuiltIn(phrase) => Self::BuiltIn(phrase.try_into()?),
            Wording::Own(own) => Self::Own(text(own)?),
        })
    }
}

impl<'a> From<&'a agenda::Item> for Item<'a> {
    fn from(item: &'a agenda::Item) -> Self {
        let agenda::Item { id, role, title, purpose, minutes, least, most } = item;
        Self {
            id: id.0,
            role: match role {
                agenda::Role::Open => Role::Open,
                agenda::Role::LookBack => Role::LookBack,
                agenda::Role::Topic(slot) => Role::Topic(slot.0),
                agenda::Role::Added => Role::Added,
                agenda::Role::Promise => Role::Promise,
                agenda::Role::Close => Role::Close,
            },
            title: title.into(),
            purpose: purpose.map(Phrase::from),
            minutes: minutes.0,
            least: least.0,
            most: most.0,
        }
    }
}

impl TryFrom<Item<'_>> for agenda::Item {
    type Error = NoLink;

    fn try_from(item: Item<'_>) -> Result<Self, NoLink> {
        let Item { id, role, title, purpose, minutes, least, most } = item;
        let longest = *SESSION_MINUTES.end();
        if least < 1 || minutes < 1 || least > most || most > longest || minutes > longest {
            return Err(NoLink::Damaged);
        }
        Ok(Self {
            id: ItemId(id),
            role: match role {
                Role::Open => agenda::Role::Open,
                Role::LookBack => agenda::Role::LookBack,
                Role::Topic(slot) => agenda::Role::Topic(TopicSlot(slot)),
                Role::Added => agenda::Role::Added,
                Role::Promise => agenda::Role::Promise,
                Role::Close => agenda::Role::Close,
            },
            title: title.try_into()?,
            purpose: purpose.map(TryInto::try_into).transpose()?,
            minutes: Minutes(minutes),
            least: Minutes(least),
            most: Minutes(most),
        })
    }
}
