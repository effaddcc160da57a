//! The stored form of enumerations without content, as words; and of built-in or own wordings.

use serde::{Deserialize, Serialize};

use super::field::Invalid;
use crate::domain::closing::Reply;
use crate::domain::evidence::Source;
use crate::domain::half::Stance;
use crate::domain::note::{Answer, NoteKind, Place};
use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::readiness::Handshake;
use crate::domain::text::Text;

/// Makes the stored form of an enumeration: each variant is its name in lower case with hyphens, or the
/// word that `rename` gives.
macro_rules! words {
    ($($form:ident: $value:ident { $($(#[$attribute:meta])* $variant:ident,)+ })+) => {$(
        #[doc = concat!("The stored form of [`", stringify!($value), "`].")]
        #[derive(Clone, Copy, Debug, Deserialize, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub(super) enum $form {
            $($(#[$attribute])* $variant,)+
        }

        impl From<$value> for $form {
            fn from(value: $value) -> Self {
                match value {
                    $($value::$variant => Self::$variant,)+
                }
            }
        }

        impl From<$form> for $value {
            fn from(form: $form) -> Self {
                match form {
                    $($form::$variant => Self::$variant,)+
                }
            }
        }
    )+};
}

words! {
    PartyDto: Party { Manager, Seller, }
    SourceDto: Source { Seen, Told, Guessed, }
    StanceDto: Stance { BringsIt, OtherTime, }
    HandshakeDto: Handshake { Ready, Together, }
    KindDto: NoteKind { Promise, Parked, #[serde(rename = "note")] Shared, }
    PlaceDto: Place { NextTime, Elsewhere, Dropped, }
    AnswerDto: Answer { Done, NotYet, Dropped, }
    ReplyDto: Reply { Yes, Partly, NotYet, Coaching, JustTalking, Seller, Manager, Even, }
}

/// The stored form of the words of a title or name: a built-in phrase by key, or somebody's own words.
#[derive(Debug, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WordingDto {
    BuiltIn(String),
    Own(String),
}

impl From<&Wording> for WordingDto {
    fn from(wording: &Wording) -> Self {
        match wording {
            Wording::BuiltIn(phrase) => Self::BuiltIn(phrase.key().to_owned()),
            Wording::Own(text) => Self::Own(text.to_string()),
        }
    }
}

impl WordingDto {
    /// Returns the wording.
    ///
    /// # Errors
    /// [`Invalid`] with the name `field` for an unknown key, and for an empty or too long text.
    pub(super) fn wording(self, field: &'static str) -> Result<Wording, Invalid> {
        match self {
            Self::BuiltIn(key) => phrase(&key, field).map(Wording::BuiltIn),
            Self::Own(text) => Text::parse(&text).map(Wording::Own).map_err(|_| Invalid(field)),
        }
    }
}

/// Returns the built-in phrase with this key.
///
/// # Errors
/// [`Invalid`] with the name `field` for a key that this release does not know.
pub(super) fn phrase(key: &str, field: &'static str) -> Result<Phrase, Invalid> {
    Phrase::from_key(key).ok_or(Invalid(field))
}
