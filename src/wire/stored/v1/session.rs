//! A session in version 1.

use super::{maybe_shown, read_phrase, read_register, read_wording, write_register, write_wording};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::id::{PairId, SessionId};
use crate::domain::session::{Course, ManagerHalf, Plan, SellerHalf, Session, Topic};
use crate::domain::template::CoachingType;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Schedule, Zone};
use crate::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Log, Planned};
use crate::wire::json::Json;
use crate::wire::stored::fields::{
    Data, Fields, array, list, number, object, shown, small, string, string_of, whole,
};
use crate::wire::stored::{Stored, Unreadable};

/// The most topics that a seller's half is read with.
const TOPIC_LIMIT: usize = 20;

impl Stored for Session {
    fn write(&self) -> Data {
        object([
            ("id", shown(&self.id)),
            ("pair", shown(&self.pair)),
            ("manager", Some(write_register(&self.manager, write_manager))),
            ("seller", self.seller.as_ref().map(|half| write_register(half, write_seller))),
        ])
    }

    fn read(data: &Json) -> Result<Self, Unreadable> {
        let mut fields = Fields::of(data, "session")?;
        let session = Self {
            id: SessionId::parse(fields.string("id")?).ok_or(Unreadable::Value("id"))?,
            pair: PairId::parse(fields.string("pair")?).ok_or(Unreadable::Value("pair"))?,
            manager: read_register(fields.field("manager")?, read_manager)?,
            seller: fields.maybe("seller").map(|half| read_register(half, read_seller)).transpose()?,
        };
        fields.end().map(|()| session)
    }
}

/// The manager's half; `clock` is there once the session began.
fn write_manager(half: &ManagerHalf) -> Data {
    let plan = &half.plan;
    let coaching_type = object([
        ("id", shown(&plan.coaching_type.id)),
        ("name", Some(write_wording(&plan.coaching_type.name))),
    ]);
    object([
        ("type", Some(coaching_type)),
        ("date", Some(string(&plan.schedule.local.date_field()))),
        ("time", Some(string(&plan.schedule.local.time_field()))),
        ("zone", Some(string(plan.schedule.zone.name()))),
        ("minutes", number(plan.minutes.0)),
        ("place", maybe_shown(plan.place.as_ref())),
        ("agenda", Some(array(plan.agenda.items().iter().map(write_item)))),
        ("clock", write_clock(&half.course)),
    ])
}

fn read_manager(data: &Json) -> Result<ManagerHalf, Unreadable> {
    let mut fields = Fields::of(data, "manager")?;
    let coaching_type = {
        let mut fields = Fields::of(fields.field("type")?, "type")?;
        let read =
            CoachingType { id: fields.text("id")?, name: read_wording(fields.field("name")?, "name")? };
        fields.end().map(|()| read)?
    };
    let (date, time) = (fields.string("date")?, fields.string("time")?);
    let schedule = Schedule {
        local: LocalDateTime::parse(date, time).ok_or(Unreadable::Value("date"))?,
        zone: Zone::parse(fields.string("zone")?).ok_or(Unreadable::Value("zone"))?,
    };
    let minutes = fields.small("minutes")?;
    if !SESSION_MINUTES.contains(&minutes) {
        return Err(Unreadable::Value("minutes"));
    }
    let mut items = Vec::new();
    for item in fields.list("agenda", ITEM_LIMIT)? {
        items.push(read_item(item)?);
    }
    let agenda = Agenda::new(items).map_err(|_| Unreadable::Value("agenda"))?;
    let plan = Plan {
        coaching_type,
        schedule,
        minutes: Minutes(minutes),
        place: fields.maybe_text("place")?,
        agenda,
    };
    let course = fields.maybe("clock").map_or(Ok(Course::Planned), read_clock)?;
    fields.end().map(|()| ManagerHalf { plan, course })
}

fn write_item(item: &Item) -> Data {
    let role = match item.role {
        Role::Open => "open",
        Role::LookBack => "look-back",
        Role::Topic(_) => "topic",
        Role::Added => "added",
        Role::Promise => "promise",
        Role::Close => "close",
    };
    object([
        ("id", number(item.id.0)),
        ("role", Some(string(role))),
        ("topic", item.role.topic().and_then(|slot| number(slot.0))),
        ("title", Some(write_wording(&item.title))),
        ("purpose", item.purpose.map(|phrase| string(phrase.key()))),
        ("minutes", number(item.minutes.0)),
        ("least", number(item.least.0)),
        ("most", number(item.most.0)),
    ])
}

