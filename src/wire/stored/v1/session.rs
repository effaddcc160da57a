//! A session in version 1.

use std::mem::discriminant;

use super::closing::pass_closing;
use super::note::pass_notes;
use super::preparation::pass_prepared;
use crate::domain::agenda::{Agenda, ITEM_LIMIT, Item, ItemId, Role, SESSION_MINUTES, TopicSlot};
use crate::domain::closing::Closing;
use crate::domain::id::{PairId, SessionId};
use crate::domain::note::{CARRIED_LIMIT, Notes};
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::preparation::Prepared;
use crate::domain::question::ASKED_LIMIT;
use crate::domain::register::Register;
use crate::domain::session::{Course, ManagerHalf, Plan, Session};
use crate::domain::template::CoachingType;
use crate::domain::text::Text;
use crate::domain::time::{Instant, LocalDateTime, Minutes, Schedule, Zone};
use crate::domain::timing::{Baseline, Cause, Change, ENTRY_LIMIT, Entry, Log, Planned};
use crate::wire::stored::{Scribe, Stored};

impl Stored for Session {
    fn blank() -> Self {
        Self { id: SessionId(0), pair: PairId(0), manager: Register::blank(), seller: None }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { id, pair, manager, seller } = self;
        scribe.object("session", |scribe| {
            id.pass(scribe.at("id"));
            pair.pass(scribe.at("pair"));
            manager.pass(scribe.at("manager"));
            scribe.maybe("seller", seller);
        });
    }
}

/// `clock` is there once the session began, `asked` once a question was asked, `notes` and
/// `statuses` once something was written down.
impl Stored for ManagerHalf {
    fn blank() -> Self {
        let coaching_type = CoachingType { id: Text::BLANK, name: Wording::blank() };
        let schedule = Schedule::blank();
        Self {
            plan: Plan { coaching_type, schedule, minutes: Minutes(0), place: None, agenda: Agenda::BLANK },
            prepared: Prepared::default(),
            course: Course::Planned,
            notes: Notes::default(),
            carried: Vec::new(),
            asked: Vec::new(),
            closing: Closing::default(),
        }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { plan, prepared, course, notes, carried, asked, closing } = self;
        scribe.object("manager", |scribe| {
            pass_plan(plan, scribe);
            pass_prepared(prepared, scribe);
            pass_course(course, scribe);
            pass_notes(notes, scribe);
            scribe.maybe_list("carried", CARRIED_LIMIT, carried);
            scribe.maybe_list("asked", ASKED_LIMIT, asked);
            pass_closing(closing, scribe);
        });
    }
}

/// The plan, whose fields stand among those of the half.
fn pass_plan(plan: &mut Plan, scribe: &mut Scribe<'_>) {
    let Plan { coaching_type, schedule, minutes, place, agenda } = plan;
    let CoachingType { id, name } = coaching_type;
    scribe.at("type").object("type", |scribe| {
        scribe.at("id").text(id);
        name.pass(scribe.at("name"));
    });
    schedule.pass(scribe);
    scribe.at("minutes").small(&mut minutes.0);
    if !SESSION_MINUTES.contains(&minutes.0) {
        scribe.note("minutes");
    }
    scribe.maybe("place", place);
    let mut items = agenda.items().to_vec();
    scribe.at("agenda").list(ITEM_LIMIT, &mut items);
    scribe.want("agenda", Agenda::new(items).ok(), agenda);
}

/// The fields of what has a schedule.
impl Stored for Schedule {
    fn blank() -> Self {
        Self { local: LocalDateTime::default(), zone: Zone::utc() }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { local, zone } = self;
        let mut name = zone.name().to_owned();
        scribe.local(local);
        scribe.at("zone").string(&mut name);
        scribe.want("zone", Zone::parse(&name), zone);
    }
}

impl Stored for Item {
    fn blank() -> Self {
        Self {
            id: ItemId(0),
            role: Role::Added,
            title: Wording::blank(),
            purpose: None,
            minutes: Minutes(0),
            least: Minutes(0),
            most: Minutes(0),
        }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { id, role, title, purpose, minutes, least, most } = self;
        scribe.object("item", |scribe| {
            id.pass(scribe.at("id"));
            pass_role(role, scribe);
            title.pass(scribe.at("title"));
            scribe.maybe::<Phrase>("purpose", purpose);
            scribe.at("minutes").small(&mut minutes.0);
            scribe.at("least").small(&mut least.0);
            scribe.at("most").small(&mut most.0);
        });
        check_minutes(self, scribe);
    }
}

