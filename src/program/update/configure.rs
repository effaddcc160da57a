//! The company's own content: its file takes the place of the built-in content, before the first screen or later.
//!
//! Changes no session: a plan holds the words with which it was made.

use std::sync::Arc;

use crate::domain::text::Text;
use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::wire::config::{PartyNames, read};

/// Takes the content of a company's file, as far as it holds; tells the owner of the page the faults of the rest.
pub(super) fn configure(model: &mut Model, file: &str, effects: &mut Vec<Effect>) {
    let (config, faults) = read(file);
    model.catalogue = Arc::new(config.catalogue);
    model.limits = config.limits;
    model.drafts.limits = config.limits;
    let mut words = config.words;
    for (tag, names) in config.parties {
        // A message among the words may name the two otherwise: the last one holds.
        words.entry(tag).or_default().insert_str(0, &called(&names));
    }
    if !words.is_empty() {
        effects.push(Effect::UseWords(words.into_iter().collect()));
    }
    if !faults.is_empty() {
        effects.push(Effect::TellOwner(faults.iter().map(ToString::to_string).collect()));
    }
}

/// Returns the messages with the names of the two, in the form of Project Fluent.
fn called(names: &PartyNames) -> String {
    let quoted = |text: &Text| text.as_str().replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    let line = |id: &str, text: &Text| format!("called-{id} = {{ \"{}\" }}\n", quoted(text));
    [line("manager", &names.manager), line("seller", &names.seller), line("sellers", &names.sellers)].concat()
}
