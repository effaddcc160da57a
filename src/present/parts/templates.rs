//! What the form lets choose among, and the words for it.

use crate::domain::coaching_type::{BUILT_IN, CoachingType};
use crate::domain::phrase::Phrase;
use crate::program::field::RENEWED;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// The first template of a coaching type: it stands for the type.
pub(crate) fn first(of: Phrase) -> Option<&'static CoachingType> {
    BUILT_IN.iter().find(|template| template.of == of)
}

/// The coaching types; or, where one is given, the templates of it.
pub(crate) fn templates(env: &Env<'_>, of: Option<Phrase>) -> Vec<(Words, Words)> {
    let mut choices = Vec::new();
    for template in BUILT_IN {
        let name = match of {
            Some(of) if of == template.of => template.name,
            None if first(template.of).is_some_and(|first| first.id == template.id) => template.of,
            _ => continue,
        };
        choices.push((template.id.into(), env.phrase(name)));
    }
    choices
}

/// The agenda that was edited, and a new one.
pub(crate) fn agendas(env: &Env<'_>) -> Vec<(Words, Words)> {
    let choice = |value: &str, name| (value.into(), env.say(&name));
    vec![choice("", Message::AgendaKeep), choice(RENEWED, Message::AgendaRenew)]
}
