//! The manager's half in a link: the plan, the clock, and what was written down.

use serde::{Deserialize, Serialize};

use super::agenda::{PlanDto, WordingDto};
use super::field::{convert_at_most, optional_text, text};
use super::note::{CarriedDto, NoteDto};
use super::numbers::{CauseDto, HandshakeDto};
use super::seller::{ClosingDto, EvidenceDto, ReadinessDto, StatusDto};
use super::standing::StandingDto;
use crate::domain::agenda::{Agenda, ITEM_LIMIT, ItemId};
use crate::domain::ahead::{Ahead, COUNT_ON_LIMIT};
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::note::{CARRIED_LIMIT, NOTE_LIMIT, Note, Notes, STATUS_LIMIT};
use crate::domain::plan::Plan;
use crate::domain::question::ASKED_LIMIT;
use crate::domain::readiness::Prepared;
use crate::domain::text::Text;
use crate::domain::time::{Instant, Minutes};
use crate::domain::timing::{Baseline, Change, ENTRY_LIMIT, Entry, Log, PauseReason, Planned};
use crate::domain::topic::Topic;
use crate::wire::link::content::NoLink;
use crate::wire::link::list::{Entries, LinkList};

/// The manager's half of a session in a link: the plan, the manager's preparation and words ahead of the session
/// (`noted`, `fact`, `count_on`, `standing`), and the record of the session. The record is the clock, the notes, the answers about earlier notes, the open next steps of earlier
/// sessions, the questions marked as asked, and the answers at the close.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ManagerHalfDto<'a> {
    #[serde(borrow)]
    plan: PlanDto<'a>,
    ready: Option<ReadinessDto>,
    handshake: Option<HandshakeDto>,
    alone: bool,
    noted: Option<&'a str>,
    #[serde(borrow)]
    fact: Option<EvidenceDto<'a>>,
    #[serde(borrow)]
    count_on: LinkList<WordingDto<'a>>,
    #[serde(borrow)]
    standing: Option<StandingDto<'a>>,
    clock: Option<ClockDto>,
    #[serde(borrow)]
    notes: LinkList<NoteDto<'a>>,
    statuses: LinkList<StatusDto>,
    #[serde(borrow)]
    carried: LinkList<CarriedDto<'a>>,
    settled: LinkList<StatusDto>,
    #[serde(borrow)]
    asked: LinkList<&'a str>,
    #[serde(borrow)]
    closing: ClosingDto<'a>,
}

/// The clock of a session that began, in a link.
#[derive(Debug, Serialize, Deserialize)]
struct ClockDto {
    /// Planned minutes of each item at the start of the session; `None` if they are those of the agenda in
    /// the link.
    baseline: Option<LinkList<PlannedDto>>,
    /// Changes of the clock in the order in which they were logged, the start first.
    log: LinkList<EntryDto>,
}

/// The planned minutes of one agenda item, named by its id, at the start of the session, in a link.
#[derive(Debug, Serialize, Deserialize)]
struct PlannedDto {
    item: u16,
    minutes: u16,
}

/// A change of the clock in a link, with its instant in milliseconds since 1970-01-01, UTC.
#[derive(Debug, Serialize, Deserialize)]
struct EntryDto {
    at: i64,
    change: ChangeDto,
}

/// A change of the clock in a link; `seen` is an instant in milliseconds since 1970-01-01, UTC.
#[derive(Debug, Serialize, Deserialize)]
enum ChangeDto {
    Started,
    MovedTo(u16),
    SkippedTo(u16),
    Extended { item: u16, minutes: u16 },
    Paused,
    Resumed,
    Jumped { seen: i64, cause: CauseDto },
    Stayed,
    Ended,
    Shortened { item: u16, minutes: u16 },
    Dropped(u16),
    MovedSince { item: u16, since: i64 },
    BeganAt(i64),
    PausedFor(ReasonDto),
    Interrupted,
}

/// The reason of a pause in a link.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum ReasonDto {
    Call,
    Visitor,
    Break,
    Line,
}

