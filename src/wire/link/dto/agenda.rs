//! The plan of a session in a link: type, date, place, and the whole agenda.

use serde::{Deserialize, Serialize};

use super::field::{convert_at_most, optional_text, text};
use super::numbers::{PhraseNumber, TypeNumber};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::coaching_type::{TypeLabel, built_in};
use crate::domain::phrase::Wording;
use crate::domain::plan::Plan;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Minutes};
use crate::domain::zone::{Offset, Schedule, Zone};
use crate::wire::link::content::NoLink;
use crate::wire::link::list::{Entries, LinkList};

/// The plan of a session in a link: coaching type, planned beginning, booked length in `minutes` (20 to 90),
/// place if there is one, and agenda.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct PlanDto<'a> {
    #[serde(borrow)]
    coaching_type: TypeDto<'a>,
    #[serde(borrow)]
    schedule: ScheduleDto<'a>,
    minutes: u16,
    place: Option<&'a str>,
    #[serde(borrow)]
    agenda: LinkList<ItemDto<'a>>,
}

/// The coaching type of a session in a link.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum TypeDto<'a> {
    /// A built-in type under its own name, by its number.
    BuiltIn(TypeNumber),
    /// A type of a company, or of a release that this one does not know: its id and its name.
    Own {
        id: &'a str,
        #[serde(borrow)]
        name: WordingDto<'a>,
    },
}

/// The planned beginning of a session in a link.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ScheduleDto<'a> {
    /// Date and time on the wall clock, in minutes since 1970-01-01, 00:00, on the same clock.
    local: u32,
    /// Name of the time zone of the wall clock, such as `Europe/Berlin`.
    zone: &'a str,
    /// Offset of the wall clock from UTC in minutes, positive to the east.
    offset: i16,
}

/// The words of a title or name in a link: built in, or somebody's own.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum WordingDto<'a> {
    BuiltIn(PhraseNumber),
    Own(&'a str),
}

/// An agenda item in a link. `minutes`, `least` and `most` are 1 to 90 each, and `least` is not above `most`.
/// An added item has no `purpose`.
#[derive(Debug, Serialize, Deserialize)]
struct ItemDto<'a> {
    id: u16,
    role: RoleDto,
    #[serde(borrow)]
    title: WordingDto<'a>,
    purpose: Option<PhraseNumber>,
    minutes: u16,
    least: u16,
    most: u16,
}

/// The role of an agenda item in a link; `Topic` holds the number of the topic slot. The order of the
/// variants is the format.
#[derive(Debug, Serialize, Deserialize)]
enum RoleDto {
    Open,
    LookBack,
    Topic(u8),
    Added,
    NextSteps,
    Close,
}

impl Entries for ItemDto<'_> {}

impl Entries for WordingDto<'_> {}

impl Entries for PlanDto<'_> {
    fn entries(&self) -> usize {
        self.agenda.entries()
    }
}

impl<'a> From<&'a Plan> for PlanDto<'a> {
    fn from(plan: &'a Plan) -> Self {
        let Plan { coaching_type, schedule, minutes, place, agenda } = plan;
        Self {
            coaching_type: coaching_type.into(),
            schedule: schedule.into(),
            minutes: minutes.0,
            place: place.as_ref().map(Text::as_str),
            agenda: agenda.items().iter().map(ItemDto::from).collect(),
        }
    }
}

impl TryFrom<PlanDto<'_>> for Plan {
    type Error = NoLink;

    fn try_from(plan: PlanDto<'_>) -> Result<Self, NoLink> {
        let PlanDto { coaching_type, schedule, minutes, place, agenda } = plan;
        if !SESSION_MINUTES.contains(&minutes) {
            return Err(NoLink::Damaged);
        }
        let items = convert_at_most(ITEM_LIMIT, agenda, Item::try_from)?;
        Ok(Self {
            coaching_type: coaching_type.try_into()?,
            schedule: schedule.try_into()?,
            minutes: Minutes(minutes),
            place: optional_text(place)?,
            agenda: Agenda::new(items).map_err(|_| NoLink::Damaged)?,
        })
    }
}

