//! Built-in phrases, coaching types and plain enumerations in links, each by a number that is never given to
//! another.

use serde::{Deserialize, Serialize};

use crate::domain::closing::Reply;
use crate::domain::coaching_type::{BUILT_IN, CoachingType, built_in};
use crate::domain::evidence::Source;
use crate::domain::half::TimeSaid;
use crate::domain::note::{Answer, Place};
use crate::domain::party::Party;
use crate::domain::phrase::Phrase;
use crate::domain::readiness::Handshake;
use crate::domain::timing::Cause;
use crate::wire::link::content::NoLink;

/// The number of a built-in phrase in a link: its place in [`Phrase::ALL`], from 0.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct PhraseNumber(u16);

impl From<Phrase> for PhraseNumber {
    fn from(phrase: Phrase) -> Self {
        Self(phrase.number())
    }
}

impl TryFrom<PhraseNumber> for Phrase {
    type Error = NoLink;

    fn try_from(phrase: PhraseNumber) -> Result<Self, NoLink> {
        Self::from_number(phrase.0).ok_or(NoLink::Damaged)
    }
}

/// The number of a built-in coaching type in a link.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct TypeNumber(u8);

impl TypeNumber {
    /// Returns the number of the built-in type with this id; `None` for any other id.
    pub(super) fn of(id: &str) -> Option<Self> {
        built_in(id).and_then(|coaching_type| coaching_type.number).map(Self)
    }

    /// Returns the built-in type with this number; `None` for a number that this release does not know.
    pub(super) fn coaching_type(self) -> Option<&'static CoachingType> {
        let mut all = BUILT_IN.iter().map(|built_in| &**built_in);
        all.find(|coaching_type| coaching_type.number == Some(self.0))
    }
}

/// Defines the enumerations of links that mirror those of `domain`. The first variant has the number 0; new
/// ones are added at the end.
macro_rules! mirrored {
    ($($name:ident as $dto:ident { $($variant:ident),+ })+) => {$(
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        pub(super) enum $dto { $($variant),+ }

        impl From<$name> for $dto {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),+ }
            }
        }

        impl From<$dto> for $name {
            fn from(value: $dto) -> Self {
                match value { $($dto::$variant => Self::$variant),+ }
            }
        }
    )+};
}

mirrored! {
    Party as PartyDto { Manager, Seller }
    TimeSaid as TimeSaidDto { Works, OtherTime, CantCome }
    Source as SourceDto { Seen, Told, Guessed }
    Handshake as HandshakeDto { Ready, Together }
    Place as PlaceDto { NextTime, Elsewhere, Dropped }
    Answer as AnswerDto { Done, NotYet, Dropped }
    Reply as ReplyDto { Yes, Partly, NotYet, Coaching, JustTalking, Seller, Manager, Even }
    Cause as CauseDto { Away, ClockChanged }
}
