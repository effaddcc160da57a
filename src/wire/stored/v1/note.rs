//! The stored form of the notes of a session, and of answers about earlier notes.

use serde::{Deserialize, Serialize};

use super::field::{Invalid, is_unset, maybe_text, session_id, text, text_form};
use super::words::{AnswerDto, KindDto, PartyDto, PlaceDto};
use crate::domain::agenda::ItemId;
use crate::domain::day::Day;
use crate::domain::listed::Listed;
use crate::domain::note::{Carried, Detail, Note, NoteId, Status};
use crate::domain::party::Party;
use crate::domain::time::Instant;

/// The stored form of a note. `item` is the agenda item during which the note was written, if any. The kind
/// decides which of the other optional fields the note may have.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoteDto {
    id: u16,
    kind: KindDto,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<u16>,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<PartyDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_step: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    when: Option<String>,
    /// Date by which a next step is kept, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    #[serde(default, skip_serializing_if = "is_unset")]
    confirmed: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<PlaceDto>,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<u32>,
}

impl From<&Note> for NoteDto {
    fn from(note: &Note) -> Self {
        let form = Self {
            id: note.id.0,
            kind: note.kind().into(),
            item: note.item.map(|item| item.0),
            words: note.words.to_string(),
            by: note.by().map(PartyDto::from),
            first_step: None,
            when: None,
            on: None,
            confirmed: false,
            place: None,
            quotes: None,
        };
        match &note.detail {
            Detail::NextStep { by: _, first_step, when, on, is_confirmed } => Self {
                first_step: text_form(first_step.as_ref()),
                when: text_form(when.as_ref()),
                on: on.map(Day::field),
                confirmed: *is_confirmed,
                ..form
            },
            Detail::Parked { by: _, place, quotes } => {
                Self { place: place.map(PlaceDto::from), quotes: *quotes, ..form }
            }
            Detail::Shared => form,
        }
    }
}

impl TryFrom<NoteDto> for Note {
    type Error = Invalid;

    fn try_from(form: NoteDto) -> Result<Self, Invalid> {
        let NoteDto { id, kind, item, words, by, first_step, when, on, confirmed, place, quotes } = form;
        let is_next_step = matches!(kind, KindDto::NextStep);
        let of_next_step = [
            ("first_step", first_step.is_some()),
            ("when", when.is_some()),
            ("on", on.is_some()),
            ("confirmed", confirmed),
        ];
        if let Some((field, _)) = of_next_step.into_iter().find(|(_, is_set)| *is_set && !is_next_step) {
            return Err(Invalid(field));
        }
        let of_parked = [("place", place.is_some()), ("quotes", quotes.is_some())];
        let is_parked = matches!(kind, KindDto::Parked);
        if let Some((field, _)) = of_parked.into_iter().find(|(_, is_set)| *is_set && !is_parked) {
            return Err(Invalid(field));
        }
        let by = by.map(Party::from);
        let detail = match kind {
            KindDto::NextStep => Detail::NextStep {
                by: by.ok_or(Invalid("by"))?,
                first_step: maybe_text(first_step, "first_step")?,
                when: maybe_text(when, "when")?,
                on: on.map(|day| Day::parse(&day).ok_or(Invalid("on"))).transpose()?,
                is_confirmed: confirmed,
            },
            KindDto::Parked => Detail::Parked { by, place: place.map(PlaceDto::into), quotes },
            KindDto::Shared if by.is_some() => return Err(Invalid("by")),
            KindDto::Shared => Detail::Shared,
        };
        Ok(Self { id: NoteId(id), item: item.map(ItemId), words: text(&words, "words")?, detail })
    }
}

/// The stored form of a next step of an earlier session. `session` is that session; it began at `began`, in
/// milliseconds since 1970-01-01, UTC.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CarriedDto {
    session: String,
    began: i64,
    note: NoteDto,
}

impl From<&Carried> for CarriedDto {
    fn from(Carried { session, began, note }: &Carried) -> Self {
        Self { session: session.to_string(), began: began.0, note: note.into() }
    }
}

impl TryFrom<CarriedDto> for Carried {
    type Error = Invalid;

    fn try_from(CarriedDto { session, began, note }: CarriedDto) -> Result<Self, Invalid> {
        Ok(Self { session: session_id(&session, "session")?, began: Instant(began), note: note.try_into()? })
    }
}

/// The stored form of a line on the list for the next session, as [`CarriedDto`], with a flag while it is held back.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListedDto {
    session: String,
    began: i64,
    note: NoteDto,
    #[serde(default, skip_serializing_if = "is_unset")]
    held: bool,
}

impl From<&Listed> for ListedDto {
    fn from(Listed { is_held, line }: &Listed) -> Self {
        let CarriedDto { session, began, note } = line.into();
        Self { session, began, note, held: *is_held }
    }
}

impl TryFrom<ListedDto> for Listed {
    type Error = Invalid;

    fn try_from(ListedDto { session, began, note, held }: ListedDto) -> Result<Self, Invalid> {
        Ok(Self { is_held: held, line: CarriedDto { session, began, note }.try_into()? })
    }
}

/// The stored form of an answer about a note. `session` is the session that holds the note.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StatusDto {
    session: String,
    note: u16,
    answer: AnswerDto,
}

impl From<&Status> for StatusDto {
    fn from(Status { session, note, answer }: &Status) -> Self {
        Self { session: session.to_string(), note: note.0, answer: (*answer).into() }
    }
}

impl TryFrom<StatusDto> for Status {
    type Error = Invalid;

    fn try_from(StatusDto { session, note, answer }: StatusDto) -> Result<Self, Invalid> {
        Ok(Self { session: session_id(&session, "session")?, note: NoteId(note), answer: answer.into() })
    }
}
