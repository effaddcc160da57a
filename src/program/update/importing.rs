//! Calls of the host page that bring a saved file: each file is read in turns, and merged once all of it is read.
//!
//! Asks nobody and leaves the screen alone: the list tells what a call brought, and undoes it.

use super::file::merge;
use super::incoming::{begin as begin_file, read_turn};
use crate::domain::party::Party;
use crate::domain::time::Instant;
use crate::program::effect::{Effect, Refusal};
use crate::program::state::incoming::Importing;
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;

/// Begins to read the file of a call.
pub(super) fn begin(model: &mut Model, request: RequestId, text: String, effects: &mut Vec<Effect>) {
    match begin_file(text, "") {
        Ok(reading) => {
            model.imports.push_back(Importing { request, reading });
            effects.push(Effect::ImportOn);
        }
        Err(_) => effects.push(Effect::Answer(request, Err(Refusal::NoFile))),
    }
}

/// Reads the next part of the first file. The screen stays as it is until a file is merged.
pub(super) fn go_on(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let waiting = model.imports.len();
    read_on(model, now, effects);
    if model.imports.len() == waiting {
        effects.push(Effect::HoldScreen);
    }
    if !model.imports.is_empty() {
        effects.push(Effect::ImportOn);
    }
}

/// Reads all files at once, for a later call, which must find what they bring.
pub(super) fn finish(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    while !model.imports.is_empty() {
        read_on(model, now, effects);
    }
}

/// Answers all calls whose files are being read, before all data are removed.
pub(super) fn forget(model: &mut Model, effects: &mut Vec<Effect>) {
    let requests = model.imports.drain(..).map(|import| import.request);
    effects.extend(requests.map(|request| Effect::Answer(request, Ok(String::new()))));
}

/// Reads the next part of the first file; merges the file and answers the call once all of it is read. Of two people who
/// are unknown here, the person is the party of the host page, else the manager.
fn read_on(model: &mut Model, now: Instant, effects: &mut Vec<Effect>) {
    let Some(mut import) = model.imports.pop_front() else { return };
    let answer = match read_turn(&mut import.reading, model) {
        Ok(true) => return model.imports.push_front(import),
        Ok(false) => {
            let party = model.here.host.party.unwrap_or(Party::Manager);
            merge(model, now, party, &import.reading.incoming);
            Ok(String::new())
        }
        Err(_) => Err(Refusal::NoFile),
    };
    effects.push(Effect::Answer(import.request, answer));
}
