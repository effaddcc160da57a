//! Every word on the screen. A message is a variant with what it is about; each language says all
//! of them in one `match`, so a message without words does not compile.
//!
//! Declares the port [`Translator`], behind which the words stand. Never decides what is said when; that
//! is `present`. Never holds what people wrote.

pub mod duration;
mod en;
mod env;
pub mod message;
// For the tests, which find untranslated words by it.
#[cfg(not(target_arch = "wasm32"))]
mod pseudo;
mod words;

pub use env::{DateStyle, Env, Names, Translator, Year};
use message::Message;
pub use words::Words;

/// A language of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// English with every message marked, to find words that are not here.
    #[cfg(not(target_arch = "wasm32"))]
    Pseudo,
}

impl Language {
    /// Returns the language for a BCP 47 tag; English for one that the product does not speak. `en-XA` is
    /// the usual tag of a pseudo-language.
    #[must_use]
    pub fn for_tag(tag: &str) -> Self {
        match tag {
            #[cfg(not(target_arch = "wasm32"))]
            "en-XA" => Self::Pseudo,
            _ => Self::English,
        }
    }

    /// Says a message.
    #[must_use]
    pub fn say(self, message: &Message<'_>) -> Words {
        match self {
            Self::English => en::say(message).into(),
            #[cfg(not(target_arch = "wasm32"))]
            Self::Pseudo => pseudo::mark(&en::say(message)).into(),
        }
    }
}
