//! A line of text with a remark.

use crate::text::message::Message;
use crate::text::{Env, Words};

/// A line of text to read, such as a topic, with a remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Main words of the line, often written by a person.
    pub words: Words,
    /// Remark behind the main words in quieter letters, such as the source of a fact; `None` if there is no
    /// remark.
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

    /// Returns a line with a label before the words.
    pub(crate) fn labelled(env: &Env<'_>, label: &str, words: &str) -> Self {
        Self::plain(env.say(&Message::Labelled { label, words }))
    }

    /// Returns the line as one piece of text, with its remark behind a dot.
    pub(crate) fn said(self) -> Words {
        match self.remark {
            Some(remark) => format!("{} \u{b7} {remark}", self.words).into(),
            None => self.words,
        }
    }
}
