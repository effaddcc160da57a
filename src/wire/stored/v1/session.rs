//! A session in version 1.

use serde::{Deserialize, Serialize};

use super::{VersionDto, WordingDto, optional_text, register, register_dto, text, wording, wording_dto};
use crate::domain::agenda::{Agenda, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::id::{PairId, SessionId};
use crate::domain::phrase::Phrase;
use crate::domain::session::{Course, ManagerHalf, Plan, SellerHalf, Session, Topic};
use crate::domain::template::CoachingType;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Schedule, Zone};
use crate::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Log, Planned};
use crate::domain::agenda::ITEM_LIMIT;
use crate::wire::stored::{Stored, Unreadable};

/// The most topics that a seller's half is read with.
const TOPIC_LIMIT: usize = 20;

/// A session.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionDto {
    id: String,
    pair: String,
    manager: Vec<VersionDto<ManagerDto>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    seller: Option<Vec<VersionDto<SellerDto>>>,
}

/// The manager's half; `clock` is there once the session began.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManagerDto {
    #[serde(rename = "type")]
    coaching_type: TypeDto,
    date: String,
    time: String,
    zone: String,
    minutes: u16,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    place: Option<String>,
    agenda: Vec<ItemDto>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    clock: Option<ClockDto>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeDto {
    id: String,
    name: WordingDto,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemDto {
    id: u16,
    role: RoleDto,
    title: WordingDto,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    purpose: Option<String>,
    minutes: u16,
    least: u16,
    most: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum RoleDto {
    Open,
    LookBack,
    Topic(u8),
    Added,
    Promise,
    Close,
}

/// `plan`: item and minutes at the start. `log`: instant and change.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockDto {
    plan: Vec<(u16, u16)>,
    log: Vec<(i64, ChangeDto)>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum ChangeDto {
    Started,
    MovedTo(u16),
    SkippedTo(u16),
    Extended(u16, u16),
    Paused,
    Resumed,
    Away(i64),
    ClockChanged(i64),
    Stayed,
    Ended,
}

/// The seller's half.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SellerDto {
    topics: Vec<TopicDto>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicDto {
    id: u16,
    words: String,
}

impl Stored for Session {
    type Dto = SessionDto;

    fn to_dto(&self) -> SessionDto {
        SessionDto {
            id: self.id.to_string(),
            pair: self.pair.to_string(),
            manager: register_dto(&self.manager, manager_dto),
            seller: self.seller.as_ref().map(|half| register_dto(half, seller_dto)),
        }
    }

    fn from_dto(dto: SessionDto) -> Result<Self, Unreadable> {
        Ok(Self {
            id: SessionId::parse(&dto.id).ok_or(Unreadable::Value("id"))?,
            pair: PairId::parse(&dto.pair).ok_or(Unreadable::Value("pair"))?,
            manager: register(dto.manager, manager)?,
            seller: dto.seller.map(|half| register(half, seller)).transpose()?,
        })
    }
}

fn manager_dto(half: &ManagerHalf) -> ManagerDto {
    let plan = &half.plan;
    ManagerDto {
        coaching_type: TypeDto { id: plan.coaching_type.id.to_string(), name: wording_dto(&plan.coaching_type.name) },
        date: plan.schedule.local.date_field(),
        time: plan.schedule.local.time_field(),
        zone: plan.schedule.zone.name().to_owned(),
        minutes: plan.minutes.0,
        place: plan.place.as_ref().map(Text::to_string),
        agenda: plan.agenda.items().iter().map(item_dto).collect(),
        clock: match &half.course {
            Course::Planned => None,
            Course::Begun { baseline, log } => Some(clock_dto(baseline, log)),
        },
    }
}

fn manager(dto: ManagerDto) -> Result<ManagerHalf, Unreadable> {
    let items = dto.agenda.into_iter().map(item).collect::<Result<Vec<_>, _>>()?;
    let plan = Plan {
        coaching_type: CoachingType { id: text(&dto.coaching_type.id, "type")?, name: wording(dto.coaching_type.name, "type")? },
        schedule: Schedule {
            local: LocalDateTime::parse(&dto.date, &dto.time).ok_or(Unreadable::Value("date"))?,
            zone: Zone::parse(&dto.zone).ok_or(Unreadable::Value("zone"))?,
        },
        minutes: Some(dto.minutes).filter(|found| SESSION_MINUTES.contains(found)).map(Minutes).ok_or(Unreadable::Value("minutes"))?,
        place: optional_text(dto.place, "place")?,
        agenda: Agenda::new(items).map_err(|_| Unreadable::Value("agenda"))?,
    };
    let course = dto.clock.map_or(Ok(Course::Planned), clock)?;
    Ok(ManagerHalf { plan, course })
}

fn item_dto(item: &Item) -> ItemDto {
    ItemDto {
        id: item.id.0,
        role: match item.role {
            Role::Open => RoleDto::Open,
            Role::LookBack => RoleDto::LookBack,
            Role::Topic(slot) => RoleDto::Topic(slot.0),
            Role::Added => RoleDto::Added,
            Role::Promise => RoleDto::Promise,
            Role::Close => RoleDto::Close,
        },
        title: wording_dto(&item.title),
        purpose: item.purpose.map(|phrase| phrase.key().to_owned()),
        minutes: item.minutes.0,
        least: item.least.0,
        most: item.most.0,
    }
}

fn item(dto: ItemDto) -> Result<Item, Unreadable> {
    let longest = *SESSION_MINUTES.end();
    let sane = 1 <= dto.least && dto.least <= dto.most && dto.most <= longest && (1..=longest).contains(&dto.minutes);
    if !sane {
        return Err(Unreadable::Value("item minutes"));
    }
    let phrase = |key: String| Phrase::from_key(&key).ok_or(Unreadable::Value("purpose"));
    Ok(Item {
        id: ItemId(dto.id),
        role: match dto.role {
            RoleDto::Open => Role::Open,
            RoleDto::LookBack => Role::LookBack,
            RoleDto::Topic(slot) => Role::Topic(TopicSlot(slot)),
            RoleDto::Added => Role::Added,
            RoleDto::Promise => Role::Promise,
            RoleDto::Close => Role::Close,
        },
        title: wording(dto.title, "title")?,
        purpose: dto.purpose.map(phrase).transpose()?,
        minutes: Minutes(dto.minutes),
        least: Minutes(dto.least),
        most: Minutes(dto.most),
    })
}

fn clock_dto(baseline: &Baseline, log: &Log) -> ClockDto {
    let change = |change: Change| match change {
        Change::Started => ChangeDto::Started,
        Change::MovedTo(item) => ChangeDto::MovedTo(item.0),
        Change::SkippedTo(item) => ChangeDto::SkippedTo(item.0),
        Change::Extended(item, by) => ChangeDto::Extended(item.0, by.0),
        Change::Paused => ChangeDto::Paused,
        Change::Resumed => ChangeDto::Resumed,
        Change::Jumped { seen, cause: Cause::Away } => ChangeDto::Away(seen.0),
        Change::Jumped { seen, cause: Cause::ClockChanged } => ChangeDto::ClockChanged(seen.0),
        Change::Stayed => ChangeDto::Stayed,
        Change::Ended => ChangeDto::Ended,
    };
    ClockDto {
        plan: baseline.0.iter().map(|planned| (planned.item.0, planned.minutes.0)).collect(),
        log: log.0.iter().map(|entry| (entry.at.0, change(entry.change))).collect(),
    }
}

fn clock(dto: ClockDto) -> Result<Course, Unreadable> {
    if dto.plan.len() > ITEM_LIMIT || dto.log.len() > ENTRY_LIMIT {
        return Err(Unreadable::Value("clock"));
    }
    let change = |change: ChangeDto| match change {
        ChangeDto::Started => Change::Started,
        ChangeDto::MovedTo(item) => Change::MovedTo(ItemId(item)),
        ChangeDto::SkippedTo(item) => Change::SkippedTo(ItemId(item)),
        ChangeDto::Extended(item, by) => Change::Extended(ItemId(item), Minutes(by)),
        ChangeDto::Paused => Change::Paused,
        ChangeDto::Resumed => Change::Resumed,
        ChangeDto::Away(seen) => Change::Jumped { seen: Instant(seen), cause: Cause::Away },
        ChangeDto::ClockChanged(seen) => Change::Jumped { seen: Instant(seen), cause: Cause::ClockChanged },
        ChangeDto::Stayed => Change::Stayed,
        ChangeDto::Ended => Change::Ended,
    };
    let planned = |(item, minutes)| Planned { item: ItemId(item), minutes: Minutes(minutes) };
    let entry = |(at, dto)| Entry { at: Instant(at), change: change(dto) };
    Ok(Course::Begun { baseline: Baseline(dto.plan.into_iter().map(planned).collect()), log: Log(dto.log.into_iter().map(entry).collect()) })
}

fn seller_dto(half: &SellerHalf) -> SellerDto {
    SellerDto { topics: half.topics.iter().map(|topic| TopicDto { id: topic.id, words: topic.words.to_string() }).collect() }
}

fn seller(dto: SellerDto) -> Result<SellerHalf, Unreadable> {
    if dto.topics.len() > TOPIC_LIMIT {
        return Err(Unreadable::Value("topics"));
    }
    let topic = |dto: TopicDto| Ok(Topic { id: dto.id, words: text(&dto.words, "topic")? });
    Ok(SellerHalf { topics: dto.topics.into_iter().map(topic).collect::<Result<_, _>>()? })
}
