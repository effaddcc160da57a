//! The file that a frame offered. A page around a frame can keep it from saving files, and no frame can tell if it did: so
//! the content of the file can be copied, too.

use crate::program::effect::Effect;
use crate::program::state::around::{Copying, FrameFile};
use crate::program::state::model::Model;
use crate::program::state::request::RequestId;

/// Keeps the content of a file that these effects offer, if the page is in a frame.
pub(super) fn follow(model: &mut Model, effects: &[Effect]) {
    if model.here.frame.is_none() {
        return;
    }
    let text = effects.iter().rev().find_map(|effect| match effect {
        Effect::OfferFile { text, .. } => Some(text.clone()),
        _ => None,
    });
    if let Some(text) = text {
        model.around.file = Some(FrameFile { text, copying: Copying::Untried });
    }
}

/// Asks the browser to copy the content of the file.
pub(super) fn copy(model: &mut Model, effects: &mut Vec<Effect>) {
    let request = model.requests.begin();
    let Some(file) = &mut model.around.file else { return };
    file.copying = Copying::Asked(request);
    effects.push(Effect::Copy { request, text: file.text.clone() });
}

/// Returns true if the answer to this request is about the file.
pub(super) fn is_awaited(model: &Model, request: RequestId) -> bool {
    model.around.file.as_ref().is_some_and(|file| file.copying == Copying::Asked(request))
}

/// Handles the outcome of copying; `is_copied` is true if the content is on the clipboard.
pub(super) fn copied(model: &mut Model, is_copied: bool) {
    if let Some(file) = &mut model.around.file {
        file.copying = if is_copied { Copying::Done } else { Copying::Refused };
    }
}
