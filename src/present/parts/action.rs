//! Something that a person can do, and something that can be chosen.

use crate::program::event::Press;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Something that a person can do.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// The words on it.
    pub label: Words,
    /// What a screen reader says instead, where the words alone do not tell.
    pub name: Option<Words>,
    /// What it brings about.
    pub press: Press,
    /// Whether it cannot be done at the moment. It keeps its place, so that its neighbours keep
    /// theirs, and the keyboard that stands on it.
    pub is_off: bool,
}

impl Action {
    pub(crate) fn new(env: &Env<'_>, label: &Message<'_>, press: Press) -> Self {
        Self { label: env.say(label), name: None, press, is_off: false }
    }

    pub(crate) fn named(env: &Env<'_>, label: &Message<'_>, name: &Message<'_>, press: Press) -> Self {
        Self { name: Some(env.say(name)), ..Self::new(env, label, press) }
    }

    /// The same, off where it is not possible.
    pub(crate) fn only_if(self, is_possible: bool) -> Self {
        Self { is_off: !is_possible, ..self }
    }
}

/// One of several things that can be chosen, or something that can be ticked.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Chooses it, or ticks it.
    pub action: Action,
    /// Whether it is chosen.
    pub is_chosen: bool,
}
