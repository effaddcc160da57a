//! Options of the choices in the form that plans a session. A coaching type, such as "Call", has one or more
//! templates. A template, such as "Before a call", has an agenda.

use crate::domain::coaching_type::{BUILT_IN, CoachingType, built_in};
use crate::domain::phrase::Phrase;
use crate::program::state::field::RENEWED;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the first template of the coaching type `of`, which stands for the type; `None` for an unknown
/// type.
pub(crate) fn first(of: Phrase) -> Option<&'static CoachingType> {
    BUILT_IN.iter().find(|template| template.family == of)
}

/// Returns the value and the label of each template of the coaching type `of`; for `None`, of each coaching
/// type.
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

/// Returns the name of the coaching type with this id; the id itself for a type that this release does not know.
pub(crate) fn type_name(env: &Env<'_>, id: &str) -> Words {
    built_in(id).map_or_else(|| id.into(), |template| env.phrase(template.name))
}

/// Returns the value and the label of each option for an edited agenda: keep it, or take that of the new
/// coaching type.
pub(crate) fn agendas(env: &Env<'_>) -> Vec<(Words, Words)> {
    let choice = |value: &str, name| (value.into(), env.say(&name));
    vec![choice("", Message::AgendaKeep), choice(RENEWED, Message::AgendaRenew)]
}
