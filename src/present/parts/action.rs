//! Buttons and options: each has a label, and a press, the event that a click sends.

use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// A button: a label, and the press that a click sends.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Visible text of the button.
    pub label: Words,
    /// Accessible name of the button; `None` if the label is clear by itself.
    pub name: Option<Words>,
    /// Press that a click sends to the program: the meaning of the button.
    pub press: Press,
    /// True while a click does nothing, as for "Undo" without a change. The button stays visible and keeps
    /// the focus.
    pub is_off: bool,
}

impl Action {
    /// Returns a button that is on, with the words of the message as its label.
    pub(crate) fn new(env: &Env<'_>, label: &Message<'_>, press: Press) -> Self {
        Self { label: env.say(label), name: None, press, is_off: false }
    }

    /// Returns a button that is on, with finished words as its label.
    pub(crate) fn labelled(label: Words, press: Press) -> Self {
        Self { label, name: None, press, is_off: false }
    }

    /// Returns a button that is on, whose accessible name says more than its label.
    pub(crate) fn named(env: &Env<'_>, label: &Message<'_>, name: &Message<'_>, press: Press) -> Self {
        Self { name: Some(env.say(name)), ..Self::new(env, label, press) }
    }

    /// Returns this button, switched off unless `is_possible` is true.
    pub(crate) fn only_if(self, is_possible: bool) -> Self {
        Self { is_off: !is_possible, ..self }
    }
}

/// One option of several, or a box to tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Button that chooses the option, or ticks and unticks the box.
    pub action: Action,
    /// True if the option is chosen, or the box is ticked.
    pub is_chosen: bool,
}

/// A group of options, of which one can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choices {
    /// Name of the group: a question such as "How you know it", visible or for a screen reader.
    pub name: Words,
    /// Options of the group, in the order of the screen.
    pub options: Vec<Choice>,
}
