//! Options of the choices in the form that plans a session. A coaching type, such as "Call", has one or more
//! templates. A template, such as "Before a call", has an agenda.

use crate::domain::coaching_type::Catalogue;
use crate::domain::phrase::Wording;
use crate::program::state::field::RENEWED;
use crate::text::message::Message;
use crate::text::{Env, Words};

/// Returns the value and the label of each template of the coaching type `of`; for `None`, of each coaching
/// type.
pub(crate) fn templates(env: &Env<'_>, catalogue: &Catalogue, of: Option<&Wording>) -> Vec<(Words, Words)> {
    match of {
        None => catalogue
            .firsts()
            .map(|template| (template.id.as_str().into(), env.wording(&template.family)))
            .collect(),
        Some(of) => catalogue
            .types()
            .iter()
            .filter(|template| template.family == *of)
            .map(|template| (template.id.as_str().into(), env.wording(&template.name)))
            .collect(),
    }
}

/// Returns the name of the coaching type with this id; the id itself for a type that this device does not know.
pub(crate) fn type_name(env: &Env<'_>, catalogue: &Catalogue, id: &str) -> Words {
    catalogue.find(id).map_or_else(|| id.into(), |template| env.wording(&template.name))
}

/// Returns the value and the label of each option for an edited agenda: keep it, or take that of the new
/// coaching type.
pub(crate) fn agendas(env: &Env<'_>) -> Vec<(Words, Words)> {
    let choice = |value: &str, name| (value.into(), env.say(&name));
    vec![choice("", Message::AgendaKeep), choice(RENEWED, Message::AgendaRenew)]
}
