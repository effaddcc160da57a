//! A half-typed answer to an opened link, which is not left without a word.

use crate::domain::draft::AnswerDraft;
use crate::program::state::model::Model;
use crate::program::state::overlay::{LinkOverlay, NotSent, OpenedLink};
use crate::program::update::link::reply;

/// Returns the opened link that can be read; `None` if there is none.
pub(super) fn opened(model: &Model) -> Option<&OpenedLink> {
    match &model.overlays.link {
        Some(LinkOverlay::Opened(opened)) => Some(opened),
        _ => None,
    }
}

/// Tells the person, once, that the typed answer is not sent; returns true if that was told now. The link stays open.
pub(super) fn asks_before_leaving(model: &mut Model) -> bool {
    let is_told = opened(model).is_some_and(|opened| opened.told.is_some());
    if is_told || !is_half_answered(model) {
        return false;
    }
    tell_not_sent(model);
    true
}

/// Returns true if the person typed an answer to the opened link.
pub(super) fn is_half_answered(model: &Model) -> bool {
    opened(model).is_some_and(|opened| {
        let AnswerDraft { topic, wish, .. } = reply(model, &opened.link);
        !topic.trim().is_empty() || !wish.trim().is_empty()
    })
}

/// Tells the person that the typed answer to the opened link is not sent.
pub(super) fn tell_not_sent(model: &mut Model) {
    if let Some(LinkOverlay::Opened(opened)) = &mut model.overlays.link {
        opened.told = Some(NotSent::Leaving);
    }
}
