//! Built-in texts, coaching types and plain enumerations, each by a number that is never given to another.

use serde::{Deserialize, Serialize};

use super::NoLink;
use crate::domain::coaching_type::{BUILT_IN, CoachingType, built_in};
use crate::domain::{closing, evidence, half, note, party, phrase, readiness, timing};

/// The number of a built-in text: its place in [`phrase::Phrase::ALL`].
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Phrase(u16);

impl From<phrase::Phrase> for Phrase {
    fn from(phrase: phrase::Phrase) -> Self {
        Self(phrase.number())
    }
}

impl TryFrom<Phrase> for phrase::Phrase {
    type Error = NoLink;

    fn try_from(phrase: Phrase) -> Result<Self, NoLink> {
        Self::from_number(phrase.0).ok_or(NoLink::Damaged)
    }
}

/// The number of a built-in coaching type.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct TypeNumber(u8);

impl TypeNumber {
    /// Returns the number of the built-in type with this id.
    pub(super) fn of(id: &str) -> Option<Self> {
        built_in(id).map(|coaching_type| Self(coaching_type.number))
    }

    /// Returns the built-in type with this number.
    pub(super) fn coaching_type(self) -> Option<&'static CoachingType> {
        BUILT_IN.iter().find(|coaching_type| coaching_type.number == self.0)
    }
}

/// Defines the enumerations of links that mirror those of `domain`. The first variant has the number 0; new
/// ones are added at the end.
macro_rules! mirrored {
    ($($module:ident::$name:ident { $($variant:ident),+ })+) => {$(
        #[derive(Clone, Copy, Debug, Serialize, Deserialize)]
        pub(super) enum $name { $($variant),+ }

        impl From<$module::$name> for $name {
            fn from(value: $module::$name) -> Self {
                match value { $($module::$name::$variant => Self::$variant),+ }
            }
        }

        impl From<$name> for $module::$name {
            fn from(value: $name) -> Self {
                match value { $($name::$variant => Self::$variant),+ }
            }
        }
    )+};
}

mirrored! {
    party::Party { Manager, Seller }
    half::Stance { BringsIt, OtherTime }
    evidence::Source { Seen, Told, Guessed }
    readiness::Handshake { Ready, Together }
    note::Place { NextTime, Elsewhere, Dropped }
    note::Answer { Done, NotYet, Dropped }
    closing::Reply { Yes, Partly, NotYet, Coaching, JustTalking, Seller, Manager, Even }
    timing::Cause { Away, ClockChanged }
}
