//! A session in version 1.
//!
//! The parts are read by functions that are never inlined: many small ones that look alike take
//! less of the download than one large one.

use super::closing::{read_closing, write_closing};
use super::note::{read_notes, write_notes};
use super::preparation::{read_prepared, read_seller, write_prepared, write_seller};
use super::{read_phrase, read_register, read_wording, write_register, write_wording};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::id::{PairId, SessionId};
use crate::domain::question::ASKED_LIMIT;
use crate::domain::session::{Course, ManagerHalf, Plan, Session};
use crate::domain::template::CoachingType;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Schedule, Zone};
use crate::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Log, Planned};
use crate::wire::json::Json;
use crate::wire::stored::Stored;
use crate::wire::stored::fields::{Faults, Fields};
use crate::wire::stored::write::Writer;

impl Stored for Session {
    fn write(&self, out: &mut Writer) {
        out.object(|out| {
            out.at("id").id(self.id.0);
            out.at("pair").id(self.pair.0);
            write_register(out.at("manager"), &self.manager, write_manager);
            if let Some(half) = &self.seller {
                write_register(out.at("seller"), half, write_seller);
            }
        });
    }

    fn read(data: &Json, faults: &Faults) -> Option<Self> {
        faults.object(data, "session", |fields| {
            let (id, pair) = (SessionId(fields.id("id")), PairId(fields.id("pair")));
            let manager = read_register(fields.field("manager"), faults, read_manager)?;
            let seller = fields.maybe("seller").and_then(|half| read_register(half, faults, read_seller));
            Some(Self { id, pair, manager, seller })
        })
    }
}

/// The manager's half; `clock` is there once the session began, `asked` once a question was asked,
/// `notes` and `statuses` once something was written down.
fn write_manager(half: &ManagerHalf, out: &mut Writer) {
    out.object(|out| {
        let plan = &half.plan;
        out.at("type").object(|out| {
            out.at("id").text(plan.coaching_type.id.as_str());
            write_wording(&plan.coaching_type.name, out.at("name"));
        });
        out.at("date").text(&plan.schedule.local.date_field());
        out.at("time").text(&plan.schedule.local.time_field());
        out.at("zone").text(plan.schedule.zone.name());
        out.at("minutes").number(plan.minutes.0);
        out.maybe_text("place", plan.place.as_ref());
        out.at("agenda").list(|out| plan.agenda.items().iter().for_each(|item| write_item(item, out)));
        write_prepared(&half.prepared, out);
        if let Course::Begun { baseline, log } = &half.course {
            write_clock(baseline, log, out.at("clock"));
        }
        write_notes(&half.notes, out);
        if !half.asked.is_empty() {
            out.at("asked").list(|out| half.asked.iter().for_each(|name| out.text(name.as_str())));
        }
        write_closing(&half.closing, out);
    });
}

fn read_manager(data: &Json, faults: &Faults) -> Option<ManagerHalf> {
    faults.object(data, "manager", |fields| {
        let coaching_type = read_type(fields.field("type"), faults);
        let schedule = read_schedule(fields, faults);
        let minutes = fields.small("minutes");
        if !SESSION_MINUTES.contains(&minutes) {
            faults.note("minutes");
        }
        let items = fields.list("agenda", ITEM_LIMIT).iter().map(|item| read_item(item, faults)).collect();
        let agenda = faults.want(Agenda::new(items).ok(), "agenda");
        let place = fields.maybe_text("place");
        let prepared = read_prepared(fields, faults);
        let course = fields.maybe("clock").map_or(Course::Planned, |clock| read_clock(clock, faults));
        let notes = read_notes(fields, faults);
        let mut asked = Vec::new();
        if let Some(list) = fields.maybe("asked") {
            for question in faults.list(list, "asked", ASKED_LIMIT) {
                asked.extend(faults.text(question, "asked"));
            }
        }
        let closing = read_closing(fields, faults);
        let (Some(coaching_type), Some(schedule), Some(agenda)) = (coaching_type, schedule, agenda) else {
            return None;
        };
        Some(ManagerHalf {
            plan: Plan { coaching_type, schedule, minutes: Minutes(minutes), place, agenda },
            prepared,
            course,
            notes,
            asked,
            closing,
        })
    })
}

#[inline(never)]
fn read_type(data: &Json, faults: &Faults) -> Option<CoachingType> {
    faults.object(data, "type", |fields| {
        let id = fields.text("id");
        let name = read_wording(fields.field("name"), "name", faults);
        id.map(|id| CoachingType { id, name })
    })
}

#[inline(never)]
fn read_schedule(fields: &mut Fields<'_>, faults: &Faults) -> Option<Schedule> {
    let local = LocalDateTime::parse(fields.string("date"), fields.string("time"));
    let local = faults.want(local, "date")?;
    let zone = faults.want(Zone::parse(fields.string("zone")), "zone")?;
    Some(Schedule { local, zone })
}

/// One of each role, for the search by its word.
const ROLES: [Role; 6] =
    [Role::Open, Role::LookBack, Role::Topic(TopicSlot(0)), Role::Added, Role::Promise, Role::Close];

/// The word for a role. Which topic it works on stands beside.
fn role_word(role: Role) -> &'static str {
    match role {
        Role::Open => "open",
        Role::LookBack => "look-back",
        Role::Topic(_) => "topic",
        Role::Added => "added",
        Role::Promise => "promise",
        Role::Close => "close",
    }
}

fn write_item(item: &Item, out: &mut Writer) {
    out.object(|out| {
        out.at("id").number(item.id.0);
        out.at("role").text(role_word(item.role));
        if let Some(slot) = item.role.topic() {
            out.at("topic").number(slot.0);
        }
        write_wording(&item.title, out.at("title"));
        if let Some(purpose) = item.purpose {
            out.at("purpose").text(purpose.key());
        }
        out.at("minutes").number(item.minutes.0);
        out.at("least").number(item.least.0);
        out.at("most").number(item.most.0);
    });
}

