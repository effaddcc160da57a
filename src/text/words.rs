//! Words in the language of the reader, ready to be drawn.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// Words in the language of the reader, ready to be drawn; a clone is cheap.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words(Rc<str>);

impl Deref for Words {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl From<String> for Words {
    fn from(words: String) -> Self {
        Self(words.into())
    }
}

impl From<&str> for Words {
    fn from(words: &str) -> Self {
        Self(words.into())
    }
}

impl From<&Words> for Rc<str> {
    /// Shares the text.
    fn from(words: &Words) -> Self {
        words.0.clone()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self)
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, out)
    }
}
