//! The options of the form's choices, with their labels.

use crate::domain::coaching_type::{BUILT_IN, CoachingType};
use crate::domain::phrase::Phrase;
use crate::program::state::field::RENEWED;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the first template of a coaching type, which represents the type.
pub(crate) fn first(of: Phrase) -> Option<&'static CoachingType> {
    BUILT_IN.iter().find(|template| template.family == of)
}

/// Returns the coaching types, or the templates of the type `of`.
pub(crate) fn templates(env: &Env<'_>, of: Option<Phrase>) -> Vec<(Words, Words)> {
    let mut choices = Vec::new();
    for template in BUILT_IN {
        let name = match of {
            Some(of) if of == template.family => template.name,
            None if first(template.family).is_some_and(|first| first.id == template.id) => template.family,
            _ => continue,
        };
        choices.push((template.id.into(), env.phrase(name)));
    }
    choices
}

/// Returns the options for an edited agenda: keep it, or take the new one.
pub(crate) fn agendas(env: &Env<'_>) -> Vec<(Words, Words)> {
    let choice = |value: &str, name| (value.into(), env.say(&name));
    vec![choice("", Message::AgendaKeep), choice(RENEWED, Message::AgendaRenew)]
}
