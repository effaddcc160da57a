//! A screen that asks one question before anything else goes on.

use super::action::Action;
use super::head::HeadView;
use crate::text::Words;

/// A screen with one question and its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionView {
    /// Head of the screen: the coaching type, the names of the two people, and the way back to the list.
    pub head: HeadView,
    /// Text of the question that the screen asks.
    pub question: Words,
    /// Explanation of the question, below it.
    pub lead: Words,
    /// Buttons that adjust the answer in `yes` before it is given, such as five minutes earlier; empty if
    /// there is nothing to adjust.
    pub steps: Vec<Action>,
    /// Main button, with the likely answer to the question.
    pub yes: Action,
    /// Quiet buttons, with the other answers to the question.
    pub others: Vec<Action>,
}
