//! The open screen of a window.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, is_unset, maybe_text, pair_id, session_id, text_form};
use super::words::PartyDto;
use crate::domain::id::SessionId;
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::domain::timing::{LEAP_LIMIT, Leap};
use crate::domain::ui_state::{Screen, UiState};
use crate::wire::stored::list::List;

/// The stored form of a [`UiState`]: the open screen, and what else of its window outlives a reload. `seen`
/// and `expiry_told` are instants in milliseconds since 1970-01-01, UTC; each field but `screen` may be left out.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct UiStateDto {
    screen: ScreenDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    seen: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    slot: Option<u32>,
    #[serde(default, skip_serializing_if = "List::is_empty")]
    leaps: List<LeapDto, LEAP_LIMIT>,
    #[serde(skip_serializing_if = "Option::is_none")]
    handed: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expiry_told: Option<i64>,
}

/// The stored form of a [`Leap`], a time that passed unseen. `from` and `to` are instants in milliseconds
/// since 1970-01-01, UTC.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct LeapDto {
    session: String,
    after: u16,
    from: i64,
    to: i64,
    #[serde(default, skip_serializing_if = "is_unset")]
    asked: bool,
}

impl From<&Leap> for LeapDto {
    fn from(leap: &Leap) -> Self {
        Self {
            session: leap.session.to_string(),
            after: u16::try_from(leap.after).unwrap_or(u16::MAX),
            from: leap.from.0,
            to: leap.to.0,
            asked: leap.is_asked,
        }
    }
}

impl TryFrom<LeapDto> for Leap {
    type Error = Invalid;

    fn try_from(form: LeapDto) -> Result<Self, Invalid> {
        Ok(Self {
            session: session_id(&form.session, "session")?,
            after: form.after.into(),
            from: Instant(form.from),
            to: Instant(form.to),
            is_asked: form.asked,
        })
    }
}

impl From<&UiState> for UiStateDto {
    fn from(UiState { screen, seen, question, slot, leaps, handed, expiry_told }: &UiState) -> Self {
        Self {
            screen: screen.into(),
            seen: seen.map(|seen| seen.0),
            question: text_form(question.as_ref()),
            slot: *slot,
            leaps: List::of(leaps),
            handed: handed.map(|id| id.to_string()),
            expiry_told: expiry_told.map(|told| told.0),
        }
    }
}

impl TryFrom<UiStateDto> for UiState {
    type Error = Invalid;

    fn try_from(form: UiStateDto) -> Result<Self, Invalid> {
        Ok(Self {
            screen: form.screen.try_into()?,
            seen: form.seen.map(Instant),
            question: maybe_text(form.question, "question")?,
            slot: form.slot,
            leaps: form.leaps.values()?,
            handed: form.handed.map(|id| session_id(&id, "handed")).transpose()?,
            expiry_told: form.expiry_told.map(Instant),
        })
    }
}

/// The stored form of the open screen, with the id of its session or pair.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum ScreenDto {
    Home,
    Pair(String),
    Plan,
    PlanOf(String),
    Session(String),
    Agenda(String),
    HandOver(SideDto),
    Prepare(SideDto),
    Close(SideDto),
    Own(SideDto),
    Share(String),
    Calendar(String),
    Standing(String),
    Ask,
    Quarter,
    Booked,
}

/// The stored form of a session and one of its parties.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SideDto {
    session: String,
    party: PartyDto,
}

impl From<&Screen> for ScreenDto {
    fn from(screen: &Screen) -> Self {
        let side =
            |session: SessionId, party: Party| SideDto { session: session.to_string(), party: party.into() };
        match *screen {
            Screen::Home => Self::Home,
            Screen::Pair(id) => Self::Pair(id.to_string()),
            Screen::Plan(None) => Self::Plan,
            Screen::Plan(Some(id)) => Self::PlanOf(id.to_string()),
            Screen::Session(id) => Self::Session(id.to_string()),
            Screen::Agenda(id) => Self::Agenda(id.to_string()),
            Screen::HandOver(id, party) => Self::HandOver(side(id, party)),
            Screen::Prepare(id, party) => Self::Prepare(side(id, party)),
            Screen::Close(id, party) => Self::Close(side(id, party)),
            Screen::Own(id, party) => Self::Own(side(id, party)),
            Screen::Share(id) => Self::Share(id.to_string()),
            Screen::Calendar(id) => Self::Calendar(id.to_string()),
            Screen::Standing(id) => Self::Standing(id.to_string()),
            Screen::Ask => Self::Ask,
            Screen::Quarter => Self::Quarter,
            Screen::Booked => Self::Booked,
        }
    }
}

impl TryFrom<ScreenDto> for Screen {
    type Error = Invalid;

    fn try_from(form: ScreenDto) -> Result<Self, Invalid> {
        let side = |SideDto { session, party }| Ok((session_id(&session, "session")?, party.into()));
        Ok(match form {
            ScreenDto::Home => Self::Home,
            ScreenDto::Pair(id) => Self::Pair(pair_id(&id, "pair")?),
            ScreenDto::Plan => Self::Plan(None),
            ScreenDto::PlanOf(id) => Self::Plan(Some(session_id(&id, "plan-of")?)),
            ScreenDto::Session(id) => Self::Session(session_id(&id, "session")?),
            ScreenDto::Agenda(id) => Self::Agenda(session_id(&id, "agenda")?),
            ScreenDto::HandOver(form) => side(form).map(|(id, party)| Self::HandOver(id, party))?,
            ScreenDto::Prepare(form) => side(form).map(|(id, party)| Self::Prepare(id, party))?,
            ScreenDto::Close(form) => side(form).map(|(id, party)| Self::Close(id, party))?,
            ScreenDto::Own(form) => side(form).map(|(id, party)| Self::Own(id, party))?,
            ScreenDto::Share(id) => Self::Share(session_id(&id, "share")?),
            ScreenDto::Calendar(id) => Self::Calendar(session_id(&id, "calendar")?),
            ScreenDto::Standing(id) => Self::Standing(pair_id(&id, "standing")?),
            ScreenDto::Ask => Self::Ask,
            ScreenDto::Quarter => Self::Quarter,
            ScreenDto::Booked => Self::Booked,
        })
    }
}