fn check_minutes(item: &Item, scribe: &mut Scribe<'_>) {
    let Item { minutes, least, most, .. } = item;
    let longest = Minutes(*SESSION_MINUTES.end());
    if least.0 < 1 || minutes.0 < 1 || least > most || *most > longest || *minutes > longest {
        scribe.note("minutes");
    }
}

impl Stored for ItemId {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        scribe.small(&mut self.0);
    }
}

/// The words for what an item is there for, and one of each. Which topic it works on stands beside.
const ROLE_WORDS: [&str; 6] = ["open", "look-back", "topic", "added", "promise", "close"];
const ROLES: [Role; 6] =
    [Role::Open, Role::LookBack, Role::Topic(TopicSlot(0)), Role::Added, Role::Promise, Role::Close];

fn pass_role(role: &mut Role, scribe: &mut Scribe<'_>) {
    let alike = |known: &Role| discriminant(known) == discriminant(role);
    let mut place = ROLES.iter().position(alike).unwrap_or_default();
    scribe.at("role").word(&ROLE_WORDS, &mut place);
    let mut topic = role.topic();
    scribe.maybe("topic", &mut topic);
    *role = match (ROLES.get(place), topic) {
        (Some(Role::Topic(_)), Some(topic)) => Role::Topic(topic),
        (Some(known), None) if known.topic().is_none() => *known,
        _ => return scribe.note("role"),
    };
}

impl Stored for TopicSlot {
    fn blank() -> Self {
        Self(0)
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let mut slot = self.0.into();
        scribe.small(&mut slot);
        scribe.want("topic", slot.try_into().ok(), &mut self.0);
    }
}

/// `plan`: pairs of item and minutes at the start. `log`: an instant, a word, and what the word
/// needs.
fn pass_course(course: &mut Course, scribe: &mut Scribe<'_>) {
    if !scribe.has("clock", matches!(course, Course::Begun { .. })) {
        return;
    }
    if scribe.is_reading() {
        *course = Course::Begun { baseline: Baseline::default(), log: Log::default() };
    }
    if let Course::Begun { baseline, log } = course {
        scribe.object("clock", |scribe| {
            scribe.at("plan").list(ITEM_LIMIT, &mut baseline.0);
            scribe.at("log").list(ENTRY_LIMIT, &mut log.0);
        });
    }
}

impl Stored for Planned {
    fn blank() -> Self {
        Self { item: ItemId(0), minutes: Minutes(0) }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { item, minutes } = self;
        scribe.row(|scribe| {
            item.pass(scribe.next());
            scribe.next().small(&mut minutes.0);
        });
    }
}

/// The words for what was done to the clock, and one of each. What each needs stands behind.
const CHANGE_WORDS: [&str; 10] = [
    "started",
    "moved-to",
    "skipped-to",
    "extended",
    "paused",
    "resumed",
    "away",
    "clock-changed",
    "stayed",
    "ended",
];
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

/// Why time was left out.
fn cause(change: &Change) -> Option<Cause> {
    match change {
        Change::Jumped { cause, .. } => Some(*cause),
        _ => None,
    }
}

impl Stored for Entry {
    fn blank() -> Self {
        Self { at: Instant(0), change: Change::Started }
    }

    fn pass(&mut self, scribe: &mut Scribe<'_>) {
        let Self { at, change } = self;
        scribe.row(|scribe| {
            at.pass(scribe.next());
            let alike =
                |known: &Change| discriminant(known) == discriminant(change) && cause(known) == cause(change);
            let mut place = CHANGES.iter().position(alike).unwrap_or_default();
            scribe.next().word(&CHANGE_WORDS, &mut place);
            if scribe.is_reading() {
                scribe.want(scribe.name(), CHANGES.get(place).copied(), change);
            }
            match change {
                Change::MovedTo(item) | Change::SkippedTo(item) => item.pass(scribe.next()),
                Change::Extended(item, by) => {
                    item.pass(scribe.next());
                    scribe.next().small(&mut by.0);
                }
                Change::Jumped { seen, .. } => seen.pass(scribe.next()),
                Change::Started | Change::Paused | Change::Resumed | Change::Stayed | Change::Ended => {}
            }
        });
    }
}
