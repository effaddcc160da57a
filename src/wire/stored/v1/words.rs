//! The stored form of enumerations without content, as words; and of built-in or own wordings.

use serde::{Deserialize, Serialize};

use super::field::Invalid;
use crate::domain::closing::Reply;
use crate::domain::evidence::Source;
use crate::domain::half::TimeSaid;
use crate::domain::note::{Answer, NoteKind, Place};
use crate::domain::party::Party;
use crate::domain::phrase::{Phrase, Wording};
use crate::domain::readiness::Handshake;
use crate::domain::sent::{SentBy, SentKind};
use crate::domain::signal::Signal;
use crate::domain::text::Text;

/// Makes the stored form of an enumeration without content: a word for each variant.
macro_rules! words {
    ($($(#[$attribute:meta])* $visibility:vis $form:ident { $($variant:ident = $word:literal,)+ })+) => {$(
        $(#[$attribute])*
        #[derive(Clone, Copy, Debug)]
        $visibility enum $form {
            $($variant,)+
        }

        impl serde::Serialize for $form {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(match self {
                    $(Self::$variant => $word,)+
                })
            }
        }

        impl<'de> serde::Deserialize<'de> for $form {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <String as serde::Deserialize>::deserialize(deserializer)?;
                match &*word {
                    $($word => Ok(Self::$variant),)+
                    _ => Err(serde::de::Error::unknown_variant(&word, &[$($word),+])),
                }
            }
        }
    )+};
}
pub(super) use words;

/// Makes the stored form of an enumeration of the domain that has the same variants.
macro_rules! words_of {
    ($($form:ident: $value:ident { $($variant:ident = $word:literal,)+ })+) => {$(
        words! {
            #[doc = concat!("The stored form of [`", stringify!($value), "`].")]
            pub(super) $form { $($variant = $word,)+ }
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

words_of! {
    PartyDto: Party { Manager = "manager", Seller = "seller", }
    SentByDto: SentBy {
        Copied = "copied",
        Shared = "shared",
        Mailed = "mailed",
        Saved = "saved",
        Shown = "shown",
    }
    SentKindDto: SentKind {
        Invitation = "invitation",
        Change = "change",
        InvitationWithRecord = "invitation-with-record",
        Answer = "answer",
        Record = "record",
        Summary = "summary",
        Closing = "closing",
    }
    SignalDto: Signal {
        Chime = "chime",
        Nearing = "nearing",
        Title = "title",
        Awake = "awake",
        NoNumbers = "no-numbers",
        NoSeconds = "no-seconds",
    }
    SourceDto: Source { Seen = "seen", Told = "told", Guessed = "guessed", }
    TimeSaidDto: TimeSaid { Works = "works", OtherTime = "other-time", CantCome = "cant-come", }
    HandshakeDto: Handshake { Ready = "ready", Together = "together", }
    KindDto: NoteKind { NextStep = "next-step", Parked = "parked", Shared = "note", }
    PlaceDto: Place { NextTime = "next-time", Elsewhere = "elsewhere", Dropped = "dropped", }
    AnswerDto: Answer { Done = "done", NotYet = "not-yet", Dropped = "dropped", }
    ReplyDto: Reply {
        Yes = "yes",
        Partly = "partly",
        NotYet = "not-yet",
        Coaching = "coaching",
        JustTalking = "just-talking",
        Seller = "seller",
        Manager = "manager",
        Even = "even",
    }
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

/// The stored form of a line of a checklist: the key of a built-in line, or `{"own": …}` with a company's own words.
#[derive(Debug, Deserialize, Serialize)]
#[serde(untagged)]
pub(super) enum ChecklistLineDto {
    BuiltIn(String),
    Own(OwnLineDto),
}

/// The stored form of a company's own line of a checklist.
#[derive(Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OwnLineDto {
    own: String,
}

impl From<&Wording> for ChecklistLineDto {
    fn from(wording: &Wording) -> Self {
        match wording {
            Wording::BuiltIn(phrase) => Self::BuiltIn(phrase.key().to_owned()),
            Wording::Own(text) => Self::Own(OwnLineDto { own: text.to_string() }),
        }
    }
}

impl ChecklistLineDto {
    /// Returns the wording of the line.
    ///
    /// # Errors
    /// [`Invalid`] with the name `field` for an unknown key, and for an empty or too long text.
    pub(super) fn wording(self, field: &'static str) -> Result<Wording, Invalid> {
        match self {
            Self::BuiltIn(key) => phrase(&key, field).map(Wording::BuiltIn),
            Self::Own(OwnLineDto { own }) => Text::parse(&own).map(Wording::Own).map_err(|_| Invalid(field)),
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
