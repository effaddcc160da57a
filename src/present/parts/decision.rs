//! A screen that asks one thing before anything else goes on.

use super::action::Action;
use super::head::HeadView;
use crate::text::Words;

/// A screen that asks one thing.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionView {
    /// Whose session.
    pub head: HeadView,
    /// The question.
    pub question: Words,
    /// What there is to know about it.
    pub lead: Words,
    /// Changes what is offered as the answer.
    pub steps: Vec<Action>,
    /// The likely answer.
    pub yes: Action,
    /// The other one.
    pub no: Action,
}