impl<'a> From<&'a TypeLabel> for TypeDto<'a> {
    fn from(coaching_type: &'a TypeLabel) -> Self {
        let id = coaching_type.id.as_str();
        let is_built_in = built_in(id).and_then(|found| found.label()).as_ref() == Some(coaching_type);
        match TypeNumber::of(id).filter(|_| is_built_in) {
            Some(number) => Self::BuiltIn(number),
            None => Self::Own { id, name: (&coaching_type.name).into() },
        }
    }
}

impl TryFrom<TypeDto<'_>> for TypeLabel {
    type Error = NoLink;

    fn try_from(coaching_type: TypeDto<'_>) -> Result<Self, NoLink> {
        match coaching_type {
            TypeDto::BuiltIn(number) => {
                number.coaching_type().and_then(|found| found.label()).ok_or(NoLink::Damaged)
            }
            TypeDto::Own { id, name } => Ok(Self { id: text(id)?, name: name.try_into()? }),
        }
    }
}

/// Number of milliseconds in a minute.
const MINUTE: i64 = 60_000;

impl<'a> From<&'a Schedule> for ScheduleDto<'a> {
    fn from(schedule: &'a Schedule) -> Self {
        let minutes = schedule.local.as_utc().0 / MINUTE;
        // The years 1970 to 9999 have fewer minutes than 32 bits can count.
        let local = minutes.try_into().unwrap_or_default();
        Self { local, zone: schedule.zone.name(), offset: schedule.offset.minutes() }
    }
}

impl TryFrom<ScheduleDto<'_>> for Schedule {
    type Error = NoLink;

    fn try_from(schedule: ScheduleDto<'_>) -> Result<Self, NoLink> {
        let utc = Instant(i64::from(schedule.local) * MINUTE);
        Ok(Self {
            local: LocalDateTime::from_utc(utc).ok_or(NoLink::Damaged)?,
            zone: Zone::parse(schedule.zone).ok_or(NoLink::Damaged)?,
            offset: Offset::new(schedule.offset).ok_or(NoLink::Damaged)?,
        })
    }
}

impl<'a> From<&'a Wording> for WordingDto<'a> {
    fn from(wording: &'a Wording) -> Self {
        match wording {
            Wording::BuiltIn(phrase) => Self::BuiltIn((*phrase).into()),
            Wording::Own(text) => Self::Own(text.as_str()),
        }
    }
}

impl TryFrom<WordingDto<'_>> for Wording {
    type Error = NoLink;

    fn try_from(wording: WordingDto<'_>) -> Result<Self, NoLink> {
        Ok(match wording {
            WordingDto::BuiltIn(phrase) => Self::BuiltIn(phrase.try_into()?),
            WordingDto::Own(own) => Self::Own(text(own)?),
        })
    }
}

impl<'a> From<&'a Item> for ItemDto<'a> {
    fn from(item: &'a Item) -> Self {
        let Item { id, role, title, purpose, minutes, least, most } = item;
        Self {
            id: id.0,
            role: match role {
                Role::Open => RoleDto::Open,
                Role::LookBack => RoleDto::LookBack,
                Role::Topic(slot) => RoleDto::Topic(slot.0),
                Role::Added => RoleDto::Added,
                Role::NextSteps => RoleDto::NextSteps,
                Role::Close => RoleDto::Close,
            },
            title: title.into(),
            purpose: purpose.map(PhraseNumber::from),
            minutes: minutes.0,
            least: least.0,
            most: most.0,
        }
    }
}

impl TryFrom<ItemDto<'_>> for Item {
    type Error = NoLink;

    fn try_from(item: ItemDto<'_>) -> Result<Self, NoLink> {
        let ItemDto { id, role, title, purpose, minutes, least, most } = item;
        let longest = *SESSION_MINUTES.end();
        if least < 1 || minutes < 1 || least > most || most > longest || minutes > longest {
            return Err(NoLink::Damaged);
        }
        Ok(Self {
            id: ItemId(id),
            role: match role {
                RoleDto::Open => Role::Open,
                RoleDto::LookBack => Role::LookBack,
                RoleDto::Topic(slot) => Role::Topic(TopicSlot(slot)),
                RoleDto::Added => Role::Added,
                RoleDto::NextSteps => Role::NextSteps,
                RoleDto::Close => Role::Close,
            },
            title: title.try_into()?,
            purpose: purpose.map(TryInto::try_into).transpose()?,
            minutes: Minutes(minutes),
            least: Minutes(least),
            most: Minutes(most),
        })
    }
}
