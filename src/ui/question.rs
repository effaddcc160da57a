//! The question to ask, and what to listen for.

use super::button::{Loudness, buttons};
use super::page::{Drawn, Page, draw};
use crate::present::parts::question::QuestionView;

/// The question to ask. A screen reader tells it when another takes its place.
pub(super) fn question(page: &mut Page, view: &QuestionView) -> Drawn {
    draw!(
        page,
        "<section class='prompt' aria-label='{}'>\
            <p class='kicker'>{}</p>\
            <div aria-live='polite'>\
                <p id='question' class='prompt-words' tabindex='-1'>{}</p>\
                <p class='lead'>{}</p>\
            </div>\
            <div class='actions'>{}</div>\
        </section>",
        &view.name,
        &view.name,
        &view.question,
        &view.listen,
        buttons(page, &view.ways, Loudness::Plain),
    )
}
