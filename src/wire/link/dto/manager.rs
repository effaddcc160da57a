//! The manager's half in a link: the plan, the clock, and what was written down.

use serde::{Deserialize, Serialize};

use super::agenda::Plan;
use super::numbers::{Answer, Cause, Handshake, Party, Place};
use super::seller::{Closing, Readiness};
use super::{Entries, Id, List, NoLink, convert_at_most, optional_text, text};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, ItemId};
use crate::domain::half::{self, Course};
use crate::domain::id::SessionId;
use crate::domain::note::{self, CARRIED_LIMIT, NOTE_LIMIT, NoteId, STATUS_LIMIT};
use crate::domain::plan;
use crate::domain::question::ASKED_LIMIT;
use crate::domain::readiness::Prepared;
use crate::domain::text::Text;
use crate::domain::time::{Instant, Minutes};
use crate::domain::timing::{self, Baseline, ENTRY_LIMIT, Log};

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ManagerHalf<'a> {
    #[serde(borrow)]
    plan: Plan<'a>,
    ready: Option<Readiness>,
    invited: Option<Readiness>,
    handshake: Option<Handshake>,
    alone: bool,
    clock: Option<Clock>,
    #[serde(borrow)]
    notes: List<Note<'a>>,
    statuses: List<Status>,
    #[serde(borrow)]
    carried: List<Carried<'a>>,
    #[serde(borrow)]
    asked: List<&'a str>,
    #[serde(borrow)]
    closing: Closing<'a>,
}

/// The clock of a session that began.
#[derive(Debug, Serialize, Deserialize)]
struct Clock {
    /// The minutes at the start; `None` if they are those of the agenda.
    baseline: Option<List<Planned>>,
    log: List<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Planned {
    item: u16,
    minutes: u16,
}

/// A change, and when it was made, in milliseconds since 1970.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    at: i64,
    change: Change,
}

#[derive(Debug, Serialize, Deserialize)]
enum Change {
    Started,
    MovedTo(u16),
    SkippedTo(u16),
    Extended { item: u16, minutes: u16 },
    Paused,
    Resumed,
    Jumped { seen: i64, cause: Cause },
    Stayed,
    Ended,
}

#[derive(Debug, Serialize, Deserialize)]
struct Note<'a> {
    id: u16,
    item: Option<u16>,
    words: &'a str,
    #[serde(borrow)]
    detail: Detail<'a>,
}

#[derive(Debug, Serialize, Deserialize)]
enum Detail<'a> {
    Shared,
    Parked { by: Option<Party>, place: Option<Place> },
    Promise { by: Party, first_step: Option<&'a str>, when: Option<&'a str>, is_confirmed: bool },
}

#[derive(Debug, Serialize, Deserialize)]
struct Status {
    session: Id,
    note: u16,
    answer: Answer,
}

#[derive(Debug, Serialize, Deserialize)]
struct Carried<'a> {
    session: Id,
    began: i64,
    #[serde(borrow)]
    note: Note<'a>,
}

impl Entries for Planned {}

impl Entries for Entry {}

impl Entries for Note<'_> {}

impl Entries for Status {}

impl Entries for Carried<'_> {}

impl Entries for Clock {
    fn entries(&self) -> usize {
        self.baseline.entries() + self.log.entries()
    }
}

impl Entries for ManagerHalf<'_> {
    fn entries(&self) -> usize {
        let notes = self.notes.entries() + self.statuses.entries() + self.carried.entries();
        let rest = self.asked.entries() + self.closing.entries();
        self.plan.entries() + self.clock.entries() + notes + rest
    }
}

impl<'a> From<&'a half::ManagerHalf> for ManagerHalf<'a> {
    fn from(half: &'a half::ManagerHalf) -> Self {
        let half::ManagerHalf { plan, prepared, course, notes, carried, asked, closing } = half;
        Self {
            plan: plan.into(),
            ready: prepared.ready.map(Readiness::from),
            invited: prepared.invited.map(Readiness::from),
            handshake: prepared.handshake.map(Handshake::from),
            alone: prepared.alone,
            clock: match course {
                Course::Planned => None,
                Course::Begun { baseline, log } => Some(Clock::of(baseline, log, &plan.agenda)),
            },
            notes: notes.all.iter().map(Note::from).collect(),
            statuses: notes.statuses.iter().map(Status::from).collect(),
            carried: carried.iter().map(Carried::from).collect(),
            asked: asked.iter().map(Text::as_str).collect(),
            closing: closing.into(),
        }
    }
}

impl TryFrom<ManagerHalf<'_>> for half::ManagerHalf {
    type Error = NoLink;

    fn try_from(half: ManagerHalf<'_>) -> Result<Self, NoLink> {
        let plan = plan::Plan::try_from(half.plan)?;
        let course = match half.clock {
            None => Course::Planned,
            Some(clock) => clock.course(&plan.agenda)?,
        };
        Ok(Self {
            plan,
            prepared: Prepared {
                ready: half.ready.map(Into::into),
                invited: half.invited.map(Into::into),
                handshake: half.handshake.map(Into::into),
                alone: half.alone,
            },
            course,
            notes: note::Notes {
                all: notes(half.notes)?,
                statuses: convert_at_most(STATUS_LIMIT, half.statuses, |status| Ok(status.into()))?,
            },
            carried: convert_at_most(CARRIED_LIMIT, half.carried, TryInto::try_into)?,
            asked: convert_at_most(ASKED_LIMIT, half.asked, text)?,
            closing: half.closing.try_into()?,
        })
    }
}

