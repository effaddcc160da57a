//! What lies open on the device, in version 1.

use serde::{Deserialize, Serialize};

use crate::domain::desk::{Desk, Draft, Screen};
use crate::domain::id::SessionId;
use crate::domain::time::Instant;
use crate::wire::stored::{Stored, Unreadable};

/// The desk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeskDto {
    screen: ScreenDto,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    seen: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum ScreenDto {
    Home,
    Plan(DraftDto),
    Session(String),
    Agenda(String),
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct DraftDto {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    session: Option<String>,
    seller: String,
    date: String,
    time: String,
    minutes: String,
    place: String,
    own_name: String,
    defaults_open: bool,
}

impl Stored for Desk {
    type Dto = DeskDto;

    fn to_dto(&self) -> DeskDto {
        let screen = match &self.screen {
            Screen::Home => ScreenDto::Home,
            Screen::Plan(draft) => ScreenDto::Plan(draft_dto(draft)),
            Screen::Session(id) => ScreenDto::Session(id.to_string()),
            Screen::Agenda(id) => ScreenDto::Agenda(id.to_string()),
        };
        DeskDto { screen, seen: self.seen.map(|seen| seen.0) }
    }

    fn from_dto(dto: DeskDto) -> Result<Self, Unreadable> {
        let session = |id: String| SessionId::parse(&id).ok_or(Unreadable::Value("screen"));
        let screen = match dto.screen {
            ScreenDto::Home => Screen::Home,
            ScreenDto::Plan(dto) => Screen::Plan(draft(dto)?),
            ScreenDto::Session(id) => Screen::Session(session(id)?),
            ScreenDto::Agenda(id) => Screen::Agenda(session(id)?),
        };
        Ok(Self { screen, seen: dto.seen.map(Instant) })
    }
}

fn draft_dto(draft: &Draft) -> DraftDto {
    DraftDto {
        session: draft.session.map(|id| id.to_string()),
        seller: draft.seller.clone(),
        date: draft.date.clone(),
        time: draft.time.clone(),
        minutes: draft.minutes.clone(),
        place: draft.place.clone(),
        own_name: draft.own_name.clone(),
        defaults_open: draft.defaults_open,
    }
}

fn draft(dto: DraftDto) -> Result<Draft, Unreadable> {
    Ok(Draft {
        session: dto.session.map(|id| SessionId::parse(&id).ok_or(Unreadable::Value("session"))).transpose()?,
        seller: dto.seller,
        date: dto.date,
        time: dto.time,
        minutes: dto.minutes,
        place: dto.place,
        own_name: dto.own_name,
        defaults_open: dto.defaults_open,
    })
}