#[inline(never)]
fn read_item(data: &Json, faults: &Faults) -> Item {
    faults.object(data, "item", |fields| {
        let role = read_role(fields, faults);
        let longest = *SESSION_MINUTES.end();
        let (minutes, least, most) = (fields.small("minutes"), fields.small("least"), fields.small("most"));
        if !(1 <= least && least <= most && most <= longest && (1..=longest).contains(&minutes)) {
            faults.note("minutes");
        }
        Item {
            id: ItemId(fields.small("id")),
            role,
            title: read_wording(fields.field("title"), "title", faults),
            purpose: fields.maybe("purpose").map(|key| read_phrase(key, "purpose", faults)),
            minutes: Minutes(minutes),
            least: Minutes(least),
            most: Minutes(most),
        }
    })
}

#[inline(never)]
fn read_role(fields: &mut Fields<'_>, faults: &Faults) -> Role {
    let word = fields.string("role");
    let role = ROLES.into_iter().find(|role| role_word(*role) == word);
    match (role, fields.maybe("topic")) {
        (Some(Role::Topic(_)), Some(slot)) => {
            let slot = faults.small(slot, "topic").try_into().ok();
            Role::Topic(TopicSlot(faults.want(slot, "topic").unwrap_or_default()))
        }
        (Some(role), None) if role.topic().is_none() => role,
        _ => {
            faults.note("role");
            Role::Added
        }
    }
}

/// `plan`: pairs of item and minutes at the start. `log`: an instant, a word, and what the word
/// needs.
fn write_clock(baseline: &Baseline, log: &Log, out: &mut Writer) {
    out.object(|out| {
        out.at("plan").list(|out| {
            for planned in &baseline.0 {
                out.list(|out| {
                    out.number(planned.item.0);
                    out.number(planned.minutes.0);
                });
            }
        });
        out.at("log").list(|out| log.0.iter().for_each(|entry| write_entry(entry, out)));
    });
}

fn write_entry(entry: &Entry, out: &mut Writer) {
    out.list(|out| {
        out.number(entry.at.0);
        out.text(change_word(entry.change));
        match entry.change {
            Change::MovedTo(item) | Change::SkippedTo(item) => out.number(item.0),
            Change::Extended(item, by) => {
                out.number(item.0);
                out.number(by.0);
            }
            Change::Jumped { seen, .. } => out.number(seen.0),
            Change::Started | Change::Paused | Change::Resumed | Change::Stayed | Change::Ended => {}
        }
    });
}

#[inline(never)]
fn read_clock(data: &Json, faults: &Faults) -> Course {
    faults.object(data, "clock", |fields| {
        let (mut baseline, mut log) = (Baseline::default(), Log::default());
        for planned in fields.list("plan", ITEM_LIMIT) {
            match faults.list(planned, "plan", 2) {
                [item, minutes] => baseline.0.push(Planned {
                    item: ItemId(faults.small(item, "plan")),
                    minutes: Minutes(faults.small(minutes, "plan")),
                }),
                _ => faults.note("plan"),
            }
        }
        for entry in fields.list("log", ENTRY_LIMIT) {
            log.0.extend(read_entry(entry, faults));
        }
        Course::Begun { baseline, log }
    })
}

/// One of each kind of change, for the search by its word.
const CHANGES: [Change; 10] = [
    Change::Started,
    Change::MovedTo(ItemId(0)),
    Change::SkippedTo(ItemId(0)),
    Change::Extended(ItemId(0), Minutes(0)),
    Change::Paused,
    Change::Resumed,
    Change::Jumped { seen: Instant(0), cause: Cause::Away },
    Change::Jumped { seen: Instant(0), cause: Cause::ClockChanged },
    Change::Stayed,
    Change::Ended,
];

/// The word for a change. What it needs stands behind.
fn change_word(change: Change) -> &'static str {
    match change {
        Change::Started => "started",
        Change::MovedTo(_) => "moved-to",
        Change::SkippedTo(_) => "skipped-to",
        Change::Extended(..) => "extended",
        Change::Paused => "paused",
        Change::Resumed => "resumed",
        Change::Jumped { cause: Cause::Away, .. } => "away",
        Change::Jumped { cause: Cause::ClockChanged, .. } => "clock-changed",
        Change::Stayed => "stayed",
        Change::Ended => "ended",
    }
}

#[inline(never)]
fn read_entry(data: &Json, faults: &Faults) -> Option<Entry> {
    let [at, word, needs @ ..] = faults.list(data, "log", 4) else { return faults.want(None, "log") };
    let (at, word) = (Instant(faults.whole(at, "log")), faults.string(word, "log"));
    let kind = faults.want(CHANGES.into_iter().find(|kind| change_word(*kind) == word), "log")?;
    let item = |value| ItemId(faults.small(value, "log"));
    let change = match (kind, needs) {
        (Change::MovedTo(_), [to]) => Change::MovedTo(item(to)),
        (Change::SkippedTo(_), [to]) => Change::SkippedTo(item(to)),
        (Change::Extended(..), [at, by]) => Change::Extended(item(at), Minutes(faults.small(by, "log"))),
        (Change::Jumped { cause, .. }, [seen]) => {
            Change::Jumped { seen: Instant(faults.whole(seen, "log")), cause }
        }
        (Change::Started | Change::Paused | Change::Resumed | Change::Stayed | Change::Ended, []) => kind,
        _ => return faults.want(None, "log"),
    };
    Some(Entry { at, change })
}