/// Notes of different ids: a change of one of two with the same id would be one of the other.
fn notes(list: List<Note<'_>>) -> Result<Vec<note::Note>, NoLink> {
    let notes = convert_at_most(NOTE_LIMIT, list, note::Note::try_from)?;
    let is_twice = |note: &note::Note| notes.iter().filter(|other| other.id == note.id).count() > 1;
    if notes.iter().any(is_twice) { Err(NoLink::Damaged) } else { Ok(notes) }
}

impl Clock {
    fn of(baseline: &Baseline, log: &Log, agenda: &Agenda) -> Self {
        let planned =
            |planned: &timing::Planned| Planned { item: planned.item.0, minutes: planned.minutes.0 };
        let is_derivable = *baseline == Baseline::of(agenda);
        Self {
            baseline: (!is_derivable).then(|| baseline.0.iter().map(planned).collect()),
            log: log.0.iter().map(Entry::from).collect(),
        }
    }

    fn course(self, agenda: &Agenda) -> Result<Course, NoLink> {
        let baseline = match self.baseline {
            None => Baseline::of(agenda),
            Some(list) => Baseline(convert_at_most(ITEM_LIMIT, list, |Planned { item, minutes }| {
                Ok(timing::Planned { item: ItemId(item), minutes: Minutes(minutes) })
            })?),
        };
        let log = Log(convert_at_most(ENTRY_LIMIT, self.log, |entry| Ok(entry.into()))?);
        Ok(Course::Begun { baseline, log })
    }
}

impl From<&timing::Entry> for Entry {
    fn from(entry: &timing::Entry) -> Self {
        let change = match entry.change {
            timing::Change::Started => Change::Started,
            timing::Change::MovedTo(item) => Change::MovedTo(item.0),
            timing::Change::SkippedTo(item) => Change::SkippedTo(item.0),
            timing::Change::Extended(item, by) => Change::Extended { item: item.0, minutes: by.0 },
            timing::Change::Paused => Change::Paused,
            timing::Change::Resumed => Change::Resumed,
            timing::Change::Jumped { seen, cause } => Change::Jumped { seen: seen.0, cause: cause.into() },
            timing::Change::Stayed => Change::Stayed,
            timing::Change::Ended => Change::Ended,
        };
        Self { at: entry.at.0, change }
    }
}

impl From<Entry> for timing::Entry {
    fn from(entry: Entry) -> Self {
        let change = match entry.change {
            Change::Started => timing::Change::Started,
            Change::MovedTo(item) => timing::Change::MovedTo(ItemId(item)),
            Change::SkippedTo(item) => timing::Change::SkippedTo(ItemId(item)),
            Change::Extended { item, minutes } => timing::Change::Extended(ItemId(item), Minutes(minutes)),
            Change::Paused => timing::Change::Paused,
            Change::Resumed => timing::Change::Resumed,
            Change::Jumped { seen, cause } => {
                timing::Change::Jumped { seen: Instant(seen), cause: cause.into() }
            }
            Change::Stayed => timing::Change::Stayed,
            Change::Ended => timing::Change::Ended,
        };
        Self { at: Instant(entry.at), change }
    }
}

impl<'a> From<&'a note::Note> for Note<'a> {
    fn from(note: &'a note::Note) -> Self {
        let note::Note { id, item, words, detail } = note;
        let detail = match detail {
            note::Detail::Shared => Detail::Shared,
            note::Detail::Parked { by, place } => {
                Detail::Parked { by: by.map(Party::from), place: place.map(Place::from) }
            }
            note::Detail::Promise { by, first_step, when, is_confirmed } => Detail::Promise {
                by: (*by).into(),
                first_step: first_step.as_ref().map(Text::as_str),
                when: when.as_ref().map(Text::as_str),
                is_confirmed: *is_confirmed,
            },
        };
        Self { id: id.0, item: item.map(|item| item.0), words: words.as_str(), detail }
    }
}

impl TryFrom<Note<'_>> for note::Note {
    type Error = NoLink;

    fn try_from(note: Note<'_>) -> Result<Self, NoLink> {
        let detail = match note.detail {
            Detail::Shared => note::Detail::Shared,
            Detail::Parked { by, place } => {
                note::Detail::Parked { by: by.map(Into::into), place: place.map(Into::into) }
            }
            Detail::Promise { by, first_step, when, is_confirmed } => note::Detail::Promise {
                by: by.into(),
                first_step: optional_text(first_step)?,
                when: optional_text(when)?,
                is_confirmed,
            },
        };
        Ok(Self { id: NoteId(note.id), item: note.item.map(ItemId), words: text(note.words)?, detail })
    }
}

impl From<&note::Status> for Status {
    fn from(status: &note::Status) -> Self {
        Self { session: Id(status.session.0), note: status.note.0, answer: status.answer.into() }
    }
}

impl From<Status> for note::Status {
    fn from(status: Status) -> Self {
        Self { session: SessionId(status.session.0), note: NoteId(status.note), answer: status.answer.into() }
    }
}

impl<'a> From<&'a note::Carried> for Carried<'a> {
    fn from(carried: &'a note::Carried) -> Self {
        Self { session: Id(carried.session.0), began: carried.began.0, note: (&carried.note).into() }
    }
}

impl TryFrom<Carried<'_>> for note::Carried {
    type Error = NoLink;

    fn try_from(carried: Carried<'_>) -> Result<Self, NoLink> {
        Ok(Self {
            session: SessionId(carried.session.0),
            began: Instant(carried.began),
            note: carried.note.try_into()?,
        })
    }
}
