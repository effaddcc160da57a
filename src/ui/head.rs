//! The head of a session's screens.

use super::button::{Loudness, button};
use super::page::{Drawn, Page, draw};
use crate::present::parts::head::HeadView;
use crate::text::Words;

/// The heading of a screen: it takes the focus when the screen is put up.
pub(super) fn heading(page: &mut Page, words: &Words) -> Drawn {
    draw!(page, "<h1 id='heading' tabindex='-1' dir='auto'>{}</h1>", words)
}

/// The head: what it is, who, what stands at its `end`, and the way back to the list.
pub(super) fn head(page: &mut Page, head: &HeadView, end: &dyn Fn(&mut Page) -> Drawn) -> Drawn {
    draw!(
        page,
        "<div class='head' part='header'>\
            <div class='who'><p class='kicker'>{}</p>{}</div>\
            <div class='head-end'>{}{}</div>\
        </div>",
        &head.kicker,
        heading(page, &head.title),
        end(page),
        button(page, &head.home, Loudness::Quiet),
    )
}
