//! A screen that asks one thing.

use super::button::{Loudness, button, buttons};
use super::head::head;
use super::page::{Drawn, Page, draw};
use crate::present::parts::decision::DecisionView;

/// A screen that asks one thing.
pub(super) fn ask(page: &mut Page, view: &DecisionView) -> Drawn {
    draw!(
        page,
        "<div class='screen session'>\
            {}\
            <section class='ask'>\
                <h2 class='question'>{}</h2>\
                <p class='lead'>{}</p>\
                <div class='actions'>{}</div>\
            </section>\
            <div class='way-on'>{}{}</div>\
        </div>",
        head(page, &view.head, &Page::nothing),
        &view.question,
        &view.lead,
        buttons(page, &view.steps, Loudness::Plain),
        button(page, &view.yes, Loudness::Primary),
        button(page, &view.no, Loudness::Quiet),
    )
}
