//! A line of words, with a remark on the words.

use crate::text::Words;

/// A line to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The words.
    pub words: Words,
    /// The remark after the words, in quieter letters.
    pub remark: Option<Words>,
}

impl Line {
    /// Returns a line without a remark.
    pub(crate) fn plain(words: Words) -> Self {
        Self { words, remark: None }
    }

    /// Returns a line with a remark.
    pub(crate) fn remarked(words: Words, remark: Words) -> Self {
        Self { words, remark: Some(remark) }
    }
}
