//! The stored form of a plan and of its parts: the coaching type, and the items of the agenda.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, maybe_text, text, text_form};
use super::words::{WordingDto, phrase, words};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::coaching_type::TypeLabel;
use crate::domain::phrase::Phrase;
use crate::domain::plan::Plan;
use crate::domain::time::{LocalDateTime, Minutes};
use crate::domain::zone::{Offset, Schedule, Zone};
use crate::wire::stored::list::List;

/// The stored form of a plan that a manager sent, in one object.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanDto {
    #[serde(rename = "type")]
    coaching_type: TypeDto,
    date: String,
    time: String,
    zone: String,
    offset: i16,
    minutes: u16,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<String>,
    agenda: List<ItemDto, ITEM_LIMIT>,
}

impl From<&Plan> for PlanDto {
    fn from(Plan { coaching_type, schedule, minutes, place, agenda }: &Plan) -> Self {
        Self {
            coaching_type: coaching_type.into(),
            date: schedule.local.date_field(),
            time: schedule.local.time_field(),
            zone: schedule.zone.name().to_owned(),
            offset: schedule.offset.minutes(),
            minutes: minutes.0,
            place: text_form(place.as_ref()),
            agenda: List::of(agenda.items()),
        }
    }
}

impl TryFrom<PlanDto> for Plan {
    type Error = Invalid;

    fn try_from(form: PlanDto) -> Result<Self, Invalid> {
        let zone = Zone::parse(&form.zone).ok_or(Invalid("zone"))?;
        let offset = Offset::new(form.offset).ok_or(Invalid("offset"))?;
        let local = LocalDateTime::parse(&form.date, &form.time).ok_or(Invalid("date"))?;
        if !SESSION_MINUTES.contains(&form.minutes) {
            return Err(Invalid("minutes"));
        }
        Ok(Self {
            coaching_type: form.coaching_type.try_into()?,
            schedule: Schedule { local, zone, offset },
            minutes: Minutes(form.minutes),
            place: maybe_text(form.place, "place")?,
            agenda: Agenda::new(form.agenda.values()?).map_err(|_| Invalid("agenda"))?,
        })
    }
}

/// The stored form of the id and name of a coaching type.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TypeDto {
    id: String,
    name: WordingDto,
}

impl From<&TypeLabel> for TypeDto {
    fn from(TypeLabel { id, name }: &TypeLabel) -> Self {
        Self { id: id.to_string(), name: name.into() }
    }
}

impl TryFrom<TypeDto> for TypeLabel {
    type Error = Invalid;

    fn try_from(TypeDto { id, name }: TypeDto) -> Result<Self, Invalid> {
        Ok(Self { id: text(&id, "id")?, name: name.wording("name")? })
    }
}

/// The stored form of an agenda item. Only the role `topic` names a topic slot. `minutes`, `least` and `most`
/// are 1 to 90 each, and `least` is not above `most`. `purpose` is the key of a phrase; an added item has
/// none.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemDto {
    id: u16,
    role: RoleDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    topic: Option<u8>,
    title: WordingDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    purpose: Option<String>,
    minutes: u16,
    least: u16,
    most: u16,
}

words! {
    /// The stored form of the role of an agenda item, without its topic slot.
    RoleDto {
        Open = "open",
        LookBack = "look-back",
        Topic = "topic",
        Added = "added",
        NextSteps = "next-steps",
        Close = "close",
    }
}

impl From<&Item> for ItemDto {
    fn from(Item { id, role, title, purpose, minutes, least, most }: &Item) -> Self {
        let form = match role {
            Role::Open => RoleDto::Open,
            Role::LookBack => RoleDto::LookBack,
            Role::Topic(_) => RoleDto::Topic,
            Role::Added => RoleDto::Added,
            Role::NextSteps => RoleDto::NextSteps,
            Role::Close => RoleDto::Close,
        };
        Self {
            id: id.0,
            role: form,
            topic: role.topic().map(|slot| slot.0),
            title: title.into(),
            purpose: purpose.map(|purpose| purpose.key().to_owned()),
            minutes: minutes.0,
            least: least.0,
            most: most.0,
        }
    }
}

impl TryFrom<ItemDto> for Item {
    type Error = Invalid;

    fn try_from(form: ItemDto) -> Result<Self, Invalid> {
        let ItemDto { id, role, topic, title, purpose, minutes, least, most } = form;
        let role = match (role, topic) {
            (RoleDto::Topic, Some(slot)) => Role::Topic(TopicSlot(slot)),
            (RoleDto::Open, None) => Role::Open,
            (RoleDto::LookBack, None) => Role::LookBack,
            (RoleDto::Added, None) => Role::Added,
            (RoleDto::NextSteps, None) => Role::NextSteps,
            (RoleDto::Close, None) => Role::Close,
            (RoleDto::Topic, None) | (_, Some(_)) => return Err(Invalid("topic")),
        };
        let all = 1..=*SESSION_MINUTES.end();
        if least > most || ![minutes, least, most].iter().all(|minutes| all.contains(minutes)) {
            return Err(Invalid("minutes"));
        }
        let purpose: Option<Result<Phrase, Invalid>> = purpose.map(|key| phrase(&key, "purpose"));
        Ok(Self {
            id: ItemId(id),
            role,
            title: title.wording("title")?,
            purpose: purpose.transpose()?,
            minutes: Minutes(minutes),
            least: Minutes(least),
            most: Minutes(most),
        })
    }
}
