//! A screen that asks one question before anything else goes on.

use super::action::Action;
use super::head::HeadView;
use crate::text::Words;

/// A screen with one question and its two answers.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionView {
    /// The head of the session's screens.
    pub head: HeadView,
    /// The question.
    pub question: Words,
    /// The explanation below the question.
    pub lead: Words,
    /// Buttons that adjust the offered answer.
    pub steps: Vec<Action>,
    /// The likely answer, as the main button.
    pub yes: Action,
    /// The other answer.
    pub no: Action,
}
