//! Notes in a link, and lines that a half carries along: those of the manager's half and of the seller's.

use serde::{Deserialize, Serialize};

use super::field::{Id, optional_text, text};
use super::numbers::{PartyDto, PlaceDto};
use crate::domain::agenda::ItemId;
use crate::domain::day::Day;
use crate::domain::id::SessionId;
use crate::domain::note::{Carried, Detail, Note, NoteId};
use crate::domain::text::Text;
use crate::domain::time::Instant;
use crate::wire::link::content::NoLink;
use crate::wire::link::list::Entries;

/// A note of a session in a link. `item` is the agenda item during which the note was written, if any.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct NoteDto<'a> {
    id: u16,
    item: Option<u16>,
    words: &'a str,
    #[serde(borrow)]
    detail: DetailDto<'a>,
}

/// The part of a note in a link that depends on the kind of the note.
#[derive(Debug, Serialize, Deserialize)]
enum DetailDto<'a> {
    Shared,
    Parked {
        by: Option<PartyDto>,
        place: Option<PlaceDto>,
        quotes: Option<u32>,
    },
    NextStep {
        by: PartyDto,
        first_step: Option<&'a str>,
        when: Option<&'a str>,
        /// Days since 1970-01-01.
        on: Option<u32>,
        is_confirmed: bool,
    },
}

/// A next step of an earlier session in a link. `session` is that session; it began at `began`, in milliseconds
/// since 1970-01-01, UTC.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct CarriedDto<'a> {
    session: Id,
    began: i64,
    #[serde(borrow)]
    note: NoteDto<'a>,
}

impl Entries for NoteDto<'_> {}

impl Entries for CarriedDto<'_> {}

impl<'a> From<&'a Note> for NoteDto<'a> {
    fn from(note: &'a Note) -> Self {
        let Note { id, item, words, detail } = note;
        let detail = match detail {
            Detail::Shared => DetailDto::Shared,
            Detail::Parked { by, place, quotes } => DetailDto::Parked {
                by: by.map(PartyDto::from),
                place: place.map(PlaceDto::from),
                quotes: *quotes,
            },
            Detail::NextStep { by, first_step, when, on, is_confirmed } => DetailDto::NextStep {
                by: (*by).into(),
                first_step: first_step.as_ref().map(Text::as_str),
                when: when.as_ref().map(Text::as_str),
                on: on.map(Day::number),
                is_confirmed: *is_confirmed,
            },
        };
        Self { id: id.0, item: item.map(|item| item.0), words: words.as_str(), detail }
    }
}

impl TryFrom<NoteDto<'_>> for Note {
    type Error = NoLink;

    fn try_from(note: NoteDto<'_>) -> Result<Self, NoLink> {
        let detail = match note.detail {
            DetailDto::Shared => Detail::Shared,
            DetailDto::Parked { by, place, quotes } => {
                Detail::Parked { by: by.map(Into::into), place: place.map(Into::into), quotes }
            }
            DetailDto::NextStep { by, first_step, when, on, is_confirmed } => Detail::NextStep {
                by: by.into(),
                first_step: optional_text(first_step)?,
                when: optional_text(when)?,
                on: on.map(|days| Day::from_number(days).ok_or(NoLink::Damaged)).transpose()?,
                is_confirmed,
            },
        };
        Ok(Self { id: NoteId(note.id), item: note.item.map(ItemId), words: text(note.words)?, detail })
    }
}

impl<'a> From<&'a Carried> for CarriedDto<'a> {
    fn from(carried: &'a Carried) -> Self {
        Self { session: Id(carried.session.0), began: carried.began.0, note: (&carried.note).into() }
    }
}

impl TryFrom<CarriedDto<'_>> for Carried {
    type Error = NoLink;

    fn try_from(carried: CarriedDto<'_>) -> Result<Self, NoLink> {
        Ok(Self {
            session: SessionId(carried.session.0),
            began: Instant(carried.began),
            note: carried.note.try_into()?,
        })
    }
}
