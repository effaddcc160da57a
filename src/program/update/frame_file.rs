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

/// Handles the outcome of copying, if the request is about the file; returns true for such a request. `is_copied` is true if
/// the content is on the clipboard.
pub(super) fn copied(model: &mut Model, request: RequestId, is_copied: bool) -> bool {
    let file = model.around.file.as_mut().filter(|file| file.copying == Copying::Asked(request));
    let is_about_it = file.is_some();
    file.into_iter().for_each(|file| file.copying = if is_copied { Copying::Done } else { Copying::Refused });
    is_about_it
}