fn read_item(data: &Json) -> Result<Item, Unreadable> {
    let mut fields = Fields::of(data, "item")?;
    let role = match (fields.string("role")?, fields.maybe("topic")) {
        ("open", None) => Role::Open,
        ("look-back", None) => Role::LookBack,
        ("topic", Some(slot)) => {
            Role::Topic(TopicSlot(small(slot, "topic")?.try_into().map_err(|_| Unreadable::Value("topic"))?))
        }
        ("added", None) => Role::Added,
        ("promise", None) => Role::Promise,
        ("close", None) => Role::Close,
        _ => return Err(Unreadable::Value("role")),
    };
    let longest = *SESSION_MINUTES.end();
    let (minutes, least, most) = (fields.small("minutes")?, fields.small("least")?, fields.small("most")?);
    if !(1 <= least && least <= most && most <= longest && (1..=longest).contains(&minutes)) {
        return Err(Unreadable::Value("minutes"));
    }
    let item = Item {
        id: ItemId(fields.small("id")?),
        role,
        title: read_wording(fields.field("title")?, "title")?,
        purpose: fields.maybe("purpose").map(|key| read_phrase(key, "purpose")).transpose()?,
        minutes: Minutes(minutes),
        least: Minutes(least),
        most: Minutes(most),
    };
    fields.end().map(|()| item)
}

/// `plan`: pairs of item and minutes at the start. `log`: an instant, a word, and what the word
/// needs.
fn write_clock(course: &Course) -> Option<Data> {
    let Course::Begun { baseline, log } = course else { return None };
    let planned =
        |planned: &Planned| array([planned.item.0, planned.minutes.0].into_iter().filter_map(number));
    Some(object([
        ("plan", Some(array(baseline.0.iter().map(planned)))),
        ("log", Some(array(log.0.iter().map(write_entry)))),
    ]))
}

fn write_entry(entry: &Entry) -> Data {
    let (word, needs): (&str, &[i64]) = match entry.change {
        Change::Started => ("started", &[]),
        Change::MovedTo(item) => ("moved-to", &[item.0.into()]),
        Change::SkippedTo(item) => ("skipped-to", &[item.0.into()]),
        Change::Extended(item, by) => ("extended", &[item.0.into(), by.0.into()]),
        Change::Paused => ("paused", &[]),
        Change::Resumed => ("resumed", &[]),
        Change::Jumped { seen, cause: Cause::Away } => ("away", &[seen.0]),
        Change::Jumped { seen, cause: Cause::ClockChanged } => ("clock-changed", &[seen.0]),
        Change::Stayed => ("stayed", &[]),
        Change::Ended => ("ended", &[]),
    };
    array(
        number(entry.at.0).into_iter().chain([string(word)]).chain(needs.iter().copied().filter_map(number)),
    )
}

fn read_clock(data: &Json) -> Result<Course, Unreadable> {
    let mut fields = Fields::of(data, "clock")?;
    let (mut baseline, mut log) = (Baseline::default(), Log::default());
    for planned in fields.list("plan", ITEM_LIMIT)? {
        let [item, minutes] = list(planned, "plan", 2)? else { return Err(Unreadable::Value("plan")) };
        baseline
            .0
            .push(Planned { item: ItemId(small(item, "plan")?), minutes: Minutes(small(minutes, "plan")?) });
    }
    for entry in fields.list("log", ENTRY_LIMIT)? {
        log.0.push(read_entry(entry)?);
    }
    fields.end().map(|()| Course::Begun { baseline, log })
}

fn read_entry(data: &Json) -> Result<Entry, Unreadable> {
    let bad = Unreadable::Value("log");
    let [at, word, needs @ ..] = list(data, "log", 4)? else { return Err(bad) };
    let item = |value: &Json| small(value, "log").map(ItemId);
    let seen =
        |value: &Json, cause| whole(value, "log").map(|seen| Change::Jumped { seen: Instant(seen), cause });
    let change = match (string_of(word, "log")?, needs) {
        ("started", []) => Change::Started,
        ("moved-to", [to]) => Change::MovedTo(item(to)?),
        ("skipped-to", [to]) => Change::SkippedTo(item(to)?),
        ("extended", [at, by]) => Change::Extended(item(at)?, Minutes(small(by, "log")?)),
        ("paused", []) => Change::Paused,
        ("resumed", []) => Change::Resumed,
        ("away", [until]) => seen(until, Cause::Away)?,
        ("clock-changed", [until]) => seen(until, Cause::ClockChanged)?,
        ("stayed", []) => Change::Stayed,
        ("ended", []) => Change::Ended,
        _ => return Err(bad),
    };
    Ok(Entry { at: Instant(whole(at, "log")?), change })
}

/// The seller's half.
fn write_seller(half: &SellerHalf) -> Data {
    let topic = |topic: &Topic| object([("id", number(topic.id)), ("words", shown(&topic.words))]);
    object([("topics", Some(array(half.topics.iter().map(topic))))])
}

fn read_seller(data: &Json) -> Result<SellerHalf, Unreadable> {
    let mut fields = Fields::of(data, "seller")?;
    let mut topics = Vec::new();
    for topic in fields.list("topics", TOPIC_LIMIT)? {
        let mut fields = Fields::of(topic, "topic")?;
        topics.push(Topic { id: fields.small("id")?, words: fields.text("words")? });
        fields.end()?;
    }
    fields.end().map(|()| SellerHalf { topics })
}