impl From<PauseReason> for ReasonDto {
    fn from(reason: PauseReason) -> Self {
        match reason {
            PauseReason::Call => Self::Call,
            PauseReason::Visitor => Self::Visitor,
            PauseReason::Break => Self::Break,
            PauseReason::Line => Self::Line,
        }
    }
}

impl From<ReasonDto> for PauseReason {
    fn from(reason: ReasonDto) -> Self {
        match reason {
            ReasonDto::Call => Self::Call,
            ReasonDto::Visitor => Self::Visitor,
            ReasonDto::Break => Self::Break,
            ReasonDto::Line => Self::Line,
        }
    }
}

impl Entries for PlannedDto {}

impl Entries for EntryDto {}

impl Entries for ClockDto {
    fn entries(&self) -> usize {
        self.baseline.entries() + self.log.entries()
    }
}

impl Entries for ManagerHalfDto<'_> {
    fn entries(&self) -> usize {
        let notes =
            self.notes.entries() + self.statuses.entries() + self.carried.entries() + self.settled.entries();
        let rest =
            self.asked.entries() + self.count_on.entries() + self.closing.entries() + self.standing.entries();
        self.plan.entries() + self.clock.entries() + notes + rest
    }
}

impl<'a> From<&'a ManagerHalf> for ManagerHalfDto<'a> {
    fn from(half: &'a ManagerHalf) -> Self {
        let ManagerHalf { plan, prepared, ahead, course, notes, carried, settled, asked, closing } = half;
        Self {
            plan: plan.into(),
            ready: prepared.ready.map(ReadinessDto::from),
            handshake: prepared.handshake.map(HandshakeDto::from),
            alone: prepared.alone,
            noted: ahead.noted.as_ref().map(|topic| topic.words.as_str()),
            fact: ahead.fact.as_ref().map(EvidenceDto::from),
            count_on: ahead.count_on.iter().map(WordingDto::from).collect(),
            standing: ahead.standing.as_ref().map(StandingDto::from),
            clock: match course {
                Course::Planned => None,
                Course::Begun { baseline, log } => Some(ClockDto::of(baseline, log, &plan.agenda)),
            },
            notes: notes.all.iter().map(NoteDto::from).collect(),
            statuses: notes.statuses.iter().map(StatusDto::from).collect(),
            carried: carried.iter().map(CarriedDto::from).collect(),
            settled: settled.iter().map(StatusDto::from).collect(),
            asked: asked.iter().map(Text::as_str).collect(),
            closing: closing.into(),
        }
    }
}

impl TryFrom<ManagerHalfDto<'_>> for ManagerHalf {
    type Error = NoLink;

    fn try_from(half: ManagerHalfDto<'_>) -> Result<Self, NoLink> {
        let plan = Plan::try_from(half.plan)?;
        let course = match half.clock {
            None => Course::Planned,
            Some(clock) => clock.course(&plan.agenda)?,
        };
        Ok(Self {
            plan,
            prepared: Prepared {
                ready: half.ready.map(Into::into),
                handshake: half.handshake.map(Into::into),
                alone: half.alone,
            },
            ahead: Ahead {
                noted: optional_text(half.noted)?.map(Topic::noted),
                fact: half.fact.map(TryInto::try_into).transpose()?,
                count_on: convert_at_most(COUNT_ON_LIMIT, half.count_on, TryInto::try_into)?,
                standing: half.standing.map(TryInto::try_into).transpose()?,
            },
            course,
            notes: Notes {
                all: notes(half.notes)?,
                statuses: convert_at_most(STATUS_LIMIT, half.statuses, |status| Ok(status.into()))?,
            },
            carried: convert_at_most(CARRIED_LIMIT, half.carried, TryInto::try_into)?,
            settled: convert_at_most(STATUS_LIMIT, half.settled, |status| Ok(status.into()))?,
            asked: convert_at_most(ASKED_LIMIT, half.asked, text)?,
            closing: half.closing.try_into()?,
        })
    }
}

