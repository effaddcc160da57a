//! Buttons and options: a label with the press that it sends.

use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A button: a label with the press that it sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The label.
    pub label: Words,
    /// The accessible name, if the label alone is ambiguous.
    pub name: Option<Words>,
    /// The press that a click sends.
    pub press: Press,
    /// True if a click does nothing at the moment. The button keeps its place and the focus.
    pub is_off: bool,
}

impl Action {
    /// Returns an action that is possible.
    pub(crate) fn new(env: &Env<'_>, label: &Message<'_>, press: Press) -> Self {
        Self { label: env.say(label), name: None, press, is_off: false }
    }

    /// Returns an action with a label that is in words already.
    pub(crate) fn labelled(label: Words, press: Press) -> Self {
        Self { label, name: None, press, is_off: false }
    }

    /// Returns an action whose accessible name says more than its label.
    pub(crate) fn named(env: &Env<'_>, label: &Message<'_>, name: &Message<'_>, press: Press) -> Self {
        Self { name: Some(env.say(name)), ..Self::new(env, label, press) }
    }

    /// Returns this action, switched off unless `is_possible`.
    pub(crate) fn only_if(self, is_possible: bool) -> Self {
        Self { is_off: !is_possible, ..self }
    }
}

/// An option among several, or a box to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The action that chooses or ticks the option.
    pub action: Action,
    /// True if the option is chosen.
    pub is_chosen: bool,
}

/// Options to choose one of.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// The name of the group.
    pub name: Words,
    /// The options.
    pub options: Vec<Choice>,
}
