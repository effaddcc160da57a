//! The stored form of a session: the manager's half with plan, agenda and clock, and the seller's half.

use serde::{Deserialize, Serialize};

use super::clock::ClockDto;
use super::closing::ClosingDto;
use super::evidence::EvidenceDto;
use super::field::{Invalid, is_unset, maybe_text, pair_id, session_id, text, text_form};
use super::note::{CarriedDto, NoteDto, StatusDto};
use super::plan::{ItemDto, TypeDto};
use super::preparation::{ReadyDto, SellerDto};
use super::register::RegisterDto;
use super::standing::StandingDto;
use super::words::{HandshakeDto, WordingDto};
use crate::domain::agenda::{Agenda, ITEM_LIMIT, SESSION_MINUTES};
use crate::domain::ahead::{Ahead, COUNT_ON_LIMIT};
use crate::domain::closing::Closing;
use crate::domain::evidence::Evidence;
use crate::domain::half::{Course, ManagerHalf};
use crate::domain::note::{CARRIED_LIMIT, NOTE_LIMIT, Note, Notes, STATUS_LIMIT};
use crate::domain::plan::Plan;
use crate::domain::question::ASKED_LIMIT;
use crate::domain::readiness::{Prepared, Readiness};
use crate::domain::register::Register;
use crate::domain::session::Session;
use crate::domain::text::Text;
use crate::domain::time::{LocalDateTime, Minutes};
use crate::domain::topic::Topic;
use crate::domain::zone::{Offset, Schedule, Zone};
use crate::wire::stored::list::List;

/// The stored form of a session: its id, the id of its pair, and both halves with all their versions. The
/// seller's half is left out until the seller wrote something.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SessionDto {
    id: String,
    pair: String,
    manager: RegisterDto<ManagerDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seller: Option<RegisterDto<SellerDto>>,
}

impl From<&Session> for SessionDto {
    fn from(Session { id, pair, manager, seller }: &Session) -> Self {
        Self {
            id: id.to_string(),
            pair: pair.to_string(),
            manager: manager.into(),
            seller: seller.as_ref().map(RegisterDto::from),
        }
    }
}

impl TryFrom<SessionDto> for Session {
    type Error = Invalid;

    fn try_from(SessionDto { id, pair, manager, seller }: SessionDto) -> Result<Self, Invalid> {
        Ok(Self {
            id: session_id(&id, "id")?,
            pair: pair_id(&pair, "pair")?,
            manager: manager.try_into()?,
            seller: seller.map(Register::try_from).transpose()?,
        })
    }
}

/// The stored form of a [`ManagerHalf`], in one object: the fields of the plan, of the preparation, and of
/// the session as it was held.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ManagerDto {
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
    #[serde(skip_serializing_if = "Option::is_none")]
    ready: Option<ReadyDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handshake: Option<HandshakeDto>,
    /// True if the manager said that the seller does not see the manager's screen; left out if false.
    #[serde(default, skip_serializing_if = "is_unset")]
    alone: bool,
    /// Topic that the manager noted for the seller.
    #[serde(skip_serializing_if = "Option::is_none")]
    noted: Option<String>,
    /// Fact that the manager brings.
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<EvidenceDto>,
    /// Lines that the seller can count on.
    #[serde(default, skip_serializing_if = "List::is_empty")]
    count_on: List<WordingDto, COUNT_ON_LIMIT>,
    /// Dates of the two ahead.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<StandingDto>,
    /// Clock of the session; left out until the session begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    clock: Option<ClockDto>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    notes: List<NoteDto, NOTE_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    statuses: List<StatusDto, STATUS_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    carried: List<CarriedDto, CARRIED_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    settled: List<StatusDto, STATUS_LIMIT>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    asked: List<String, ASKED_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    closing: Option<ClosingDto>,
}

impl From<&ManagerHalf> for ManagerDto {
    fn from(half: &ManagerHalf) -> Self {
        let ManagerHalf { plan, prepared, ahead, course, notes, carried, settled, asked, closing } = half;
        let Plan { coaching_type, schedule, minutes, place, agenda } = plan;
        let Prepared { ready, handshake, alone } = prepared;
        Self {
            coaching_type: coaching_type.into(),
            date: schedule.local.date_field(),
            time: schedule.local.time_field(),
            zone: schedule.zone.name().to_owned(),
            offset: schedule.offset.minutes(),
            minutes: minutes.0,
            place: text_form(place.as_ref()),
            agenda: List::of(agenda.items()),
            ready: ready.map(ReadyDto::from),
            handshake: handshake.map(HandshakeDto::from),
            alone: *alone,
            noted: text_form(ahead.noted.as_ref().map(|topic| &topic.words)),
            fact: ahead.fact.as_ref().map(EvidenceDto::from),
            count_on: List::of(&ahead.count_on),
            standing: ahead.standing.as_ref().map(StandingDto::from),
            clock: ClockDto::of(course),
            notes: List::of(&notes.all),
            statuses: List::of(&notes.statuses),
            carried: List::of(carried),
            settled: List::of(settled),
            asked: List(asked.iter().map(Text::to_string).collect()),
            closing: ClosingDto::of(closing),
        }
    }
}

impl TryFrom<ManagerDto> for ManagerHalf {
    type Error = Invalid;

    fn try_from(form: ManagerDto) -> Result<Self, Invalid> {
        let zone = Zone::parse(&form.zone).ok_or(Invalid("zone"))?;
        let offset = Offset::new(form.offset).ok_or(Invalid("offset"))?;
        let local = LocalDateTime::parse(&form.date, &form.time).ok_or(Invalid("date"))?;
        if !SESSION_MINUTES.contains(&form.minutes) {
            return Err(Invalid("minutes"));
        }
        let asked: Result<Vec<Text>, Invalid> = form.asked.0.iter().map(|name| text(name, "asked")).collect();
        let count_on = form.count_on.0.into_iter().map(|line| line.wording("count_on"));
        let ahead = Ahead {
            noted: maybe_text(form.noted, "noted")?.map(Topic::noted),
            fact: form.fact.map(Evidence::try_from).transpose()?,
            count_on: count_on.collect::<Result<_, Invalid>>()?,
            standing: form.standing.map(TryInto::try_into).transpose()?,
        };
        Ok(Self {
            ahead,
            plan: Plan {
                coaching_type: form.coaching_type.try_into()?,
                schedule: Schedule { local, zone, offset },
                minutes: Minutes(form.minutes),
                place: maybe_text(form.place, "place")?,
                agenda: Agenda::new(form.agenda.values()?).map_err(|_| Invalid("agenda"))?,
            },
            prepared: Prepared {
                ready: form.ready.map(Readiness::try_from).transpose()?,
                handshake: form.handshake.map(HandshakeDto::into),
                alone: form.alone,
            },
            course: form.clock.map(Course::try_from).transpose()?.unwrap_or(Course::Planned),
            notes: Notes { all: notes(form.notes.values()?)?, statuses: form.statuses.values()? },
            carried: form.carried.values()?,
            settled: form.settled.values()?,
            asked: asked?,
            closing: form.closing.map(Closing::try_from).transpose()?.unwrap_or_default(),
        })
    }
}

/// Returns the notes.
///
/// # Errors
/// [`Invalid`] for two notes with one id, since the program changes a note by its id.
fn notes(notes: Vec<Note>) -> Result<Vec<Note>, Invalid> {
    let is_twice = |note: &Note| notes.iter().filter(|other| other.id == note.id).count() > 1;
    if notes.iter().any(is_twice) { Err(Invalid("notes")) } else { Ok(notes) }
}
