//! The questions of a coach: their names, and the choice of the next question.
//!
//! The words of a built-in question, and the answer to listen for, are in `l10n/`. Coaching types say
//! which questions go with which item.

use super::agenda::ItemId;
use super::checksum::CRC_32;
use super::phrase::Phrase;
use super::text::Text;

/// Upper bound on the questions that one session keeps as asked; more than any built-in agenda has.
pub const ASKED_LIMIT: usize = 200;

/// A question that a coach can ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// A built-in question, whose words are in the language of the reader.
    BuiltIn(BuiltInQuestion),
    /// A question in the words of a company.
    Own(OwnQuestion),
}

/// A question in the words of a company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnQuestion {
    /// Words of the question, at most [`OWN_QUESTION_LIMIT`] Unicode scalar values long.
    pub words: Text,
    /// Answer to listen for; `None` if the company names none.
    pub listen: Option<Text>,
}

/// Upper bound on the Unicode scalar values of a company's question: its name as an asked one is little longer.
pub const OWN_QUESTION_LIMIT: usize = 300;

/// Fingerprint of a question in an item, by which a button names the question: a CRC-32 of its name as an asked one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionKey(u32);

/// A built-in question that a coach can ask, by subject and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuiltInQuestion {
    /// Subject of the question: the title of the item for which the question was written.
    pub matter: Phrase,
    /// Number of the question among those on the same subject, from 1. Never given to another question.
    pub number: u16,
}

/// All built-in questions on one subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QuestionSet {
    /// Subject of the questions: the title of the item for which they were written.
    pub matter: Phrase,
    /// Number of questions on the subject; they are numbered from 1 to `count`.
    pub count: u16,
}

impl QuestionSet {
    /// Returns the questions of the set in the order of their numbers.
    pub fn questions(self) -> impl Iterator<Item = BuiltInQuestion> {
        (1..=self.count).map(move |number| BuiltInQuestion { matter: self.matter, number })
    }
}

impl Question {
    /// Returns the name that marks the question as asked in an item, such as `2/early.learn.4`. The same
    /// question can be asked of one opportunity and of the next. `None` for a name that is no text, which a
    /// test rules out.
    #[must_use]
    pub fn asked_in(&self, item: ItemId) -> Option<Text> {
        Text::parse(&format!("{}/{}", item.0, self.name())).ok()
    }

    /// Returns the name of the question: of a built-in one its subject and number, of a company's its words.
    fn name(&self) -> String {
        match self {
            Self::BuiltIn(BuiltInQuestion { matter, number }) => format!("{}.{number}", matter.key()),
            Self::Own(own) => own.words.to_string(),
        }
    }

    /// Returns the fingerprint of the question in an item.
    #[must_use]
    pub fn key_in(&self, item: ItemId) -> QuestionKey {
        QuestionKey(CRC_32.checksum(format!("{}/{}", item.0, self.name()).as_bytes()))
    }
}

/// Returns the questions of an item in the order in which they are offered: those that were asked in another item last.
/// `before` is the number of earlier items with the same questions: each of them makes another question the first.
#[must_use]
pub fn rotated(mut questions: Vec<Question>, item: ItemId, asked: &[Text], before: usize) -> Vec<Question> {
    if let Some(first) = before.checked_rem(questions.len()) {
        questions.rotate_left(first);
    }
    let own = format!("{}/", item.0);
    let was_asked = |question: &Question| {
        let name = format!("/{}", question.name());
        asked.iter().any(|asked| asked.as_str().ends_with(&name) && !asked.as_str().starts_with(&own))
    };
    questions.sort_by_key(was_asked);
    questions
}

/// Returns the next of an item's `questions` that is not among the `asked` names of the item: the first one
/// behind `after`, else the first of all but `after`. With `None` for `after` the first of all. Returns
/// `None` if no other question is left.
#[must_use]
pub fn next_unasked(
    questions: &[Question],
    item: ItemId,
    asked: &[Text],
    after: Option<&Question>,
) -> Option<Question> {
    let mut first = None;
    let mut is_behind = after.is_none();
    for question in questions {
        if Some(question) == after {
            is_behind = true;
        } else if question.asked_in(item).is_some_and(|name| !asked.contains(&name)) {
            if is_behind {
                return Some(question.clone());
            }
            first = first.or(Some(question));
        }
    }
    first.cloned()
}