/// Returns the notes of a list.
///
/// # Errors
/// [`NoLink::Damaged`] for two notes with one id, since the program changes a note by its id;
/// [`NoLink::TooLarge`] for more than [`NOTE_LIMIT`]; the first error of a note.
fn notes(list: LinkList<NoteDto<'_>>) -> Result<Vec<Note>, NoLink> {
    let notes = convert_at_most(NOTE_LIMIT, list, Note::try_from)?;
    let is_twice = |note: &Note| notes.iter().filter(|other| other.id == note.id).count() > 1;
    if notes.iter().any(is_twice) { Err(NoLink::Damaged) } else { Ok(notes) }
}

impl ClockDto {
    fn of(baseline: &Baseline, log: &Log, agenda: &Agenda) -> Self {
        let planned = |planned: &Planned| PlannedDto { item: planned.item.0, minutes: planned.minutes.0 };
        let is_derivable = *baseline == Baseline::of(agenda);
        Self {
            baseline: (!is_derivable).then(|| baseline.0.iter().map(planned).collect()),
            log: log.0.iter().map(EntryDto::from).collect(),
        }
    }

    fn course(self, agenda: &Agenda) -> Result<Course, NoLink> {
        let baseline = match self.baseline {
            None => Baseline::of(agenda),
            Some(list) => Baseline(convert_at_most(ITEM_LIMIT, list, |PlannedDto { item, minutes }| {
                Ok(Planned { item: ItemId(item), minutes: Minutes(minutes) })
            })?),
        };
        let log = Log(convert_at_most(ENTRY_LIMIT, self.log, |entry| Ok(entry.into()))?);
        Ok(Course::Begun { baseline, log })
    }
}

impl From<&Entry> for EntryDto {
    fn from(entry: &Entry) -> Self {
        let change = match entry.change {
            Change::Started => ChangeDto::Started,
            Change::MovedTo(item) => ChangeDto::MovedTo(item.0),
            Change::SkippedTo(item) => ChangeDto::SkippedTo(item.0),
            Change::Extended(item, by) => ChangeDto::Extended { item: item.0, minutes: by.0 },
            Change::Paused => ChangeDto::Paused,
            Change::Resumed => ChangeDto::Resumed,
            Change::Jumped { seen, cause } => ChangeDto::Jumped { seen: seen.0, cause: cause.into() },
            Change::Stayed => ChangeDto::Stayed,
            Change::Ended => ChangeDto::Ended,
            Change::Shortened(item, by) => ChangeDto::Shortened { item: item.0, minutes: by.0 },
            Change::Dropped(item) => ChangeDto::Dropped(item.0),
            Change::MovedSince(item, since) => ChangeDto::MovedSince { item: item.0, since: since.0 },
            Change::BeganAt(began) => ChangeDto::BeganAt(began.0),
            Change::Interrupted => ChangeDto::Interrupted,
            Change::PausedFor(reason) => ChangeDto::PausedFor(reason.into()),
        };
        Self { at: entry.at.0, change }
    }
}

impl From<EntryDto> for Entry {
    fn from(entry: EntryDto) -> Self {
        let change = match entry.change {
            ChangeDto::Started => Change::Started,
            ChangeDto::MovedTo(item) => Change::MovedTo(ItemId(item)),
            ChangeDto::SkippedTo(item) => Change::SkippedTo(ItemId(item)),
            ChangeDto::Extended { item, minutes } => Change::Extended(ItemId(item), Minutes(minutes)),
            ChangeDto::Paused => Change::Paused,
            ChangeDto::Resumed => Change::Resumed,
            ChangeDto::Jumped { seen, cause } => Change::Jumped { seen: Instant(seen), cause: cause.into() },
            ChangeDto::Stayed => Change::Stayed,
            ChangeDto::Ended => Change::Ended,
            ChangeDto::Shortened { item, minutes } => Change::Shortened(ItemId(item), Minutes(minutes)),
            ChangeDto::Dropped(item) => Change::Dropped(ItemId(item)),
            ChangeDto::MovedSince { item, since } => Change::MovedSince(ItemId(item), Instant(since)),
            ChangeDto::BeganAt(began) => Change::BeganAt(Instant(began)),
            ChangeDto::Interrupted => Change::Interrupted,
            ChangeDto::PausedFor(reason) => Change::PausedFor(reason.into()),
        };
        Self { at: Instant(entry.at), change }
    }
}
