//! The company's own content: its file takes the place of the built-in content, before the first screen or later.
//!
//! Changes no session: a plan holds the words with which it was made.

use std::sync::Arc;

use crate::program::effect::Effect;
use crate::program::state::model::Model;
use crate::wire::config::read;

/// Takes the content of a company's file, as far as it holds; tells the owner of the page the faults of the rest.
pub(super) fn configure(model: &mut Model, file: &str, effects: &mut Vec<Effect>) {
    let (config, faults) = read(file);
    model.catalogue = Arc::new(config.catalogue);
    model.limits = config.limits;
    if !config.words.is_empty() {
        effects.push(Effect::UseWords(config.words.into_iter().collect()));
    }
    if !faults.is_empty() {
        effects.push(Effect::TellOwner(faults.iter().map(ToString::to_string).collect()));
    }
}
