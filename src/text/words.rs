//! Words ready to be drawn.

use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// Words ready to be drawn; copying them is cheap.
///
/// A thin pointer, since a view is made of little else: as an `Rc<str>`, of which each one is moved
/// in two halves, they weighed 3.7 KB more in the download.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Words(Rc<String>);

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
        words.to_owned().into()
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
